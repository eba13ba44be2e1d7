"""The best that any pairing of a round could come to, without a step in common with the pairing that is measured.

Above it: half the optimum of the assignment problem (scipy), where everybody may be given to one and taken by another.
Its prices p have p[u] + p[v] >= w[u, v] for all pairs; their sum is that bound. A pair whose prices exceed its weight
by more than a pairing's total is below the bound is in no better pairing. So an exact blossom (rustworkx) on the few
other pairs finds the optimum of all pairs, in a second where the whole graph would take minutes. Of 5,000 people the
optimum is found so, but not proved, as that takes half a minute: there it is the bound that counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import rustworkx
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # scipy comes without types

Numbers = npt.NDArray[Any]

NEVER: Final = -(10**8)
"""What a pair that mustn't meet weighs in the assignment."""
FIRST_GAP: Final = 20.0
MOST: Final = 200_000
"""Pairs that a blossom is given if that is only for the proof."""
BLOCK: Final = 256
"""Rows looked at at a time."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best total of a complete pairing, whether it is proved, and a bound that no total is above."""

    total: int
    proved: bool
    bound: float


def optimum(weights: Numbers) -> Optimum | None:
    """The best complete pairing of an even number of seats; None if there is none. Below 0: mustn't meet."""
    weights = np.where(weights < 0, NEVER, weights).astype(np.int32)
    prices = _prices(weights)
    gap = FIRST_GAP
    while gap < -NEVER:
        total = _blossom(weights, *_within(weights, prices, gap))
        if total is not None:
            return _proved(weights, prices, gap, total)
        gap *= 4
    return None


def _proved(weights: Numbers, prices: Numbers, gap: float, total: int) -> Optimum:
    """The optimum, given the best total among pairs within a gap."""
    bound = float(prices.sum())
    if total >= bound - gap:
        return Optimum(total, True, bound)
    a, b = _within(weights, prices, bound - total)
    if len(a) > MOST:
        return Optimum(total, False, bound)
    found = _blossom(weights, a, b)
    assert found is not None
    return Optimum(found, True, bound)


def _prices(weights: Numbers) -> Numbers:
    """Half of what the assignment asks of each as a giver and as a taker; the sum is half its optimum."""
    givers, takers = linear_sum_assignment(weights, maximize=True)
    matched = weights[givers, takers]
    asked, rows = np.zeros(len(weights), dtype=np.int32), givers
    while len(rows):  # the longest way through the assignment; it ends, as no way round is worth more than nothing
        raised = asked.copy()
        for some in np.array_split(rows, len(rows) // BLOCK + 1):
            worth = asked[takers[some]] - matched[some]
            np.maximum(raised, (weights[some] + worth[:, None]).max(axis=0), out=raised)
        rows, asked = np.flatnonzero((raised > asked)[takers]), raised
    prices: Numbers = (matched - asked[takers] + asked) / 2
    return prices


def _within(weights: Numbers, prices: Numbers, gap: float) -> tuple[Numbers, Numbers]:
    """The pairs whose prices exceed their weight by `gap` at most."""
    found = []
    for start in range(0, len(weights), BLOCK):
        block = weights[start : start + BLOCK]
        slack = prices[start : start + BLOCK, None] + prices - block
        assert slack.min() >= 0, "these prices prove nothing"
        rows, columns = np.nonzero((slack <= gap) & (block >= 0))
        found.append(np.stack([rows + start, columns])[:, rows + start < columns])
    a, b = np.concatenate(found, axis=1)
    return a, b


def _blossom(weights: Numbers, a: Numbers, b: Numbers) -> int | None:
    """The best total of a complete pairing among some pairs."""
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(weights)))
    graph.add_edges_from(list(zip(a.tolist(), b.tolist(), weights[a, b].tolist(), strict=True)))
    couples = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    if 2 * len(couples) < len(weights):
        return None
    return sum(int(weights[couple]) for couple in couples)
