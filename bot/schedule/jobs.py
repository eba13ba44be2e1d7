"""Work that is due, as rows. The database is the truth; the heartbeat only asks "is anything due?".

**Why nothing is lost, and nothing happens twice.** A job is a row with a unique key, written in the transaction that
made it necessary. It runs in two steps. *Gather* asks the outside (Discord, a worker) and holds no lock. *Decide* is
one transaction that takes the row out, rechecks what it relied on, and writes all consequences: rows of features, what
is to be sent (`bot.delivery.outbox`), the next occurrence. A crash before its commit leaves the row due and nothing
else; a crash after it leaves nothing to do. Taking the row out is the first thing it does, so of two runs of one row
only one decides. An occurrence of a recurring schedule has its local date as its key, and the schedule remembers the
newest date that was done, which only grows: one per date, whatever the clock does.

**What goes wrong** is tried again with growing pauses, then parked: organisers are told once, with the reason and
"Réessayer" / "Abandonner". A parked occurrence doesn't hold up the next one.

**What comes late** (after downtime, or a suspension): each kind says whether it is still done, done with a note, or
skipped; what is still done is taken up one a minute, so that a week's silence doesn't end in a shout.

**What is of a feature that is off** stays as it is, and counts as late once that is on again. Its schedules have no
next occurrence meanwhile: what was not to be is not made up for.

**The honest bound**: "once" means that the decision is recorded once. What it sends is the outbox's promise; what
*gather* asks may be asked again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.logs import fields
from bot.schedule import due, schedules
from bot.schedule.clock import DAY, MINUTE, Clock
from bot.schedule.due import Job, cancel, plan
from bot.schedule.schedules import Recurring
from bot.storage import features, meta
from bot.storage import preferences as prefs
from bot.storage.association import Association, Associations
from bot.storage.backup import RESTORED
from bot.storage.database import Connection

if TYPE_CHECKING:
    import discord

__all__ = ["Job", "JobKind", "Jobs", "Late", "cancel", "plan"]

log = logging.getLogger(__name__)

PAUSES: Final = (1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 8 * 60 * MINUTE)
"""Pauses between attempts, in seconds; after the last one the job is parked."""
OVERDUE: Final = 10 * MINUTE
"""From then on a job counts as left over from downtime, and such jobs are taken up one a minute."""


class Late(StrEnum):
    """What becomes of a job whose time passed longer ago than its grace. With NOTE, `Job.late` tells the feature to
    say so."""

    DO = "do"
    NOTE = "note"
    SKIP = "skip"


Gather = Callable[[Association, Job], Awaitable[Any]]
Decide = Callable[[Association, Connection, Job, Any], Awaitable[None]]
PassedOver = Callable[[Association, Connection, Job], Awaitable[None]]
Preview = Callable[[Association, Job], Awaitable["discord.ui.LayoutView | None"]]


async def nothing(association: Association, job: Job) -> None:
    """The gather step of a job that needs nothing from outside."""


async def _leave_it(association: Association, db: Connection, job: Job) -> None:
    pass


@dataclass(frozen=True, slots=True)
class JobKind:
    """What a kind of job does.

    `sends`: it may lead to a message, so organisers see it in "Prochains envois" (as the message `due-<name>`), may
    skip it, and it rests while everything is suspended; `preview` shows what it would say now. `passed_over` is told,
    in the transaction, that it won't be done: skipped by organisers, too late, or given up. `recurs`: a schedule that
    organisers set. `last`: of what is due in one second it comes last, so that it can hold back. `every` (seconds):
    housekeeping that each association has once; with `at_start` also whenever the bot connects, to catch up with what
    it missed. All but housekeeping must say what being `late` means.
    """

    name: str
    decide: Decide
    gather: Gather = nothing
    late: Late | None = None
    grace: int = DAY
    sends: bool = False
    preview: Preview | None = None
    passed_over: PassedOver = _leave_it
    recurs: Recurring | None = None
    last: bool = False
    every: int | None = None
    at_start: bool = False

    def __post_init__(self) -> None:
        if (self.late is None) != (self.every is not None):
            raise ValueError(f"{self.name}: a kind has a lateness, or is housekeeping at an interval")


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
        self._locks: dict[int, asyncio.Lock] = {}
        self._caught_up: dict[int, int] = {}

    def register(self, kind: JobKind) -> None:
        """Make a kind known; a row of an unknown kind waits for the feature that knows it."""
        self._kinds[kind.name] = kind

    def kind(self, name: str) -> JobKind | None:
        """A kind by its name, or None."""
        return self._kinds.get(name)

    def __iter__(self) -> Iterator[JobKind]:
        return iter(self._kinds.values())

    @property
    def sending(self) -> list[str]:
        """The names of the kinds that may lead to a message."""
        return [kind.name for kind in self if kind.sends]

    async def settle_in(self, association: Association) -> None:
        """Give an association its housekeeping, and its schedules their next occurrence, when the bot connects."""
        now = self._clock.now()
        async with association.transaction() as db:
            await self._after_a_restore(association, db)
            for kind in self:
                if kind.every is not None:
                    # spread by when the server was made, so that not all associations are awake in one minute
                    due_at = now if kind.at_start else now + kind.every - (association.guild_id >> 22) % kind.every
                    await plan(db, kind.name, "", due_at=due_at, keep=not kind.at_start)
            await self.replan(association, db)

    async def _after_a_restore(self, association: Association, db: Connection) -> None:
        """A copy was put back. What was due since it was made may have been said already: an occurrence is passed over,
        anything else waits for organisers to decide."""
        noted = await meta.get(db, RESTORED)
        if noted is None:
            return
        await meta.drop(db, RESTORED)
        now, parked = self._clock.now(), 0
        for job in await due.due_since(db, int(noted), now, self.sending):
            if self._kinds[job.kind].recurs is not None:
                await self._take_out(association, db, job)
            else:
                parked += await due.put_off(db, job, now, RESTORED, parked=True)
        if parked:
            await self._report(association, db, "report-restored", count=parked)

    async def replan(self, association: Association, db: Connection) -> None:
        """Find the next occurrence of each schedule anew: the zone, a pause or a rhythm changed."""
        for kind in self:
            if kind.recurs is not None:
                await schedules.replan(association, db, kind.name, kind.recurs, self._clock.now())

    async def run_due(self) -> None:
        """Run every job whose time has come, in every association."""
        await asyncio.gather(*(self.run_in(association) for association in self._associations))

    async def run_in(self, association: Association) -> None:
        """Run every job of one association whose time has come."""
        async with self._locks.setdefault(association.guild_id, asyncio.Lock()):
            try:
                while job := await self._next(association):
                    await self._run(association, job)
            except Exception:  # its file can't be read or written: the others go on
                log.exception("jobs can't be run", extra=fields(guild=association.guild_id))

    async def _next(self, association: Association) -> Job | None:
        """What is on time, or leads to no message, comes first; of what was left over, one a minute."""
        db, now = association.read(), self._clock.now()
        quiet, last = [kind.name for kind in self if not kind.sends], [kind.name for kind in self if kind.last]
        job = await due.next_of(db, now, quiet)
        if job is not None or association.preferences[prefs.SUSPENDED]:
            return job
        job = await due.next_of(db, now, self.sending, since=now - OVERDUE, last=last)
        if job is not None:
            return job
        job = await due.next_of(db, now, self.sending, last=last)
        if job is None or self._is_over(job, now):  # to pass it over says nothing to anybody
            return job
        if 0 <= now - self._caught_up.get(association.guild_id, -MINUTE) < MINUTE:
            return None
        self._caught_up[association.guild_id] = now
        return job

    def _is_over(self, job: Job, now: int) -> bool:
        """Whether it is too late to do this."""
        kind = self._kinds[job.kind]
        return kind.late is Late.SKIP and now - job.planned_at > kind.grace

    async def _run(self, association: Association, job: Job) -> None:
        kind, now = self._kinds[job.kind], self._clock.now()
        job = replace(job, late=now - job.planned_at > kind.grace)
        try:
            if self._is_over(job, now):
                async with association.transaction() as db:
                    await self.pass_over(association, db, job)
                return
            gathered = await kind.gather(association, job)
            async with association.transaction() as db:
                if await features.is_off(db, features.owner(job.kind)):
                    return  # it was switched off meanwhile: the row stays
                if await self._take_out(association, db, job):
                    await kind.decide(association, db, job, gathered)
        except Exception as error:
            log.exception(
                "job failed", extra=fields(guild=association.guild_id, kind=job.kind, attempt=job.attempts + 1)
            )
            await self._put_off(association, job, type(error).__name__)

    async def pass_over(self, association: Association, db: Connection, job: Job) -> bool:
        """Let a job not be done, due or parked: too late, skipped or given up. False when it is no longer there."""
        if not await self._take_out(association, db, job):
            return False
        await self._kinds[job.kind].passed_over(association, db, job)
        return True

    async def _take_out(self, association: Association, db: Connection, job: Job) -> bool:
        """Take a job out, and plan what comes after it; False when it is no longer there."""
        kind, now = self._kinds[job.kind], self._clock.now()
        if not await due.finish(db, job, None if kind.every is None else now + kind.every):
            return False
        await self._plan_next(association, db, kind, job)
        return True

    async def _plan_next(self, association: Association, db: Connection, kind: JobKind, job: Job) -> None:
        """The next occurrence: what was missed meanwhile is one with this one, unless it can still be in time."""
        if kind.recurs is None:
            return
        in_time = kind.grace if kind.late is Late.SKIP else 0
        done = date.fromisoformat(job.key)
        await schedules.advance(association, db, kind.name, kind.recurs, done, self._clock.now() - in_time)

    async def _put_off(self, association: Association, job: Job, reason: str) -> None:
        """Try again later, and give up after the last pause: told once. Housekeeping goes on at its own pace."""
        kind = self._kinds[job.kind]
        gave_up = job.attempts >= len(PAUSES)
        pause = (kind.every or 0) if gave_up else PAUSES[job.attempts]
        async with association.transaction() as db:
            parked = gave_up and kind.every is None
            if not await due.put_off(db, job, self._clock.now() + pause, reason, parked=parked):
                return
            if parked:
                await self._plan_next(association, db, kind, job)
            if job.attempts == len(PAUSES):
                values = {"parked": f"j{job.id}"} if parked else {}
                await self._report(association, db, "report-job-parked", kind=job.kind, reason=reason, **values)
