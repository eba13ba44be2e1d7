"""What others were written, or read in a private thread, that names somebody or quotes them: it says what is true once
they go, or come back, or take a mission away."""

from __future__ import annotations

from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.opportunities import interest_store, letters, places, store
from cogs.opportunities.places import THREAD
from cogs.opportunities.rules import Mission

OF_A_HAND: Final = (letters.RAISED, letters.CHOSEN, letters.NO_THREAD, letters.LET_GO)
"""What is written about one raised hand."""
OF_A_CLOSING: Final = (letters.CONFIRM, letters.CONFIRMED, letters.DECLINED)
"""What is written about one closing."""


async def forget(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """A mission is about to be erased, with who had to do with it: whoever raised a hand learns that it is over, and
    what was written of it says so."""
    await letters.let_go(house, association, db, mission)
    await _show_mission(house, association, db, mission)
    for hand in await interest_store.of_mission(db, mission.id):
        await house.publications.take_down(association, db, THREAD, hand.id)


async def open_again(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """A mission, as it stood, is open again: that somebody does it, and that its time is over, is not so any more."""
    await letters.raise_again(house, association, db, mission)
    for kind in OF_A_CLOSING:
        await house.contact.show_again(db, kind, letters.closing_key(mission))
    await house.contact.show_again(db, letters.STILL, letters.question_key(mission))
    await house.contact.show_again(db, letters.ENDED, letters.end_key(mission))


async def _show_mission(house: House, association: Association, db: Connection, mission: Mission) -> None:
    for hand in await interest_store.of_mission(db, mission.id):
        await _show_hand(house, association, db, hand.id, letters.hand_key(hand))
    for kind in OF_A_CLOSING:
        await house.contact.show_again(db, kind, letters.closing_key(mission))
    await house.contact.show_again(db, letters.NAMED, str(mission.id))
    await house.contact.show_refused(db, places.topic(mission.id))
    await letters.show_alerts(house, association, db, mission.id)


async def _show_hand(house: House, association: Association, db: Connection, interest_id: int, key: str) -> None:
    for kind in OF_A_HAND:
        await house.contact.show_again(db, kind, key)
    await house.publications.refresh(association, db, THREAD, interest_id)


class Standing:
    """Follows those whom letters and threads name."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Nobody reads of somebody who is away."""
        await self._show(association, db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """And again of somebody who is back."""
        await self._show(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Threads in which they were to meet an author go; what authors were told of them says that it is over."""
        await self._show(association, db, member_id)
        for hand in await interest_store.of_member(db, member_id):
            await self._house.publications.take_down(association, db, THREAD, hand.id)

    async def _show(self, association: Association, db: Connection, member_id: int) -> None:
        house = self._house
        for hand in await interest_store.of_member(db, member_id):
            await _show_hand(house, association, db, hand.id, letters.hand_key(hand))
        for mission in await store.of_author(db, member_id):
            await _show_mission(house, association, db, mission)
        for named in await interest_store.named_by(db, member_id):
            await letters.show_asked(house, db, named.mission_id, named.member_id)
        for number in await interest_store.done_by(db, member_id):
            done = await store.get(db, number)
            if done is not None:
                await house.contact.show_again(db, letters.CONFIRMED, letters.closing_key(done))
