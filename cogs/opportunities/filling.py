"""Somebody here does a mission: it is settled, the two are tied once both said so, and can thank one another. Each
of them can say, then and later, that it comes to nothing: it is open again."""

from __future__ import annotations

from bot.people import ties
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import register_thanks
from cogs.opportunities import hands, interest_store, letters, places, posts, standing, store
from cogs.opportunities.rules import Interest, Mission, State


async def choose(house: House, association: Association, db: Connection, mission: Mission, hand: Interest) -> None:
    """The author would like to do it with somebody who raised a hand: the two talk first, nothing ties them yet."""
    await posts.settle(house, association, db, mission, State.FILLED, filled_by=hand.member_id, by=mission.author_id)
    await interest_store.note_told(db, hand.id, "chosen")
    await house.contact.write(association, db, hand.member_id, letters.CHOSEN, letters.hand_key(hand))


async def fill_with(house: House, association: Association, db: Connection, mission: Mission, hand: Interest) -> None:
    """It is somebody whose hand is up: both said so, and they are tied."""
    await choose(house, association, db, mission, hand)
    await _tie(house, db, mission, hand.member_id)


async def fill(house: House, association: Association, db: Connection, mission: Mission, member_id: int) -> None:
    """It is somebody who did not raise a hand, or was let go since: they are asked whether it is so, unless the two are
    to be kept apart; that looks the same to the author."""
    await posts.settle(house, association, db, mission, State.FILLED, filled_by=member_id, by=mission.author_id)
    filled = await store.get(db, mission.id)
    if filled is None or not await hands.meet(house, association, db, mission.author_id, member_id):
        return
    hand = await interest_store.of(db, mission.id, member_id)
    if hand is not None:  # a kind word that waits would say the contrary
        await house.contact.take_back(association, db, member_id, letters.LET_GO, letters.hand_key(hand))
    await house.contact.write(association, db, member_id, letters.CONFIRM, letters.closing_key(filled))


async def confirm(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """Whoever does it says so too: they are tied, and the author hears of it."""
    assert mission.filled_by is not None
    await _tie(house, db, mission, mission.filled_by)
    await house.contact.write(association, db, mission.author_id, letters.CONFIRMED, letters.closing_key(mission))


async def done(house: House, db: Connection, mission: Mission, hand: Interest) -> None:
    """The author says that it was done with whom they chose, who had raised a hand: they are tied."""
    await _tie(house, db, mission, hand.member_id)
    await house.contact.show_again(db, letters.CHOSEN, letters.hand_key(hand))


async def open_again(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """It goes on, or is open again: what was confirmed was not so, after all, and what was written says so."""
    if mission.filled_by is not None:
        await ties.undo(db, mission.author_id, mission.filled_by, places.topic(mission.id))
    await posts.renew(house, association, db, mission)
    await standing.open_again(house, association, db, mission)


async def decline(house: House, association: Association, db: Connection, mission: Mission, hand: Interest) -> None:
    """Whoever was chosen can't, after all: it is open again, unless the team took it down; the author hears of it."""
    await interest_store.note_told(db, hand.id, "declined")
    if mission.removed:
        await ties.undo(db, mission.author_id, hand.member_id, places.topic(mission.id))
        await posts.settle(house, association, db, mission, State.WITHDRAWN, by=hand.member_id)
        await house.contact.show_again(db, letters.CHOSEN, letters.hand_key(hand))
    else:
        await open_again(house, association, db, mission)
    await house.contact.write(association, db, mission.author_id, letters.DECLINED, letters.closing_key(mission))


async def _tie(house: House, db: Connection, mission: Mission, member_id: int) -> None:
    await interest_store.confirm(db, mission.id, yes=True)
    await ties.confirm(db, mission.author_id, member_id, places.topic(mission.id), house.clock.now())


async def _the_other(db: Connection, number: int, giver: int) -> int | None:
    """Of two who did a mission together, as both said, the other one."""
    mission = await store.get(db, number)
    if mission is None or mission.filled_by is None or not mission.confirmed:
        return None
    return {mission.author_id: mission.filled_by, mission.filled_by: mission.author_id}.get(giver)


register_thanks("mission", _the_other)
