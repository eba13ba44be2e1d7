"""Recurring schedules of an association: what organisers chose, the pauses they keep, and their next occurrence.

The rule is a wall-clock one (`bot.schedule.occurrences`, pure); here is what is stored. An occurrence is a job whose
kind is the schedule's name and whose key is its local date, so it exists once; `done_date` is the newest date that was
done or passed over and only ever grows, so it never exists again.

A schedule may announce: its job is then due some days ahead of what it speaks of, and knows from its payload (`at`)
when that takes place. What counts as in time, late or passed over is the job.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.schedule import due
from bot.schedule.occurrences import Occurrence, Pause, Rhythm, days_between, instant_of, next_occurrence
from bot.storage import features
from bot.storage.association import Association
from bot.storage.database import Connection

PAUSES_AT_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Recurring:
    """A schedule as the code declares it: the rhythm that is proposed. `always` is housekeeping, which runs without
    anybody asking and knows neither pauses nor holidays. `ahead`: how many local days before the date that the rhythm
    names its job is due, at the same wall clock; its payload then says `at` which instant the occurrence takes place
    (a holiday may have moved it). `shortest`: how many days lie between two dates at least; what is announced `ahead`
    needs more days than those."""

    rhythm: Rhythm
    always: bool = False
    ahead: int = 0
    shortest: int = 1

    def allows(self, rhythm: Rhythm) -> bool:
        """Whether a rhythm leaves enough days from one date to the next."""
        return days_between(rhythm.unit, rhythm.every) >= self.shortest


@dataclass(frozen=True, slots=True)
class Planned:
    """An occurrence, and the instant (UTC seconds) at which its job is due: its own, or earlier."""

    occurrence: Occurrence
    due_at: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule as organisers set it."""

    name: str
    rhythm: Rhythm
    active: bool
    done_date: date | None


@dataclass(frozen=True, slots=True)
class StoredPause:
    """A pause with the number by which it is taken away."""

    id: int
    pause: Pause


async def get(db: Connection, name: str) -> Schedule | None:
    """What organisers set, or None where they never did."""
    row = await db.row("SELECT name, rhythm, active, done_date FROM schedules WHERE name = :name", name=name)
    if row is None:
        return None
    done = date.fromisoformat(row["done_date"]) if row["done_date"] else None
    return Schedule(row["name"], Rhythm.read(row["rhythm"]), bool(row["active"]), done)


def is_on(connection: sqlite3.Connection, name: str) -> bool:
    """Whether organisers switched a schedule on, in a file that is not open for use."""
    row = connection.execute("SELECT active FROM schedules WHERE name = ?", (name,)).fetchone()
    return row is not None and bool(row[0])


async def put(db: Connection, name: str, rhythm: Rhythm, *, active: bool, now: int) -> None:
    """Set a schedule. The caller replans it."""
    await db.run(
        """
        INSERT INTO schedules (name, rhythm, active, changed_at) VALUES (:name, :rhythm, :active, :now)
        ON CONFLICT (name) DO UPDATE SET rhythm = :rhythm, active = :active, changed_at = :now
        """,
        name=name,
        rhythm=rhythm.written(),
        active=active,
        now=now,
    )


async def replan(association: Association, db: Connection, name: str, declared: Recurring, now: int) -> None:
    """Plan the next occurrence anew from what is set now; one that is due already, or being retried, stays. There is
    none while its feature is off."""
    await due.cancel_ahead(db, name, now)
    schedule = await get(db, name)
    if schedule is None and declared.always:
        await put(db, name, declared.rhythm, active=True, now=now)
        schedule = await get(db, name)
    if schedule is None or not schedule.active or await features.is_off(db, features.owner(name)):
        await due.cancel_all(db, name)
    else:
        await _plan(association, db, schedule, declared, not_before=now)


