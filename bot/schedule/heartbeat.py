"""The heartbeat: APScheduler asks once a minute, and sooner when something is due sooner.

It works only for associations that need it. An in-memory note says when each one next does; a transaction anywhere
makes the note be looked up again. So an idle minute costs a glance at the notes, and files that nobody uses rest.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from bot.delivery.outbox import Outbox
from bot.logs import fields
from bot.schedule import due
from bot.schedule.clock import MINUTE, Clock
from bot.schedule.due import NextTime
from bot.schedule.jobs import AT_ONCE, Jobs
from bot.schedule.quiet import public_holidays
from bot.storage.association import Association, Associations

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

IDLE: Final = 2 * MINUTE
"""Seconds after which a file that nobody used is closed."""
GLANCE_AFTER: Final = 0.2
"""Seconds after a change when it is looked whether something is due sooner: one look for many changes."""
_UNKNOWN: Final = NextTime(overdue=True, later=None)


class Heartbeat:
    """Runs what is due and sends what waits, in all associations."""

    def __init__(self, associations: Associations, jobs: Jobs, outbox: Outbox, clock: Clock) -> None:
        self._associations = associations
        self._jobs = jobs
        self._outbox = outbox
        self._clock = clock
        self._next: dict[int, NextTime] = {}
        self._changed: set[int] = set()
        self._beating = asyncio.Lock()
        self._scheduler: AsyncIOScheduler | None = None
        self._glancing: asyncio.TimerHandle | None = None
        self._glances: set[asyncio.Task[None]] = set()
        associations.watch(self._note_change)

    def start(self) -> None:
        """Begin to beat."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self.beat, "interval", seconds=MINUTE, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._scheduler.start()
        self._do_aside(asyncio.to_thread(public_holidays, "FR"))  # its import would hold up somebody's first press

    async def stop(self, within: float) -> None:
        """Beat no more; a beat in flight gets `within` seconds, and what is cut then is taken up at the next start."""
        if self._scheduler is None:
            return
        scheduler, self._scheduler = self._scheduler, None
        scheduler.pause()
        if self._glancing is not None:
            self._glancing.cancel()
        with suppress(TimeoutError):  # shutting down cancels the beat in flight, which may be sending
            async with asyncio.timeout(within), self._beating:
                pass
        scheduler.shutdown(wait=False)

    async def beat(self) -> None:
        """Do what is due, then send what that decided, wherever it is needed; one beat at a time."""
        async with self._beating:
            now = self._clock.now()
            working = asyncio.Semaphore(AT_ONCE)
            ripe = [association for association in self._associations if self._is_ripe(association, now)]
            await asyncio.gather(*(self._work(association, working) for association in ripe))
            if self._scheduler is not None:
                await self._associations.rest_idle(IDLE)
                self._wake_in_time()

    def next_time(self) -> int | None:
        """The next instant (UTC seconds) at which something will be due, as far as it is known; for time travellers."""
        return min((noted.later for noted in self._next.values() if noted.later is not None), default=None)

    def _is_ripe(self, association: Association, now: int) -> bool:
        noted = self._next.get(association.guild_id, _UNKNOWN)
        due_now = noted.overdue or (noted.later is not None and noted.later <= now)
        return due_now or association.guild_id in self._changed

    async def _work(self, association: Association, working: asyncio.Semaphore) -> None:
        async with working:
            try:
                await self._jobs.run_in(association)
                await self._outbox.deliver(association)
                await self._look(association)
            except Exception:  # one association's trouble must not stop the others
                log.exception("delivery failed", extra=fields(guild=association.guild_id))

    async def _look(self, association: Association) -> None:
        self._changed.discard(association.guild_id)
        self._next[association.guild_id] = await due.next_time(association.read(), self._clock.now())

    def _note_change(self, association: Association) -> None:
        self._changed.add(association.guild_id)
        if self._scheduler is not None and self._glancing is None:
            self._glancing = asyncio.get_running_loop().call_later(GLANCE_AFTER, self._begin_glance)

    def _begin_glance(self) -> None:
        self._glancing = None
        self._do_aside(self._glance())

    async def _glance(self) -> None:
        """Look up what changed; beat at once when it made something due, else wake when it is."""
        changed = [association for association in self._associations if association.guild_id in self._changed]
        before = {guild_id for guild_id, noted in self._next.items() if noted.overdue}
        for association in changed:
            try:
                await self._look(association)
            except Exception:  # its file can't be read: the minute's beat says so
                log.exception("can't look what is due", extra=fields(guild=association.guild_id))
        newly = [a for a in changed if a.guild_id not in before and self._next.get(a.guild_id, _UNKNOWN).overdue]
        if newly and not self._beating.locked():
            await self.beat()
        elif self._scheduler is not None:
            self._wake_in_time()

    def _wake_in_time(self) -> None:
        """Beat at the next instant at which something is due, when that is sooner than the next minute."""
        sooner = self.next_time()
        if self._scheduler is None or sooner is None:
            return
        wait = max(0, sooner - self._clock.now())
        if wait < MINUTE:
            self._scheduler.add_job(
                self.beat,
                "date",
                run_date=datetime.now(UTC) + timedelta(seconds=wait),
                id="sooner",
                replace_existing=True,
                misfire_grace_time=None,
            )

    def _do_aside(self, work: object) -> None:
        task = asyncio.ensure_future(work)  # type: ignore[call-overload]
        self._glances.add(task)
        task.add_done_callback(self._glances.discard)
