"""Somebody changes their mind about a coffee: they can after all, or don't know the other one; what holds them back
looks the same whatever it is, and nobody hears what they pressed."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.people import avoid
from bot.schedule.clock import DAY
from cogs.matchmaking import match_store, rematching, turns
from cogs.matchmaking.rules import Outcome, Says
from tests.help_requests.stage import letters_of
from tests.matchmaking.running import act, now_of, on_tuesday, outcome, running, says, the_round
from tests.test_letters_story import beats, come_to
from tests.world import World, buttons_of, message_of, text_of

MOVED_ON = "ce café ne peut plus reprendre"


async def keep_apart(world: World, author: MemberActor, other: MemberActor) -> None:
    """Somebody doesn't want to be brought together with somebody."""
    house, association = world.bot.house, world.association
    alias, own_alias = (house.lifecycle.alias(association, one.id) for one in (other, author))
    async with association.transaction() as db:
        await avoid.add(db, author.id, alias, own_alias, world.clock.now())


@pytest.mark.parametrize("others", [1, 2])
async def test_nobody_comes_back_to_somebody_they_are_to_be_kept_apart_from(world: World, others: int) -> None:
    anna, *rest = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, *rest[:others]])
    await act(world, anna, "cannot", match)
    await beats(world, DAY)
    await keep_apart(world, rest[0], anna)
    told = len(letters_of(rest[0]))
    for name in ("planned", "met"):
        assert MOVED_ON in text_of(await act(world, anna, name, match))
    await beats(world, DAY)
    assert len(letters_of(rest[0])) == told
    assert await says(world, match, anna) is Says.CANNOT


async def test_an_avoid_entry_between_the_others_keeps_nobody_from_coming_back(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile, chloe])
    await act(world, anna, "cannot", match)
    await keep_apart(world, basile, chloe)
    assert "bon café" in text_of(await act(world, anna, "planned", match))


async def test_after_the_end_a_coffee_is_not_planned_any_more_but_may_have_taken_place(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await act(world, anna, "cannot", match)
    await beats(world, 13 * DAY)
    assert "Le temps de ce café est passé" in text_of(await act(world, anna, "planned", match))
    assert await says(world, match, anna) is Says.CANNOT
    assert "Chouette" in text_of(await act(world, anna, "met", match))


async def test_of_three_whoever_could_not_had_no_coffee(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile, chloe])
    await act(world, chloe, "cannot", match)
    await act(world, anna, "met", match)
    db = world.association.read()
    assert await match_store.past(db, [chloe.id]) == []
    assert [one.other_id for one in await match_store.past(db, [anna.id])] == [basile.id]
    assert chloe.id not in await match_store.last(db, [anna.id, chloe.id])
    (later,) = await running(world, [anna, chloe])
    assert not await match_store.met_before(db, later, [anna.id, chloe.id])
    async with world.association.transaction() as db:  # "on se connaît déjà" counts, whatever else was said
        await match_store.know(db, match.seat_of(chloe.id).id, world.clock.now())
    assert {one.other_id for one in await match_store.past(db, [chloe.id])} == {anna.id, basile.id}


async def test_whoever_said_by_mistake_that_they_know_each_other_takes_it_back(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile])
    said = await act(world, anna, "known", match)
    await act(world, anna, "another", match)
    await beats(world, DAY)
    assert "peut-être possible" in letters_of(basile)[0]
    undone = await anna.click(message_of(said), label="On ne se connaît pas")
    assert "C’est corrigé" in text_of(undone)
    await beats(world)
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    assert not (await now_of(world, match)).seat_of(anna.id).knows
    assert [await outcome(world, one) for one in (anna, basile)] == [Outcome.MATCHED, Outcome.MATCHED]
    assert "pour les personnes de ce café" in text_of(await act(world, chloe, "unknown", match))
    assert "On se connaît déjà" not in buttons_of(undone)


async def test_a_mistake_that_is_taken_back_before_the_other_read_of_it_troubles_nobody(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await come_to(world, "2026-01-06 20:00")
    await act(world, anna, "another", match)
    await act(world, anna, "unknown", match)
    await beats(world, DAY)
    assert letters_of(basile) == []


async def test_a_mistake_of_one_takes_nothing_back_of_the_other(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    for who in (anna, basile):
        await act(world, who, "another", match)
    await act(world, anna, "unknown", match)
    assert [await outcome(world, one) for one in (anna, basile)] == [Outcome.MATCHED, Outcome.WAITING]


async def test_whoever_keeps_a_coffee_and_waits_for_somebody_else_is_not_alone(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await keep_apart(world, chloe, anna)
    await keep_apart(world, chloe, basile)
    await act(world, anna, "another", match)
    db, round_ = world.association.read(), await the_round(world)
    assert await outcome(world, anna) is Outcome.WAITING
    assert await rematching.alone(db, round_) == [chloe.id]
    await beats(world, 13 * DAY)
    assert not any("Personne n’était libre" in letter for who in (anna, basile) for letter in letters_of(who))


async def test_whoever_stops_keeps_the_coffee_that_is_under_way(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await act(world, anna, "another", match)
    async with world.association.transaction() as db:
        assert await turns.leave_out(db, anna.id)
    assert await outcome(world, anna) is Outcome.MATCHED
    assert (await now_of(world, match)).open
