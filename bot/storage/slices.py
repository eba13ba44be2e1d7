"""Work on many things, a slice at a time: whoever presses a button meanwhile does not wait for all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from itertools import islice
from typing import Final, TypeVar

T = TypeVar("T")

AT_A_TIME: Final = 50
"""How many people are looked at before others get their turn on the event loop: some milliseconds' work."""


async def slices(things: Iterable[T], size: int = AT_A_TIME) -> AsyncIterator[list[T]]:
    """These things, some at a time, in their order. After each slice others get their turn on the event loop."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
        await asyncio.sleep(0)
