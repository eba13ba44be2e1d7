"""A coffee as it is shown at this moment: who meets, and why these."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import affinity, dates, match_store, people
from cogs.matchmaking.affinity import Reason
from cogs.matchmaking.rules import Match, Says
from cogs.matchmaking.talk_cards import Talk, Who


async def of(house: House, association: Association, db: Connection, match: Match) -> Talk:
    """A match as it is shown now. Whoever can't is not in it any more; whoever is gone has no name."""
    staying = [seat.member_id for seat in match.seats if seat.says is not Says.CANNOT]
    here = await present(db, [one for one in staying if one is not None])
    profiles = await members.profiles(db, here)
    shown = [
        Who(one, profiles[one].what if one in profiles else "") if one is not None and one in here else Who(None)
        for one in staying
    ]
    return Talk(match, tuple(shown), await _reasons(house, association, db, match, here))


async def _reasons(
    house: House, association: Association, db: Connection, match: Match, here: list[int]
) -> tuple[Reason, ...]:
    if len(here) < 2:
        return ()
    known = await people.known(house, association, db, here)
    before = await match_store.met_before(db, match, here)
    return affinity.reasons_among([known[one] for one in here], before)


async def present(db: Connection, member_ids: Iterable[int]) -> list[int]:
    """Those of some members who are known and have not left, in their order."""
    found = [(one, await members.get(db, one)) for one in member_ids]
    return [one for one, member in found if member is not None and member.state == "present"]


async def partners(db: Connection, match: Match, member_id: int) -> list[int]:
    """Whom somebody meets: the others who are in it, and here."""
    return await present(db, [one for one in match.people if one != member_id])


def day(association: Association, match: Match) -> date:
    """The local date on which a match was made."""
    return dates.local_day(association, match.opened_at)
