"""The best matching among some pairs of seats, when some wishes come before others. For the worker process alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np
import rustworkx
from numpy.typing import NDArray

Couple = tuple[int, int]
"""Two seats, the smaller one first."""
Seats = NDArray[np.intp]
Pairs = tuple[Seats, Seats]
"""Pairs of seats, sorted: the smaller seats, and the greater ones."""
Wish = NDArray[np.int64]
"""How much each pair does for one wish."""


def pairs_of(graph: NDArray[np.bool_]) -> Pairs:
    """The pairs of seats between which a symmetric graph has an edge."""
    a, b = np.nonzero(np.triu(graph, 1))
    return a, b


def best_matching(n: int, pairs: Pairs, wishes: Sequence[Wish], prices: Sequence[Wish] = ()) -> list[Couple]:
    """As many of `n` seats as possible, two by two, each once; then as much as possible of the first wish, then of
    the second, and so on: exactly, by Edmonds' algorithm in whole numbers. `prices`: of each wish, how much each seat
    itself brings to its pairs; any guess will do, and a good one saves two thirds of the time."""
    return (_complete(n, pairs, wishes, prices) if prices else []) or _solved(n, pairs, wishes)


def _complete(n: int, pairs: Pairs, wishes: Sequence[Wish], prices: Sequence[Wish]) -> list[Couple]:
    """The best matching where nobody who has pairs is left over, but for one of an odd number; none where somebody is.

    Whoever takes every seat once pays all prices, whichever way: each wish's sum sinks by the same for all complete
    matchings, so their order stays. The odd one has the empty seat `n`: a pair worth nothing, less the price of one."""
    (a, b), seats = pairs, np.flatnonzero(np.bincount(np.concatenate(pairs), minlength=n))
    reduced = [wish - price[a] - price[b] for wish, price in zip(wishes, prices, strict=True)]
    if len(seats) % 2:
        a, b = np.concatenate([a, seats]), np.concatenate([b, np.full_like(seats, n)])
        reduced = [np.concatenate([wish, -price[seats]]) for wish, price in zip(reduced, prices, strict=True)]
    couples = _solved(n + 1, (a, b), reduced)
    return [couple for couple in couples if couple[1] < n] if 2 * len(couples) >= len(seats) else []


def _solved(n: int, pairs: Pairs, wishes: Sequence[Wish]) -> list[Couple]:
    graph: Any = rustworkx.PyGraph(multigraph=True)  # True: it needn't look for parallel edges; there are none
    graph.add_nodes_from(range(n))
    weights = weigh(wishes, n // 2)
    graph.extend_from_weighted_edge_list(list(zip(pairs[0].tolist(), pairs[1].tolist(), weights, strict=True)))
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sorted((min(couple), max(couple)) for couple in found)


def weigh(wishes: Sequence[Wish], couples: int) -> list[int]:
    """One whole number for each pair: a unit of a wish outweighs all that `couples` pairs can do for later ones."""
    scales = [couples * int(np.ptp(wish)) + 1 if wish.size else 1 for wish in wishes]
    kind = np.int64 if prod(scales) < 2**62 else object  # beyond it: Python's integers, slower and without an end
    total = np.zeros(wishes[0].shape, dtype=kind)
    for wish, scale in zip(wishes, scales, strict=True):
        if scale > 1:
            total = total * scale + (wish - wish.min()).astype(kind)
    weights: list[int] = total.tolist()
    return weights
