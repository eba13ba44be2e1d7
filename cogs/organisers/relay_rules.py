"""Whose turn it is to welcome newcomers, a week each: an order that goes round and skips whoever can't. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.errors import Refusal
from bot.words.dates import read_day

WEEK: Final = timedelta(days=7)
WORKED: Final = 5
"""Days of a week, from Monday on, that an absence must leave alone."""
LONGEST: Final = 366
"""Days that an absence lasts at most: beyond that, somebody leaves the rota."""
ABSENCES: Final = 6
"""Absences of one person at a time."""
AT_MOST: Final = 20
"""People on the rota: with more, a turn comes less than twice a year, and their list is no message any more."""


class Standing(StrEnum):
    """How somebody stands to the rota. Who declined looks like who didn't answer until both are forgotten."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody who was asked to be on the rota (`asked_at`, UTC seconds); smaller `place`s come first."""

    member_id: int
    place: int
    standing: Standing
    asked_at: int = 0


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which somebody can't, both included."""

    id: int
    member_id: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose week it is, by its Monday. The place stays when the person is gone (`member_id` None)."""

    monday: date
    member_id: int | None
    place: int


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def is_away(absences: Iterable[Absence], member_id: int, monday: date) -> bool:
    """Whether an absence touches the working days of a week."""
    friday = monday + timedelta(days=WORKED - 1)
    return any(one.member_id == member_id and one.first <= friday and one.last >= monday for one in absences)


def following(hosts: Iterable[Host], after: int, free: Callable[[Host], bool]) -> Host | None:
    """The next one who is `free`, after a place, going round; None when nobody is."""
    agreed = sorted((host for host in hosts if host.standing is Standing.AGREED), key=lambda host: host.place)
    later = [host for host in agreed if host.place > after]
    sooner = [host for host in agreed if host.place <= after]
    return next((host for host in later + sooner if free(host)), None)


def forecast(
    hosts: Sequence[Host],
    absences: Sequence[Absence],
    here: Container[int],
    *,
    after: int,
    monday: date,
    weeks: int,
) -> list[tuple[date, int | None]]:
    """Whose turn the weeks from `monday` on would be, if nobody passed theirs on. `here`: who can host at all."""
    found = []
    for number in range(weeks):
        week = monday + number * WEEK

        def free(host: Host, week: date = week) -> bool:
            return host.member_id in here and not is_away(absences, host.member_id, week)

        host = following(hosts, after, free)
        after = host.place if host is not None else after
        found.append((week, host.member_id if host is not None else None))
    return found


def reminder_day(monday: date, works: Callable[[date], bool]) -> date:
    """The last working day before a Monday."""
    day = monday - timedelta(days=1)
    while not works(day):
        day -= timedelta(days=1)
    return day


def read_absence(first: str, last: str, today: date) -> tuple[date, date]:
    """The days that were typed; without a last one, it is one day. Raises `Refusal`."""
    begin = read_day(first, today)
    end = read_day(last, begin or today) if last.strip() else begin
    if begin is None or end is None:
        raise Refusal("relay-day-not-understood")
    if end < begin or end < today:
        raise Refusal("relay-days-backwards")
    if (end - begin).days >= LONGEST:
        raise Refusal("relay-days-too-many")
    return begin, end
