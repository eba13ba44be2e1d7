"""Six associations of 600 that are hard to pair, each in its own way.

`python -m tests.bench.coffee_adversarial <family> <seed>` prints one JSON line: what each policy made of one, and the
best of all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import combinations
from random import Random
from typing import Any, Final

from cogs.matchmaking.affinity import How, Pair, Person
from tests.bench.coffee_policies import POLICIES, UNFAIR
from tests.bench.coffee_sizes import best, measure
from tests.bench.coffee_town import Present

SIZE: Final = 600
HUBS: Final = 12
CLUSTER: Final = 25
"""Odd, so that in each somebody has to meet one of another."""
FEW: Final = 6
"""Circles through everybody; two people may meet if they are neighbours in one."""
SUBJECTS: Final = [f"subject-{number:02}" for number in range(96)]
TRADE: Final = "the one trade"


def hubs(chance: Random) -> Present:
    """Twelve people offer a third of all subjects; everybody else offers one and seeks three."""

    def draw(number: int) -> Person:
        offers = chance.sample(SUBJECTS, 32 if number < HUBS else 1)
        return Person(number + 1, offers=_said(offers), seeks=_said(set(chance.sample(SUBJECTS, 3)).difference(offers)))

    return _present(map(draw, range(SIZE)))


def clusters(chance: Random) -> Present:
    """Groups of 25 of one trade and zone who have everything for one another and nothing for others."""

    def draw(number: int) -> Person:
        cluster = str(number // CLUSTER)
        own = chance.sample([f"{cluster}-{subject}" for subject in range(8)], 5)
        return Person(number + 1, _said(own[:3]), _said(own[3:]), trade=cluster, zone=cluster)

    return _present(map(draw, range(SIZE)))


def near_ties(chance: Random) -> Present:
    """Everybody is like everybody else: only the lot decides."""
    return _present((Person(number + 1) for number in range(SIZE)), seed=chance.getrandbits(16))


def one_trade(chance: Random) -> Present:
    """One in twenty has what all others seek; those offer what nobody does."""

    def draw(number: int) -> Person:
        has_it, subject = chance.random() < 0.05, _said(chance.sample(SUBJECTS, 1))
        return Person(number + 1, _said([TRADE]) if has_it else subject, {} if has_it else _said([TRADE]))

    return _present(map(draw, range(SIZE)))


def sparse(chance: Random) -> Present:
    """Everybody is kept apart from all but a dozen others."""
    allowed: set[Pair] = set()
    for _ in range(FEW):
        circle = chance.sample(range(1, SIZE + 1), SIZE)
        allowed |= {(min(two), max(two)) for two in zip(circle, [*circle[1:], circle[0]], strict=True)}
    people = [_anybody(chance, number + 1) for number in range(SIZE)]
    return _present(people, set(combinations(range(1, SIZE + 1), 2)) - allowed)


def two_sides(chance: Random) -> Present:
    """Half have coffee in person only, each in a zone of their own; the others would go to three of these zones."""
    zones = [f"zone-{number}" for number in range(SIZE // 2)]
    reach = [chance.sample(zones, len(zones)) for _ in range(3)]
    at_home = [_anybody(chance, number + 1, How.IN_PERSON, [zone]) for number, zone in enumerate(zones)]
    goers = [
        _anybody(chance, len(zones) + number + 1, How.BOTH, [one[number] for one in reach])
        for number in range(len(zones))
    ]
    return _present([*at_home, *goers])


FAMILIES: Final[dict[str, Callable[[Random], Present]]] = {
    "a dozen hubs": hubs,
    "odd clusters": clusters,
    "near ties": near_ties,
    "all want one trade": one_trade,
    "nearly all kept apart": sparse,
    "in person or remote": two_sides,
}


def _anybody(chance: Random, number: int, how: How = How.BOTH, zones: Sequence[str] = ()) -> Person:
    said = chance.sample(SUBJECTS[:24], 6)
    return Person(number, _said(said[:3]), _said(said[3:]), how=how, zones=frozenset(zones))


def _said(subjects: Iterable[str]) -> dict[str, str]:
    return {subject: subject for subject in subjects}


def _present(people: Iterable[Person], apart: Iterable[Pair] = (), seed: int = 1) -> Present:
    return Present(list(people), {}, set(apart), seed)


def measure_all(family: str, seed: int) -> dict[str, Any]:
    """Each policy's cell in a family, and the family's optimum."""
    present = FAMILIES[family](Random(seed))  # noqa: S311 (reproducible, not secret)
    cells = {policy: asdict(measure(present, policy)) for policy in POLICIES if policy != UNFAIR}
    return {"cells": cells, "best": best(present)}


if __name__ == "__main__":
    print(json.dumps(measure_all(sys.argv[1], int(sys.argv[2]))))  # noqa: T201 (its answer)
