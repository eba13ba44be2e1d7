"""Giving rows up. What was tried may stand at Discord, heard of by nobody: such a row becomes its own undoing, which
looks for what it may have left and deletes it, once the last attempt can no longer land."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.delivery import rows
from bot.delivery.operations import UNDOINGS
from bot.delivery.rows import LANDED, ROW, WITH_FOLLOWERS, Row
from bot.storage.database import Connection


async def give_up(db: Connection, now: int, row: Row, reason: str, *, in_flight: bool = False) -> None:
    """End a row and whatever waits for it, or let it undo what it may have done. One that is `in_flight` stays so until
    its attempt has an end."""
    undoing = UNDOINGS.get(row.operation) if row.attempt_at is not None else None
    if undoing is None:
        await rows.settle(db, now, row, "dropped", reason)
        return
    await db.run(
        """
        UPDATE outbox SET operation = :undoing, state = :state, attempts = 0, member_id = NULL, reference = '{}',
               due_at = max(:now, min(:now, max(coalesce(tried_at, 0), coalesce(finished_at, 0))) + :landed),
               reason = NULL, finished_at = NULL
         WHERE id = :id
        """,
        id=row.id,
        undoing=undoing.value,
        state="sending" if in_flight else "due",
        now=now,
        landed=LANDED,
    )
    await db.run(
        f"""
        UPDATE outbox SET state = 'dropped', reason = :reason, finished_at = :now
         WHERE id IN ({WITH_FOLLOWERS}) AND id <> :id AND state IN ('due', 'parked')
        """,
        id=row.id,
        reason=reason,
        now=now,
    )


async def take_back(db: Connection, now: int, kind: str, member_id: int, reference: Mapping[str, Any]) -> None:
    """Give up what waits, is on its way or was parked for a member with this reference."""
    found = await db.rows(
        f"""
        {ROW}
         WHERE waiting.kind = :kind AND waiting.member_id = :member AND waiting.reference = :reference
           AND waiting.state IN ('due', 'parked', 'sending')
        """,
        kind=kind,
        member=member_id,
        reference=json.dumps(reference),
    )
    on_their_way = await db.rows("SELECT id FROM outbox WHERE state = 'sending'")
    in_flight = {row["id"] for row in on_their_way}
    for row in map(rows.read, map(dict, found)):
        if row.id not in in_flight or row.operation in UNDOINGS:
            await give_up(db, now, row, "taken-back", in_flight=row.id in in_flight)
    await db.run(
        """
        UPDATE outbox SET member_id = NULL, reference = '{}'
         WHERE kind = :kind AND member_id = :member AND reference = :reference AND state = 'dropped'
        """,
        kind=kind,
        member=member_id,
        reference=json.dumps(reference),
    )
