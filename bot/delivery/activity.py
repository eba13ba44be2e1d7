"""Has a human answered? The one place where the bot looks at what people post; of a message it keeps who wrote it and
what it replies to."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

import discord

from bot.delivery.discord_calls import Undeliverable, outside

_LOOKED_THROUGH = 100
_NEWEST = 20


@dataclass(frozen=True, slots=True)
class _Word:
    """That a person wrote: who, and in reply to which message."""

    author_id: int
    reply_to: int | None


async def answered(
    client: discord.Client, channel_id: int, *, to: int | None = None, not_by: Callable[[int], bool]
) -> bool | None:
    """Whether a person for whom `not_by` is false wrote in a channel or thread; with `to`, in reply to that message.

    None when that can't be known: the channel is gone, or the bot may not read it (Discord then shows it as empty).
    """
    words = await _words(client, channel_id, after=to)
    if words is None:
        return None
    return any(to in {None, word.reply_to} and not not_by(word.author_id) for word in words)


async def writers(client: discord.Client, channel_id: int) -> frozenset[int] | None:
    """Which people wrote in a channel or thread, an archived one too; None when that can't be known (see
    `answered`)."""
    words = await _words(client, channel_id)
    return None if words is None else frozenset(word.author_id for word in words)


async def _words(client: discord.Client, channel_id: int, *, after: int | None = None) -> list[_Word] | None:
    """What people wrote, among the first messages after one (of all, when None)."""
    try:
        async with outside():
            channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
            if not isinstance(channel, discord.TextChannel | discord.Thread) or not _may_read(channel):
                return None
            since = discord.Object(after) if after else None
            return [
                _Word(message.author.id, message.reference.message_id if message.reference is not None else None)
                async for message in channel.history(limit=_LOOKED_THROUGH, after=since, oldest_first=True)
                if not message.author.bot and not message.is_system()
            ]
    except Undeliverable:
        return None


async def spoke_last(client: discord.Client, channel_id: int, *, not_counting: Container[int] = ()) -> bool:
    """Whether the last message of a channel is one that the bot decided on by itself; members' cards and panels are
    `not_counting`. False when that can't be known."""
    return await own_last_word(client, channel_id, not_counting=not_counting) is not None


async def own_last_word(client: discord.Client, channel_id: int, *, not_counting: Container[int] = ()) -> int | None:
    """Which message it is, when the last one of a channel is such a one; else None."""
    try:
        async with outside():
            channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
            if not isinstance(channel, discord.TextChannel | discord.Thread) or not _may_read(channel):
                return None
            async for message in channel.history(limit=_NEWEST):
                # "somebody joined" is not a word of anybody
                if not message.is_system() and message.id not in not_counting:
                    return message.id if client.user is not None and message.author.id == client.user.id else None
    except Undeliverable:
        return None
    return None


@dataclass(frozen=True, slots=True)
class Word:
    """That somebody wrote: who, whether that is a bot, and when (UTC seconds)."""

    author_id: int
    bot: bool
    at: int


async def last_words(
    client: discord.Client, channel_id: int, *, not_counting: Container[int] = ()
) -> list[Word] | None:
    """Who wrote last in a channel or thread, the newest first; members' cards and panels are `not_counting`. None when
    that can't be known (see `answered`)."""
    return await _said(client, channel_id, None, not_counting)


async def first_words(
    client: discord.Client, channel_id: int, *, after: int, not_counting: Container[int] = ()
) -> list[Word] | None:
    """Who wrote first after a message, the oldest first; else as `last_words`."""
    return await _said(client, channel_id, discord.Object(after), not_counting)


async def _said(
    client: discord.Client, channel_id: int, after: discord.Object | None, not_counting: Container[int]
) -> list[Word] | None:
    """The last words, the newest first; those that come first `after` a message, the oldest first."""
    try:
        async with outside():
            channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
            if not isinstance(channel, discord.TextChannel | discord.Thread) or not _may_read(channel):
                return None
            return [
                Word(message.author.id, message.author.bot, int(message.created_at.timestamp()))
                async for message in channel.history(limit=_LOOKED_THROUGH, after=after, oldest_first=after is not None)
                if not message.is_system() and message.id not in not_counting
            ]
    except Undeliverable:
        return None


def _may_read(channel: discord.TextChannel | discord.Thread) -> bool:
    me: discord.Member | None = channel.guild.me
    if me is None:  # not connected: Discord itself says no
        return True
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return False
    return channel.permissions_for(me).read_message_history
