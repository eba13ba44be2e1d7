"""What becomes of cases when somebody goes. A case outlives the erasure of anybody in it:
who they were is gone, a keyed hash stays, so that it is still closed to them should they come back."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from bot.delivery.outside import Undecided
from bot.schedule import jobs
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.moderation import case_store, handling, people, referring, rules
from cogs.moderation.lines import REFER
from cogs.moderation.rules import Case, Role, State, may_open

TIDY: Final = "moderation:tidy"
"""The kind of housekeeping."""


class Keeping:
    """Sees to cases whose people go, and throws away what was never sent."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)
        house.jobs.register(JobKind(TIDY, self._tidy, gather=self._lost, every=DAY))

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Whoever handled a case doesn't any more: it waits again. Of those who were chosen, nobody may be left."""
        await referring.miss(self._house, association, db, member_id)
        for case in await case_store.with_person(db, member_id, Role.HANDLER):
            await handling.hand_back(self._house, association, db, case)
        for case in await case_store.with_person(db, member_id, Role.READER):
            others = [who for who in case.of(Role.READER) if who.id not in {None, member_id}]
            if case.state is State.OPEN and not others:
                await jobs.plan(db, REFER, str(case.id), due_at=self._house.clock.now(), payload={"unsaid": True})

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """What they handled, somebody else does."""

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """What they began to write goes, what they sent stays without them."""
        await self.gone(association, db, member_id)
        for case in await case_store.of_reporter(db, member_id):
            if case.state is State.DRAFT:
                await case_store.forget(db, case.id)

    async def _lost(self, association: Association, job: Job) -> list[int]:  # noqa: ARG002 (the shape of a Gather)
        """The cases whose handler may not open them any more: no longer of the team, or gone. Of whom Discord doesn't
        tell now, the next day decides."""
        lost = []
        for case in await case_store.in_states(association.read(), State.TAKEN):
            with suppress(Undecided):
                if await self._is_lost(association, case):
                    lost.append(case.id)
        return lost

    async def _is_lost(self, association: Association, case: Case) -> bool:
        handler = case.handler.id if case.handler is not None else None
        found = await people.reader(self._house, association, handler) if handler is not None else None
        return found is None or not may_open(case, found)

    async def _tidy(self, association: Association, db: Connection, job: Job, lost: list[int]) -> None:  # noqa: ARG002
        await case_store.forget_drafts(db, self._house.clock.now() - rules.DRAFT)
        for case in await case_store.in_states(db, State.TAKEN):
            if case.id in lost:
                await handling.hand_back(self._house, association, db, case)
