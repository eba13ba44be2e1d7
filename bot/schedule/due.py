"""Work that is due as it is stored: planned with a decision, taken out or moved when it is done, put off, parked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.storage import features
from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Job:
    """A row that is due. `member_id` is whom it is about; the row goes when they are erased. `planned_at` is when it
    was first due, `due_at` when it is tried next; `late` says that its time passed longer ago than its kind's grace."""

    id: int
    kind: str
    key: str
    member_id: int | None
    payload: Mapping[str, Any]
    due_at: int
    attempts: int
    state: str = "due"
    reason: str | None = None
    planned_at: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class NextTime:
    """When a file next needs somebody: whether something is due already, and the next instant at which more will be."""

    overdue: bool
    later: int | None


async def plan(
    db: Connection,
    kind: str,
    key: str,
    *,
    due_at: int,
    member_id: int | None = None,
    payload: Mapping[str, Any] | None = None,
    keep: bool = False,
) -> None:
    """Make something due. A job of the same kind and key is replaced, or kept as it is with `keep`."""
    replace = """
        UPDATE SET due_at = :due, payload = :payload, member_id = :member, attempts = 0, state = 'due', reason = NULL,
                   planned_at = NULL
    """
    await db.run(
        f"""
        INSERT INTO jobs (kind, key, member_id, payload, due_at) VALUES (:kind, :key, :member, :payload, :due)
        ON CONFLICT (kind, key) DO {"NOTHING" if keep else replace}
        """,
        kind=kind,
        key=key,
        member=member_id,
        payload=json.dumps(payload or {}),
        due=due_at,
    )


async def cancel(db: Connection, kind: str, key: str) -> None:
    """Make something no longer due."""
    await db.run("DELETE FROM jobs WHERE kind = :kind AND key = :key", kind=kind, key=key)


async def cancel_ahead(db: Connection, kind: str, now: int) -> None:
    """Make what was planned for later, and never tried, no longer due."""
    await db.run(
        "DELETE FROM jobs WHERE kind = :kind AND state = 'due' AND attempts = 0 AND due_at > :now", kind=kind, now=now
    )


async def cancel_all(db: Connection, kind: str) -> None:
    """Make nothing of a kind due any more; what is parked stays for organisers to decide."""
    await db.run("DELETE FROM jobs WHERE kind = :kind AND state = 'due'", kind=kind)


async def forget(db: Connection, feature: str, *, keep: Iterable[str]) -> None:
    """Make nothing of a feature due any more, nor parked, but what `keep` names: its records are erased."""
    await db.run(
        f"DELETE FROM jobs WHERE substr(kind, 1, instr(kind, ':') - 1) = :feature AND kind NOT IN ({_in_sql(keep)})",
        feature=feature,
    )


async def newest_key(db: Connection, kind: str) -> str | None:
    """The greatest key of a kind: of occurrences, the latest date."""
    key = await db.value("SELECT max(key) FROM jobs WHERE kind = :kind", kind=kind)
    return None if key is None else str(key)


async def next_of(
    db: Connection, now: int, kinds: Iterable[str], *, since: int = -1, last: Iterable[str] = ()
) -> Job | None:
    """The job of these kinds that has been due the longest, of those that became due after `since`; or None. Of one
    second, the kinds in `last` come last; what is of a feature that is off waits. The plus keeps SQLite from looking by
    kind, which would sort every job there is."""
    row = await db.row(
        f"""
        {_JOB} WHERE state = 'due' AND due_at <= :now AND due_at > :since AND +kind IN ({_in_sql(kinds)}) AND {_ON}
      ORDER BY due_at, kind IN ({_in_sql(last)}), id LIMIT 1
        """,
        now=now,
        since=since,
    )
    return None if row is None else _job(row)


async def due_since(db: Connection, since: int, now: int, kinds: Iterable[str]) -> list[Job]:
    """The jobs of these kinds that became due between two instants."""
    rows = await db.rows(
        f"{_JOB} WHERE state = 'due' AND due_at >= :since AND due_at <= :now AND kind IN ({_in_sql(kinds)})",
        since=since,
        now=now,
    )
    return [_job(row) for row in rows]


async def one(db: Connection, job_id: int) -> Job | None:
    """A job, due or parked, or None."""
    row = await db.row(f"{_JOB} WHERE id = :id", id=job_id)
    return None if row is None else _job(row)


async def upcoming(db: Connection, kinds: Iterable[str]) -> list[Job]:
    """The jobs of these kinds, due and parked, the next one first, without those of a feature that is off."""
    rows = await db.rows(f"{_JOB} WHERE kind IN ({_in_sql(kinds)}) AND {_ON} ORDER BY due_at, id")
    return [_job(row) for row in rows]


