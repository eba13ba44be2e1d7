"""The outbox's throughput: the real bot against the stand-in for Discord, over loopback.

Run as `python -m tests.bench.posting <data directory>`; it prints one JSON line. Discord itself allows about one
message a second in a channel; the stand-in allows all, so this is what the bot, SQLite and the disk take.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

import discord

from bot.app import build
from bot.delivery import queue
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row
from bot.settings import Settings
from bot.storage.association import Association
from bot.ui.cards import card
from tests.bench.naps import Naps
from tests.bench.standing_in import standing_in
from tests.delivery.standin import GUILD_ID

POSTS: Final = 500
CHANNELS: Final = 10
RUNS: Final = 3
BACKLOG: Final = 5_000
"""Posts that wait, as after a day on which Discord could not be reached."""
KIND: Final = "bench:post"


async def measure(folder: Path) -> dict[str, Any]:
    """Posts of the outbox, bare posts of the library, a look into a long queue."""
    async with standing_in(CHANNELS) as served:
        discord.http.Route.BASE = served["address"]
        client = build(Settings(data_dir=folder, _env_file=None), heartbeat=False)
        await client.login("token")
        try:
            outbox = client.house.outbox
            outbox.register(Kind(KIND, _render))
            association = await client.house.associations.of(GUILD_ID)
            await _bare(client, served["channels"], 0)  # the first one fills caches
            bare = [await _bare(client, served["channels"], run) for run in range(1, RUNS + 1)]
            with Naps() as naps:
                posted = [await _outbox(outbox, association, served["channels"]) for _ in range(RUNS)]
            return {
                "posted": posted,
                "bare": bare,
                "stalls": naps.found(),
                "look": await _look(outbox, association, served["channels"]),
            }
        finally:
            await client.close()


async def _render(association: Association, row: Row) -> Rendered:
    return Rendered(_card(row.reference["number"]))


def _card(number: int) -> discord.ui.LayoutView:
    return card(f"Message {number}, de la longueur qu’ont les messages d’ici : une ou deux phrases, et c’est tout.")


async def _outbox(outbox: Outbox, association: Association, channels: list[int]) -> dict[str, float]:
    """Milliseconds and CPU of one post, from the decision that wrote the rows until the last result is durable."""
    await _put(outbox, association, channels, POSTS)
    began, worked = perf_counter(), process_time()
    await outbox.deliver(association)
    took = _each(began, worked)
    sent = await association.read().value("SELECT count(*) FROM outbox WHERE state = 'sent'")
    assert sent % POSTS == 0, f"{sent} posts were sent"
    return took


async def _put(outbox: Outbox, association: Association, channels: list[int], count: int) -> None:
    async with association.transaction() as db:
        for number in range(count):
            channel = channels[number % len(channels)]
            await outbox.put(db, KIND, Operation.POST, channel_id=channel, reference={"number": number})


async def _bare(client: discord.Client, channels: list[int], run: int) -> dict[str, float]:
    """The same posts by the library alone, with nothing kept."""
    began, worked = perf_counter(), process_time()
    for number in range(POSTS):
        place = client.get_partial_messageable(channels[number % len(channels)])
        await place.send(view=_card(number), nonce=run * POSTS + number)
    return _each(began, worked)


def _each(began: float, worked: float) -> dict[str, float]:
    return {"wall": (perf_counter() - began) * 1000 / POSTS, "cpu": (process_time() - worked) * 1000 / POSTS}


async def _look(outbox: Outbox, association: Association, channels: list[int]) -> list[float]:
    """Milliseconds that it takes to find which of many waiting posts comes next."""
    await _put(outbox, association, channels, BACKLOG)
    times = []
    for _ in range(RUNS):
        began = perf_counter()
        assert await queue.any_due(association.read(), 2**40, held=False)
        times.append((perf_counter() - began) * 1000)
    return times


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(Path(sys.argv[1])))))  # noqa: T201 (its answer)
