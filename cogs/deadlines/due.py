"""Which reminder of a deadline has come, and for whom it is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.schedule.quiet import QuietHours
from cogs.deadlines.entries import Deadline

AHEAD = timedelta(days=366)
"""How far ahead a deadline can be of its first reminder, and what members are shown."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """So many days before a deadline, those who follow it are reminded."""

    deadline: Deadline
    days_before: int

    @property
    def on(self) -> date:
        """The date for which the entry asks for it."""
        return self.deadline.day.first - timedelta(days=self.days_before)

    def follows_before(self, quiet: QuietHours) -> int:
        """The instant (UTC seconds) at which its date ends: whoever follows only from then on was shown the deadline
        by following it."""
        return int(datetime.combine(self.on + timedelta(days=1), time.min, quiet.zone).timestamp())


def looked_at(today: date, quiet: QuietHours) -> date:
    """The last date whose reminders leave today: what falls on a weekend or a holiday leaves before it, not after."""
    last = today
    while not quiet.is_working_day(last + timedelta(days=1)):
        last += timedelta(days=1)
    return last


def newest(deadlines: Iterable[Deadline], last: date) -> Iterator[Reminder]:
    """Of each deadline, the newest reminder whose date is `last` or before, if any: one that comes late stands for
    those before it."""
    for deadline in deadlines:
        come = [days for days in deadline.entry.reminders if deadline.day.first - timedelta(days=days) <= last]
        if come:
            yield Reminder(deadline, min(come))
