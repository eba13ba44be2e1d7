"""What is written to people, judged: when, how often, to whom; and each reminder of the calendar once, in time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Final

from bot.schedule.clock import DAY
from tests.soak.quarter_calendar import DUE, Due, brought_forward, instant, local, quiet
from tests.soak.quarter_diary import Person
from tests.soak.quarter_story import Story
from tests.soak.quarter_watch import Said

ASKS: Final = frozenset(
    "help_requests:ask help_requests:still tips:agreement tips:check prompts:host deadlines:check".split()
)
"""Kinds of letters that want something of their reader; all others are their own matters."""
UNCOUNTED: Final = frozenset({"digest:copy"})
REMINDER: Final = "deadlines:reminder"
SHUT: Final = 30 * DAY
"""How long whoever once took no direct messages isn't written any, in seconds."""
SLACK: Final = timedelta(days=4)
"""Within how many days of its date a reminder has come, whatever else a person was written."""


@dataclass(frozen=True, slots=True)
class Written:
    """A direct message: the kinds of letters in it, and the reminders: deadline, its day, days before."""

    said: Said
    kinds: frozenset[str]
    reminders: tuple[tuple[str, str, int], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is the one message of the day about their own matters."""
        return bool(self.kinds - ASKS - UNCOUNTED)


class Letters:
    """Reads everybody's direct messages."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._looked = 0
        self._judged: set[tuple[int, Due, int]] = set()
        self.came = 0
        """Reminders that came where the calendar says so."""
        self.written: dict[int, list[Written]] = {}
        """By member."""

    async def before(self) -> None:
        """Nothing to look at."""

    async def after(self) -> None:
        """Read what is new."""
        watch = self._story.watch
        said, self._looked = watch.said[self._looked :], len(watch.said)
        for one in said:
            if one.bot and one.place in watch.private:
                self._read(watch.private[one.place], one)

    def _read(self, member_id: int, one: Said) -> None:
        rows = self._story.rows("SELECT kind, key FROM letters WHERE message_id = :id", id=one.id)
        found = Written(one, frozenset(row["kind"] for row in rows))
        keys = [int(row["key"]) for row in rows if row["kind"] == REMINDER]
        for key in keys:
            for row in self._story.rows("SELECT * FROM deadline_reminders WHERE id = :id", id=key):
                reminder = (row["deadline"], row["day"], row["days_before"])
                found = replace(found, reminders=(*found.reminders, reminder))
        earlier = self.written.setdefault(member_id, [])
        person = self._story.diary.person(member_id)
        if person is None or not rows:
            self._story.fault(f"a message that is no letter, or to nobody of here: {one.text[:80]!r}")
        else:
            self._look_at(person, found, earlier)
        earlier.append(found)

    # One message

    def _look_at(self, person: Person, new: Written, earlier: list[Written]) -> None:
        at, where = new.said.at, f"{person.name}, {local(new.said.at):%a %d/%m %H:%M}, {sorted(new.kinds)}"
        if quiet(at):
            self._story.fault(f"{where}: in quiet hours")
        if person.away.touch(at, at) or (person.erased_at is not None and person.erased_at < at):
            self._story.fault(f"{where}: to somebody who is gone")
        if self._story.diary.held.touch(at, at) and self._story.diary.held.open:
            self._story.fault(f"{where}: while everything is held")
        if new.kinds & ASKS and any(one.kinds & ASKS and at - one.said.at < 7 * DAY for one in earlier):
            self._story.fault(f"{where}: a second ask within a week")
        if new.counts and any(one.counts and local(one.said.at).date() == local(at).date() for one in earlier):
            self._story.fault(f"{where}: a second message of matters that day")
        known = Counter(reminder for one in (*earlier, new) for reminder in one.reminders)
        for reminder in new.reminders:
            self._look_at_reminder(person, reminder, known[reminder], at, where)

    def _look_at_reminder(
        self, person: Person, reminder: tuple[str, str, int], times: int, at: int, where: str
    ) -> None:
        deadline, day, _ = reminder
        if times > 1:
            self._story.fault(f"{where}: {reminder} a second time")
        if (done := person.done.get(deadline)) is not None and done.touch(at, at):
            self._story.fault(f"{where}: {reminder} after Fait")
        if date.fromisoformat(day) < local(at).date() and "vat" not in deadline:
            self._story.fault(f"{where}: {reminder} is past")

    # What should have come

    def week(self) -> None:
        """Every reminder whose time has passed came to everybody who was to get it, unless something explains it."""
        today = local(self._story.now).date()
        for due in DUE:
            for days in due.before:
                on = brought_forward(due.day - timedelta(days=days))
                if self._story.season.monday <= on and min(on + SLACK, due.day) < today:
                    for person in self._story.diary.people:
                        self._expect(person, due, days, on)

    def _expect(self, person: Person, due: Due, days: int, on: date) -> None:
        mark = (person.who.id, due, days)
        if mark in self._judged:
            return
        self._judged.add(mark)
        last = min(on + SLACK, due.day)
        came = any(
            due.words in one.said.text and on <= local(one.said.at).date() <= last
            for one in self.written.get(person.who.id, ())
            if any(reminder[1:] == (due.day.isoformat(), days) for reminder in one.reminders)
        )
        self.came += came
        if not came and not self._explains(person, due, instant(on, time(0)), instant(last, time(23))):
            self._story.fault(f"{person.name} was not reminded of {due.topic} {due.day}, {days} days before, from {on}")

    def _explains(self, person: Person, due: Due, since: int, until: int) -> bool:
        """Whether something keeps a reminder from them in this time."""
        diary = self._story.diary
        followed = (
            any(first < since and last > until for first, last in person.follows[due.topic].all)
            if (due.topic in person.follows)
            else False
        )
        gone = person.erased_at is not None and person.erased_at < until
        done = any(spans.touch(since, until) for key, spans in person.done.items() if _is_about(key, due))
        moved = any(named == due.day for _, named in diary.corrected)
        disturbed = any(spans.touch(since, until) for spans in (person.away, diary.down, diary.held))
        disturbed |= person.closed.touch(since - SHUT, until)
        return not followed or gone or done or moved or disturbed


def _is_about(key: str, due: Due) -> bool:
    return key.endswith(due.day.isoformat())
