"""What becomes of what somebody wrote about dates when they want everything gone. Rows follow by themselves."""

from __future__ import annotations

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.deadlines import choice_store, report_store, reporting


class Leaving:
    """Nothing of theirs stands where others see it but the lines about dates that they reported, which name nobody."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """A reported date stays to be looked at."""

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Topics are followed as before; what was missed meanwhile comes with the next look, if it isn't past."""

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Their words go from the organisers' channel, and from the history."""
        for found in await report_store.of_member(db, member_id):
            await reporting.take_down(self._house, db, found.channel_id, found.message_id)
        await choice_store.forget_reasons(db, member_id)
