"""A small group that stays the same: every round possible without meeting twice. Pure; for the worker process alone.

Among n people (n even) there are n-1 rounds before anybody has to meet again. Whoever always takes the best matching
ends in a dead end before: six people, say, of whom two threes are left in which everybody still has to meet the other
two. Until half of the rounds are played no choice can prevent the next one (Dirac). From then on a matching is played
only once it is known how to go on to the last round: the graph of those who didn't meet yet is regular, and what the
matching leaves of it must split into perfect matchings again (a 1-factorisation). Splits are found by lot, one matching
at a time, until each person has two left to meet: then all depends on whether every ring is even.

Nothing is remembered: each round finds its way anew from who met whom. An odd number is made even by an empty seat:
whoever draws it sits out, each once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cogs.matchmaking.pairing.blossoms import Couple, best_matching, pairs_of
from cogs.matchmaking.pairing.table import Table

Graph = NDArray[np.bool_]
"""Which seats have yet to meet."""

MOST: Final = 30
"""People in a small group."""
CHOICES: Final = 60
DESCENTS: Final = 30


def last_rounds(table: Table, seed: int) -> list[Couple]:
    """The couples of a round with all later ones in mind; none where that isn't called for, or there is no way."""
    if not 2 <= len(table) <= MOST or (table.trios and len(table) % 2):
        return []
    graph, scores = _yet_to_meet(table), table.scores.astype(np.int64)
    if len(table) % 2:
        graph, scores = _with_empty_seat(graph, _may_sit_out(table)), np.pad(scores, (0, 1))
    if not is_played_to_the_end(graph):
        return []
    return [couple for couple in best_factor(graph, scores, seed) if couple[1] < len(table)]


def _yet_to_meet(table: Table) -> Graph:
    graph: Graph = table.scores >= 0
    graph[table.met] = False
    return graph


def _may_sit_out(table: Table) -> NDArray[np.bool_]:
    """Whose turn it is: nobody's if somebody among them was promised something else."""
    least = min(person.byes for person in table.people)
    turn = [person for person in table.people if person.byes == least]
    fair = not any(person.first or person.odd_last for person in turn)
    return np.array([fair and person.byes == least for person in table.people])


def _with_empty_seat(graph: Graph, sits_out: NDArray[np.bool_]) -> Graph:
    wider = np.pad(graph, (0, 1))
    wider[-1, :-1] = wider[:-1, -1] = sits_out
    return wider


def is_played_to_the_end(graph: Graph) -> bool:
    """Whether a matching of this graph should be chosen with all the later ones in mind."""
    degrees = graph.sum(axis=0)
    return bool(0 < degrees.min() == degrees.max() <= len(graph) / 2)


def best_factor(graph: Graph, scores: NDArray[np.int64], seed: int) -> list[Couple]:
    """The best matching found after which the rest of a regular graph still splits into matchings; none if none was
    found. Where the best one of all won't do, the lot has more and more of a say."""
    drawn = np.random.default_rng(seed % 2**64)
    pairs = pairs_of(graph)
    wish = scores[pairs]
    spread = int(np.ptp(wish)) + 1
    for choice in range(CHOICES):
        noise = drawn.integers(0, 1 + spread * choice // 8, len(wish))
        couples = best_matching(len(graph), pairs, [wish + noise])
        if 2 * len(couples) == len(graph) and _splits(_without(graph, couples), drawn):
            return couples
    return []


def _splits(graph: Graph, drawn: np.random.Generator) -> bool:
    return any(_descends(graph, drawn) for _ in range(DESCENTS))


def _descends(graph: Graph, drawn: np.random.Generator) -> bool:
    """Take away one matching after the other, by lot, and see whether it comes out even."""
    while graph[0].sum() > 2:
        pairs = pairs_of(graph)
        couples = best_matching(len(graph), pairs, [drawn.integers(0, 1000, len(pairs[0]))])
        if 2 * len(couples) < len(graph):
            return False
        graph = _without(graph, couples)
    return graph[0].sum() < 2 or _rings_are_even(graph)


def _rings_are_even(graph: Graph) -> bool:
    """Whether a graph in which everybody has two neighbours has two sides, with edges only between them."""
    side: dict[int, int] = {}
    for start in range(len(graph)):
        ahead = [] if start in side else [(start, 0)]
        while ahead:
            seat, here = ahead.pop()
            if seat not in side:
                side[seat] = here
                ahead += [(near, 1 - here) for near in np.flatnonzero(graph[seat]).tolist()]
    return all(side[a] != side[b] for a, b in zip(*pairs_of(graph), strict=True))


def _without(graph: Graph, couples: Iterable[Couple]) -> Graph:
    rest = graph.copy()
    for a, b in couples:
        rest[a, b] = rest[b, a] = False
    return rest
