"""Whoever is paused from a feature is not brought together, not asked, not named by it; and can still leave it."""

from __future__ import annotations

from simcord.actors import MemberActor

from bot.people import restrictions
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs import introductions
from cogs.matchmaking import people_store, turns
from cogs.moderation.rules import Act
from tests.help_requests.stage import TUESDAY, ask, asked, helper, letters_of, open_channel
from tests.introductions.test_refusals import press
from tests.matchmaking.running import running
from tests.matchmaking.stage import announce, bring_together, join, member, open_coffee, people
from tests.moderation.acting import act, taken
from tests.test_letters_story import beats, come_to
from tests.world import World, text_of


async def pause(world: World, who: MemberActor, reporter: MemberActor, *features: str, length: str = "14") -> None:
    """The organiser pauses somebody whom somebody reported."""
    case = await taken(world, reporter, who)
    done = await act(world, case, Act.PAUSED, *features, length=length)
    assert "La pause de" in text_of(done)


async def test_a_round_counts_on_nobody_who_is_paused_that_day(world: World) -> None:
    place = await open_coffee(world)
    who = await people(world, "Anna", "Bruno", "Carla", "David", "Emma")
    await announce(world)
    for one in who:
        await join(world, one, place)
    emma = who[-1]
    await pause(world, emma, who[0], "matchmaking")
    matches = await bring_together(world)
    assert {one for match in matches for one in match.people} == {one.id for one in who[:-1]}
    refused = await emma.slash(world.lounge, "cafe participer")
    assert "décidé d’une pause" in text_of(refused)
    assert "décidé d’une pause" not in text_of(await emma.slash(world.lounge, "cafe arreter"))


async def test_a_coffee_under_way_goes_on_without_whoever_is_paused_and_says_no_more_than_that_they_cannot(
    world: World,
) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    anna, bruno = await member(world, "Anna"), await member(world, "Bruno")
    await come_to(world, TUESDAY)
    (match,) = await running(world, [anna, bruno])
    await pause(world, bruno, anna, "matchmaking", "tips")
    await beats(world, DAY)
    assert "n’aura pas lieu cette fois" in letters_of(anna)[-1]
    assert "pause" not in letters_of(anna)[-1]
    back = await press(world, bruno, f"matchmaking:planned:{match.id}")
    assert "décidé d’une pause" in text_of(back)


async def test_nobody_who_is_paused_is_asked_for_a_hand_nor_is_anybody_for_them(world: World) -> None:
    await come_to(world, TUESDAY)
    await open_channel(world)
    anna, bruno, carla = world.join("Anna"), await helper(world, "Bruno"), await helper(world, "Carla")
    await world.introduce(anna, "Je fais des sites web")
    await pause(world, bruno, anna, "help_requests")
    await ask(world, anna)
    assert await asked(world) == {carla.id}
    off = await press(world, bruno, "help_requests:lend_off")
    assert "décidé d’une pause" not in text_of(off)
    refused = await bruno.slash(world.lounge, "coup-de-main demander")
    assert "décidé d’une pause" in text_of(refused)


async def test_whoever_hosts_is_not_asked_nor_named_while_they_are_paused(world: World) -> None:
    anna, bruno = await member(world, "Anna"), await member(world, "Bruno")
    await world.choose({introductions.WELCOME_CHANNEL: world.lounge.id, introductions.HOST: bruno.id})
    await pause(world, bruno, anna, "introductions", "prompts")
    world.join("Nora")
    await world.env.settle()
    await world.later(DAY)
    greeting = [text_of(message) for message in world.lounge.history() if message.components]
    assert greeting
    assert f"<@{bruno.id}>" not in greeting[-1]
    association = world.association
    async with association.transaction() as db:
        assert not await world.bot.house.contact.write(association, db, bruno.id, "prompts:host", "1")


async def test_a_pause_that_ends_before_the_round_keeps_nobody_out_of_it(world: World) -> None:
    place = await open_coffee(world)
    who = await people(world, "Anna", "Bruno", "Carla", "David")
    await world.choose({})
    async with world.association.transaction() as db:
        now = world.clock.now()
        acted = await db.insert("INSERT INTO case_acts (act, at, actor_alias) VALUES ('paused', 1, 'x')")
        alias = world.bot.house.lifecycle.alias(world.association, who[0].id)
        await world.bot.house.restrictions.impose(
            world.association, db, "matchmaking", alias=alias, member_id=who[0].id, until=now + 60, act_id=acted
        )
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    assert await restrictions.restricted(world.association.read(), "matchmaking", round_.match_at) == set()
    assert len(await bring_together(world)) == 2
    assert not (await people_store.get(world.association.read(), who[0].id)).subscribed
    assert (await turns.next_of(world.association, world.association.read(), who[0].id)).counted is False
