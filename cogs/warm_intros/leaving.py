"""What becomes of searches and introductions when somebody leaves, rests, comes back, objects, or wants everything
gone; and who waits for something while the feature is off."""

from __future__ import annotations

from bot.people import objections
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import intro_store, kinds, present_store, search_job, search_store, threads
from cogs.warm_intros.rules import Answer, Intro, IntroState, Kind, SearchState


class Leaving:
    """Letters that are to be sent, and threads whose owner goes, follow by themselves; this is the rest."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)
        house.lifecycle.watch_objections(self.closed)
        house.restrictions.watch("warm_intros", self.closed)
        house.features.watch_who_waits("warm_intros", self._askers)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Nobody is asked for somebody who is away, and nobody waits for their answer."""
        await self._take_asks_back(association, db, member_id)
        await self._wait_no_more(db, member_id)
        for intro in await self._opened(db, member_id):
            await self._house.publications.refresh(association, db, kinds.THREAD, intro.id)
            await self._call_off(association, db, intro, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """What they look for goes on, and the threads are as they were, with them in it, or open now."""
        for intro in await self._opened(db, member_id):
            await self._house.publications.refresh(association, db, kinds.THREAD, intro.id)
            if intro.ask_at is not None:  # else it was opened long ago, and whoever deleted or left it meant it
                await self._house.private_threads.bring(association, db, kinds.THREAD, intro.id, member_id)
        await search_job.look(db, self._house.clock.now())

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Their words go wherever they stand: in what others were asked, in threads."""
        await self._take_asks_back(association, db, member_id)
        await self._wait_no_more(db, member_id)
        for search in await search_store.of_asker(db, member_id):  # what was answered, too, should Discord have
            await self._house.contact.show_again(db, kinds.ASK, str(search.id))  # refused to show the answer
        for intro in await intro_store.of_member(db, member_id):
            await self._call_off(association, db, intro, member_id)
            await self._house.publications.take_down(association, db, kinds.THREAD, intro.id)

    async def closed(self, association: Association, db: Connection, member_id: int) -> None:
        """They are not to be brought together with anybody: what they look for is asked of nobody, and what they were
        asked waits for them no more."""
        await self._take_asks_back(association, db, member_id)
        await self._wait_no_more(db, member_id)
        for intro in await self._opened(db, member_id):
            if await self._on_its_way(db, intro):
                await threads.came_to_nothing(self._house, association, db, intro.id)
        if await objections.stands(db, member_id):
            for search in await search_store.of_asker(db, member_id):
                if search.open:
                    await search_job.end(self._house, association, db, search, SearchState.WITHDRAWN)

    async def _take_asks_back(self, association: Association, db: Connection, member_id: int) -> None:
        """Whoever was asked for them reads that it is over, also where they said "Ne plus me proposer"; should it go on
        later, they are not asked again."""
        for search in await search_store.of_asker(db, member_id):
            topic = kinds.topic(search.id)
            await self._house.contact.taken(association, db, topic, by=0, over=True)
            await self._house.contact.show_refused(db, topic)
            for one in await search_store.everybody_asked(db, search.id) if search.open else ():
                if one.answer is None:
                    await search_store.answer(db, search.id, one.member_id, Answer.SILENT)
        for intro in await intro_store.of_member(db, member_id):
            for key in (f"{intro.id}:1", f"{intro.id}:2"):
                await self._house.contact.show_again(db, kinds.HELPED, key)
            for kind in (kinds.FOUND, kinds.NO_THREAD):
                await self._house.contact.show_again(db, kind, str(intro.id))

    async def _wait_no_more(self, db: Connection, member_id: int) -> None:
        """Somebody who goes says nothing: others are asked."""
        for search in await search_store.waited_for(db, member_id):
            await search_store.answer(db, search.id, member_id, Answer.SILENT)
            await search_job.look(db, self._house.clock.now())

    async def _opened(self, db: Connection, member_id: int) -> list[Intro]:
        return [one for one in await intro_store.of_member(db, member_id) if one.state is IntroState.OPEN]

    async def _call_off(self, association: Association, db: Connection, intro: Intro, member_id: int) -> None:
        """Whoever could introduce the asker goes while their thread is on its way: the search goes on."""
        of_a_search = intro.search_id is not None and member_id != intro.first_id
        if of_a_search and await self._on_its_way(db, intro):
            await threads.came_to_nothing(self._house, association, db, intro.id)

    async def _on_its_way(self, db: Connection, intro: Intro) -> bool:
        """Whether a thread is being opened, and nobody is in it yet."""
        standing = await self._house.publications.get(db, kinds.THREAD, intro.id)
        return standing is not None and standing.thread_id is None

    async def _askers(self, association: Association, db: Connection) -> list[int]:  # noqa: ARG002 (one shape)
        """Whose search goes on, and whoever presents people who are still asked."""
        waiting = [one for one in await present_store.waiting(db) if one.kind is Kind.PRESENTED]
        searching_ = {search.asker_id for search in await search_store.looking(db)}
        return sorted({*searching_, *(one.introducer_id for one in waiting)})
