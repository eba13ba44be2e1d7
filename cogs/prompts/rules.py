"""What a weekly question may be about, and which one is asked. Pure.

Something real goes before something general: a newcomer's question, then a request for a hand, a tip to confirm, a
member's suggestion, and the bank when there is nothing else. Nothing is asked twice in a year, and themes take turns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Final, TypeAlias

from bot.errors import Refusal
from bot.schedule.clock import DAY

LENGTH: Final = 200
"""Characters of a question."""
WORD: Final = 300
"""Characters of what organisers say with a no."""
WAITING: Final = 3
"""How many suggestions of one member may wait for a word at once."""
OWN: Final = 200
"""How many questions of their own an association may have."""
YEAR: Final = 366 * DAY
"""How long nothing is asked again, in seconds; a leap year is one too."""


class Theme(StrEnum):
    """What questions of the bank are about; what they are called is wording."""

    PROSPECTION = "prospection"
    ADMIN = "admin"
    TARIFS = "tarifs"
    OUTILS = "outils"
    ISOLEMENT = "isolement"
    VICTOIRES = "victoires"
    REGION = "region"


class Source(StrEnum):
    """Where a question comes from; what stands first goes first."""

    NEWCOMER = "newcomer"
    REQUEST = "request"
    TIP = "tip"
    SUGGESTION = "suggestion"
    BANK = "bank"


class State(StrEnum):
    """What became of a member's suggestion."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


_ORDER: Final = tuple(Source)
Reference: TypeAlias = tuple[Source, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that could be asked about.

    `ref` is the code or the id of the thing, never of a person: it is remembered for a year. `theme` is None for what
    has none and never has to take turns. Of one source, what waits longest goes first: `since` is UTC seconds, 0 in
    the bank, where nobody waits.
    """

    source: Source
    ref: str
    theme: Theme | None = None
    since: int = 0


@dataclass(frozen=True, slots=True)
class Posted:
    """A question that was asked, as it is remembered; `at` is UTC seconds."""

    source: Source
    ref: str
    theme: Theme | None
    at: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of the bank, in both voices; the same text twice where they don't differ."""

    id: str
    theme: Theme
    tu: str
    vous: str

    def said(self, voice: str) -> str:
        """The question as this association says it."""
        return self.vous if voice == "vous" else self.tu

    @property
    def subject(self) -> Subject:
        """The question among everything that could be asked."""
        return Subject(Source.BANK, self.id, self.theme)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank as one association has it. `own`: organisers wrote it, or found other words for it;
    `removed`: it is not asked here. `ref` stays, whatever its words."""

    ref: str
    theme: Theme
    text: str
    own: bool = False
    removed: bool = False

    @property
    def subject(self) -> Subject:
        """The question among everything that could be asked."""
        return Subject(Source.BANK, self.ref, self.theme)


@dataclass(frozen=True, slots=True)
class Content:
    """What a post says. `author_id`: whose words they are; `credit`: who is named. Something real stands at `url`, and
    people talk about it in `thread_id`; `about` says what it is about."""

    source: Source
    ref: str
    text: str
    author_id: int | None = None
    credit: int | None = None
    url: str | None = None
    thread_id: int | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A question that was asked: where it stands (`message_id` is None until Discord has it), in which thread people
    answer, and whose words it shows."""

    id: int
    source: Source
    ref: str
    theme: Theme | None
    at: int
    channel_id: int
    message_id: int | None
    thread_id: int | None
    author_id: int | None

    @property
    def own_thread(self) -> bool:
        """Whether the thread hangs under the post itself: Discord then gives it the post's id."""
        return self.thread_id is not None and self.thread_id == self.message_id

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return Subject(self.source, self.ref, self.theme)

    @property
    def remembered(self) -> Posted:
        """The same as `choose` looks at it."""
        return Posted(self.source, self.ref, self.theme, self.at)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that a member proposed. `author_id` is None while they are not here; `named` says whether they wish to
    be named, `word` what organisers said with a no, `original` the author's own words once organisers found others.
    Organisers see it in `message_id`. Times are UTC seconds."""

    id: int
    author_id: int | None
    text: str
    theme: Theme | None
    named: bool
    state: State
    created_at: int
    decided_at: int | None
    word: str = ""
    original: str | None = None
    channel_id: int | None = None
    message_id: int | None = None

    @property
    def reworded(self) -> bool:
        """Whether organisers' words stand in place of its author's."""
        return self.original is not None and self.original != self.text

    @property
    def credit(self) -> int | None:
        """Who is named when it is asked."""
        return self.author_id if self.named else None

    @property
    def subject(self) -> Subject:
        """The question among everything that could be asked; only an accepted one belongs there."""
        return Subject(Source.SUGGESTION, str(self.id), self.theme, self.created_at)


def check_waiting(suggestion: Suggestion | None) -> Suggestion:
    """A suggestion that still waits for a word. Raises `Refusal` when it was decided or is gone."""
    if suggestion is None or suggestion.state is not State.WAITING:
        raise Refusal("prompts-settled")
    return suggestion


def choose(
    subjects: Iterable[Subject], history: Iterable[Posted], themes: Collection[Theme], *, now: int, seed: str
) -> Subject | None:
    """What to ask at `now` (UTC seconds); None when there is nothing left.

    `history` holds at least what was asked within a year, `themes` those of the bank that organisers chose. A theme
    follows itself only where nothing else may be asked, and the bank begins with the theme that rested longest. Among
    equals the lot decides, drawn by `seed`: the same each time for one occurrence, another for the next.
    """
    past = sorted(history, key=lambda posted: posted.at)
    asked: dict[Reference, int] = {(posted.source, posted.ref): posted.at for posted in past}
    rested: dict[Theme | None, int] = {posted.theme: posted.at for posted in past}
    last = past[-1].theme if past else None

    def order(subject: Subject) -> tuple[bool, int, int, int, int, bytes]:
        return (
            last is not None and subject.theme is last,
            _ORDER.index(subject.source),
            subject.since,
            rested.get(subject.theme, -1),
            asked.get((subject.source, subject.ref), -1),
            _lot(seed, subject),
        )

    def may_be_asked(subject: Subject) -> bool:
        fresh = now - asked.get((subject.source, subject.ref), now - YEAR) >= YEAR
        return fresh and (subject.source is not Source.BANK or subject.theme in themes)

    return min(filter(may_be_asked, subjects), key=order, default=None)


def _lot(seed: str, subject: Subject) -> bytes:
    return blake2b(f"{seed} {subject.source} {subject.ref}".encode(), digest_size=8).digest()
