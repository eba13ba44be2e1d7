"""People get a place in a round: they are brought together, and what they were promised is kept herewith."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import match_store, people_store, round_store, threads
from cogs.matchmaking.rules import Match, Outcome, Round


async def seat(
    house: House, association: Association, db: Connection, round_: Round, here: Sequence[int], *, by: int | None = None
) -> Match:
    """Bring these people together, and open their thread. `by`: whose press it follows from, if anybody's."""
    match = await match_store.get(db, await match_store.add(db, round_.id, here, house.clock.now()))
    assert match is not None
    for member_id in here:
        await round_store.settle(db, round_.id, member_id, Outcome.MATCHED)
        await people_store.keep_promise(db, member_id)
    await threads.open_thread(house, association, db, match, by=by)
    return match
