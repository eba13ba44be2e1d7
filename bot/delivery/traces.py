"""What earlier attempts left on Discord, recognised by their row's token. Discord drops no repeated thread and forgets
nonces after some minutes, so a repeated attempt looks here first.

Only what is younger than the first attempt is looked at, which ends the search; a minute is allowed for clocks that
differ.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Final

import discord

from bot.delivery.outside import Undeliverable, outside

_LOOKED_THROUGH: Final = 1000
"""Messages of a channel among which our own is looked for, from the first attempt on."""
_SLACK: Final = 60


async def message(client: discord.Client, channel_id: int, marker: int, *, since: int) -> int | None:
    """The id of our own message that carries `marker`, among those of a channel since a time."""
    after = discord.Object(_floor(since))
    async with outside():
        channel = client.get_partial_messageable(channel_id)
        async for found in channel.history(limit=_LOOKED_THROUGH, after=after):
            if _carries(found, marker):
                return found.id
    return None


async def posts(
    client: discord.Client, guild_id: int, forum_id: int, marker: int, *, since: int, title: str = ""
) -> list[int]:
    """Our forum posts that carry `marker`, the first made first. Where there is none, a post called `title` whose first
    message is gone: it may be ours, and another one beside it would be worse."""
    carrying, bare = [], []
    for thread in await _ours(client, guild_id, forum_id, since):
        try:
            async with outside():
                starter = await thread.fetch_message(thread.id)
        except Undeliverable as refused:
            if refused.reason == "permission":  # not seeing it doesn't mean that it isn't there
                raise
            if refused.reason == "message-gone" and title and thread.name == title:
                bare.append(thread.id)
        else:
            if _carries(starter, marker):
                carrying.append(thread.id)
    return carrying or bare[:1]


async def private_threads(
    client: discord.Client, guild_id: int, channel_id: int, mark: str, *, since: int
) -> list[int]:
    """Our private threads under a channel whose name ends with `mark`, the first made first."""
    ours = await _ours(client, guild_id, channel_id, since)
    return [thread.id for thread in ours if thread.is_private() and thread.name.endswith(mark)]


async def _ours(client: discord.Client, guild_id: int, parent_id: int, since: int) -> list[discord.Thread]:
    """The threads that the bot made under a channel since a time, open or archived, the first made first."""
    floor, me = _floor(since), client.user.id if client.user else None
    async with outside():
        guild = client.get_guild(guild_id) or await client.fetch_guild(guild_id)
        threads = {thread.id: thread for thread in await guild.active_threads() if thread.parent_id == parent_id}
    async with outside():
        threads |= {thread.id: thread async for thread in _archived(client, parent_id, floor)}
    return [thread for number, thread in sorted(threads.items()) if number >= floor and thread.owner_id == me]


async def _archived(client: discord.Client, parent_id: int, floor: int) -> AsyncIterator[discord.Thread]:
    """Archived threads, as far back as one made after `floor` can stand. A forum lists them by when they were archived,
    which is after they were made; private ones (those that the bot is in: no Manage Threads needed) come by number."""
    parent = client.get_channel(parent_id) or await client.fetch_channel(parent_id)
    if isinstance(parent, discord.ForumChannel):
        oldest = discord.utils.snowflake_time(floor)
        async for thread in parent.archived_threads(limit=None):
            if thread.archive_timestamp < oldest:
                return
            yield thread
    elif isinstance(parent, discord.TextChannel):
        async for thread in parent.archived_threads(private=True, joined=True, limit=None):
            if thread.id < floor:
                return
            yield thread


def _floor(since: int) -> int:
    """The smallest number that something made since a time can have."""
    at = datetime.fromtimestamp(since, UTC) - timedelta(seconds=_SLACK)
    return max(0, discord.utils.time_snowflake(at))


def _carries(found: discord.Message, marker: int) -> bool:
    return any(getattr(component, "id", None) == marker for component in found.components)
