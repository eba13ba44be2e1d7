"""A private request: its asker decides on each person who offers to help, and only then is there a thread."""

from __future__ import annotations

from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.errors import Refusal
from bot.storage import preferences as prefs
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import member
from cogs.help_requests import cards, letters, people_store, posts, rules, store
from cogs.help_requests.letters import is_here, kept_apart
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
    apart = await kept_apart(house, association, db, request.asker_id, offers)
    return [helper for helper in offers if helper not in apart]


async def open_to(house: House, association: Association, db: Connection, request: Request, helper: int) -> None:
    """Bring somebody into the private thread, which is opened for the first one."""
    if request.thread_id is not None:
        await _bring(house, db, request, request.thread_id, helper)
    elif await publications.get(db, THREAD, request.id) is None:  # those who come while it is opened are let in then
        await _open(house, association, db, request)


async def _bring(house: House, db: Connection, request: Request, thread: int, helper: int) -> None:
    reference = {"request": request.id}
    await house.outbox.put(db, THREAD, Operation.ADD_MEMBER, channel_id=thread, reference=reference, member_id=helper)


async def _open(house: House, association: Association, db: Connection, request: Request) -> None:
    place = association.preferences[prefs.THREADS_CHANNEL]
    if place is None:
        await house.contact.write(association, db, request.asker_id, letters.NO_THREAD, str(request.id))
        return
    await publications.write(db, THREAD, request.id, request.asker_id, "")
    reference, people = {"request": request.id}, [request.asker_id]
    await house.outbox.open_private_thread(db, THREAD, channel_id=place, member_ids=people, reference=reference)


class Threads:
    """The private thread of a request: opened, said what it is about, peopled."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(THREAD, self._render, self._sent, self._failed, private=True))

    @property
    def _outbox(self) -> Outbox:
        return self._house.outbox

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.THREAD_DELETE:
            return Rendered()
        db, words = association.read(), association.words
        standing = await publications.at(db, row.message_id) if row.message_id is not None else None
        request = await store.get(db, standing.ref if standing is not None else int(row.reference.get("request", 0)))
        if request is None or (row.member_id is not None and not await is_here(db, row.member_id)):
            return None
        title = words.plain("help-thread-title")
        if await is_here(db, request.asker_id):
            return Rendered(cards.private_thread(words, request), title=title)
        return Rendered(cards.hidden(words), title=title) if standing is not None else None

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        """Note where it stands; once it has its words and its name, those whom the asker accepted come in."""
        request = await store.get(db, int(row.reference.get("request", 0)))
        if request is None:
            if row.operation is Operation.PRIVATE_THREAD:  # withdrawn, or erased, in the meantime
                await self._outbox.put(db, THREAD, Operation.THREAD_DELETE, channel_id=sent.channel_id)
            return
        match row.operation:
            case Operation.PRIVATE_THREAD:
                await publications.write(db, THREAD, request.id, request.asker_id, "")
            case Operation.POST:
                thread, message = row.channel_id, sent.message_id or 0
                await publications.posted(db, THREAD, request.id, thread, message, thread, forum=False)
            case Operation.THREAD_EDIT:
                await store.note_thread(db, request.id, sent.channel_id)
                for helper in await people_store.helpers(db, request.id):
                    await _bring(self._house, db, request, sent.channel_id, helper)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        """Its asker is told when there will be no thread; one of a request that is gone by now goes too."""
        request = await store.get(db, int(row.reference.get("request", 0)))
        if request is None and row.operation in {Operation.POST, Operation.ADD_MEMBER} and row.channel_id:
            await self._outbox.put(db, THREAD, Operation.THREAD_DELETE, channel_id=row.channel_id)
        elif request is not None and row.operation is Operation.PRIVATE_THREAD:
            await publications.remove(db, THREAD, request.id)
            await self._house.contact.write(association, db, request.asker_id, letters.NO_THREAD, str(request.id))
        elif request is not None and row.operation is Operation.ADD_MEMBER and reason == "channel-gone":
            await self._open_again(association, db, request, row.channel_id)

    async def _open_again(self, association: Association, db: Connection, request: Request, gone: int) -> None:
        """Somebody deleted the thread: those who were in it find a new one."""
        if request.thread_id == gone and request.wanted:
            await store.note_thread(db, request.id, None)
            await publications.remove(db, THREAD, request.id)
            await _open(self._house, association, db, request)
