"""Rounds of 30 to 5,000 people: how long a pairing takes, how much memory, and how near it is to the best of all.

Run as `python -m tests.bench.coffee_sizes <people> <seed> <policy>` or `… <people> <seed> optimum`; it prints one JSON
line. The people have had coffee eight times before, in pairs by lot; all come.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, Final

import numpy as np

from cogs.matchmaking.pairing import EXACT
from cogs.matchmaking.pairing.pricing import promising_pairs
from cogs.matchmaking.pairing.table import every_pair, lay, match
from tests.bench.coffee_policies import OURS, POLICIES
from tests.bench.coffee_rivals import shuffle
from tests.bench.coffee_town import FIXED, TRIOS_FROM, Groups, Present, Town, edges

HISTORY: Final = 8
"""Rounds before the one that is measured."""
OFTEN, SELDOM = 5, 3
MANY: Final = 1_000
"""Above so many people a run is repeated seldom, and a rival is timed once."""
OPTIMUM: Final = "optimum"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one policy made of one round. Milliseconds (`cpu` without waits for a processor), megabytes. `stages`: parts
    of ours. `total`: points of all."""

    milliseconds: float
    cpu: float
    stages: dict[str, float]
    memory: float
    total: int
    repeats: int
    unmatched: int


def a_round(size: int, seed: int) -> Present:
    """The round that is measured."""
    town = Town(size, seed, FIXED)
    for _ in range(HISTORY):
        present = town.present()
        town.live(present, shuffle(present))
    return town.present()


def measure(present: Present, name: str) -> Cell:
    """Time one policy in this process, once it is warm; then look at what it found."""
    policy, runs = POLICIES[name], OFTEN if len(present.people) <= MANY else SELDOM if name == OURS else 1
    milliseconds, cpu = _median(lambda: policy.pair(_as_new(present)), runs)
    stages = _stages(present, runs) if name == OURS else {}
    memory = _peak()
    groups, _ = policy.run(present)
    placed = sum(len(group) for group in groups)
    total, unmatched = points(present, groups), len(present.people) - placed
    return Cell(milliseconds, cpu, stages, memory, total, present.repeats(groups), unmatched)


def points(present: Present, groups: Groups) -> int:
    """The scores of all who meet, together; who is kept apart counts nothing."""
    seats = {person.id: seat for seat, person in enumerate(present.people)}
    return sum(max(0, int(present.scores[seats[a], seats[b]])) for a, b in edges(groups))


def best(present: Present) -> dict[str, Any]:
    """The points of the best round of all, which is complete and without a repeat, and what bounds them."""
    from tests.bench.coffee_optimum import optimum

    weights = present.scores.astype(np.int64)
    seats = {person.id: seat for seat, person in enumerate(present.people)}
    for a, b in present.met:
        weights[seats[a], seats[b]] = weights[seats[b], seats[a]] = -1
    found = optimum(weights)
    assert found is not None, "no complete pairing without a repeat"
    return asdict(found)


def _stages(present: Present, runs: int) -> dict[str, float]:
    """How long the parts of our pairing take, each by itself."""
    people, seed = present.people, present.seed
    table = lay(people, present.met, present.apart, seed, TRIOS_FROM)
    look = every_pair if len(people) <= EXACT else lambda laid: promising_pairs(laid, seed)
    pairs = look(table)
    return {
        "scoring": _median(lambda: lay(people, present.met, present.apart, seed, TRIOS_FROM), runs)[0],
        "pricing": _median(lambda: look(table), runs)[0],
        "solving": _median(lambda: match(table, pairs), runs)[0],
    }


def _median(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Milliseconds once warm, by the clock and of CPU."""
    clock, cpu = [], []
    for _ in range(1 + runs):
        began, worked = perf_counter(), process_time()
        work()
        cpu.append((process_time() - worked) * 1000)
        clock.append((perf_counter() - began) * 1000)
    return median(clock[1:]), median(cpu[1:])


def _peak() -> float:
    """The most memory this process ever took, in megabytes; not that of its parent, which `ru_maxrss` begins with."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (kilobytes,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(kilobytes) * 1024 / 1e6


def _as_new(present: Present) -> Present:
    """The same, its scores not yet computed."""
    return Present(present.people, present.met, present.apart, present.seed)


if __name__ == "__main__":
    measured = a_round(int(sys.argv[1]), int(sys.argv[2]))
    found = best(measured) if sys.argv[3] == OPTIMUM else asdict(measure(measured, sys.argv[3]))
    print(json.dumps(found))  # noqa: T201 (its answer)
