"""The calendar as it stands in an association: the book, what its organisers chose, and the day it is there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bot.schedule.quiet import QuietHours
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.deadlines import choice_store, coming, due
from cogs.deadlines.book import Book, book_of
from cogs.deadlines.coming import Choices
from cogs.deadlines.entries import Deadline, Entry, Label
from cogs.deadlines.rules import LONGEST, Day, TypedYearly


@dataclass(frozen=True, slots=True)
class Dates:
    """What falls due in an association, seen from a day."""

    book: Book
    choices: Choices
    today: date
    quiet: QuietHours

    def coming(self, topics: Collection[str] | None = None, *, until: date | None = None) -> list[Deadline]:
        """What members are shown of a year, or until a day: all but what is only for those who follow it, or these
        topics."""
        return coming.coming(self.book, self.today, until or self.today + due.AHEAD, self.choices, topics=topics)

    @property
    def topics(self) -> list[Label]:
        """What can be shown by itself."""
        return coming.topics(self.book, self.today, self.choices)

    @property
    def followable(self) -> list[Label]:
        """What members can follow."""
        return coming.followable(self.book, self.today, self.choices)

    def days_of(self, entry: Entry) -> list[Deadline]:
        """When one entry falls due in a year, whether members are shown it or not."""
        return list(coming.days_of(entry, self.today, self.today + due.AHEAD, self.choices))

    def correctable(self, entry: Entry) -> list[Deadline]:
        """The same, and what was corrected of late to a day that is past, so that a slip can be undone."""
        since = self.today - coming.MOVED
        found = coming.days_of(entry, since, self.today + due.AHEAD, self.choices)
        return [one for one in found if one.day.last >= self.today or one.corrected]

    def named(self, ref: str, day: date) -> Deadline | None:
        """The deadline that is called so, and fell on this day when that was written; None when it is gone."""
        entry = self.book.entries.get(ref.partition(".")[0])
        if entry is None:
            return None
        first, last = min(self.today, day) - LONGEST, max(self.today, day) + due.AHEAD
        found = coming.days_of(entry, first, last, self.choices)
        return next((deadline for deadline in found if deadline.ref == ref), None)

    def shows(self, entry: Entry) -> bool:
        """Whether members are shown an entry."""
        confirmed = self.choices.confirmed
        return self.choices.holds(entry) and not entry.off(confirmed) and not entry.stale(self.today, confirmed)

    def topic_name(self, topic: str, language: str) -> str:
        """What a topic is called; its code, when no entry has it any more."""
        labels = (label for entry in self.book.entries.values() for label in entry.topics if label.id == topic)
        return next((label.names[language] for label in labels), topic)

    @property
    def in_use(self) -> list[Entry]:
        """The entries of where members work, hidden ones included."""
        return [entry for entry in self.book.entries.values() if entry.jurisdiction.id in self.choices.jurisdictions]

    @property
    def stale(self) -> list[Entry]:
        """Those that nobody has checked for long."""
        return [e for e in self.book.stale(self.today, self.choices.confirmed) if self.choices.holds(e)]

    @property
    def unsure_since(self) -> dict[str, date]:
        """The topics, by code, of which something can't be relied on, and since when."""
        found: dict[str, date] = {}
        for entry in self.stale:
            since = entry.trusted_until(self.choices.confirmed)
            found[entry.topic.id] = max(since, found.get(entry.topic.id, since))
        return found

    @property
    def unconfirmed(self) -> list[Entry]:
        """Those that wait for somebody who works there."""
        return [e for e in self.book.unconfirmed(self.today, self.choices.confirmed) if self.choices.holds(e)]

    @property
    def awaited(self) -> list[tuple[Entry, Label]]:
        """The dates of this year that organisers have yet to type, and by now can."""
        found = coming.awaited(self.book, self.today.year, self.choices)
        return [(entry, key) for entry, key in found if entry.in_season(self.today)]

    def unknown(self, topics: Collection[str] | None = None) -> list[tuple[Entry, list[Label]]]:
        """The entries that members are shown and whose next date, for some keys, organisers have yet to type."""
        found = []
        for entry in self.in_use:
            if isinstance(entry.rule, TypedYearly) and self.shows(entry):
                known = {deadline.day.key for deadline in self.days_of(entry)}
                missing = [key for key in entry.keys if key.id not in known and _wanted(entry, key, topics)]
                found += [(entry, missing)] if missing else []
        return found

    @property
    def where(self) -> str:
        """Whose word decides, for the disclaimer: "fr" where members work in France alone, else "other"."""
        return "fr" if set(self.choices.jurisdictions) == {"fr"} else "other"


def _wanted(entry: Entry, key: Label, topics: Collection[str] | None) -> bool:
    return not entry.opt_in if topics is None else entry.topic_of(Day.on(date.min, key.id)).id in topics


async def dates(house: House, association: Association, db: Connection, *, at: int | None = None) -> Dates:
    """The calendar of an association as it stands now, seen from the day of `at` (UTC seconds; None: today)."""
    book, zone = book_of(house.settings), association.preferences[prefs.ZONE]
    choices = await choice_store.choices(db, {one.id: zone in one.zones for one in book.jurisdictions.values()})
    today = datetime.fromtimestamp(house.clock.now() if at is None else at, association.zone).date()
    return Dates(book, choices, today, association.quiet_hours)
