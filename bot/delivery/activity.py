"""Has a human answered? The one place where the bot looks at what people post, and it keeps only author id, bot flag
and time."""

from __future__ import annotations

import discord

from bot.delivery.discord_calls import Undeliverable, outside

_LOOKED_THROUGH = 100


async def answered(client: discord.Client, channel_id: int, *, to: int | None = None, not_by: int) -> bool:
    """Whether a person other than `not_by` wrote in a channel or thread; with `to`, only after that message and in
    reply to it.

    A channel that is gone or can't be read counts as not answered.
    """
    after = discord.Object(to) if to else None
    try:
        async with outside():
            channel = client.get_partial_messageable(channel_id)
            async for message in channel.history(limit=_LOOKED_THROUGH, after=after, oldest_first=True):
                replies = to is None or (message.reference is not None and message.reference.message_id == to)
                if not message.author.bot and message.author.id != not_by and replies:
                    return True
    except Undeliverable:
        return False
    return False
