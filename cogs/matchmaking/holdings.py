"""What coffee keeps about people, and what goes when its time is over."""

from __future__ import annotations

from typing import Final

from bot.people.register import YEAR, Basis, Holding, Purpose, Until
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import match_store, threads

COFFEE: Final = Purpose("coffee", Basis.CONSENT)


def holdings(house: House) -> tuple[Holding, ...]:
    """What is kept. Who met whom goes after a year, so that nobody is brought together with the same people each
    season; what was said in a thread stays with those who are in it."""

    async def forget_coffees(association: Association, db: Connection, now: int) -> int:
        over = await match_store.ended_before(db, now - YEAR)
        for match in over:
            await threads.show(house, association, db, match.id)  # by then there is nothing to say but that it is past
        return await match_store.forget(db, [match.id for match in over])

    return (
        Holding("coffee_members", ("member_id",), COFFEE),
        Holding("coffee_zones", ("member_id",), COFFEE),
        Holding("coffee_turns", ("member_id",), COFFEE, Until.WRITTEN, keeps=YEAR, since="at"),
        Holding("coffee_seats", ("member_id",), COFFEE, Until.WRITTEN, keeps=YEAR, purge=forget_coffees),
        Holding("coffee_invitations", ("asker_id", "other_id"), COFFEE, Until.WRITTEN, keeps=YEAR, since="at"),
    )
