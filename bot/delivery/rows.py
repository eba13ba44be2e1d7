"""Rows of the outbox as they are stored: written with a decision, claimed, put off, settled, swept. Ids, never text."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.schedule.clock import DAY, MINUTE
from bot.storage.database import Connection

KEEP_SENT: Final = 7 * DAY
LANDED: Final = MINUTE
"""Seconds after which an attempt can no longer take effect at Discord: calls are cut after 30."""
RETRIED_HOURLY: Final = ("permission", "full")
"""Refusals that organisers can end; meanwhile they hold up nothing else."""


class Operation(StrEnum):
    """What a row does on Discord. The last two find what an undecided post may have left there, and delete it."""

    POST = "post"
    EDIT = "edit"
    DELETE = "delete"
    FORUM_POST = "forum-post"
    THREAD = "thread"
    PRIVATE_THREAD = "private-thread"
    ADD_MEMBER = "add-member"
    DM = "dm"
    THREAD_EDIT = "thread-edit"
    THREAD_DELETE = "thread-delete"
    PIN = "pin"
    UNPOST = "unpost"
    FORUM_UNPOST = "forum-unpost"


WITHOUT_NONCE: Final = frozenset({Operation.FORUM_POST, Operation.PRIVATE_THREAD})
"""What Discord can't recognise when it is asked again: we look for ourselves, once the last attempt has landed."""

CHANGES: Final = "'edit', 'delete', 'thread-edit', 'thread-delete', 'unpost', 'forum-unpost'"
"""What changes or takes away what stands already: it goes on while organisers hold everything else."""


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


async def any_cut_short(db: Connection) -> bool:
    """Whether a row says that it is being sent."""
    return bool(await db.value("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"))


async def take_up(db: Connection, now: int) -> None:
    """Rows whose sending was cut short are due again, with the same token. What is recognised by looking waits until
    the attempt that was cut can no longer land; a clock that was set back makes nobody wait longer."""
    await db.run(
        f"""
        UPDATE outbox SET state = 'due',
               due_at = CASE WHEN operation IN ({_in_sql(WITHOUT_NONCE)})
                             THEN max(due_at, min(coalesce(tried_at, 0), :now) + :landed) ELSE due_at END
         WHERE state = 'sending'
        """,
        now=now,
        landed=LANDED,
    )


async def any_due(db: Connection, now: int, *, held: bool) -> bool:
    """Whether a row can be sent now."""
    return await db.row(_NEXT, now=now, held=held) is not None


async def claim(db: Connection, now: int, *, held: bool) -> Row | None:
    """Take the next row that can be sent now, and say that it is being sent. While sending is `held`, only what
    changes or removes something that stands already."""
    found = await db.row(_NEXT, now=now, held=held)
    if found is None:
        return None
    await db.run(
        """
        UPDATE outbox SET state = 'sending', attempts = attempts + 1, attempt_at = coalesce(attempt_at, :now),
               tried_at = :now
         WHERE id = :id
        """,
        id=found["id"],
        now=now,
    )
    return read({**dict(found), "attempts": found["attempts"] + 1})


def read(values: dict[str, Any]) -> Row:
    values["operation"] = Operation(values["operation"])
    values["reference"] = json.loads(values["reference"])
    values["channel_id"] = values["channel_id"] or 0
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
        f"""
        UPDATE outbox SET state = :state, reason = :reason, finished_at = :now
         WHERE id IN ({WITH_FOLLOWERS}) AND state IN ('due', 'sending', 'parked')
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


def _in_sql(operations: Iterable[Operation]) -> str:
    return ", ".join(f"'{operation.value}'" for operation in sorted(operations))


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

_NEXT: Final = f"""
    {ROW}
     WHERE waiting.state = 'due' AND waiting.due_at <= :now
       AND (NOT :held OR waiting.operation IN ({CHANGES}))
       AND (waiting.after_id IS NULL OR first.state = 'sent')
       AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
                        WHERE earlier.channel_id = waiting.channel_id AND earlier.id < waiting.id
                          AND earlier.state = 'due' AND earlier.due_at > :now
                          AND coalesce(earlier.reason, '') NOT IN ('permission', 'full'))
       AND NOT (waiting.operation = 'dm' AND EXISTS (
                SELECT 1 FROM outbox AS earlier
                 WHERE earlier.member_id = waiting.member_id AND earlier.id < waiting.id
                   AND earlier.operation = 'dm' AND earlier.state = 'due' AND earlier.due_at > :now))
  ORDER BY waiting.operation = 'dm', waiting.id
     LIMIT 1
"""
"""What everybody sees goes before direct messages: nobody who publishes waits for a round of letters."""
