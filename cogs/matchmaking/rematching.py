"""Somebody can't, or joins late: whoever is free in a round that runs is brought together at once.

Nobody is told why somebody can't. Whether they said so, left or were erased, the others read the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import affinity, match_store, people, people_store, round_store, talk, talk_letters, threads
from cogs.matchmaking.affinity import Person
from cogs.matchmaking.rules import FREE, Match, Outcome, Round, Says, State
from cogs.matchmaking.talk_letters import ASKED_ANOTHER, KNOWN

# Who is free


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
    return await look_for(house, association, db, round_, member_id)


async def look_for(
    house: House, association: Association, db: Connection, round_: Round, member_id: int
) -> Match | None:
    """Bring somebody who is free together with whoever is free and fits best; None when nobody does, or when it is too
    late in the round."""
    if not round_.takes(house.clock.now()):
        return None
    found = await _best(house, association, db, round_, member_id)
    if found is None:
        return None
    match = await seat(house, association, db, round_, [member_id, found])
    for one in match.people:
        await _move_on(house, association, db, match, one)
    return match


async def seat(house: House, association: Association, db: Connection, round_: Round, here: Sequence[int]) -> Match:
    """Bring these people together, and open their thread; what they were promised is kept herewith."""
    match = await match_store.get(db, await match_store.add(db, round_.id, here, house.clock.now()))
    assert match is not None
    for member_id in here:
        await round_store.settle(db, round_.id, member_id, Outcome.MATCHED)
        await people_store.keep_promise(db, member_id)
    await threads.open_thread(house, association, db, match)
    return match


async def _best(house: House, association: Association, db: Connection, round_: Round, member_id: int) -> int | None:
    """Who fits somebody best: the fewest coffees together, then whoever was promised to go first, then the score, then
    whoever waits longest."""
    free = await _free(db, round_, member_id)
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


async def _free(db: Connection, round_: Round, member_id: int) -> list[int]:
    """Who is free but for those whom somebody was already brought together with in this round."""
    before = await match_store.of_member_in(db, round_.id, member_id)
    together = {seat.member_id for match in before for seat in match.seats} | {member_id}
    among_us = await members.among_us(db)
    return [one for one in await round_store.free(db, round_.id) if one not in together and one in among_us]


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
    await _go(house, association, db, match, member_id, {})


async def _move_on(house: House, association: Association, db: Connection, new: Match, member_id: int) -> None:
    """Somebody who wanted to meet somebody else does: they are no longer in the coffee that they had."""
    for match in await match_store.of_member_in(db, new.round_id or 0, member_id):
        if match.open and match.id != new.id and member_id in match.people:
            await _go(house, association, db, match, member_id, KNOWN)


async def _go(
    house: House, association: Association, db: Connection, match: Match, member_id: int, why: Mapping[str, bool]
) -> None:
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
            await talk_letters.tell_out(house, association, db, match, leaving, other, why)
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
    or nobody is left. When the round is over, there is nothing to come back to."""
    if match.state == "closed" or (match.round_id is not None and await running(db, match) is None):
        return
    others = await talk.partners(db, match, member_id)
    needed = [member_id] if match.open else [member_id, *others]
    if not others or any([await _is_taken(db, match, one) for one in needed]):
        raise Refusal("coffee-moved-on")
    await match_store.enter(db, match.id, "open")
    await keep(db, match, [member_id, *others])
    for other in others:
        await talk_letters.tell_back(house, association, db, match, match.seat_of(member_id), other)
    await threads.show(house, association, db, match.id)


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
    found = await look_for(house, association, db, round_, member_id)
    if found is None and len(others) == 1 and not match.seat_of(others[0]).knows:  # who asked for it was answered
        await house.contact.write(association, db, others[0], ASKED_ANOTHER, str(match.id))
    return found


# People who go


class Leavers:
    """What becomes of somebody's coffees when they leave, come back, or want everything gone."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """As if they had said that they can't; what stands doesn't name them any more."""
        for match in await match_store.open_of_member(db, member_id):
            if not met(match):
                await leave(self._house, association, db, match, member_id)
        await self._show(association, db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """What stands names them again; what they are no longer in goes on without them."""
        await self._show(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """The same; a thread that nobody else is in goes with them."""
        await self.gone(association, db, member_id)
        for match in await match_store.standing_of(db, member_id):
            if all(seat.member_id in {None, member_id} for seat in match.seats):
                await threads.remove(self._house, db, match)

    async def _show(self, association: Association, db: Connection, member_id: int) -> None:
        for match in await match_store.standing_of(db, member_id):
            await threads.show(self._house, association, db, match.id)
