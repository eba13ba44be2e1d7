"""What a round-up gathers from all features. The kernel names none: a feature that has something to tell declares it.

A section is what members may read of a feature's week; a need is something that organisers may want to do about it.
What one feature can't tell, because of a mistake of ours, is missing from the round-up and noted in the log: the others
are told all the same. What Discord or the disk don't answer is asked again later, with the whole.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.delivery.outside import Undecided
from bot.logs import fields
from bot.storage import features
from bot.storage.association import Association
from bot.words.i18n import Words
from bot.words.text import Safe, truncate

log = logging.getLogger(__name__)

LINE: Final = 300
"""Characters of a line, its markup included: a dozen of them fit one message."""
TITLE: Final = 80
"""Characters of what members wrote that a line shows at most, before it is escaped."""

BROKEN: Final = 90
STUCK: Final = 80
NEWCOMER: Final = 70
ASKING: Final = 60
TO_CHOOSE: Final = 20
"""How much a need weighs: a channel that can't be used, something that could not be sent, a newcomer without a word, a
request without an answer, a choice that is open."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time that a round-up is about, in UTC seconds: what happened from `since` on, before `now`, and what is ahead
    of `now`. So whatever happens in the second in which it is made is told by the next one."""

    since: int
    now: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section. `people`: whose name or words it shows, so that it goes when they want to be gone."""

    text: Safe
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """What a feature tells of a span: a line each, in the order in which they matter; none: the section vanishes."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section by name, headed by the message `section-<name>`; smaller `place`s come first. `gather` reads
    in a read connection, never writes, asks Discord nothing, and names nobody in a way that a card of the feature
    wouldn't; a line without people may be a bare text. `enough`: whether it is a reason to post by itself; what is
    there every week, whatever people do, is none."""

    name: str
    place: int
    gather: Callable[[Association, Words, Span], Awaitable[Sequence[Line | Safe]]]
    enough: bool = True


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a human of the team may do this week, and the button that leads to it; the heavier comes first."""

    weight: int
    text: Safe
    button: discord.ui.Button[discord.ui.LayoutView]


_COMES_BACK: Final = (Undecided, sqlite3.Error)

Needs = Callable[[Association, Words, Span], Awaitable[Sequence[Need]]]
"""A source of needs; it may ask Discord."""


class Sections:
    """Every section and every source of needs that features declared."""

    def __init__(self) -> None:
        self._kinds: dict[str, SectionKind] = {}
        self._needs: list[Needs] = []

    def register(self, kind: SectionKind) -> None:
        """Make a section known."""
        self._kinds[kind.name] = kind

    def watch_needs(self, needs: Needs) -> None:
        """Ask this source what organisers may want to do."""
        self._needs.append(needs)

    @property
    def names(self) -> list[str]:
        """The names of all sections, in their order."""
        return [kind.name for kind in self._in_order()]

    async def of(self, association: Association, words: Words, span: Span) -> list[Section]:
        """What there is to tell, section by section; empty ones, and those of features that are off, are left out."""
        found = []
        for kind in self._in_order():
            if not features.is_on(association, features.room(kind.gather)):
                continue
            try:
                lines = tuple(map(_line, await kind.gather(association, words, span)))
            except _COMES_BACK:
                raise
            except Exception:
                log.exception("a section can't be told", extra=fields(guild=association.guild_id, kind=kind.name))
                continue
            if lines:
                found.append(Section(kind.name, lines))
        return found

    def are_enough(self, found: Sequence[Section]) -> bool:
        """Whether these sections are a reason to post."""
        return any(self._kinds[section.name].enough for section in found)

    def _in_order(self) -> list[SectionKind]:
        return sorted(self._kinds.values(), key=lambda one: (one.place, one.name))

    async def needs(self, association: Association, words: Words, span: Span) -> list[Need]:
        """What organisers may want to do, what matters most first."""
        found: list[Need] = []
        for source in self._needs:
            if not features.is_on(association, features.room(source)):
                continue
            try:
                found += await source(association, words, span)
            except _COMES_BACK:
                raise
            except Exception:
                log.exception("needs can't be told", extra=fields(guild=association.guild_id))
        return sorted(found, key=lambda need: -need.weight)


def _line(told: Line | Safe) -> Line:
    line = told if isinstance(told, Line) else Line(told)
    return line if len(line.text) <= LINE else Line(Safe(truncate(line.text, LINE)), line.people)
