"""Rows of the outbox as they are stored: written with a decision, claimed, put off, settled, swept. Ids, never text."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.schedule.clock import DAY
from bot.storage.database import Connection

KEEP_SENT: Final = 7 * DAY
RETRIED_HOURLY: Final = ("permission", "full")
"""Refusals that organisers can end; meanwhile they hold up nothing else."""


class Operation(StrEnum):
    """What a row does on Discord. The last two find what an undecided post may have left there, and delete it."""

    POST = "post"
    EDIT = "edit"
    DELETE = "delete"
    FORUM_POST = "forum-post"
    THREAD = "thread"
    THREAD_EDIT = "thread-edit"
    THREAD_DELETE = "thread-delete"
    PIN = "pin"
    UNPOST = "unpost"
    FORUM_UNPOST = "forum-unpost"


@dataclass(frozen=True, slots=True)
class Row:
    """An operation to do. `channel_id` and `message_id` may come from the row it waits for; `attempts` counts this
    one, and `attempt_at` is when the first one before it began."""

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
    """Write a row; its id. An edit replaces an edit of the same message that still waits."""
    if operation is Operation.EDIT:
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


async def waits(db: Connection, kind: str, channel_id: int, reference: Mapping[str, Any]) -> bool:
    """Whether a post with this reference is on its way to a channel already."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox WHERE kind = :kind AND channel_id = :channel AND reference = :reference
               AND state IN ('due', 'sending') AND operation IN ('post', 'forum-post')
            """,
            kind=kind,
            channel=channel_id,
            reference=json.dumps(reference),
        )
    )


async def take_back(db: Connection, now: int, kind: str, member_id: int) -> None:
    """Drop what waits to be posted for a member. A post that was tried may stand: it becomes its own undoing."""
    await db.run(
        """
        UPDATE outbox SET operation = CASE operation WHEN 'post' THEN 'unpost' ELSE 'forum-unpost' END,
               member_id = NULL, state = CASE state WHEN 'sending' THEN 'sending' ELSE 'due' END, due_at = :now
         WHERE kind = :kind AND member_id = :member AND state IN ('due', 'sending')
           AND operation IN ('post', 'forum-post') AND attempt_at IS NOT NULL
        """,
        kind=kind,
        member=member_id,
        now=now,
    )
    await db.run(
        """
        UPDATE outbox SET state = 'dropped', member_id = NULL, finished_at = :now
         WHERE kind = :kind AND member_id = :member AND state = 'due'
        """,
        kind=kind,
        member=member_id,
        now=now,
    )


async def newest(db: Connection) -> int:
    """The id of the newest row: `unfinished` looks at what came after it."""
    return int(await db.value("SELECT coalesce(max(id), 0) FROM outbox"))


async def unfinished(db: Connection, since: int) -> bool:
    """Whether a deletion that was written after a row still waits."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox
             WHERE (id > :since AND operation IN ('delete', 'thread-delete', 'thread-edit')
                    OR operation IN ('unpost', 'forum-unpost'))
               AND state IN ('due', 'sending', 'parked') LIMIT 1
            """,
            since=since,
        )
    )


async def waits_for(db: Connection, kind: str, member_id: int) -> bool:
    """Whether a post for a member is on its way."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox WHERE kind = :kind AND member_id = :member AND state IN ('due', 'sending')
               AND operation IN ('post', 'forum-post')
            """,
            kind=kind,
            member=member_id,
        )
    )


async def any_cut_short(db: Connection) -> bool:
    """Whether a row says that it is being sent."""
    return bool(await db.value("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"))


async def take_up(db: Connection) -> None:
    """Rows whose sending was cut short are due again, with the same token."""
    await db.run("UPDATE outbox SET state = 'due' WHERE state = 'sending'")


async def any_due(db: Connection, now: int) -> bool:
    """Whether a row can be sent now."""
    return await db.row(_NEXT, now=now) is not None


async def claim(db: Connection, now: int) -> Row | None:
    """Take the next row that can be sent now, and say that it is being sent."""
    found = await db.row(_NEXT, now=now)
    if found is None:
        return None
    await db.run(
        """
        UPDATE outbox SET state = 'sending', attempts = attempts + 1, attempt_at = coalesce(attempt_at, :now)
         WHERE id = :id
        """,
        id=found["id"],
        now=now,
    )
    values: dict[str, Any] = dict(found)
    values["operation"] = Operation(values["operation"])
    values["reference"] = json.loads(values["reference"])
    values["attempts"] += 1
    return Row(**values)


async def sent(db: Connection, now: int, row: Row, result: Sent) -> None:
    """Keep where the result stands; the row no longer refers to anybody."""
    await db.run(
        """
        UPDATE outbox SET state = 'sent', sent_channel_id = :channel, sent_message_id = :message,
               member_id = NULL, reason = NULL, finished_at = :now
         WHERE id = :id
        """,
        id=row.id,
        channel=result.channel_id,
        message=result.message_id,
        now=now,
    )


async def put_off(db: Connection, row: Row, until: int, reason: str) -> None:
    """Try again later."""
    await db.run(
        "UPDATE outbox SET state = 'due', due_at = :later, reason = :reason WHERE id = :id",
        id=row.id,
        later=until,
        reason=reason,
    )


async def begin_again(db: Connection, row: Row, until: int, reason: str) -> None:
    """Try again later as if for the first time; an attempt before this one may have come through, and is looked for."""
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


async def settle(db: Connection, now: int, row: Row, state: str, reason: str) -> None:
    """End a row and whatever waited for it: a parked row never blocks."""
    await db.run(
        """
        WITH RECURSIVE waiting (id) AS (
            SELECT :id UNION SELECT outbox.id FROM outbox JOIN waiting ON outbox.after_id = waiting.id
        )
        UPDATE outbox SET state = :state, reason = :reason, finished_at = :now
         WHERE id IN (SELECT id FROM waiting) AND state IN ('due', 'sending')
        """,
        id=row.id,
        state=state,
        reason=reason,
        now=now,
    )


async def sweep(db: Connection, now: int) -> None:
    """Forget rows that ended long ago."""
    await db.run(
        """
        DELETE FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < :then
           AND id NOT IN (SELECT after_id FROM outbox WHERE after_id IS NOT NULL AND state IN ('due', 'sending'))
        """,
        then=now - KEEP_SENT,
    )


_NEXT: Final = """
    SELECT waiting.id, waiting.kind, waiting.operation, waiting.reference, waiting.member_id, waiting.token,
           waiting.attempts, waiting.attempt_at,
           coalesce(waiting.channel_id, first.sent_channel_id) AS channel_id,
           coalesce(waiting.message_id, first.sent_message_id) AS message_id
      FROM outbox AS waiting
      LEFT JOIN outbox AS first ON first.id = waiting.after_id
     WHERE waiting.state = 'due' AND waiting.due_at <= :now
       AND (waiting.after_id IS NULL OR first.state = 'sent')
       AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
                        WHERE earlier.channel_id = waiting.channel_id AND earlier.id < waiting.id
                          AND earlier.state = 'due' AND earlier.due_at > :now
                          AND coalesce(earlier.reason, '') NOT IN ('permission', 'full'))
  ORDER BY waiting.id
     LIMIT 1
"""
