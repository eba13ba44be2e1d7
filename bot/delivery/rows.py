"""Rows of the outbox as they are stored: written with a decision, put off, settled, swept. Ids, never text."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.delivery.operations import Operation
from bot.schedule.clock import DAY, MINUTE
from bot.storage.database import Connection

KEEP_SENT: Final = 7 * DAY
LANDED: Final = MINUTE
"""Seconds after which an attempt can no longer take effect at Discord: calls are cut after 30."""
RETRIED_HOURLY: Final = ("permission", "full")
"""Refusals that organisers can end; meanwhile they hold up nothing else."""
REFUSED: Final = ", ".join(f"'{reason}'" for reason in RETRIED_HOURLY)
"""The same, in a query."""


@dataclass(frozen=True, slots=True)
class Row:
    """An operation to do. `channel_id` (0 for a direct message) and `message_id` may come from the row it waits for;
    `attempts` counts this one, and `attempt_at` is when the first one before it began. `member_id` is whom a direct
    message is for or a thread is opened to; elsewhere, whom the row is about."""

    id: int
    kind: str
    operation: Operation
    channel_id: int
    message_id: int | None
    reference: Mapping[str, Any]
    member_id: int | None
    token: int
    attempts: int
    attempt_at: int | None

    @property
    def marker(self) -> int:
        """The token as a component id, which has 31 bits."""
        return self.token & 0x7FFFFFFF

    @property
    def mark(self) -> str:
        """The token as the end of a private thread's first name."""
        return f"· {self.token & 0xFFFFFFFF:08x}"


@dataclass(frozen=True, slots=True)
class Sent:
    """Where the result stands. For a thread or forum post, `channel_id` is the thread."""

    channel_id: int
    message_id: int | None


async def put(
    db: Connection,
    now: int,
    kind: str,
    operation: Operation,
    *,
    channel_id: int | None,
    message_id: int | None,
    reference: Mapping[str, Any],
    member_id: int | None,
    after: int | None,
) -> int:
    """Write a row; its id. An edit, or a deletion, replaces an edit of the same message that still waits."""
    if operation in {Operation.EDIT, Operation.DELETE}:
        await db.run(
            """
            UPDATE outbox SET state = 'dropped', finished_at = :now
             WHERE state = 'due' AND operation = 'edit' AND message_id = :message
            """,
            message=message_id,
            now=now,
        )
    return await db.insert(
        """
        INSERT INTO outbox (kind, operation, channel_id, message_id, reference, member_id, after_id, token, due_at)
             VALUES (:kind, :operation, :channel, :message, :reference, :member, :after, :token, :now)
        """,
        kind=kind,
        operation=operation.value,
        channel=channel_id,
        message=message_id,
        reference=json.dumps(reference),
        member=member_id,
        after=after,
        token=secrets.randbits(63) | 1,
        now=now,
    )


def read(values: dict[str, Any]) -> Row:
    """A row as `ROW` selects it."""
    values["operation"] = Operation(values["operation"])
    values["reference"] = json.loads(values["reference"])
    values["channel_id"] = values["channel_id"] or 0
    return Row(**values)


async def operation_of(db: Connection, row: Row) -> Operation:
    """What a row does by now: it may have become an undoing while it was being sent."""
    found = await db.value("SELECT operation FROM outbox WHERE id = :id", id=row.id)
    return row.operation if found is None else Operation(found)


async def sent(db: Connection, now: int, row: Row, result: Sent) -> None:
    """Keep where the result stands; the row no longer refers to anybody, not even by the number of what it was of."""
    await db.run(
        """
        UPDATE outbox SET state = 'sent', sent_channel_id = :channel, sent_message_id = :message,
               reference = CASE WHEN reference ->> 'ref' = member_id THEN '{}' ELSE reference END,
               member_id = NULL, reason = NULL, finished_at = :now
         WHERE id = :id
        """,
        id=row.id,
        channel=result.channel_id,
        message=result.message_id,
        now=now,
    )


async def put_off(db: Connection, now: int, row: Row, until: int, reason: str) -> None:
    """Try again later what was undecided until `now`."""
    await db.run(
        "UPDATE outbox SET state = 'due', due_at = :later, tried_at = :now, reason = :reason WHERE id = :id",
        id=row.id,
        later=until,
        now=now,
        reason=reason,
    )


async def begin_again(db: Connection, row: Row, until: int, reason: str) -> None:
    """Try again later as if for the first time; an attempt before this one may have come through, and is looked for.
    What else would ask the same of this channel before then waits with it: one question is enough."""
    await db.run(
        """
        UPDATE outbox SET state = 'due', due_at = :later, attempts = 0, attempt_at = :undecided, reason = :reason
         WHERE id = :id
        """,
        id=row.id,
        undecided=row.attempt_at,
        later=until,
        reason=reason,
    )
    await db.run(
        f"UPDATE outbox SET due_at = :later, reason = :reason WHERE due_at < :later AND id IN ({_OF_CHANNEL})",
        channel=row.channel_id,
        operation=row.operation.value,
        later=until,
        reason=reason,
    )


async def go_on(db: Connection, now: int, row: Row) -> None:
    """What was refused in this channel works again: whatever waited for that waits no longer."""
    await db.run(
        f"""
        UPDATE outbox SET due_at = :now, reason = NULL
         WHERE due_at > :now AND reason IN ({REFUSED}) AND id IN ({_OF_CHANNEL})
        """,
        channel=row.channel_id,
        operation=row.operation.value,
        now=now,
    )


async def settle(db: Connection, now: int, row: Row, state: str, reason: str) -> None:
    """End a row and whatever waited for it: a parked row never blocks."""
    await db.run(
        f"""
        UPDATE outbox SET state = :state, reason = :reason, finished_at = :now
         WHERE id IN ({WITH_FOLLOWERS}) AND state IN ('due', 'sending', 'parked')
        """,
        id=row.id,
        state=state,
        reason=reason,
        now=now,
    )


async def sweep(db: Connection, now: int) -> int:
    """Forget rows that ended long ago; how many."""
    return await db.run(
        """
        DELETE FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < :then
           AND id NOT IN (SELECT after_id FROM outbox WHERE after_id IS NOT NULL AND state IN ('due', 'sending'))
        """,
        then=now - KEEP_SENT,
    )


WITH_FOLLOWERS: Final = """
    WITH RECURSIVE followers (id) AS (
        SELECT :id UNION SELECT outbox.id FROM outbox JOIN followers ON outbox.after_id = followers.id
    )
    SELECT id FROM followers
"""

ROW: Final = """
    SELECT waiting.id, waiting.kind, waiting.operation, waiting.reference, waiting.member_id, waiting.token,
           waiting.attempts, waiting.attempt_at,
           coalesce(waiting.channel_id, first.sent_channel_id) AS channel_id,
           coalesce(waiting.message_id, first.sent_message_id) AS message_id
      FROM outbox AS waiting
      LEFT JOIN outbox AS first ON first.id = waiting.after_id
"""

_OF_CHANNEL: Final = """
    SELECT waiting.id FROM outbox AS waiting LEFT JOIN outbox AS first ON first.id = waiting.after_id
     WHERE waiting.state = 'due' AND waiting.operation = :operation
       AND coalesce(waiting.channel_id, first.sent_channel_id, first.channel_id) = :channel
"""
"""What waits to do the same in a channel, be it in the name of a row that has not been sent yet."""
