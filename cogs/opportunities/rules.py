"""What a mission may hold, and what may become of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.words.text import THREAD_NAME, clean, says_something, truncate
from bot.words.third_parties import amount_in

WHAT: Final = 400
WHEN: Final = 80
BUDGET: Final = 80
WORD: Final = 300
SEARCH: Final = 40
"""Characters of each field."""
LIFE: Final = 21 * DAY
"""How long a mission stays open without a word of its author, in seconds."""
ASKED_BEFORE: Final = 3 * DAY
"""How long before its end its author is asked how it stands, in seconds."""
PATIENCE: Final = 3
"""Working days that an author has to say how it stands."""
REMOTE: Final = "remote"
ANYWHERE: Final = "anywhere"
"""What stands in place of a zone's code."""
MINE: Final = "opportunities:mine:0"
"""The way to one's own missions."""
YES_NO: Final = ("no", "yes")
"""The codes of an answer."""


_LEGAL: Final = r"(?:SARL|SAS|SASU|EURL|SELARL|SCOP|SCIC|SNC|GmbH|Ltd|LLC|Inc)"
_NAME: Final = r"[A-ZÀ-Ý][\w’'-]+"
_NOT: Final = r"(?!(?:Une?|Le|La|Les|Des|An?|The|Associations?|Particuliers?)\b)"
_CLIENT: Final = re.compile(
    rf"\b{_LEGAL}\b\.? +{_NAME}|(?<=[a-zà-ÿ] ){_NAME} +{_LEGAL}\b|\b[Cc]lient(?:e|s|es)? ?[:=] ?{_NOT}{_NAME}"
)
"""A company by its legal form and its name, or "client : " and a name."""


class Kind(StrEnum):
    """What is shared. `OVERFLOW`: work that its author can't take; `PARTNER`: somebody to do something with."""

    MISSION = "mission"
    SUBCONTRACT = "subcontract"
    OVERFLOW = "overflow"
    PARTNER = "partner"


class Contact(StrEnum):
    """Whom one would talk to: its author; somebody whom they know; somebody whom somebody they know knows."""

    ME = "me"
    FIRST = "first"
    SECOND = "second"


class State(StrEnum):
    """How a mission stands. `FILLED`: somebody here does it; `ELSEWHERE`: somebody else does."""

    OPEN = "open"
    FILLED = "filled"
    ELSEWHERE = "elsewhere"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Mission:
    """What somebody shared. `trade` and `zone` are codes; without a zone it is anywhere, or `remote`. `budget` is its
    author's own words, empty while it is to be agreed on. `asked_at`: when its author was asked how it stands.
    `confirmed`: whether the person who does it, according to its author, says so too. `removed`: the team took its card
    down, so that it stays closed. Times are UTC seconds."""

    id: int
    author_id: int
    kind: Kind
    trade: str | None
    zone: str | None
    remote: bool
    what: str
    when_text: str
    budget: str
    contact: Contact
    commission: bool
    state: State
    created_at: int
    updated_at: int
    expires_at: int
    asked_at: int | None
    closed_at: int | None
    filled_by: int | None
    confirmed: bool | None
    removed: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody is still looked for."""
        return self.state is State.OPEN

    @property
    def place(self) -> str:
        """Its zone, `REMOTE` or `ANYWHERE`."""
        return REMOTE if self.remote else self.zone or ANYWHERE

    @property
    def title(self) -> str:
        """What it is, in a line."""
        return clean(self.what, lines=False)


@dataclass(frozen=True, slots=True)
class Interest:
    """Somebody who would like to do a mission. `told`: what became of it since: "chosen", "declined" (they were, and
    could not after all), "thanked" (one kind word), or None."""

    id: int
    mission_id: int
    member_id: int
    word: str
    at: int
    told: str | None

    @property
    def up(self) -> bool:
        """Whether the hand is up: nothing came of it yet."""
        return self.told is None


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody said in the form, cleaned."""

    what: str
    when_text: str
    budget: str
    contact: Contact
    commission: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """A mission that is not published. A kind that was not said yet is None, a place empty; `mission_id`: 0 for a new
    one, else the one that it changes."""

    kind: Kind | None
    trade: str | None
    place: str
    what: str
    when_text: str
    budget: str
    contact: Contact
    commission: bool
    mission_id: int = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be said before it can be published, by name."""
        return (*(("kind",) if self.kind is None else ()), *(() if self.place else ("place",)))


def check_names_no_client(text: str) -> None:
    """Raise `Refusal` for what names a company: its legal form with a name, or "client : " and a name. What else may
    lead to somebody is `bot.words.third_parties`' to find."""
    found = _CLIENT.search(text)
    if found is not None:
        raise Refusal("mission-client-named", found=found.group().strip())


def read(fields: Mapping[str, str]) -> Written:
    """Check and clean a form. Raises `Refusal` that says which field to mend, and how."""
    what = clean(fields.get("what", ""))
    when_text, budget = (clean(fields.get(name, ""), lines=False) for name in ("when", "budget"))
    for name, text, limit in (("what", what, WHAT), ("when", when_text, WHEN), ("budget", budget, BUDGET)):
        if name != "budget" and not says_something(text):
            raise Refusal("mission-blank", field=name)
        if len(text) > limit:
            raise Refusal("mission-too-long", field=name, limit=limit, length=len(text))
    contact, commission = fields.get("contact", ""), fields.get("commission", "")
    if contact not in set(Contact):
        raise Refusal("mission-blank", field="contact")
    if commission not in YES_NO:
        raise Refusal("mission-blank", field="commission")
    return Written(what, when_text, budget, Contact(contact), commission == "yes")


def read_word(typed: str) -> str:
    """What somebody says who would like a mission. Raises `Refusal` for a price: nobody bids here."""
    word = clean(typed)
    price = amount_in(word)
    if price is not None:
        raise Refusal("mission-no-prices", found=price)
    if len(word) > WORD:
        raise Refusal("mission-too-long", field="word", limit=WORD, length=len(word))
    return word


def read_search(typed: str) -> str:
    """What is looked for, in a line."""
    return clean(typed, lines=False)[:SEARCH].strip()


def title(sort: str, what: str) -> str:
    """The name of a mission's thread or forum post."""
    return truncate(clean(f"{sort} · {what}", lines=False), THREAD_NAME)


def check_own(mission: Mission | None, member_id: int) -> Mission:
    """The author's own mission. Raises `Refusal` for anybody else, in the same words as for one that never was."""
    if mission is None or mission.author_id != member_id:
        raise Refusal("mission-not-yours")
    return mission


def check_own_open(mission: Mission | None, member_id: int) -> Mission:
    """The author's own mission, while somebody is looked for. Raises `Refusal` for any other."""
    own = check_own(mission, member_id)
    if not own.open:
        raise Refusal("mission-own-over", offers=(MINE,))
    return own


def check_open(mission: Mission | None) -> Mission:
    """The mission, while somebody is looked for. Raises `Refusal` when it is over or gone."""
    if mission is None or not mission.open:
        raise Refusal("mission-over")
    return mission
