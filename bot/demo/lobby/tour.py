"""The guided tour: six things to try, each done once its effect is there, whichever way the visitor took. Of a search
and of a request that is sent, the act itself is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, get_args

from bot.demo.lobby.seats import Role, Seat
from bot.people import members
from bot.storage import publications

if TYPE_CHECKING:
    from bot.demo.stage import Stage

Name = Literal["introduce", "find", "ask", "monday", "organise", "erase"]
STEPS: Final[tuple[Name, ...]] = get_args(Name)
CARDS: Final[dict[str, Name]] = {"introductions": "introduce", "help_requests": "ask"}
"""The step that a new card of a feature fulfils."""
ACTS: Final[dict[str, Name]] = {
    "qui-fait": "find",
    "introductions:found": "find",
    "help_requests:send": "ask",
    "privacy:erase": "erase",
    "privacy:erase_but_tips": "erase",
}
"""The step that a command or a press fulfils, at once or when its effect is there."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step, the seat from which one tries it, and the place (a key of `Stage.places`); `at_panel` says that it begins
    under the channel's first message, the bot's panel, not under the newest."""

    name: Name
    role: Role
    place: str
    at_panel: bool = False


STARTS: Final[tuple[Step, ...]] = (
    Step("introduce", "newcomer", "hall"),
    Step("find", "newcomer", "hall"),
    Step("ask", "newcomer", "help", at_panel=True),
    Step("monday", "newcomer", "digest"),
    Step("organise", "organiser", "office"),
    Step("erase", "newcomer", "hall"),
)


class Tour:
    """What the visitor has tried. `hidden` says that they would rather not see it."""

    def __init__(self, stage: Stage, seats: Sequence[Seat]) -> None:
        self._stage = stage
        self._people = {stage.people[seat.name].id for seat in seats}
        self._before: frozenset[tuple[str, int]] = frozenset()
        self._erasing: set[int] = set()
        self._done: set[Name] = set()
        self.hidden = False

    @property
    def done(self) -> frozenset[Name]:
        """The steps whose effect was seen."""
        return frozenset(self._done)

    async def begin(self) -> None:
        """Remember what was published before the visitor came."""
        self._before = await self._cards()

    async def acted(self, seat: Seat, acts: Sequence[str]) -> None:
        """The visitor did something in the page: commands by their name, the rest by custom id."""
        for act in acts:
            step = ACTS.get(":".join(act.partition("@")[0].split(":")[:2]))
            if step == "erase":
                self._erasing.add(self._stage.people[seat.name].id)
            elif step is not None:
                self._done.add(step)
        await self.look()

    async def look(self) -> None:
        """See what took effect meanwhile."""
        db = self._stage.association.read()
        for kind, _ in await self._cards() - self._before:
            if step := CARDS.get(kind.partition(":")[0]):
                self._done.add(step)
        for person in self._erasing:
            if await members.get(db, person) is None:
                self._done.add("erase")

    def travelled(self, since: datetime, until: datetime) -> None:
        """Time went by: did a Monday morning come?"""
        monday = since + timedelta(days=7 - since.weekday())
        if monday.date() <= until.date():
            self._done.add("monday")

    def took(self, seat: Seat) -> None:
        """The visitor is somebody else now."""
        if seat.role == "organiser":
            self._done.add("organise")

    async def _cards(self) -> frozenset[tuple[str, int]]:
        """What stands of the seats' people on Discord: the kind of each card and its number."""
        db = self._stage.association.read()
        found = [card for person in self._people for card in await publications.of_member(db, person)]
        return frozenset((card.kind, card.ref) for card in found if card.message_id is not None)
