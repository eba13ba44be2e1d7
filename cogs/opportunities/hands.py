"""Who raised a hand for a mission, as its author may know; and whose mission may be proposed to others."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import members, restrictions
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.opportunities import interest_store, rules, store
from cogs.opportunities.rules import Interest, Mission


async def raised(house: House, association: Association, db: Connection, mission: Mission) -> list[Interest]:
    """Those who would like to, in the order in which they said so. Whoever is away isn't among them, nor whoever is to
    be kept apart from its author: to them it looks the same. Whoever was let go, or chosen, before it was opened again
    raises a new hand."""
    return [one for one in await ever_raised(house, association, db, mission) if one.up]


async def ever_raised(house: House, association: Association, db: Connection, mission: Mission) -> list[Interest]:
    """The same with those who were let go since; not those who said no after all."""
    found = [
        one
        for one in await interest_store.of_mission(db, mission.id)
        if one.told != "declined" and await members.is_here(db, one.member_id)
    ]
    apart = await house.lifecycle.kept_apart(association, db, mission.author_id, [one.member_id for one in found])
    return [one for one in found if one.member_id not in apart]


async def meet(house: House, association: Association, db: Connection, one: int, other: int) -> bool:
    """Whether two people are both here, and nobody keeps them apart."""
    here = await members.are_here(db, (one, other))
    return here and not await house.lifecycle.kept_apart(association, db, one, [other])


async def wanted(db: Connection, mission_id: int) -> Mission:
    """A mission that is open and whose author is here. Raises `Refusal` for one that is over, or that comes back with
    its author."""
    found = await store.wanted(db, mission_id)
    if found is not None:
        return found
    rules.check_open(await store.get(db, mission_id))
    raise Refusal("mission-away")


async def proposable(house: House, db: Connection, mission_id: int) -> Mission | None:
    """A mission that may be proposed to somebody: it is open, its author is here and can choose."""
    mission = await store.wanted(db, mission_id)
    if mission is None or mission.author_id in await closed_to(house, db):
        return None
    return mission


async def closed_to(house: House, db: Connection) -> set[int]:
    """The members to whom the team closed missions for a time."""
    return await restrictions.restricted(db, "opportunities", house.clock.now())


async def require_among_us(db: Connection, member_id: int) -> None:
    """Raise `Refusal` for somebody who has not accepted the notice; that somebody rests is never said."""
    member = await members.get(db, member_id)
    if member is None or not member.resting:
        await members.require_among_us(db, member_id)
