"""A human answers: an introduction without an answer gives organisers one line, once."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest

from bot.delivery.activity import writers
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from tests.world import World, text_of

LINE = "Une présentation attend encore un mot"


def _lines(world: World) -> list[str]:
    shown = [text_of(message) for message in world.office.history() if message.components]
    return [text for text in shown if LINE in text]


@pytest.mark.parametrize("forum", [False, True])
async def test_after_a_working_day_without_an_answer_organisers_get_one_line(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, forum=forum) as world:
        await world.later(5 * DAY + 10 * HOUR)  # Tuesday 6 January 2026, 11:00 in Paris
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        await world.later(DAY - HOUR)
        assert _lines(world) == []
        await world.later(HOUR + 60)
        assert len(_lines(world)) == 1
        await world.restart()
        await world.later(3 * DAY)
        assert len(_lines(world)) == 1


async def test_the_clock_stands_still_in_quiet_hours(world: World) -> None:
    await world.later(DAY + 17 * HOUR)  # Friday 2 January 2026, 18:00 in Paris
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await world.later(2 * DAY)
    assert _lines(world) == []
    await world.later(DAY + 60)  # Monday 18:01
    assert len(_lines(world)) == 1


async def test_an_answer_in_the_thread_counts_but_not_the_authors_own_nor_the_bots(world: World) -> None:
    anna, basile, chloe = world.join("Anna"), world.join("Basile"), world.join("Chloé")
    await world.introduce(anna, "Je fais des sites web")
    await world.introduce(chloe, "Je fais de la photo")
    first, second = world.hall.threads
    await basile.send(first, "Bienvenue")
    await chloe.send(second, "Il y a quelqu’un ?")
    await world.later(6 * DAY)
    await world.later(MINUTE)  # what is left over is looked at one a minute
    (line,) = _lines(world)
    assert line


async def test_a_reply_to_the_card_in_the_channel_counts(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    await basile.send(world.hall, "Bienvenue", reply_to=world.cards()[-1])
    await world.later(6 * DAY)
    assert _lines(world) == []


async def test_nothing_is_told_when_there_is_no_organisers_channel_or_the_card_is_gone(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    await world.later(6 * DAY)
    assert _lines(world) == []


async def test_after_a_week_of_downtime_it_is_not_shouted(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await world.env.advance_time(20 * DAY)  # the heart did not beat
    await world.restart()
    assert _lines(world) == []


async def test_who_wrote_is_not_known_where_the_bot_may_not_read(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await basile.send(world.lounge, "Bonjour")
    await anna.send(world.lounge, "Bonjour")
    assert await writers(world.bot, world.lounge.id) == frozenset({anna.id, basile.id})
    me = world.guild.roles["TestBot"]
    deaf = discord.PermissionOverwrite(read_message_history=False)
    closed = world.guild.create_text_channel("fermé", overwrites={me: deaf})
    await world.env.settle()
    assert await writers(world.bot, closed.id) is None
