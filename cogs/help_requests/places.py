"""Where a request, its conversation and its thanks stand on Discord."""

from __future__ import annotations

from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import link
from cogs.help_requests.rules import Request

CARD: Final = "help_requests:card"
"""The kind of a request's publication; its ref is the request's id."""
THREAD: Final = "help_requests:thread"
"""The kind of a private request's thread and of its first message; the ref is the request's id."""
THANKS: Final = "help_requests:thanks"
"""The kind of a thanks that is shown in a thread; the ref is the thanks' id."""


async def url(house: House, association: Association, db: Connection, request: Request) -> str | None:
    """The address of a request's card; of a private one, of its thread. None while there is none."""
    if request.private:
        return link(association.guild_id, request.thread_id) if request.thread_id else None
    return house.publications.url(association, await house.publications.get(db, CARD, request.id))


async def conversation(house: House, db: Connection, request: Request) -> int | None:
    """The thread in which people talk about a request, or None."""
    if request.private:
        return request.thread_id
    standing = await house.publications.get(db, CARD, request.id)
    return None if standing is None else standing.thread_id


async def conversation_url(house: House, association: Association, db: Connection, request: Request) -> str | None:
    """Where to go to talk about it: that thread, or the card while it has none."""
    thread = await conversation(house, db, request)
    return link(association.guild_id, thread) if thread else await url(house, association, db, request)
