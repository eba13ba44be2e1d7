"""What happened to people and to the association during a quarter, as whoever makes it happen writes it down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

NEVER: Final = 1 << 40
"""An end that has not come, in UTC seconds."""


@dataclass(slots=True)
class Spans:
    """Spans of time (UTC seconds): something is so from one instant to another."""

    all: list[tuple[int, int]] = field(default_factory=list)

    def begin(self, at: int) -> None:
        """It is so from now on."""
        if not self.open:
            self.all.append((at, NEVER))

    def end(self, at: int) -> None:
        """It is over."""
        if self.open:
            self.all[-1] = (self.all[-1][0], at)

    @property
    def open(self) -> bool:
        """Whether it is so now."""
        return bool(self.all) and self.all[-1][1] == NEVER

    def touch(self, since: int, until: int) -> bool:
        """Whether it was so at any moment between two instants."""
        return any(first <= until and last >= since for first, last in self.all)


@dataclass(slots=True)
class Person:
    """Somebody. `mark` stands in every text of theirs and nowhere else."""

    who: MemberActor
    name: str
    mark: str
    introduced: bool = False
    subscribed: bool = False
    erased_at: int | None = None
    away: Spans = field(default_factory=Spans)
    closed: Spans = field(default_factory=Spans)
    follows: dict[str, Spans] = field(default_factory=dict)
    done: dict[str, Spans] = field(default_factory=dict)
    """By the deadline's reference."""

    @property
    def here(self) -> bool:
        """Whether they can do something with the bot."""
        return self.introduced and self.erased_at is None and not self.away.open


@dataclass(slots=True)
class Diary:
    """Everything that the bot's behaviour is judged by, beside what was said."""

    room: ChannelHandle
    people: list[Person] = field(default_factory=list)
    down: Spans = field(default_factory=Spans)
    held: Spans = field(default_factory=Spans)
    roomless: Spans = field(default_factory=Spans)
    pauses: list[tuple[date, date]] = field(default_factory=list)
    skipped: set[date] = field(default_factory=set)
    """Turns of the question that organisers left out."""
    corrected: set[tuple[str, date]] = field(default_factory=set)
    """Entries and the dates that their rules name, which organisers moved."""
    rooms: list[int] = field(default_factory=list)
    """Every channel that was the room once."""
    restarts: int = 0

    def paused(self, day: date) -> bool:
        """Whether schedules rest on a date."""
        return any(first <= day <= last for first, last in self.pauses)

    def here(self) -> list[Person]:
        """Who can do something with the bot."""
        return [person for person in self.people if person.here]

    def person(self, member_id: int) -> Person | None:
        """Whoever has this id."""
        return next((person for person in self.people if person.who.id == member_id), None)
