"""Whether a round is what it may be, found out without the code that paired it: a list of complaints, empty at best.

Only records, scores and reasons of `affinity` are trusted (they have tests of their own). What could have been reached
at all is derived anew, from maximum matchings of plain graphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

import rustworkx

from cogs.matchmaking.affinity import Group, How, Met, Pair, Pairing, Person, Reason, score, worth_of_needs

ORDER = ["need", "need", "place", "trade", "family", "need", "new"]
"""Kinds of reasons, the most telling first: a third need comes after what is common."""


class Round:
    """What was asked of a pairing, and what it answered."""

    def __init__(
        self, people: Sequence[Person], met: Mapping[Pair, Met], apart: Set[Pair], pairing: Pairing, seed: int
    ) -> None:
        self.people = {person.id: person for person in people}
        self.met, self.apart, self.pairing, self.seed = met, apart, pairing, seed
        self.groups = [group.members for group in pairing.groups]
        self.trios = [group for group in self.groups if len(group) == 3]

    def allowed(self, a: int, b: int) -> bool:
        """Whether two people may be together."""
        return _pair(a, b) not in self.apart and _ways_go_together(self.people[a], self.people[b])

    def fresh(self, a: int, b: int) -> bool:
        """Whether two people didn't meet before."""
        return _pair(a, b) not in self.met

    def all_pairs(self) -> list[Pair]:
        """All who may be together."""
        return [pair for pair in combinations(sorted(self.people), 2) if self.allowed(*pair)]


def complaints(
    people: Sequence[Person],
    met: Mapping[Pair, Met],
    apart: Set[Pair],
    pairing: Pairing,
    *,
    seed: int,
    trios_from: int = 24,
) -> list[str]:
    """What is wrong with a round."""
    asked = Round(people, met, apart, pairing, seed)
    may_be_three = len(people) >= trios_from or len(people) == 3
    return [
        *_of_shape(asked, may_be_three),
        *_of_groups(asked),
        *_of_places(asked, may_be_three),
        *(_of_trios(asked) if may_be_three else _of_turns_and_repeats(asked)),
    ]


def _of_shape(asked: Round, may_be_three: bool) -> Iterator[str]:
    seen = Counter([*asked.pairing.left_out, *(member for group in asked.groups for member in group)])
    if seen != Counter(list(asked.people)):
        yield f"not everybody is there exactly once: {seen}"
    if not {len(group) for group in asked.groups} <= ({2, 3} if may_be_three else {2}):
        yield f"groups of a wrong size: {asked.groups}"
    for group in asked.groups:
        yield from (f"{pair} may not meet" for pair in combinations(group, 2) if not asked.allowed(*pair))


def _of_groups(asked: Round) -> Iterator[str]:
    worth = worth_of_needs(list(asked.people.values()))
    for group in asked.pairing.groups:
        people = [asked.people[member] for member in group.members]
        points = sum(score(a, b, seed=asked.seed, worth=worth) for a, b in combinations(people, 2))
        repeats = sum(not asked.fresh(*pair) for pair in combinations(group.members, 2))
        if (group.score, group.repeats) != (points, repeats):
            yield f"{group} has {points} points and {repeats} repeats"
        yield from _of_reasons(group, people)


def _of_reasons(group: Group, people: Sequence[Person]) -> Iterator[str]:
    if len(group.reasons) > 3 or len(set(group.reasons)) < len(group.reasons):
        yield f"too many reasons, or one twice: {group}"
    order = iter(ORDER)
    if not all(any(kind == reason.kind for kind in order) for reason in group.reasons):
        yield f"reasons out of order: {group}"
    for reason in group.reasons:
        if not TRUE[reason.kind](reason, people, group):
            yield f"not true: {reason} of {group}"


def _is_met_need(reason: Reason, people: Sequence[Person], _: Group) -> bool:
    (giver,) = (person for person in people if person.id == reason.giver)
    (taker,) = (person for person in people if person.id == reason.taker)
    return any(said == reason.value and subject in taker.seeks for subject, said in giver.offers.items())


