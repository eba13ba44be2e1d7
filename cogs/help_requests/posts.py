"""What stands of a request for everybody to see: its card, its thread, its document once it is solved."""

from __future__ import annotations

from typing import Final

from bot.people import members
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.publications import Publication, PublicationKind, Shown
from cogs.help_requests import arrivals, cards, people_store, rounds, rules, store
from cogs.help_requests.letters import topic, wanted
from cogs.help_requests.places import CARD, THREAD
from cogs.help_requests.preferences import CHANNEL
from cogs.help_requests.rules import Request, State
from cogs.tips import tip_of_request

UNANSWERED: Final = "help_requests:unanswered"
"""The kind of the job that tells organisers, and of what it posts."""
DOCUMENT: Final = "request"


async def publish(house: House, association: Association, db: Connection, request: Request) -> None:
    """Post a request's card, or show it as it is now."""
    title = rules.title(request.question)
    await house.publications.publish(association, db, CARD, request.id, request.asker_id, title)


async def show(house: House, association: Association, db: Connection, request_id: int) -> None:
    """Show a request as it is now, wherever it stands; whoever searches finds it once it is solved."""
    for kind in (CARD, THREAD):
        await house.publications.refresh(association, db, kind, request_id)
    request = await store.get(db, request_id)
    if request is not None and request.state is State.SOLVED and not request.private:
        await make_findable(association, db, request)
    else:
        await association.search.remove(db, DOCUMENT, request_id)


async def settle(
    house: House, association: Association, db: Connection, request: Request, state: State, *, by: int = 0
) -> None:
    """Help is no longer looked for: the others who were asked are let go, the card says so. Silently: no ping, an
    archived thread stays archived."""
    await store.enter(db, request.id, state, house.clock.now())
    await house.contact.taken(association, db, topic(request.id), by=by, over=state is not State.SOLVED)
    await jobs.cancel(db, UNANSWERED, str(request.id))
    await show(house, association, db, request.id)


async def reopen(house: House, association: Association, db: Connection, request: Request) -> None:
    """Help is welcome again: those who lent a hand before still do, others can be asked anew."""
    await people_store.ask_anew(db, request.id)
    await store.reopen(db, request.id, house.clock.now())
    await attend(house, db, request.id)
    await show(house, association, db, request.id)


async def attend(house: House, db: Connection, request_id: int) -> None:
    """Say whether somebody takes care of a request: helpers come, leave, are erased."""
    request, now = await store.get(db, request_id), house.clock.now()
    if request is None or not request.wanted:
        return
    helped = bool(await people_store.helpers(db, request_id))
    state = State.UNDER_WAY if helped else State.OPEN
    if state is not request.state:
        await store.enter(db, request_id, state, now)
        await store.note_answered(db, request_id, now if helped else None)


async def take_away(house: House, association: Association, db: Connection, request: Request) -> None:
    """Nothing of a request stands any more: neither its card and thread nor its document, nor what people were
    asked."""
    await house.contact.taken(association, db, topic(request.id), by=0, over=True)
    for kind in (CARD, THREAD):
        await house.publications.take_down(association, db, kind, request.id)
    await arrivals.take_down(house, association, db, request.id)
    await jobs.cancel(db, UNANSWERED, str(request.id))
    await association.search.remove(db, DOCUMENT, request.id)


async def make_findable(association: Association, db: Connection, request: Request) -> None:
    """Put a solved request into the search; never a private one."""
    text = "\n".join((request.question, request.details, request.worked))
    await association.search.put(db, DOCUMENT, request.id, text, member_id=request.asker_id)


class Posts:
    """The card and what follows once it stands."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.publications.register(
            PublicationKind(
                CARD,
                CHANNEL,
                self._render,
                words="help",
                again="help_requests:mine",
                posted=self._posted,
                opened=self._opened,
                removed=self._removed,
            )
        )

    async def _render(self, association: Association, publication: Publication) -> Shown | None:
        db, words = association.read(), association.words
        request = await store.get(db, publication.ref)
        if request is None or request.private:
            return None
        if not await members.is_here(db, request.asker_id):
            return Shown(cards.hidden(words), words.plain("help-away-title"), hidden=True)
        tip = await tip_of_request(db, association, self._house, request.id)
        return Shown(cards.public(words, request, tip), publication.title, cards.tags(words, request))

    async def _removed(self, association: Association, db: Connection, publication: Publication) -> None:
        """Help is no longer looked for, and nothing of it stands; its asker keeps their words."""
        request = await store.get(db, publication.ref)
        if request is not None:
            await store.enter(db, request.id, State.CLOSED, self._house.clock.now())
            await take_away(self._house, association, db, request)

    async def _posted(self, association: Association, db: Connection, publication: Publication) -> None:
        """It waits from now on, and the first people are asked, once."""
        request = await wanted(db, publication.ref)
        if request is None or request.round or request.answered:
            return
        await store.begin(db, request.id, self._house.clock.now())
        begun = await store.get(db, request.id)
        assert begun is not None
        await rounds.ask(self._house, association, db, begun)

    async def _opened(self, association: Association, db: Connection, publication: Publication) -> None:  # noqa: ARG002
        """Its asker follows the conversation, and so does who helps already."""
        request = await wanted(db, publication.ref)
        if request is not None:
            for member_id in (request.asker_id, *await people_store.helpers(db, request.id)):
                await arrivals.bring(self._house, db, request, member_id, say=False)
