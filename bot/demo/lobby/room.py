"""The room: the one place that the visitor looks at, in SimCord's Preview, always at the same address.

The Preview shows one place to people fixed when it opens, so going elsewhere, or being somebody else, closes it and
opens another one on the same port with the same token: the tab is loaded again and stands in the new place. A tab that
isn't can do nothing any more in the former person's name. SimCord refuses two operations at once, and its page takes a
refusal for an unknown outcome; so what is pressed in the page waits here for its turn.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from simcord.backend.errors import SetupError
from simcord.backend.models import Channel
from simcord.builders import ChannelHandle
from simcord.enums import InteractionType
from simcord.preview import Preview

from bot.demo.lobby import whispers
from bot.demo.lobby.host import Host
from bot.demo.lobby.places import kind_of, may_see
from bot.demo.lobby.reading import last_message
from bot.demo.lobby.seats import Seat
from bot.demo.ports import Ports
from bot.schedule.clock import MINUTE
from bot.words.i18n import Words

if TYPE_CHECKING:
    from bot.demo.stage import Stage

LOCALES: Final = {"fr": "fr", "en": "en-US"}
ACTS: Final = {
    int(InteractionType.APPLICATION_COMMAND),
    int(InteractionType.MESSAGE_COMPONENT),
    int(InteractionType.MODAL_SUBMIT),
}
ANSWERS: Final = {"response", "deferred", "followup"}
"""What an act may be answered with, in SimCord's words: a message of its own."""
Told = Callable[[Seat, list[str]], Awaitable[None]]
"""Told after each act in the page: by whom, and the names of the commands and custom ids that reached the bot."""


class PlaceGone(Exception):  # noqa: N818
    """This person can't go there: it is gone, it isn't for them, or it is a forum, which has only its posts."""


