"""Who is told of which mission, and why. Pure.

What somebody chose of one sort (kinds, trades, places) is an "or", the three sorts are an "and"; a sort of which they
chose nothing says nothing. Somebody hears of each mission once, of a few at a time, in one letter a week; of one
mission at most ten people hear in a day, those told least lately first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.people.routing import rested_first
from bot.schedule.clock import DAY
from cogs.opportunities.rules import ANYWHERE, REMOTE, Mission

MOST: Final = 10
"""People who are told of one mission in a day."""
TOGETHER: Final = 3
"""Missions in one letter."""
REST: Final = 7 * DAY
"""How long nobody is told of anything more, in seconds."""
SAID: Final = 3
"""Places that are named where a mission fits them all."""
CHOICES: Final = 20
"""Trades, or places, that somebody can choose: with what else is offered, a select holds no more."""


class What(StrEnum):
    """What a choice is about."""

    KIND = "kind"
    TRADE = "trade"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Alert:
    """Of which missions somebody wants to hear: codes of kinds, trades and places (a zone, or `REMOTE`). Nothing of all
    three: of every mission."""

    member_id: int
    active: bool
    kinds: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()

    def fits(self, mission: Mission) -> bool:
        """Whether they want to hear of a mission. What can be done from afar, or anywhere, fits every place."""
        kind = not self.kinds or mission.kind in self.kinds
        trade = not self.trades or mission.trade in self.trades
        place = not self.zones or mission.place in {*self.zones, REMOTE, ANYWHERE}
        return kind and trade and place

    def reasons(self, mission: Mission) -> tuple[str, ...] | None:
        """The codes by which a mission fits, in the order in which they are said; None for whoever wants to hear of
        all. Of one that is done from afar, or anywhere, the places that they chose (`far` says the rest)."""
        if not (self.kinds or self.trades or self.zones):
            return None
        places = tuple(sorted(self.zones))[:SAID] if self.far(mission) else (mission.place,)
        named = (((mission.trade,), self.trades), (places, self.zones), ((mission.kind.value,), self.kinds))
        return tuple(code for codes, chosen in named for code in codes if code is not None and code in chosen)

    def far(self, mission: Mission) -> str:
        """`REMOTE` or `ANYWHERE`, where that is why a mission fits the places that they chose; else empty."""
        is_far = bool(self.zones) and mission.place in {REMOTE, ANYWHERE} and mission.place not in self.zones
        return mission.place if is_far else ""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A mission, the people whom it fits and who may be told, and who was told of it when (UTC seconds)."""

    mission_id: int
    people: frozenset[int]
    told: Mapping[int, int]


def choose(missions: Iterable[Fitting], last: Mapping[int, int], *, today: int, now: int) -> dict[int, list[int]]:
    """Who is told of which missions now. `last`: when each person was last told of anything; `today`: when this day
    began. Missions choose in their order; whoever is told of one comes last for the next."""
    rested = {**last}
    letters: dict[int, list[int]] = {}
    for mission in missions:
        room = MOST - sum(at >= today for at in mission.told.values())
        able = [one for one in mission.people if one not in mission.told and _has_room(one, letters, last, now)]
        for member_id in rested_first({one: rested.get(one) for one in able}, max(0, room), mission.mission_id):
            letters.setdefault(member_id, []).append(mission.mission_id)
            rested[member_id] = now
    return letters


def _has_room(member_id: int, letters: Mapping[int, list[int]], last: Mapping[int, int], now: int) -> bool:
    """Whether this week's letter is still to be written, and has room."""
    at = last.get(member_id)
    return len(letters.get(member_id, ())) < TOGETHER and (at is None or at <= now - REST)
