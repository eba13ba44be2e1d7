"""The stand-in for Discord in a process of its own, so that its work is not counted as ours.

Run as `python -m tests.bench.standing_in <channels>`: it prints its address and the channels as one JSON line, and
serves until its standard input ends, as it does when whoever started it is gone.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.schedule.clock import SystemClock
from tests.delivery.standin import StandIn


@asynccontextmanager
async def standing_in(channels: int) -> AsyncIterator[Any]:
    """What the other process printed, while it serves."""
    command = [sys.executable, "-m", "tests.bench.standing_in", str(channels)]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield json.loads(await asyncio.wait_for(process.stdout.readline(), 30))
    finally:
        process.stdin.close()
        await process.wait()


async def serve(channels: int) -> None:
    """Answer as Discord does, on a free port of this machine."""
    discord = StandIn(SystemClock())
    runner = web.AppRunner(discord.application())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    told = {"address": f"http://{host}:{port}/api", "channels": [discord.channel() for _ in range(channels)]}
    print(json.dumps(told), flush=True)  # noqa: T201 (its answer)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
