"""Two quarters of 2026, written down by hand: what is a holiday, when nobody is disturbed, what falls due. Nothing here
asks the bot's own code or its data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

PARIS: Final = ZoneInfo("Europe/Paris")
HOLIDAYS: Final = frozenset(
    date.fromisoformat(f"2026-{day}")
    for day in ("04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25")
)
DIGEST_AT: Final = time(8, 30)
WAKING_AT: Final = time(8, 30)
SLEEPING_AT: Final = time(19)
"""Between them people may be written to."""
QUESTION_AT: Final = time(10)
LOOK_AT: Final = time(9)
"""When reminders are written."""


@dataclass(frozen=True, slots=True)
class Season:
    """A quarter: people arrive some days before its first Monday."""

    name: str
    monday: date
    weeks: int

    @property
    def opens(self) -> datetime:
        """The Thursday before, when everything is set up."""
        return datetime.combine(self.monday - timedelta(days=4), time(9), PARIS)

    @property
    def ends(self) -> datetime:
        """The Sunday evening of the last week."""
        return datetime.combine(self.monday + timedelta(weeks=self.weeks, days=-1), time(23), PARIS)


SPRING: Final = Season("spring", date(2026, 3, 2), 13)
"""From late February to the end of May: the clocks change on 29 March; Easter Monday, 1 and 8 May, Ascension, Whit
Monday."""
AUTUMN: Final = Season("autumn", date(2026, 9, 14), 13)
"""From mid-September to mid-December: the clocks change on 25 October; 1 and 11 November."""
QUICK: Final = (Season("spring", date(2026, 3, 23), 3), Season("autumn", date(2026, 10, 19), 3))
"""Three weeks of each, around the clock change."""


@dataclass(frozen=True, slots=True)
class Due:
    """A date of the calendar: its topic, the words by which its reminder is recognised, and how many days before it
    people are reminded."""

    topic: str
    words: str
    day: date
    before: tuple[int, ...]

    @property
    def last(self) -> date:
        """The last day of it: value added tax is declared between the 15th and the 24th."""
        return self.day.replace(day=24) if self.topic == "vat-monthly" else self.day


def _of(topic: str, words: str, before: tuple[int, ...], *days: str) -> list[Due]:
    return [Due(topic, words, date.fromisoformat(f"2026-{day}"), before) for day in days]


_MONTH_ENDS: Final = ("02-28", "03-31", "04-30", "05-31", "09-30", "10-31", "11-30")
_FIFTHS: Final = ("03-05", "04-05", "05-05", "10-05", "11-05", "12-05")
DUE: Final = (
    *_of("micro-monthly", "chiffre d’affaires du mois précédent", (7, 2), *_MONTH_ENDS),
    *_of("micro-quarterly", "chiffre d’affaires du trimestre précédent", (14, 3), "04-30", "10-31"),
    *_of("vat-monthly", "déclaration CA3 du mois précédent", (3,), *(f"{month:02}-15" for month in range(3, 13))),
    *_of("cfe", "dernier jour pour demander le prélèvement", (10,), "11-30"),
    *_of("contributions-5th", "prélèvement du 5", (3,), *_FIFTHS),
    *_of("results", "Déclaration de résultats", (21, 5), "05-05"),
)
"""Of the topics that people follow here, everything that falls due in both quarters, income tax aside, whose dates are
typed. The second working day after 1 May 2026, a Friday, is Tuesday the 5th."""
TOPICS: Final = (*dict.fromkeys(due.topic for due in DUE), "income-tax.zone-1")


def local(instant: float) -> datetime:
    """What clocks in Paris show."""
    return datetime.fromtimestamp(instant, PARIS)


def instant(day: date, at: time) -> int:
    """UTC seconds of a time of the day in Paris."""
    return int(datetime.combine(day, at, PARIS).astimezone(UTC).timestamp())


def works(day: date) -> bool:
    """Whether people work on this date."""
    return day.weekday() < 5 and day not in HOLIDAYS


def moved(day: date) -> date:
    """The date itself, or the next one on which people work when it is a holiday."""
    while day in HOLIDAYS or (day.weekday() > 4):
        day += timedelta(days=1)
    return day


def brought_forward(day: date) -> date:
    """The last date up to this one on which people work."""
    while not works(day):
        day -= timedelta(days=1)
    return day


def quiet(at: float) -> bool:
    """Whether people are left alone at this instant: evenings, nights, weekends, holidays."""
    here = local(at)
    return not works(here.date()) or not WAKING_AT <= here.time() < SLEEPING_AT


def after_working_days(at: int, days: int) -> int:
    """The instant that many working days later; what begins in quiet hours begins when they end."""
    here = local(at)
    day, clock = here.date(), here.time()
    if works(day) and clock >= SLEEPING_AT:
        day += timedelta(days=1)
    if quiet(at):
        day, clock = moved(day), WAKING_AT
    for _ in range(days):
        day = moved(day + timedelta(days=1))
    return instant(day, clock)


def weekly(season: Season, weekday: int, at: time) -> list[tuple[date, int]]:
    """The occurrences of a weekly schedule, one more than there are weeks: the date that the rule names, and the
    instant, on the next working day when that date is none."""
    named = [season.monday + timedelta(weeks=week, days=weekday) for week in range(season.weeks + 1)]
    return [(day, instant(moved(day), at)) for day in named]
