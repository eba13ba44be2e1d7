"""A simulated association that has coffee round after round: who comes, who met whom, what they gained by it.

People are drawn as `matching.md`, section 5, asks (`tests.matchmaking.community`). What the simulation assumes beside
it: every coffee takes place and is a tie; somebody is new until their first coffee, and in their first four rounds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from random import Random
from typing import Final

from cogs.matchmaking.affinity import WEIGHTS, Met, Pair, Person, same_zone
from cogs.matchmaking.pairing.scores import Scores, scores_of
from tests.matchmaking.community import community, poisson

Groups = Sequence[tuple[int, ...]]
"""Who meets, by id. Whoever is in none sits out."""

APART: Final = 0.3
"""Avoid entries a member, on average."""
CONNECTED: Final = 5
NEW_FOR: Final = 4
"""Rounds in which somebody is new: sixty days, a round every two weeks."""
TRIOS_FROM: Final = 24


@dataclass(frozen=True, slots=True)
class Habits:
    """How many skip a round, and how many are replaced by newcomers over a season or with every round (0 to 1)."""

    skip: float = 0.15
    season: float = 0.10
    round: float = 0.0


CALM: Final = Habits()
STRESS: Final = Habits(season=0.0, round=0.10)
FIXED: Final = Habits(skip=0.0, season=0.0)
ROUNDS: Final = 26


@dataclass(frozen=True)
class Present:
    """Who is there in a round, and what a pairing is told of them."""

    people: Sequence[Person]
    met: dict[Pair, Met]
    apart: Set[Pair]
    seed: int

    @cached_property
    def scores(self) -> Scores:
        """What two would gain from meeting, by seat; below 0 where they mustn't meet."""
        return scores_of(self.people, self.apart, self.seed)

    @property
    def makes_trio(self) -> bool:
        """Whether an odd one joins two others, or sits out."""
        return len(self.people) % 2 == 1 and len(self.people) >= TRIOS_FROM

    def repeats(self, groups: Groups) -> int:
        """How many pairs of some groups met before."""
        return sum(two in self.met for two in edges(groups))


class Town:
    """An association of `size` members, the same one for the same seed."""

    def __init__(self, size: int, seed: int, habits: Habits = CALM, *, apart: float = APART) -> None:
        self._chance = Random(f"town {seed}")  # noqa: S311 (reproducible, not secret)
        self._habits, self._seed, self._per_head = habits, seed, apart
        joining = 10 + round(1.5 * size * (habits.season + habits.round * ROUNDS))
        everybody = community(size + joining, seed)
        self.members = {person.id: person for person in everybody[:size]}
        self._reserve = iter([replace(person, newcomer=True, isolation=1.0) for person in everybody[size:]])
        self._ties = {one.id: CONNECTED - round(CONNECTED * one.isolation) for one in everybody}
        self._new_until = {one.id: NEW_FOR if one.newcomer else 0 for one in everybody}
        self.apart: set[Pair] = set()
        for one in self.members:
            self._keep_apart(one)
        self.times: Counter[Pair] = Counter()
        self._last: dict[Pair, int] = {}
        self.round = 0

    def present(self) -> Present:
        """Who comes this time, as they are now."""
        coming = [one for one in self.members.values() if self._chance.random() >= self._habits.skip]
        ids = {one.id for one in coming}
        met = {
            (a, b): Met(self.times[a, b], self.round - last)
            for (a, b), last in self._last.items()
            if a in ids and b in ids
        }
        apart = {(a, b) for a, b in self.apart if a in ids and b in ids}
        return Present(coming, met, apart, self._seed * 1_000 + self.round)

    def live(self, present: Present, groups: Groups) -> None:
        """A round goes by, some leave, others join."""
        for a, b in edges(groups):
            self._meet(a, b)
        placed = {one for group in groups for one in group}
        odd = len(present.people) % 2 == 1
        trios = {one for group in groups if len(group) == 3 for one in group} if odd else set()
        for one in (person.id for person in present.people):
            sat_out, was = one not in placed, self.members[one]
            bye = (sat_out and odd) or one in trios
            self.members[one] = replace(was, first=sat_out, odd_last=bye, byes=was.byes + bye)
        self.round += 1
        for one in self.members:
            self._grow(one)
        self._churn()

    def _meet(self, a: int, b: int) -> None:
        self.times[a, b] += 1
        self._last[a, b] = self.round
        near = same_zone(self.members[a], self.members[b])
        for one, other in ((a, b), (b, a)):
            was = self.members[one]
            self._ties[one] += 1
            self.members[one] = replace(
                was,
                partners=was.partners | {other},
                helped=was.helped + help_given(self.members[other], was),
                near_last=near,
            )

    def _grow(self, one: int) -> None:
        was = self.members[one]
        isolation = 1 - min(1.0, self._ties[one] / CONNECTED)
        newcomer = self.round < self._new_until[one] or (was.newcomer and not was.partners)
        self.members[one] = replace(was, isolation=isolation, newcomer=newcomer)

    def _churn(self) -> None:
        likely = self._habits.round + self._habits.season / ROUNDS
        for one in [one for one in self.members if self._chance.random() < likely]:
            newcomer = next(self._reserve, None)
            if newcomer is not None:
                del self.members[one]
                self.members[newcomer.id] = newcomer
                self._ties[newcomer.id] = 0
                self._new_until[newcomer.id] = self.round + NEW_FOR
                self._keep_apart(newcomer.id)

    def _keep_apart(self, one: int) -> None:
        others = [other for other in self.members if other != one]
        for _ in range(poisson(self._chance, self._per_head) if self._per_head else 0):
            other = self._chance.choice(others)
            self.apart.add((min(one, other), max(one, other)))


def edges(groups: Groups) -> Iterable[Pair]:
    """Every two people who meet."""
    return ((min(two), max(two)) for group in groups for two in combinations(group, 2))


def help_given(giver: Person, taker: Person) -> int:
    """How many needs of the one the other meets."""
    return min(WEIGHTS.needs, len(giver.offers.keys() & taker.seeks.keys()))
