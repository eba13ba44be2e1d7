"""What introductions of three wait for: they are asked as soon as both may be, and on the day that was said it is over.

Housekeeping that comes every hour whether or not anybody is presented, and at once when something changed: nothing in
"Prochains envois" tells that there is one.
"""

from __future__ import annotations

from typing import Final

from bot.delivery import letters as delivered
from bot.delivery import wishes
from bot.people.register import YEAR
from bot.schedule import jobs
from bot.schedule.clock import HOUR
from bot.schedule.jobs import Job, JobKind
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import intro_store, kinds, present_ending, present_store, search_store
from cogs.warm_intros.kinds import MEET, PRESENT_JOB
from cogs.warm_intros.pace import AT_LEAST
from cogs.warm_intros.preferences import silence
from cogs.warm_intros.rules import Intro, Kind, Says
from cogs.warm_intros.standing import may_meet

ROOM: Final = 2
"""How many times the days that somebody has to answer pass before two who are presented are asked no more: one of them
may not be asked at once, having been asked something else of late."""


async def look(db: Connection, now: int) -> None:
    """Something changed: the next heartbeat sees to it, never the press that changed it."""
    await jobs.plan(db, PRESENT_JOB, "", due_at=now)


class PresentJob:
    """Looks after every introduction of three."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(PRESENT_JOB, self._decide, every=HOUR))

    async def _decide(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Take each step that is due; none while everything rests."""
        if association.preferences[prefs.SUSPENDED]:
            return
        now = self._house.clock.now()
        for intro in await present_store.waiting(db):
            if now >= intro.answer_by:
                await self._end(association, db, intro)
            elif intro.kind is Kind.PRESENTED:
                await self._ask_both(association, db, intro)
            else:
                await self._ask_target(association, db, intro)

    async def _end(self, association: Association, db: Connection, intro: Intro) -> None:
        """The day that was said: silence is a no."""
        if intro.kind is Kind.TARGET:
            await present_ending.give_up(self._house, association, db, intro)
            return
        if intro.first_says is None:
            await intro_store.say(db, intro.id, "first", Says.SILENT)
        if intro.second_says is None:
            await intro_store.say(db, intro.id, "second", Says.SILENT)
        await present_ending.call_off(self._house, association, db, intro)

    async def _ask_both(self, association: Association, db: Connection, intro: Intro) -> None:
        """Ask both, once each of them may be asked and has time to answer; one alone is asked for nothing, and neither
        who said no to the same before."""
        in_vain = Says.NO in {intro.first_says, intro.second_says}
        if in_vain or not self._has_time(association, intro, silence(association.preferences)):
            return
        if not await may_meet(self._house, association, db, intro):
            return
        if await present_store.said_no_before(db, intro, self._house.clock.now() - YEAR):
            return
        missing = [one for one in intro.asks if not await self._was_asked(db, intro, one)]
        if all([await self._can_hear(association, db, one) for one in missing]):
            for member_id in missing:
                await self._write(association, db, intro, member_id)

    async def _ask_target(self, association: Association, db: Connection, intro: Intro) -> None:
        """Ask whom an introducer thought of, or go on at once when they can't be."""
        second = intro.second_id
        if second is None:
            await present_ending.give_up(self._house, association, db, intro)
        elif not await self._was_asked(db, intro, second):
            able = await self._may_be_asked(association, db, intro, second)
            if not able or not await self._write(association, db, intro, second):
                await present_ending.give_up(self._house, association, db, intro)

    async def _may_be_asked(self, association: Association, db: Connection, intro: Intro, second: int) -> bool:
        if not self._has_time(association, intro, AT_LEAST) or await self._heard_of_it(db, intro, second):
            return False
        may = await may_meet(self._house, association, db, intro)
        return may and await self._can_hear(association, db, second)

    async def _can_hear(self, association: Association, db: Connection, member_id: int) -> bool:
        """Whether somebody may be asked now; where direct messages are closed, whether they read it when they come."""
        wanted, now = await wishes.of(db, member_id), self._house.clock.now()
        if not wanted.shut(now):
            return bool(await self._house.contact.may_ask(association, db, [member_id], MEET))
        return not (wanted.paused(now) or MEET in wanted.refused or wanted.barred("warm_intros", now))

    async def _write(self, association: Association, db: Connection, intro: Intro, member_id: int) -> bool:
        return await self._house.contact.write(
            association, db, member_id, kinds.question(intro), str(intro.id), topic=kinds.topic_of(intro)
        )

    async def _was_asked(self, db: Connection, intro: Intro, member_id: int) -> bool:
        return await delivered.named(db, member_id, kinds.question(intro), str(intro.id)) is not None

    def _has_time(self, association: Association, intro: Intro, days: int) -> bool:
        """Whether somebody who is asked now has so many working days to answer."""
        return association.quiet_hours.after_working_days(self._house.clock.now(), days) <= intro.answer_by

    async def _heard_of_it(self, db: Connection, intro: Intro, member_id: int) -> bool:
        """Whether somebody was asked for this search before, as whomever: nobody is twice; nor who said no to the same
        before."""
        search = await search_store.get(db, intro.search_id) if intro.search_id is not None else None
        if search is None:
            return True
        since = self._house.clock.now() - YEAR
        return member_id in await search_store.not_again(db, search, since, but=intro.id)
