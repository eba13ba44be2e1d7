"""Who may be brought together by now, and which search goes on: asked anew before every step."""

from __future__ import annotations

from itertools import combinations

from bot.people import members, objections, restrictions
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import search_store
from cogs.warm_intros.rules import Intro, Search, SearchState


async def may_be_introduced(house: House, db: Connection, member_id: int) -> bool:
    """Whether somebody may be brought together with others: they are here, don't object, and nobody closed it to
    them."""
    closed = await restrictions.restricted(db, "warm_intros", house.clock.now())
    here = member_id not in closed and await members.is_here(db, member_id)
    return here and not await objections.stands(db, member_id)


async def all_may(house: House, db: Connection, intro: Intro) -> bool:
    """Whether all of an introduction may be brought together with others."""
    return all([await may_be_introduced(house, db, one) for one in intro.people])


async def may_meet(house: House, association: Association, db: Connection, intro: Intro) -> bool:
    """Whether all three may be brought together: here, willing in general, none to be kept apart from another; and for
    a search, that it goes on."""
    if intro.second_id is None or not await all_may(house, db, intro):
        return False
    if intro.search_id is not None and await wanted(house, db, intro.search_id) is None:
        return False
    pairs = combinations(intro.people, 2)
    return not any([await house.lifecycle.kept_apart(association, db, one, [other]) for one, other in pairs])


async def introducer_stands(house: House, association: Association, db: Connection, intro: Intro, reader: int) -> bool:
    """Whether whoever thought of it is here, and not to be kept apart from this reader."""
    if not await members.is_here(db, intro.introducer_id):
        return False
    return not await house.lifecycle.kept_apart(association, db, intro.introducer_id, [reader])


async def wanted(house: House, db: Connection, search_id: int) -> Search | None:
    """A search that goes on, and for which people may be asked, else None."""
    search = await search_store.get(db, search_id)
    if search is None or search.state is not SearchState.LOOKING:
        return None
    return search if await may_be_introduced(house, db, search.asker_id) else None


async def said_in(db: Connection, intro: Intro) -> str:
    """Whom the search of an introduction looked for; empty for one that came of none."""
    search = await search_store.get(db, intro.search_id) if intro.search_id is not None else None
    return search.who if search is not None else ""
