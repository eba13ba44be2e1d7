"""What organisers see of the calendar as a whole: their panel, the year's dates, the history. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import Block, Choice, button, card, line, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, member, moment
from cogs.deadlines.cards import day, several
from cogs.deadlines.entries import Change, Entry, Jurisdiction, Label

HISTORY: Final = 12
"""Changes on a page."""

Button = discord.ui.Button[discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for organisers."""

    typed: int
    reports: int
    stale: int
    unconfirmed: int


def back(words: Words) -> Button:
    """The way back to the panel."""
    return button(words.plain("deadlines-manage-back"), "deadlines:manage")


def manage(
    words: Words, jurisdictions: Iterable[Jurisdiction], used: Collection[str], waiting: Waiting
) -> discord.ui.LayoutView:
    """Organisers' own panel of deadlines: where members work, what waits, every act."""
    places = {one.id: one.names[words.language] for one in jurisdictions}
    here = ", ".join(name for code, name in places.items() if code in used)
    lines = [
        words(f"deadlines-manage-{what}", count=count)
        for what, count in (
            ("typed", waiting.typed),
            ("reports", waiting.reports),
            ("stale", waiting.stale),
            ("unconfirmed", waiting.unconfirmed),
        )
        if count
    ]
    choices = [Choice(code, name, chosen=code in used) for code, name in places.items()]
    return card(
        words("deadlines-manage"),
        words("deadlines-manage-where", places=here) if here else words("deadlines-manage-nowhere"),
        row(several("deadlines:use", words.plain("deadlines-manage-choose"), choices)),
        Safe("\n".join(lines)) if lines else words("deadlines-manage-nothing"),
        row(
            button(words.plain("deadlines-manage-dates"), "deadlines:dates"),
            button(words.plain("deadlines-manage-correct"), custom_id("deadlines:entries", 0)),
            button(words.plain("deadlines-manage-confirm"), "deadlines:confirm"),
        ),
        row(
            button(words.plain("deadlines-manage-reported"), custom_id("deadlines:reports", 0)),
            button(words.plain("deadlines-manage-history"), custom_id("deadlines:history", 0)),
        ),
    )


# The year's dates


def typed(
    words: Words, year: int, other: int, entries: Sequence[tuple[Entry, Mapping[str, date]]]
) -> discord.ui.LayoutView:
    """The dates of a year that only organisers can say; `other` is the year beside it."""
    blocks: list[Block] = []
    choices: list[Choice] = []
    for entry, known in entries:
        blocks += [line(), Safe("\n".join(_typed(words, entry, known)))]
        choices += [
            Choice(f"{entry.id}.{key.id}", key.names[words.language], entry.titles[words.language])
            for key in entry.keys
        ]
    return card(
        words("deadlines-dates", year=str(year)),
        *(blocks or [words("deadlines-dates-none")]),
        row(select(custom_id("deadlines:date_form", year), words.plain("deadlines-dates-choose"), choices))
        if choices
        else None,
        row(
            button(words.plain("deadlines-dates-year", year=str(other)), custom_id("deadlines:dates_of", other)),
            back(words),
        ),
    )


def _typed(words: Words, entry: Entry, known: Mapping[str, date]) -> list[Safe]:
    heading = Safe(f"[{words('deadlines-dates-entry', title=entry.titles[words.language])}]({entry.source})")
    lines = [
        words(
            "deadlines-dates-line",
            whose=key.names[words.language],
            day=day(words, known[key.id]) if key.id in known else "none",
        )
        for key in entry.keys
    ]
    return [heading, *lines]


# To correct


def entries(words: Words, page: Page[Entry]) -> discord.ui.LayoutView:
    """A page of entries to choose from."""
    choices = [Choice(one.id, one.titles[words.language], one.topic.names[words.language]) for one in page.entries]
    return card(
        words("deadlines-correct"),
        row(select("deadlines:entry_choose", words.plain("deadlines-correct-choose"), choices))
        if choices
        else words("deadlines-correct-none"),
        turn(words, page, lambda number: custom_id("deadlines:entries", number)),
        row(back(words)),
    )


# History


def history(
    words: Words, page: Page[Change], known: Mapping[str, Entry], places: Mapping[str, Jurisdiction]
) -> discord.ui.LayoutView:
    """A page of what was decided, the newest first."""
    lines = [_change(words, change, known, places) for change in page.entries]
    return card(
        words("deadlines-history"),
        Safe("\n".join(lines)) if lines else words("deadlines-history-none"),
        turn(words, page, lambda number: custom_id("deadlines:history", number)),
        row(back(words)),
    )


def _change(words: Words, change: Change, known: Mapping[str, Entry], places: Mapping[str, Jurisdiction]) -> Safe:
    found, place = known.get(change.subject), places.get(change.subject)
    names = found.titles if found is not None else place.names if place is not None else None
    return words(
        "deadlines-history-line",
        when=moment(change.at, "d"),
        who=member(change.member_id) if change.member_id is not None else words.plain("deadlines-history-somebody"),
        act=change.act,
        subject=names[words.language] if names is not None else change.subject,
        detail=_detail(words, change, found.keys if found is not None else ()),
        before=_iso(words, change.before),
        after=_iso(words, change.after),
        why=change.why or "none",
    )


def _detail(words: Words, change: Change, keys: Iterable[Label]) -> str:
    """Which of an entry's dates it was: a key with its year, else nothing that needs saying."""
    key, _, year = change.detail.rpartition(".")
    name = next((label.names[words.language] for label in keys if label.id == key), key)
    return f"{name}, {year}" if name else ""


def _iso(words: Words, text: str) -> str:
    return day(words, date.fromisoformat(text)) if text else words.plain("deadlines-history-nothing")
