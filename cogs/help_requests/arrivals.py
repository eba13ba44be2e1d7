"""Who comes into a request's conversation, and the word there that says so. It names people, so it goes with them."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.people import members
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import cards, places, store
from cogs.help_requests.rules import Request

JOINED: Final = "help_requests:joined"
"""The kind of the rows that bring people in, and of the word that says so."""
EACH: Final = 1_000_000
"""Words of a request are published under numbers of its own: its id times this, and so on."""


async def bring(house: House, db: Connection, request: Request, member_id: int, *, say: bool) -> None:
    """Bring somebody into a request's thread, once there is one; with `say`, a word there tells its asker."""
    thread = await places.conversation(house, db, request)
    if thread is None:
        return
    reference = {"request": request.id}
    for operation in (Operation.ADD_MEMBER, *((Operation.POST,) if say else ())):
        await house.outbox.put(db, JOINED, operation, channel_id=thread, reference=reference, member_id=member_id)


async def show(house: House, association: Association, db: Connection, request_id: int) -> None:
    """Show a request's words as they are now: its asker went, or came back."""
    for ref in await _words(db, request_id):
        await house.publications.refresh(association, db, JOINED, ref)


async def take_down(house: House, association: Association, db: Connection, request_id: int) -> None:
    """No word of a request stands any more."""
    for ref in await _words(db, request_id):
        await house.publications.take_down(association, db, JOINED, ref)


async def _words(db: Connection, request_id: int) -> list[int]:
    return await store.published_between(db, JOINED, request_id * EACH, (request_id + 1) * EACH)


class Arrivals:
    """Brings people in; the word about it pings the asker alone."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(JOINED, self._render, self._sent, private=True))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        db, words = association.read(), association.words
        standing = await publications.at(db, row.message_id) if row.message_id is not None else None
        member_id = standing.member_id if standing is not None else row.member_id or 0
        request_id = standing.ref // EACH if standing is not None else int(row.reference.get("request", 0))
        request = await store.get(db, request_id)
        if request is None:
            return None
        here = await members.are_here(db, (member_id, request.asker_id))
        if standing is not None:
            said = cards.joined(words, member_id, request.asker_id) if here else cards.hidden(words)
            return Rendered(said)
        if not here or await self._house.lifecycle.kept_apart(association, db, request.asker_id, [member_id]):
            return None
        if row.operation is Operation.ADD_MEMBER:
            return Rendered()
        asker = discord.Object(request.asker_id)
        mentions = discord.AllowedMentions(everyone=False, roles=False, users=[asker])
        return Rendered(cards.joined(words, member_id, request.asker_id), mentions=mentions)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        """Note where it stands; one of somebody, or of a request, that is gone by now goes too."""
        if row.operation is not Operation.POST or sent.message_id is None:
            return
        request_id, member_id = int(row.reference["request"]), row.member_id or 0
        if await store.get(db, request_id) is None or await members.get(db, member_id) is None:
            place, message = sent.channel_id, sent.message_id
            await self._house.outbox.put(db, JOINED, Operation.DELETE, channel_id=place, message_id=message)
            return
        ref = max(await _words(db, request_id), default=request_id * EACH - 1) + 1
        await publications.write(db, JOINED, ref, member_id, "")
        await publications.posted(db, JOINED, ref, sent.channel_id, sent.message_id, None, forum=False)
