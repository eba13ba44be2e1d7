"""Seasons of coffee: 26 rounds of one association under each policy, and what came of it for its members.

`python -m tests.bench.coffee_seasons <members> calm|stress <seeds>` prints one JSON line: each policy's seasons.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

import numpy as np
from scipy.sparse import coo_array  # type: ignore[import-untyped]  # scipy comes without types
from scipy.sparse.csgraph import shortest_path  # type: ignore[import-untyped]  # the same

from cogs.matchmaking.affinity import Pair
from tests.bench.coffee_policies import POLICIES, Policy
from tests.bench.coffee_town import CALM, ROUNDS, STRESS, Groups, Habits, Present, Town, edges, help_given

LOOKS: Final = (4, 8, 26)
"""After which rounds it is looked at how far people are from one another."""
REGULAR: Final = 0.6
"""Whoever came to so many of the rounds (0 to 1) counts in how help is spread."""


@dataclass(frozen=True, slots=True)
class Season:
    """What came of a season. Shares are from 0 to 1.

    Help is how many needs a coffee's other members met, two each at most: `helped` is the share of seats, of people
    who seek something, that brought any; `help` what each regular received over the season, in order. `welcomed`: the
    number of newcomers' coffees with somebody at home here, and that of all their coffees. `paths`: how many coffees
    lie between two members on average, after some rounds. `pairs`: how many repeated, `broken`: how many were of people
    who are kept apart.
    """

    repeats: float
    pairs: int
    unmatched: float
    helped: float
    help: list[int]
    welcomed: tuple[int, int]
    paths: list[float]
    broken: int
    milliseconds: float


@dataclass(slots=True)
class _Diary:
    """What is counted as a season goes by."""

    counts: Counter[str] = field(default_factory=Counter)
    rounds: Counter[int] = field(default_factory=Counter)
    received: Counter[int] = field(default_factory=Counter)

    def note(self, present: Present, groups: Groups) -> None:
        """Write down a round before it is lived."""
        people = {person.id: person for person in present.people}
        placed = {one: [other for other in group if other != one] for group in groups for one in group}
        self.counts["seats"] += len(people)
        self.counts["unmatched"] += len(people) - len(placed)
        self.counts["edges"] += sum(1 for _ in edges(groups))
        self.counts["repeats"] += present.repeats(groups)
        self.counts["broken"] += sum(two in present.apart for two in edges(groups))
        for one, person in people.items():
            others = placed.get(one, [])
            if person.seeks:
                received = sum(help_given(people[other], person) for other in others)
                self.rounds[one] += 1
                self.received[one] += received
                self.counts["seekers"] += 1
                self.counts["helped"] += received > 0
            if person.newcomer and others:
                self.counts["newcomers"] += 1
                self.counts["welcomed"] += any(not people[other].newcomer for other in others)

    def regulars(self) -> list[int]:
        """What each regular received, the least first."""
        return sorted(self.received[one] for one, rounds in self.rounds.items() if rounds >= REGULAR * ROUNDS)

    def share(self, part: str, whole: str) -> float:
        """One count of another."""
        return self.counts[part] / max(1, self.counts[whole])


def live(size: int, seed: int, habits: Habits, policy: Policy) -> Season:
    """One season under one policy, every round of it verified."""
    town, diary, paths, seconds = Town(size, seed, habits), _Diary(), [], 0.0
    for number in range(1, ROUNDS + 1):
        present = town.present()
        groups, taken = policy.run(present)
        seconds += taken
        diary.note(present, groups)
        town.live(present, groups)
        if number in LOOKS:
            paths.append(_path_length(town.members, town.times))
    return Season(
        repeats=diary.share("repeats", "edges"),
        pairs=diary.counts["repeats"],
        unmatched=diary.share("unmatched", "seats"),
        helped=diary.share("helped", "seekers"),
        help=diary.regulars(),
        welcomed=(diary.counts["welcomed"], diary.counts["newcomers"]),
        paths=paths,
        broken=diary.counts["broken"],
        milliseconds=1000 * seconds / ROUNDS,
    )


def _path_length(members: Iterable[int], met: Mapping[Pair, int]) -> float:
    """How many coffees lead from one member to another on average, where any do."""
    seats = {one: seat for seat, one in enumerate(members)}
    pairs = np.array([(seats[a], seats[b]) for a, b in met if a in seats and b in seats])
    graph = coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(seats), len(seats)))
    lengths = shortest_path(graph.tocsr(), directed=False, unweighted=True)
    return float(lengths[np.isfinite(lengths) & (lengths > 0)].mean())


if __name__ == "__main__":
    size, habits, seeds = int(sys.argv[1]), {"calm": CALM, "stress": STRESS}[sys.argv[2]], map(int, sys.argv[3:])
    chosen = list(seeds)
    seasons = {name: [asdict(live(size, seed, habits, policy)) for seed in chosen] for name, policy in POLICIES.items()}
    print(json.dumps(seasons))  # noqa: T201 (its answer)
