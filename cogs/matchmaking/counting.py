"""On whom a round counts: whoever said so, and subscribers whose rhythm it fits and who said nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.matchmaking import match_store, people_store, round_store, rules
from cogs.matchmaking.rules import Participation, Round


async def counts_on(association: Association, db: Connection, round_: Round, member_id: int) -> bool:
    """Whether a round counts on somebody."""
    turn = await round_store.turn(db, round_.id, member_id)
    if turn is not None:
        return turn.coming
    one = await people_store.get(db, member_id)
    return bool(await counted_on(association, db, round_, [one]))


async def counted_on(
    association: Association, db: Connection, round_: Round, silent: Sequence[Participation]
) -> list[int]:
    """Of people who said nothing to a round, those on whom it counts."""
    last = await match_store.last(db, [one.member_id for one in silent])
    before = await round_store.before(db, round_.id)
    took = {turn.member_id for turn in await round_store.turns(db, before.id) if turn.outcome} if before else set()
    found = []
    for one in silent:
        at = last.get(one.member_id)
        day = None if at is None else datetime.fromtimestamp(at, UTC).astimezone(association.zone).date()
        if rules.comes(one, round_.day, last_day=day, took_last_round=one.member_id in took):
            found.append(one.member_id)
    return found
