"""When the time of letters comes: one round a member, which looks at what of theirs may go now.

A round is a job whose time is the first instant at which anything that waits for its member may go. It is found anew
whenever that may have changed: something was written or went, or they changed what they want. What goes while
everything is suspended has a round of its own, which nobody skips.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.delivery import journey, letters, wishes
from bot.delivery.courier import LETTERS, UNHELD, Courier
from bot.delivery.letter_kinds import LetterKinds
from bot.delivery.letters import Letter, State
from bot.people import members
from bot.schedule import jobs
from bot.schedule.clock import DAY, Clock
from bot.schedule.jobs import Job, JobKind, Jobs, Late
from bot.storage import preferences as prefs
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
        jobs_.register(JobKind(UNHELD, self._decide, late=Late.DO))
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
        await cancel(db, member_id)
        for kind, those in ((LETTERS, waiting), (UNHELD, self._unheld(waiting))):
            at, _ = self._kinds.first(association, those, reader, now)
            assert at is not None or not those, member_id  # only an unwelcome ask may never go
            if at is not None:
                await jobs.plan(db, kind, str(member_id), due_at=at, member_id=member_id)

    def _unheld(self, those: Iterable[Letter]) -> list[Letter]:
        return [letter for letter in those if self._kinds.unheld(letter)]

    async def _drop_unwelcome(self, association: Association, db: Connection, member_id: int) -> None:
        wanted, now = await wishes.of(db, member_id), self._clock.now()
        pending = await letters.of_member(db, member_id, State.WAITING, State.HELD)
        await self._courier.drop(
            association, db, [letter for letter in pending if self._kinds.unwelcome(letter.kind, wanted, now)]
        )

    async def _waiting(self, db: Connection, member_id: int) -> list[Letter]:
        return await self._kinds.speaking(db, await letters.of_member(db, member_id, State.WAITING))

    async def _decide(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Send what may go now."""
        member_id, now = job.member_id or 0, self._clock.now()
        waiting = await self._waiting(db, member_id)
        held = job.kind == UNHELD and await prefs.stored(db, prefs.SUSPENDED)
        at, bundle = await self._first(db, association, member_id, self._unheld(waiting) if held else waiting)
        if at is None:
            await self._courier.drop(association, db, bundle)
        elif at == now and bundle and not await letters.any_of(db, member_id, State.SENDING):
            await self._courier.carry(association, db, bundle)
        await self.plan(association, db, member_id)

    async def _passed_over(self, association: Association, db: Connection, job: Job) -> None:
        """Organisers decided that a round is not made: what it would have sent is dropped, the rest waits on."""
        member_id = job.member_id or 0
        waiting = await self._waiting(db, member_id)
        _, bundle = await self._first(db, association, member_id, waiting, job.due_at)
        await self._courier.drop(association, db, [one for one in bundle if not self._kinds.unheld(one)])
        await self.plan(association, db, member_id)

    async def _first(
        self, db: Connection, association: Association, member_id: int, waiting: list[Letter], since: int = 0
    ) -> tuple[int | None, list[Letter]]:
        """When some of these letters may go to a member, at `since` or later, and which. To somebody who isn't here,
        none ever."""
        now = max(since, self._clock.now())
        member = await members.get(db, member_id)
        reaching = [letter for letter in waiting if self._kinds.reaches(letter.kind, member)]
        if not reaching:
            return None, waiting
        reader = await self._kinds.reader(db, member_id, now)
        return self._kinds.first(association, reaching, reader, now)

    async def _tidy(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Forget old letters, and delete what they left open."""
        over = await letters.long_over(db, self._clock.now() - KEPT, [kind.name for kind in self._kinds])
        await self._courier.remove_threads(db, over)
        await journey.forget(db, [letter.id for letter in over])


async def cancel(db: Connection, member_id: int) -> None:
    """Make no round for a member."""
    for kind in (LETTERS, UNHELD):
        await jobs.cancel(db, kind, str(member_id))
