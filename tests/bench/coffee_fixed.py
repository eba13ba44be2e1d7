"""A fixed group that meets round after round: how many rounds pass before two meet again; n - 1 is all there can be.

`python -m tests.bench.coffee_fixed <seeds>` prints one JSON line: for each size and policy, a number of rounds a seed,
and what our first n/2 rounds were worth beside a round robin's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any, Final

from tests.bench.coffee_policies import OURS, POLICIES, UNFAIR, Policy
from tests.bench.coffee_town import FIXED, Groups, Present, Town, edges

SIZES: Final = range(6, 31, 2)
ROBIN: Final = "round robin"


def round_robin(present: Present) -> Groups:
    """The circle: one stays, the others move on by a chair; never a repeat, and blind to who gains from whom."""
    first, *others = (person.id for person in present.people)
    moved = present.seed % 1_000 % len(others)
    circle = [first, *others[moved:], *others[:moved]]
    return [(circle[chair], circle[-chair - 1]) for chair in range(len(circle) // 2)]


FIXED_POLICIES: Final = {name: one for name, one in POLICIES.items() if name != UNFAIR} | {ROBIN: Policy(round_robin)}


def repeat_free(size: int, seed: int, policy: Policy) -> tuple[int, int]:
    """How many rounds pass without a repeat, and what the first half of all possible ones were worth at the start."""
    town = Town(size, seed, FIXED, apart=0.0)
    present = town.present()
    worth, seats = present.scores, {person.id: seat for seat, person in enumerate(present.people)}
    total = 0
    while True:
        groups, _ = policy.run(present)
        if present.repeats(groups) or town.round == size - 1:
            return town.round, total
        if town.round < size // 2:
            total += sum(int(worth[seats[a], seats[b]]) for a, b in edges(groups))
        town.live(present, groups)
        present = town.present()


def measure(seeds: Sequence[int]) -> dict[int, dict[str, Any]]:
    """All sizes and policies."""
    found = {}
    for size in SIZES:
        lived = {name: [repeat_free(size, seed, one) for seed in seeds] for name, one in FIXED_POLICIES.items()}
        gained = sum(worth for _, worth in lived[OURS]) / sum(worth for _, worth in lived[ROBIN])
        found[size] = {"gained": gained, "rounds": {name: [one for one, _ in runs] for name, runs in lived.items()}}
    return found


if __name__ == "__main__":
    print(json.dumps(measure([int(seed) for seed in sys.argv[1:]])))  # noqa: T201 (its answer)
