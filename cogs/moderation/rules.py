"""Cases: what one is, who may open it, when it goes on to the referent. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from bot.schedule.clock import DAY, HOUR
from bot.schedule.quiet import QuietHours
from cogs.moderation.names import is_named

SAID: Final = 1500
"""Characters of a report, at most."""
NOTE: Final = 700
"""Characters of a note, of a reason, at most."""
PEOPLE: Final = 10
"""People whom a report may be about."""
READERS: Final = 5
"""People whom a reporter may choose."""
AT_ONCE: Final = 10
"""Reports of one member that nobody closed yet, at most."""
DRAFT: Final = DAY
"""How long a report that isn't sent is kept, in seconds."""
KEPT: Final = 365 * DAY
"""How long a case is kept after it was closed, and a look into somebody's history, in seconds."""
URGENT: Final = 2 * HOUR
"""How long an urgent report waits for the team, in seconds, at any hour."""
SORTS: Final = ("words", "insistence", "advertising", "content", "other")
"""What a report is about."""


class State(StrEnum):
    """Where a case stands. A DRAFT is its reporter's alone."""

    DRAFT = "draft"
    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"


class Role(StrEnum):
    """As what somebody is in a case."""

    CONCERNED = "concerned"
    NAMED = "named"
    NAMESAKE = "namesake"
    """Of the team, and called as a word of the report: it may be about them."""
    READER = "reader"
    REFERENT = "referent"
    """Of whom its reporter read that it goes to them when nobody takes it."""
    HANDLER = "handler"


INVOLVED: Final = frozenset({Role.CONCERNED, Role.NAMED})
"""Those who never open a case."""


class Act(StrEnum):
    """What is done in a case."""

    REFERRED = "referred"
    OPENED = "opened"
    TAKEN = "taken"
    RELEASED = "released"
    NOTED = "noted"
    CLOSED = "closed"
    LOOKED = "looked"
    """Into somebody's history; of no case."""
    REMOVED = "removed"
    """The bot's card of that content."""
    HIDDEN = "hidden"
    """Somebody's profile."""
    PAUSED = "paused"
    """From chosen features, for a time."""
    WARNED = "warned"
    SILENCED = "silenced"
    """By Discord's own timeout."""
    PARTED = "parted"
    """Two people are no longer brought together."""
    APPEALED = "appealed"
    DECIDED = "decided"
    """An appeal."""


TELLING: Final = (Act.REMOVED, Act.HIDDEN, Act.PAUSED, Act.WARNED, Act.SILENCED, Act.DECIDED)
"""Acts upon a person that their history tells."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as a case knows them: `id` while they are known, and a keyed hash that stays."""

    id: int | None
    alias: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a case."""

    role: Role
    who: Someone


@dataclass(frozen=True, slots=True)
class Case:
    """A report and what came of it; its id is its number. Times are UTC seconds; `opened_at` is when it was sent. The
    message it is about is (`channel_id`, `message_id`), its line in the organisers' channel (`line_channel_id`,
    `line_message_id`)."""

    id: int
    state: State
    sort: str
    urgent: bool
    said: str
    reporter: Someone
    channel_id: int | None
    message_id: int | None
    readers: str
    began_at: int
    opened_at: int | None
    taken_at: int | None
    referred_at: int | None
    closed_at: int | None
    line_channel_id: int | None
    line_message_id: int | None
    people: tuple[Person, ...] = ()

    def of(self, *roles: Role) -> list[Someone]:
        """Everybody in it who has one of these roles."""
        return [person.who for person in self.people if person.role in roles]

    def has(self, alias: str, *roles: Role) -> bool:
        """Whether somebody has one of these roles in it."""
        return any(who.alias == alias for who in self.of(*roles))

    def is_about(self, alias: str) -> bool:
        """Whether somebody is concerned, or named."""
        return self.has(alias, *INVOLVED)

    def has_chosen(self, alias: str) -> bool:
        """Whether its reporter chose somebody to handle it."""
        return self.has(alias, Role.READER)

    def went_to(self, alias: str) -> bool:
        """Whether it went to this referent, because nobody took it."""
        return self.referred_at is not None and self.has(alias, Role.REFERENT)

    @property
    def handler(self) -> Someone | None:
        """Who takes care of it."""
        return next(iter(self.of(Role.HANDLER)), None)

    @property
    def waits(self) -> bool:
        """Whether nobody takes care of it yet."""
        return self.state is State.OPEN


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of a case's audit. `detail` holds codes and instants, never names."""

    id: int
    case_id: int | None
    act: Act
    at: int
    actor: Someone
    target: Someone | None
    reason: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may open cases, as of now: part of the team, or the referent; `names`: what they are called here."""

    id: int
    alias: str
    organiser: bool
    referent: bool
    names: tuple[str, ...] = ()


_BIGGEST: Final = 2**63 - 1
_MENTION = re.compile(r"<@!?(\d{15,20})>|(?<![/:#&\d])(\d{17,20})(?![/\d])", re.ASCII)


def ids_in(said: str) -> list[int]:
    """The people whose mention or id somebody wrote."""
    found = (read_id(mention or bare) for mention, bare in _MENTION.findall(said))
    return list(dict.fromkeys(one for one in found if one is not None))


def read_id(text: str) -> int | None:
    """A number as custom ids and selects carry it; None for what is none, or none that a file could hold."""
    return int(text) if text.isascii() and text.isdecimal() and int(text) <= _BIGGEST else None


def without_ids(said: str) -> str:
    """A text without ids of people: what a case says outlives who they were."""
    return _MENTION.sub("@…", said)


def refer_at(quiet: QuietHours, since: int, *, urgent: bool) -> int:
    """When a report that nobody took goes on: after two hours at any time of day, or one working day."""
    return since + URGENT if urgent else quiet.after_working_days(since, 1)


def turn(done: Iterable[Entry]) -> int:
    """How often a case was handed back: what its reporter is told of the turn before is over."""
    return sum(one.act is Act.RELEASED for one in done)


def was_referred(done: Iterable[Entry], to: Reader) -> bool:
    """Whether a case went to this referent, and was not handed back since."""
    latest = False
    for one in done:
        if one.act is Act.RELEASED:
            latest = False
        elif one.act is Act.REFERRED and one.target is not None and one.target.alias == to.alias:
            latest = True
    return latest


def may_be_told(case: Case, reader: Reader) -> bool:
    """Whether somebody may hear of a case at all: nobody who is in it, or may be, and not its reporter, who has a view
    of their own. Whom the reporter chose is nobody of the same name."""
    if case.is_about(reader.alias) or case.reporter.alias == reader.alias:
        return False
    return case.has_chosen(reader.alias) or not is_namesake(case, reader)


def is_namesake(case: Case, reader: Reader) -> bool:
    """Whether somebody is called as a word of a report, or was when it was sent."""
    return case.has(reader.alias, Role.NAMESAKE) or is_named(case.said, reader.names)


def may_open(case: Case, reader: Reader) -> bool:
    """Whether somebody may open a case: those whom its reporter chose, and the referent to whom it went."""
    if case.state is State.DRAFT or not may_be_told(case, reader):
        return False
    chosen = case.has_chosen(reader.alias)
    if reader.referent:
        return chosen or case.went_to(reader.alias)
    return reader.organiser and (chosen or case.readers == "all")
