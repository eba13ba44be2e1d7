"""A small feature, as the soak's bot has it: three schedules and errands of one time, each of which leads to a message.

What it decides and what it is told was sent goes into `meta`, under a name that is new each time: done twice, it stands
there twice.
"""

from __future__ import annotations

import json
import logging
import secrets
from dataclasses import dataclass
from datetime import date, time
from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.delivery.outside import outside
from bot.schedule.clock import DAY, HOUR, Clock
from bot.schedule.jobs import Job, JobKind, Jobs, Late
from bot.schedule.occurrences import Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.cards import card

KIND: Final = "soak"
ERRAND: Final = "soak:errand"
PLACE: Final = "soak-place"
"""The fact that says in which channel schedules post."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Habit:
    """A schedule: its rhythm, and what late means."""

    name: str
    rhythm: Rhythm
    late: Late
    grace: int

    @property
    def recurring(self) -> Recurring:
        """As a kind of job declares it."""
        return Recurring(self.rhythm)

    @property
    def sends(self) -> bool:
        """What is skipped when it is late isn't taken up one a minute: so it is known exactly which ones happen."""
        return self.late is not Late.SKIP


WEEKLY: Final = Habit("soak:weekly", Rhythm(Unit.WEEKS, time(9)), Late.DO, DAY)
EVERY_OTHER_DAY: Final = Habit(
    "soak:other-day", Rhythm(Unit.DAYS, time(18, 30), every=2, anchor=date(2027, 3, 8)), Late.NOTE, HOUR
)
NIGHTLY: Final = Habit("soak:nightly", Rhythm(Unit.DAYS, time(2, 30)), Late.SKIP, 6 * HOUR)
"""At an hour that the clocks skip once a year."""
MONTHLY: Final = Habit("soak:monthly", Rhythm(Unit.MONTH_DAY, time(12), day=15), Late.DO, DAY)
HABITS: Final = (WEEKLY, EVERY_OTHER_DAY, NIGHTLY, MONTHLY)
NOTED: Final = {habit.name for habit in HABITS if habit.late is Late.NOTE}


class Feature:
    """Registers what it does, in a process that runs jobs and an outbox."""

    def __init__(self, client: discord.Client, clock: Clock, jobs: Jobs, outbox: Outbox) -> None:
        self._client = client
        self._clock = clock
        self._outbox = outbox
        for habit in HABITS:
            jobs.register(
                JobKind(
                    habit.name,
                    self._decide,
                    self._look,
                    habit.late,
                    habit.grace,
                    sends=habit.sends,
                    recurs=habit.recurring,
                )
            )
        jobs.register(JobKind(ERRAND, self._decide, self._look, Late.DO, sends=True))
        outbox.register(Kind(KIND, self._render, self._sent, self._failed))

    async def _look(self, association: Association, job: Job) -> int:
        """Gather: ask the file and Discord."""
        place = int(job.payload.get("place") or await meta.get(association.read(), PLACE) or 0)
        async with outside():
            return (await self._client.fetch_channel(place)).id

    async def _decide(self, association: Association, db: Connection, job: Job, place: int) -> None:  # noqa: ARG002
        late = " (late)" if job.late and job.kind in NOTED else ""
        await _note(db, f"did {job.kind} {job.key}", at=self._clock.now(), late=bool(late))
        reference = {"text": f"{job.kind} {job.key}{late}"}
        match operation := Operation(job.payload.get("operation", Operation.POST)):
            case Operation.PRIVATE_THREAD:
                people = job.payload["people"]
                await self._outbox.open_private_thread(
                    db, KIND, channel_id=place, member_ids=people, reference=reference
                )
            case Operation.DM:
                (person,) = job.payload["people"]
                await self._outbox.put(db, KIND, operation, member_id=person, reference=reference)
            case _:
                await self._outbox.put(db, KIND, operation, channel_id=place, reference=reference)

    async def _render(self, association: Association, row: Row) -> Rendered:  # noqa: ARG002
        return Rendered(card(row.reference["text"]), title=row.reference["text"])

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        await _note(db, f"sent {row.id}", channel=sent.channel_id, message=sent.message_id or 0)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        log.error("row %s was not sent: %s", row.id, reason)


async def _note(db: Connection, name: str, **values: int) -> None:
    await meta.put(db, f"{name} #{secrets.token_hex(4)}", json.dumps(values))
