"""Who is in the demo's story, what they write of themselves, and when they come: `people.toml`, ordered by a seed."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from bot.demo.story.days import DOORS, LAST, moment
from bot.schedule.clock import MINUTE

_TOLD: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PLACES: Final = tuple(_TOLD["places"]["fr"])
"""The keys of the server's channels, in its order."""
FIELDS: Final = ("what", "where", "offers", "seeks", "question")
WAVES: Final = {
    1: (0, 1, 2, 3, 4, 7, 8, 9, 10, 11),
    2: (22, 29, 36, 44, 51),
    3: (64, 73, 88),
}
"""Days after the opening on which people introduce themselves: two working weeks, then one now and then."""
LATE: Final = 3
"""The wave of those who join only then; the others are on the server from the start, and look on first."""

Role = Literal["organiser", "member", "other", "newcomer"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody writes under an introduction."""

    by: str
    says: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the association; newcomers have no fields yet. `wave` says when they come, `day` on which day, if
    that is fixed."""

    name: str
    role: Role
    trade: str
    fields: Mapping[str, str]
    replies: tuple[Reply, ...]
    wave: int = 1
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An introduction, or a reply to one. `at` is an instant (seconds, UTC)."""

    at: int
    person: Person
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Who is there and when they introduce themselves, in one language. `server` holds the association's name and
    contact, `places` its channels' names by their keys; the visitor comes on the day `last`."""

    language: str
    server: Mapping[str, str]
    places: Mapping[str, str]
    people: tuple[Person, ...]
    events: tuple[Event, ...]
    last: int = LAST

    def first(self, role: Role) -> Person:
        """The first person of a role."""
        return next(person for person in self.people if person.role == role)

    def joins(self, person: Person) -> int:
        """When somebody joins the server (UTC seconds): as it opens, or to introduce themselves at once; newcomers come
        last, two days apart."""
        if person.role == "newcomer":
            newcomers = [one for one in self.people if one.role == "newcomer"]
            return moment(self.last - 2 * newcomers.index(person), 10, 10)
        if person.wave < LATE and person.day is None:
            return DOORS
        return next(event.at for event in self.events if event.person == person)


def load(language: str = "fr", seed: int = 1, last: int = LAST) -> Story:
    """The story of a seed; the same seed tells the same story. It can be cut short: `last` is its last day, counted
    from the opening."""
    people = tuple(_person(entry, language) for entry in _TOLD["person"])
    events = sorted(_events(people, random.Random(seed)), key=lambda event: event.at)
    return Story(language, _TOLD["server"], _TOLD["places"][language], people, tuple(events), last)


def _person(entry: Mapping[str, Any], language: str) -> Person:
    said = entry.get(language, {})
    return Person(
        name=entry["name"],
        role=entry.get("role", "other"),
        trade=entry.get("trade", ""),
        fields={name: said[name] for name in FIELDS if name in said},
        replies=tuple(Reply(reply["by"], reply[language]) for reply in entry.get("reply", ())),
        wave=entry.get("wave", 1),
        day=entry.get("day"),
    )


def _events(people: tuple[Person, ...], chance: random.Random) -> Iterator[Event]:
    """The organiser comes first; within each wave chance decides on the order."""
    first, *others = [person for person in people if person.fields]
    fixed = [person for person in others if person.day is not None]
    for wave, days in WAVES.items():
        arriving = [person for person in others if person.wave == wave and person not in fixed]
        chance.shuffle(arriving)
        arriving = [first, *arriving] if wave == 1 else arriving
        for place, person in enumerate(arriving):
            yield from _arrival(person, days[place * len(days) // len(arriving)], place, chance)
    for person in fixed:
        yield from _arrival(person, person.day or 0, 0, chance)


def _arrival(person: Person, day: int, place: int, chance: random.Random) -> Iterator[Event]:
    """Somebody introduces themselves that day, in the morning or after lunch, and is answered."""
    at = moment(day, 9 + place % 2 * 4) + chance.randrange(10, 150) * MINUTE
    yield Event(at, person)
    for reply in person.replies:
        at += chance.randrange(15, 90) * MINUTE
        yield Event(at, person, reply)
