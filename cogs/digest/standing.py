"""What stands of digests follows the people whom it shows: they leave, come back, withdraw a card, are erased."""

from __future__ import annotations

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.digest import store
from cogs.digest.copies import COPY
from cogs.digest.weekly import Weekly


class Standing:
    """Shows digests anew, wherever they stand: in the channel, and in private."""

    def __init__(self, house: House, weekly: Weekly) -> None:
        self._house = house
        self._weekly = weekly
        house.lifecycle.follow(self)
        house.publications.watch_withdrawals(self.show_again)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Without them, while they are away."""
        await self.show_again(association, db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """As it was."""
        await self.show_again(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Without them, for good."""
        await self.show_again(association, db, member_id)

    async def show_again(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Every digest that shows somebody says what is true when the edit is sent: by then their rows are gone."""
        for digest in await store.naming(db, member_id):
            if digest.channel_id is not None and digest.message_id is not None:
                await self._weekly.show_again(db, digest.channel_id, digest.message_id)
            await self._house.contact.show_again(db, COPY, str(digest.id))
