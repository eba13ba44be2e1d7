"""`python -m tests.bench`: measure everything, print one table. About three minutes on two cores."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Final

from tests.bench import searching, simulated, starting
from tests.bench.figures import Figure, show

RUNS: Final = 5
SEARCH_AIM: Final = 10


async def measure() -> list[Figure]:
    """All figures, in the order in which they are printed."""
    figures: list[Figure] = []
    _say("search over 1,000 profiles")
    figures += await searching.measure(1_000, RUNS, aim=SEARCH_AIM)
    _say("search over 10,000 profiles")
    figures += await searching.measure(10_000, RUNS, aim=SEARCH_AIM)
    _say("event to answer, simulated Discord")
    figures += await simulated.measure(RUNS)
    _say("the real process: CPU, start-up, memory")
    figures += await starting.measure(RUNS)
    return figures


def _say(what: str) -> None:
    sys.stderr.write(f"measuring: {what} …\n")


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    show(asyncio.run(measure()))
