"""What happens to people's data when time comes: leavers are erased, what was missed offline is caught up, drafts and
bytes go."""

from __future__ import annotations

from typing import Any, Final

import discord

from bot.delivery import rows
from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.people import members, presence, resting
from bot.people.lifecycle import GRACE, forget_unreferenced
from bot.schedule import jobs
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import drafts
from bot.ui.house import House

PURGE: Final = "privacy:purge-leaver"
ERASE: Final = "privacy:erase"
RECONCILE: Final = "privacy:reconcile"
SWEEP: Final = "privacy:sweep"
UNKNOWN_PERSON: Final = frozenset({10007, 10013})
"""Discord's codes for somebody who is no member, or no user any more."""
ONE_BY_ONE: Final = 200
"""How many members a day are looked up when Discord gives no list (without the members intent)."""


async def plan_erasure(db: Connection, member_id: int, now: int) -> None:
    """Erase somebody at once, in a transaction of their own: the ledger says so before the file does, and must name
    nobody who stays because something went wrong with somebody else."""
    await jobs.plan(db, ERASE, str(member_id), due_at=now, member_id=member_id, keep=True)


class Keeping:
    """Leaving and coming back, also while the bot was offline."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(PURGE, self.purge, gather=self.still_away, late=Late.DO))
        house.jobs.register(JobKind(ERASE, self.erase, late=Late.DO))
        house.jobs.register(JobKind(RECONCILE, self.catch_up, gather=self.look, every=DAY, at_start=True))
        house.jobs.register(JobKind(SWEEP, self.sweep, gather=self.clean, every=DAY))

    async def left(self, association: Association, db: Connection, member_id: int) -> None:
        """Hide a leaver at once; erase in 30 days unless they come back."""
        if await self._house.lifecycle.leave(association, db, member_id):
            due = self._house.clock.now() + GRACE
            await jobs.plan(db, PURGE, str(member_id), due_at=due, member_id=member_id)

    async def came_back(self, association: Association, db: Connection, member_id: int) -> None:
        """Everything as they left it."""
        if await self._house.lifecycle.come_back(association, db, member_id):
            await jobs.cancel(db, PURGE, str(member_id))

    async def still_away(self, association: Association, job: Job) -> bool:
        """Whether the leaver is really not on the server: the last look before nothing can be undone."""
        return not await self._is_here(association.guild_id, job.member_id or 0)

    async def purge(self, association: Association, db: Connection, job: Job, away: bool) -> None:
        """Erase somebody who left 30 days ago."""
        member = await members.get(db, job.member_id or 0)
        if member is None or not member.away:
            return
        if away:
            await self._house.lifecycle.erase(association, db, member.id)
        else:
            await self._house.lifecycle.come_back(association, db, member.id)

    async def look(self, association: Association, job: Job) -> dict[int, bool]:  # noqa: ARG002 (the shape of a Gather)
        """Who of those we know is on the server, for all of whom that is certain."""
        db = association.read()
        known = [*await members.present_ids(db), *await resting.everybody(db), *await members.away_ids(db)]
        guild = self._house.client.get_guild(association.guild_id)
        if guild is None or not known:
            return {}
        if self._house.settings.members_intent:
            async with outside():
                here = {member.id async for member in guild.fetch_members(limit=None)}
            return {member_id: member_id in here for member_id in known}
        # without the list: a part each day, so that everybody is looked at in turn
        first = (self._house.clock.now() // DAY * ONE_BY_ONE) % len(known)
        part = (known + known)[first : first + min(ONE_BY_ONE, len(known))]
        return {member_id: await self._is_here(association.guild_id, member_id) for member_id in part}

    async def _is_here(self, guild_id: int, member_id: int) -> bool:
        guild = self._house.client.get_guild(guild_id)
        if guild is None:
            raise Undecided("guild unavailable")
        try:
            async with outside():
                await guild.fetch_member(member_id)
        except discord.NotFound as error:
            if error.code not in UNKNOWN_PERSON:
                raise
            return False
        except Undeliverable as refused:
            raise Undecided(refused.reason) from refused
        return True

    async def catch_up(self, association: Association, db: Connection, job: Job, here: Any) -> None:  # noqa: ARG002
        """Leave and come back for those whose event was missed."""
        for member_id in [*await members.present_ids(db), *await resting.everybody(db)]:
            if here.get(member_id) is False:
                await self.left(association, db, member_id)
        for member_id in await members.away_ids(db):
            if here.get(member_id) is True:
                await self.came_back(association, db, member_id)
        served = self._house.client.get_guild(association.guild_id) is not None
        for member_id in await members.left_before(db, self._house.clock.now() - GRACE):
            if not served or here.get(member_id) is False:  # whatever became of the job that was to do it
                await plan_erasure(db, member_id, self._house.clock.now())

    async def erase(self, association: Association, db: Connection, job: Job, gathered: Any) -> None:  # noqa: ARG002
        """Erase somebody whose time is over still."""
        now = self._house.clock.now()
        over = {*await members.left_before(db, now - GRACE), *await presence.over(db, presence.day_of(now))}
        if job.member_id in over:
            await self._house.lifecycle.erase(association, db, job.member_id or 0)

    async def clean(self, association: Association, job: Job) -> None:  # noqa: ARG002
        """Overwrite the bytes of erased rows."""
        await association.clean_bytes()

    async def sweep(self, association: Association, db: Connection, job: Job, gathered: Any) -> None:  # noqa: ARG002
        """Throw away drafts that are over, rows that nothing refers to, outbox rows that ended."""
        await drafts.sweep(db, self._house.clock.now())
        await rows.sweep(db, self._house.clock.now())
        await forget_unreferenced(db)
