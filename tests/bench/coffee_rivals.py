"""Four other ways of pairing the people of a round, as peers do it or as one would first think of it.

    shuffle           drawn by lot, whatever happened before (Icebreaker, pairing-bot)
    new-partner-first in random order, each takes a random free partner, one they haven't met first (chat-roulette)
    greedy            the best pair of all, then the best of who is left; on our scores, those who met come last
    k-nearest         each one's 16 best on our scores, and two random circles, then an exact blossom

The first two know nothing of what people offer and seek, so they can't win on help; greedy is the fair opponent. All
know who is kept apart except the shuffle. An odd one joins two others from 24 people on, except with chat-roulette.
"""

from __future__ import annotations

from random import Random
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import rustworkx

from cogs.matchmaking.affinity import Pair
from tests.bench.coffee_town import Groups, Present

Numbers = npt.NDArray[Any]

NEAREST: Final = 16
CIRCLES: Final = 2
FIRST: Final = 1 << 20
"""What it is worth that two haven't met: more than any scores."""
AT_A_TIME: Final = 4_096


def shuffle(present: Present) -> Groups:
    """Pairs by lot."""
    ids = [person.id for person in present.people]
    Random(present.seed).shuffle(ids)  # noqa: S311 (reproducible, not secret)
    couples = list(zip(ids[::2], ids[1::2], strict=False))
    return [*couples[:-1], (*couples[-1], ids[-1])] if present.makes_trio else couples


def new_partner_first(present: Present) -> Groups:
    """Each in turn takes whom they haven't met, by lot."""
    chance, groups = Random(present.seed), []  # noqa: S311 (reproducible, not secret)
    free = [person.id for person in present.people]
    chance.shuffle(free)
    while free:
        one = free.pop()
        allowed = [other for other in free if _two(one, other) not in present.apart]
        fresh = [other for other in allowed if _two(one, other) not in present.met]
        if allowed:
            other = chance.choice(fresh or allowed)
            free.remove(other)
            groups.append((one, other))
    return groups


def greedy(present: Present) -> Groups:
    """The best pair, then the best of the rest."""
    weights = _weights(present)
    a, b = np.nonzero(np.triu(weights >= 0, 1))
    order = np.argsort(-weights[a, b], kind="stable")
    free, couples = np.ones(len(weights), dtype=bool), []
    for start in range(0, len(order), AT_A_TIME):
        some = order[start : start + AT_A_TIME]
        some = some[free[a[some]] & free[b[some]]]
        for one, other in zip(a[some].tolist(), b[some].tolist(), strict=True):
            if free[one] and free[other]:
                free[one] = free[other] = False
                couples.append((one, other))
    return _seated(present, weights, couples)


def nearest(present: Present) -> Groups:
    """A blossom on each one's best few."""
    weights = _weights(present)
    n, chance = len(weights), np.random.default_rng(present.seed)
    few = min(NEAREST, n - 1)
    best = np.argpartition(-weights, few - 1, axis=1)[:, :few]
    chosen = np.zeros(weights.shape, dtype=bool)
    chosen[np.arange(n)[:, None], best] = True
    for _ in range(CIRCLES):
        circle = chance.permutation(n)
        chosen[circle, np.roll(circle, 1)] = True
    a, b = np.nonzero(np.triu((chosen | chosen.T) & (weights >= 0), 1))
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(n))
    graph.add_edges_from(list(zip(a.tolist(), b.tolist(), weights[a, b].tolist(), strict=True)))
    return _seated(present, weights, rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int))


def _weights(present: Present) -> Numbers:
    """Our scores, and that who met comes after everybody else; below 0 where two mustn't meet."""
    weights = present.scores.astype(np.int32)
    seats = {person.id: seat for seat, person in enumerate(present.people)}
    before = np.array([(seats[a], seats[b]) for a, b in present.met], dtype=np.intp).reshape(-1, 2)
    fresh = weights >= 0
    fresh[before[:, 0], before[:, 1]] = fresh[before[:, 1], before[:, 0]] = False
    weights[fresh] += FIRST
    return weights


def _seated(present: Present, weights: Numbers, couples: list[Pair] | set[Pair]) -> Groups:
    """The ids of some couples of seats; an odd one joins whom they fit best."""
    groups: list[tuple[int, ...]] = sorted(couples)
    if present.makes_trio:
        (alone, *_) = sorted(set(range(len(weights))).difference(*groups))
        fits = [min(weights[alone, one], weights[alone, other]) for one, other in groups]
        best = int(np.argmax(fits))
        if fits[best] >= 0:
            groups[best] = (*groups[best], alone)
    return [tuple(present.people[seat].id for seat in group) for group in groups]


def _two(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
