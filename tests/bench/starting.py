"""Start-up, memory and CPU of the real process, each time in a fresh one. Writing bytecode is not counted."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tests.bench import fresh
from tests.bench.figures import Figure
from tests.bench.process import MEMBERS
from tests.bench.searching import association_of


async def measure(runs: int) -> list[Figure]:
    """One association of `MEMBERS`, opened by a fresh process `runs` times."""
    with TemporaryDirectory() as folder:
        async with association_of(MEMBERS, Path(folder)):
            pass
        for which in ("comptoir", "bare"):
            await asyncio.to_thread(_start, which, folder)
        started = [await asyncio.to_thread(_start, "comptoir", folder) for _ in range(runs)]
        bare = [await asyncio.to_thread(_start, "bare", folder) for _ in range(runs)]

    def each(found: list[Any], name: str) -> tuple[float, ...]:
        return tuple(one[name] for one in found)

    def cpu(found: list[Any], name: str) -> tuple[float, ...]:
        return tuple(one["cpu"][name] for one in found)

    return [
        Figure("CPU of /presentation voir, real process", cpu(started, "simple"), aim=1.0),
        Figure("CPU of /aide, real process", cpu(started, "/aide"), aim=1.0),
        Figure(f"CPU of /qui-fait ({MEMBERS:,} members), real process", cpu(started, "/qui-fait")),
        Figure("for comparison: bare discord.py, one read, one write", cpu(bare, "simple")),
        Figure(f"start to set-up done ({MEMBERS:,} members)", each(started, "set up")),
        Figure("start to first answer", each(started, "first answer"), aim=1000),
        Figure("for comparison: bare discord.py, first answer", each(bare, "first answer")),
        Figure(f"resident memory ({MEMBERS:,} members)", each(started, "memory"), "MiB", aim=90),
        Figure("resident memory after 1,650 commands", each(started, "memory after"), "MiB", aim=90),
        Figure("for comparison: bare discord.py", each(bare, "memory"), "MiB"),
    ]


def _start(which: str, folder: str) -> Any:
    # the monotonic clock is the machine's: the child reads the same one
    return fresh.run(folder, "process", which, folder, str(perf_counter()))
