"""When recurring things happen. Pure wall-clock rules in the association's own zone.

A rule names local dates; a named date is an occurrence's identity, so a schedule and a date make a unique key. An
hour that the clocks skip in spring gives way to the instant at which they jump; one that comes twice in autumn counts
once, the first time.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo


class Unit(StrEnum):
    """What a rhythm counts."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTH_DAY = "month-day"
    MONTH_WEEKDAY = "month-weekday"


class OnHoliday(StrEnum):
    """What becomes of an occurrence that falls on a public holiday; MOVE takes it to the next working day."""

    KEEP = "keep"
    SKIP = "skip"
    MOVE = "move"


RAREST: Final = {Unit.DAYS: 730, Unit.WEEKS: 104, Unit.MONTH_DAY: 24, Unit.MONTH_WEEKDAY: 24}
"""The greatest `every` of each unit: two years. It bounds every search below."""

_LONGEST: Final = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTH_DAY: 31, Unit.MONTH_WEEKDAY: 38}
"""Days between two named dates, at most, for an `every` of one."""
_SHORTEST: Final = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTH_DAY: 28, Unit.MONTH_WEEKDAY: 28}
"""The same, at least."""
_PATIENCE: Final = timedelta(days=3653)  # ten years


def days_between(unit: Unit, every: int) -> int:
    """How many days lie between two dates that a rhythm names, at least."""
    return _SHORTEST[unit] * every


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A rule such as "every second Tuesday at 9:00". ValueError when it makes no sense."""

    unit: Unit
    at: time
    """Wall clock, to the minute."""
    every: int = 1
    """Every n days, n weeks or, for both month units, n months."""
    weekday: int = 0
    """0 is Monday; for WEEKS and MONTH_WEEKDAY."""
    day: int = 1
    """For MONTH_DAY; the last day of a shorter month stands in."""
    nth: int = 1
    """1 to 4, or -1 for the last; for MONTH_WEEKDAY."""
    anchor: date = date(2024, 1, 1)
    """The day, week or month from which "every n" is counted, both ways."""
    on_holiday: OnHoliday = OnHoliday.KEEP

    def __post_init__(self) -> None:
        if self.at.tzinfo is not None or self.at.second or self.at.microsecond:
            raise ValueError(f"A rhythm's time is a wall clock to the minute, not {self.at.isoformat()}.")
        rarest = RAREST[self.unit]
        _check(self.every, range(1, rarest + 1), f"For {self.unit.value}, every is from 1 to {rarest}")
        _check(self.weekday, range(7), "A weekday is from 0 (Monday) to 6")
        _check(self.day, range(1, 32), "A day of the month is from 1 to 31")
        _check(self.nth, (1, 2, 3, 4, -1), "Which weekday of the month is 1 to 4, or -1 for the last")

    def written(self) -> str:
        """The rhythm as JSON; equal rhythms are written alike."""
        words = {"at": self.at.isoformat("minutes"), "anchor": self.anchor.isoformat()}
        return json.dumps(asdict(self) | words)

    @classmethod
    def read(cls, text: str) -> Rhythm:
        """A rhythm from what `written` gave. ValueError when it makes no sense."""
        try:
            values = json.loads(text)
            return cls(
                unit=Unit(values.pop("unit")),
                at=time.fromisoformat(values.pop("at")),
                anchor=date.fromisoformat(values.pop("anchor")),
                on_holiday=OnHoliday(values.pop("on_holiday")),
                **values,
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"This is not a rhythm: {text}") from error


def _check(value: int, allowed: Container[int], rule: str) -> None:
    """Refuse what isn't allowed; the type too, as JSON may say 1.0 or true where it means 1."""
    if type(value) is not int or value not in allowed:
        raise ValueError(f"{rule}, not {value!r}.")


@dataclass(frozen=True, slots=True)
class Pause:
    """Dates on which nothing happens, from the first to the last, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"A pause can't end on {self.last}, before it begins on {self.first}.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


LocalDate: TypeAlias = date  # inside Occurrence, `date` is its field


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a rhythm comes round."""

    date: LocalDate
    """The local date that the rule names: its identity."""
    day: LocalDate
    """The local date on which it happens: later than `date` when a holiday moved it."""
    instant: int
    """UTC seconds."""


def named_dates(rhythm: Rhythm, after: date) -> Iterator[date]:
    """The dates that the rule names, strictly after `after`, as long as there is a calendar (year 9999)."""
    match rhythm.unit:
        case Unit.DAYS:
            return _strides(rhythm.anchor, rhythm.every, after)
        case Unit.WEEKS:
            weekday = rhythm.anchor + timedelta(days=rhythm.weekday - rhythm.anchor.weekday())
            return _strides(weekday, 7 * rhythm.every, after)
        case Unit.MONTH_DAY | Unit.MONTH_WEEKDAY:
            return _monthly(rhythm, after)


