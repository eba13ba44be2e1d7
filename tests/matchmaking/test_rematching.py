"""Somebody can't, leaves, is erased, or joins late: whoever is free is brought together at once, and nobody is left in
the dark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
from simcord.actors import MemberActor

from bot.people import avoid
from bot.schedule.clock import DAY
from cogs.matchmaking import match_store, people_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import FREE, Match, Outcome, Rhythm, Says
from tests.help_requests.stage import letters_of, people_in
from tests.help_requests.test_people_go import come_back, standing
from tests.introductions.test_refusals import press
from tests.matchmaking.running import (
    TUESDAY,
    act,
    cards_in,
    gone,
    join_late,
    newest,
    now_of,
    on_tuesday,
    outcome,
    running,
    says,
)
from tests.matchmaking.stage import member, thread_of
from tests.test_letters_story import beats, come_to
from tests.world import World, text_of

OUT = "Ton café n’aura pas lieu cette fois. Cela arrive, et tu n’y es pour rien."


async def takes_part(world: World, who: MemberActor, *, how: How = How.BOTH, first: bool = False) -> None:
    """How somebody has coffee, and whether they were promised to go first."""
    async with world.association.transaction() as db:
        await people_store.choose(db, who.id, world.clock.now(), rhythm=Rhythm.ONCE, how=how)
        if first:
            await people_store.promise_first(db, who.id, world.clock.now())


async def test_whose_partner_cannot_meets_whoever_was_left_out_at_once(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    await takes_part(world, chloe, first=True)
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await act(world, anna, "cannot", match)
    other = await newest(world, basile)
    assert other.people == [basile.id, chloe.id]
    assert await people_in(world, thread_of(world, other)) == {basile.id, chloe.id}
    (letter,) = letters_of(basile)
    assert OUT in letter
    assert f"un autre café s’ouvre, avec <@{chloe.id}>, par ici : <#{other.thread_id}>" in letter
    assert [await outcome(world, who) for who in (basile, chloe)] == [Outcome.MATCHED, Outcome.MATCHED]
    assert not (await people_store.get(world.association.read(), chloe.id)).goes_first  # the promise is kept


async def test_two_whose_partners_cannot_meet_each_other(world: World) -> None:
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    first, second = await running(world, [anna, basile], [chloe, david])
    await act(world, anna, "cannot", first)
    assert await outcome(world, basile) is Outcome.WAITING
    await act(world, chloe, "cannot", second)
    assert (await newest(world, basile)).people == [david.id, basile.id]
    await beats(world, DAY)
    assert OUT in letters_of(david)[0]


async def test_for_whom_nobody_is_found_goes_first_next_time(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await act(world, anna, "cannot", match)
    await beats(world, 13 * DAY)
    assert (await people_store.get(world.association.read(), basile.id)).goes_first
    assert not (await people_store.get(world.association.read(), anna.id)).goes_first
    assert "Tu passes en premier au prochain" in letters_of(basile)[-1]


async def test_whoever_joins_late_waits_for_the_next_one_and_a_second_tap_changes_nothing(world: World) -> None:
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    await running(world, [anna, basile])
    assert await join_late(world, chloe) is None
    assert await join_late(world, chloe) is None
    assert await outcome(world, chloe) is Outcome.WAITING
    found = await join_late(world, david)
    assert found is not None
    assert found.people == [david.id, chloe.id]
    again = await join_late(world, david)
    assert again is not None
    assert again.id == found.id
    assert len(world.threads.threads) == 2


async def test_nobody_is_brought_together_in_the_last_part_of_a_round(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await beats(world, 9 * DAY)
    await act(world, anna, "cannot", match)
    assert await outcome(world, basile) is Outcome.WAITING
    assert len(await match_store.of_member(world.association.read(), basile.id, 9)) == 1


async def test_of_three_two_go_on_and_whoever_stays_alone_is_looked_after(world: World) -> None:
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    (match,) = await running(world, [anna, basile, chloe], alone=[david])
    await act(world, anna, "cannot", match)
    assert (await now_of(world, match)).people == [basile.id, chloe.id]
    assert f"Ton café à trois continue à deux, avec <@{chloe.id}>" in letters_of(basile)[0]
    assert f"<@{anna.id}>" not in text_of(cards_in(world, match)[0])
    await act(world, anna, "planned", match)  # after all
    assert (await now_of(world, match)).people == [anna.id, basile.id, chloe.id]
    for who in (anna, basile):
        await act(world, who, "cannot", match)
    assert (await newest(world, chloe)).people == [chloe.id, david.id]


async def test_who_fits_best_is_brought_together_with_whoever_waits(world: World) -> None:
    """Not whoever is kept apart or can't meet that way; the fewest coffees first, then a promise, then what they have
    for each other."""
    anna = await member(world, "Anna", seeks=["facturation"])
    apart, here, met, fits = [await member(world, name, zone="44", offers=["facturation"]) for name in "BCDE"]
    first = await member(world, "F", zone="44")
    await come_to(world, TUESDAY)
    await running(world, [anna, met])
    async with world.association.transaction() as db:
        names = [world.bot.house.lifecycle.alias(world.association, who.id) for who in (apart, anna)]
        await avoid.add(db, anna.id, names[0], names[1], world.clock.now())
    await takes_part(world, here, how=How.IN_PERSON)
    await takes_part(world, first, first=True)
    free, found = [apart, here, met, fits, first], []
    for wanted in (first, fits, met, None):
        await running(world, alone=free)
        match = await join_late(world, anna)
        found.append(match.people[1] if match is not None else None)
        free = [who for who in free if who is not wanted]
    assert found == [first.id, fits.id, met.id, None]


async def leave_by(world: World, how: str, who: MemberActor, match: Match) -> None:
    """Somebody is out: by a press, by leaving, or because they wanted everything gone."""
    match how:
        case "press":
            await act(world, who, "cannot", match)
        case "leave":
            await gone(world, who)
        case _:
            await world.erase(who)
            await beats(world)


@pytest.mark.parametrize("how", ["press", "leave", "erase"])
async def test_all_ways_out_look_the_same(world: World, how: str) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await leave_by(world, how, anna, match)
    (letter,) = letters_of(basile)
    assert letter.startswith(OUT)
    assert "Si quelqu’un se libère" in letter
    assert text_of(cards_in(world, match)[0]) == "Ce café n’aura pas lieu cette fois."
    assert len(cards_in(world, match)) == 1
    assert await outcome(world, basile) is Outcome.WAITING
    assert (await now_of(world, match)).state == "called-off"


async def test_whoever_left_after_they_met_leaves_it_so(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await act(world, basile, "met", match)
    await gone(world, anna)
    assert letters_of(basile) == []
    assert (await now_of(world, match)).open
    assert "une personne qui s’est retirée" in text_of(cards_in(world, match)[0])
    await come_back(world, anna)
    assert f"<@{anna.id}>" in text_of(cards_in(world, match)[0])
    await world.erase(anna)
    await beats(world)
    assert "une personne qui s’est retirée" in text_of(cards_in(world, match)[0])
    assert str(anna.id) not in await standing(world, anna)


async def test_somebody_who_comes_back_finds_their_partner_with_somebody_else(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await gone(world, anna)
    assert (await newest(world, basile)).people == [basile.id, chloe.id]
    await come_back(world, anna)
    assert "ce café ne peut plus reprendre" in text_of(await act(world, anna, "planned", match))
    assert await says(world, match, anna) is Says.CANNOT


async def test_a_coffee_of_which_nobody_is_left_goes_with_its_thread(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await world.erase(anna)
    await beats(world)
    assert len(world.threads.threads) == 1
    await world.erase(basile)
    await beats(world, DAY)
    assert world.threads.threads == []
    assert await match_store.get(world.association.read(), match.id) is None
    assert str(basile.id) not in await standing(world, basile)


async def test_nobody_is_matched_with_somebody_who_left_or_is_erased_while_they_wait(world: World) -> None:
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    (match,) = await running(world, [anna, basile], alone=[chloe, david])
    await gone(world, chloe)
    await world.erase(david)
    await act(world, anna, "cannot", match)
    assert await outcome(world, basile) is Outcome.WAITING


async def test_of_three_who_comes_back_after_the_coffee_was_off_is_announced(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile, chloe])
    await act(world, anna, "cannot", match)
    await act(world, basile, "cannot", match)
    await beats(world, DAY)
    assert OUT in letters_of(chloe)[-1]
    await act(world, anna, "planned", match)
    await beats(world, DAY)
    assert f"Finalement, ton café avec <@{anna.id}> a bien lieu" in letters_of(chloe)[-1]
    assert (await now_of(world, match)).people == [anna.id, chloe.id]


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_people_press_each_has_one_coffee_at_most_and_nobody_is_forgotten(
    world: World, seed: int
) -> None:
    rng = Random(seed)  # noqa: S311 (to be repeated)
    who = await on_tuesday(world, *"ABCDEFGHI")
    await running(world, who[:2], who[2:4], who[4:7], alone=who[7:])
    for _ in range(50):
        one = rng.choice(who)
        seats = await match_store.of_member(world.association.read(), one.id, 9)
        if not seats or rng.random() < 0.2:
            await join_late(world, one)
        else:
            name = rng.choice(("cannot", "cannot", "planned", "known", "another", "keep"))
            await press(world, one, f"matchmaking:{name}:{rng.choice(seats).id}")
        await check(world, who)
    await beats(world, 3600)
    assert len(world.threads.threads) == len(await match_store.of_round(world.association.read(), 1))


async def check(world: World, who: Sequence[MemberActor]) -> None:
    """Everybody has one coffee at most, is looked for, or said that they can't; nobody meets the same person twice."""
    matches = await match_store.of_round(world.association.read(), 1)
    going_on = [match for match in matches if match.open]
    assert all(len(match.people) > 1 for match in going_on)
    for one in who:
        mine = [match for match in going_on if one.id in match.people]
        assert len(mine) <= 1
        became = await outcome(world, one)
        assert mine or became in {Outcome.OUT, *FREE}, (one.name, became)
        assert not mine or became in {Outcome.MATCHED, Outcome.WAITING}, (one.name, became)
    pairs = [pair for match in matches for pair in combinations(sorted(seat.member_id or 0 for seat in match.seats), 2)]
    assert len(pairs) == len(set(pairs))
