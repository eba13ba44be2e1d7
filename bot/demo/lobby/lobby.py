"""The lobby as a whole: what its page asks for and does. One lock keeps the visitor, time and the bot apart."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.demo.lobby import whispers
from bot.demo.lobby.places import Place, may_see, places_of
from bot.demo.lobby.reading import Reading, first_message
from bot.demo.lobby.room import Room
from bot.demo.lobby.seats import Role, Seat, seats_of
from bot.demo.lobby.tour import STARTS, Name, Tour
from bot.demo.lobby.travel import Jump, Travel
from bot.demo.ports import Ports
from bot.demo.story import Story, live_on

if TYPE_CHECKING:
    from bot.demo.stage import Stage

log = logging.getLogger(__name__)


class Lobby:
    """What surrounds a told story. Open it with `async with`; leaving ends a journey and closes the room."""

    def __init__(self, stage: Stage, story: Story, ports: Ports) -> None:
        self.stage, self.story = stage, story
        self.seats: Sequence[Seat] = seats_of(story)
        self.seat = self.seats[0]
        self.lock = asyncio.Lock()
        self.reading = Reading(stage)
        self.tour = Tour(stage, self.seats)
        self.room = Room(stage, ports, self.lock, self.tour.acted)
        self.travel = Travel(stage, self.lock, lambda: live_on(stage, story))
        self._journey: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Lobby:
        whispers.forget_all(self.stage)
        await self.tour.begin()
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._journey is not None:
            self._journey.cancel()
        await self.arrived()
        async with self.lock:
            await self.room.leave()

    def places(self) -> tuple[Place, ...]:
        """What the visitor sees as who they are; what a tab shows is read."""
        if self.room.is_watched and self.room.place_id is not None and self.room.seat == self.seat:
            self.reading.opened(self.seat.name, self.room.place_id)
        return places_of(self.stage, self.seat, self.reading)

    async def here(self) -> str:
        """The address of the open place, for a tab that shows a former one. Raises `PlaceGone` where none is."""
        async with self.lock:
            return await self._show(self.room.place_id or 0, self.room.message_id)

    async def choose(self, place_id: int, message_id: int = 0) -> str:
        """Show a place in the tab beside the lobby, at a message if it is there, and say its address. Raises
        `PlaceGone`."""
        async with self.lock:
            return await self._show(place_id, message_id)

    async def sit(self, role: Role) -> None:
        """Be somebody else; the open room follows."""
        async with self.lock:
            await self._sit(role)

    async def start(self, step: Name) -> str:
        """Go where a step of the tour begins, as whom it is for; the address of the place."""
        async with self.lock:
            start = next(found for found in STARTS if found.name == step)
            if start.role != self.seat.role:
                await self._sit(start.role)
            place_id = self.stage.places[start.place].id
            return await self._show(place_id, first_message(self.stage, place_id) if start.at_panel else 0)

    def depart(self, jump: Jump) -> bool:
        """Begin a journey in the background; False, without it, while one is under way."""
        if self.travel.busy or (self._journey is not None and not self._journey.done()):
            return False
        self._journey = asyncio.create_task(self._go(jump))
        return True

    async def arrived(self) -> None:
        """Wait until no journey is under way."""
        if self._journey is not None:
            await asyncio.wait({self._journey})

    async def beat(self) -> None:
        """Let the bot's heart beat: what a visitor's press made due happens, though the story's clock stands still. On
        a journey it beats anyway, and the tab is left in peace."""
        if self.travel.busy:
            return
        async with self.lock:
            await self.stage.beat()
            await self._refresh()

    async def _show(self, place_id: int, message_id: int = 0) -> str:
        address = await self.room.show(place_id, self.seat, message_id)
        self.reading.opened(self.seat.name, place_id)
        return address

    async def _sit(self, role: Role) -> None:
        self.seat = next(seat for seat in self.seats if seat.role == role)
        self.tour.took(self.seat)
        await self._follow()

    async def _follow(self) -> None:
        """Keep the open room in step: the same place as who the visitor is now, else the first that they see."""
        if (place_id := self.room.place_id) is not None:
            if not may_see(self.stage, self.seat, place_id):
                place_id = next(place.id for place in self.places() if place.kind != "forum")
            await self.room.show(place_id, self.seat, self.room.message_id)

    async def _refresh(self) -> None:
        """Something happened by itself: show it, and see what it was."""
        await self._follow()  # the place may be gone
        await self.room.refresh()
        await self.tour.look()

    async def _go(self, jump: Jump) -> None:
        since = self.travel.now
        try:
            await self.travel.go(jump)
        except Exception:
            log.exception("the journey ended early")
        self.tour.travelled(since, self.travel.now)
        try:
            async with self.lock:
                whispers.forget_all(self.stage)
                await self._refresh()
        except Exception:  # the next beat shows it
            log.exception("the room doesn't show where the journey led")
