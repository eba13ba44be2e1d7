"""The process that is killed while a round of coffee is matched: the real bot with its worker process, without a
gateway. `python -m tests.soak.coffee_process` begins such lives (`zygote.py`)."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any, Final

import discord

from bot import app
from bot.client import Comptoir
from bot.settings import Settings
from bot.worker import Workers
from tests.soak import zygote
from tests.soak.instants import SharedClock
from tests.soak.points import Points, Tell
from tests.soak.process import Life, beat, serve

AT_WORK: Final = 0.02
"""Seconds after which a worker that is being started counts as at work."""


class WatchedWorkers(Workers):
    """The real workers; to ask one is three points: before, while it is at work, after its answer."""

    def __init__(self, points: Points) -> None:
        super().__init__()
        self._points = points

    async def run(self, function: str, *arguments: Any) -> Any:
        """As the real ones do."""
        self._points.reach("before a worker is asked")
        running = asyncio.ensure_future(super().run(function, *arguments))
        await asyncio.wait({running}, timeout=AT_WORK)
        self._points.reach("while a worker is at work")
        result = await running
        self._points.reach("after a worker answered")
        return result


async def live(life: Life, tell: Tell) -> None:
    """Start as the bot does, beat as its heartbeat does, end in order: if it gets that far."""
    clock = SharedClock(Path(life.clock))
    points = Points(clock, tell, die_at=life.die_at, since=life.since)
    client = _build(life, clock, points)
    async with client:
        await client.login("MTIz.abc.def")
        house = client.house
        for association in house.associations:
            serve(client, association.guild_id)
            await house.jobs.settle_in(association)
        tell(f"started {points.passed}")
        await beat(house.heartbeat, clock, life.until)
    tell(f"ended {points.passed}")


def _build(life: Life, clock: SharedClock, points: Points) -> Comptoir:
    """The bot, every statement and call of which is watched."""
    discord.http.Route.BASE = life.api
    settings = Settings(data_dir=Path(life.folder), _env_file=None)
    setattr(app, "FEATURES", ("cogs.matchmaking",))  # noqa: B010 (nothing else is killed here)
    client = app.build(settings, clock, heartbeat=False, workers=WatchedWorkers(points), ticks=clock.now)
    points.watch_statements()
    assert client.http.http_trace is not None
    points.watch_calls(client.http.http_trace)
    return client


def _be_nobody() -> None:
    """A worker process imports its parent's main module, which is this one here and none where the bot runs."""
    main = sys.modules["__main__"]
    main.__spec__ = None
    del main.__file__


if __name__ == "__main__":
    _be_nobody()
    zygote.serve(live)
