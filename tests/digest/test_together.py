"""Two things that the bot would say in one channel at one minute: one is said, the digest before the question."""

from __future__ import annotations

from datetime import time

import pytest

from bot.delivery import waiting
from bot.delivery.outbox import Operation
from bot.schedule import schedules
from bot.schedule.clock import HOUR
from bot.schedule.occurrences import Rhythm, Unit
from cogs.digest.rules import POST
from cogs.introductions import WELCOME_CHANNEL
from cogs.prompts.turns import ASK
from tests.digest.stage import beats, come_to, digests, open_digest, posted_at, talk
from tests.prompts.stage import switch_on
from tests.world import World, text_of


def _said(world: World) -> list[str]:
    """What the bot said in the lounge by itself, and when."""
    return [
        f"{posted_at(m)} {'gazette' if 'La gazette' in text_of(m) else 'other'}"
        for m in world.lounge.history()
        if m.components
    ]


async def _ask_on_mondays(world: World) -> None:
    await switch_on(world)
    async with world.association.transaction() as db:
        rhythm = Rhythm(Unit.WEEKS, time(8, 30), weekday=0)
        await schedules.put(db, ASK, rhythm, active=True, now=world.clock.now())
        await world.bot.house.jobs.replan(world.association, db)


@pytest.mark.parametrize("first", [ASK, POST])
async def test_of_a_question_and_a_digest_of_one_minute_the_digest_is_posted(world: World, first: str) -> None:
    await open_digest(world)
    await _ask_on_mondays(world)
    await come_to(world, "2026-01-10 12:00")
    await talk(world)
    async with world.association.transaction() as db:
        await db.run("UPDATE jobs SET id = -1 WHERE kind = :kind", kind=first)  # planned first
    await come_to(world, "2026-01-12 08:30")
    assert _said(world) == ["2026-01-12 08:30 gazette"]


async def test_where_the_digest_of_the_same_minute_has_nothing_to_tell_the_question_is_asked(world: World) -> None:
    await open_digest(world, told="")
    await _ask_on_mondays(world)
    await come_to(world, "2026-01-10 12:00")
    await talk(world)
    await come_to(world, "2026-01-12 08:30")
    assert _said(world) == ["2026-01-12 08:30 other"]


async def test_a_digest_that_stands_is_changed_when_a_question_is_on_its_way(world: World) -> None:
    await open_digest(world)
    await come_to(world, "2026-01-12 08:30")
    await come_to(world, "2026-01-12 12:00")
    await _ask_on_mondays(world)
    async with world.association.transaction() as db:
        await db.run("UPDATE jobs SET due_at = due_at - 1 WHERE kind = :kind", kind=ASK)  # the same beat finds both
    await talk(world)
    await come_to(world, "2026-01-19 08:30")
    assert _said(world) == ["2026-01-12 08:30 gazette", "2026-01-19 08:30 other"]
    assert "19 janvier" in text_of(digests(world.lounge)[0])


async def test_a_welcome_waits_behind_a_digest_of_the_same_minute(world: World) -> None:
    await open_digest(world)
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    await come_to(world, "2026-01-11 12:00")
    await talk(world)
    await come_to(world, "2026-01-12 08:20")
    world.join("Zoé")
    await world.env.settle()
    await come_to(world, "2026-01-12 08:30")
    assert len(_said(world)) == 1
    await talk(world)
    await beats(world, 2 * HOUR)
    assert len(_said(world)) == 2


async def test_a_word_counts_on_its_way_and_when_it_came_since_one_listened_and_a_members_card_does_not(
    world: World,
) -> None:
    outbox, place, now = world.bot.house.outbox, world.lounge.id, world.clock.now()
    member = world.join("Anna")
    await world.introduce(member, "Je fais du graphisme")
    async with world.association.transaction() as db:
        await outbox.put(db, "digest:needs", Operation.POST, channel_id=place, member_id=member.id)
        assert not await waiting.speaks(db, place, since=now)
        row = await outbox.put(db, "digest:needs", Operation.POST, channel_id=place)
        assert await waiting.speaks(db, place, since=now)
        await db.run("UPDATE outbox SET state = 'sent', finished_at = :now WHERE id = :id", id=row, now=now)
        assert await waiting.speaks(db, place, since=now)
        assert not await waiting.speaks(db, place, since=now + 1)
        await db.run("DELETE FROM outbox")
