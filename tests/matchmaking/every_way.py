"""Every way there is to seat a few people, and what is to be said against each: the slow way to find the best one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from cogs.matchmaking.affinity import Met, Pair, Person, cost_of_repeat, score, worth_of_needs

Groups = tuple[tuple[int, ...], ...]


def every_way(members: Sequence[int], may_meet: Callable[[int, int], bool], *, trio: bool) -> Iterator[Groups]:
    """All the ways to make couples, and one trio if there may be one; whoever is in none is left out."""
    if not members:
        yield ()
        return
    one, *others = members
    yield from every_way(others, may_meet, trio=trio)
    for size in (1, 2) if trio else (1,):
        for chosen in combinations(others, size):
            if all(may_meet(a, b) for a, b in combinations((one, *chosen), 2)):
                rest = [other for other in others if other not in chosen]
                for groups in every_way(rest, may_meet, trio=trio and size == 1):
                    yield ((one, *chosen), *groups)


def evils(people: Sequence[Person], met: Mapping[Pair, Met], seed: int, groups: Groups) -> tuple[int, ...]:
    """What is to be said against one way, the worst first, where an odd one sits out."""
    worth, known = worth_of_needs(people), {person.id: person for person in people}
    out = [person for person in people if not any(person.id in group for group in groups)]
    pairs = [pair for group in groups for pair in combinations(sorted(group), 2)]
    return (
        len(out),
        sum(person.first for person in out),
        sum(person.odd_last for person in out),
        sum(pair in met for pair in pairs),
        sum(person.byes for person in out),
        sum(cost_of_repeat(met[pair]) for pair in pairs if pair in met),
        -sum(score(known[a], known[b], seed=seed, worth=worth) for a, b in pairs),
    )


def evils_with_a_trio(people: Sequence[Person], met: Mapping[Pair, Met], groups: Groups) -> tuple[int, ...]:
    """What is to be said against one way, the worst first, where an odd one makes a trio: the first three evils."""
    out = [person for person in people if not any(person.id in group for group in groups)]
    again = sum(pair in met for group in groups for pair in combinations(sorted(group), 2))
    return len(out), sum(person.first for person in out), again
