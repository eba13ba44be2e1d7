"""The heartbeat: APScheduler asks once a minute, and sooner when something is due sooner.

It works only for associations that need it. An in-memory note says when each one next does; a transaction anywhere
makes the note be looked up again. So an idle minute costs a glance at the notes, and files that nobody uses rest. Each
association is worked for in a task of its own: one that waits for Discord holds up no other.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from bot.delivery.outbox import Outbox
from bot.logs import fields
from bot.schedule import due
from bot.schedule.clock import MINUTE, Clock
from bot.schedule.due import NextTime
from bot.schedule.jobs import Jobs
from bot.schedule.quiet import public_holidays
from bot.storage.association import Association, Associations

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

IDLE: Final = 2 * MINUTE
"""Seconds after which a file that nobody used is closed."""
GLANCE_AFTER: Final = 0.2
"""Seconds after a change when it is looked whether something is due sooner: one look for many changes."""
AT_ONCE: Final = 16
"""Associations that are worked for at the same time."""
JUMP: Final = 30
"""Seconds by which the machine's clock may drift between two looks before it counts as set anew."""
_BEAT: Final = "beat"
_SOONER: Final = "sooner"
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
        self._at_work: dict[int, asyncio.Task[None]] = {}
        self._working = asyncio.Semaphore(AT_ONCE)
        self._scheduler: AsyncIOScheduler | None = None
        self._glancing: asyncio.TimerHandle | None = None
        self._aside: set[asyncio.Task[Any]] = set()
        associations.watch(self._note_change)

    def start(self) -> None:
        """Begin to beat."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self._tick, "interval", seconds=MINUTE, id=_BEAT, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._scheduler.start()
        self._do_aside(self._watch_the_clock())
        self._do_aside(asyncio.to_thread(public_holidays, "FR"))  # its import would hold up somebody's first press

    async def stop(self, within: float) -> None:
        """Beat no more; what is under way gets `within` seconds, and what is cut then is taken up at the next
        start."""
        if self._scheduler is None:
            return
        scheduler, self._scheduler = self._scheduler, None
        scheduler.shutdown(wait=False)
        if self._glancing is not None:
            self._glancing.cancel()
        if self._at_work:
            await asyncio.wait(self._at_work.values(), timeout=within)
        left = [*self._at_work.values(), *self._aside]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def beat(self) -> None:
        """Do what is due, then send what that decided, wherever it is needed; ends when that is done."""
        await asyncio.gather(*self._begin_work())

    def next_time(self) -> int | None:
        """The next instant (UTC seconds) at which something will be due, as far as it is known; for time travellers."""
        return min((noted.later for noted in self._next.values() if noted.later is not None), default=None)

    async def _tick(self) -> None:
        """The minute's beat: what it begins goes on by itself."""
        self._begin_work()
        await self._associations.rest_idle(IDLE)
        self._wake_in_time()

    def _begin_work(self) -> list[asyncio.Task[None]]:
        """Work for every association that needs it and is not worked for already."""
        now, begun = self._clock.now(), []
        for association in self._associations:
            if association.guild_id not in self._at_work and self._is_ripe(association, now):
                task = asyncio.create_task(self._work(association))
                self._at_work[association.guild_id] = task
                begun.append(task)
        return begun

    def _is_ripe(self, association: Association, now: int) -> bool:
        noted = self._next.get(association.guild_id, _UNKNOWN)
        due_now = noted.overdue or (noted.later is not None and noted.later <= now)
        return due_now or association.guild_id in self._changed

    async def _work(self, association: Association) -> None:
        try:
            async with self._working:
                await self._jobs.run_in(association)
                await self._outbox.deliver(association)
                await self._look(association)
        except Exception:  # one association's trouble must not stop the others
            log.exception("delivery failed", extra=fields(guild=association.guild_id))
        finally:
            self._at_work.pop(association.guild_id, None)
            self._wake_in_time()

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
        """Look up what changed; work at once where something became due, else wake when it is."""
        overdue = {guild_id for guild_id, noted in self._next.items() if noted.overdue}
        changed = [one for one in self._associations if one.guild_id in self._changed - self._at_work.keys()]
        for association in changed:
            try:
                await self._look(association)
            except Exception:  # its file can't be read: the minute's beat says so
                log.exception("can't look what is due", extra=fields(guild=association.guild_id))
        if any(self._next[one.guild_id].overdue for one in changed if one.guild_id not in overdue):
            self._begin_work()
        self._wake_in_time()

    def _wake_in_time(self) -> None:
        """Beat at the next instant at which something is due, when that is sooner than the next minute."""
        sooner = self.next_time()
        wait = None if sooner is None else max(0, sooner - self._clock.now())
        if self._scheduler is not None and wait is not None and wait < MINUTE:
            at = datetime.fromtimestamp(sooner, UTC) if sooner is not None and wait else datetime.now(UTC)
            self._scheduler.add_job(
                self._tick, "date", run_date=at, id=_SOONER, replace_existing=True, misfire_grace_time=None
            )

    async def _watch_the_clock(self) -> None:
        """The scheduler plans by the machine's clock: set back an hour, it would sleep for one. Then it beats now."""
        loop = asyncio.get_running_loop()
        drift = time.time() - loop.time()
        while self._scheduler is not None:
            await asyncio.sleep(JUMP)
            before, drift = drift, time.time() - loop.time()
            if abs(drift - before) > JUMP and self._scheduler is not None:
                log.warning("the machine's clock was set", extra=fields(seconds=round(drift - before)))
                self._scheduler.modify_job(_BEAT, next_run_time=datetime.now(UTC))

    def _do_aside(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.ensure_future(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)