def _is_common_place(reason: Reason, people: Sequence[Person], _: Group) -> bool:
    at_home = all(person.zone == reason.value for person in people)
    return at_home or all(reason.value in person.zones and person.how is not How.REMOTE for person in people)


TRUE: Mapping[str, Callable[[Reason, Sequence[Person], Group], bool]] = {
    "need": _is_met_need,
    "place": _is_common_place,
    "trade": lambda reason, people, _: all(person.trade == reason.value for person in people),
    "family": lambda reason, people, _: all(person.family == reason.value for person in people),
    "new": lambda _, __, group: group.repeats == 0,
}


def _of_places(asked: Round, may_be_three: bool) -> Iterator[str]:
    """As many groups as a maximum matching has couples; nobody alone who could be a third."""
    if len(asked.groups) < len(asked.people) // 2:
        most = _matching(asked.people, asked.all_pairs(), lambda *_: 1)
        if len(asked.groups) != len(most):
            yield f"{len(asked.groups)} groups where {len(most)} are possible"
    for alone in asked.pairing.left_out if may_be_three else ():
        for group in asked.groups:
            if len(group) == 2 and all(asked.allowed(alone, member) for member in group):
                yield f"{alone} could join {group}"
    if asked.pairing.odd and (len(asked.pairing.left_out) != 1 or len(asked.people) % 2 == 0):
        yield "an odd number is named that isn't the cause"


def _of_turns_and_repeats(asked: Round) -> Iterator[str]:
    """Nobody sits out who was promised otherwise, and nobody meets again, unless it can't be avoided."""
    n = len(asked.people)

    def promises(a: int, b: int) -> int:
        return sum((n + 1) * asked.people[one].first + asked.people[one].odd_last for one in (a, b))

    def wishes(a: int, b: int) -> int:
        return promises(a, b) * n + asked.fresh(a, b)

    promised = any(asked.people[one].first or asked.people[one].odd_last for one in asked.pairing.left_out)
    if promised or asked.pairing.repeats:
        best = _matching(asked.people, asked.all_pairs(), wishes)
        if _sum(promises, best) != _sum(promises, asked.groups):
            yield f"left out in spite of a promise: {asked.pairing.left_out}"
        elif _sum(wishes, best) != _sum(wishes, asked.groups):
            yield f"{asked.pairing.repeats} meet again, of whom some needn't"


def _of_trios(asked: Round) -> Iterator[str]:
    """Nobody meets again where a round without that is possible."""
    if asked.pairing.repeats and not asked.pairing.left_out and len(asked.people) % 2 and _can_all_be_fresh(asked):
        yield f"{asked.pairing.repeats} meet again, and nobody would have to"


def _can_all_be_fresh(asked: Round) -> bool:
    fresh = [pair for pair in asked.all_pairs() if asked.fresh(*pair)]
    for trio in combinations(sorted(asked.people), 3):
        if set(combinations(trio, 2)) <= set(fresh):
            others = [pair for pair in fresh if not set(pair) & set(trio)]
            if len(_matching(asked.people, others, lambda *_: 1)) == len(asked.people) // 2 - 1:
                return True
    return False


def _matching(people: Iterable[int], pairs: Sequence[Pair], weight: Callable[[int, int], int]) -> list[Pair]:
    """A matching of as many people as possible, among these one of the greatest weight."""
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph()
    seats = dict(zip(people, graph.add_nodes_from(list(people)), strict=True))
    graph.add_edges_from([(seats[a], seats[b], weight(a, b)) for a, b in pairs])
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return [(graph[a], graph[b]) for a, b in found]


def _sum(wish: Callable[[int, int], int], groups: Iterable[Sequence[int]]) -> int:
    return sum(wish(group[0], group[1]) for group in groups)


def _ways_go_together(a: Person, b: Person) -> bool:
    ways = {a.how, b.how}
    return How.IN_PERSON not in ways or (How.REMOTE not in ways and bool(set(a.zones) & set(b.zones)))


def _pair(a: int, b: int) -> Pair:
    return min(a, b), max(a, b)
