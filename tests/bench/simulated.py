"""From an event to its answer in the simulated Discord: the bot's share, without the time SimCord takes to settle."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from simcord.http.client import FakeWebhookAdapter

from tests.bench.figures import Figure, percentile
from tests.bench.profiles import fill
from tests.bench.searching import QUERIES
from tests.world import World

ACTS: Final = 40
MEMBERS: Final = 1000


class Stopwatch:
    """Milliseconds from the arrival of each interaction to the request that answers it."""

    def __init__(self, world: World) -> None:
        self.times: list[float] = []
        self._began = 0.0
        parsers = world.bot._connection.parsers
        arrive, answer = parsers["INTERACTION_CREATE"], FakeWebhookAdapter.request

        def arriving(payload: Any) -> None:
            self._began = perf_counter()
            arrive(payload)

        async def answering(adapter: Any, route: Any, *args: Any, **options: Any) -> Any:
            if route.path.endswith("/callback"):
                self.times.append((perf_counter() - self._began) * 1000)
            return await answer(adapter, route, *args, **options)

        parsers["INTERACTION_CREATE"] = arriving
        FakeWebhookAdapter.request = answering  # type: ignore[method-assign, assignment]
        self._restore = answer

    def stop(self) -> None:
        """Give SimCord its own back."""
        FakeWebhookAdapter.request = self._restore  # type: ignore[method-assign]


async def measure(runs: int) -> list[Figure]:
    """`/presentation voir` and `/qui-fait`, in an association of `MEMBERS`."""
    with TemporaryDirectory() as folder:
        async with World(Path(folder)) as world:
            anna = world.join("Anna")
            await world.introduce(anna, "Je fais des sites Webflow pour des artisans")
            await fill(world.bot.house, world.association, MEMBERS)
            watch = Stopwatch(world)
            try:
                seen, found = [], []
                for _ in range(runs):
                    seen.append(await _see(world, watch, anna))
                    found.append(await _find(world, watch, anna))
            finally:
                watch.stop()
            world.env.http_requests.clear()
    return [
        Figure(f"event to answer, /presentation voir, p50 ({MEMBERS:,} members)", _each(seen, 0.5)),
        Figure("event to answer, /presentation voir, p99", _each(seen, 0.99)),
        Figure(f"event to answer, /qui-fait, p50 ({MEMBERS:,} members)", _each(found, 0.5)),
        Figure("event to answer, /qui-fait, p99", _each(found, 0.99)),
    ]


async def _see(world: World, watch: Stopwatch, anna: Any) -> list[float]:
    watch.times.clear()
    for _ in range(ACTS):
        await anna.slash(world.lounge, "presentation voir", membre=anna)
    return list(watch.times)


async def _find(world: World, watch: Stopwatch, anna: Any) -> list[float]:
    watch.times.clear()
    for query in QUERIES[:ACTS]:
        await anna.slash(world.lounge, "qui-fait", quoi=query)
    return list(watch.times)


def _each(runs: list[list[float]], share: float) -> tuple[float, ...]:
    return tuple(percentile(times, share) for times in runs)
