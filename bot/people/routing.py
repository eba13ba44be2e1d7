"""Who is asked for something, and why: a hand, an open door. Pure: records in, proposals out.

A person's score for a request is what the two have in common, in points, times what is left of the person's week:

    points        in common                                        how much
    1000 .. 400   each word of the request that they wrote too     the fewer wrote it, the more; 400 if everybody did
    300           the request speaks of their trade                once, however many trades it speaks of
    200           they are in the request's zone                   alone no reason, unless the caller says so
    x 0.85        for each time they were asked this week          whatever they were asked

So even the commonest word says more than the trade, and the trade more than the place. Among equals the lot decides,
drawn by the request's id: the same each time, another for each request. Never asked, whatever the score: the asker,
whoever is at their weekly cap, whoever was asked for this request before, whoever is to be kept apart from the asker.

A set of people is one integer here, a bit for the seat of each: that makes a choice among thousands quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import blake2b
from heapq import heappop, heappush
from itertools import groupby
from math import log
from operator import itemgetter, or_
from typing import Final, Literal

Kind = Literal["word", "trade", "place"]

RAREST: Final = 1000
COMMONEST: Final = 400
TRADE: Final = 300
PLACE: Final = 200
FATIGUE: Final = 0.85
WORDS: Final = 6
"""Words of a request that count, the rarest first: a long story is not worth more than a short one."""
MOST: Final = 3
"""People who are asked at a time."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who lends a hand when asked.

    `words` leads from the stem of a word to what they wrote ("webflow" to "sites Webflow"). `cap` is how often they
    may be asked in a week, `asked` how often they were, whatever it was for.
    """

    member_id: int
    trade: str | None
    zone: str | None
    words: Mapping[str, str]
    cap: int
    asked: int


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody needs: the stems of its words, the trades it speaks of, where. `since` is UTC seconds."""

    id: int
    asker_id: int
    words: frozenset[str]
    trades: frozenset[str]
    zone: str | None
    newcomer: bool
    since: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is asked, as they may be told: what they wrote, or the code of their trade or of their zone."""

    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to ask, how well it fits, and why: the most telling reason first."""

    member_id: int
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Trait:
    """Something of a request, and who has it too; `stem` is a word's."""

    kind: Kind
    stem: str
    points: int
    people: int


class Roster:
    """Everybody who lends a hand, prepared once for many requests. It counts on as people are asked.

    `helpers` are they, each once, by seat; `free` those who may still be asked this week: first who was not asked yet,
    then who was once, and so on; `capacity` is how often they may be asked in a week, all together. A word is as rare
    as it is among all of whom they are a part (`of`), if there are more.
    """

    def __init__(self, helpers: Iterable[Helper], *, of: int = 0) -> None:
        self.helpers = sorted(helpers, key=lambda helper: helper.member_id)
        self._of = max(2, of, len(self.helpers))
        self.capacity = sum(helper.cap for helper in self.helpers)
        self.free: list[int] = []
        self._seats = {helper.member_id: seat for seat, helper in enumerate(self.helpers)}
        self._asked = [helper.asked for helper in self.helpers]
        self._words: dict[str, int] = defaultdict(int)
        self._trades: dict[str | None, int] = defaultdict(int)
        self._zones: dict[str | None, int] = defaultdict(int)
        for seat, helper in enumerate(self.helpers):
            self._trades[helper.trade] |= 1 << seat
            self._zones[helper.zone] |= 1 << seat
            for stem in helper.words:
                self._words[stem] |= 1 << seat
            self._keep_free(seat)
        self._points = {stem: self._points_of(people.bit_count()) for stem, people in self._words.items()}

    def note_asked(self, member_id: int) -> None:
        """Somebody was just asked something: from now on it counts."""
        seat = self._seats[member_id]
        self.free = [people & ~(1 << seat) for people in self.free]
        self._asked[seat] += 1
        self._keep_free(seat)

    def traits(self, request: Request) -> list[Trait]:
        """What people here may have in common with a request, the most telling first."""
        known = sorted((-self._points[stem], stem) for stem in request.words if stem in self._words)
        words = [Trait("word", stem, -points, self._words[stem]) for points, stem in known[:WORDS]]
        trade = _all(self._trades.get(trade, 0) for trade in request.trades)
        zone = 0 if request.zone is None else self._zones.get(request.zone, 0)
        return [*words, Trait("trade", "", TRADE, trade), Trait("place", "", PLACE, zone)]

    def among(self, members: Iterable[int]) -> int:
        """Which people here are among some members."""
        return _all(1 << self._seats[member] for member in members if member in self._seats)

    def _keep_free(self, seat: int) -> None:
        asked = self._asked[seat]
        if asked < self.helpers[seat].cap:
            self.free += [0] * (asked + 1 - len(self.free))
            self.free[asked] |= 1 << seat

    def _points_of(self, wrote: int) -> int:
        rarity = 1 - log(wrote) / log(self._of)
        return COMMONEST + round((RAREST - COMMONEST) * rarity)


