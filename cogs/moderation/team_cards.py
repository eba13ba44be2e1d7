"""Cases as those see them who may: in the list, whole, their audit, somebody's history. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Choice, button, card, link_button, member_select, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.moderation.cards import context, people, person, quoted, since, yes
from cogs.moderation.rules import Case, Entry, Role, Someone, State

Button = discord.ui.Button[discord.ui.LayoutView]
LATEST: Final = 4
"""Acts that a case's card shows; its audit shows all."""


def cases(words: Words, page: Page[Case], *, organiser: bool) -> discord.ui.LayoutView:
    """The list: number, urgency, age, state, and nothing more."""
    lines = [
        words("moderation-cases-line", number=one.id, urgent=yes(one.urgent), since=since(one), state=one.state.value)
        for one in page.entries
    ]
    choices = [Choice(str(one.id), words.plain("moderation-case-label", number=one.id)) for one in page.entries]
    return card(
        words("moderation-cases-title"),
        Safe("\n".join(lines)) if lines else words("moderation-cases-none"),
        row(select("moderation:open_chosen", words.plain("moderation-cases-choose"), choices)) if choices else None,
        turn(words, page, lambda number: custom_id("moderation:cases_page", number)),
        row(
            button(words.plain("moderation-history"), "moderation:history"),
            button(words.plain("moderation-looks"), custom_id("moderation:looks", 0)),
        )
        if organiser
        else None,
    )


def case(
    words: Words, found: Case, done: Sequence[Entry], *, mine: bool, guild_id: int, act: Button | None = None
) -> discord.ui.LayoutView:
    """A case, to somebody who may read it; `mine`: they take care of it, and get the way to `act`."""
    return card(
        words("moderation-case-title", number=found.id, urgent=yes(found.urgent), since=since(found)),
        words(
            "moderation-case-people",
            sort=words.plain(f"moderation-sort-{found.sort}"),
            reporter=person(words, found.reporter),
            concerned=people(words, found.of(Role.CONCERNED)) or words.plain("moderation-nobody"),
            named=people(words, found.of(Role.NAMED)),
            more=yes(bool(found.of(Role.NAMED))),
        ),
        quoted(words, found.said),
        _state(words, found, mine=mine),
        _entries(words, done[-LATEST:]),
        row(*([act, *_handling(words, found)] if mine else [_take(words, found)])),
        row(
            button(words.plain("moderation-log"), custom_id("moderation:log", found.id, 0)),
            _context(words, found, guild_id),
            button(words.plain("offer-moderation-cases"), "moderation:cases"),
        ),
    )


def _state(words: Words, found: Case, *, mine: bool) -> Safe:
    return words(
        "moderation-case-state",
        state=found.state.value,
        mine=yes(mine),
        handler=person(words, found.handler),
        closed=moment(found.closed_at or 0, "D"),
    )


def _handling(words: Words, found: Case) -> list[Button]:
    return [
        button(words.plain("moderation-note"), custom_id("moderation:note", found.id)),
        button(words.plain("moderation-release"), custom_id("moderation:release", found.id)),
        button(words.plain("moderation-close"), custom_id("moderation:close", found.id), style=PRIMARY),
    ]


def _take(words: Words, found: Case) -> Button | None:
    if found.state is State.CLOSED:
        return None
    if found.waits:
        return button(words.plain("moderation-take"), custom_id("moderation:take", found.id), style=PRIMARY)
    since_then = custom_id("moderation:take_over", found.id, found.taken_at or 0)
    return button(words.plain("moderation-take-over"), since_then, style=PRIMARY)


def _context(words: Words, found: Case, guild_id: int) -> Button | None:
    url = context(found, guild_id)
    return link_button(words.plain("moderation-context"), url) if url else None


def log(words: Words, found: Case, page: Page[Entry]) -> discord.ui.LayoutView:
    """All that was done in a case."""
    return card(
        words("moderation-log-title", number=found.id),
        _entries(words, page.entries) or words("moderation-log-none"),
        turn(words, page, lambda number: custom_id("moderation:log", found.id, number)),
        row(button(words.plain("moderation-back-to-case"), custom_id("moderation:open", found.id))),
    )


def _entries(words: Words, done: Sequence[Entry]) -> Safe:
    return Safe("\n".join(entry_line(words, one) for one in done))


def entry_line(words: Words, one: Entry) -> Safe:
    """One act: when, who, what, towards whom, why."""
    return words(
        "moderation-entry",
        at=moment(one.at, "f"),
        act=words.plain(f"moderation-act-{one.act.value}"),
        by="somebody" if one.actor.alias else "nobody",
        actor=person(words, one.actor),
        towards=yes(one.target is not None),
        target=person(words, one.target),
        why=yes(bool(one.reason)),
        reason=one.reason,
    )


# Somebody's history


def choose_somebody(words: Words) -> discord.ui.LayoutView:
    """Whose history."""
    return card(
        words("moderation-history-ask"),
        row(member_select("moderation:history_of", words.plain("moderation-history-choose"), None)),
    )


def history(words: Words, who: Someone, found: Page[Case | Entry]) -> discord.ui.LayoutView:
    """What is known of somebody: the cases about them that the reader may open, and what was done towards them."""
    lines = [_history_line(words, one) for one in found.entries]
    choices = [
        Choice(str(one.id), words.plain("moderation-case-label", number=one.id))
        for one in found.entries
        if isinstance(one, Case)
    ]
    return card(
        words("moderation-history-title", member=person(words, who)),
        Safe("\n".join(lines)) if lines else words("moderation-history-none"),
        row(select("moderation:open_chosen", words.plain("moderation-cases-choose"), choices)) if choices else None,
        turn(words, found, lambda number: custom_id("moderation:history_page", who.id or 0, number)),
        row(
            button(words.plain("offer-moderation-history"), "moderation:history"),
            button(words.plain("offer-moderation-cases"), "moderation:cases"),
        ),
    )


def _history_line(words: Words, one: Case | Entry) -> Safe:
    if isinstance(one, Entry):
        return entry_line(words, one)
    return words(
        "moderation-history-line",
        number=one.id,
        sort=words.plain(f"moderation-sort-{one.sort}"),
        at=moment(one.opened_at or one.began_at, "D"),
        state=one.state.value,
    )


def looks(words: Words, page: Page[Entry]) -> discord.ui.LayoutView:
    """Who looked into a history, when and why; not whose."""
    lines = [
        words("moderation-look", at=moment(one.at, "f"), actor=person(words, one.actor), reason=one.reason)
        for one in page.entries
    ]
    return card(
        words("moderation-looks-title"),
        Safe("\n".join(lines)) if lines else words("moderation-looks-none"),
        turn(words, page, lambda number: custom_id("moderation:looks", number)),
        row(button(words.plain("offer-moderation-cases"), "moderation:cases")),
    )
