"""On which days an administrative date falls. Eight kinds of rule, pure.

A rule names the nominal day: what a weekend or a public holiday postpones stays where it is, so that nobody is told
too late. A day belongs to the span in which it begins, so spans laid end to end hold every day once.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

EVERY_MONTH: Final = tuple(range(1, 13))
LONGEST: Final = timedelta(days=30)
"""From the first day of a window to its last, at most."""
PERIODS: Final = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""What a declaration may cover, in months."""

_MONTH_DAY: Final = re.compile(r"\d\d-\d\d")
_COMMON_YEAR: Final = 2001


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date, or the days from the first to the last in which everybody has a date of their own. `key` says whose it
    is, where a rule has several dates a year."""

    first: date
    last: date
    key: str = ""

    @classmethod
    def on(cls, day: date, key: str = "") -> Day:
        """One single date."""
        return cls(day, day, key)


class Rule(Protocol):
    """What says when."""

    def dates(self, first: date, last: date, holidays: Container[date], /) -> list[Day]:
        """The days that begin from `first` to `last`, both included: ascending, each once."""
        ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same date every year."""

    month: int
    day: int

    def __post_init__(self) -> None:
        _check_date(self.month, self.day)

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        return _within(first, last, (Day.on(date(year, self.month, self.day)) for year in _years(first, last)))


@dataclass(frozen=True, slots=True)
class FixedDates:
    """The same dates every year, as month and day: "02-05"."""

    days: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.days:
            raise ValueError("there is no day")
        for text in self.days:
            if not isinstance(text, str) or not _MONTH_DAY.fullmatch(text):
                raise ValueError(f'a day is written "MM-DD", not {text!r}')
            _check_date(int(text[:2]), int(text[3:]))

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        years = _years(first, last)
        return _within(
            first, last, (Day.on(date(year, int(text[:2]), int(text[3:]))) for year in years for text in self.days)
        )


@dataclass(frozen=True, slots=True)
class LastDayOfMonth:
    """The last day of some months."""

    months: tuple[int, ...] = EVERY_MONTH

    def __post_init__(self) -> None:
        _check_months(self.months)

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        return _within(
            first, last, (Day.on(_end(year, month)) for year in _years(first, last) for month in self.months)
        )


@dataclass(frozen=True, slots=True)
class NthWorkingDayAfter:
    """The nth working day (Monday to Friday, no public holiday) after a date of the year, that date not counted."""

    n: int
    month: int
    day: int

    def __post_init__(self) -> None:
        _check_date(self.month, self.day)
        _check(self.n, range(1, 32), "n is from 1 to 31")

    def dates(self, first: date, last: date, holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        years = _years(first, last, before=1)
        return _within(first, last, (Day.on(self._after(date(year, self.month, self.day), holidays)) for year in years))

    def _after(self, start: date, holidays: Container[date]) -> date:
        day = start
        for _ in range(self.n):
            day += timedelta(days=1)
            while day.weekday() >= 5 or day in holidays:
                day += timedelta(days=1)
        return day


@dataclass(frozen=True, slots=True)
class Window:
    """From one day of the month to another: each person's own date is among them. The last day of a shorter month
    stands in."""

    first_day: int
    last_day: int
    months: tuple[int, ...] = EVERY_MONTH

    def __post_init__(self) -> None:
        _check(self.first_day, range(1, 32), "a day of the month is from 1 to 31")
        _check(self.last_day, range(self.first_day, 32), f"the last day is from {self.first_day} to 31")
        _check_months(self.months)

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        ends = (_end(year, month) for year in _years(first, last) for month in self.months)
        return _within(first, last, (self._in_month(end) for end in ends))

    def _in_month(self, end: date) -> Day:
        return Day(end.replace(day=min(self.first_day, end.day)), end.replace(day=min(self.last_day, end.day)))


@dataclass(frozen=True, slots=True)
class DaysAfterPeriod:
    """So many days after the end of each period of the calendar year (see `PERIODS`)."""

    period: str
    days: int

    def __post_init__(self) -> None:
        if self.period not in PERIODS:
            raise ValueError(f"a period is one of {', '.join(PERIODS)}, not {self.period!r}")
        _check(self.days, range(1, 366), "days is from 1 to 365")

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        step = PERIODS[self.period]
        ends = (_end(year, month) for year in _years(first, last, before=1) for month in range(step, 13, step))
        return _within(first, last, (Day.on(end + timedelta(days=self.days)) for end in ends))


@dataclass(frozen=True, slots=True)
class Once:
    """One date, and never again."""

    on: date

    def __post_init__(self) -> None:
        if type(self.on) is not date:  # a datetime is a date too
            raise ValueError(f"on is a date, not {self.on!r}")

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`."""
        return _within(first, last, [Day.on(self.on)])


@dataclass(frozen=True, slots=True)
class TypedYearly:
    """Dates that nobody can compute: organisers type them every year, one for each key; until then there is none."""

    keys: tuple[str, ...]
    days: tuple[Day, ...] = ()

    def __post_init__(self) -> None:
        if not self.keys:
            raise ValueError("there is no key")

    def dates(self, first: date, last: date, _holidays: Container[date], /) -> list[Day]:
        """See `Rule`. Days of a key that the rule no longer has are left out."""
        return _within(first, last, (day for day in self.days if day.key in self.keys))


KINDS: Final[Mapping[str, Callable[..., Rule]]] = {
    "fixed": Fixed,
    "fixed-dates": FixedDates,
    "last-day-of-month": LastDayOfMonth,
    "nth-working-day-after": NthWorkingDayAfter,
    "window": Window,
    "days-after-period": DaysAfterPeriod,
    "once": Once,
    "typed-yearly": TypedYearly,
}
"""The kinds as the data files name them."""


def _within(first: date, last: date, days: Iterable[Day]) -> list[Day]:
    return sorted({day for day in days if first <= day.first <= last})


def _years(first: date, last: date, *, before: int = 0) -> range:
    """The years of a span, and those before it from which a day may reach into it."""
    return range(first.year - before, last.year + 1)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _check(value: int, allowed: Container[int], rule: str) -> None:
    if type(value) is not int or value not in allowed:  # TOML may say 1.0 or true
        raise ValueError(f"{rule}, not {value!r}")


def _check_date(month: int, day: int) -> None:
    """Refuse what isn't a date of every year, such as 29 February."""
    _check(month, EVERY_MONTH, "a month is from 1 to 12")
    _check(day, range(1, monthrange(_COMMON_YEAR, month)[1] + 1), "a day is one that its month has every year")


def _check_months(months: tuple[int, ...]) -> None:
    if not months:
        raise ValueError("there is no month")
    for month in months:
        _check(month, EVERY_MONTH, "a month is from 1 to 12")
