"""What a month should hold, told from the rules and from when the bot was alive: nothing here asks the bot's own code.

Whoever is late says so, merges with the next one, or is passed over; each exactly when its kind says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.delivery.outbox import Operation
from bot.schedule.jobs import Late
from tests.soak.feature import EVERY_OTHER_DAY, MONTHLY, NIGHTLY, WEEKLY, Habit
from tests.soak.judging import Did, Expected, Tally
from tests.soak.lane import End

PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True)
class Named:
    """A date that a rule names, and the instant at which it is due."""

    date: date
    instant: int


def named(habit: Habit, since: int, until: int) -> list[Named]:
    """The dates that a rule names between two instants, found by looking at every day."""
    found = (Named(day, _instant(day, habit.rhythm.at)) for day in _days(since, until) if _names(habit, day))
    return [each for each in found if since <= each.instant <= until]


def _days(since: int, until: int) -> Iterator[date]:
    day = datetime.fromtimestamp(since, PARIS).date()
    while day <= datetime.fromtimestamp(until, PARIS).date():
        yield day
        day += timedelta(days=1)


def _names(habit: Habit, day: date) -> bool:
    return {
        WEEKLY.name: day.weekday() == 0,
        EVERY_OTHER_DAY.name: (day - date(2027, 3, 8)).days % 2 == 0,
        NIGHTLY.name: True,
        MONTHLY.name: day.day == 15,
    }[habit.name]


def _instant(day: date, at: time) -> int:
    """The first minute of the day at which a clock in Paris shows that time or a later one."""
    minute = int(datetime.combine(day, time(0), PARIS).astimezone(UTC).timestamp())
    while datetime.fromtimestamp(minute, PARIS).time() < at:
        minute += 60
    return minute


def expect(
    habit: Habit, dates: Sequence[Named], did: Sequence[Did], lives: Sequence[End], place: int, tally: Tally
) -> list[Expected]:
    """The messages of a schedule; what happened wrongly, or did not happen, goes into the tally."""
    mine = {each.key: each for each in did if each.kind == habit.name}
    if unnamed := set(mine) - {each.date.isoformat() for each in dates}:
        tally.twice.append(f"{habit.name} happened on {sorted(unnamed)}, which it does not name")
    expected = []
    for number, each in enumerate(dates):
        happened = mine.get(each.date.isoformat())
        merged = any(
            earlier.at > each.instant
            for before in dates[:number]
            if (earlier := mine.get(before.date.isoformat())) is not None
        )
        if wrong := _wrong(habit, each, happened, lives, merged=merged):
            tally.lost.append(f"{habit.name} {each.date}: {wrong}")
        if happened is None:
            tally.passed_over += 1
            continue
        late = " (late)" if habit.late is Late.NOTE and happened.at - each.instant > habit.grace else ""
        expected.append(Expected(Operation.POST, place, f"{habit.name} {each.date}{late}"))
    return expected


def _wrong(habit: Habit, each: Named, happened: Did | None, lives: Sequence[End], *, merged: bool) -> str:
    """What is wrong with what became of a date; nothing when all is well."""
    if happened is not None and happened.at < each.instant:
        return f"happened {each.instant - happened.at} s too early"
    if habit.late is Late.SKIP:
        if happened is None:
            chances = [life for life in lives if _chance(life, each, habit.grace)]
            return f"passed over, though the bot lived in time: {chances[0]}" if chances else ""
        behind = happened.at - each.instant
        return f"happened {behind} s late" if behind > habit.grace else ""
    if happened is None:
        return "" if merged else "did not happen"
    if merged:
        return "happened though an earlier one happened after its time"
    idle = sum(max(0, min(life.died, happened.at) - max(life.born, each.instant)) for life in lives)
    return f"waited for {idle} s while the bot lived" if idle > PATIENCE else ""


PATIENCE = 2 * 3600
"""Seconds of life after which what is due should have happened: leftovers are taken up one a minute."""


def _chance(life: End, each: Named, grace: int) -> bool:
    """Whether a life had a whole beat in which a date was due and not too late: it beats when it is born, and at the
    very instant; it goes on to the next beat only when everything is done."""
    beat = max(life.born, each.instant)
    return beat <= each.instant + grace and life.died > beat