class Room:
    """What the visitor looks at. Whoever calls `show`, `leave` or `refresh` holds the `lock`."""

    def __init__(self, stage: Stage, ports: Ports, lock: asyncio.Lock, told: Told) -> None:
        self._stage, self._lock, self._told = stage, lock, told
        self._ports, self._back = ports, Words(stage.story.language, "vous").plain("demo-to-lobby")
        self._token = secrets.token_urlsafe(32)
        self._preview: Preview | None = None
        self._leaving = asyncio.Event()
        self._shown: tuple[object, ...] = ()
        self._place_id: int | None = None
        self._seat: Seat | None = None
        self.message_id = 0
        """The message at which the page begins; 0, as one that isn't there, for the newest."""

    @property
    def place_id(self) -> int | None:
        """The place that is open, or None."""
        return self._place_id if self.is_open else None

    @property
    def seat(self) -> Seat | None:
        """As whom it is open, or None."""
        return self._seat if self.is_open else None

    @property
    def is_open(self) -> bool:
        """Whether the address answers; "End preview session" in the page closes it until a place is chosen again."""
        return self._preview is not None and self._preview._active

    @property
    def is_watched(self) -> bool:
        """Whether a tab shows it."""
        return self.is_open and self._preview is not None and len(self._preview._pages) > 1

    async def show(self, place_id: int, seat: Seat, message_id: int = 0) -> str:
        """Open a place as a person, at a message if it is there, and say its address. Raises `PlaceGone`; the place
        before stays open then."""
        backend = self._stage.env.backend
        channel = backend.channels.get(place_id)
        if channel is None or not may_see(self._stage, seat, place_id) or kind_of(channel) == "forum":
            raise PlaceGone(place_id)
        if (place_id, seat) != (self.place_id, self.seat):
            await self.leave()
            await self._open(channel, seat)
        assert self._preview is not None
        self.message_id = message_id
        wanted = message_id if message_id in backend.messages.get(place_id, {}) else None
        if (first := self._preview._python) is not None:  # a page begins at the newest message, whoever wrote it
            first.target_id, first.window_end_id = wanted or last_message(self._stage, place_id) or None, wanted
        return self._preview.url

    async def leave(self) -> None:
        """Close it: what waited for its turn in the page is refused. What was said there to this person alone is gone,
        as on Discord when the page is loaded again."""
        self._leaving.set()
        if self._preview is not None:
            await self._preview.close()
        if self._place_id is not None and self._seat is not None:
            whispers.forget(self._stage, self._place_id, self._stage.people[self._seat.name].id)
        self._preview = self._place_id = self._seat = None

    async def refresh(self) -> None:
        """Show the tab what happened by itself since its last act, if anything did: a page that is drawn anew may
        refuse a press that was on its way."""
        if self._preview is not None and self.is_open and self._shown != self._stamp():
            await self._preview.refresh()
            self._shown = self._stamp()

    async def _open(self, channel: Channel, seat: Seat) -> None:
        person, direct = self._stage.people[seat.name], channel.guild_id is None
        self._leaving = asyncio.Event()
        preview = self._stage.env.preview(
            ChannelHandle(self._stage.env, None if direct else self._stage.guild, channel),
            viewers=[person.user if direct else person],
            layout="channel",
            locale=LOCALES[self._stage.story.language],
            timezone=str(self._stage.association.zone),
            port=self._ports.rooms,
        )
        preview.capability = self._token
        preview._server = Host(preview, self._ports.url, channel.id, self._back)
        self._take_turns(preview, seat, self._leaving)
        self._ports.rooms_socket.close()  # from the first place on, the rooms themselves hold the port
        await preview.__aenter__()
        self._preview, self._place_id, self._seat = preview, channel.id, seat
        self._shown = self._stamp()

    def _take_turns(self, preview: Preview, seat: Seat, leaving: asyncio.Event) -> None:
        """Let each act in the page wait for its turn, and tell what it made reach the bot."""
        act = preview._action

        async def in_turn(context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
            if not await _acquired(self._lock, leaving):
                raise SetupError("the room was left")
            try:
                with self._overheard() as heard:
                    answer = await act(context_id, body)
                _turn_to_answer(preview, context_id, answer)
                self._shown = self._stamp()
                if heard:
                    await self._told(seat, heard)
                return answer
            finally:
                self._lock.release()

        preview._action = in_turn  # type: ignore[method-assign]

    def _stamp(self) -> tuple[object, ...]:
        """Changes with every message of the open place and every edit of one, and with the time."""
        assert self._place_id is not None
        found = self._stage.env.backend.messages.get(self._place_id, {}).values()
        return self._stage.clock.now() // MINUTE, *((message.id, message.edited_timestamp) for message in found)

    @contextmanager
    def _overheard(self) -> Iterator[list[str]]:
        """The names of the commands and the custom ids that reach the bot meanwhile."""
        heard: list[str] = []

        def listen(event: str, payload: Mapping[str, Any]) -> None:
            if event == "INTERACTION_CREATE" and payload["type"] in ACTS:
                data = payload["data"]
                heard.append(str(data.get("custom_id") or data.get("name")))

        self._stage.env.backend.subscribers.append(listen)
        try:
            yield heard
        finally:
            self._stage.env.backend.subscribers.remove(listen)


def _turn_to_answer(preview: Preview, context_id: str | None, answer: Mapping[str, Any]) -> None:
    """Bring what an act was answered with into view, as Discord does; SimCord's page leaves it below the fold."""
    said = [one for one in answer.get("outcomes") or () if one["kind"] in ANSWERS and "messageId" in one]
    page = preview._pages.get(context_id or "")
    if said and page is not None and page.target_id != (target := int(said[-1]["messageId"])):
        page.target_id = target
        preview._publish(page, reason="navigation")


async def _acquired(lock: asyncio.Lock, leaving: asyncio.Event) -> bool:
    """Wait for one's turn; False, without it, when the room is left first. Who leaves has the turn and waits until the
    page's last request is answered: without this, both would wait for each other."""
    taken, left = asyncio.create_task(lock.acquire()), asyncio.create_task(leaving.wait())
    try:
        await asyncio.wait({taken, left}, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        taken.add_done_callback(lambda had: None if had.cancelled() else lock.release())
        raise
    finally:
        left.cancel()
        taken.cancel()  # does nothing once it is done
    await asyncio.wait({taken})
    return not taken.cancelled()
