"""Asking for a hand before everybody: the form, the card, what may help meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.people import members
from bot.schedule.clock import MINUTE
from bot.storage.association import Association
from bot.ui import notice
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.press import Press
from cogs.help_requests import cards, jobs, places, posts, rules, store
from cogs.help_requests.rules import Request
from cogs.tips import find_tips

TWICE: Final = 10 * MINUTE
"""The same words from the same person within this time are one request: a form was sent twice."""
MEANWHILE: Final = 5
"""How many solved requests and tips are shown at most."""

FORM: Final = declare(
    Form(
        "help_requests:asked",
        "help-form",
        (
            Field("question", required=True, limit=rules.QUESTION),
            Field("by_when", required=True, limit=rules.WHEN),
            Field("details", long=True, limit=rules.DETAILS),
        ),
    )
)


@action("help_requests:ask", opens_form=True)
async def ask(press: Press) -> None:
    """Open the form; the notice comes first."""
    if await notice.accepted(press, "help_requests:ask"):
        await press.open(FORM, "0")


@action("help_requests:asked", reaches=True)
async def asked(press: Press, request_id: int) -> None:
    """Keep the request and publish it, or put other words in its place; then show what may help meanwhile."""
    said = rules.read(press.fields, press.today(), private=False)
    notice.require(press, "help_requests:ask")
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)  # they may have left or erased themselves this instant
        notice.require(press, "help_requests:ask")
        if request_id:
            own = rules.check_own(await store.get(db, request_id), press.user_id)
            rules.check_form(rules.check_wanted(own), private=False)
            await store.change(db, request_id, said)
        else:
            then = press.now() - TWICE
            twin = await store.same_since(db, press.user_id, said.question, then, private=False)
            request_id = twin or await store.add(db, press.user_id, said, press.now())
        request = await store.get(db, request_id)
        assert request is not None
        before = await press.house.publications.get(db, places.CARD, request.id)
        await posts.publish(press.house, association, db, request)
        await jobs.look_after(press.house, association, db, request.id)
    await press.house.outbox.send_now(association)
    await answer(press, request, stood=before is not None and before.message_id is not None)


async def answer(press: Press, request: Request, *, stood: bool) -> None:
    """Say where a request stands, and what may help meanwhile."""
    outcome, url = await press.house.publications.outcome(press.association, places.CARD, request.id)
    meanwhile = [] if stood else await similar(press.house, press.association, request)
    key = "help-updated" if url and stood else f"help-{outcome}"
    await press.show(cards.published(press.words, key, request, url, meanwhile))


async def similar(house: House, association: Association, request: Request) -> list[tuple[str, str | None]]:
    """Solved requests and tips that fit the whole question: title and address."""
    db, text = association.read(), f"{request.question}\n{request.details}"
    found = await association.search.find(db, posts.DOCUMENT, text)
    strong = [hit.ref for hit in found.hits if rules.is_strong(hit.matched, found.concepts)]
    solved = [one for ref in strong[:MEANWHILE] if (one := await store.get(db, ref)) and one.id != request.id]
    shown = [(one.question, await places.url(house, association, db, one)) for one in solved]
    shown += [(tip.title, tip.url) for tip in await find_tips(house, association, text)]
    return shown[:MEANWHILE]


@action("help_requests:categorise")
async def categorise(press: Press, request_id: int) -> None:
    """Say what a request is about."""
    category, association = rules.category(press.choice), press.association
    async with association.transaction() as db:
        request = rules.check_own(await store.get(db, request_id), press.user_id)
        await store.categorise(db, request.id, category)
        await posts.show(press.house, association, db, request.id)
    await press.house.outbox.send_now(association)
    await press.answer("help-categorised", subject=cards.subject(press.words, category))


def written(day: date) -> str:
    """A day as a form shows it and reads it again."""
    return f"{day:%d/%m/%Y}"


def filled(request: Request) -> dict[str, str]:
    """A request as its form shows it."""
    return {
        "question": request.question,
        "by_when": written(request.by_when),
        "line": request.line,
        "details": request.details,
    }
