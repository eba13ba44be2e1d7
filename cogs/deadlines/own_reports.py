"""What somebody reported and nobody took care of yet: theirs to see, and to withdraw."""

from __future__ import annotations

from bot.errors import Refusal
from bot.schedule import jobs
from bot.storage.database import Connection
from bot.ui.actions import action, leaving
from bot.ui.press import Press
from cogs.deadlines import report_cards, report_store
from cogs.deadlines.entries import Report
from cogs.deadlines.reporting import AGAIN, take_down


async def waiting(db: Connection, member_id: int) -> list[Report]:
    """Those of somebody that wait, the oldest first."""
    return [one for one in await report_store.of_member(db, member_id) if one.settled_at is None]


@action("deadlines:mine")
@leaving
async def show(press: Press) -> None:
    """One's own."""
    found = await waiting(press.association.read(), press.user_id)
    await press.show(report_cards.mine(press.words, found))


@action("deadlines:withdraw_chosen")
async def withdraw_chosen(press: Press) -> None:
    """Withdraw one of them, chosen from the list."""
    await withdraw(press, int(press.choice) if press.choice.isdecimal() else 0)


@action("deadlines:withdraw")
@leaving
async def withdraw(press: Press, report_id: int) -> None:
    """It was never said: its line goes too."""
    async with press.association.transaction() as db:
        found = await report_store.get(db, report_id)
        if found is None or found.member_id != press.user_id or found.settled_at is not None:
            raise Refusal("deadlines-report-over")
        await take_down(press.house, db, found.channel_id, found.message_id)
        await report_store.forget(db, report_id)
        await jobs.cancel(db, AGAIN, str(report_id))
    await show(press)
    await press.house.outbox.send_now(press.association, patience=0)
