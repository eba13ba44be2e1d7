"""A report is sent, and its reporter sees how far it is."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.house import House
from bot.ui.pager import page_of
from bot.ui.press import Press
from cogs.moderation import apart, cards, case_store, drafting, lines, people, progress, rules, telling_readers
from cogs.moderation.drafting import own
from cogs.moderation.lines import REFER
from cogs.moderation.rules import Role, State

PAGE: Final = 3
"""Reports on a page of one's own."""


@action("moderation:send", reaches=True)
async def send(press: Press, case_id: int) -> None:
    """Send it: the team's channel says that one waits, those who were chosen hear so in private."""
    house, association = press.house, press.association
    draft = await own(press, association.read(), case_id)
    alike = await people.namesakes(house, association, draft.said)
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, "moderation:report")
        case = await own(press, db, case_id)
        if not case.said:
            raise Refusal("moderation-blank", offers=(custom_id("moderation:write", case_id),))
        theirs = await case_store.of_reporter(db, press.user_id)
        if sum(one.state in {State.OPEN, State.TAKEN} for one in theirs) >= rules.AT_ONCE:
            raise Refusal("moderation-full", offers=(custom_id("moderation:mine", 0),), most=rules.AT_ONCE)
        await case_store.move(db, case_id, State.OPEN, since=State.DRAFT)
        await case_store.write(db, case_id, opened_at=press.now())
        await drafting.put_namesakes(press, db, case, alike)
        told = await _announce(house, association, db, case_id)
        case = await case_store.get(db, case_id) or case
    await press.show(
        cards.sent(press.words, case, told=told, contact=association.contact, parts=apart.offer(press.words, case))
    )
    await house.outbox.send_now(association, patience=0)


async def _announce(house: House, association: Association, db: Connection, case_id: int) -> str:
    """Tell the team in the caller's transaction, and plan what happens when nobody takes it; whether they hear of it:
    "yes", or without a channel "referent", who doesn't wait then, or "no"."""
    now = house.clock.now()
    case = await case_store.get(db, case_id)
    assert case is not None
    channel = await lines.post(house, association, db, case)
    reached = await telling_readers.write(house, association, db, case, case.of(Role.READER))
    later = rules.refer_at(association.quiet_hours, now, urgent=case.urgent)
    await jobs.plan(db, REFER, str(case_id), due_at=later if channel or reached else now)
    if channel or reached:
        return "yes"
    return "referent" if case.of(Role.REFERENT) else "no"


@action("moderation:mine")
async def mine(press: Press, number: int) -> None:
    """One's own reports, and how far each is."""
    theirs = await case_store.of_reporter(press.association.read(), press.user_id)
    told = [case for case in theirs if case.said]
    page = page_of(told, number, PAGE)
    others = {case.id: await progress.another_referent(press.house, press.association, case) for case in page.entries}
    await press.show(cards.mine(press.words, page, others))
