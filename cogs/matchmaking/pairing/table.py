"""Everybody present in a round, seated by id, and what is to be said for and against each pair of seats."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from cogs.matchmaking.affinity import Met, Pair, Person, cost_of_repeat
from cogs.matchmaking.pairing.blossoms import Couple, Pairs, Wish, best_matching, pairs_of
from cogs.matchmaking.pairing.demand import Prices, in_points, prices_of
from cogs.matchmaking.pairing.scores import Scores, scores_of


@dataclass(frozen=True, slots=True)
class Table:
    """People by seat, their scores, and what it costs to bring two together again who met before: `met` are these, both
    ways round, sorted. `trios`: whoever is left over may join two others. `prices`: what each is worth as a partner."""

    people: Sequence[Person]
    scores: Scores
    costs: Mapping[Couple, int]
    met: Pairs
    trios: bool
    prices: Prices

    def __len__(self) -> int:
        return len(self.people)

    def can_meet(self, a: int, b: int) -> bool:
        """Whether two seats may be together."""
        return bool(self.scores[a, b] >= 0)

    def repeats(self, seats: Collection[int]) -> int:
        """How many pairs among some seats met before."""
        return sum(couple in self.costs for couple in combinations(sorted(seats), 2))

    def cost(self, seats: Collection[int]) -> int:
        """What it costs that some seats meet again."""
        return sum(self.costs.get(couple, 0) for couple in combinations(sorted(seats), 2))

    def score(self, seats: Collection[int]) -> int:
        """How much some seats would gain from meeting."""
        return sum(int(self.scores[couple]) for couple in combinations(seats, 2))

    def left_over(self, groups: Collection[Collection[int]]) -> list[int]:
        """Who is in none of some groups."""
        return sorted(set(range(len(self))).difference(*groups))


def lay(people: Sequence[Person], met: Mapping[Pair, Met], apart: Set[Pair], seed: int, trios_from: int) -> Table:
    """Seat some people."""
    seated = sorted(people, key=lambda person: person.id)
    seats = {person.id: seat for seat, person in enumerate(seated)}
    costs = {
        (min(seats[a], seats[b]), max(seats[a], seats[b])): cost_of_repeat(past)
        for (a, b), past in met.items()
        if a in seats and b in seats
    }
    met_seats = np.array(sorted([*costs, *((b, a) for a, b in costs)]), dtype=np.intp).reshape(-1, 2)
    trios = len(seated) >= trios_from or len(seated) == 3
    scores, met_before = scores_of(seated, apart, seed), (met_seats[:, 0], met_seats[:, 1])
    return Table(seated, scores, costs, met_before, trios, prices_of(scores, met_before))


def every_pair(table: Table) -> Pairs:
    """All the pairs of seats that may be together."""
    return pairs_of(table.scores >= 0)


def match(
    table: Table, pairs: Pairs, *, keep: Collection[int] = (), out: Collection[int] = (), liked: Wish | None = None
) -> list[Couple]:
    """The best couples among some pairs. `keep`: seats that must not be left over if that can be; `out`: seats that
    are not to be matched; `liked`: a wish more, right after that of few repeats."""
    wishes, prices = zip(*_wishes(table, pairs, keep, liked), strict=True)
    if out:
        stay = ~(np.isin(pairs[0], list(out)) | np.isin(pairs[1], list(out)))
        pairs, wishes = (pairs[0][stay], pairs[1][stay]), tuple(wish[stay] for wish in wishes)
    return best_matching(len(table), pairs, wishes, prices)


def _wishes(table: Table, pairs: Pairs, keep: Collection[int], liked: Wish | None) -> list[tuple[Wish, Wish]]:
    """What `pairing` says comes first, pair by pair, and what each seat brings to its pairs. To be in a trio twice in a
    row is a lesser evil than to meet the same person again; to sit out twice in a row is a greater one."""
    a, b = pairs

    def both(values: Collection[int]) -> tuple[Wish, Wish]:
        known = np.array(values, dtype=np.int64)
        return known[a] + known[b], known

    def alone(wish: Wish) -> tuple[Wish, Wish]:
        return wish, np.zeros(len(table), dtype=np.int64)

    costs = costs_of(table, pairs)
    fresh = [alone((costs == 0).astype(np.int64)), *([] if liked is None else [alone(liked)])]
    odd_last = [both([person.odd_last for person in table.people])]
    return [
        both([seat in keep for seat in range(len(table))]),
        both([person.first for person in table.people]),
        *(fresh + odd_last if table.trios else odd_last + fresh),
        both([person.byes for person in table.people]),
        alone(-costs),
        (table.scores[pairs].astype(np.int64), in_points(table.prices)),
    ]


def costs_of(table: Table, pairs: Pairs) -> Wish:
    """What it costs to bring together each pair; the pairs are sorted."""
    costs = np.zeros(len(pairs[0]), dtype=np.int64)
    if len(costs) and table.costs:
        keys = pairs[0] * len(table) + pairs[1]
        sought = np.array([a * len(table) + b for a, b in table.costs])
        places = np.searchsorted(keys, sought).clip(max=len(keys) - 1)
        known = keys[places] == sought
        costs[places[known]] = np.array(list(table.costs.values()))[known]
    return costs
