"""An appeal that nobody decided on: the team is told of it anew every working day, after some days the referent may
decide too, and whoever appealed hears that nobody could so far. A team of one has nobody else."""

from __future__ import annotations

from typing import Final

from bot.delivery.contact import Fallback, Letter, LetterKind, Piece, Weight
from bot.schedule import jobs
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.moderation import act_rules, act_store, appeal_lines, case_store, people, told_cards
from cogs.moderation.act_rules import Appeal
from cogs.moderation.appeal_lines import WAITS
from cogs.moderation.rules import Reader

UNDECIDED: Final = "moderation:appeal-undecided"
"""The kind of letter to whoever appealed: nobody decided so far. Its key is the id of the act."""
DAYS: Final = 3
"""For how many working days it is the team's alone."""


async def plan(house: House, association: Association, db: Connection, act_id: int, *, told: bool) -> None:
    """Look again in some days; at once where the team can't be told."""
    now = house.clock.now()
    due_at = association.quiet_hours.after_working_days(now, DAYS) if told else now
    await jobs.plan(db, WAITS, str(act_id), due_at=due_at)


class Waiting:
    """Looks at an appeal that waits, again and again."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(
            JobKind(WAITS, self._decide, gather=self._gather, late=Late.DO, passed_over=self._passed_over)
        )
        house.contact.register(
            LetterKind(WAITS, Weight.MATTER, self._to_referent, fallback=Fallback.THREAD, unheld=True)
        )
        house.contact.register(LetterKind(UNDECIDED, Weight.MATTER, self._to_author, unheld=True))

    async def _gather(self, association: Association, job: Job) -> Reader | None:
        """The referent, as Discord says at this moment, where one is needed."""
        waits = await _waiting(association.read(), int(job.key))
        return None if waits is None else await people.referent(self._house, association)

    async def _decide(self, association: Association, db: Connection, job: Job, to: Reader | None) -> None:
        appeal = await _waiting(db, int(job.key))
        if appeal is None:
            return
        referred = await self._refer(association, db, appeal, to)
        if not job.payload.get("unsaid"):  # else it could not be posted, which is tried again by itself
            await appeal_lines.post(self._house, association, db, appeal)
        await self._tell_author(association, db, appeal, referred=referred)
        await self._look_again(association, db, job)

    async def _passed_over(self, association: Association, db: Connection, job: Job) -> None:
        await self._look_again(association, db, job)

    async def _look_again(self, association: Association, db: Connection, job: Job) -> None:
        later = association.quiet_hours.after_working_days(self._house.clock.now(), 1)
        await jobs.plan(db, WAITS, job.key, due_at=later)

    async def _refer(self, association: Association, db: Connection, appeal: Appeal, to: Reader | None) -> bool:
        """Write to the referent, once, where there is one who may decide; whether they can be written to."""
        entry = await case_store.entry(db, appeal.act_id)
        case = await case_store.get(db, entry.case_id or 0) if entry is not None else None
        if to is None or entry is None or case is None or not act_rules.may_decide(entry, case, to):
            return False
        return await self._house.contact.write(association, db, to.id, WAITS, str(appeal.act_id))

    async def _tell_author(self, association: Association, db: Connection, appeal: Appeal, *, referred: bool) -> None:
        """Once, when its days are over; the referent has one more."""
        quiet = association.quiet_hours
        over = quiet.after_working_days(appeal.at, DAYS + 1 if referred else DAYS)
        if appeal.member_id is not None and self._house.clock.now() >= over:
            await self._house.contact.write(association, db, appeal.member_id, UNDECIDED, str(appeal.act_id))

    async def _to_referent(self, association: Association, letter: Letter) -> Piece | None:
        appeal = await _waiting(association.read(), int(letter.key))
        if appeal is None:
            return None
        return Piece(told_cards.to_referent(association.words_in(letter.language), appeal, association.guild_id))

    async def _to_author(self, association: Association, letter: Letter) -> Piece | None:
        appeal = await _waiting(association.read(), int(letter.key))
        if appeal is None:
            return None
        words, contact = association.words_in(letter.language), association.contact
        return Piece(told_cards.undecided(words, appeal, contact, association.guild_id))


async def _waiting(db: Connection, act_id: int) -> Appeal | None:
    """The appeal against an act, while nobody decided."""
    appeal = await act_store.get(db, act_id)
    return appeal if appeal is not None and appeal.decision is None else None
