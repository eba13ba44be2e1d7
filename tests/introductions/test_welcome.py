"""The optional welcome: together, not twice in a row, and what is skipped stays unsaid."""

from __future__ import annotations

from bot.schedule.clock import DAY, MINUTE
from cogs.introductions import WELCOME_CHANNEL
from cogs.introductions.jobs import RECAP
from cogs.introductions.welcome import WELCOME
from tests.introductions.test_refusals import press
from tests.world import World, text_of


def greetings(world: World) -> list[str]:
    """What the bot said in the lounge."""
    return [text_of(message) for message in world.lounge.history() if message.components]


async def count(world: World, sql: str) -> int:
    """A number out of the association's file."""
    return int(await world.association.read().value(sql))


async def skip(world: World) -> None:
    """An organiser skips the welcome that is planned."""
    job = await count(world, f"SELECT id FROM jobs WHERE kind = '{WELCOME}'")
    assert "C’est sauté" in text_of(await press(world, world.organiser, f"organisers:skip:j{job}"))


async def test_a_skipped_welcome_stays_unsaid_and_keeps_nobody(world: World) -> None:
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    anna = world.join("Anna")
    await world.env.settle()
    await skip(world)
    assert await count(world, "SELECT count(*) FROM members WHERE state = 'named'") == 0
    world.join("Bruno")
    await world.env.settle()
    await world.later(10 * MINUTE)
    (said,) = greetings(world)
    assert str(anna.id) not in said


async def test_a_welcome_that_comes_too_late_is_not_made_up_for(world: World) -> None:
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    anna = world.join("Anna")
    await world.env.settle()
    await press(world, world.organiser, "organisers:suspend")
    await world.later(20 * DAY)
    await press(world, world.organiser, "organisers:resume")
    await world.later(2 * MINUTE)
    assert greetings(world) == []
    world.join("Bruno")
    await world.env.settle()
    await world.later(10 * MINUTE)
    assert not any(str(anna.id) in said for said in greetings(world))


async def test_who_was_never_greeted_is_not_kept(world: World) -> None:
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    world.join("Anna")
    await world.env.settle()
    await world.choose({WELCOME_CHANNEL: None})
    for _ in range(4):
        await world.later(DAY)
    assert await count(world, "SELECT count(*) FROM newcomers") == 0
    assert await count(world, "SELECT count(*) FROM members WHERE state = 'named'") == 0


async def test_while_the_bot_may_not_write_there_one_welcome_waits_for_all(world: World) -> None:
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    path = f"/channels/{world.lounge.id}/messages"
    world.env.inject_error("POST", path, status=403, code=50013, times=1000)
    for name in ("Anna", "Bruno", "Chloé"):
        world.join(name)
        await world.env.settle()
        await world.later(11 * MINUTE)
    waiting = "SELECT count(*) FROM outbox WHERE kind = 'introductions:welcome' AND state = 'due'"
    assert await count(world, waiting) == 1


async def test_members_cards_are_no_words_of_the_bot(world: World) -> None:
    await world.introduce(world.join("Anna"), "Je fais des sites")
    await world.choose({WELCOME_CHANNEL: world.hall.id})
    before = len(world.cards())
    world.join("Bruno")
    await world.env.settle()
    await world.later(10 * MINUTE)
    assert len(world.cards()) == before + 1


async def test_the_round_up_does_not_speak_of_people_who_left(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    world.guild.remove_member(anna)
    await world.env.settle()
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
    due = await count(world, f"SELECT due_at FROM jobs WHERE kind = '{RECAP}'")
    await world.later(due - world.clock.now())
    assert not any("attend encore" in text_of(m) for m in world.office.history() if m.components)
