"""Among thousands: the few pairs that are worth a look. Pure; for the worker process alone.

The best matching of 5,000 people among all 12 million pairs would take minutes; among 16 for each person it takes a
second, and loses nothing to speak of if they are the right ones. The best 16 of each are not: everybody lists the same
attractive people. So each gets a price, and a pair is worth its score less both prices. Prices are right when everybody
is as much in demand as anybody else: when, with pairs chosen by chance in proportion to exp(worth / temperature), each
person is in one pair on average (Sinkhorn's scaling, in its symmetric form). The cooler, the nearer to the matching.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cogs.matchmaking.blossoms import Pairs
from cogs.matchmaking.scores import BLOCK, FORBIDDEN
from cogs.matchmaking.table import Table

Prices = NDArray[np.float32]
Chances = NDArray[np.float32]

CANDIDATES: Final = 16
"""Pairs of each person that are looked at, at least; twice as many where that takes no time to speak of."""
FEW: Final = 2_000
"""People present up to whom it takes none."""
CYCLES: Final = 2
"""Ways around the whole table, drawn by lot, that are added: so that nobody stays alone with their candidates."""
TEMPERATURES: Final = (100.0, 30.0, 10.0, 3.0)
"""In points of a score: warm finds its way where a few are sought by many, cool is precise."""
STEPS: Final = 40
CLOSE: Final = 0.03
"""At each temperature, steps at most, and the mean change of a step from which on no other one is made."""


def promising_pairs(table: Table, seed: int, k: int | None = None) -> Pairs:
    """Pairs that never met and that the best matching may well be made of: `k` for each seat, and some by lot."""
    k = k or (2 * CANDIDATES if len(table) <= FEW else CANDIDATES)
    prices = _prices(table)
    found = [*_around(table, seed), *_candidates(table, prices, k)]
    return joined(len(table), found)


def joined(n: int, some: list[Pairs]) -> Pairs:
    """Pairs of `n` seats of several kinds, each once and sorted."""
    a, b = np.concatenate([pairs[0] for pairs in some]), np.concatenate([pairs[1] for pairs in some])
    keys = np.unique(np.minimum(a, b).astype(np.int64) * n + np.maximum(a, b))
    return keys // n, keys % n


def _prices(table: Table) -> Prices:
    highest = [block.max(axis=1) for _, block in _fresh(table)]
    prices: Prices = (np.concatenate(highest) / 2).astype(np.float32)
    for temperature in TEMPERATURES:
        chances = [_chances(rows.start, block, prices, temperature) for rows, block in _fresh(table)]
        prices -= np.float32(temperature) * np.log(_scaled(chances, len(table)))
    return prices


def _chances(start: int, block: NDArray[np.int16], prices: Prices, temperature: float) -> Chances:
    """Chances of some rows, from their own columns on: the others are in the rows above."""
    block = block[:, start:]
    worth = (block - prices[start : start + len(block), None] - prices[start:]) / np.float32(temperature)
    worth[block < 0] = -np.inf
    chances: Chances = np.exp(worth, out=worth)
    return chances


def _scaled(chances: list[Chances], n: int) -> Prices:
    """By how much to scale each person's chances so that their sum is 1; who has none stays as they are."""
    scale = np.ones(n, dtype=np.float32)
    for _ in range(STEPS):
        sums = _sums(chances, scale) * scale
        change = np.sqrt(np.divide(1, sums, out=np.ones_like(sums), where=sums > 0))
        scale *= change
        if np.abs(np.log(change)).mean() < CLOSE:
            break
    return scale


def _sums(chances: list[Chances], scale: Prices) -> Prices:
    sums, start = np.zeros_like(scale), 0
    for block in chances:
        end = start + len(block)
        sums[start:end] += block @ scale[start:]
        sums[end:] += scale[start:end] @ block[:, len(block) :]
        start = end
    return sums


def _candidates(table: Table, prices: Prices, k: int) -> Iterator[Pairs]:
    """The `k` pairs of each seat that are worth most."""
    k = min(k, len(table) - 1)
    for rows, block in _fresh(table):
        worth = np.where(block >= 0, block - prices, -np.inf)
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


def _fresh(table: Table) -> Iterator[tuple[slice, NDArray[np.int16]]]:
    """The scores, some rows at a time, of pairs that never met."""
    a, b = table.met
    for start in range(0, len(table), BLOCK):
        block = table.scores[start : start + BLOCK].copy()
        first, last = np.searchsorted(a, (start, start + BLOCK))
        block[a[first:last] - start, b[first:last]] = FORBIDDEN
        yield slice(start, start + len(block)), block
