"""Nobody is erased for their silence before a word reached them; one erasure never waits for another."""

from __future__ import annotations

from typing import Final

import pytest
from simcord.actors import MemberActor

from bot.people import members, presence
from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from bot.ui.sections import Span
from cogs.privacy import inactivity
from cogs.privacy.inactivity import INACTIVE
from tests.world import World, text_of

WEEK: Final = 7 * DAY
SILENT: Final = presence.SILENT.days * DAY
BEAT: Final = 11 * HOUR
"""Long, and yet each time at another hour of the day."""
WARNING: Final = presence.WARNING.days * DAY


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Somebody who introduced herself."""
    who = world.join("Anna")
    await world.introduce(who, "Je fais des sites web")
    return who


async def weeks(world: World, seconds: int) -> None:
    """Time passes; in the week after it the heart beats at any hour, so that words find theirs."""
    await world.later(seconds)
    for _ in range((WEEK + DAY) // BEAT):
        await world.later(BEAT)


async def told_on(world: World, who: MemberActor) -> str | None:
    """When somebody was told of their silence; None if they were not."""
    found = await world.association.read().value("SELECT warned_on FROM members WHERE id = :id", id=who.id)
    return None if found is None else str(found)


async def is_known(world: World, who: MemberActor) -> bool:
    """Whether somebody is there still."""
    return await members.get(world.association.read(), who.id) is not None


async def test_a_notice_that_changed_meanwhile_keeps_the_word_from_nobody(
    world: World, anna: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(members, "NOTICE_VERSION", members.NOTICE_VERSION + 1)
    await weeks(world, SILENT)
    assert "sans nouvelles" in text_of(anna.user.dm_channel.history()[-1])
    assert await told_on(world, anna) is not None
    await weeks(world, WARNING)
    assert not await is_known(world, anna)


async def test_closed_messages_open_a_thread_and_without_one_nobody_is_erased(world: World, anna: MemberActor) -> None:
    world.env.inject_error("POST", f"/channels/{anna.user.dm_channel.id}/messages", status=403, code=50007, times=None)
    await world.choose({prefs.THREADS_CHANNEL: None})
    await weeks(world, SILENT)
    await weeks(world, WARNING + 4 * WEEK)
    assert await told_on(world, anna) is None
    assert await is_known(world, anna)
    span = Span(0, world.clock.now())
    needs = await world.bot.house.sections.needs(world.association, world.association.words, span)
    assert any("n’a pas pu la prévenir" in need.text for need in needs)
    await world.choose({prefs.THREADS_CHANNEL: world.threads.id})
    await weeks(world, WEEK)
    (thread,) = world.threads.threads
    assert any("sans nouvelles" in text_of(message) for message in thread.history() if message.components)
    assert await told_on(world, anna) is not None
    await weeks(world, WARNING)
    assert not await is_known(world, anna)


async def test_what_fails_for_one_erases_the_others_and_coming_back_counts_as_an_act(
    world: World, anna: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    basile = world.join("Basile")
    await world.introduce(basile, "Je fais de la photo")
    old = "UPDATE members SET seen_on = '2020-01-01', warned_on = '2020-08-01'"
    async with world.association.transaction() as db:
        await db.run(old)
    erase = world.bot.house.lifecycle.erase

    async def erase_anna_later(association: object, db: object, member_id: int, **how: bool) -> None:
        if member_id == anna.id:
            raise RuntimeError("not now")
        await erase(association, db, member_id, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(world.bot.house.lifecycle, "erase", erase_anna_later)
    await world.later(WEEK)
    assert world.failures.events
    world.failures.events.clear()
    assert (await is_known(world, anna), await is_known(world, basile)) == (True, False)
    monkeypatch.undo()
    world.guild.remove_member(anna)
    await world.env.settle()
    world.guild.add_member(anna.user)
    await world.env.settle()
    await world.later(WEEK)
    assert await is_known(world, anna)
    assert await world.association.read().value("SELECT count(*) FROM letters WHERE kind = :kind", kind=INACTIVE) == 0


async def test_not_everybody_is_told_in_one_week(
    world: World, anna: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inactivity, "A_WEEK", 1)
    basile = world.join("Basile")
    await world.introduce(basile, "Je fais de la photo")
    for count in (1, 2):
        await world.later(SILENT if count == 1 else WEEK)
        found = await world.association.read().rows("SELECT kind FROM letters")
        assert [row["kind"] for row in found] == [INACTIVE] * count
