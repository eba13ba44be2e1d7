"""Whoever is left over joins two others. Which trio, and which couples beside it, is one choice; for the worker alone.

The rotation says who is left over from the best couples of all, and these whom they can join. Only where that costs
something (they met before, or were the odd ones last time) other ways are looked at: couples chosen so that the same
person can join one, then somebody else left over. The best of all this, in this order: as few as possible stay alone,
as few pairs as possible met before, as few as possible are the odd ones twice in a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from cogs.matchmaking.pairing.blossoms import Couple, Pairs, Wish
from cogs.matchmaking.pairing.table import Table, match

Seating = tuple[int, ...]
"""Two or three seats."""
Price = tuple[int, ...]
"""What is to be avoided, the worst first."""

TRIES: Final = 4096
"""People who may be left over in turn, times people present: all of 64, 10 of 400, 4 of more."""


def with_thirds(table: Table, pairs: Pairs, couples: list[Couple]) -> list[Seating]:
    """Everybody in couples and trios, as far as that can be. `couples`: the best ones among the pairs."""
    ideal = _ideal(table, couples)
    best: tuple[Price, list[Seating]] | None = None
    for groups in _ways(table, pairs, couples):
        price = _price(table, groups)
        if best is None or price < best[0]:
            best = price, groups
        if price <= ideal:
            break
    assert best is not None
    return best[1]


def _ideal(table: Table, couples: Sequence[Couple]) -> Price:
    """What no way can be better than. A trio needs odd ones of last time where fewer than three others are there."""
    again = sum(person.odd_last for person in table.people) - (len(table) - 3)
    first = sum(person.first for person in table.people) - (len(table) - 3)
    return 0, 0, sum(table.repeats(couple) for couple in couples), max(0, again), max(0, first)


def _ways(table: Table, pairs: Pairs, couples: list[Couple]) -> Iterator[list[Seating]]:
    kept: set[int] = set()
    for _ in range(max(4, TRIES // max(1, len(table)))):
        left = table.left_over(couples)
        yield _joined(table, couples, left)
        if len(left) == 1:
            yield _chosen_to_be_joined(table, pairs, left[0])
        if kept.issuperset(left):
            return
        kept.update(left)
        couples = match(table, pairs, keep=kept)


def _joined(table: Table, couples: Sequence[Couple], left: Sequence[int]) -> list[Seating]:
    """Each one who is left joins the couple with whom it costs least."""
    groups: list[Seating] = list(couples)
    for seat in left:
        found = [
            (_price_of_trio(table, (*group, seat)), group)
            for group in groups
            if len(group) == 2 and all(table.can_meet(seat, other) for other in group)
        ]
        if found:
            _, group = min(found)
            groups.remove(group)
            groups.append((*group, seat))
    return groups


def _chosen_to_be_joined(table: Table, pairs: Pairs, seat: int) -> list[Seating]:
    """Couples among which this seat finds some to join, where there are such couples; then the best ones beside."""
    couples = match(table, pairs, out=[seat], liked=_joinable(table, pairs, seat))
    trios = [group for group in _joined(table, couples, [seat]) if len(group) == 3]
    return [*trios, *match(table, pairs, out=[seat for trio in trios for seat in trio] or [seat])]


def _joinable(table: Table, pairs: Pairs, seat: int) -> Wish:
    """Which pairs a seat can join without meeting anybody again; sparing the odd ones of last time outweighs all."""
    seats = range(len(table))
    fresh = np.array([table.can_meet(seat, other) and not table.repeats((seat, other)) for other in seats])
    spared = np.array([not (person.odd_last or person.first) for person in table.people])
    (a, b), n = pairs, len(table)
    liked: Wish = (fresh[a] & fresh[b]) * (1 + n * (spared[a] & spared[b]))
    return liked


def _price(table: Table, groups: Sequence[Seating]) -> Price:
    alone = [table.people[seat] for seat in table.left_over(groups)]
    odd = [table.people[seat] for group in groups if len(group) == 3 for seat in group]
    return (
        len(alone),
        sum(person.first for person in alone),
        sum(table.repeats(group) for group in groups),
        sum(person.odd_last for person in odd),
        sum(person.first for person in odd),
    )


def _price_of_trio(table: Table, seats: Seating) -> Price:
    people = [table.people[seat] for seat in seats]
    return (
        table.repeats(seats) - table.repeats(seats[:2]),
        sum(person.odd_last for person in people),
        sum(person.first for person in people),
        sum(person.byes for person in people),
        table.cost(seats),
        -table.score(seats),
    )
