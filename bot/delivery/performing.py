"""Doing what a row says, on Discord, so that doing it again makes no twin. `bot.delivery.outbox` holds the argument."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import discord

from bot.delivery.discord_calls import Calls
from bot.delivery.operations import Operation
from bot.delivery.rows import Row, Sent
from bot.schedule.clock import HOUR, Clock
from bot.words.text import THREAD_NAME, truncate

SLACK: Final = 2 * HOUR
"""How far from Discord's clock ours may have been at an attempt: what is looked for is looked for from then on."""
RETRIED_INSIDE: Final = 0.9
"""Seconds after which a creation may have been repeated by the library, which pauses for one at least."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a row shows when it is sent: a layout, a title for threads, forum tags by name, and whom it may ping
    (nobody)."""

    view: discord.ui.LayoutView | None = None
    title: str = ""
    tags: Sequence[str] = ()
    archived: bool | None = None
    mentions: discord.AllowedMentions = field(default_factory=discord.AllowedMentions.none)


class Performer:
    """The operations of the outbox, each recognisable or repeatable."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock

    async def perform(self, guild_id: int, row: Row, rendered: Rendered) -> Sent:
        """Do it; where the result stands. Raises `Undeliverable` or `Undecided`."""
        match row.operation:
            case Operation.POST:
                return await self._post(row.channel_id, row, rendered)
            case Operation.DM:
                return await self._post(await self._calls.open_dm(row.member_id or 0), row, rendered)
            case Operation.FORUM_POST:
                return await self._forum_post(guild_id, row, rendered)
            case Operation.PRIVATE_THREAD:
                return await self._private_thread(guild_id, row, rendered)
            case Operation.THREAD:
                thread = await self._calls.thread(guild_id, row.channel_id, row.message_id or 0, rendered.title)
                return Sent(thread, row.message_id)
            case Operation.UNPOST | Operation.FORUM_UNPOST | Operation.UNTHREAD:
                await self._unpost(guild_id, row)
            case _:
                await self._change(row, rendered)
        return Sent(row.channel_id, row.message_id)

    async def _change(self, row: Row, rendered: Rendered) -> None:
        """What may be done again: it changes, or takes away, something that stands."""
        calls, place, message = self._calls, row.channel_id, row.message_id or 0
        match row.operation:
            case Operation.EDIT:
                await calls.edit(place, message, _marked(rendered, row), rendered.mentions)
            case Operation.DELETE:
                await calls.delete(place, message)
            case Operation.ADD_MEMBER:
                await calls.add_member(place, row.member_id or 0)
            case Operation.THREAD_EDIT:
                await calls.edit_thread(place, title=rendered.title, archived=rendered.archived, tags=rendered.tags)
            case Operation.THREAD_DELETE:
                await calls.delete_thread(place)
            case Operation.PIN:
                await calls.pin(place, message)

    async def _post(self, place: int, row: Row, rendered: Rendered) -> Sent:
        """A repeated attempt looks first; what had not landed yet when it looked, Discord knows by its nonce."""
        if row.attempt_at is not None:
            found = await self._calls.find_message(place, row.marker, since=_since(row))
            if found:
                return Sent(place, found)
        return Sent(place, await self._calls.post(place, _marked(rendered, row), row.token, rendered.mentions))

    async def _forum_post(self, guild_id: int, row: Row, rendered: Rendered) -> Sent:
        """Posts have no nonce: a repeated attempt looks first, a slow one looks after; twins are deleted."""
        if row.attempt_at is not None and (post := await self._own_post(guild_id, row)):
            return post
        began, now = time.monotonic(), self._clock.now()
        made = await self._calls.forum_post(
            row.channel_id, rendered.title, _marked(rendered, row), rendered.mentions, tags=rendered.tags
        )
        if time.monotonic() - began < RETRIED_INSIDE:
            return Sent(*made)
        return await self._own_post(guild_id, row, now) or Sent(*made)

    async def _own_post(self, guild_id: int, row: Row, now: int | None = None) -> Sent | None:
        found = await self._calls.find_post(guild_id, row.channel_id, row.marker, since=_since(row, now))
        return Sent(*found) if found else None

    async def _private_thread(self, guild_id: int, row: Row, rendered: Rendered) -> Sent:
        """The same, recognised by the end of the thread's first name; its first message takes over as the marker."""
        if row.attempt_at is not None and (thread := await self._own_thread(guild_id, row)):
            return thread
        began, now = time.monotonic(), self._clock.now()
        title = f"{truncate(rendered.title, THREAD_NAME - len(row.mark) - 1)} {row.mark}"
        made = await self._calls.private_thread(row.channel_id, title)
        if time.monotonic() - began < RETRIED_INSIDE:
            return Sent(made, None)
        return await self._own_thread(guild_id, row, now) or Sent(made, None)

    async def _own_thread(self, guild_id: int, row: Row, now: int | None = None) -> Sent | None:
        found = await self._calls.find_private_thread(guild_id, row.channel_id, row.mark, since=_since(row, now))
        return Sent(found, None) if found else None

    async def _unpost(self, guild_id: int, row: Row) -> None:
        """Find what an undecided creation may have left, and delete it."""
        match row.operation:
            case Operation.UNPOST:
                found = await self._calls.find_message(row.channel_id, row.marker, since=_since(row))
                if found:
                    await self._calls.delete(row.channel_id, found)
                return
            case Operation.FORUM_UNPOST:
                left = await self._own_post(guild_id, row)
            case _:
                left = await self._own_thread(guild_id, row)
        if left:
            await self._calls.delete_thread(left.channel_id)


def _since(row: Row, now: int | None = None) -> int:
    """From when on a row's earlier attempts are looked for."""
    first = row.attempt_at if row.attempt_at is not None else now or 0
    return max(0, first - SLACK)


def _marked(rendered: Rendered, row: Row) -> discord.ui.LayoutView:
    """The layout, whose first container carries the row's token, so that the message can be recognised later."""
    assert rendered.view is not None, row.kind
    for item in rendered.view.children:
        if isinstance(item, discord.ui.Container):
            item.id = row.marker
            break
    return rendered.view
