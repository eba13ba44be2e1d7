"""Every night at four, in each association's own zone: a copy of the file, old copies rotated, the file checked."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from bot.logs import fields
from bot.schedule import schedules
from bot.schedule.clock import Clock
from bot.schedule.jobs import Job, JobKind, Jobs, Late, Report
from bot.schedule.occurrences import Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import meta, rotation
from bot.storage.association import Association
from bot.storage.backup import back_up
from bot.storage.database import Connection

log = logging.getLogger(__name__)

NIGHTLY: Final = "kernel:nightly"
LAST_BACKUP: Final = "last-backup"
"""The fact that holds when the newest copy was made (UTC seconds)."""
DAMAGED: Final = "told-damaged"
THOROUGH_ON: Final = 6
"""The weekday (Sunday) on which the whole file is checked; on others, what is quick."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a night's work found: when the copy was made, and what is wrong with the file (None: nothing)."""

    copied_at: int
    problem: str | None


class Housekeeping:
    """The nightly work on an association's file."""

    def __init__(self, jobs: Jobs, clock: Clock, data_dir: Path, report: Report) -> None:
        self._clock = clock
        self._data_dir = data_dir
        self._report = report
        rhythm = Rhythm(Unit.DAYS, time(4, 0))
        night = Recurring(rhythm, always=True)
        jobs.register(JobKind(NIGHTLY, self.decide, gather=self.gather, late=Late.DO, recurs=night))

    async def gather(self, association: Association, job: Job) -> Night:
        """Check the file, copy it, let old copies and old lines of the ledger go."""
        now = self._clock.now()
        thorough = date.fromisoformat(job.key).weekday() == THOROUGH_ON
        problem = await association.database.check(thorough=thorough)
        folder = self._data_dir / "backups"
        if problem is None:  # a copy of a damaged file must not push a good one out
            await back_up(association.database.path, folder, now)
            await asyncio.to_thread(self._tidy, folder, association.guild_id, now)
        else:
            log.error(
                "this file is damaged; restore a backup (python -m bot restore)",
                extra=fields(guild=association.guild_id, problem=problem),
            )
        return Night(now, problem)

    def _tidy(self, folder: Path, guild_id: int, now: int) -> None:
        rotation.rotate(folder, guild_id)
        rotation.forget_asides(self._data_dir, now)
        rotation.shorten_ledger(self._data_dir, now)

    async def decide(self, association: Association, db: Connection, job: Job, night: Night) -> None:  # noqa: ARG002
        """Note the copy, forget what is over, tell organisers once when the file is damaged."""
        if night.problem is None:
            await meta.put(db, LAST_BACKUP, str(night.copied_at))
            await meta.drop(db, DAMAGED)
        elif await meta.note_once(db, DAMAGED):
            await self._report(association, db, "report-damaged")
        await schedules.forget_past_pauses(db, datetime.fromtimestamp(night.copied_at, UTC).date())
