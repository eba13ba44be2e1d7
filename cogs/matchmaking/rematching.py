"""Somebody can't, or joins late: whoever is free in a round that runs is brought together at once.

Nobody is told why somebody can't. Whether they said so, left or were erased, the others read the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.errors import Refusal
from bot.people import objections, restrictions
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import affinity, match_store, people, round_store, seating, talk, talk_letters, threads
from cogs.matchmaking.affinity import Person
from cogs.matchmaking.rules import FREE, LONGEST, Match, Outcome, Round, Says, State
from cogs.matchmaking.talk_letters import ASKED_ANOTHER

# Who is free


async def alone(db: Connection, round_: Round) -> list[int]:
    """Who waits for somebody in a round and has no coffee that goes on, whoever waits longest first: two who know each
    other may wait for somebody else, and keep theirs until then."""
    going_on = [match for match in await match_store.of_round(db, round_.id) if match.open]
    taken = {member_id for match in going_on for member_id in match.people}
    return [member_id for member_id in await round_store.free(db, round_.id) if member_id not in taken]


async def join_late(
    house: House, association: Association, db: Connection, round_: Round, member_id: int
) -> Match | None:
    """Somebody joins a round that runs: they wait, or are brought together with whoever is free. Whoever has a coffee
    in it already keeps that one."""
    for match in await match_store.of_member_in(db, round_.id, member_id):
        if match.open and member_id in match.people:
            return match
    turn = await round_store.turn(db, round_.id, member_id)
    if turn is None or not turn.coming or turn.outcome not in FREE:  # who waits already keeps their place
        await round_store.say(db, round_.id, member_id, house.clock.now(), coming=True)
        await round_store.settle(db, round_.id, member_id, Outcome.WAITING)
    return await look_for(house, association, db, round_, member_id, by=member_id)


async def look_for(
    house: House, association: Association, db: Connection, round_: Round, member_id: int, *, by: int | None = None
) -> Match | None:
    """Bring somebody who is free together with whoever is free and fits best; None when nobody does, or when it is too
    late in the round. `by`: whose press it follows from."""
    if not round_.takes(house.clock.now()):
        return None
    found = await _best(house, association, db, round_, member_id)
    if found is None:
        return None
    match = await seating.seat(house, association, db, round_, [member_id, found], by=by)
    for one in match.people:
        await _move_on(house, association, db, match, one)
    return match


async def _best(house: House, association: Association, db: Connection, round_: Round, member_id: int) -> int | None:
    """Who fits somebody best: the fewest coffees together, then whoever was promised to go first, then the score, then
    whoever waits longest."""
    free = await _free(db, round_, member_id, house.clock.now())
    if not free:
        return None
    everybody = [member_id, *free]
    known = await people.known(house, association, db, everybody)
    past, apart = await people.past(db, everybody), await people.apart(house, association, db, everybody)

    def rank(other: int) -> tuple[int, bool, int]:
        met = past.get(_pair(member_id, other))
        points = affinity.score(known[member_id], known[other], seed=round_.id)
        return (0 if met is None else met.times, not known[other].first, -points)

    fitting = [one for one in free if _fit(known, member_id, one) and _pair(member_id, one) not in apart]
    return min(fitting, key=rank, default=None)


async def _free(db: Connection, round_: Round, member_id: int, now: int) -> list[int]:
    """Who is free but for those whom somebody was already brought together with in this round, and those to whom coffee
    is closed."""
    before = await match_store.of_member_in(db, round_.id, member_id)
    together = {seat.member_id for match in before for seat in match.seats} | {member_id}
    open_to = await objections.may_be_matched(db) - await restrictions.restricted(db, "matchmaking", now)
    return [one for one in await round_store.free(db, round_.id) if one not in together and one in open_to]


def _fit(known: Mapping[int, Person], one: int, other: int) -> bool:
    return affinity.can_meet(known[one], known[other])


def _pair(one: int, other: int) -> affinity.Pair:
    return min(one, other), max(one, other)


# Who can't


async def leave(house: House, association: Association, db: Connection, match: Match, member_id: int) -> None:
    """Somebody can't: the others go on without them, or somebody else is looked for. A second time changes nothing, and
    neither does it when another one says that they met."""
    if match.seat_of(member_id).says is Says.CANNOT:
        return
    round_ = await running(db, match)
    if round_ is not None and not await _is_taken(db, match, member_id):
        await round_store.settle(db, round_.id, member_id, Outcome.OUT)
    await _go(house, association, db, match, member_id)


async def _move_on(house: House, association: Association, db: Connection, new: Match, member_id: int) -> None:
    """Somebody who wanted to meet somebody else does: they are no longer in the coffee that they had."""
    for match in await match_store.of_member_in(db, new.round_id or 0, member_id):
        if match.open and match.id != new.id and member_id in match.people:
            await _go(house, association, db, match, member_id)


async def _go(house: House, association: Association, db: Connection, match: Match, member_id: int) -> None:
    """Somebody is no longer in a match. The others are told, and the one who stays alone is looked after; not whoever
    is in another one by now."""
    leaving = match.seat_of(member_id)
    await match_store.say(db, leaving.id, Says.CANNOT, house.clock.now())
    others = [one for one in match.people if one != member_id]
    if match.open and not met(match, but=member_id):
        if len(others) < 2:
            await match_store.enter(db, match.id, "called-off")
        staying = [one for one in others if not await _is_taken(db, match, one)]
        for other in staying:
            await talk_letters.tell_out(house, association, db, match, leaving, other)
        if len(others) == len(staying) == 1:
            await _look_after(house, association, db, match, staying[0])
    await threads.show(house, association, db, match.id)


async def _look_after(house: House, association: Association, db: Connection, match: Match, member_id: int) -> None:
    """Somebody waits from now on, in a round that runs; for whom nobody is found goes first next time."""
    round_ = await running(db, match)
    if round_ is not None:
        await round_store.settle(db, round_.id, member_id, Outcome.WAITING)
        await look_for(house, association, db, round_, member_id)


async def running(db: Connection, match: Match) -> Round | None:
    """The round of a match while it runs, or None."""
    round_ = await round_store.get(db, match.round_id) if match.round_id is not None else None
    return round_ if round_ is not None and round_.state is State.RUNNING else None


def met(match: Match, *, but: int | None = None) -> bool:
    """Whether one of them says that they met; `but`: whoever takes that back."""
    return any(seat.says is Says.MET and seat.member_id != but for seat in match.seats)


async def _is_taken(db: Connection, match: Match, member_id: int) -> bool:
    """Whether somebody has another coffee in the round of a match."""
    if match.round_id is None:
        return False
    others = await match_store.of_member_in(db, match.round_id, member_id)
    return any(other.open and other.id != match.id and member_id in other.people for other in others)


# Who can after all, or keeps a coffee


async def come_back(house: House, association: Association, db: Connection, match: Match, member_id: int) -> None:
    """Somebody who said that they can't can after all. Raises `Refusal` once one of them has coffee with somebody else,
    nobody is left, or they are to be kept apart; in the same words. When it is over, there is nothing to come back to.
    """
    if await is_over(house, db, match):
        return
    others = await talk.partners(db, match, member_id)
    needed = [member_id] if match.open else [member_id, *others]
    apart = await people.apart(house, association, db, [member_id, *others])
    kept_apart = any(member_id in pair for pair in apart)
    if not others or kept_apart or any([await _is_taken(db, match, one) for one in needed]):
        raise Refusal("coffee-moved-on")
    await match_store.enter(db, match.id, "open")
    await keep(db, match, [member_id, *others])
    for other in others:
        await talk_letters.tell_back(house, association, db, match, match.seat_of(member_id), other)
    await threads.show(house, association, db, match.id)


async def is_over(house: House, db: Connection, match: Match) -> bool:
    """Whether the time of a match is over, whatever became of it."""
    if match.round_id is None:
        return match.state == "closed" or match.opened_at < house.clock.now() - LONGEST
    return await running(db, match) is None


async def keep(db: Connection, match: Match, member_ids: Iterable[int]) -> None:
    """Nobody else is looked for any more for these people of a match."""
    for member_id in member_ids if match.round_id is not None else ():
        await round_store.settle(db, match.round_id or 0, member_id, Outcome.MATCHED)


async def look_for_another(
    house: House, association: Association, db: Connection, match: Match, member_id: int
) -> Match | None:
    """Two who know each other: each may be brought together with somebody else, and keeps this coffee until then. Of
    three, it is for the one who asks. The one who didn't ask is told what happens."""
    round_, others = await running(db, match), [one for one in match.people if one != member_id]
    if round_ is None or not match.open or met(match):
        return None
    turn = await round_store.turn(db, round_.id, member_id)
    if turn is None or turn.outcome is not Outcome.WAITING:  # asked again, whoever wants to keep it still does
        for one in [member_id, *(others if len(others) == 1 else ())]:
            await round_store.settle(db, round_.id, one, Outcome.WAITING)
    found = await look_for(house, association, db, round_, member_id, by=member_id)
    if found is None and len(others) == 1 and not match.seat_of(others[0]).knows:  # who asked for it was answered
        await house.contact.write(association, db, others[0], ASKED_ANOTHER, str(match.id))
    return found


async def look_no_more(house: House, association: Association, db: Connection, match: Match, member_id: int) -> None:
    """Somebody doesn't know the other one after all: they keep this coffee, and so does whoever didn't ask for somebody
    else themselves."""
    if not match.open or member_id not in match.people:
        return
    others = [seat.member_id for seat in match.seats if seat.member_id in match.people and not seat.knows]
    unasked = [one for one in others if one is not None and one != member_id]
    await keep(db, match, [member_id, *unasked])
    for other in unasked:
        await talk_letters.untell_another(house, association, db, match, other)
