"""One person of a season: where they are, how they take part, what they were promised. Kept apart from the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from simcord.actors import MemberActor


class Place(StrEnum):
    """Where somebody is. A STRANGER never accepted the notice, or wanted everything gone."""

    HERE = "here"
    AWAY = "away"
    STRANGER = "stranger"


@dataclass(slots=True, eq=False)
class Person:
    """One member. `keen`: how likely they say yes by a tap; `chatty`: how likely they give news of a coffee."""

    who: MemberActor
    keen: float
    chatty: float
    how: str
    zone: str
    place: Place = Place.HERE
    rhythm: str = "once"
    back_on: date | None = None
    rests: int = 0
    promised: bool = False
    silent: int = 0
    asked_in: int | None = None
    """The round at whose end they were asked whether they stay, until they answer."""
    was_read: bool = False
    """Whether that question went."""
    unasked: bool = False
    """Whether they want no questions about coffee: then no round counts on them by itself."""
    left_at: int = 0
    on_server: bool = True
    avoids: set[int] = field(default_factory=set)

    @property
    def id(self) -> int:
        """Their number at Discord, which stays."""
        return int(self.who.id)

    def is_resting(self, day: date) -> bool:
        """Whether a round of this day goes without them."""
        return self.rests > 0 or (self.back_on is not None and day < self.back_on)

    def forget(self, place: Place) -> None:
        """Everything about them is gone, as if they had never come. Whom others avoid stays avoided."""
        self.place, self.rhythm, self.how, self.zone = place, "once", "both", ""
        self.back_on, self.rests = None, 0
        self.promised, self.silent, self.asked_in, self.unasked = False, 0, None, False
        self.avoids = set()
