"""Our pairing, with and without its fairness, beside its rivals. Whatever they come to is verified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import process_time
from typing import Final

from cogs.matchmaking.affinity import Pairing
from cogs.matchmaking.pairing import pair
from tests.bench.coffee_rivals import greedy, nearest, new_partner_first, shuffle
from tests.bench.coffee_town import TRIOS_FROM, Groups, Present
from tests.matchmaking.checker import complaints


@dataclass(frozen=True, slots=True)
class Policy:
    """A way of pairing, and what it is told of those who are there."""

    pair: Callable[[Present], Pairing | Groups]
    told: Callable[[Present], Present] = lambda present: present

    def run(self, present: Present) -> tuple[Groups, float]:
        """Who meets, verified, and how many seconds of CPU it took to find out."""
        told = self.told(present)
        began = process_time()
        found = self.pair(told)
        seconds = process_time() - began
        return _verified(told, found), seconds


def ours(present: Present) -> Pairing:
    """What the bot does."""
    return pair(present.people, present.met, present.apart, present.seed, trios_from=TRIOS_FROM)


def without_help(present: Present) -> Present:
    """The same people if nobody knew who received how much help: so all needs are worth the same."""
    return replace(present, people=[replace(person, helped=0.0) for person in present.people])


OURS: Final = "ours"
UNFAIR: Final = "ours, unfair"
UNINFORMED: Final = ("shuffle", "new-partner-first")
"""They know nothing of what people offer and seek."""
POLICIES: Final[dict[str, Policy]] = {
    OURS: Policy(ours),
    UNFAIR: Policy(ours, told=without_help),
    "greedy": Policy(greedy),
    "k-nearest": Policy(nearest),
    "new-partner-first": Policy(new_partner_first),
    "shuffle": Policy(shuffle),
}


def _verified(present: Present, found: Pairing | Groups) -> Groups:
    """The groups, once nothing is found to be wrong: of ours by the tests' own checker, which pairs nobody."""
    if isinstance(found, Pairing):
        wrong = complaints(present.people, present.met, present.apart, found, seed=present.seed, trios_from=TRIOS_FROM)
        assert not wrong, wrong
        return [group.members for group in found.groups]
    placed = [one for group in found for one in group]
    assert len(placed) == len(set(placed)), "somebody is in two groups"
    assert {person.id for person in present.people}.issuperset(placed), "somebody isn't there"
    return found
