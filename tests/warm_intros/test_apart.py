"""Between the last yes and the thread somebody may change their mind about whom they meet: nobody is let in who is not
to be by then, a search goes on, and whoever thought of it reads what they read in any case."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.schedule.clock import DAY, HOUR
from cogs.warm_intros.rules import IntroState, SearchState
from tests.warm_intros import present_stage
from tests.warm_intros.present_stage import REASON, present, says
from tests.warm_intros.search_stage import (
    asked,
    evening,
    folk,
    intros,
    keep_apart,
    letters_of,
    look,
    newest,
    note_door,
    people_in,
    press,
)
from tests.world import World


def refuse(world: World) -> None:
    """Discord opens no private thread, for an hour."""
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", status=403, code=50013, times=1)


async def objects(world: World, who: MemberActor) -> None:
    """Somebody doesn't want to be brought together with anybody any more."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.object(world.association, db, who.id)


async def hours(world: World) -> None:
    """Discord lets it again, and time passes."""
    for _ in range(3):
        await world.later(HOUR)


async def test_two_who_are_kept_apart_by_then_never_meet_in_a_thread_and_the_search_goes_on(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile)
    await look(world, anna)
    await note_door(world, chloe)
    refuse(world)
    await press(world, basile, "yes", (await newest(world)).id)
    await keep_apart(world, anna, basile)
    await hours(world)
    assert world.threads.threads == []
    assert (await newest(world)).state is SearchState.LOOKING
    assert [(one.state, one.opened_at) for one in await intros(world)] == [(IntroState.OVER, None)]
    assert [one.member_id for one in await asked(world)] == [basile.id, chloe.id]
    assert not any("écrire directement" in letter for who in (anna, basile) for letter in letters_of(who))


async def test_whoever_objects_by_then_is_let_into_no_thread(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile)
    await look(world, anna)
    await note_door(world, chloe)
    refuse(world)
    await press(world, basile, "yes", (await newest(world)).id)
    await objects(world, basile)
    await world.beat()
    assert [one.member_id for one in await asked(world)] == [basile.id, chloe.id]
    await hours(world)
    assert world.threads.threads == []


async def test_of_three_of_whom_two_are_kept_apart_nobody_is_let_in_and_the_word_comes_on_the_day(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await present(world, ines, anna, basile)
    intro = await present_stage.newest(world)
    refuse(world)
    for who in (anna, basile):
        await says(world, who, intro, yes=True)
    await keep_apart(world, basile, anna)
    await hours(world)
    assert world.threads.threads == []
    assert letters_of(ines) == []
    await world.later(7 * DAY)
    await world.later(DAY - 3 * HOUR)
    await evening(world)
    assert letters_of(ines)[-1].startswith(f"« {REASON} » : cette rencontre-là ne s’est pas faite cette fois.")


@pytest.mark.parametrize("how", ["apart", "objects"])
async def test_whoever_comes_back_is_not_let_in_again_where_they_are_not_to_be(world: World, how: str) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await look(world, anna)
    await press(world, basile, "yes", (await newest(world)).id)
    (thread,) = world.threads.threads
    world.guild.remove_member(basile)
    await world.env.settle()
    await world.beat()
    if how == "apart":
        await keep_apart(world, anna, basile)
    else:
        await objects(world, basile)
    await world.bot.http.remove_user_from_thread(thread.id, basile.id)
    world.guild.add_member(basile.user)
    await world.env.settle()
    await world.beat()
    assert await people_in(world, thread.id) == {anna.id}


async def test_nobody_reads_that_a_thread_failed_when_it_opens_an_hour_later(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await look(world, anna)
    refuse(world)
    await press(world, basile, "yes", (await newest(world)).id)
    await hours(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread.id) == {anna.id, basile.id}
    assert not any("n’a pas pu s’ouvrir" in letter for who in (anna, basile) for letter in letters_of(who))
