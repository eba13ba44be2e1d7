"""A round is announced in its channel: one message, which says at each moment what is true of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.delivery import waiting
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.people import objections
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import dates, own_letters, people_store, round_cards, round_store
from cogs.matchmaking.preferences import CHANNEL
from cogs.matchmaking.rules import Round, State

ANNOUNCEMENT: Final = "matchmaking:announcement"
"""The kind of the announcement's rows; their reference holds the round's id."""
_GONE: Final = frozenset({"channel-gone", "message-gone"})
_SHOWN: Final = frozenset({State.ANNOUNCED, State.RUNNING})
"""In which states an announcement is posted; in the others one that stands is only edited."""


async def announce(house: House, association: Association, db: Connection, day: date, match_at: int) -> Round:
    """Begin a round, in the caller's transaction: whoever was coming to one that didn't take place is coming, whose
    pause is over is told, and the announcement before goes: the bot never speaks twice in a row there."""
    now = house.clock.now()
    before = await round_store.newest(db, 1)
    round_id = await round_store.add(db, day, match_at, now)
    if before and before[0].state in {State.TOO_FEW, State.CALLED_OFF}:
        await round_store.carry(db, before[0].id, round_id)
    await _end_pauses(house, association, db, round_id, day)
    await jobs.plan(db, dates.MATCH, str(round_id), due_at=match_at)
    for standing in await round_store.standing(db):
        await take_away(house, db, standing)
    await post(house, association, db, round_id)
    found = await round_store.get(db, round_id)
    assert found is not None
    return found


async def _end_pauses(house: House, association: Association, db: Connection, round_id: int, day: date) -> None:
    objecting = await objections.everybody(db)
    for one in await people_store.subscribed(db):
        if one.member_id not in objecting and one.paused_until is not None and not one.paused_on(day):
            await people_store.pause(db, one.member_id, house.clock.now())
            if one.asked_at is None:
                await house.contact.write(association, db, one.member_id, own_letters.PAUSE_OVER, str(round_id))


async def post(house: House, association: Association, db: Connection, round_id: int) -> None:
    """Post a round's announcement, where a channel is chosen."""
    place = association.preferences[CHANNEL]
    if place is not None:
        reference = {"round": round_id}
        await house.outbox.put(db, ANNOUNCEMENT, Operation.POST, channel_id=place, reference=reference)


async def on_its_way(db: Connection, place: int, round_id: int) -> bool:
    """Whether a round's announcement waits to be posted."""
    return await waiting.waits(db, ANNOUNCEMENT, place, {"round": round_id})


async def show(house: House, association: Association, db: Connection, round_id: int) -> None:  # noqa: ARG001
    """Let a round's announcement say what is true now."""
    round_ = await round_store.get(db, round_id)
    if round_ is not None and round_.message_id is not None:
        await house.outbox.put(
            db,
            ANNOUNCEMENT,
            Operation.EDIT,
            channel_id=round_.channel_id,
            message_id=round_.message_id,
            reference={"round": round_id},
        )


async def take_away(house: House, db: Connection, round_: Round) -> None:
    """Delete a round's announcement."""
    await round_store.stand(db, round_.id, None, None)
    await house.outbox.put(
        db, ANNOUNCEMENT, Operation.DELETE, channel_id=round_.channel_id, message_id=round_.message_id
    )


class Announcements:
    """What the rows of an announcement say, and where it came to stand."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(ANNOUNCEMENT, self._render, self._sent, self._failed))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        db = association.read()
        round_ = await round_store.get(db, int(row.reference.get("round", 0)))
        if round_ is None or (row.operation is Operation.POST and round_.state not in _SHOWN):
            return None
        next_at = await dates.next_at(db)
        return Rendered(round_cards.announcement(association.words, round_, next_at))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        """Note where it stands; while it was on its way, its round may have gone on, or another one begun."""
        if row.operation is not Operation.POST:
            return
        round_id = int(row.reference["round"])
        await round_store.stand(db, round_id, sent.channel_id, sent.message_id)
        newest = await round_store.newest(db, 1)
        round_ = await round_store.get(db, round_id)
        if round_ is not None and newest[0].id != round_id:
            await take_away(self._house, db, round_)
        elif round_ is not None and round_.state is not State.ANNOUNCED:
            await show(self._house, association, db, round_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        """One that somebody deleted stays deleted; after its channel went, the next one chosen gets it."""
        if row.operation is Operation.EDIT and reason in _GONE:
            await round_store.stand(db, int(row.reference["round"]), None, None)
