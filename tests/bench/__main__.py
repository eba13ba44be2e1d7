"""`python -m tests.bench`: measure everything, print one table, and before it those of coffee. About eight minutes."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Final

from tests.bench import asking, coffee, due_work, routing, searching, simulated, starting, tips
from tests.bench.due_jobs import JOBS
from tests.bench.figures import Figure, show
from tests.bench.resting import ASSOCIATIONS

RUNS: Final = 5
SEARCH_AIM: Final = 10


async def measure() -> list[Figure]:
    """All figures, in the order in which they are printed. A part that fails says so and leaves the others theirs."""
    parts: tuple[tuple[str, Callable[[], Awaitable[list[Figure]]]], ...] = (
        ("search over 1,000 profiles", lambda: searching.measure(1_000, RUNS, aim=SEARCH_AIM)),
        ("search over 10,000 profiles", lambda: searching.measure(10_000, RUNS, aim=SEARCH_AIM)),
        ("search over 10,000 tips", lambda: tips.measure(RUNS)),
        ("who is asked for a hand, six simulated weeks", lambda: routing.measure(2)),
        ("who is asked for a search, who hears of missions", lambda: asking.measure(RUNS)),
        ("who has coffee with whom: rounds, seasons, rivals; about four minutes", coffee.measure),
        ("event to answer, simulated Discord", lambda: simulated.measure(RUNS)),
        ("the real process: CPU, start-up, memory", lambda: starting.measure(RUNS)),
        (f"{JOBS:,} jobs that are due", due_work.due_jobs),
        (f"{ASSOCIATIONS} associations, nothing due", due_work.resting),
        ("messages out, against the stand-in for Discord", due_work.posting),
    )
    figures: list[Figure] = []
    for what, part in parts:
        _say(f"measuring: {what} …")
        try:
            figures += await part()
        except Exception as error:
            _say(f"not measured: {type(error).__name__}: {error}")
    return figures


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    show(asyncio.run(measure()))
