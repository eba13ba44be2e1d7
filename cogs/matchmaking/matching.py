"""People are brought together: who comes, who fits whom (in a worker process), and what follows for each of them.

In two steps, as a job runs. *Prepare* looks at everybody and pairs them, and holds no lock. *Bring together* is one
transaction that looks again: whoever changed their mind, left, or is to be kept apart from somebody since then is not
brought together with them, and whoever came meanwhile is looked after too. So nobody is matched twice, and nobody who
said yes is left without a word.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from bot.people import objections, restrictions
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import (
    announcing,
    counting,
    dates,
    people,
    people_store,
    rematching,
    round_letters,
    round_store,
    rules,
    seating,
)
from cogs.matchmaking.affinity import Pair, Pairing
from cogs.matchmaking.preferences import MINIMUM
from cogs.matchmaking.rules import Outcome, Round, State

PAIR: Final = "cogs.matchmaking.pairing:pair"
"""What the worker process runs."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Who was coming when people were paired, and what the pairing found; None when they were too few."""

    members: tuple[int, ...]
    pairing: Pairing | None


async def coming(association: Association, db: Connection, round_: Round) -> list[int]:
    """Who takes part in a round: whoever said so, and subscribers whose rhythm it fits and who said nothing; nobody to
    whom coffee is closed that day."""
    said = {turn.member_id: turn.coming for turn in await round_store.turns(db, round_.id)}
    silent = [one for one in await people_store.subscribed(db) if one.member_id not in said]
    counted = await counting.counted_on(association, db, round_, silent)
    present = {member_id for member_id, yes in said.items() if yes} | set(counted)
    closed_to = await restrictions.restricted(db, "matchmaking", round_.match_at)
    return sorted((present & await objections.may_be_matched(db)) - closed_to)


async def prepare(house: House, association: Association, round_: Round) -> Prepared:
    """Pair whoever is coming, in a worker process. Raises what the worker raises."""
    db = association.read()
    present = await coming(association, db, round_)
    if len(present) < association.preferences[MINIMUM]:
        return Prepared(tuple(present), None)
    known = await people.known(house, association, db, present)
    past, apart = await people.past(db, present), await people.apart(house, association, db, present)
    pairing: Pairing = await house.workers.run(PAIR, list(known.values()), past, apart, round_.id)
    return Prepared(tuple(present), pairing)


async def bring_together(
    house: House, association: Association, db: Connection, round_: Round, prepared: Prepared
) -> None:
    """Write what follows: matches, their threads, what became of everybody, the end of the round."""
    now, present = house.clock.now(), await coming(association, db, round_)
    if len(present) < association.preferences[MINIMUM]:
        await call_off(house, association, db, round_, State.TOO_FEW)
        return
    if prepared.pairing is None:  # enough came meanwhile
        await jobs.plan(db, dates.MATCH, str(round_.id), due_at=now)
        return
    closes_at = rules.times(now, await dates.next_at_after(db, round_), association.quiet_hours).close
    await round_store.start(db, round_.id, now, closes_at)
    await jobs.plan(db, dates.CLOSE, str(round_.id), due_at=closes_at)
    for member_id in present:
        await round_store.count_in(db, round_.id, member_id, now)
    await _skip(db, round_, present)
    await _place(house, association, db, round_, prepared, present)
    await announcing.show(house, association, db, round_.id)


async def _skip(db: Connection, round_: Round, present: Collection[int]) -> None:
    """Whoever rests for some rounds has one less to go."""
    for one in await people_store.subscribed(db):
        if one.paused_rounds and one.member_id not in present:
            await people_store.skip_one(db, one.member_id, round_.day)


async def _place(
    house: House, association: Association, db: Connection, round_: Round, prepared: Prepared, present: Sequence[int]
) -> None:
    assert prepared.pairing is not None
    apart = await people.apart(house, association, db, present)
    left_out = frozenset(prepared.pairing.left_out)
    odd = left_out if prepared.pairing.odd and len(present) % 2 else frozenset()
    seated: set[int] = set()
    for group in prepared.pairing.groups:
        here = [member_id for member_id in group.members if member_id in present]
        if len(here) > 1 and not _any_apart(here, apart):
            await seating.seat(house, association, db, round_, here)
            seated.update(here)
    alone = [member_id for member_id in present if member_id not in seated]
    for member_id in alone:
        await round_store.settle(db, round_.id, member_id, Outcome.ODD if member_id in odd else Outcome.NOBODY)
    for member_id in alone:
        if member_id not in left_out:  # those whom the pairing left out fit nobody, nor one another
            await rematching.look_for(house, association, db, round_, member_id)
    for member_id in await round_store.free(db, round_.id):
        await _leave_out(house, association, db, round_, member_id)


def _any_apart(here: Sequence[int], apart: Collection[Pair]) -> bool:
    return any(pair in apart for pair in combinations(sorted(here), 2))


async def _leave_out(house: House, association: Association, db: Connection, round_: Round, member_id: int) -> None:
    await people_store.promise_first(db, member_id, house.clock.now())
    await house.contact.write(association, db, member_id, round_letters.LEFT_OUT, str(round_.id))


async def call_off(house: House, association: Association, db: Connection, round_: Round, state: State) -> None:
    """A round doesn't take place: whoever was coming is told, and is coming to the next one."""
    for member_id in await coming(association, db, round_):
        await round_store.count_in(db, round_.id, member_id, house.clock.now())
        await house.contact.write(association, db, member_id, round_letters.CALLED_OFF, str(round_.id))
    await round_store.enter(db, round_.id, state)
    await jobs.cancel(db, dates.MATCH, str(round_.id))
    await announcing.show(house, association, db, round_.id)
