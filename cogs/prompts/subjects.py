"""What there is to ask about, and what a question about it says: newcomers, requests, tips, suggestions, the bank."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Mapping
from typing import Final

from bot.schedule.clock import DAY
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import link
from cogs import help_requests, introductions, tips
from cogs.prompts import questions, suggestion_store
from cogs.prompts.rules import Content, Source, State, Subject

NEW: Final = 14 * DAY
"""How long somebody's introduction is a newcomer's, in seconds."""


async def there_are(
    house: House, association: Association, db: Connection, unanswered: Container[int]
) -> list[Subject]:
    """Everything that could be asked about now. `unanswered`: the introductions (message ids) that wait for a word."""
    now = house.clock.now()
    newcomers = [
        one for one in await introductions.open_questions(association, now - NEW) if one.message_id in unanswered
    ]
    requests = [
        one
        for one in await help_requests.for_digest(association, db, now)
        if await _place(association, help_requests.CARD, one.id) is not None
    ]
    to_confirm = await tips.to_confirm(association, db, now)
    known = await questions.all_of(house.settings, association, db)
    return [
        *(Subject(Source.NEWCOMER, str(one.message_id), since=one.at) for one in newcomers),
        *(Subject(Source.REQUEST, str(one.id), since=one.created_at) for one in requests),
        *(Subject(Source.TIP, str(one.id), since=one.doubt_at or one.checked_at) for one in to_confirm),
        *(one.subject for one in await suggestion_store.to_ask(db)),
        *(one.subject for one in known if not one.removed),
    ]


async def content(house: House, association: Association, subject: Subject) -> Content | None:
    """What a question about this says now; None when there is nothing to say any more."""
    return await _CONTENTS[subject.source](house, association, subject.ref)


async def _newcomer(house: House, association: Association, ref: str) -> Content | None:  # noqa: ARG001 (one shape)
    found = await introductions.question_of(association, int(ref))
    if found is None:
        return None
    return Content(Source.NEWCOMER, ref, found.question, found.member_id, url=found.url, thread_id=found.thread_id)


async def _request(house: House, association: Association, ref: str) -> Content | None:  # noqa: ARG001
    db = association.read()
    request = await help_requests.open_request(db, int(ref))
    place = await _place(association, help_requests.CARD, int(ref))
    if request is None or place is None:
        return None
    about = help_requests.subject(association.words, request.category)
    url, thread_id = place
    return Content(Source.REQUEST, ref, request.question, request.asker_id, url=url, thread_id=thread_id, about=about)


async def _tip(house: House, association: Association, ref: str) -> Content | None:  # noqa: ARG001
    tip, place = await tips.standing(association.read(), int(ref)), await _place(association, tips.CARD, int(ref))
    if tip is None or place is None:
        return None
    url, thread_id = place
    return Content(Source.TIP, ref, tip.title, tip.author_id, url=url, thread_id=thread_id)


async def _place(association: Association, kind: str, ref: int) -> tuple[str, int | None] | None:
    """Where the card of something stands, and the thread under it."""
    standing = await publications.get(association.read(), kind, ref)
    if standing is None or standing.place is None or standing.message_id is None:
        return None
    return link(association.guild_id, standing.place, standing.message_id), standing.thread_id


async def _suggestion(house: House, association: Association, ref: str) -> Content | None:  # noqa: ARG001
    found = await suggestion_store.get(association.read(), int(ref))
    if found is None or found.state is not State.ACCEPTED:
        return None
    return Content(Source.SUGGESTION, ref, found.text, found.author_id, credit=found.credit)


async def _bank(house: House, association: Association, ref: str) -> Content | None:
    found = await questions.find(house.settings, association, association.read(), ref)
    return None if found is None or found.removed else Content(Source.BANK, ref, found.text)


_CONTENTS: Final[Mapping[Source, Callable[[House, Association, str], Awaitable[Content | None]]]] = {
    Source.NEWCOMER: _newcomer,
    Source.REQUEST: _request,
    Source.TIP: _tip,
    Source.SUGGESTION: _suggestion,
    Source.BANK: _bank,
}
