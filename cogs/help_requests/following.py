"""What becomes of requests, offers and thanks when somebody leaves, comes back, or wants everything gone."""

from __future__ import annotations

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import arrivals, jobs, letters, others_letters, people_store, places, posts, store, thanks_store
from cogs.help_requests.rules import State


class Following:
    """Cards and first messages follow by themselves (`bot.ui.publications`); this is the rest."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Nobody is asked for somebody who is away, and nobody waits for their help."""
        for request in await store.of_asker(db, member_id):
            await self._house.contact.taken(association, db, letters.topic(request.id), by=0, over=True)
            await association.search.remove(db, posts.DOCUMENT, request.id)
            await arrivals.show(self._house, association, db, request.id)
        await self._attend(association, db, member_id)
        await self._show_thanks(association, db, member_id)
        await others_letters.show(self._house, association, db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Solved requests are found again; open ones are looked after again."""
        for request in await store.of_asker(db, member_id):
            await arrivals.show(self._house, association, db, request.id)
            if request.state is State.SOLVED and not request.private:
                await posts.make_findable(association, db, request)
            elif request.wanted:
                await jobs.look_after(self._house, association, db, request.id)
        await self._attend(association, db, member_id)
        await self._show_thanks(association, db, member_id)
        await others_letters.show(self._house, association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Their words go wherever they stand: in cards, in threads, in what others were asked."""
        await others_letters.show(self._house, association, db, member_id)
        for request in await store.of_asker(db, member_id):
            await posts.take_away(self._house, association, db, request)
        for thanks_id in await thanks_store.to(db, member_id):
            await self._house.publications.take_down(association, db, places.THANKS, thanks_id)
        for request in await store.joined(db, member_id):
            await people_store.leave(db, request.id, member_id)
            await self._settle(association, db, request.id)

    async def _attend(self, association: Association, db: Connection, member_id: int) -> None:
        for request in await store.joined(db, member_id):
            await self._settle(association, db, request.id)

    async def _settle(self, association: Association, db: Connection, request_id: int) -> None:
        """A request whose only helper went is open again; it is under way again when they come back."""
        before = await store.get(db, request_id)
        await posts.attend(self._house, db, request_id)
        after = await store.get(db, request_id)
        if before is not None and after is not None and before.state is not after.state:
            await posts.show(self._house, association, db, request_id)
            await jobs.plan(self._house, association, db)

    async def _show_thanks(self, association: Association, db: Connection, member_id: int) -> None:
        for thanks_id in await thanks_store.to(db, member_id):
            await self._house.publications.refresh(association, db, places.THANKS, thanks_id)
