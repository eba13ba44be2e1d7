"""Calls to Discord as the outbox needs them: each ends within 30 s as a result, a refusal with its reason, or
"undecided"."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Final

import aiohttp
import discord

from bot.storage.database import refuse_calls_outside

TIMEOUT: Final = 30.0
_LOOKED_THROUGH: Final = 1000
"""Messages of a channel among which our own is looked for, from the first attempt on."""

_REASONS: Final = {
    10003: "channel-gone",
    10008: "message-gone",
    50001: "permission",
    50013: "permission",
    40058: "permission",
    160006: "full",
    30047: "permission",
}
_ARCHIVED_POSTS: Final = 50
_ARCHIVED: Final = 50083
_THREAD_EXISTS: Final = 160004


class Undeliverable(Exception):  # noqa: N818 (a value the feature decides on)
    """Discord refused for a reason that trying again won't change: `channel-gone`, `message-gone`, `permission`,
    `full`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Undecided(Exception):  # noqa: N818
    """No clear answer (5xx, reset, time-out): it may have happened or not."""


@asynccontextmanager
async def outside() -> AsyncIterator[None]:
    """A call to Discord: never inside a transaction, never longer than 30 s, its failures sorted."""
    refuse_calls_outside()
    try:
        async with asyncio.timeout(TIMEOUT):
            yield
    except discord.HTTPException as error:
        reason = _REASONS.get(error.code)
        if reason is None and error.status == 403:
            reason = "permission"
        if reason is not None:
            raise Undeliverable(reason) from error
        if error.status >= 500 or error.status == 429:
            raise Undecided(f"HTTP {error.status}") from error
        raise
    except (TimeoutError, OSError, aiohttp.ClientError) as error:
        raise Undecided(type(error).__name__) from error


