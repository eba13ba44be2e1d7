"""Work that is due, resting associations, messages out: each measured in a fresh process, put into figures here."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.bench import fresh
from tests.bench.due_jobs import JOBS, PACE
from tests.bench.figures import Figure
from tests.bench.posting import BACKLOG, CHANNELS, POSTS
from tests.bench.resting import ASSOCIATIONS, SCHEDULES

STALL_AIM: Final = 20
IDLE_AIM: Final = 200
HELD_AIM: Final = 10
LOOK_AIM: Final = 10


async def due_jobs() -> list[Figure]:
    """Ten thousand jobs, all at once and so many a second."""
    found = await _fresh("due_jobs")
    at_once, paced = found["at once"], found["paced"]
    return [
        _one(f"{JOBS:,} jobs due at once, until all are done", at_once["seconds"], "s"),
        Figure("… per job, a fifth of them after the other", tuple(at_once["per job"])),
        _one("… CPU per job", at_once["cpu"]),
        *_stalls(at_once["stalls"]),
        _one(f"{PACE} jobs a second out of {JOBS:,}, how late, p50", paced["p50"]),
        _one("… p99", paced["p99"]),
        *_stalls(paced["stalls"]),
        Figure("a full garbage collection stops everything, CPU", tuple(found["collection"]), aim=STALL_AIM),
    ]


async def resting() -> list[Figure]:
    """Many associations when nothing is due."""
    found = await _fresh("resting")
    awake, asleep = found["awake"], found["asleep"]
    return [
        _one(f"{ASSOCIATIONS} associations, opening their files", found["opening"]["wall"]),
        _one("… their first beat: settling in, commands told", found["first"]["wall"]),
        _one("… the same, CPU", found["first"]["cpu"]),
        Figure(f"… an idle minute ({SCHEDULES} schedules each), CPU", tuple(found["idle"]), aim=IDLE_AIM),
        Figure("… an idle minute when their files rest, CPU", tuple(found["resting"]), aim=IDLE_AIM),
        _one("… the hourly look after panels wakes all, CPU", found["hourly"]["cpu"]),
        _one("… letting all rest", found["rest"]["wall"]),
        _one("… waking one", found["waking"]["wall"]),
        _one("… open files awake", awake["files"], ""),
        _one("… open files at rest", asleep["files"], "", aim=HELD_AIM),
        _one("… threads awake", awake["threads"], ""),
        _one("… threads at rest", asleep["threads"], "", aim=HELD_AIM),
        _one("… memory awake", awake["memory"], "MiB"),
        _one("… memory at rest", asleep["memory"], "MiB"),
    ]


async def posting() -> list[Figure]:
    """The outbox against the stand-in for Discord."""
    found = await _fresh("posting")
    posted, bare = found["posted"], found["bare"]
    rates = tuple(1000 / wall for wall in _column(posted, "wall"))
    return [
        Figure(f"outbox, {POSTS} posts in {CHANNELS} channels, loopback", rates, "/s"),
        Figure("… per post", _column(posted, "wall")),
        Figure("… CPU per post", _column(posted, "cpu")),
        Figure("… for comparison: bare discord.py, CPU per post", _column(bare, "cpu")),
        *_stalls(found["stalls"]),
        Figure(f"… finding the next of {BACKLOG:,} waiting posts", tuple(found["look"]), aim=LOOK_AIM),
    ]


async def _fresh(module: str) -> Any:
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        return await asyncio.to_thread(fresh.run, folder, module, str(data))


def _one(what: str, value: float, unit: str = "ms", aim: float | None = None) -> Figure:
    return Figure(what, (value,), unit, aim)


def _column(runs: Sequence[dict[str, float]], name: str) -> tuple[float, ...]:
    return tuple(run[name] for run in runs)


def _stalls(found: dict[str, float]) -> list[Figure]:
    return [
        _one("… the event loop's longest stall meanwhile", found["longest"]),
        _one("… the longest without waits for a processor", found["own"], aim=STALL_AIM),
        _one("… p99 of these", found["p99"]),
    ]
