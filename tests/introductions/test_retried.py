"""A card that could not be posted: tried again by organisers or by its author, it is one card, and known as such."""

from __future__ import annotations

import discord

from bot.delivery.outbox import PAUSES
from bot.schedule.clock import DAY, MINUTE
from bot.storage import publications
from tests.world import World, text_of


async def given_up(world: World, who: object, path: str | None = None) -> discord.Message:
    """Somebody's card is parked; the report to organisers."""
    path = path or f"/channels/{world.hall.id}/messages"
    world.env.inject_error("POST", path, status=503, times=len(PAUSES) + 1)
    await world.introduce(who, "Je fais des sites web")  # type: ignore[arg-type]
    for pause in PAUSES:
        await world.later(pause + MINUTE)
    return next(message for message in world.office.history() if "n’a pas pu partir" in text_of(message))


async def test_a_retried_card_goes_with_its_author(world: World) -> None:
    anna = world.join("Anna")
    report = await given_up(world, anna)
    await world.organiser.click(report, label="Réessayer")
    assert len(world.cards()) == 2
    await world.erase(anna)
    await world.later(DAY)
    assert len(world.cards()) == 1


async def test_a_retried_post_in_a_forum_goes_with_its_author(forum_world: World) -> None:
    world = forum_world
    anna = world.join("Anna")
    report = await given_up(world, anna, f"/channels/{world.hall.id}/threads")
    before = len(world.cards())
    await world.organiser.click(report, label="Réessayer")
    await world.later(2 * MINUTE)
    assert len(world.cards()) == before + 1
    await world.erase(anna)
    await world.later(DAY)
    assert len(world.cards()) == before


async def test_what_its_author_and_organisers_both_try_again_is_one_card(world: World) -> None:
    anna = world.join("Anna")
    report = await given_up(world, anna)
    await world.introduce(anna, "Je fais des sites web")
    assert len(world.cards()) == 2
    await world.organiser.click(report, label="Réessayer")
    await world.later(MINUTE)
    assert len(world.cards()) == 2
    assert await publications.waiting(world.association.read()) == []
