"""What the pairing is told of past coffees, of many people too."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

from bot.people import avoid, members
from bot.storage.slices import AT_A_TIME
from cogs.matchmaking import match_store, people
from cogs.matchmaking.match_store import Past
from cogs.matchmaking.rules import Says
from tests.matchmaking.community import chance
from tests.world import World

IDS = range(1001, 1001 + 2 * AT_A_TIME + 10)
"""People of three slices, and what is left of them."""


async def test_who_met_whom_is_known_of_more_people_than_are_looked_at_at_a_time(world: World) -> None:
    lots, met, last = chance(5), Counter[tuple[int, int]](), dict[tuple[int, int], int]()
    async with world.association.transaction() as db:
        for member_id in IDS:
            await members.accept_notice(db, member_id, 1)
        for at in range(300):
            group = sorted(lots.sample(IDS, 3 if at % 7 == 0 else 2))
            match_id = await match_store.add(db, None, group, at)
            if at % 5 == 0:
                await match_store.enter(db, match_id, "called-off")
            else:
                met.update(combinations(group, 2))
                last |= dict.fromkeys(combinations(group, 2), at)
    db = world.association.read()
    told = {pair: (times, last[pair]) for pair, times in met.items()}
    among = {(one.member_id, one.other_id): (one.times, one.last) for one in await match_store.past_among(db, IDS)}
    assert among == told
    both_ways = {way: told[pair] for pair in told for way in permutations(pair)}
    assert {
        (one.member_id, one.other_id): (one.times, one.last) for one in await match_store.past(db, IDS)
    } == both_ways
    known = await people.known(world.bot.house, world.association, db, IDS)
    assert list(known) == list(IDS)
    assert {(one.id, other) for one in known.values() for other in one.partners} == set(both_ways)


async def test_only_those_who_are_asked_about_are_told_of_as_pairs(world: World) -> None:
    anna, bruno, carla = IDS[:3]
    async with world.association.transaction() as db:
        for member_id in (anna, bruno, carla):
            await members.accept_notice(db, member_id, 1)
        await match_store.add(db, None, [bruno, anna], 10)
        await match_store.add(db, None, [anna, carla], 20)
        called_off = await match_store.add(db, None, [bruno, carla], 30)
        await match_store.enter(db, called_off, "called-off")
        found = await match_store.get(db, called_off)
        assert found is not None
    db = world.association.read()
    assert await match_store.past_among(db, [bruno, anna]) == [Past(anna, bruno, 1, 10)]
    assert await match_store.past(db, [carla]) == [Past(carla, anna, 1, 20)]
    assert list(await people.past(db, [anna, bruno, carla])) == [(anna, bruno), (anna, carla)]
    async with world.association.transaction() as db:
        await match_store.say(db, found.seats[0].id, Says.MET, 31)
    assert await match_store.past_among(world.association.read(), [bruno, carla]) == [Past(bruno, carla, 1, 30)]


async def test_entries_are_found_among_more_people_than_are_looked_at_at_a_time(world: World) -> None:
    first, last = IDS[0], IDS[-1]
    alias = world.bot.house.lifecycle.alias
    async with world.association.transaction() as db:
        await members.accept_notice(db, last, 1)
        await avoid.add(db, last, alias(world.association, first), alias(world.association, last), 1)
    apart = await people.apart(world.bot.house, world.association, world.association.read(), IDS)
    assert apart == {(first, last)}
