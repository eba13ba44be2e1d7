"""What doors, searches and introductions are, and what a door may say. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.words.text import clean, says_something

DOOR: Final = 120
PLACE: Final = 40
WHO: Final = 120
WHY: Final = 300
"""Characters of each field."""
DOORS: Final = 30
"""How many doors one person can declare."""
SEARCHES: Final = 2
"""How many searches one person can have open at once."""
STEPS: Final = 4
"""How many people a search may ask in turn, at most: the day of the answer is counted from this, whoever there is."""
LATER: Final = 14 * DAY
"""How long after a thread was opened the asker is asked whether it helped, in seconds."""
CATEGORIES: Final = ("droit", "institutions", "entreprises", "artisans", "lieux", "ecoles", "medias", "autre")
"""The codes of the kinds of doors; the message `intros-category-<code>` names each."""
MINE: Final = ("warm_intros:doors:0",)
"""What is offered where somebody would do well to look at their own doors."""

_AT_PLACE: Final = re.compile(
    r"\s(?:à|au|aux|en|dans|près de|vers|sur|in|near)\s+(?P<where>[^\s,]+(?:[ -][^\s,]+){0,3})$"
)


Seat = Literal["first", "second"]
"""One of the two who are brought together by a third."""


class SearchState(StrEnum):
    """How a search stands. `FOUND`: a thread is open; `ENDED`: its day came without one."""

    LOOKING = "looking"
    FOUND = "found"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """What somebody who was asked said. `TALK`: let us talk first; `KNOWS`: it is somebody who is here; `SILENT`:
    nothing, for long enough."""

    YES = "yes"
    TALK = "talk"
    KNOWS = "knows"
    NO = "no"
    SILENT = "silent"


class Kind(StrEnum):
    """Whom an introduction brings together. `TWO`: the introducer and the asker; `TARGET`: a third who is here, too;
    `PRESENTED`: two of whom the introducer thought by themselves."""

    TWO = "two"
    TARGET = "target"
    PRESENTED = "presented"


class Says(StrEnum):
    """What one of those who are brought together says."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


class IntroState(StrEnum):
    """How an introduction stands. `OPEN`: a thread was wanted; `OVER`: nothing more is asked of anybody."""

    ASKED = "asked"
    OPEN = "open"
    OVER = "over"


class Helped(StrEnum):
    """What the asker says two weeks later."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Door:
    """A kind of people or a place that somebody could open a door to. `category` and `zone` are codes; None: not said.
    Times are UTC seconds."""

    id: int
    member_id: int
    words: str
    category: str | None
    zone: str | None
    created_at: int
    updated_at: int


@dataclass(frozen=True, slots=True)
class Search:
    """Whom somebody looks for, and why. `answer_by`: the day that was announced to them (UTC seconds); `signed`: why
    says who they are."""

    id: int
    asker_id: int
    who: str
    why: str
    state: SearchState
    created_at: int
    answer_by: int
    closed_at: int | None
    signed: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody may still be asked for it."""
        return self.state is SearchState.LOOKING


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked for a search: why them (codes), and through which door of theirs, if it still stands."""

    search_id: int
    member_id: int
    at: int
    reasons: tuple[str, ...]
    door_id: int | None
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Intro:
    """Who brings whom together. Of a search, `first_id` is its asker and `why` what they said. `answer_by`: when the
    introducer is told how it stands, at the latest; `ask_at`: when the asker is asked whether it helped. Times are UTC
    seconds."""

    id: int
    kind: Kind
    search_id: int | None
    introducer_id: int
    first_id: int
    second_id: int | None
    why: str
    talk: bool
    first_says: Says | None
    second_says: Says | None
    state: IntroState
    created_at: int
    answer_by: int
    opened_at: int | None
    closed_at: int | None
    ask_at: int | None
    helped: Helped | None

    @property
    def agreed(self) -> bool:
        """Whether everybody who had to say yes did."""
        return self.first_says is Says.YES and (self.kind is Kind.TWO or self.second_says is Says.YES)

    @property
    def asks(self) -> tuple[int, ...]:
        """Who is asked: whoever searches said yes by searching, and whoever erased themselves is nobody."""
        people = (self.first_id, self.second_id) if self.kind is Kind.PRESENTED else (self.second_id,)
        return tuple(one for one in people if one is not None)

    def seat(self, member_id: int) -> Seat:
        """As which of the two somebody is brought together."""
        return "first" if member_id == self.first_id else "second"

    def goes_on(self, now: int) -> bool:
        """Whether it may still be answered."""
        return self.state is IntroState.ASKED and now < self.answer_by

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody in it: the introducer first."""
        return tuple(one for one in (self.introducer_id, self.first_id, self.second_id) if one is not None)


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody typed about a door, cleaned; `where` as it was typed."""

    words: str
    where: str


def read(fields: Mapping[str, str]) -> Written:
    """Check and clean the form of a door. Raises `Refusal` that says what to mend."""
    words, where = (clean(fields.get(name, ""), lines=False) for name in ("words", "where"))
    if not says_something(words):
        raise Refusal("intros-door-blank")
    for name, text, limit in (("words", words, DOOR), ("where", where, PLACE)):
        if len(text) > limit:
            raise Refusal("intros-too-long", field=name, limit=limit, length=len(text))
    return Written(words, where)


def check_room(doors: int) -> None:
    """Raise `Refusal` for somebody who declared as many doors as one can."""
    if doors >= DOORS:
        raise Refusal("intros-doors-full", limit=DOORS, offers=MINE)


def place_in(words: str) -> str:
    """The place that the words of a door end with ("un imprimeur à Laval"); empty when they don't."""
    match = _AT_PLACE.search(words)
    return match["where"] if match else ""
