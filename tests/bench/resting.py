"""Two hundred associations with five schedules each, when nothing is due: what a minute costs, and what they hold.

Run as `python -m tests.bench.resting <data directory>`; it prints one JSON line. The whole bot is loaded, its line to
Discord is cut, and its clock stands still until the hourly look after panels is wanted.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import threading
from collections.abc import Awaitable
from datetime import time
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

import discord

from bot.app import build
from bot.client import Comptoir
from bot.schedule import schedules
from bot.schedule.clock import HOUR
from bot.schedule.jobs import Job, JobKind, Late
from bot.schedule.occurrences import Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.settings import Settings
from bot.storage.association import Association
from bot.storage.database import Connection
from tests.bench.process import resident
from tests.bench.transport import GUILD, Transport, guild

ASSOCIATIONS: Final = 200
SCHEDULES: Final = 5
BEATS: Final = 5


class Clock:
    """A Friday at nine in the morning, in Paris."""

    at = 1_800_000_000

    def now(self) -> int:
        """The instant it was set to."""
        return self.at


async def measure(folder: Path) -> dict[str, Any]:
    """Open them, beat, let them rest, beat, wake one; an hour later, beat again."""
    Transport(0).plug_in()
    clock = Clock()
    client = build(Settings(data_dir=folder, _env_file=None), clock)
    await client.login("token")
    try:
        house = client.house
        await asyncio.sleep(1)  # what follows a start
        before = _held()
        await _found(client, folder)
        opening = await _cost(house.associations.open_all())
        first = await _cost(_come_into_view(client))
        await asyncio.sleep(1)  # a glance follows the last change
        awake, idle = _held(), [await _cost(client.beat()) for _ in range(BEATS)]
        rest = await _cost(house.associations.rest_idle(0))
        asleep, resting = _held(), [await _cost(client.beat()) for _ in range(BEATS)]
        one = await house.associations.of(GUILD)
        waking = await _cost(one.read().value("SELECT 1"))
        clock.at += HOUR + 1
        return {
            "opening": opening,
            "first": first,
            "idle": [cost["cpu"] for cost in idle],
            "rest": rest,
            "resting": [cost["cpu"] for cost in resting],
            "waking": waking,
            "hourly": await _cost(client.beat()),
            "awake": {name: value - before[name] for name, value in awake.items()},
            "asleep": {name: value - before[name] for name, value in asleep.items()},
        }
    finally:
        await client.close()


async def _found(client: Comptoir, folder: Path) -> None:
    """The files: one association with its schedules, copied."""
    house = client.house
    association = await house.associations.of(GUILD)
    for number in range(SCHEDULES):
        recurring = Recurring(Rhythm(Unit.WEEKS, time(14, 10 * number), weekday=number))
        house.jobs.register(JobKind(f"bench:{number}", _nothing, late=Late.DO, recurs=recurring, sends=True))
        async with association.transaction() as db:
            await schedules.put(db, f"bench:{number}", recurring.rhythm, active=True, now=house.clock.now())
    await house.jobs.settle_in(association)
    await association.rest()
    for number in range(1, ASSOCIATIONS):
        shutil.copy(folder / f"{GUILD}.db", folder / f"{GUILD + number}.db")


async def _come_into_view(client: Comptoir) -> None:
    """What a start does for each server: schedules planned, commands told, what waited done."""
    servers = [discord.Guild(data=_server(GUILD + n), state=client._connection) for n in range(ASSOCIATIONS)]
    for server in servers:
        client._connection._add_guild(server)
    await asyncio.gather(*(client.on_guild_available(server) for server in servers))


def _server(guild_id: int) -> Any:
    described = guild()
    roles = [{**role, "id": str(guild_id)} for role in described["roles"]]
    return {**described, "id": str(guild_id), "roles": roles}


async def _nothing(association: Association, db: Connection, job: Job, gathered: Any) -> None:
    pass


async def _cost(work: Awaitable[object]) -> dict[str, float]:
    """Milliseconds on the wall's clock and of CPU, all threads together."""
    began, worked = perf_counter(), process_time()
    await work
    return {"wall": (perf_counter() - began) * 1000, "cpu": (process_time() - worked) * 1000}


def _held() -> dict[str, float]:
    """What the process holds: open files, threads, MiB of memory."""
    files = len(list(Path("/proc/self/fd").iterdir()))
    return {"files": files, "threads": threading.active_count(), "memory": resident()}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(Path(sys.argv[1])))))  # noqa: T201 (its answer)
