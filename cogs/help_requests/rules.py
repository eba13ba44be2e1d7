"""What a help request may hold, and what may become of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.errors import Refusal
from bot.words.dates import read_end
from bot.words.text import THREAD_NAME, clean, says_something, truncate

QUESTION: Final = 200
WHEN: Final = 40
LINE: Final = 200
DETAILS: Final = 1000
WORKED: Final = 300
REASON: Final = 300
SUBJECTS: Final = 300
NETWORK: Final = 80
PURPOSE: Final = 200
URL: Final = 200
"""Characters of each field."""
SUBJECT_COUNT: Final = 12
NETWORKS: Final = 25
"""How many other networks can be listed: as many as a select shows."""
AHEAD: Final = timedelta(days=366)
"""How far off the day may be by which help is needed."""
CATEGORIES: Final = ("administratif", "prospection", "tarifs", "outils", "regard", "independance", "autre")
"""The codes of the subjects; the message `help-category-<code>` names each."""

_URL = re.compile(r"https?://[^\s<>()\[\]|`]+\.[^\s<>()\[\]|`]+")
_BETWEEN = re.compile(r"[,;\n•·|]+")
_LEAD = re.compile(r"^[\s\-–*#.]+|[\s.]+$")


class State(StrEnum):
    """How a request stands. `aside`: nobody spoke of it for long; `closed`: no longer wanted. Both can be reopened."""

    OPEN = "open"
    UNDER_WAY = "under-way"
    SOLVED = "solved"
    ASIDE = "aside"
    CLOSED = "closed"


WANTED: Final = frozenset({State.OPEN, State.UNDER_WAY})
"""The states in which help is welcome."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody needs a hand with. Of a private one, `line` is all that the people asked are told besides its
    category; `thread_id` is the private thread once it is open. `round`: 0 while its card never stood. `answered_at`:
    since when a human answers. Times are UTC seconds."""

    id: int
    asker_id: int
    question: str
    by_when: date
    category: str
    details: str
    private: bool
    line: str
    state: State
    round: int
    answered_at: int | None
    created_at: int
    updated_at: int
    solved_at: int | None
    worked: str
    thread_id: int | None

    @property
    def wanted(self) -> bool:
        """Whether help is still welcome."""
        return self.state in WANTED

    @property
    def answered(self) -> bool:
        """Whether somebody takes care of it, or answered it."""
        return self.answered_at is not None or self.state is State.UNDER_WAY


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody typed in the form, cleaned."""

    question: str
    by_when: date
    line: str
    details: str


def read(fields: Mapping[str, str], today: date, *, private: bool) -> Written:
    """Check and clean a form. Raises `Refusal` that says which field to mend, and how."""
    question = _said(fields, "question", QUESTION)
    line = _said(fields, "line", LINE) if private else ""
    details = clean(fields.get("details", ""))
    if len(details) > DETAILS:
        raise Refusal("help-too-long", field="details", limit=DETAILS, length=len(details))
    return Written(question, _day(fields.get("by_when", ""), today), line, details)


def _said(fields: Mapping[str, str], name: str, limit: int) -> str:
    """One line that has to say something."""
    text = clean(fields.get(name, ""), lines=False)
    if not says_something(text):
        raise Refusal("help-blank", field=name)
    if len(text) > limit:
        raise Refusal("help-too-long", field=name, limit=limit, length=len(text))
    return text


def _day(typed: str, today: date) -> date:
    """The day by which help is needed, from what was typed."""
    text = clean(typed, lines=False)
    day = read_end(text, today)
    if day is None:
        raise Refusal("help-day-not-understood", typed=truncate(text, WHEN))
    if not today <= day <= today + AHEAD:
        raise Refusal("help-day-out-of-reach", past="yes" if day < today else "no")
    return day


def read_worked(typed: str) -> str:
    """What helped, in a line; empty when nothing was said."""
    text = clean(typed, lines=False)
    if len(text) > WORKED:
        raise Refusal("help-too-long", field="worked", limit=WORKED, length=len(text))
    return text if says_something(text) else ""


def read_reason(typed: str) -> str:
    """Why somebody is thanked. Raises `Refusal` when nothing is said."""
    text = clean(typed, lines=False)
    if not says_something(text):
        raise Refusal("thanks-reason-blank")
    if len(text) > REASON:
        raise Refusal("help-too-long", field="reason", limit=REASON, length=len(text))
    return text


def read_subjects(typed: str) -> tuple[str, ...]:
    """What somebody lends a hand with, typed as a list: each thing once, whatever its case."""
    found: dict[str, str] = {}
    for piece in _BETWEEN.split(clean(typed)):
        label = _LEAD.sub("", clean(piece, lines=False))
        if says_something(label):
            found.setdefault(label.casefold(), label)
    if not found:
        raise Refusal("help-subjects-blank")
    if len(found) > SUBJECT_COUNT:
        raise Refusal("help-subjects-many", limit=SUBJECT_COUNT, count=len(found))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Network:
    """Another network, for when help runs dry here."""

    id: int
    name: str
    purpose: str
    url: str


def read_network(fields: Mapping[str, str], network_id: int) -> Network:
    """Check and clean what an organiser typed. Raises `Refusal`."""
    name, purpose = _said(fields, "name", NETWORK), _said(fields, "purpose", PURPOSE)
    url = clean(fields.get("url", ""), lines=False)
    if len(url) > URL or not _URL.fullmatch(url):
        raise Refusal("help-network-address")
    return Network(network_id, name, purpose, url)


def title(question: str) -> str:
    """The name of a request's thread or forum post."""
    return truncate(clean(question, lines=False), THREAD_NAME)


def category(code: str) -> str:
    """A category's code as it was chosen; a forged one is refused."""
    if code not in CATEGORIES:
        raise Refusal("kernel-stale-press")
    return code


def check_wanted(request: Request | None) -> Request:
    """The request, while help is welcome. Raises `Refusal` when it is over or gone."""
    if request is None or not request.wanted:
        raise Refusal("help-over")
    return request


def check_own(request: Request | None, member_id: int) -> Request:
    """The asker's own request. Raises `Refusal` for anybody else, in the same words as for one that never was."""
    if request is None or request.asker_id != member_id:
        raise Refusal("help-not-yours")
    return request


def check_form(request: Request, *, private: bool) -> Request:
    """A request, where the form that changes it is its own: what is private never gets public by the other one."""
    if request.private is not private:
        raise Refusal("kernel-stale-press")
    return request


def is_strong(matched: int, concepts: int) -> bool:
    """Whether a document fits a whole question: two of its concepts and half of them; all, when there are but two."""
    return matched >= min(2, concepts) and matched * 2 >= concepts > 0
