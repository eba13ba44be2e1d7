"""When the time of letters comes: one round a member, which looks at what of theirs may go now.

A round is a job whose time is the first instant at which anything that waits for its member may go. It is found anew
whenever that may have changed: something was written or went, or they changed what they want.
"""

from __future__ import annotations

from typing import Final

from bot.delivery import journey, letters, wishes
from bot.delivery.courier import LETTERS, Courier
from bot.delivery.letter_kinds import LetterKinds
from bot.delivery.letters import Letter, State
from bot.people import members
from bot.schedule import jobs
from bot.schedule.clock import DAY, Clock
from bot.schedule.jobs import Job, JobKind, Jobs, Late
from bot.storage.association import Association
from bot.storage.database import Connection

TIDY: Final = "kernel:tidy-letters"
KEPT: Final = 90 * DAY
"""How long a letter that ended, or that nobody came to read, is remembered, in seconds."""


class Rounds:
    """Decides what leaves, one member at a time."""

    def __init__(self, jobs_: Jobs, clock: Clock, kinds: LetterKinds, courier: Courier) -> None:
        self._clock = clock
        self._kinds = kinds
        self._courier = courier
        jobs_.register(JobKind(LETTERS, self._decide, late=Late.DO, sends=True, passed_over=self._passed_over))
        jobs_.register(JobKind(TIDY, self._tidy, every=DAY))

    async def plan(self, association: Association, db: Connection, member_id: int) -> None:
        """Find a member's next round. Asks that they don't want any more are dropped."""
        await self._drop_unwelcome(association, db, member_id)
        waiting = await self._waiting(db, member_id)
        if not waiting or await letters.any_of(db, member_id, State.SENDING):  # what is on its way comes back here
            await cancel(db, member_id)
            return
        now = self._clock.now()
        reader = await self._kinds.reader(db, member_id, now)
        at, _ = self._kinds.first(association, waiting, reader, now)
        assert at is not None, member_id  # only an unwelcome ask may never go
        await jobs.plan(db, LETTERS, str(member_id), due_at=at, member_id=member_id)

    async def _drop_unwelcome(self, association: Association, db: Connection, member_id: int) -> None:
        wanted, now = await wishes.of(db, member_id), self._clock.now()
        pending = await letters.of_member(db, member_id, State.WAITING, State.HELD)
        await self._courier.drop(
            association, db, [letter for letter in pending if self._kinds.unwelcome(letter.kind, wanted, now)]
        )

    async def _waiting(self, db: Connection, member_id: int) -> list[Letter]:
        found = await letters.of_member(db, member_id, State.WAITING)
        return [letter for letter in found if letter.kind in self._kinds]

    async def _decide(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Send what may go now."""
        member_id, now = job.member_id or 0, self._clock.now()
        at, bundle = await self._first(association, db, member_id, now)
        if at is None:
            await self._courier.drop(association, db, bundle)
        elif at == now and bundle and not await letters.any_of(db, member_id, State.SENDING):
            await self._courier.carry(association, db, bundle)
        await self.plan(association, db, member_id)

    async def _passed_over(self, association: Association, db: Connection, job: Job) -> None:
        """Organisers decided that a round is not made: what it would have sent is dropped, the rest waits on."""
        member_id = job.member_id or 0
        _, bundle = await self._first(association, db, member_id, max(job.due_at, self._clock.now()))
        await self._courier.drop(association, db, bundle)
        await self.plan(association, db, member_id)

    async def _first(
        self, association: Association, db: Connection, member_id: int, now: int
    ) -> tuple[int | None, list[Letter]]:
        """When something may go to a member, and what. To somebody who isn't here, nothing ever."""
        waiting = await self._waiting(db, member_id)
        member = await members.get(db, member_id)
        if member is None or not member.accepted:
            return None, waiting
        reader = await self._kinds.reader(db, member_id, now)
        return self._kinds.first(association, waiting, reader, now)

    async def _tidy(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Forget old letters, and delete what they left open."""
        over = await letters.long_over(db, self._clock.now() - KEPT, [kind.name for kind in self._kinds])
        await self._courier.remove_threads(db, over)
        await journey.forget(db, [letter.id for letter in over])


async def cancel(db: Connection, member_id: int) -> None:
    """Make no round for a member."""
    await jobs.cancel(db, LETTERS, str(member_id))
