"""The line in the organisers' channel: that a report waits for somebody, its number, whether it is urgent, since when.
Nothing of what it says, of whom, by whom or for whom."""

from __future__ import annotations

from typing import Final

from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.schedule import jobs
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.moderation import cards, case_store
from cogs.moderation.rules import Case, State

LINE: Final = "moderation:line"
"""The kind of the line."""
REFER: Final = "moderation:refer"
"""The kind of job that passes on what nobody took; its key is the case's number."""


async def post(house: House, association: Association, db: Connection, case: Case) -> bool:
    """Let the line appear, in the caller's transaction, in place of one that stands already; False without a
    channel."""
    place = association.preferences[prefs.ORGANISERS_CHANNEL]
    if place is None:
        return False
    await _take_down(house, db, case.line_channel_id, case.line_message_id)
    await case_store.write(db, case.id, line_channel_id=place, line_message_id=None)
    await house.outbox.put(db, LINE, Operation.POST, channel_id=place, reference={"case": case.id})
    return True


async def refresh(house: House, db: Connection, case: Case) -> None:
    """Let the line say what is true now."""
    if case.line_channel_id is not None and case.line_message_id is not None:
        await house.outbox.put(
            db, LINE, Operation.EDIT, channel_id=case.line_channel_id, message_id=case.line_message_id
        )


async def _take_down(house: House, db: Connection, channel_id: int | None, message_id: int | None) -> None:
    if channel_id is not None and message_id is not None:
        await house.outbox.put(db, LINE, Operation.DELETE, channel_id=channel_id, message_id=message_id)


class Lines:
    """What the line says, where it stands, and what follows when it can't stand anywhere."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(LINE, self._render, self._sent, self._failed, unheld=True))

    async def follow(self, association: Association) -> None:
        """Another channel may be the team's: what waits is said there."""
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        waiting = await case_store.in_states(association.read(), State.OPEN)
        if place is None or all(case.line_channel_id == place for case in waiting):
            return
        async with association.transaction() as db:
            for case in await case_store.in_states(db, State.OPEN):
                if case.line_channel_id != place:
                    await post(self._house, association, db, case)
        await self._house.outbox.send_now(association)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        case = await self._case(association.read(), row)
        if case is None or (row.operation is Operation.POST and not case.waits):
            return None
        return Rendered(cards.waiting_line(association.words, case))

    async def _case(self, db: Connection, row: Row) -> Case | None:
        number = row.reference.get("case")
        if number is not None:
            return await case_store.get(db, int(number))
        return await case_store.at_line(db, row.message_id or 0)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        if row.operation is not Operation.POST:
            return
        case = await case_store.get(db, int(row.reference["case"]))
        if case is None:
            await _take_down(self._house, db, sent.channel_id, sent.message_id)
            return
        if case.line_message_id != sent.message_id:  # one line a case
            await _take_down(self._house, db, case.line_channel_id, case.line_message_id)
        await case_store.write(db, case.id, line_channel_id=sent.channel_id, line_message_id=sent.message_id)
        if not case.waits:
            await self._house.outbox.put(
                db, LINE, Operation.EDIT, channel_id=sent.channel_id, message_id=sent.message_id
            )

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        """The team's channel is gone, or closed to us: the referent doesn't wait until the team could have looked."""
        case = await self._case(db, row) if row.operation is Operation.POST else None
        if case is not None and case.waits and case.readers == "all" and reason != "dropped":
            due = self._house.clock.now()
            await jobs.plan(db, REFER, str(case.id), due_at=due, payload={"unsaid": True})
