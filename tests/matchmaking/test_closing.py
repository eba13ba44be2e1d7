"""A round ends: who gave no news is asked kindly the second time, who waited for them goes first, nobody is blamed."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY
from cogs.matchmaking import match_store, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Rhythm, Says, State
from tests.help_requests.stage import last_letter, letters_of, press_letter
from tests.matchmaking.stage import (
    announce,
    bring_together,
    end_round,
    open_coffee,
    partner,
    people,
    run_round,
    thread_of,
)
from tests.test_letters_story import beats
from tests.world import World, buttons_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, a schedule, and rounds from four people on."""
    return await open_coffee(world)


async def subscribe(world: World, who: MemberActor) -> None:
    """Somebody takes part in every round."""
    async with world.association.transaction() as db:
        await people_store.choose(db, who.id, world.clock.now(), rhythm=Rhythm.EVERY, how=How.BOTH)


async def test_two_rounds_without_news_lead_to_one_kind_question_and_nobody_counts_on_them(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    for one in who:
        await subscribe(world, one)
    anna = who[0]
    for _ in range(2):
        await announce(world)
        for match in await bring_together(world):
            thread = thread_of(world, match)
            for one in who[1:]:
                if one.id in match.people:
                    await one.send(thread, "Bonjour !")
        await end_round(world)
        await beats(world, DAY)
    asked = await people_store.get(world.association.read(), anna.id)
    assert asked.asked_at is not None
    assert sum("Je reste" in buttons_of(message) for message in [last_letter(anna)]) == 1
    assert not any("Je reste" in letter for one in who[1:] for letter in letters_of(one))
    await announce(world)
    round_ = await round_store.announced(world.association.read())
    assert round_ is not None
    await press_letter(anna, "Je reste")
    assert (await people_store.get(world.association.read(), anna.id)).asked_at is None
    matches = await bring_together(world)
    assert anna.id in {member_id for match in matches for member_id in match.people}


async def test_who_waited_for_somebody_silent_goes_first_the_next_time(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    matches = await run_round(world, place, who)
    match = next(match for match in matches if who[0].id in match.people)
    await who[0].send(thread_of(world, match), "Bonjour !")
    other = partner(match, who[0])
    await end_round(world)
    db = world.association.read()
    assert (await people_store.get(db, who[0].id)).goes_first
    assert not (await people_store.get(db, other)).goes_first
    assert (await people_store.get(db, other)).silent == 1


async def test_one_of_two_saying_that_they_met_answers_for_both(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    matches = await run_round(world, place, who)
    for match in matches:
        one = next(one for one in who if one.id in match.people)
        async with world.association.transaction() as db:
            await match_store.say(db, match.seat_of(one.id).id, Says.MET, world.clock.now())
    await end_round(world)
    db = world.association.read()
    assert [(await people_store.get(db, one.id)).silent for one in who] == [0, 0, 0, 0]


async def test_threads_deleted_by_hand_make_nobody_silent(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    matches = await run_round(world, place, who)
    for match in matches:
        assert match.thread_id is not None
        world.env.backend.delete_channel(match.thread_id)
    await world.env.settle()
    await end_round(world)
    db = world.association.read()
    assert [(await people_store.get(db, one.id)).silent for one in who] == [0, 0, 0, 0]
    newest = await round_store.newest(db, 1)
    assert newest[0].state is State.CLOSED
