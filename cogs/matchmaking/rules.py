"""Coffee, its records and its rules: who takes part in a round, when things happen, what counts as news."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.errors import Refusal
from bot.schedule.clock import DAY, HOUR
from bot.schedule.quiet import QuietHours
from cogs.matchmaking.affinity import How

AHEAD: Final = 5
"""Local days between a round's announcement and the moment when people are brought together."""
AGAIN_AFTER: Final = 182 * DAY
"""From when on somebody may wish to meet a past partner again, in seconds."""
LONGEST: Final = 14 * DAY
"""How long a round lasts at most, in seconds."""
CHECKED: Final = 0.4
JOINED: Final = 0.6
CLOSED: Final = 0.9
"""Shares of a round after which people are asked whether they met, nobody joins any more, and it is closed."""
SILENT: Final = 2
"""Rounds in a row without news after which somebody is asked whether they stay."""
FIGURES: Final = 5
"""How many people must stand behind a figure that organisers see."""
PAUSE_ROUNDS: Final = 12
PAUSE_DAYS: Final = 366
ZONES: Final = 6


class Rhythm(StrEnum):
    """How often somebody takes part. ONCE: no subscription, a tap each time."""

    ONCE = "once"
    EVERY = "every"
    SECOND = "second"
    MONTHLY = "monthly"


class State(StrEnum):
    """Where a round stands."""

    ANNOUNCED = "announced"
    RUNNING = "running"
    CLOSED = "closed"
    TOO_FEW = "too-few"
    CALLED_OFF = "called-off"


class Outcome(StrEnum):
    """What became of somebody in a round. ODD: alone because the number was; NOBODY: no one fitted; WAITING: joined
    late, or whose partner can't, and looked for; OUT: their own "je ne pourrai pas"."""

    MATCHED = "matched"
    ODD = "odd"
    NOBODY = "nobody"
    WAITING = "waiting"
    OUT = "out"


FREE: Final = frozenset({Outcome.ODD, Outcome.NOBODY, Outcome.WAITING})
"""Who can still be brought together with somebody in a round that runs."""


class Says(StrEnum):
    """What somebody says of a coffee."""

    MET = "met"
    PLANNED = "planned"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Participation:
    """How somebody takes part. `paused_until` is the first day on which they are back, `paused_rounds` how many rounds
    they still skip, `silent` how many rounds in a row they gave no news, `asked_at` since when they are asked whether
    they stay (UTC seconds)."""

    member_id: int
    rhythm: Rhythm = Rhythm.ONCE
    how: How = How.BOTH
    zones: tuple[str, ...] = ()
    paused_until: date | None = None
    paused_rounds: int = 0
    goes_first: bool = False
    silent: int = 0
    asked_at: int | None = None

    @property
    def subscribed(self) -> bool:
        """Whether rounds count on them without a tap."""
        return self.rhythm is not Rhythm.ONCE

    def paused_on(self, day: date) -> bool:
        """Whether they rest on the day of a round."""
        return self.paused_rounds > 0 or (self.paused_until is not None and day < self.paused_until)


@dataclass(frozen=True, slots=True)
class Round:
    """A round. `day` is the local date it was planned for, `match_at` when people are brought together."""

    id: int
    day: date
    match_at: int
    state: State
    announced_at: int
    matched_at: int | None
    closes_at: int | None
    channel_id: int | None
    message_id: int | None

    def takes(self, now: int) -> bool:
        """Whether somebody can still join: before the match, or early enough after it."""
        if self.state is State.ANNOUNCED:
            return True
        if self.state is not State.RUNNING or self.matched_at is None or self.closes_at is None:
            return False
        return now < self.matched_at + (self.closes_at - self.matched_at) * JOINED / CLOSED


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody said to a round, and what became of it."""

    round_id: int
    member_id: int
    coming: bool
    at: int
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in a match; `member_id` is None for somebody who was erased. `first`: their first coffee."""

    id: int
    match_id: int
    member_id: int | None
    says: Says | None
    said_at: int | None
    knows: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Two or three who were brought together. `round_id` is None for two who wished to meet again."""

    id: int
    round_id: int | None
    state: str
    opened_at: int
    thread_id: int | None
    message_id: int | None
    asked_id: int | None
    seats: tuple[Seat, ...]

    @property
    def open(self) -> bool:
        """Whether it still goes on."""
        return self.state == "open"

    @property
    def people(self) -> list[int]:
        """Who is still in it."""
        return [seat.member_id for seat in self.seats if seat.member_id is not None and seat.says is not Says.CANNOT]

    def seat_of(self, member_id: int) -> Seat:
        """Somebody's seat. Raises `Refusal` for anybody else."""
        found = next((seat for seat in self.seats if seat.member_id == member_id), None)
        if found is None:
            raise Refusal("coffee-not-yours")
        return found

    @property
    def took_place(self) -> bool:
        """Whether it counts as a past meeting: not when it was called off before."""
        return self.state != "called-off" or any(seat.says is Says.MET or seat.knows for seat in self.seats)


def comes(one: Participation, day: date, *, last_day: date | None, took_last_round: bool, asked: bool = False) -> bool:
    """Whether a round of this day counts on a subscriber who said nothing. `last_day`: of their last coffee;
    `took_last_round`: whether they met somebody in the round before this one. Somebody who was `asked` whether they
    stay isn't counted on until they answer."""
    if not one.subscribed or one.paused_on(day) or asked:
        return False
    match one.rhythm:
        case Rhythm.SECOND:
            return not took_last_round
        case Rhythm.MONTHLY:
            return last_day is None or (day - last_day).days >= 27
        case _:
            return True


@dataclass(frozen=True, slots=True)
class Times:
    """When things happen in a round (UTC seconds)."""

    nudge: int
    check_in: int
    close: int


def times(opened_at: int, next_at: int | None, quiet: QuietHours) -> Times:
    """For people who were brought together at an instant: a word after two working days of silence, a question in the
    middle, the end before the next round (two weeks when none is planned)."""
    lasts = LONGEST if next_at is None else max(3 * DAY, min(LONGEST, next_at - opened_at))
    close = quiet.over_at(opened_at + int(lasts * CLOSED))
    return Times(
        nudge=quiet.after_working_days(opened_at, 2),
        check_in=quiet.over_at(opened_at + int(lasts * CHECKED)),
        close=close if next_at is None or next_at - opened_at < 3 * DAY else min(close, next_at - HOUR),
    )


def without_news(match: Match, wrote: Collection[int] | None) -> list[int]:
    """Who gave no sign of life in a match that is over. If one says they met, all are counted as answering; `wrote` is
    who wrote in its thread, None when that can't be known: then nobody is without news."""
    if wrote is None or any(seat.says is Says.MET for seat in match.seats):
        return []
    quiet = [seat for seat in match.seats if seat.says is None and not seat.knows]
    return [seat.member_id for seat in quiet if seat.member_id is not None and seat.member_id not in wrote]


def who_waited(match: Match, silent: Sequence[int]) -> list[int]:
    """Whose partner gave no news, and who did: they go first next time."""
    return [one for one in match.people if silent and one not in silent]


def starter(match: Match) -> int | None:
    """Who may be named to say the first word: never somebody at their first coffee."""
    first = {seat.member_id for seat in match.seats if seat.first}
    named = sorted(one for one in match.people if one not in first)
    return named[match.id % len(named)] if named else None
