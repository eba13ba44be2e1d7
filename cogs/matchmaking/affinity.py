"""Who would gain from meeting whom over coffee, and why: pure, over what people said of themselves and confirmed.

`pairing` computes the same scores for thousands at once; here one pair's score, its parts and its reasons can be read.
A score is a sum of points, all of them in `WEIGHTS`:

    part         points       for what
    meeting      60           that they meet at all: so no score is below 0
    needs        100 each     a subject that one seeks and the other offers, two each way at most; up to 300 each for
                              whoever received less help than others so far (`worth_of_needs`)
    both_ways    60           each of them has something for the other
    work         20 or 10     the same trade, or two trades of one family
    place        20           the same zone
    change       20 each      a coffee near home for whoever was far from it last time, and the other way round
    isolation    up to 80     somebody with few ties and somebody with many: 80 times the difference
    newness      120 or -60   a newcomer with somebody who is at home here, or two newcomers
    circles      60           no partner of the one was a partner of the other
    lot          0 to 7       drawn by the seed, so that equals aren't always decided the same way

Whatever counts for one person alone (a priority, say) would do nothing here: everybody is matched, so its sum is
constant. That is why isolation is a difference. That two people met before weighs above any score (`cost_of_repeat`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from itertools import chain, combinations, zip_longest
from math import fsum
from typing import Final


class How(StrEnum):
    """How somebody has coffee."""

    IN_PERSON = "in-person"
    REMOTE = "remote"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part in a round.

    `offers` and `seeks` lead from a subject (a form in which synonyms are one) to the words in which they said it.
    `zones` are where they can meet in person, their own `zone` among them. `isolation` is from 0 (well connected) to 1
    (no confirmed tie yet), `helped` how much help they received over past coffees, `near_last` whether their last
    coffee was with somebody of their own zone (None: they had none). `first`: they were promised to go first. `byes`:
    how often they sat out or were in a trio because the number was odd; `odd_last`: whether they did the last time.
    """

    id: int
    offers: Mapping[str, str] = field(default_factory=dict)
    seeks: Mapping[str, str] = field(default_factory=dict)
    trade: str | None = None
    family: str | None = None
    zone: str | None = None
    zones: Set[str] = frozenset()
    how: How = How.BOTH
    newcomer: bool = False
    isolation: float = 0.0
    helped: float = 0.0
    partners: Set[int] = frozenset()
    near_last: bool | None = None
    first: bool = False
    byes: int = 0
    odd_last: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """That two people had coffee before: how often, and how many rounds ago the last time (1: the last round)."""

    times: int
    rounds_ago: int


Pair = tuple[int, int]
"""Two ids, the smaller one first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two people: true, and harmless to say. `kind` is `need` (`giver` offers what `taker` seeks; `value` is the
    subject as the giver said it), `place` (a zone where all are, or can all meet), `trade` or `family` (its code), or
    `new` (no coffee together yet). Isolation, newness and how connected somebody is weigh in a score; they are never a
    reason."""

    kind: str
    value: str = ""
    giver: int = 0
    taker: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Two or three people who meet. `repeats`: pairs among them that met before."""

    members: tuple[int, ...]
    repeats: int
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a round came to. `left_out`: who sits out, `odd` whether only because the number was odd. `method`:
    `exact`, `priced` or `factors`, for the bench and the log."""

    groups: tuple[Group, ...]
    left_out: tuple[int, ...]
    odd: bool
    method: str

    @property
    def repeats(self) -> int:
        """How many pairs met before."""
        return sum(group.repeats for group in self.groups)


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of a score; the table above says for what. `needs`: how many count each way; `deficit`: the points that
    come on top of a need's where somebody received no help at all."""

    meeting: int = 60
    need: int = 100
    needs: int = 2
    deficit: int = 200
    both_ways: int = 60
    trade: int = 20
    family: int = 10
    place: int = 20
    change: int = 20
    isolation: int = 80
    welcome: int = 120
    two_newcomers: int = -60
    circles: int = 60


WEIGHTS: Final = Weights()
MOST_REASONS: Final = 3


def can_meet(a: Person, b: Person) -> bool:
    """Whether the ways in which two people have coffee go together: in person takes a zone that suits both."""
    if How.IN_PERSON not in (a.how, b.how):
        return True
    return How.REMOTE not in (a.how, b.how) and not a.zones.isdisjoint(b.zones)


def worth_of_needs(people: Sequence[Person]) -> dict[int, int]:
    """How many points a met need of each is worth: more for whoever received less help than the others present."""
    seekers = [person.helped for person in people if person.seeks]
    mean = fsum(seekers) / max(1, len(seekers))  # fsum: the same in whatever order
    return {person.id: WEIGHTS.need + _deficit(person.helped, mean) for person in people}


