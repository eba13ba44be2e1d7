"""Taking a case, noting, handing it back, closing it: what its handler does, whom its reporter chose or the team."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.cards import Block, button, row
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.press import Press
from cogs.moderation import case_store, lines, people, progress, rules, telling_readers
from cogs.moderation.cards import person
from cogs.moderation.lines import REFER
from cogs.moderation.opening import WHY, is_open_to, openable, reader_for, show, written
from cogs.moderation.rules import Act, Case, Reader, Role, Someone, State

NOTE: Final = declare(
    Form("moderation:noted", "moderation-note-form", (Field("note", required=True, long=True, limit=rules.NOTE),))
)
CLOSE: Final = declare(
    Form("moderation:closed", "moderation-close-form", (Field("word", long=True, limit=rules.NOTE),))
)


@action("moderation:take")
async def take(press: Press, case_id: int) -> None:
    """Take care of a case that waits."""
    reader = await reader_for(press, case_id)
    await openable(press.association.read(), case_id, reader)
    if not await notice.accepted(press, custom_id("moderation:take", case_id)):
        return
    async with press.association.transaction() as db:
        case = await _untaken(press, db, case_id, reader, since=None)
        await _take(press.house, press.association, db, case, reader)
        await progress.tell(press.house, press.association, db, case, State.TAKEN)
    await show(press, case_id, reader)
    await press.house.outbox.send_now(press.association, patience=0)


@action("moderation:take_over", opens_form=True)
async def take_over(press: Press, case_id: int, since: int) -> None:
    """Take care of a case in place of whoever does since an instant (UTC seconds), for a reason that is kept."""
    reader = await reader_for(press, case_id)
    case = await openable(press.association.read(), case_id, reader)
    if not await notice.accepted(press, custom_id("moderation:open", case_id)):
        return
    if case.state is State.TAKEN and not await is_open_to(press, case, reader):
        await press.open(WHY, str(case_id))
        return
    async with press.association.transaction() as db:
        case = await _untaken(press, db, case_id, reader, since=since)
        before = handler(case)
        act = await _take(press.house, press.association, db, case, reader)
        await telling_readers.taken_over(press.house, press.association, db, act, before)
    await show(press, case_id, reader)
    await press.house.outbox.send_now(press.association, patience=0)


async def _untaken(press: Press, db: Connection, case_id: int, reader: Reader, *, since: int | None) -> Case:
    """A case that waits, or with `since` one that somebody else takes care of since then. Raises `Refusal` for any
    other: nobody takes a case from whoever just took it."""
    case, offers = await openable(db, case_id, reader), (custom_id("moderation:open", case_id),)
    if case.state is State.CLOSED or (case.handler is not None and case.handler.alias == reader.alias):
        raise Refusal("moderation-settled", offers=offers)
    if case.waits == (since is None) and case.taken_at == since:
        return case
    if case.waits:
        raise Refusal("moderation-waits-again", offers=offers)
    raise Refusal("moderation-taken-by", offers=offers, handler=person(press.words, case.handler))


async def _take(house: House, association: Association, db: Connection, case: Case, reader: Reader) -> int:
    """Let somebody take care of a case, in the caller's transaction; the id of that act."""
    now, who = house.clock.now(), await people.noted(house, association, db, reader.id)
    await case_store.drop(db, case.id, Role.HANDLER)
    await case_store.put(db, case.id, Role.HANDLER, who)
    await case_store.write(db, case.id, state=State.TAKEN, taken_at=now)
    await jobs.cancel(db, REFER, str(case.id))
    await telling_readers.taken(house, association, db, case.id)
    await lines.refresh(house, db, case)
    return await case_store.append(db, case.id, Act.TAKEN, who, now)


@action("moderation:release")
async def release(press: Press, case_id: int) -> None:
    """Hand it back: it waits for somebody again."""
    reader = await reader_for(press, case_id)
    house, association = press.house, press.association
    async with association.transaction() as db:
        case = await handled(db, case_id, reader)
        await hand_back(house, association, db, case)
    await press.answer("moderation-released", _onward(press), number=case_id)
    await house.outbox.send_now(association, patience=0)


async def hand_back(house: House, association: Association, db: Connection, case: Case) -> None:
    """Let a case wait again, in the caller's transaction: its handler doesn't handle it any more. The others whom its
    reporter chose hear so."""
    now, who = house.clock.now(), case.handler or Someone(None, "")
    await progress.untell(house, association, db, case, rules.turn(await case_store.entries(db, case.id)))
    await case_store.drop(db, case.id, Role.HANDLER)
    await case_store.write(db, case.id, state=State.OPEN, taken_at=None)
    await case_store.append(db, case.id, Act.RELEASED, who, now)
    await lines.post(house, association, db, case)
    others = [one for one in case.of(Role.READER) if one.alias != who.alias]
    waiting = await case_store.get(db, case.id)
    assert waiting is not None
    await telling_readers.write(house, association, db, waiting, others)
    later = rules.refer_at(association.quiet_hours, now, urgent=case.urgent)
    await jobs.plan(db, REFER, str(case.id), due_at=later)


@action("moderation:note", opens_form=True)
async def note(press: Press, case_id: int) -> None:
    """Ask for a note."""
    await handled(press.association.read(), case_id, await reader_for(press, case_id))
    await press.open(NOTE, str(case_id))


@action("moderation:noted")
async def noted(press: Press, case_id: int) -> None:
    """Keep it; nothing of it is ever changed."""
    reader = await reader_for(press, case_id)
    said = written(press, "note")
    async with press.association.transaction() as db:
        case = await handled(db, case_id, reader)
        await case_store.append(db, case.id, Act.NOTED, handler(case), press.now(), reason=said)
    await show(press, case_id, reader)


@action("moderation:close", opens_form=True)
async def close(press: Press, case_id: int) -> None:
    """Ask for a last word, which may stay empty."""
    await handled(press.association.read(), case_id, await reader_for(press, case_id))
    await press.open(CLOSE, str(case_id))


@action("moderation:closed")
async def closed(press: Press, case_id: int) -> None:
    """It is handled; its reporter is told so, and not how."""
    reader = await reader_for(press, case_id)
    word = written(press, "word", must=False)
    house, association = press.house, press.association
    async with association.transaction() as db:
        case = await handled(db, case_id, reader)
        await case_store.write(db, case_id, state=State.CLOSED, closed_at=press.now())
        await case_store.append(db, case_id, Act.CLOSED, handler(case), press.now(), reason=word)
        await progress.tell(house, association, db, case, State.CLOSED)
        await lines.refresh(house, db, case)
    here = "yes" if case.reporter.id is not None else "no"
    await press.answer("moderation-case-closed", _onward(press), number=case_id, here=here)
    await house.outbox.send_now(association, patience=0)


def _onward(press: Press) -> Block:
    return row(button(press.words.plain("offer-moderation-cases"), "moderation:cases"))


async def handled(db: Connection, case_id: int, reader: Reader) -> Case:
    """A case that this person takes care of. Raises `Refusal` for one that they may not open, or don't handle."""
    case = await openable(db, case_id, reader)
    if case.state is not State.TAKEN or case.handler is None or case.handler.alias != reader.alias:
        raise Refusal("moderation-not-yours", offers=(custom_id("moderation:open", case_id),))
    return case


def handler(case: Case) -> Someone:
    """Who takes care of a case that is `handled`."""
    assert case.handler is not None
    return case.handler
