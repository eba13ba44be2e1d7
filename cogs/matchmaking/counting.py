"""On whom a round counts: whoever said so, and subscribers whose rhythm it fits and who said nothing; never on somebody
who objects to being brought together with others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.delivery import letters, wishes
from bot.people import objections
from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.matchmaking import dates, match_store, people_store, round_store, rules
from cogs.matchmaking.rules import Outcome, Participation, Round

PURPOSE: Final = "coffee"
"""What questions about coffee are for, as people may refuse them: whoever does is not counted on."""
STAY: Final = "matchmaking:stay"
"""The letter that asks somebody without news whether they stay; its key is the id of the round that ended."""


async def counts_on(association: Association, db: Connection, round_: Round, member_id: int) -> bool:
    """Whether a round counts on somebody."""
    if await objections.stands(db, member_id):
        return False
    turn = await round_store.turn(db, round_.id, member_id)
    if turn is not None:
        return turn.coming
    one = await people_store.get(db, member_id)
    return bool(await counted_on(association, db, round_, [one]))


async def counted_on(
    association: Association, db: Connection, round_: Round, silent: Sequence[Participation]
) -> list[int]:
    """Of people who said nothing to a round, those on whom it counts: not while they want to be left alone."""
    objecting = await objections.everybody(db)
    silent = [one for one in silent if one.member_id not in objecting]
    ids = [one.member_id for one in silent]
    last, asked = await match_store.last(db, ids), await _asked(db, silent)
    willing = await wishes.of_many(db, ids, PURPOSE)
    before = await round_store.before(db, round_.id)
    turns = await round_store.turns(db, before.id) if before else []
    took = {turn.member_id for turn in turns if turn.outcome is Outcome.MATCHED}
    found = []
    for one in silent:
        at, wanted = last.get(one.member_id), willing.get(one.member_id)
        if wanted is None or wanted.paused(round_.match_at):
            continue
        day = None if at is None else dates.local_day(association, at)
        took_last = one.member_id in took
        if rules.comes(one, round_.day, last_day=day, took_last_round=took_last, asked=one.member_id in asked):
            found.append(one.member_id)
    return found


async def _asked(db: Connection, silent: Sequence[Participation]) -> set[int]:
    """Who was asked whether they stay, and could read it: a question that waits takes nobody out of a round."""
    since = {one.member_id: one.asked_at for one in silent if one.asked_at is not None}
    went = await letters.sent_since(db, since, min(since.values(), default=0) - 1)
    return {member_id for member_id, kind, at in went if kind == STAY and at >= since[member_id]}