def _deficit(helped: float, mean: float) -> int:
    return round(WEIGHTS.deficit * max(0.0, 1 - helped / mean)) if mean > 0 else 0


def cost_of_repeat(met: Met) -> int:
    """How much is to be said against meeting again: the more, the more often and the more recently they met."""
    return 4 * min(met.times, 8) ** 2 + 64 // max(1, met.rounds_ago)


def lot(seed: int, member_id: int) -> int:
    """What the seed draws for somebody: an odd number of 16 bits."""
    return int.from_bytes(blake2b(f"{seed}:{member_id}".encode(), digest_size=2).digest()) | 1


def points_of_isolation(person: Person) -> int:
    """Somebody's isolation in points."""
    return round(WEIGHTS.isolation * person.isolation)


def score(a: Person, b: Person, *, seed: int = 0, worth: Mapping[int, int] | None = None) -> int:
    """How much two people would gain from meeting. `worth`: points of a met need of each; None: all alike."""
    return sum(parts(a, b, seed=seed, worth=worth).values())


def parts(a: Person, b: Person, *, seed: int = 0, worth: Mapping[int, int] | None = None) -> dict[str, int]:
    """What a score is made of: the points of each part of the table."""
    worth = worth or {a.id: WEIGHTS.need, b.id: WEIGHTS.need}
    needs = {taker.id: len(_met_needs(giver, taker)) for giver, taker in ((a, b), (b, a))}
    return {
        "meeting": WEIGHTS.meeting,
        "needs": sum(min(WEIGHTS.needs, count) * worth[taker] for taker, count in needs.items()),
        "both_ways": WEIGHTS.both_ways if all(needs.values()) else 0,
        "work": WEIGHTS.trade if same_trade(a, b) else WEIGHTS.family if same_family(a, b) else 0,
        "place": WEIGHTS.place if same_zone(a, b) else 0,
        "change": WEIGHTS.change * sum(one.near_last is (not same_zone(a, b)) for one in (a, b)),
        "isolation": abs(points_of_isolation(a) - points_of_isolation(b)),
        "newness": (0, WEIGHTS.welcome, WEIGHTS.two_newcomers)[a.newcomer + b.newcomer],
        "circles": WEIGHTS.circles if a.partners.isdisjoint(b.partners) else 0,
        "lot": (lot(seed, a.id) * lot(seed, b.id) & 0xFFFF) >> 13,
    }


def same_trade(a: Person, b: Person) -> bool:
    """Whether both said the same trade."""
    return a.trade is not None and a.trade == b.trade


def same_family(a: Person, b: Person) -> bool:
    """Whether their trades are of one family."""
    return a.family is not None and a.family == b.family


def same_zone(a: Person, b: Person) -> bool:
    """Whether both are from the same zone."""
    return a.zone is not None and a.zone == b.zone


def reasons(a: Person, b: Person, met_before: bool) -> tuple[Reason, ...]:
    """Why these two: three reasons at most, the most telling first."""
    return reasons_among((a, b), met_before)


def reasons_among(people: Sequence[Person], met_before: bool) -> tuple[Reason, ...]:
    """Why these two or three: what isn't between a giver and a taker holds for all of them."""
    needs = _needs_among(people)
    common = [*_place(people), *_work(people)]
    new = () if met_before else (Reason("new"),)
    return tuple(chain(needs[:2], common, needs[2:], new))[:MOST_REASONS]


def _met_needs(giver: Person, taker: Person) -> list[str]:
    return sorted(giver.offers.keys() & taker.seeks.keys())


def _needs_among(people: Sequence[Person]) -> list[Reason]:
    """One need of each before a second one of anybody."""
    ways = [way for a, b in combinations(people, 2) for way in ((a, b), (b, a))]
    told = [
        [Reason("need", giver.offers[subject], giver.id, taker.id) for subject in _met_needs(giver, taker)]
        for giver, taker in ways
    ]
    return [reason for turn in zip_longest(*told) for reason in turn if reason is not None]


def _place(people: Sequence[Person]) -> list[Reason]:
    if all(same_zone(a, b) for a, b in combinations(people, 2)):
        return [Reason("place", people[0].zone or "")]
    if any(person.how is How.REMOTE for person in people):
        return []
    return [Reason("place", zone) for zone in sorted(frozenset.intersection(*(frozenset(p.zones) for p in people)))[:1]]


def _work(people: Sequence[Person]) -> list[Reason]:
    pairs = list(combinations(people, 2))
    if all(same_trade(a, b) for a, b in pairs):
        return [Reason("trade", people[0].trade or "")]
    return [Reason("family", people[0].family or "")] if all(same_family(a, b) for a, b in pairs) else []
