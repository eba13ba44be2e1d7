"""What the round-up says of coffee: when and where, never how many; to the team alone, that a round lacks people."""

from __future__ import annotations

from bot.schedule.clock import DAY
from bot.ui.sections import Span
from bot.words.text import link
from tests.introductions.test_refusals import press
from tests.matchmaking.stage import announce, announcement, join, open_coffee, people, run_round, until
from tests.world import World


async def told(world: World) -> list[str]:
    """The section's lines."""
    now = world.clock.now()
    found = await world.bot.house.sections.of(world.association, world.association.words, Span(now - 7 * DAY, now))
    return [line.text for section in found if section.name == "coffee" for line in section.lines]


async def needs(world: World) -> list[str]:
    """What organisers may want to do about coffee."""
    now = world.clock.now()
    found = await world.bot.house.sections.needs(world.association, world.association.words, Span(now - 7 * DAY, now))
    return [need.text for need in found if "café" in need.text]


async def test_the_round_that_comes_and_the_one_that_goes_on_are_told(world: World) -> None:
    place = await open_coffee(world)
    assert await told(world) == []
    await announce(world)
    assert any("Prochain tour" in line and f"]({link(world.guild.id, place.id)})" in line for line in await told(world))
    for one in await people(world, "Anna", "Bruno", "Chloé", "Driss"):
        await join(world, one, place)
    assert announcement(place)


async def test_while_one_can_join_a_round_that_goes_on_is_told(world: World) -> None:
    place = await open_coffee(world)
    await run_round(world, place, await people(world, "Anna", "Bruno", "Chloé", "Driss"))
    assert [line for line in await told(world) if "en cours" in line]


async def test_the_team_hears_that_a_round_which_comes_soon_lacks_people(world: World) -> None:
    place = await open_coffee(world)
    round_ = await announce(world)
    assert await needs(world) == []  # there is time
    await until(world, round_.match_at - 3 * DAY)
    assert len(await needs(world)) == 1
    for one in await people(world, "Anna", "Bruno", "Chloé", "Driss"):
        await join(world, one, place)
    assert await needs(world) == []


async def test_the_team_hears_once_enough_people_wait_for_rounds_that_nobody_planned(world: World) -> None:
    await open_coffee(world, planned=False)
    first, *others = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    for one in others:
        await press(world, one, "matchmaking:willing")
    assert await needs(world) == []
    await press(world, first, "matchmaking:willing")
    assert len(await needs(world)) == 1
    await press(world, first, "privacy:object")
    assert await needs(world) == []  # nobody counts somebody who objects
    await press(world, first, "privacy:object_no_more")
    assert len(await needs(world)) == 1
    await press(world, world.organiser, "matchmaking:turn:on")
    assert await needs(world) == []
