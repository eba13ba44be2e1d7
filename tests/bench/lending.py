"""A simulated association in which people ask for a hand: who they are, what they ask, how likely somebody says yes.

Members are made as `matching.md`, section 5, describes. How likely a person asked says yes is the simulation's own
assumption; routing is never told it. Only one number stands in both: each time a person was asked before in the same
week makes a yes 0.85 times as likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import exp
from random import Random
from typing import Final

from bot.people.routing import Helper, Request

TAGS: Final = [f"tag{number}" for number in range(96)]
POPULARITY: Final = [1 / (rank + 1) ** 0.9 for rank in range(len(TAGS))]
TRADES: Final = [f"trade{number}" for number in range(12)]
ZONES: Final = [f"zone{number}" for number in range(8)]
DAY: Final = 24 * 3600
WEEK: Final = 7 * DAY
TIRED: Final = 0.85
OFFERS_IT: Final = 0.30
"""A yes from somebody who offers what is asked for, not asked before in the week, elsewhere."""
KNOWS_OF_IT: Final = 0.12
"""... from somebody of a trade that the request speaks of."""
BOTH: Final = 0.36
NEAR: Final = 1.25
"""Times this when they live in the same zone."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person: what they offer and seek, how often they may be asked a week, whom they are kept apart from."""

    id: int
    trade: str
    zone: str
    offers: frozenset[str]
    seeks: tuple[str, ...]
    cap: int
    newcomer: bool
    avoided: frozenset[int]

    def helper(self) -> Helper:
        """What routing knows of them on a Monday."""
        return Helper(self.id, self.trade, self.zone, {tag: tag for tag in self.offers}, self.cap, 0)


class Town:
    """An association of so many members, whose caps are drawn from `caps`; the same for the same seed."""

    def __init__(self, size: int, seed: int, caps: Sequence[int]) -> None:
        self._chance = Random(seed)  # noqa: S311 (reproducible, not secret)
        self.loved = {trade: self._chance.sample(TAGS, 14) for trade in TRADES}
        """The tags of each trade."""
        apart = self._kept_apart(size)
        self.members = [self._member(number, frozenset(apart[number]), caps) for number in range(size)]

    def requests(self, rate: float, weeks: int) -> Iterator[list[Request]]:
        """Each week's requests as they come in, `rate` a member and week."""
        number = count()
        for week in range(weeks):
            askers = [member for member in self.members for _ in range(self._poisson(rate))]
            made = [self._request(next(number), asker, week * WEEK + self._chance.randrange(WEEK)) for asker in askers]
            yield sorted(made, key=lambda request: request.since)

    def yes(self, request: Request, member: Member, asked: int = 0) -> float:
        """How likely a member who was asked `asked` things this week says yes to a request."""
        if member.id == request.asker_id or request.asker_id in member.avoided:
            return 0.0
        offers, knows = not request.words.isdisjoint(member.offers), member.trade in request.trades
        likely = BOTH if offers and knows else OFFERS_IT if offers else KNOWS_OF_IT if knows else 0.0
        return likely * (NEAR if member.zone == request.zone else 1.0) * TIRED**asked

    def _kept_apart(self, size: int) -> list[set[int]]:
        apart: list[set[int]] = [set() for _ in range(size)]
        for number in range(size):
            for _ in range(self._poisson(0.3)):
                other = self._chance.randrange(size)
                apart[number].add(other)
                apart[other].add(number)
        return apart

    def _member(self, number: int, avoided: frozenset[int], caps: Sequence[int]) -> Member:
        chance = self._chance
        trade = chance.choice(TRADES)
        silent = chance.random() < 0.1
        offers = set() if silent else self._tags(trade, 1 + self._binomial(4), 0.6, set())
        seeks = set() if silent else self._tags(trade, 1 + self._binomial(3), 0.35, offers)
        return Member(
            number,
            trade,
            chance.choices(ZONES, [1 / (rank + 1) for rank in range(len(ZONES))])[0],
            frozenset(offers),
            tuple(sorted(seeks)),
            chance.choice(caps),
            chance.random() < 0.1,
            avoided,
        )

    def _tags(self, trade: str, wanted: int, of_trade: float, without: set[str]) -> set[str]:
        found: set[str] = set()
        while len(found) < wanted:
            own = self._chance.random() < of_trade
            tag = self._chance.choice(self.loved[trade]) if own else self._chance.choices(TAGS, POPULARITY)[0]
            found |= {tag} - without
        return found

    def _request(self, number: int, asker: Member, since: int) -> Request:
        """One thing that the asker seeks; half of them say what trade it is about."""
        chance = self._chance
        tag = chance.choice(asker.seeks) if asker.seeks else chance.choices(TAGS, POPULARITY)[0]
        trades = [trade for trade in TRADES if tag in self.loved[trade]]
        said = {chance.choice(trades)} if trades and chance.random() < 0.5 else set()
        return Request(number, asker.id, frozenset({tag}), frozenset(said), asker.zone, asker.newcomer, since)

    def _binomial(self, tries: int) -> int:
        return sum(self._chance.random() < 0.5 for _ in range(tries))

    def _poisson(self, mean: float) -> int:
        times, product = 0, self._chance.random()
        while product > exp(-mean):
            times, product = times + 1, product * self._chance.random()
        return times
