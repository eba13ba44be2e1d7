"""What people see of a digest. Pure: sections in, cards out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import Block, button, card, each_act_once, line, row
from bot.ui.pager import page_of, turn
from bot.ui.sections import Need, Section
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.digest import rules

PAGE: Final = 10
"""Lines of a private page, beside their headings."""
RUNNING: Final = 0
"""Stands for the digest of the running week, which was never decided."""


def post(
    words: Words, digest_id: int, day: date, sections: Sequence[Section], late: int | None
) -> discord.ui.LayoutView:
    """The digest as everybody sees it: at most `rules.LINES` lines, then everything and a copy in private. `late` is
    when it should have come."""
    said = [title(words, day), *([words("late-note", at=moment(late, "f"))] if late else ())]
    lines = shown(words, sections, rules.LINES - len(said)) or [words("digest-nothing-left")]
    return card(
        Safe("\n".join([*said, *lines])),
        row(_all(words, digest_id), button(words.plain("digest-subscribe"), "digest:subscribe")),
    )


def title(words: Words, day: date) -> Safe:
    """The first line: of which day it is."""
    month = words.plain(f"month-{day.month}")
    return words("digest-title", day=words.plain("day-written", day=day.day, month=month, year=str(day.year)))


def shown(words: Words, sections: Sequence[Section], room: int) -> list[Safe]:
    """As many lines of each section as are its share of the room, then what is to be known of them."""
    notes = _notes(words, [section.name for section in sections if section.lines])
    counts = rules.cut([len(section.lines) for section in sections], room - len(notes))
    lines = [
        line
        for section, count in zip(sections, counts, strict=True)
        for line in _section(words, section.name, [told.text for told in section.lines[:count]])
    ]
    return [*lines, *notes]


def is_whole(words: Words, sections: Sequence[Section], room: int) -> bool:
    """Whether nothing is cut away."""
    lengths = [len(section.lines) for section in sections]
    notes = _notes(words, [section.name for section in sections if section.lines])
    return rules.cut(lengths, room - len(notes)) == lengths


def _section(words: Words, name: str, lines: Sequence[Safe]) -> list[Safe]:
    heading = _heading(words, name)
    if len(lines) == 1:
        return [words("digest-short", heading=heading, line=lines[0])]
    return [heading, *(words("digest-line", line=text) for text in lines)] if lines else []


def _heading(words: Words, name: str) -> Safe:
    return words("digest-heading", heading=words.plain(f"section-{name}"))


def _notes(words: Words, names: Iterable[str]) -> list[Safe]:
    """What is to be known of sections, of those that have a message for that."""
    return [
        words("digest-note", heading=words.plain(f"section-{name}"), note=words.plain(f"section-{name}-note"))
        for name in names
        if words.has(f"section-{name}-note")
    ]


def _all(words: Words, digest_id: int, guild_id: int | None = None) -> discord.ui.Button[discord.ui.LayoutView]:
    return button(words.plain("digest-all"), custom_id("digest:all", digest_id, 0, guild_id=guild_id))


def copy(
    words: Words, digest_id: int, day: date, sections: Sequence[Section], guild_id: int, *, held: bool
) -> list[Block]:
    """The same in private, for whoever subscribed; `held`: it waited for them here."""
    lines = shown(words, sections, rules.LINES - 1) or [words("digest-nothing-left")]
    stop = button(words.plain("digest-unsubscribe"), custom_id("digest:unsubscribe", guild_id=guild_id))
    return [
        Safe("\n".join([title(words, day), *lines])),
        words("digest-held") if held else None,
        row(_all(words, digest_id, guild_id), stop),
    ]


def running(words: Words, sections: Sequence[Section], *, subscribed: bool) -> discord.ui.LayoutView:
    """The last seven days, for one reader."""
    room = rules.LINES - 1
    lines = shown(words, sections, room)
    more = None if is_whole(words, sections, room) else _all(words, RUNNING)
    return card(
        Safe("\n".join([words("digest-running"), *lines])),
        None if lines else words("digest-quiet"),
        row(more, _subscription(words, subscribed=subscribed)),
    )


def _subscription(words: Words, *, subscribed: bool) -> discord.ui.Button[discord.ui.LayoutView]:
    act = "unsubscribe" if subscribed else "subscribe"
    return button(words.plain(f"digest-{act}"), f"digest:{act}")


def everything(
    words: Words, heading: Safe, sections: Sequence[Section], number: int, digest_id: int, *, subscribed: bool
) -> discord.ui.LayoutView:
    """A page of everything that a digest tells."""
    page = page_of([(section.name, told.text) for section in sections for told in section.lines], number, PAGE)
    blocks: list[Block] = []
    for name in dict.fromkeys(name for name, _ in page.entries):
        lines = [words("digest-line", line=text) for of, text in page.entries if of == name]
        blocks += [line(), Safe("\n".join([_heading(words, name), *lines, *_notes(words, [name])]))]
    return card(
        heading,
        *(blocks or [words("digest-quiet")]),
        turn(words, page, lambda to: custom_id("digest:all", digest_id, to)),
        row(_subscription(words, subscribed=subscribed)),
    )


def answered(words: Words, said: Safe, *, subscribed: bool) -> discord.ui.LayoutView:
    """After subscribing, or no longer: what was noted, and the way back."""
    return card(
        said, row(_subscription(words, subscribed=subscribed), button(words.plain("digest-see"), "digest:show"))
    )


def team(words: Words, needs: Sequence[Need], late: int | None) -> discord.ui.LayoutView:
    """The organisers' part: what needs a human, the most important first, each with its button."""
    blocks: list[Block] = []
    for need in needs[: rules.NEEDS]:
        blocks += [words("digest-need", need=need.text), row(need.button)]
    said = words("late-note", at=moment(late, "f")) if late else None
    return card(words("digest-team"), said, *each_act_once(blocks))