class Calls:
    """The operations of the outbox, on the real client."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def post(
        self, channel_id: int, view: discord.ui.LayoutView, nonce: int, mentions: discord.AllowedMentions
    ) -> int:
        """Post in a text channel or thread; the message's id."""
        async with outside():
            message = await self._client.get_partial_messageable(channel_id).send(
                view=view, nonce=nonce, allowed_mentions=mentions
            )
        return message.id

    async def forum_post(
        self, forum_id: int, title: str, view: discord.ui.LayoutView, mentions: discord.AllowedMentions
    ) -> tuple[int, int]:
        """Create a post in a forum; the ids of its thread and of its first message."""
        async with outside():
            forum = await self._channel(forum_id)
            if not isinstance(forum, discord.ForumChannel):
                raise Undeliverable("channel-gone")
            tags = [tag for tag in forum.available_tags if not tag.moderated][:1] if forum.flags.require_tag else []
            made = await forum.create_thread(name=title, view=view, allowed_mentions=mentions, applied_tags=tags)
        return made.thread.id, made.message.id

    async def edit(
        self, channel_id: int, message_id: int, view: discord.ui.LayoutView, mentions: discord.AllowedMentions
    ) -> None:
        """Edit a message, quietly where its thread is archived."""
        message = self._message(channel_id, message_id)
        async with outside():
            await self._also_archived(channel_id, lambda: message.edit(view=view, allowed_mentions=mentions))

    async def delete(self, channel_id: int, message_id: int) -> None:
        """Delete a message, also in an archived thread; one that is gone already is as good."""
        try:
            async with outside():
                await self._also_archived(channel_id, self._message(channel_id, message_id).delete)
        except Undeliverable as refused:
            if refused.reason not in {"message-gone", "channel-gone"}:
                raise

    async def _also_archived(self, channel_id: int, act: Callable[[], Awaitable[object]]) -> None:
        """Discord refuses to change a message of an archived thread: it is opened for that moment."""
        try:
            await act()
        except discord.HTTPException as error:
            if error.code != _ARCHIVED:
                raise
            thread = await self._thread(channel_id)
            await thread.edit(archived=False)
            await act()
            await thread.edit(archived=True)

    async def thread(self, guild_id: int, channel_id: int, message_id: int, title: str) -> int:
        """Open the thread under a message; its id. A message has one thread at most, so a repeated call finds it."""
        async with outside():
            try:
                channel = self._client.get_partial_messageable(channel_id, guild_id=guild_id)
                message = channel.get_partial_message(message_id)
                made = await message.create_thread(name=title, auto_archive_duration=10080)
            except discord.HTTPException as error:
                if error.code == _THREAD_EXISTS:
                    return message_id
                raise
        return made.id

    async def edit_thread(self, thread_id: int, *, title: str, archived: bool | None) -> None:
        """Rename and archive or reopen a thread, if it still stands. An archived one has to be open while it is
        renamed."""
        try:
            async with outside():
                thread = await self._thread(thread_id)
                wanted = thread.archived if archived is None else archived
                if title and title != thread.name:
                    thread = await (
                        thread.edit(name=title, archived=False) if thread.archived else thread.edit(name=title)
                    )
                if wanted != thread.archived:
                    await thread.edit(archived=wanted)
        except Undeliverable as refused:
            if refused.reason != "channel-gone":
                raise

    async def delete_thread(self, thread_id: int) -> None:
        """Delete a thread; one that is gone already is as good."""
        try:
            async with outside():
                await (await self._thread(thread_id)).delete()
        except Undeliverable as refused:
            if refused.reason != "channel-gone":
                raise

    async def pin(self, channel_id: int, message_id: int) -> None:
        """Pin a message; in a forum, the post that it begins."""
        async with outside():
            channel = await self._channel(channel_id)
            if isinstance(channel, discord.Thread) and isinstance(channel.parent, discord.ForumChannel):
                await channel.edit(pinned=True)
            else:
                await self._message(channel_id, message_id).pin()

    async def exists(self, channel_id: int, message_id: int) -> bool:
        """Whether a message still stands. Raises `Undeliverable` when the channel can't be read."""
        try:
            async with outside():
                await self._message(channel_id, message_id).fetch()
        except Undeliverable as refused:
            if refused.reason == "permission":
                raise
            return False
        return True

    async def find_message(self, channel_id: int, marker: int, *, since: int) -> int | None:
        """The id of our own message that carries `marker`, among those of a channel since a time."""
        after = discord.Object(discord.utils.time_snowflake(datetime.fromtimestamp(since - 60, UTC)))
        async with outside():
            channel = self._client.get_partial_messageable(channel_id)
            async for message in channel.history(limit=_LOOKED_THROUGH, after=after):
                if _carries(message, marker):
                    return message.id
        return None

    async def find_post(self, guild_id: int, forum_id: int, marker: int, *, since: int) -> tuple[int, int] | None:
        """The forum post of ours that carries `marker`: the first one made; its twins are deleted."""
        floor = discord.utils.time_snowflake(datetime.fromtimestamp(since - 60, UTC))
        found: list[discord.Thread] = []
        async with outside():
            guild = self._client.get_guild(guild_id) or await self._client.fetch_guild(guild_id)
            threads = [thread for thread in await guild.active_threads() if thread.parent_id == forum_id]
            forum = await self._channel(forum_id)
            if isinstance(forum, discord.ForumChannel):
                threads += [thread async for thread in forum.archived_threads(limit=_ARCHIVED_POSTS)]
            for thread in sorted(threads, key=lambda thread: thread.id):
                if thread.id >= floor and self._client.user and thread.owner_id == self._client.user.id:
                    starter = await _starter(thread)
                    if starter is not None and _carries(starter, marker):
                        found.append(thread)
        for twin in found[1:]:
            await self.delete_thread(twin.id)
        return (found[0].id, found[0].id) if found else None

    def _message(self, channel_id: int, message_id: int) -> discord.PartialMessage:
        return self._client.get_partial_messageable(channel_id).get_partial_message(message_id)

    async def _channel(self, channel_id: int) -> discord.abc.GuildChannel | discord.abc.PrivateChannel | discord.Thread:
        return self._client.get_channel(channel_id) or await self._client.fetch_channel(channel_id)

    async def _thread(self, thread_id: int) -> discord.Thread:
        thread = await self._client.fetch_channel(thread_id)
        if not isinstance(thread, discord.Thread):
            raise Undeliverable("channel-gone")
        return thread


async def _starter(thread: discord.Thread) -> discord.Message | None:
    try:
        return await thread.fetch_message(thread.id)
    except discord.NotFound:
        return None


def _carries(message: discord.Message, marker: int) -> bool:
    return any(getattr(component, "id", None) == marker for component in message.components)
