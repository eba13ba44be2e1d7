"""Two people who are to be kept apart since: what waited for one of them is not said."""

from __future__ import annotations

import pytest
from simcord.builders import ChannelHandle

from tests.help_requests.test_leaks import keep_apart
from tests.tips.stage import beats, come_to, inbox, member, open_tips, tips_in
from tests.tips.test_merging import share_two
from tests.tips.test_proposals import SAID, propose
from tests.world import World, message_of, text_of

EVENING, MORNING = "2026-01-06 20:00", "2026-01-07 08:31"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel, in the evening: what is written waits for the morning."""
    opened = await open_tips(world)
    await come_to(world, EVENING)
    return opened


@pytest.mark.parametrize("apart", [False, True])
async def test_nobody_is_asked_to_agree_once_the_two_are_kept_apart(
    world: World, place: ChannelHandle, apart: bool
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    assert inbox(basile) == []
    if apart:
        await keep_apart(world, anna, basile)
    await come_to(world, MORNING)
    assert [str(anna.id) in text_of(letter) for letter in inbox(basile)] == ([] if apart else [True])
    assert tips_in(place) == []


@pytest.mark.parametrize("apart", [False, True])
async def test_nothing_is_offered_to_an_author_once_the_two_are_kept_apart(
    world: World, place: ChannelHandle, apart: bool
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    done = await share_two(world, anna, basile)
    await basile.click(message_of(done), label="Fusionner")
    if apart:
        await keep_apart(world, anna, basile)
    await come_to(world, MORNING)
    assert len(inbox(anna)) == (0 if apart else 1)