def rested_first(told: Mapping[int, int | None], count: int, seed: int) -> list[int]:
    """At most `count` of some people, those told least lately first. `told` says of each when they were last told (UTC
    seconds), None for never. Among equals the lot decides, drawn by `seed`: the same each time, in whatever order."""
    by_rest: dict[int, int] = defaultdict(int)
    members = sorted(told)
    for seat, member_id in enumerate(members):
        at = told[member_id]
        by_rest[-1 if at is None else at] |= 1 << seat
    chosen: list[int] = []
    for rest in sorted(by_rest):
        chosen += [members[seat] for seat in _drawn(by_rest[rest], count - len(chosen), seed)]
    return chosen


def order_requests(waiting: Iterable[Request]) -> list[Request]:
    """In which order waiting requests choose: newcomers' first, then those that wait longest."""
    return sorted(waiting, key=lambda request: (not request.newcomer, request.since, request.id))


def how_many(roster: Roster, rounds: int) -> int:
    """How many to ask at a time, after so many rounds of asking in the last seven days: as many as all caps allow for
    each of them, at most three. Else the first requests of a busy week take all the help there is."""
    return max(1, min(MOST, round(roster.capacity / max(1, rounds))))


def choose(
    request: Request,
    roster: Roster,
    *,
    avoided: Collection[int],
    asked: Collection[int],
    count: int = MOST,
    place_will_do: bool = False,
) -> list[Proposal]:
    """At most `count` people to ask for a request, best first.

    `avoided` are all whom an avoid entry keeps apart from the asker, whoever wrote it; `asked` who was asked for this
    request before. With `place_will_do` being in the same zone is reason enough: for when nobody else is left.
    """
    traits = roster.traits(request)
    telling = _all(trait.people for trait in traits if trait.kind != "place" or place_will_do)
    reach = telling & ~roster.among((request.asker_id, *avoided, *asked))
    traits = [trait for trait in traits if trait.people & reach]
    chosen: list[Proposal] = []
    for score, equals in groupby(_best_first(reach, traits, roster.free), key=itemgetter(0)):
        for seat in _drawn(_all(people for _, people in equals), count - len(chosen), request.id):
            helper = roster.helpers[seat]
            chosen.append(Proposal(helper.member_id, score, _reasons(helper, seat, traits)))
        if len(chosen) >= count:
            break
    return chosen


def _best_first(reach: int, traits: Sequence[Trait], free: Sequence[int]) -> Iterator[tuple[float, int]]:
    """Scores and who has them, the best first.

    People are told apart by trait after trait, at last by how often they were asked, and the group that may still score
    most is looked at first: who has little in common is never looked at.
    """
    last = len(traits)
    hope = [sum(trait.points for trait in traits[depth:]) for depth in range(last + 1)]
    groups = [(-float(hope[0]), 0, 0, reach & _all(free))]
    while groups:
        most, depth, points, people = heappop(groups)
        if depth > last:
            yield -most, people
        elif depth == last:
            for asked, rested in enumerate(free):
                heappush(groups, (-points * FATIGUE**asked, last + 1, points, people & rested))
        else:
            trait, depth = traits[depth], depth + 1
            if having := people & trait.people:
                more = points + trait.points
                heappush(groups, (-float(more + hope[depth]), depth, more, having))
            if having != people:
                heappush(groups, (-float(points + hope[depth]), depth, points, people ^ having))


def _drawn(people: int, count: int, seed: int) -> Iterator[int]:
    """The seats of at most `count` of some people, drawn by lot."""
    for left in range(people.bit_count(), max(0, people.bit_count() - count), -1):
        lot = int.from_bytes(blake2b(f"{seed} {left}".encode(), digest_size=8).digest())
        seat = _nth(people, lot % left)
        people ^= 1 << seat
        yield seat


def _nth(people: int, number: int) -> int:
    """The seat of one of some people, counted from 0: their row is halved until one seat is left."""
    seat, width = 0, people.bit_length()
    while width > 1:
        half = width // 2
        lower = people & ((1 << half) - 1)
        before = lower.bit_count()
        if number < before:
            people, width = lower, half
        else:
            people, width, seat, number = people >> half, width - half, seat + half, number - before
    return seat


def _reasons(helper: Helper, seat: int, traits: Iterable[Trait]) -> tuple[Reason, ...]:
    """What somebody has in common with the request, as it stands in what they wrote: each thing once."""
    codes = {"trade": helper.trade or "", "place": helper.zone or ""}
    shared = [trait for trait in traits if trait.people >> seat & 1]
    found = (Reason(trait.kind, codes.get(trait.kind) or helper.words[trait.stem]) for trait in shared)
    return tuple(dict.fromkeys(found))


def _all(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)
