"""What is written to somebody about how they take part. Pure: records in, blocks of a letter out."""

from __future__ import annotations

from datetime import date

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, row
from bot.words.i18n import Words
from bot.words.text import member
from cogs.matchmaking import again_cards, own_cards
from cogs.matchmaking.rules import Round


def pause_over(words: Words, round_: Round, guild_id: int, *, counted: bool) -> list[Block]:
    """Their pause is over; `counted`: the round that is announced counts on them, in their rhythm."""
    come = custom_id("matchmaking:in", round_.id, guild_id=guild_id)
    longer = custom_id("matchmaking:pause_ask", guild_id=guild_id)
    key, label = ("over", "coffee-rest-fine") if counted else ("over-skipped", "offer-matchmaking-in")
    return [
        words(f"coffee-rest-{key}", day=own_cards.day(words, round_.day)),
        row(button(words.plain("coffee-rest-longer"), longer), button(words.plain(label), come)),
    ]


def stay(words: Words, guild_id: int, *, subscribed: bool) -> list[Block]:
    """Twice without news: do they stay?"""
    yes, no = (custom_id(f"matchmaking:{act}", guild_id=guild_id) for act in ("stay", "stop"))
    return [
        words("coffee-stay-letter"),
        words("coffee-stay-silence", subscribed="yes" if subscribed else "no"),
        row(
            button(words.plain("coffee-stay-yes"), yes, style=PRIMARY),
            button(words.plain("coffee-stay-no"), no),
        ),
    ]


def again(words: Words, asker: int, last: date, invitation_id: int, guild_id: int) -> list[Block]:
    """To somebody whom a past partner would like to meet again."""

    def act(name: str) -> str:
        return custom_id(f"matchmaking:again_{name}", invitation_id, guild_id=guild_id)

    return [
        words("coffee-again-letter", asker=member(asker), **again_cards.month(words, last)),
        words("coffee-again-sentence"),
        words("coffee-again-promise"),
        row(
            button(words.plain("coffee-again-yes"), act("yes"), style=PRIMARY),
            button(words.plain("coffee-again-no"), act("no")),
        ),
    ]
