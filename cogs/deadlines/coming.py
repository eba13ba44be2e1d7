"""What falls due in an association, with all that it chose. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from cogs.deadlines.book import Book
from cogs.deadlines.entries import Deadline, Entry, Label
from cogs.deadlines.rules import LONGEST, Day, TypedYearly

MOVED: Final = timedelta(days=92)
"""How far the right date can be from the one that a rule names: more is a slip."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What organisers of an association decided: where its members work; the dates that they typed, by entry; entries
    that they hide; the right date instead of the one that an entry's rule names; when somebody of the place confirmed
    an entry."""

    jurisdictions: Collection[str] = ("fr",)
    typed: Mapping[str, Collection[Day]] = field(default_factory=dict)
    hidden: Collection[str] = ()
    corrections: Mapping[tuple[str, date], date] = field(default_factory=dict)
    confirmed: Mapping[str, date] = field(default_factory=dict)

    def holds(self, entry: Entry) -> bool:
        """Whether the entry is one of this association's."""
        return entry.jurisdiction.id in self.jurisdictions and entry.id not in self.hidden


def coming(
    book: Book, today: date, until: date, choices: Choices, *, topics: Collection[str] | None = None
) -> list[Deadline]:
    """What falls due from `today` to `until`, both included, windows that have begun included: the nearest first.
    With `topics`, only those; without, all but what is only for those who follow it."""
    found = [
        deadline
        for entry in book.current(today, choices.confirmed)
        if choices.holds(entry) and (not entry.opt_in if topics is None else entry.topic.id in topics)
        for deadline in days_of(entry, today, until, choices)
    ]
    return sorted(found, key=lambda deadline: (deadline.day, deadline.entry.id))


def days_of(entry: Entry, today: date, until: date, choices: Choices) -> Iterator[Deadline]:
    """When one entry falls due from `today` to `until`, whether members are shown it or not. A correction may bring in
    a date that the rule names outside the span."""
    if isinstance(entry.rule, TypedYearly):
        entry = replace(entry, rule=replace(entry.rule, days=tuple(choices.typed.get(entry.id, ()))))
    moved = {named: right for (id_, named), right in choices.corrections.items() if id_ == entry.id}
    for named in entry.days(min([today - LONGEST, *moved]), max([until, *moved])):
        right = moved.get(named.first)
        day = Day.on(right, named.key) if right else named
        if day.first <= until and day.last >= today:
            yield Deadline(entry, named.first, day)


def topics(book: Book, today: date, choices: Choices) -> list[Label]:
    """What members can follow; a topic of two jurisdictions is called as in the first."""
    found: dict[str, Label] = {}
    for entry in book.current(today, choices.confirmed):
        if choices.holds(entry):
            found.setdefault(entry.topic.id, entry.topic)
    return list(found.values())


def awaited(book: Book, year: int, choices: Choices) -> list[tuple[Entry, Label]]:
    """The dates of a year that organisers have yet to type, as entry and key."""
    return [
        (entry, key)
        for entry in book.entries.values()
        if isinstance(entry.rule, TypedYearly) and choices.holds(entry) and not entry.off(choices.confirmed)
        for key in entry.keys
        if not any(day.key == key.id and day.first.year == year for day in choices.typed.get(entry.id, ()))
    ]
