"""Work that is due, as rows. The database is the truth; the heartbeat only asks "is anything due?".

Why nothing is lost and nothing happens twice: a job is a row with a unique key, written in the transaction that made
it necessary. It runs in two steps. *Gather* asks the outside (Discord) and holds no lock. *Decide* is one transaction
that writes all consequences, outbox rows included, and removes the row or moves it to its next time. A crash before
the commit leaves the row due, and nothing else; a crash after it leaves nothing to do. A failure is retried with
growing pauses, then parked and told to organisers once. What leaves the process afterwards is the outbox's promise
(`bot.delivery.outbox`).
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from bot.logs import fields
from bot.schedule.clock import DAY, MINUTE, Clock
from bot.storage.association import Association, Associations
from bot.storage.database import Connection

log = logging.getLogger(__name__)

PAUSES: Final = (1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 8 * 60 * MINUTE)
"""Pauses between attempts, in seconds; after the last one the job is parked."""


class Late(StrEnum):
    """What becomes of a job whose time passed long ago, after downtime."""

    DO = "do"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Job:
    """A row that is due. `member_id` is whom it is about; the row goes when they are erased."""

    id: int
    kind: str
    key: str
    member_id: int | None
    payload: Mapping[str, Any]
    due_at: int
    attempts: int


Gather = Callable[[Association, Job], Awaitable[Any]]
Decide = Callable[[Association, Connection, Job, Any], Awaitable[None]]


async def nothing(association: Association, job: Job) -> None:
    """The gather step of a job that needs nothing from outside."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """What a kind of job does. `every` (seconds) makes it housekeeping that each association has once; with `at_start`
    it also runs whenever the bot connects, to catch up with what it missed."""

    name: str
    decide: Decide
    gather: Gather = nothing
    late: Late = Late.DO
    grace: int = DAY
    every: int | None = None
    at_start: bool = False


class Report(Protocol):
    """Tells organisers, once, that something needs them."""

    async def __call__(self, association: Association, db: Connection, key: str, **values: str | int) -> None:
        """Write the report in the transaction `db`."""
        ...


class Jobs:
    """Runs what is due, one job at a time in each association."""

    def __init__(self, associations: Associations, clock: Clock, report: Report) -> None:
        self._associations = associations
        self._clock = clock
        self._report = report
        self._kinds: dict[str, JobKind] = {}
        self._running = asyncio.Lock()

    def register(self, kind: JobKind) -> None:
        """Make a kind known; a row of an unknown kind waits for the feature that knows it."""
        self._kinds[kind.name] = kind

    async def settle_in(self, association: Association) -> None:
        """Give an association its housekeeping rows, when the bot connects."""
        async with association.transaction() as db:
            for kind in self._kinds.values():
                if kind.every is not None:
                    now = self._clock.now()
                    due = now if kind.at_start else now + kind.every
                    await plan(db, kind.name, "", due_at=due, keep=not kind.at_start)

    async def run_due(self) -> None:
        """Run every job whose time has come, in every association."""
        async with self._running:
            for association in self._associations:
                try:
                    while job := await self._next(association):
                        await self._run(association, job)
                except Exception:  # its file can't be read or written: the others go on
                    log.exception("jobs can't be run", extra=fields(guild=association.guild_id))

    async def _next(self, association: Association) -> Job | None:
        row = await association.read().row(
            f"""
            SELECT id, kind, key, member_id, payload, due_at, attempts FROM jobs
             WHERE state = 'due' AND due_at <= :now AND kind IN ({", ".join(f"'{name}'" for name in self._kinds)})
          ORDER BY due_at, id LIMIT 1
            """,
            now=self._clock.now(),
        )
        return None if row is None else Job(**{**dict(row), "payload": json.loads(row["payload"])})

    async def _run(self, association: Association, job: Job) -> None:
        kind = self._kinds[job.kind]
        try:
            too_late = kind.late is Late.SKIP and self._clock.now() - job.due_at > kind.grace
            gathered = None if too_late else await kind.gather(association, job)
            async with association.transaction() as db:
                if await _finish(db, job, self._clock.now(), kind.every) and not too_late:
                    await kind.decide(association, db, job, gathered)
        except Exception as error:
            log.exception(
                "job failed", extra=fields(guild=association.guild_id, kind=job.kind, attempt=job.attempts + 1)
            )
            await self._put_off(association, job, type(error).__name__)

    async def _put_off(self, association: Association, job: Job, reason: str) -> None:
        """Try again later, and give up after the last pause: told once. Housekeeping goes on at its own pace."""
        every = self._kinds[job.kind].every
        gave_up = job.attempts >= len(PAUSES)
        pause = (every or 0) if gave_up else PAUSES[job.attempts]
        async with association.transaction() as db:
            still_wanted = await db.run(
                """
                UPDATE jobs SET attempts = attempts + 1, due_at = :later, state = :state, reason = :reason
                 WHERE id = :id AND due_at = :due
                """,
                id=job.id,
                due=job.due_at,
                later=self._clock.now() + pause,
                state="parked" if gave_up and every is None else "due",
                reason=reason,
            )
            if still_wanted and job.attempts == len(PAUSES):
                await self._report(association, db, "report-job-parked", kind=job.kind, reason=reason)


async def _finish(db: Connection, job: Job, now: int, every: int | None) -> bool:
    """Take the row out, or move it to its next time; False when it is no longer there to be run."""
    if every is None:
        return bool(await db.run("DELETE FROM jobs WHERE id = :id AND due_at = :due", id=job.id, due=job.due_at))
    return bool(
        await db.run(
            "UPDATE jobs SET due_at = :next, attempts = 0, reason = NULL WHERE id = :id AND due_at = :due",
            id=job.id,
            due=job.due_at,
            next=now + every,
        )
    )


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
        UPDATE SET due_at = :due, payload = :payload, member_id = :member, attempts = 0, state = 'due', reason = NULL
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
