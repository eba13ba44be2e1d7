"""How much everybody is in demand: a price for each. Pure; for the worker process alone.

Everybody lists the same attractive people. So each gets a price, and a pair is worth its score less both prices. Prices
are right when everybody is as much in demand as anybody else: when, with pairs chosen by chance in proportion to
exp(worth / temperature), each person is in one pair on average (Sinkhorn's scaling, in its symmetric form). The cooler,
the nearer to the matching.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cogs.matchmaking.pairing.blossoms import Pairs
from cogs.matchmaking.pairing.scores import BLOCK, FORBIDDEN, Scores

Prices = NDArray[np.float32]
Chances = NDArray[np.float32]

TEMPERATURES: Final = (100.0, 30.0, 10.0, 3.0)
"""In points of a score: warm finds its way where a few are sought by many, cool is precise."""
STEPS: Final = 40
CLOSE: Final = 0.03
"""At each temperature, steps at most, and the mean change of a step from which on no other one is made."""
HIGHEST: Final = 2.0**15
"""More than any score: where no prices are right, because some must stay alone, they run away."""


def prices_of(scores: Scores, met: Pairs) -> Prices:
    """The price of each seat, in points of a score. `met`: pairs that don't count, both ways round, sorted."""
    prices = np.zeros(len(scores), dtype=np.float32)
    for rows, block in fresh(scores, met):
        prices[rows] = block.max(axis=1) / 2
    for temperature in TEMPERATURES if len(scores) else ():
        chances = [_chances(rows.start, block, prices, temperature) for rows, block in fresh(scores, met)]
        prices -= np.float32(temperature) * np.log(_scaled(chances, len(scores)))
    return prices


def in_points(prices: Prices) -> NDArray[np.int64]:
    """Prices in whole points."""
    points: NDArray[np.int64] = np.rint(np.nan_to_num(prices).clip(-HIGHEST, HIGHEST)).astype(np.int64)
    return points


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


def fresh(scores: Scores, met: Pairs) -> Iterator[tuple[slice, NDArray[np.int16]]]:
    """The scores, some rows at a time, of pairs that never met."""
    a, b = met
    for start in range(0, len(scores), BLOCK):
        block = scores[start : start + BLOCK].copy()
        first, last = np.searchsorted(a, (start, start + BLOCK))
        block[a[first:last] - start, b[first:last]] = FORBIDDEN
        yield slice(start, start + len(block)), block
