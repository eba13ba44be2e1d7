"""`python -m tests.soak [--quick] [--seed N]`: kill the bot everywhere, forge presses; 1 when anything is wrong."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

from tests.soak import coffee, every_point, forged, month, quarter
from tests.soak.every_point import LANDED, LONG, SHORT, Rehearsal, Scenario
from tests.soak.flows import FLOWS
from tests.soak.judging import Tally
from tests.soak.lane import MEMORY, Lane, lane

LANES: Final = 4
STRIDE_WHEN_QUICK: Final = 9
TWICE_KILLED: Final = 200
"""Scenarios of each flow in which the second process is killed too, at a random point."""
SHOWN: Final = 40

Work = tuple[Tally, Callable[[Lane], Awaitable[Tally]]]


async def soak(seed: int, *, quick: bool) -> list[tuple[str, Tally]]:
    """All of it; what was found, by flow."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=MEMORY)))
        lanes = [await stack.enter_async_context(lane(folder / f"lane{number}")) for number in range(LANES)]
        found: list[tuple[str, Tally]] = []
        waiting: list[Work] = []
        plan = month.Plan(seed, kills=20 if quick else 200, errands=60 if quick else 300)
        found.append(("a month", Tally()))
        waiting.append((found[0][1], lambda lane: month.play(lane, folder / "month", plan)))
        for flow in FLOWS:
            rehearsal, tally = Rehearsal(flow, folder / flow.name), Tally()
            await rehearsal.prepare(lanes[0])
            chosen = await _scenarios(rehearsal, lanes[0], Random(seed), tally)  # noqa: S311
            waiting += [
                (tally, _play(rehearsal, scenario)) for scenario in chosen[:: STRIDE_WHEN_QUICK if quick else 1]
            ]
            found.append((flow.name, tally))
        await asyncio.gather(*(_work(each, waiting) for each in lanes))
        return [*found[1:], found[0]]


async def _scenarios(rehearsal: Rehearsal, lane: Lane, chance: Random, tally: Tally) -> list[Scenario]:
    """Each point with each downtime; each point of the flow in bad weather; and processes that are killed twice."""
    flow = rehearsal.flow
    tally.points = await rehearsal.count(lane)
    chosen = every_point.scenarios(flow, tally.points)
    for trouble, downtimes in (
        ("503, done", (SHORT, LONG)),
        ("reset, done", (LANDED,)),
        ("500, done, repeated", (LONG,)),
    ):
        chosen += every_point.scenarios(flow, await rehearsal.count(lane, trouble), downtimes, trouble)
    chosen += [
        Scenario(flow, chance.randint(1, tally.points), chance.choice((SHORT, LANDED, LONG)), again_at=again)
        for again in (chance.randint(1, tally.points + every_point.START) for _ in range(TWICE_KILLED))
    ]
    return chosen


def _play(rehearsal: Rehearsal, scenario: Scenario) -> Callable[[Lane], Awaitable[Tally]]:
    return lambda lane: rehearsal.play(lane, scenario)


async def _work(lane: Lane, waiting: list[Work]) -> None:
    while waiting:
        tally, play = waiting.pop(0)
        tally.add(await play(lane))


def show(found: Sequence[tuple[str, Tally]], seconds: float) -> int:
    """Print the counts and what is wrong; how many faults."""
    total = Tally()
    rows: list[tuple[str, ...]] = [
        ("", "points", "runs", "kills", "starts", "5xx/resets", "messages", "passed over", "lost", "twice", "half")
    ]
    for name, tally in (*found, ("together", total)):
        if tally is not total:
            total.add(tally)
        counts = (tally.scenarios, tally.kills, tally.starts, tally.troubles, tally.expected, tally.passed_over)
        faults = (len(tally.lost), len(tally.twice), len(tally.half))
        rows.append((name, str(tally.points or ""), *map(str, counts), *map(str, faults)))
    for name, *cells in rows:
        _say(f"{name:<20}" + "".join(f"{cell:>12}" for cell in cells))
    _say(f"{seconds:.0f} s")
    for fault in total.faults[:SHOWN]:
        _say(fault)
    return len(total.faults)


def _say(what: str) -> None:
    sys.stdout.write(f"{what}\n")


def main() -> int:
    """Read the options, soak, show."""
    options = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    options.add_argument("--quick", action="store_true", help="every ninth scenario, and a month with 20 kills")
    options.add_argument("--seed", type=int, default=1, help="another month, other second kills")
    chosen = options.parse_args()
    began = monotonic()
    found = asyncio.run(soak(chosen.seed, quick=chosen.quick))
    found += coffee.soak(chosen.seed, quick=chosen.quick)
    faults = show(found, monotonic() - began)
    faults += quarter.soak(chosen.seed, quick=chosen.quick)  # questions, digests and dates, with a line of its own
    faults += forged.soak(chosen.seed, quick=chosen.quick)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
