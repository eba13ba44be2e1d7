"""Ten thousand jobs on the real heartbeat and the real clock: due all at once, then so many a second.

Run as `python -m tests.bench.due_jobs <data directory>`; it prints one JSON line. The whole bot is loaded, and its
line to Discord is cut. Each job takes itself out and writes one row, durably, in a transaction of its own.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any, Final

from bot.app import build
from bot.schedule.jobs import Job, JobKind, Late, plan
from bot.settings import Settings
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection
from tests.bench.figures import percentile
from tests.bench.naps import Naps
from tests.bench.transport import GUILD, Transport

JOBS: Final = 10_000
PARTS: Final = 5
PACE: Final = 200
SECONDS: Final = 10
"""How long the pace is watched, in seconds; later jobs only fill the table."""
PATIENCE: Final = 60.0
KIND: Final = "bench:work"


class Work:
    """What the jobs do, and the instant at which each was durable."""

    def __init__(self) -> None:
        self._decided: list[int] = []
        self._enough = asyncio.Event()
        self.expect(0)

    def expect(self, count: int) -> None:
        """Wait for so many jobs from now on."""
        self._count = count
        self.done: list[tuple[int, float]] = []
        """When each was due, and when it was done (UTC seconds), in order."""
        self._enough.clear()

    async def decide(self, association: Association, db: Connection, job: Job, gathered: Any) -> None:  # noqa: ARG002
        """Write one row."""
        await meta.put(db, job.key, "done")
        self._decided.append(job.due_at)

    def committed(self, association: Association) -> None:  # noqa: ARG002
        """A transaction is durable."""
        now = time.time()
        self.done += [(due_at, now) for due_at in self._decided]
        self._decided.clear()
        if len(self.done) >= self._count:
            self._enough.set()

    async def ended(self) -> None:
        """As many as expected are done."""
        async with asyncio.timeout(PATIENCE):
            await self._enough.wait()


async def measure(folder: Path) -> dict[str, Any]:
    """Both ways, one after the other, in one association."""
    Transport(0).plug_in()
    client = build(Settings(data_dir=folder, _env_file=None))
    await client.login("token")
    try:
        work = Work()
        client.house.jobs.register(JobKind(KIND, work.decide, late=Late.DO))
        client.house.associations.watch(work.committed)
        association = await client.house.associations.of(GUILD)
        await asyncio.sleep(2)  # what follows a start
        found = {"at once": await _at_once(association, work), "paced": await _paced(association, work)}
        return found | {"collection": [_collect() for _ in range(PARTS)]}
    finally:
        await client.close()


async def _at_once(association: Association, work: Work) -> dict[str, Any]:
    work.expect(JOBS)
    await _plan(association, "at once", [int(time.time())] * JOBS)
    began, worked = perf_counter(), process_time()
    with Naps() as naps:
        await work.ended()
    took, cpu = perf_counter() - began, process_time() - worked
    instants = [done for _, done in work.done]
    part = JOBS // PARTS
    return {
        "seconds": took,
        "per job": [(instants[end - 1] - instants[end - part]) * 1000 / (part - 1) for end in _ends(part)],
        "cpu": cpu * 1000 / JOBS,
        "stalls": naps.found(),
    }


def _ends(part: int) -> range:
    return range(part, JOBS + 1, part)


async def _paced(association: Association, work: Work) -> dict[str, Any]:
    work.expect(SECONDS * PACE)
    start = int(time.time()) + 6  # planning takes a second or three
    await _plan(association, "paced", [start + place // PACE for place in range(JOBS)])
    if time.time() >= start:
        raise RuntimeError("the machine is too busy: jobs were due before they were planned")
    with Naps() as naps:
        await work.ended()
    late = [(done - due_at) * 1000 for due_at, done in work.done]
    return {"p50": percentile(late, 0.5), "p99": percentile(late, 0.99), "stalls": naps.found()}


def _collect() -> float:
    """CPU milliseconds of a full garbage collection, which Python does now and then, and which stops everything."""
    worked = thread_time()
    gc.collect()
    return (thread_time() - worked) * 1000


async def _plan(association: Association, name: str, due: list[int]) -> None:
    async with association.transaction() as db:
        for place, due_at in enumerate(due):
            await plan(db, KIND, f"{name} {place}", due_at=due_at)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(Path(sys.argv[1])))))  # noqa: T201 (its answer)
