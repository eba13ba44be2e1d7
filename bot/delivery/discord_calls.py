"""Calls to Discord as the outbox needs them. `bot.delivery.outside` says how each can end."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import discord

from bot.delivery import traces
from bot.delivery.forum_tags import tags_of
from bot.delivery.outside import Undecided, Undeliverable, outside, towards_somebody
from bot.logs import fields

__all__ = ["Calls", "Undecided", "Undeliverable", "outside"]

_ARCHIVED: Final = 50083
_THREAD_EXISTS: Final = 160004
_A_WEEK: Final = 10080
"""Minutes without a message after which a thread is archived: the longest that Discord offers."""

log = logging.getLogger(__name__)


class Calls:
    """The operations of the outbox, on the real client."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def post(
        self, channel_id: int, view: discord.ui.LayoutView, nonce: int, mentions: discord.AllowedMentions
    ) -> int:
        """Post in a text channel, a thread or a direct message; the message's id."""
        async with towards_somebody():
            message = await self._client.get_partial_messageable(channel_id).send(
                view=view, nonce=nonce, allowed_mentions=mentions
            )
        return message.id

    async def forum_post(
        self,
        forum_id: int,
        title: str,
        view: discord.ui.LayoutView,
        mentions: discord.AllowedMentions,
        *,
        tags: Sequence[str] = (),
    ) -> tuple[int, int]:
        """Create a post in a forum; the ids of its thread and of its first message."""
        async with outside():
            forum = await self._channel(forum_id)
            if not isinstance(forum, discord.ForumChannel):
                raise Undeliverable("channel-gone")
            applied = await tags_of(forum, tags)
            made = await forum.create_thread(name=title, view=view, allowed_mentions=mentions, applied_tags=applied)
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
            try:
                await act()
            except discord.HTTPException:
                await thread.edit(archived=True)
                raise
            await thread.edit(archived=True)

    async def thread(self, guild_id: int, channel_id: int, message_id: int, title: str) -> int:  # noqa: ARG002
        """Open the thread under a message; its id. A message has one thread at most, so a repeated call finds it."""
        async with outside():
            try:
                # the library's own method refuses to work while the server is not in its cache
                made = await self._client.http.start_thread_with_message(
                    channel_id, message_id, name=title, auto_archive_duration=_A_WEEK
                )
            except discord.HTTPException as error:
                if error.code == _THREAD_EXISTS:
                    return message_id
                raise
        return int(made["id"])

    async def private_thread(self, channel_id: int, title: str) -> int:
        """Open a private thread under a text channel, where only the bot adds people; its id."""
        async with outside():
            made = await self._client.http.start_thread_without_message(
                channel_id,
                name=title,
                auto_archive_duration=_A_WEEK,
                type=discord.ChannelType.private_thread.value,
                invitable=False,
            )
        return int(made["id"])

    async def add_member(self, thread_id: int, user_id: int) -> None:
        """Add a person to a thread, quietly where it is archived; doing it again changes nothing."""
        async with towards_somebody():
            await self._also_archived(thread_id, lambda: self._client.http.add_user_to_thread(thread_id, user_id))

    async def silence(self, guild_id: int, user_id: int, until: int | None, why: str) -> None:
        """Discord's own timeout, until an instant (UTC seconds); None ends it. `why` stands in the server's audit
        log."""
        at = None if until is None else datetime.fromtimestamp(until, UTC).isoformat()
        async with towards_somebody():
            await self._client.http.edit_member(guild_id, user_id, reason=why, communication_disabled_until=at)

    async def open_dm(self, user_id: int) -> int:
        """The id of the channel for direct messages to a person: the same each time, and no sign that they will
        arrive."""
        async with towards_somebody():
            channel = await self._client.http.start_private_message(user_id)
        return int(channel["id"])

    async def edit_thread(self, thread_id: int, *, title: str, archived: bool | None, tags: Sequence[str] = ()) -> None:
        """Rename, tag, and archive or reopen a thread, if it still stands. An archived one has to be open while it is
        changed."""
        try:
            async with outside():
                thread = await self._thread(thread_id)
                wanted = thread.archived if archived is None else archived
                changes = await self._changes(thread, title, tags)
                if changes:
                    thread = await thread.edit(**changes)
                if wanted != thread.archived:
                    await thread.edit(archived=wanted)
        except Undeliverable as refused:
            if refused.reason != "channel-gone":
                raise

    async def _changes(self, thread: discord.Thread, title: str, tags: Sequence[str]) -> dict[str, Any]:
        """What differs from how a thread is called and tagged."""
        changes: dict[str, Any] = {"name": title} if title and title != thread.name else {}
        forum = await self._channel(thread.parent_id) if tags else None
        if isinstance(forum, discord.ForumChannel):
            applied = await tags_of(forum, tags)
            if {tag.id for tag in applied} != set(thread._applied_tags):
                changes["applied_tags"] = applied
        return {**changes, "archived": False} if changes and thread.archived else changes

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
            if isinstance(channel, discord.Thread) and await self._is_post(channel):
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
        return await traces.message(self._client, channel_id, marker, since=since)

    async def find_post(
        self, guild_id: int, forum_id: int, marker: int, *, since: int, title: str = ""
    ) -> tuple[int, int] | None:
        """The forum post of ours that carries `marker`: the first one made; its twins are deleted. One that lost its
        first message is recognised by `title`."""
        posts = await traces.posts(self._client, guild_id, forum_id, marker, since=since, title=title)
        kept = await self._keep_first(posts)
        return None if kept is None else (kept, kept)

    async def find_private_thread(self, guild_id: int, channel_id: int, mark: str, *, since: int) -> int | None:
        """The private thread of ours whose name ends with `mark`: the first one made; its twins are deleted."""
        threads = await traces.private_threads(self._client, guild_id, channel_id, mark, since=since)
        return await self._keep_first(threads)

    async def _keep_first(self, threads: Sequence[int]) -> int | None:
        for twin in threads[1:]:
            await self._remove(twin)
        return threads[0] if threads else None

    async def _remove(self, thread_id: int) -> None:
        """Delete a twin. That takes Manage Threads; without it, what is ours to do: empty it and archive it."""
        try:
            await self.delete_thread(thread_id)
        except Undeliverable:
            log.warning("a twin was archived, not deleted", extra=fields(channel=thread_id))
            await self.delete(thread_id, thread_id)
            await self.edit_thread(thread_id, title="", archived=True)

    def _message(self, channel_id: int, message_id: int) -> discord.PartialMessage:
        return self._client.get_partial_messageable(channel_id).get_partial_message(message_id)

    async def _channel(self, channel_id: int) -> discord.abc.GuildChannel | discord.abc.PrivateChannel | discord.Thread:
        return self._client.get_channel(channel_id) or await self._client.fetch_channel(channel_id)

    async def _thread(self, thread_id: int) -> discord.Thread:
        thread = await self._client.fetch_channel(thread_id)
        if not isinstance(thread, discord.Thread):
            raise Undeliverable("channel-gone")
        return thread

    async def _is_post(self, thread: discord.Thread) -> bool:
        return isinstance(thread.parent or await self._channel(thread.parent_id), discord.ForumChannel)
