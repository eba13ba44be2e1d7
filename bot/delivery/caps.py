"""When may a person be written to? Pure rules over what they wish and what they were sent already.

Three weights. A *reply* follows from what somebody just did: at once, uncounted. A *matter* is their own business: at
most one message of them a local day, outside quiet hours. An *ask* wants something of them: at most one in any seven
days (helpers choose up to three), outside quiet hours, never during a pause or for a purpose they refused.

Each rule is a set of allowed instants that doesn't depend on the moment of asking, and the answer is the first of them
from now on: so whoever asks later is never told an earlier instant.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.schedule.clock import DAY
from bot.schedule.quiet import QuietHours

WEEK: Final = 7 * DAY
"""The rolling span in which asks are counted, in seconds."""
SHUT_FOR: Final = 30 * DAY
"""How long closed direct messages are taken as closed before they are tried again, in seconds."""


class Weight(StrEnum):
    """What a message is to the person who gets it."""

    REPLY = "reply"
    MATTER = "matter"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wants of the bot's letters; times are UTC seconds. `dm_closed_at` is when Discord last said that
    they take no direct messages. `closed` is what the team closed to them, and until when, by feature."""

    paused_until: int | None = None
    asks_a_week: int = 1
    dm_closed_at: int | None = None
    refused: Set[str] = frozenset()
    closed: Mapping[str, int] = field(default_factory=dict)

    def paused(self, now: int) -> bool:
        """Whether they asked to be left alone for now."""
        return self.paused_until is not None and now < self.paused_until

    def barred(self, feature: str, now: int) -> bool:
        """Whether a feature is closed to them: they are asked nothing of it."""
        return now < self.closed.get(feature, now)

    def shut(self, now: int) -> bool:
        """Whether direct messages are not worth a try."""
        return self.dm_closed_at is not None and now - self.dm_closed_at < SHUT_FOR


@dataclass(frozen=True, slots=True)
class Past:
    """When a person was sent matters and asks of late (UTC seconds, in any order)."""

    matters: tuple[int, ...] = ()
    asks: tuple[int, ...] = ()


def earliest(
    weight: Weight,
    now: int,
    *,
    quiet: QuietHours,
    past: Past,
    wishes: Wishes,
    urgent: bool = False,
    purpose: str = "",
    here: bool = False,
) -> int | None:
    """The first instant from `now` on at which this may reach the person, or None when it may not be asked of them.

    `urgent` sets quiet hours and the daily cap aside. So does `here`, for what is shown to somebody who is using the
    bot at this moment: nothing rings, and they look by themselves.
    """
    at_any_hour = urgent or here
    match weight:
        case Weight.REPLY:
            return now
        case Weight.MATTER if urgent:
            return now
        case Weight.MATTER:
            at = max(now, wishes.paused_until or now)
            return at if at_any_hour else _day_without_matters(at, quiet, past.matters)
        case Weight.ASK:
            if wishes.paused(now) or purpose in wishes.refused:
                return None
            at = max(now, _week_with_room(past.asks, wishes.asks_a_week))
            return at if at_any_hour else quiet.over_at(at)


def _day_without_matters(at: int, quiet: QuietHours, matters: tuple[int, ...]) -> int:
    told = {_day(instant, quiet) for instant in matters}
    at = quiet.over_at(at)
    while _day(at, quiet) in told:
        at = quiet.over_at(_begin(_day(at, quiet) + timedelta(days=1), quiet))
    return at


def _week_with_room(asks: tuple[int, ...], allowed: int) -> int:
    """A week after the oldest of the last `allowed` asks: then one fewer of them counts."""
    counted = sorted(asks)[-allowed:]
    return counted[0] + WEEK if len(counted) == allowed else 0


def _day(instant: int, quiet: QuietHours) -> date:
    return datetime.fromtimestamp(instant, quiet.zone).date()


def _begin(day: date, quiet: QuietHours) -> int:
    return int(datetime.combine(day, time.min, quiet.zone).astimezone(UTC).timestamp())