def _strides(anchor: date, days: int, after: date) -> Iterator[date]:
    soonest = after.toordinal() + 1
    first = soonest + (anchor.toordinal() - soonest) % days
    return map(date.fromordinal, range(first, date.max.toordinal() + 1, days))


def _monthly(rhythm: Rhythm, after: date) -> Iterator[date]:
    soonest = _month_number(after)
    first = soonest + (_month_number(rhythm.anchor) - soonest) % rhythm.every
    for month in range(first, 12 * (MAXYEAR + 1), rhythm.every):
        named = _in_month(rhythm, month // 12, month % 12 + 1)
        if named > after:
            yield named


def _month_number(day: date) -> int:
    return 12 * day.year + day.month - 1


def _in_month(rhythm: Rhythm, year: int, month: int) -> date:
    """The one date that a monthly rule names in this month."""
    weekday_of_first, length = monthrange(year, month)
    if rhythm.unit is Unit.MONTH_DAY:
        return date(year, month, min(rhythm.day, length))
    first = 1 + (rhythm.weekday - weekday_of_first) % 7
    last = first + (length - first) // 7 * 7
    return date(year, month, last if rhythm.nth == -1 else first + 7 * (rhythm.nth - 1))


def occurrences(
    rhythm: Rhythm,
    zone: ZoneInfo,
    *,
    after: date,
    pauses: Sequence[Pause] = (),
    holidays: Container[date] = frozenset(),
) -> Iterator[Occurrence]:
    """What happens, instants strictly ascending, for named dates strictly after `after`.

    Lazy; ends when nothing happens for ten years, as in an endless pause.
    """
    latest = after
    for named, following in pairwise(named_dates(rhythm, after)):
        if named - latest > _PATIENCE:
            return
        day = _day(rhythm.on_holiday, named, following, pauses, holidays)
        if day is not None:
            latest = named
            yield Occurrence(named, day, instant_of(day, rhythm.at, zone))


def _day(
    wish: OnHoliday, named: date, following: date, pauses: Iterable[Pause], holidays: Container[date]
) -> date | None:
    """The day on which the occurrence of `named` happens, if it does at all."""
    if _paused(named, pauses):
        return None
    if wish is OnHoliday.KEEP or named not in holidays:
        return named
    if wish is OnHoliday.SKIP:
        return None
    # Only the days before the next named date: there it would merge with what that date names.
    between = (named + timedelta(days=n) for n in range(1, (following - named).days))
    working = (day for day in between if day.weekday() < 5 and day not in holidays and not _paused(day, pauses))
    return next(working, None)


def _paused(day: date, pauses: Iterable[Pause]) -> bool:
    return any(day in pause for pause in pauses)


def next_occurrence(
    rhythm: Rhythm,
    zone: ZoneInfo,
    *,
    after: date,
    not_before: int,
    pauses: Sequence[Pause] = (),
    holidays: Container[date] = frozenset(),
) -> Occurrence | None:
    """The first whose named date is after `after` and whose instant (UTC seconds) is not before `not_before`; None
    when some years hold none. Dates too old to matter are not walked through, so `after` may lie long ago."""
    today = datetime.fromtimestamp(not_before, zone).date()
    # an occurrence is moved at most to the day before the next named date, which is one step of the rhythm away
    step = timedelta(days=rhythm.every * _LONGEST[rhythm.unit] + 1)
    start = max(after, today - step)
    found = occurrences(rhythm, zone, after=start, pauses=pauses, holidays=holidays)
    return next((occurrence for occurrence in found if occurrence.instant >= not_before), None)


def instant_of(day: date, at: time, zone: ZoneInfo) -> int:
    """The instant (UTC seconds) at which a wall clock in the zone shows `at` on `day`: the first of two in the autumn
    fold, and in the spring gap, where it never does, the instant at which the clocks jump."""
    wall = datetime.combine(day, at.replace(fold=0), zone)
    instant = int(wall.timestamp())
    if datetime.fromtimestamp(instant, zone) == wall:  # within one zone, this compares what the wall clocks show
        return instant
    # In a gap fold=1 counts with the offset after the jump, fold=0 with the one before: the jump lies between.
    around = range(int(wall.replace(fold=1).timestamp()), instant + 1)
    offset = datetime.fromtimestamp(instant, zone).utcoffset()
    return around[bisect_left(around, True, key=lambda each: datetime.fromtimestamp(each, zone).utcoffset() == offset)]
