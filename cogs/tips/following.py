"""What others were written that names somebody, or quotes them: it says what is true once they go, or come back."""

from __future__ import annotations

from bot.delivery import letters
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.tips import agreeing, merging, proposal_store, store


class Following:
    """Cards and the search follow elsewhere (`cogs.tips.posts`); this is what stands in letters to others."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Whoever is away asks nobody, offers nothing, and published nothing; decided when the edits are sent."""
        for proposal in await proposal_store.written_by(db, member_id):
            await agreeing.show_again(self._house, db, proposal)
        for tip in await store.of_author(db, member_id):
            await self._house.contact.show_again(db, agreeing.BECAME, str(tip.id))
            for letter in await letters.referring(db, merging.ADDITION, "offered", tip.id):
                await self._house.contact.reword(db, letter)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """As it was."""
        await self.gone(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Nothing of it stands."""
        await self.gone(association, db, member_id)