async def advance(
    association: Association, db: Connection, name: str, declared: Recurring, done: date, not_before: int
) -> None:
    """Note that an occurrence is done or passed over, and plan the first one after it that is not before an instant."""
    await db.run(
        "UPDATE schedules SET done_date = max(coalesce(done_date, ''), :done) WHERE name = :name",
        name=name,
        done=done.isoformat(),
    )
    schedule = await get(db, name)
    if schedule is not None and schedule.active and not await features.is_off(db, features.owner(name)):
        await _plan(association, db, schedule, declared, not_before=not_before)


async def _plan(
    association: Association, db: Connection, schedule: Schedule, declared: Recurring, *, not_before: int
) -> None:
    waiting = await due.newest_key(db, schedule.name)
    done = schedule.done_date
    if waiting is not None and (done is None or date.fromisoformat(waiting) > done):
        return  # it plans the next one itself when it is done or passed over, and then knows what is still in time
    found = await following(association, db, schedule.rhythm, declared, after=done, not_before=not_before)
    if found is not None:
        payload = {"at": found.occurrence.instant} if declared.ahead else None
        key = found.occurrence.date.isoformat()
        await due.plan(db, schedule.name, key, due_at=found.due_at, payload=payload, keep=True)


async def following(
    association: Association,
    db: Connection,
    rhythm: Rhythm,
    declared: Recurring,
    *,
    after: date | None,
    not_before: int,
) -> Planned | None:
    """The first occurrence of a rhythm that is named after a date (any, when None) and whose job is due not before an
    instant: one that could only be announced late, or during a pause, is passed over."""
    pauses = [] if declared.always else [stored.pause for stored in await all_pauses(db)]
    return next_planned(
        rhythm,
        association.zone,
        ahead=declared.ahead,
        after=after or date.min,
        not_before=not_before,
        pauses=pauses,
        holidays=frozenset() if declared.always else association.quiet_hours.holidays,
    )


def next_planned(
    rhythm: Rhythm,
    zone: ZoneInfo,
    *,
    ahead: int,
    after: date,
    not_before: int,
    pauses: Sequence[Pause] = (),
    holidays: Container[date] = frozenset(),
) -> Planned | None:
    """The same, of pauses and holidays that are known. Pure."""
    while True:
        found = next_occurrence(rhythm, zone, after=after, not_before=not_before, pauses=pauses, holidays=holidays)
        if found is None:
            return None
        day = found.date - timedelta(days=ahead)
        due_at = instant_of(day, rhythm.at, zone) if ahead else found.instant
        if due_at >= not_before and not (ahead and any(day in pause for pause in pauses)):
            return Planned(found, due_at)
        after = found.date


# Pauses


async def all_pauses(db: Connection) -> list[StoredPause]:
    """Every pause, the first one first."""
    rows = await db.rows("SELECT id, first_day, last_day FROM pauses ORDER BY first_day, id")
    return [
        StoredPause(row["id"], Pause(date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])))
        for row in rows
    ]


async def add_pause(db: Connection, pause: Pause) -> None:
    """Rest from the first day to the last one. The caller replans."""
    await db.run(
        "INSERT INTO pauses (first_day, last_day) VALUES (:first, :last)",
        first=pause.first.isoformat(),
        last=pause.last.isoformat(),
    )


async def remove_pause(db: Connection, pause_id: int) -> bool:
    """Take a pause away; False when it is gone already. The caller replans."""
    return bool(await db.run("DELETE FROM pauses WHERE id = :id", id=pause_id))


async def forget_past_pauses(db: Connection, today: date) -> None:
    """Forget pauses that are over."""
    await db.run("DELETE FROM pauses WHERE last_day < :today", today=today.isoformat())


def suggested(today: date) -> list[Pause]:
    """The pauses that most associations keep: August, and the end of December; the next ones."""
    august = today.year if today <= date(today.year, 8, 31) else today.year + 1
    winter = today.year - 1 if today <= date(today.year, 1, 3) else today.year
    return sorted(
        (
            Pause(date(august, 8, 1), date(august, 8, 31)),
            Pause(date(winter, 12, 21), date(winter + 1, 1, 3)),
        ),
        key=lambda pause: pause.first,
    )
