"""What stands and stood on the simulated Discord during a quarter, seen from outside: who wrote what, where, when."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from discord import MessageType

from tests.world import World

_WORDS = {MessageType.default.value, MessageType.reply.value}


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it was when it was first seen. `acts` are the custom ids of its buttons, `pings` who was rung."""

    id: int
    place: int
    author: int
    bot: bool
    at: int
    text: str
    acts: tuple[str, ...]
    pings: tuple[int, ...]

    def offers(self, act: str) -> bool:
        """Whether a button of it begins with this."""
        return any(one.startswith(act) for one in self.acts)

    @property
    def is_digest(self) -> bool:
        """Whether it is a digest in a channel."""
        return self.offers("digest:all:")


class Watch:
    """Looks at every channel from time to time, and keeps what it saw."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.said: list[Said] = []
        """Everything that people and the bot wrote, in order."""
        self.private: dict[int, int] = {}
        """Whose direct messages a channel holds, by channel."""
        self._seen: set[int] = set()

    def look(self) -> list[Said]:
        """What was written since the last look."""
        backend = self._world.env.backend
        new = [
            self._read(message)
            for place, messages in list(backend.messages.items())
            for number, message in list(messages.items())
            if number not in self._seen and place in backend.channels
        ]
        self._seen |= {one.id for one in new}
        for one in new:
            channel = backend.channels[one.place]
            if channel.recipient_ids:
                self.private[one.place] = next(n for n in channel.recipient_ids if n != backend.bot_user.id)
        kept = sorted((one for one in new if self._counts(one)), key=lambda one: one.id)
        self.said += kept
        return kept

    def _counts(self, one: Said) -> bool:
        """A word to others: what only one person sees after a press, and Discord's own lines, are none."""
        message = self._world.env.backend.messages[one.place][one.id]
        return message.type in _WORDS and not message.is_ephemeral and message.interaction_metadata is None

    def _read(self, message: Any) -> Said:
        parts = list(_walk(message.components))
        words = [str(part["content"]) for part in parts if part.get("content")]
        return Said(
            id=message.id,
            place=message.channel_id,
            author=message.author_id,
            bot=self._world.env.backend.users[message.author_id].bot,
            at=int(datetime.fromisoformat(message.timestamp).timestamp()),
            text="\n".join([message.content, *words] if message.content else words),
            acts=tuple(str(part["custom_id"]) for part in parts if part.get("custom_id")),
            pings=tuple(message.ping_user_ids),
        )

    def last_word(self, place: int) -> Said | None:
        """The last message that stands in a channel."""
        return next((one for one in reversed(self.said) if one.place == place and self.stands(one)), None)

    def spoken(self, places: Collection[int], since: int, *, but: int = 0) -> int | None:
        """When a person last wrote in one of these channels or threads, from an instant on; never mind `but`."""
        found = (one.at for one in self.said if not one.bot and one.place in places and one.author != but)
        return max((at for at in found if at >= since), default=None)

    def stands(self, one: Said) -> bool:
        """Whether a message is still there."""
        return one.id in self._world.env.backend.messages.get(one.place, {})

    def standing(self, since: int) -> Iterator[tuple[int, str]]:
        """All that the bot's messages say now, and what threads are called: the channel, and everything as one text. Of
        direct messages, those that were written from an instant on."""
        backend = self._world.env.backend
        for place, channel in backend.channels.items():
            if channel.is_thread and channel.parent_id not in backend.channels:
                continue  # Discord deletes threads with their channel, SimCord doesn't
            yield place, channel.name or ""
            for message in backend.messages.get(place, {}).values():
                old = channel.recipient_ids and datetime.fromisoformat(message.timestamp).timestamp() < since
                is_ours = backend.users[message.author_id].bot and message.type in _WORDS and not message.is_ephemeral
                if is_ours and not old:
                    yield place, json.dumps([message.content, message.components], ensure_ascii=False, default=str)


def _walk(components: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        accessory = component.get("accessory")
        yield from _walk([*component.get("components", ()), *([accessory] if accessory else ())])