async def next_time(db: Connection, now: int) -> NextTime:
    """When this file next needs somebody: a job or a message that is due, now or later. What is of a feature that is
    off needs nobody."""
    row = await db.row(
        f"""
        SELECT EXISTS (SELECT 1 FROM jobs WHERE state = 'due' AND due_at <= :now AND {_ON})
               OR EXISTS (SELECT 1 FROM outbox WHERE state = 'due' AND due_at <= :now AND {_ON}) AS overdue,
               min(coalesce((SELECT min(due_at) FROM jobs WHERE state = 'due' AND due_at > :now AND {_ON}), :never),
                   coalesce((SELECT min(due_at) FROM outbox WHERE state = 'due' AND due_at > :now AND {_ON}), :never))
                   AS later
        """,
        now=now,
        never=_NEVER,
    )
    assert row is not None
    return NextTime(bool(row["overdue"]), None if row["later"] == _NEVER else row["later"])


def standing(connection: sqlite3.Connection, then: int) -> tuple[int, int]:
    """How much is parked, and how much was due before an instant, in a file that is not open for use."""
    parked, overdue = connection.execute(
        f"""
        SELECT (SELECT count(*) FROM jobs WHERE state = 'parked' AND {_ON})
               + (SELECT count(*) FROM outbox WHERE state = 'parked' AND after_id IS NULL AND {_ON}),
               (SELECT count(*) FROM jobs WHERE state = 'due' AND due_at < :then AND {_ON})
               + (SELECT count(*) FROM outbox WHERE state = 'due' AND due_at < :then AND after_id IS NULL AND {_ON})
        """,
        {"then": then},
    ).fetchone()
    return parked, overdue


def keys(connection: sqlite3.Connection, kind: str) -> set[str]:
    """The keys of what is due or parked of a kind, in a file that is not open for use."""
    return {key for (key,) in connection.execute("SELECT key FROM jobs WHERE kind = ?", (kind,))}


def unplanned(connection: sqlite3.Connection) -> list[str]:
    """The schedules that are on and have no next time, in a file that is not open for use."""
    found = connection.execute(
        "SELECT name FROM schedules WHERE active AND NOT EXISTS (SELECT 1 FROM jobs WHERE kind = name) ORDER BY name"
    )
    off = features.off_in(connection)
    return [name for (name,) in found if features.owner(name) not in off]


async def finish(db: Connection, job: Job, next_at: int | None) -> bool:
    """Take a job out, or move it to its next time; False when it is no longer there to be run."""
    if next_at is None:
        return bool(await db.run("DELETE FROM jobs WHERE id = :id AND due_at = :due", id=job.id, due=job.due_at))
    return bool(
        await db.run(
            """
            UPDATE jobs SET due_at = :next, planned_at = NULL, attempts = 0, reason = NULL
             WHERE id = :id AND due_at = :due
            """,
            id=job.id,
            due=job.due_at,
            next=next_at,
        )
    )


async def put_off(db: Connection, job: Job, until: int, reason: str, *, parked: bool) -> bool:
    """Note a failure and try again later, or park it; False when it is no longer there."""
    return bool(
        await db.run(
            """
            UPDATE jobs SET attempts = attempts + 1, planned_at = coalesce(planned_at, due_at), due_at = :later,
                   state = :state, reason = :reason
             WHERE id = :id AND due_at = :due
            """,
            id=job.id,
            due=job.due_at,
            later=until,
            state="parked" if parked else "due",
            reason=reason,
        )
    )


async def revive(db: Connection, job_id: int, now: int) -> bool:
    """Try a parked job again from the beginning; False when it is not parked any more."""
    return bool(
        await db.run(
            """
            UPDATE jobs SET state = 'due', due_at = :now, planned_at = NULL, attempts = 0, reason = NULL
             WHERE id = :id AND state = 'parked'
            """,
            id=job_id,
            now=now,
        )
    )


async def drop(db: Connection, job: Job) -> bool:
    """Give a job up, due or parked; False when it is gone already."""
    return bool(await db.run("DELETE FROM jobs WHERE id = :id AND due_at = :due", id=job.id, due=job.due_at))


_NEVER: Final = 2**62
_ON: Final = features.on_sql("kind")
_JOB: Final = """
    SELECT id, kind, key, member_id, payload, due_at, attempts, state, reason,
           coalesce(planned_at, due_at) AS planned_at
      FROM jobs
"""


def _job(row: Any) -> Job:
    return Job(**{**dict(row), "payload": json.loads(row["payload"])})


def _in_sql(kinds: Iterable[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)
