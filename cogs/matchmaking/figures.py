"""What organisers see of rounds, in numbers, never who: how the next one would turn out, what became of the last ones.

Pure. A number is shown only when at least `rules.FIGURES` people stand behind it, or more where the team wants that.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from cogs.matchmaking.affinity import Pairing
from cogs.matchmaking.rules import FIGURES, Match, Round, Says, Seat, State

PERCENT: Final = 20
"""From so many people on a share is said in per cent; of fewer, "7 of 10" is the honest way."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many people."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The share in whole per cent, where 100 is everybody; None of so few people that it would sound too exact."""
        return 100 * self.part // self.whole if self.whole >= PERCENT else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of a round, in people. `took_part` is None when too few stand behind it; `met` and `answered` also
    as long as the round goes on."""

    took_part: int | None = None
    met: Share | None = None
    answered: Share | None = None


def of_round(round_: Round, matches: Sequence[Match], least: int = FIGURES) -> Figures:
    """The figures of a round. Who was brought together took part; who was in a coffee of which somebody says that they
    met, met, and answered, unless they said that they can't; who said anything else answered too. `least`: from how
    many people on there are figures."""
    people = {_who(seat) for match in matches for seat in match.seats}
    if len(people) < max(least, FIGURES):
        return Figures()
    if round_.state is not State.CLOSED:
        return Figures(len(people))
    met = {_who(seat) for match in matches if _was_met(match) for seat in match.seats if seat.says is not Says.CANNOT}
    said = {_who(seat) for match in matches for seat in match.seats if seat.says is not None or seat.knows}
    return Figures(len(people), Share(len(met), len(people)), Share(len(met | said), len(people)))


def without(matches: Sequence[Match], objecting: Set[int]) -> list[Match]:
    """Matches without the seats of those who object to being counted, and without what they said."""
    return [
        replace(match, seats=tuple(seat for seat in match.seats if seat.member_id not in objecting))
        for match in matches
    ]


def _who(seat: Seat) -> tuple[bool, int]:
    """One person, however often they were brought together; of the erased, each seat counts as one."""
    return (True, seat.id) if seat.member_id is None else (False, seat.member_id)


def _was_met(match: Match) -> bool:
    return any(seat.says is Says.MET for seat in match.seats)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a round would turn out. `enough`: as many people as it takes; `people` is None when too few come to say how
    many; `sizes` also when they aren't enough."""

    enough: bool
    people: int | None = None
    sizes: Sizes | None = None


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a pairing comes to: `repeats` are pairs who had coffee before, `out` who would be without a partner, for
    whatever reason."""

    pairs: int
    trios: int
    repeats: int
    out: int


def outlook(coming: int, minimum: int, pairing: Pairing | None, least: int = FIGURES) -> Outlook:
    """What may be said of a round to which so many people would come."""
    enough = coming >= minimum
    if coming < max(least, FIGURES):
        return Outlook(enough)
    return Outlook(enough, coming, _sizes(pairing) if enough and pairing is not None else None)


def _sizes(pairing: Pairing) -> Sizes:
    trios = sum(len(group.members) == 3 for group in pairing.groups)
    return Sizes(len(pairing.groups) - trios, trios, pairing.repeats, len(pairing.left_out))
