"""Who has coffee with whom in a round. Pure and seeded; numpy and rustworkx, so for the worker process alone.

What comes first never gives way to what comes after:

    1. as many people as possible meet somebody whom they can meet
    2. nobody is left out who was promised to go first, or was the odd one last time
    3. as few pairs as possible met before
    4. whoever is the odd one was so less often than others
    5. who meets again did so rarely, and long ago
    6. the pairs' scores, all together (`affinity`)

Exactly so up to 400 people (`blossoms`); among more, scores lose some hundred thousandths (`pricing`, `widening`). In a
small round an odd one sits out; in others they make a trio, where 3 goes before being odd twice in a row (`thirds`). A
small group that stays the same looks ahead (`factors`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Final

from cogs.matchmaking.affinity import Group, Met, Pair, Pairing, Person, reasons_among
from cogs.matchmaking.pairing.factors import last_rounds
from cogs.matchmaking.pairing.table import Table, every_pair, lay, match
from cogs.matchmaking.pairing.thirds import Seating, with_thirds
from cogs.matchmaking.pairing.widening import best_couples

TRIOS_FROM: Final = 24
"""People present from whom on an odd one makes a trio; below, its three pairs would use up too many first meetings."""
EXACT: Final = 400
"""People present up to whom all pairs are looked at."""


def pair(
    people: Sequence[Person], met: Mapping[Pair, Met], apart: Set[Pair], seed: int, *, trios_from: int = TRIOS_FROM
) -> Pairing:
    """Pair people, each there once, for a round. `met`: who met before; `apart`: who must not meet. Three always make a
    trio if they can. The same people and seed give the same pairs, in whatever order."""
    table = lay(people, met, apart, seed, trios_from)
    groups, method = _seated(table, seed)
    left = table.left_over(groups)
    return Pairing(
        groups=tuple(_group(table, sorted(seats)) for seats in sorted(groups)),
        left_out=tuple(table.people[seat].id for seat in left),
        odd=_is_only_odd(table, left),
        method=method,
    )


def _seated(table: Table, seed: int) -> tuple[Sequence[Seating], str]:
    if last := last_rounds(table, seed):
        return last, "factors"
    if len(table) <= EXACT:
        pairs, method = every_pair(table), "exact"
        couples = match(table, pairs)
    else:
        (pairs, couples), method = best_couples(table, seed), "priced"
    return (with_thirds(table, pairs, couples) if table.trios else couples), method


def _is_only_odd(table: Table, left: Collection[int]) -> bool:
    """Whether one person sits out who could have met somebody, and only because of the odd number."""
    return (
        len(left) == 1
        and len(table) % 2 == 1
        and not table.trios
        and any(table.can_meet(seat, other) for seat in left for other in range(len(table)))
    )


def _group(table: Table, seats: Sequence[int]) -> Group:
    people = [table.people[seat] for seat in seats]
    repeats = table.repeats(seats)
    return Group(
        members=tuple(person.id for person in people),
        repeats=repeats,
        score=table.score(seats),
        reasons=reasons_among(people, met_before=repeats > 0),
    )
