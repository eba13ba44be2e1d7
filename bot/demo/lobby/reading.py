"""What each person has read. Nobody is told but the visitor, and only for the person they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import discord
from simcord.backend.models import Message
from simcord.enums import MessageType

from bot.schedule.clock import DAY

if TYPE_CHECKING:
    from bot.demo.stage import Stage

FRESH: Final = DAY
"""At the end of the story everybody has read everything but this last while, in seconds."""
UNCOUNTED: Final = frozenset({int(MessageType.THREAD_STARTER_MESSAGE), int(MessageType.RECIPIENT_ADD)})
"""Types of messages that nobody wrote: a thread's copy of what it hangs under, somebody added to a thread."""


class Reading:
    """How far each person has read in each place; made when the story is told."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        since = datetime.fromtimestamp(stage.clock.now() - FRESH, UTC)
        self._start = discord.utils.time_snowflake(since)
        self._read: dict[tuple[str, int], int] = {}

    def unread(self, name: str, channel_id: int) -> int:
        """How many messages are new to a person in a place they can see; their own never are."""
        person, mark = self._stage.people[name].id, self._read.get((name, channel_id), self._start)
        return sum(message.author_id != person for message in self._since(channel_id, mark))

    def opened(self, name: str, channel_id: int) -> None:
        """A person looks at a place: all that stands there is read."""
        if last := last_message(self._stage, channel_id):
            self._read[name, channel_id] = last

    def _since(self, channel_id: int, mark: int) -> Iterator[Message]:
        for message in self._stage.env.backend.messages.get(channel_id, {}).values():
            if message.id > mark and not message.is_ephemeral and message.type not in UNCOUNTED:
                yield message


def first_message(stage: Stage, channel_id: int) -> int:
    """The id of the oldest message that isn't one person's alone; 0 where there is none."""
    return min(_messages(stage, channel_id), default=0)


def last_message(stage: Stage, channel_id: int) -> int:
    """The id of the newest message that isn't one person's alone; 0 where there is none."""
    return max(_messages(stage, channel_id), default=0)


def _messages(stage: Stage, channel_id: int) -> list[int]:
    found = stage.env.backend.messages.get(channel_id, {}).values()
    return [message.id for message in found if not message.is_ephemeral]
