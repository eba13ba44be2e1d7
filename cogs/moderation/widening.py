"""What whoever reported something may still decide while nobody took it: who else may read it."""

from __future__ import annotations

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id
from bot.ui.press import Press
from bot.words.text import member
from cogs.moderation import cards, case_store, drafting, escalation, lines, people, telling_readers
from cogs.moderation.rules import Case, Role


@action("moderation:widen")
async def widen(press: Press, case_id: int) -> None:
    """Let the whole team read it, except whom it is about."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        case = await _waiting(press, db, case_id)
        await case_store.write(db, case_id, readers="all")
        await lines.post(house, association, db, case)
    await press.answer("moderation-widened", number=case_id)
    await house.outbox.send_now(association, patience=0)


@action("moderation:choose_readers")
async def choose(press: Press, case_id: int) -> None:
    """Ask whom of the team it is for, be they called as a word of it."""
    await press.show(cards.entrust(press.words, await _waiting(press, press.association.read(), case_id)))


@action("moderation:entrust")
async def entrust(press: Press, case_id: int) -> None:
    """Let these people of the team read it, and tell them so; whoever else could, still can."""
    house, association = press.house, press.association
    chosen = await drafting.chosen_readers(press)
    async with association.transaction() as db:
        case = await _waiting(press, db, case_id)
        everybody = [await people.noted(house, association, db, one) for one in chosen]
        new = [who for who in everybody if not case.has_chosen(who.alias)]
        for who in new:
            if case.is_about(who.alias):
                raise Refusal("moderation-reader-is-in-it", member=member(who.id or 0))
            await case_store.put(db, case_id, Role.READER, who)
        await telling_readers.write(house, association, db, case, new)
    await press.answer("moderation-entrusted", number=case_id)
    await house.outbox.send_now(association, patience=0)


@action("moderation:confide")
async def confide(press: Press, case_id: int, referent_id: int) -> None:
    """Let it go to the referent of now, who was another one when it was sent, or none."""
    house, association = press.house, press.association
    found = await _waiting(press, association.read(), case_id)
    to = await people.goes_to(house, association, found)
    if to is None or to.id != referent_id or found.went_to(to.alias):
        raise Refusal("moderation-referent-changed", offers=(custom_id("moderation:mine", 0),))
    async with association.transaction() as db:
        case = await _waiting(press, db, case_id)
        await case_store.drop(db, case_id, Role.REFERENT)
        await case_store.put(db, case_id, Role.REFERENT, await people.noted(house, association, db, to.id))
        if not await escalation.refer(house, association, db, case, to, by=case.reporter):
            raise Refusal("moderation-referent-changed", offers=(custom_id("moderation:mine", 0),))
    await press.answer("moderation-confided", number=case_id, referent=member(to.id))
    await house.outbox.send_now(association, patience=0)


async def _waiting(press: Press, db: Connection, case_id: int) -> Case:
    """One's own report that nobody took. Raises `Refusal` for any other."""
    case = await case_store.get(db, case_id)
    if case is None or case.reporter.id != press.user_id or not case.waits:
        raise Refusal("moderation-settled", offers=(custom_id("moderation:mine", 0),))
    return case
