"""How long the event loop lets others wait. A task naps for 5 ms, again and again, and notes by how much it overslept.

On a busy machine the loop's thread also waits for a free processor. Linux counts that, so it can be told apart: what
remains is the bot's own doing: work in the loop, waits for the disk in the loop, waits for Python's lock. Only where
another of its threads holds that lock and has no processor either, a busy machine still shows.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import perf_counter
from typing import Final

from tests.bench.figures import percentile

NAP: Final = 0.005
_COUNTED: Final = Path("/proc/thread-self/schedstat")
"""Of the thread that reads it: nanoseconds of work, nanoseconds of waiting for a processor, how often it ran."""


class Naps:
    """Naps as long as its `with` lasts; times in milliseconds."""

    def __init__(self) -> None:
        self._overslept: list[float] = []
        self._own: list[float] = []

    def __enter__(self) -> Naps:
        self._task = asyncio.get_running_loop().create_task(self._nap())
        return self

    def __exit__(self, *_: object) -> None:
        self._task.cancel()

    async def _nap(self) -> None:
        while True:
            began, waited = perf_counter(), _waited()
            await asyncio.sleep(NAP)
            overslept = (perf_counter() - began - NAP) * 1000
            self._overslept.append(overslept)
            self._own.append(max(0, overslept - (_waited() - waited)))

    def found(self) -> dict[str, float]:
        """The longest stall, the longest apart from waiting for a processor, and that one's 99th percentile."""
        return {"longest": max(self._overslept), "own": max(self._own), "p99": percentile(self._own, 0.99)}


def _waited() -> float:
    """Milliseconds for which this thread waited for a free processor; 0 where nobody counts them."""
    return int(_COUNTED.read_text().split()[1]) / 1e6 if _COUNTED.exists() else 0.0
