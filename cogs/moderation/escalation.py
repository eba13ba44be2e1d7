"""What nobody takes goes on: to the referent, once; then the team's channel says so anew every working day."""

from __future__ import annotations

from typing import Final

from bot.schedule import jobs
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.moderation import case_store, lines, people, progress, rules, telling_readers
from cogs.moderation.lines import REFER
from cogs.moderation.rules import Act, Case, Reader, Role, Someone, may_be_told, was_referred

BOT: Final = Someone(None, "")
"""Who acts when time does."""


async def refer(house: House, association: Association, db: Connection, case: Case, to: Reader, *, by: Someone) -> bool:
    """Pass a case on to the referent in the caller's transaction; False when they can't be written to."""
    who, now = Someone(to.id, to.alias), house.clock.now()
    await case_store.write(db, case.id, referred_at=now)
    if not await telling_readers.refer(house, association, db, case, who):
        await case_store.write(db, case.id, referred_at=case.referred_at)
        return False
    await case_store.append(db, case.id, Act.REFERRED, by, now, target=who)
    return True


class Escalation:
    """Looks at a report whose time is over. It is none of the messages that organisers see and skip beforehand: one
    whom a report is about may be one of them; and what is given up is taken up again."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(
            JobKind(REFER, self._decide, gather=self._gather, late=Late.DO, passed_over=self._passed_over)
        )

    async def _gather(self, association: Association, job: Job) -> Reader | None:
        """The referent, as Discord says at this moment."""
        case = await case_store.get(association.read(), int(job.key))
        waits = case is not None and case.waits
        return await people.referent(self._house, association) if waits else None

    async def _decide(self, association: Association, db: Connection, job: Job, to: Reader | None) -> None:
        case = await case_store.get(db, int(job.key))
        if case is None or not case.waits:
            return
        if not await self._refer(association, db, case, to):
            await self._remind(association, db, case, unsaid=bool(job.payload.get("unsaid")))
        await self._look_again(association, db, job)

    async def _passed_over(self, association: Association, db: Connection, job: Job) -> None:
        await self._look_again(association, db, job)

    async def _look_again(self, association: Association, db: Connection, job: Job) -> None:
        later = rules.refer_at(association.quiet_hours, self._house.clock.now(), urgent=False)
        await jobs.plan(db, REFER, job.key, due_at=later)

    async def _refer(self, association: Association, db: Connection, case: Case, to: Reader | None) -> bool:
        """Pass it on, once, to the referent of whom its reporter read: who is not in it and can be written to."""
        if to is None or not case.has(to.alias, Role.REFERENT) or not may_be_told(case, to):
            return False
        if was_referred(await case_store.entries(db, case.id), to):
            return False
        return await refer(self._house, association, db, case, to, by=BOT)

    async def _remind(self, association: Association, db: Connection, case: Case, *, unsaid: bool) -> None:
        """The line anew, at the end of the channel; `unsaid`: it could not be posted, which is tried again by itself.
        Whoever reported it hears once that nobody took it: neither the team nor, where it went on, the referent."""
        if not unsaid:
            await lines.post(self._house, association, db, case)
        await progress.tell(self._house, association, db, case, progress.UNTAKEN)
