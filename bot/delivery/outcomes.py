"""What became of a row that was tried: recorded, put off, given up or parked, and its feature told in that transaction.

A row may be taken back while it is being sent. It is its own undoing then: whatever became of the attempt, it looks
for what that left once it has landed, and its feature, which gave it up, is told nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Final

from bot.delivery import rows, undoing, waiting
from bot.delivery.kinds import REPORT, Kind
from bot.delivery.operations import LOOKED_FOR, UNDOING, Operation
from bot.delivery.rows import LANDED, RETRIED_HOURLY, Row, Sent
from bot.logs import fields
from bot.schedule.clock import HOUR, MINUTE, Clock
from bot.schedule.jobs import Report
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection

log = logging.getLogger(__name__)

PAUSES: Final = (5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR)
"""Pauses between attempts that Discord did not answer, in seconds; after the last one the row is parked."""
_PRIVATE_REASONS: Final = frozenset({"message-gone", "dm-closed", "member-gone"})
"""Refusals that are a feature's or a person's own matter: organisers are not told."""
_SET_UP: Final = frozenset({Operation.PRIVATE_THREAD, Operation.THREAD_DELETE, Operation.UNTHREAD})
"""What takes the channel and the rights that organisers gave for private threads."""


class Outcomes:
    """Settles rows, and tells features and organisers."""

    def __init__(self, clock: Clock, report: Report, kinds: Mapping[str, Kind]) -> None:
        self._clock = clock
        self._report = report
        self._kinds = kinds

    async def done(self, association: Association, row: Row, sent: Sent) -> None:
        """Keep the result. When that fails (a full disk), the row is tried again and finds what it sent by its
        token."""
        try:
            await self._record(association, row, sent)
        except Exception as error:
            log.exception("result not recorded", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind))
            await self.put_off(association, row, type(error).__name__)

    async def _record(self, association: Association, row: Row, sent: Sent) -> None:
        async with association.transaction() as db:
            if await self._taken_back(db, row):
                return
            await rows.sent(db, self._clock.now(), row, sent)
            for reason in RETRIED_HOURLY:
                await meta.drop(db, f"told-{reason}-{row.channel_id}")
            await rows.go_on(db, self._clock.now(), row)
            kind = self._told(row)
            if kind is not None:
                await kind.sent(association, db, row, sent)

    async def refused(self, association: Association, row: Row, reason: str) -> None:
        """Discord said no, and why: told to organisers once; what only waits for them is tried again each hour."""
        log.warning("undeliverable", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind, reason=reason))
        async with association.transaction() as db:
            if await self._taken_back(db, row):
                return
            if reason in RETRIED_HOURLY:
                await rows.begin_again(db, row, self._clock.now() + HOUR, reason)
            else:
                await rows.settle(db, self._clock.now(), row, "dropped", reason)
            concerned = self._concerns_organisers(row, reason)
            if concerned and await meta.note_once(db, f"told-{reason}-{row.channel_id}"):
                await self._report(association, db, f"report-{reason}", channel=row.channel_id)
            await self._tell_failed(association, db, row, reason)

    def _concerns_organisers(self, row: Row, reason: str) -> bool:
        if reason in _PRIVATE_REASONS or row.operation is Operation.PIN or row.kind == REPORT:
            return False
        kind = self._kinds.get(row.kind)
        return kind is None or not kind.private or row.operation in _SET_UP

    async def put_off(self, association: Association, row: Row, reason: str) -> None:
        """Try again later, but not for ever."""
        if row.attempts > len(PAUSES):
            await self.park(association, row, reason)
            return
        pause, now = PAUSES[row.attempts - 1], self._clock.now()
        if row.operation in LOOKED_FOR:
            pause = max(pause, LANDED)
        async with association.transaction() as db:
            if not await self._taken_back(db, row):
                await rows.put_off(db, now, row, now + pause, reason)

    async def park(self, association: Association, row: Row, reason: str) -> None:
        """Give up until organisers say "Réessayer" or "Abandonner". They are asked once about all rows of a kind that
        the same cause parked: the report about the first of them then counts them."""
        async with association.transaction() as db:
            if await self._taken_back(db, row):
                return
            alike = [*await waiting.parked_like(db, row.kind, reason), row.id]
            await rows.settle(db, self._clock.now(), row, "parked", reason)
            # a report that can't be posted is not reported: it would go to the same channel
            if row.kind != REPORT:
                values: dict[str, str | int] = {"kind": row.kind, "reason": reason, "count": len(alike)}
                await self._report(association, db, "report-outbox-parked", parked=f"g{alike[0]}", **values)
            await self._tell_failed(association, db, row, "parked")

    async def drop(self, association: Association, row: Row) -> None:
        """There is nothing to say any more."""
        async with association.transaction() as db:
            if await self._taken_back(db, row):
                return
            await undoing.give_up(db, self._clock.now(), row, "nothing to say")
            await self._tell_failed(association, db, row, "dropped")

    async def skip(self, association: Association, db: Connection, row: Row) -> bool:
        """Organisers decided that a row is not sent, nor what waits for it. False when that is not theirs to decide:
        what changes or takes away something that stands goes on, unless it is parked, and so does what is unheld."""
        kind = self._kinds.get(row.kind)
        if not await waiting.may_be_skipped(db, row, unheld=kind is not None and kind.unheld):
            return False
        await undoing.give_up(db, self._clock.now(), row, "skipped")
        await self._tell_failed(association, db, row, "skipped")
        return True

    async def revive(self, association: Association, db: Connection, row_id: int) -> bool:
        """Organisers try a parked row again, and what was parked with it; False when it is not parked any more."""
        if not await waiting.revive(db, row_id, self._clock.now()):
            return False
        row = await waiting.one(db, row_id)
        kind = None if row is None else self._told(row)
        if row is not None and kind is not None:
            await kind.revived(association, db, row)
        return True

    async def _taken_back(self, db: Connection, row: Row) -> bool:
        """Whether the row became its own undoing while it was being sent; that is done once the attempt has landed."""
        if row.operation in UNDOING or await rows.operation_of(db, row) not in UNDOING:
            return False
        now = self._clock.now()
        await rows.put_off(db, now, row, now + LANDED, "taken-back")
        return True

    def _told(self, row: Row) -> Kind | None:
        return None if row.operation in UNDOING else self._kinds.get(row.kind)

    async def _tell_failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        kind = self._told(row)
        if kind is not None:
            await kind.failed(association, db, row, reason)
