"""What falls due in an association, with all that it chose. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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
    With `topics` (see `Entry.topics`), only those; without, all but what is only for those who follow it."""
    found = [
        deadline
        for entry in book.current(today, choices.confirmed)
        if choices.holds(entry)
        for deadline in days_of(entry, today, until, choices)
        if (not entry.opt_in if topics is None else deadline.topic.id in topics)
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
    """What can come, by topic; a topic of two jurisdictions is called as in the first."""
    return _each_once(entry.topic for entry in _held(book, today, choices))


def followable(book: Book, today: date, choices: Choices) -> list[Label]:
    """What members can follow: of a topic whose date depends on where somebody lives, their own alone."""
    return _each_once(topic for entry in _held(book, today, choices) for topic in entry.topics)


def within(book: Book, topic: str) -> set[str]:
    """All that can be followed of a topic."""
    return {label.id for entry in book.entries.values() if entry.topic.id == topic for label in entry.topics}


def _held(book: Book, today: date, choices: Choices) -> list[Entry]:
    return [entry for entry in book.current(today, choices.confirmed) if choices.holds(entry)]


def _each_once(labels: Iterable[Label]) -> list[Label]:
    found: dict[str, Label] = {}
    for label in labels:
        found.setdefault(label.id, label)
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
