"""Whom the job would ask, and in which order."""

from __future__ import annotations

from bot.people.catalogue import Zone
from cogs.warm_intros import door_store, introducers, search_store
from cogs.warm_intros.introducers import Candidate
from tests.warm_intros.search_stage import folk, has_profile, note_door
from tests.world import World


async def whom(world: World, asker: int, who: str) -> list[Candidate]:
    """Who would be asked for these words, the best first."""
    association, house = world.association, world.bot.house
    async with association.transaction() as db:
        number = await search_store.add(db, asker, who, "Pour voir", now=world.clock.now(), answer_by=2**40)
        search = await search_store.get(db, number)
        assert search is not None
        need, everybody = (
            await introducers.as_routed(house, association, db, search),
            await introducers.crowd(association, db),
        )
        found = await introducers.whom_to_ask(house, association, db, everybody, need, (), count=9)
        await search_store.close(db, number, search.state.WITHDRAWN, world.clock.now())
    return found


def laval(world: World) -> Zone:
    """A place that everybody knows."""
    return world.bot.house.catalogue.match_zones("Laval")[0]


async def test_more_in_common_comes_first_and_nothing_in_common_never_does(world: World) -> None:
    anna, basile, chloe, denis = await folk(world, "Anna", "Basile", "Chloé", "Denis")
    both = await note_door(world, chloe, "Un avocat en droit du travail")
    one = await note_door(world, basile, "Un avocat")
    await note_door(world, denis, "Une imprimerie")
    found = await whom(world, anna.id, "Une personne, avocat, en droit du travail")
    assert found == [Candidate(chloe.id, ("door",), both), Candidate(basile.id, ("door",), one)]
    assert await whom(world, chloe.id, "Un avocat en droit du travail") == [Candidate(basile.id, ("door",), one)]


async def test_a_place_alone_is_nothing_in_common_unless_it_is_named_and_nobody_else_is_left(world: World) -> None:
    anna, basile, chloe, denis = await folk(world, "Anna", "Basile", "Chloé", "Denis")
    here = laval(world).id
    await note_door(world, basile, "Un imprimeur à Laval", zone=here)
    await has_profile(world, chloe, zone=here)
    await has_profile(world, anna, zone=here)
    cci = await note_door(world, denis, "Quelqu’un à la CCI")
    assert [one.member_id for one in await whom(world, anna.id, "Un imprimeur à Laval")] == [basile.id]
    assert await whom(world, anna.id, "Un astronome à Laval") == [Candidate(chloe.id, ("place",), None)]
    assert await whom(world, anna.id, "Un astronome") == []
    assert await whom(world, anna.id, "Quelqu’un à la CCI") == [Candidate(denis.id, ("door",), cci)]
    assert await whom(world, anna.id, "Une personne") == []


async def test_the_kind_that_a_door_is_said_to_be_of_speaks_too(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    door = await note_door(world, basile, "Ma cousine Sophie")
    assert await whom(world, anna.id, "Quelqu’un dans la comptabilité") == []
    async with world.association.transaction() as db:
        await door_store.file_under(db, door, "droit")
    assert await whom(world, anna.id, "Quelqu’un dans la comptabilité") == [Candidate(basile.id, ("door",), door)]
