"""What searches wait for: the next person is asked, somebody's silence is a no, the day of the answer comes; and two
weeks after a thread was opened, whether it helped.

One job an association, housekeeping that comes every hour whether or not anybody searches, and at once when something
is to be done: nothing in "Prochains envois" tells how far a search is, nor that there is one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.people import routing
from bot.people.register import YEAR
from bot.schedule import jobs
from bot.schedule.clock import HOUR
from bot.schedule.jobs import Job, JobKind
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import following_up, intro_store, introducers, kinds, pace, search_store, standing
from cogs.warm_intros.introducers import Candidate
from cogs.warm_intros.kinds import SEARCH_JOB
from cogs.warm_intros.pace import Step
from cogs.warm_intros.preferences import silence
from cogs.warm_intros.rules import Answer, IntroState, Search, SearchState

TRIES: Final = 3
"""How many of the best are tried, should a letter to one of them be refused at the last instant."""

AGAIN: Final = 60
"""After how many seconds somebody else is looked for, when those who were found can't be asked any more."""

Found = Mapping[int, Sequence[Candidate]]
"""Whom to ask, the best first, by search; the searches in the order in which they choose."""


async def look(db: Connection, now: int) -> None:
    """Something changed: searches are looked after with the next heartbeat, never in the press that changed it."""
    await jobs.plan(db, SEARCH_JOB, "", due_at=now)


async def end(house: House, association: Association, db: Connection, search: Search, state: SearchState) -> None:
    """A search is over, in the caller's transaction: whoever was asked reads that it is, nobody else is asked."""
    now = house.clock.now()
    await search_store.close(db, search.id, state, now)
    await intro_store.close_asked(db, search.id, now)
    await house.contact.taken(association, db, kinds.topic(search.id), by=0, over=True)


class SearchJob:
    """Looks after every search."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(SEARCH_JOB, self._decide, gather=self._gather, every=HOUR))

    async def _gather(self, association: Association, job: Job) -> Found:  # noqa: ARG002
        """Whom to ask for each search that is to go on, newcomers' searches first: it takes a while, and nobody waits
        for it."""
        db = association.read()
        if association.preferences[prefs.SUSPENDED]:
            return {}
        due = [one for one in await search_store.looking(db) if (await self._step(association, db, one)).asks]
        going = {one.id: one for one in due if await standing.wanted(self._house, db, one.id)}
        if not going:
            return {}
        everybody = await introducers.crowd(association, db)
        needs = {number: await introducers.as_routed(self._house, association, db, going[number]) for number in going}
        found: dict[int, Sequence[Candidate]] = {}
        for request in routing.order_requests(need.request for need in needs.values()):
            heard = await self._not_again(db, going[request.id])
            found[request.id] = await introducers.whom_to_ask(
                self._house, association, db, everybody, needs[request.id], heard, count=TRIES
            )
            await asyncio.sleep(0)
        return found

    async def _decide(self, association: Association, db: Connection, job: Job, found: Found) -> None:  # noqa: ARG002
        """Take each step that is due; none while everything rests."""
        if association.preferences[prefs.SUSPENDED]:
            return
        steps = {search.id: await self._step(association, db, search) for search in await search_store.looking(db)}
        for number, step in steps.items():
            await self._settle(association, db, number, step)
        asking = [number for number, step in steps.items() if step.asks]
        missed = [number for number in asking if number not in found and await standing.wanted(self._house, db, number)]
        missed += [number for number in found if not await self._ask(association, db, number, found[number])]
        await following_up.ask(self._house, association, db)
        await self._plan(db, steps.values(), again=bool(missed))

    async def _step(self, association: Association, db: Connection, search: Search) -> Step:
        asked = await search_store.everybody_asked(db, search.id)
        target = any(intro.state is IntroState.ASKED for intro in await intro_store.of_search(db, search.id))
        now, days = self._house.clock.now(), silence(association.preferences)
        return pace.step(search, asked, now, association.quiet_hours, days, target=target)

    async def _settle(self, association: Association, db: Connection, number: int, step: Step) -> None:
        """Keep who said nothing for long enough; tell the asker on the day that was said."""
        for member_id in step.silent:
            await search_store.answer(db, number, member_id, Answer.SILENT)
        search = await search_store.get(db, number)
        if step.ends and search is not None:
            await end(self._house, association, db, search, SearchState.ENDED)
            await self._house.contact.write(association, db, search.asker_id, kinds.NOTHING, str(search.id))

    async def _ask(self, association: Association, db: Connection, number: int, found: Sequence[Candidate]) -> bool:
        """Ask the first who still may be. False when none of them is any more: since they were found, another search
        may have taken them."""
        search, now = await standing.wanted(self._house, db, number), self._house.clock.now()
        if search is None or not (await self._step(association, db, search)).asks:
            return True
        key, topic, heard = str(number), kinds.topic(number), await self._not_again(db, search)
        for one in found:
            if one.member_id in heard or not await self._may_be_asked(association, db, search, one):
                continue
            # noted first: a letter that can't reach its reader is known to by then
            await search_store.note_asked(db, number, one.member_id, now, reasons=one.reasons, door_id=one.door_id)
            if await self._house.contact.write(association, db, one.member_id, kinds.ASK, key, topic=topic):
                return True
            await search_store.answer(db, number, one.member_id, Answer.SILENT)
        return not found

    async def _may_be_asked(self, association: Association, db: Connection, search: Search, one: Candidate) -> bool:
        able = await introducers.reachable(self._house, association, db, search.asker_id, [one.member_id])
        return bool(able) and await introducers.still_stands(db, one)

    async def _not_again(self, db: Connection, search: Search) -> set[int]:
        return await search_store.not_again(db, search, self._house.clock.now() - YEAR)

    async def _plan(self, db: Connection, steps: Iterable[Step], *, again: bool) -> None:
        """Look again when the next step is due; in an hour by itself."""
        now, question = self._house.clock.now(), await intro_store.next_question(db)
        at = [step.at for step in steps if not step.ends] + [now + AGAIN if again else now + HOUR]
        soonest = min([*at, *([question] if question is not None else [])])
        if now < soonest < now + HOUR:
            await look(db, soonest)
