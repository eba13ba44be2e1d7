"""A private request: its asker decides on each person who offers to help, and only then is there a thread."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from bot.ui.private_threads import PrivateThreadKind, Shown
from bot.words.text import member
from cogs.help_requests import cards, letters, people_store, posts, rules, store
from cogs.help_requests.places import THREAD
from cogs.help_requests.rules import Request


@action("help_requests:accept")
async def accept(press: Press, request_id: int, helper: int) -> None:
    """Open the thread to this person; the others who were asked read "C'est pris, merci." """
    house, association = press.house, press.association
    async with association.transaction() as db:
        request = await _own(press, db, request_id)
        await _answer(press, db, request, helper, approved=True)
        await posts.attend(house, db, request.id)
        await house.contact.taken(association, db, letters.topic(request.id), by=helper)
        await open_to(house, association, db, request, helper)
    await press.answer("help-offer-accepted", helper=member(helper))
    await house.outbox.send_now(association, patience=0)


@action("help_requests:not_this_time")
async def refuse(press: Press, request_id: int, helper: int) -> None:
    """Nobody ever hears of it, whoever offered least of all."""
    async with press.association.transaction() as db:
        request = await _own(press, db, request_id)
        await _answer(press, db, request, helper, approved=False)
    await press.answer("help-offer-refused")


async def _own(press: Press, db: Connection, request_id: int) -> Request:
    return rules.check_wanted(rules.check_own(await store.get(db, request_id), press.user_id))


async def _answer(press: Press, db: Connection, request: Request, helper: int, *, approved: bool) -> None:
    """Keep what the asker says to an offer that waits. Somebody who left, or is to be kept apart by now, offers
    nothing."""
    if helper not in await waiting(press.house, press.association, db, request):
        raise Refusal("help-offer-answered")
    await people_store.approve(db, request.id, helper, approved=approved)


async def waiting(house: House, association: Association, db: Connection, request: Request) -> list[int]:
    """Whose offers the asker of a private request may answer."""
    offers = await people_store.offers(db, request.id)
    apart = await house.lifecycle.kept_apart(association, db, request.asker_id, offers)
    return [helper for helper in offers if helper not in apart]


async def open_to(house: House, association: Association, db: Connection, request: Request, helper: int) -> None:
    """Bring somebody into the private thread, which is opened for the first one."""
    await house.private_threads.bring(association, db, THREAD, request.id, helper)


class Threads:
    """The private thread of a request: what it says, and who belongs in it."""

    def __init__(self, house: House) -> None:
        self._house = house
        kind = PrivateThreadKind(THREAD, self._show, self._people, self._failed, self._opened, self._wanted)
        house.private_threads.register(kind)

    async def _show(self, association: Association, ref: int) -> Shown | None:
        db, words = association.read(), association.words
        request = await store.get(db, ref)
        if request is None:
            return None
        title = words.plain("help-thread-title")
        if await members.is_here(db, request.asker_id):
            return Shown(cards.private_thread(words, request), title)
        return Shown(cards.hidden(words), title, hidden=True)

    async def _people(self, db: Connection, ref: int) -> list[int]:
        """Its asker, and those whom they accepted."""
        request = await store.get(db, ref)
        if request is None or not await members.is_here(db, request.asker_id):
            return []
        return [request.asker_id, *await people_store.helpers(db, ref)]

    async def _failed(self, association: Association, db: Connection, ref: int, reason: str) -> None:  # noqa: ARG002
        """Its asker is told when there will be no thread."""
        request = await store.get(db, ref)
        if request is not None:
            await self._house.contact.write(association, db, request.asker_id, letters.NO_THREAD, str(request.id))

    async def _opened(self, association: Association, db: Connection, ref: int, thread: int | None) -> None:  # noqa: ARG002
        await store.note_thread(db, ref, thread)

    async def _wanted(self, db: Connection, ref: int) -> bool:
        request = await store.get(db, ref)
        return request is not None and request.wanted
