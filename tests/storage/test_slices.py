"""Long work goes a slice at a time, and others get their turn in between."""

from __future__ import annotations

import asyncio

import pytest

from bot.storage.slices import AT_A_TIME, slices


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 40])
async def test_everything_comes_once_in_its_order(count: int) -> None:
    found = [some async for some in slices(iter(range(count)), 8)]
    assert [thing for some in found for thing in some] == list(range(count))
    assert all(len(some) == 8 for some in found[:-1])


async def test_others_get_their_turn_after_each_slice() -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    waiting = asyncio.create_task(others())
    seen = [turns async for _ in slices(range(4 * AT_A_TIME))]
    waiting.cancel()
    assert seen == [0, 1, 2, 3]
