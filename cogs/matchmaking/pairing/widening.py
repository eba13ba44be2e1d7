"""Among thousands: the best couples of promising pairs, and of more pairs where these don't do. For the worker alone.

Promising pairs are few, so it may happen that somebody is left over, though among all pairs nobody would be; and as
they never met, they can't bring together again those who have nobody else. Then whoever is concerned brings in all
their pairs, with them the partners of those whom they could meet; and the couples are sought anew.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

import numpy as np

from cogs.matchmaking.pairing.blossoms import Couple, Pairs
from cogs.matchmaking.pairing.pricing import joined, promising_pairs
from cogs.matchmaking.pairing.table import Table, match

WIDENINGS: Final = 4
MOST_ROWS: Final = 200
"""People who bring in all their pairs at a time."""


def best_couples(table: Table, seed: int, k: int | None = None) -> tuple[Pairs, list[Couple]]:
    """Pairs that are enough, and the best couples among them."""
    pairs = promising_pairs(table, seed, k)
    couples = match(table, pairs)
    for _ in range(WIDENINGS):
        wider = _widened(table, pairs, couples)
        if len(wider[0]) == len(pairs[0]):
            break
        pairs = wider
        couples = match(table, pairs)
    return pairs, couples


def _widened(table: Table, pairs: Pairs, couples: list[Couple]) -> Pairs:
    troubled = [*_left_out(table, couples), *chain.from_iterable(couple for couple in couples if couple in table.costs)]
    rows = _concerned(table, couples, troubled)
    return joined(len(table), [pairs, *(_all_of(table, seat) for seat in rows)])


def _left_out(table: Table, couples: list[Couple]) -> list[int]:
    """Who is left over, unless it is one of an odd number who wasn't promised otherwise."""
    left = table.left_over(couples)
    promised = any(table.people[seat].first or table.people[seat].odd_last for seat in left)
    return left if promised or len(left) > len(table) % 2 else []


def _concerned(table: Table, couples: list[Couple], troubled: list[int]) -> list[int]:
    """Who is in trouble; the partners of those whom they could meet, who might give way; and so on, nearest first."""
    partner = dict([*couples, *((b, a) for a, b in couples)])
    found, reached = list(dict.fromkeys(troubled)), 0
    while reached < len(found) < MOST_ROWS:
        near = np.nonzero((table.scores[found[reached:]] >= 0).any(axis=0))[0].tolist()
        reached = len(found)
        found = list(dict.fromkeys([*found, *(partner[seat] for seat in near if seat in partner)]))
    return found[:MOST_ROWS]


def _all_of(table: Table, seat: int) -> Pairs:
    others = np.nonzero(table.scores[seat] >= 0)[0]
    return np.full_like(others, seat), others
