"""Asking for a hand in private: who will read what is shown before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.errors import Refusal
from bot.people import members
from bot.ui import drafts, notice
from bot.ui.actions import action
from bot.ui.drafts import Draft
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.ui.private_threads import have_a_place
from cogs.help_requests import cards, jobs, posts, rounds, rules, store
from cogs.help_requests.asking import written
from cogs.help_requests.rules import Request, State

PREVIEW: Final = "help_requests:private"

FORM: Final = declare(
    Form(
        "help_requests:asked_privately",
        "help-private-form",
        (
            Field("question", required=True, limit=rules.QUESTION),
            Field("by_when", required=True, limit=rules.WHEN),
            Field("line", required=True, limit=rules.LINE),
            Field("details", long=True, limit=rules.DETAILS),
        ),
    )
)


@action("help_requests:ask_privately", opens_form=True)
async def ask(press: Press) -> None:
    """Open the form, filled with what was left unfinished; the notice comes first."""
    if not await notice.accepted(press, "help_requests:ask_privately"):
        return
    _check_threads(press)
    left = await drafts.newest(press.association.read(), press.user_id, PREVIEW, press.now())
    await press.open(FORM, "0", values=_texts(left.payload) if left else {})


@action("help_requests:asked_privately")
async def asked(press: Press, request_id: int) -> None:
    """Show who will read what; of a request that was sent already, change the words."""
    said = rules.read(press.fields, press.today(), private=True)
    notice.require(press, "help_requests:ask_privately")
    if request_id:
        async with press.association.transaction() as db:
            own = rules.check_own(await store.get(db, request_id), press.user_id)
            rules.check_form(rules.check_wanted(own), private=True)
            await store.change(db, request_id, said)
            await posts.show(press.house, press.association, db, request_id)
        await press.house.outbox.send_now(press.association)
        await press.answer("help-updated")
        return
    async with press.association.transaction() as db:
        left = await drafts.newest(db, press.user_id, PREVIEW, press.now())
        category = str(left.payload.get("category", "")) if left else ""
        kept = {**press.fields, "by_when": written(said.by_when), "category": category}  # "demain" is another day then
        await drafts.save(db, press.user_id, PREVIEW, kept, press.now())
    await _preview(press)


@action("help_requests:private_category")
async def choose_category(press: Press, draft_id: int) -> None:
    """Say what it is about: the people asked see that."""
    category = rules.category(press.choice)
    async with press.association.transaction() as db:
        draft = await drafts.load(db, draft_id, press.user_id, press.now())
        await drafts.change(db, draft, {**draft.payload, "category": category})
    await _preview(press)


@action("help_requests:private_edit", opens_form=True)
async def edit(press: Press, draft_id: int) -> None:
    """Back to the form, filled."""
    draft = await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
    await press.open(FORM, "0", values=_texts(draft.payload))


@action("help_requests:later")
async def later(press: Press, draft_id: int) -> None:
    """Leave it for now: what was typed stays for a day."""
    await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
    await press.answer("help-private-later")


@action("help_requests:send", reaches=True)
async def send(press: Press, draft_id: int) -> None:
    """Keep it and ask the first people. Whether anybody could be asked is not said: that would tell of somebody."""
    _check_threads(press)
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, "help_requests:ask_privately")
        draft = await drafts.load(db, draft_id, press.user_id, press.now())
        said = rules.read(_texts(draft.payload), press.today(), private=True)
        category = str(draft.payload.get("category", ""))
        request_id = await store.add(db, press.user_id, said, press.now(), category=category, private=True)
        request = await store.get(db, request_id)
        assert request is not None
        await rounds.ask(press.house, association, db, request)
        await jobs.look_after(press.house, association, db, request.id)
        await drafts.discard(db, press.user_id, PREVIEW)
    await press.answer("help-private-sent")
    await press.house.outbox.send_now(association, patience=0)


async def _preview(press: Press) -> None:
    draft = await drafts.newest(press.association.read(), press.user_id, PREVIEW, press.now())
    if draft is None:
        raise Refusal("kernel-draft-gone")
    await press.show(cards.private_preview(press.words, _as_request(press, draft), draft.id))


def _as_request(press: Press, draft: Draft) -> Request:
    """A draft as the request that it would become."""
    said = rules.read(_texts(draft.payload), press.today(), private=True)
    return Request(
        id=0,
        asker_id=press.user_id,
        question=said.question,
        by_when=said.by_when,
        category=str(draft.payload.get("category", "")),
        details=said.details,
        private=True,
        line=said.line,
        state=State.OPEN,
        round=0,
        answered_at=None,
        created_at=press.now(),
        updated_at=press.now(),
        solved_at=None,
        worked="",
        thread_id=None,
    )


def _check_threads(press: Press) -> None:
    if not have_a_place(press.association):
        raise Refusal("help-no-threads", offers=("help_requests:ask",))


def _texts(payload: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in payload.items()}
