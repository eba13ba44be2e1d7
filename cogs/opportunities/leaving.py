"""What becomes of missions when their author leaves or pauses, comes back, or wants everything gone."""

from __future__ import annotations

from bot.delivery import letters as delivered
from bot.delivery.letters import State as Went
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.opportunities import letters, places, posts, store
from cogs.opportunities.rules import State


class Leaving:
    """Cards follow by themselves (`bot.ui.publications`); this is the rest."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Nobody finds them."""
        for mission in await store.of_author(db, member_id):
            await association.search.remove(db, places.DOCUMENT, mission.id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Open ones are found again, and their author is asked how they stand, should the question have been on its
        way when they went; of those whose time was over meanwhile they hear now."""
        for mission in await store.of_author(db, member_id):
            if mission.open:
                await posts.make_findable(self._house, association, db, mission)
                asked = await delivered.named(db, member_id, letters.STILL, letters.question_key(mission))
                if asked is None or asked.state is Went.DROPPED:
                    await store.ask_anew(db, mission.id)
            elif mission.state is State.EXPIRED:
                key = letters.end_key(mission)
                await self._house.contact.write(association, db, member_id, letters.ENDED, key)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Their words go wherever they stand."""
        for mission in await store.of_author(db, member_id):
            await posts.take_away(self._house, association, db, mission)
