"""The real process, from its first import: how soon it answers, how much memory it takes, how much CPU a command costs.

Run as `python -m tests.bench.process comptoir|bare <data directory> <monotonic second>`; it prints one JSON line.
`bare` is the smallest discord.py bot that reads one row and writes one, for comparison.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, Final

REPETITIONS: Final = 500
RUNS: Final = 3
MEMBERS: Final = 1000


async def comptoir(folder: Path, began: float) -> dict[str, Any]:
    """Start the bot on `folder` and use it."""
    import bot.cli
    import bot.doctor  # noqa: F401 (both are part of `python -m bot run`)
    from bot.app import build
    from bot.logs import set_up
    from bot.settings import Settings

    set_up("WARNING")
    client = build(Settings(data_dir=folder, _env_file=None))
    return await _use(client, began, voir(), {"/aide": aide(), "/qui-fait": qui_fait()}, shown="1100000000000000007")


async def bare(folder: Path, began: float) -> dict[str, Any]:
    """The same for a bot that does next to nothing."""
    from tests.bench.bare import Bare

    return await _use(Bare(folder / "bare.db"), began, _text("lire", []), {}, shown="Vu ")


async def _use(client: Any, began: float, first: str, others: dict[str, str], *, shown: str) -> dict[str, Any]:
    from tests.bench import transport

    line = transport.Transport(MEMBERS)
    line.plug_in()
    try:
        await client.login("token")
        ready = perf_counter()
        client._connection.parse_guild_create(transport.guild())
        press = _presser(client, line)
        await press(first)
        answered = line.answered
        assert shown in str(line.last), f"not the answer that was meant: {line.last!r}"
        await asyncio.sleep(1)  # what follows a start: commands told, leavers looked for
        return {
            "set up": (ready - began) * 1000,
            "first answer": (answered - began) * 1000,
            "memory": resident(),
            "cpu": {"simple": await _cpu(press, first)}
            | {name: await _cpu(press, said) for name, said in others.items()},
            "memory after": resident(),
        }
    finally:
        await client.close()  # an open file would keep the process alive


def _presser(client: Any, line: Any) -> Callable[[str], Awaitable[None]]:
    """Hand an event to the client as the gateway does, wait for the answer."""
    from discord import utils

    answered = asyncio.Event()
    line.waiting = answered.set

    async def press(said: str) -> None:
        answered.clear()
        client._connection.parse_interaction_create(utils._from_json(said))
        async with asyncio.timeout(10):
            await answered.wait()

    return press


async def _cpu(press: Callable[[str], Awaitable[None]], said: str) -> float:
    """CPU milliseconds of one command, all threads of the process together."""
    runs = []
    for _ in range(RUNS):
        for _ in range(50):
            await press(said)
        before = process_time()
        for _ in range(REPETITIONS):
            await press(said)
        await asyncio.sleep(0)  # what follows the answer counts too
        runs.append((process_time() - before) * 1000 / REPETITIONS)
    return median(runs)


def voir() -> str:
    """`/presentation voir` of another member."""
    from tests.bench.transport import member, option

    other = member(7)
    user = other.pop("user")
    resolved = {"users": {user["id"]: user}, "members": {user["id"]: other}}
    return _text("presentation", [{"name": "voir", "type": 1, "options": [option("membre", 6, user["id"])]}], resolved)


def aide() -> str:
    """`/aide`."""
    return _text("aide", [])


def qui_fait() -> str:
    """`/qui-fait photographe`."""
    from tests.bench.transport import option

    return _text("qui-fait", [option("quoi", 3, "photographe")])


def _text(name: str, options: list[dict[str, Any]], resolved: dict[str, Any] | None = None) -> str:
    from tests.bench.transport import command

    return command(name, options, resolved)


def resident() -> float:
    """Resident memory in MiB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (kilobytes,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(kilobytes) / 1024


if __name__ == "__main__":
    work = {"comptoir": comptoir, "bare": bare}[sys.argv[1]]
    print(json.dumps(asyncio.run(work(Path(sys.argv[2]), float(sys.argv[3])))))  # noqa: T201 (its answer)
