"""What is said of a case in private letters: its number, and nothing that a glance at a telephone could give away.
Pure."""

from __future__ import annotations

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, row
from bot.words.i18n import Words
from bot.words.text import member
from cogs.moderation.cards import since, while_it_waits, yes
from cogs.moderation.rules import Case


def progress(words: Words, case: Case, what: str, guild_id: int, *, another: int | None = None) -> list[Block]:
    """To whoever reported it: somebody takes care of it, or did, or nobody does yet. Not who, not how. `another`: the
    referent of now, to whom they may confide what nobody took."""
    return [
        words(
            "moderation-letter-progress",
            number=case.id,
            what=what,
            readers=case.readers,
            went=yes(case.referred_at is not None),
            another=yes(another is not None),
            referent=member(another or 0),
        ),
        row(
            *(while_it_waits(words, case, another, guild_id) if what == "untaken" else ()),
            button(words.plain("moderation-mine"), custom_id("moderation:mine", 0, guild_id=guild_id)),
        ),
    ]


def taken_over(words: Words, case: Case, guild_id: int) -> list[Block]:
    """To whoever took care of it until now."""
    open_it = custom_id("moderation:open", case.id, guild_id=guild_id)
    return [
        words("moderation-letter-taken-over", number=case.id),
        row(button(words.plain("moderation-open"), open_it)),
    ]


def named_referent(words: Words, association: str, guild_id: int) -> list[Block]:
    """To whom the team named as its referent: what that means, and the way out."""
    return [
        words("moderation-letter-referent", association=association),
        row(button(words.plain("moderation-decline"), custom_id("moderation:decline", guild_id=guild_id))),
    ]


def waiting(words: Words, case: Case, *, chosen: bool, guild_id: int) -> list[Block]:
    """To somebody whom the reporter chose, or to the referent because nobody took it."""
    return [
        words(
            "moderation-letter-waiting",
            number=case.id,
            urgent=yes(case.urgent),
            since=since(case),
            to="chosen" if chosen else "referent",
        ),
        row(
            button(
                words.plain("moderation-open"),
                custom_id("moderation:open", case.id, guild_id=guild_id),
                style=PRIMARY,
            )
        ),
    ]
