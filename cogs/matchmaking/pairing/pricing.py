"""Among thousands: the few pairs that are worth a look. Pure; for the worker process alone.

The best matching of 5,000 people among all 12 million pairs would take minutes; among 16 for each person it takes a
second, and loses nothing to speak of if they are the right ones. The best 16 of each are not: everybody lists the same
attractive people. The best 16 less their prices (`demand`) are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from cogs.matchmaking.pairing.blossoms import Pairs
from cogs.matchmaking.pairing.demand import fresh
from cogs.matchmaking.pairing.table import Table

CANDIDATES: Final = 16
"""Pairs of each person that are looked at, at least; twice as many where that takes no time to speak of."""
FEW: Final = 2_000
"""People present up to whom it takes none."""
CYCLES: Final = 2
"""Ways around the whole table, drawn by lot, that are added: so that nobody stays alone with their candidates."""


def promising_pairs(table: Table, seed: int, k: int | None = None) -> Pairs:
    """Pairs that never met and that the best matching may well be made of: `k` for each seat, and some by lot."""
    k = k or (2 * CANDIDATES if len(table) <= FEW else CANDIDATES)
    found = [*_around(table, seed), *_candidates(table, k)]
    return joined(len(table), found)


def joined(n: int, some: list[Pairs]) -> Pairs:
    """Pairs of `n` seats of several kinds, each once and sorted."""
    a, b = np.concatenate([pairs[0] for pairs in some]), np.concatenate([pairs[1] for pairs in some])
    keys = np.unique(np.minimum(a, b).astype(np.int64) * n + np.maximum(a, b))
    return keys // n, keys % n


def _candidates(table: Table, k: int) -> Iterator[Pairs]:
    """The `k` pairs of each seat that are worth most."""
    k = min(k, len(table) - 1)
    for rows, block in fresh(table.scores, table.met):
        worth = np.where(block >= 0, block - table.prices, -np.inf)
        best = np.argpartition(worth, -k, axis=1)[:, -k:]
        seats = np.broadcast_to(np.arange(len(table))[rows, None], best.shape)
        there = np.take_along_axis(block, best, axis=1) >= 0
        yield seats[there], best[there]


def _around(table: Table, seed: int) -> Iterator[Pairs]:
    drawn = np.random.default_rng(seed % 2**64)
    for _ in range(CYCLES):
        a = drawn.permutation(len(table))
        b = np.roll(a, 1)
        there = table.scores[a, b] >= 0
        there &= [not table.repeats(pair) for pair in zip(a.tolist(), b.tolist(), strict=True)]
        yield a[there], b[there]
