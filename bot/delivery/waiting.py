"""What waits in the outbox, as features ask about it and as organisers decide on it: seen, taken back, tried again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.delivery.rows import CHANGES, ROW, WITH_FOLLOWERS, Row, read
from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A row that waits, or that was parked for a `reason`, as organisers see it."""

    id: int
    kind: str
    state: str
    due_at: int
    reason: str | None


async def one(db: Connection, row_id: int) -> Row | None:
    """A row that has not ended well, as it would be sent now; None when it was sent, dropped or swept."""
    found = await db.row(f"{ROW} WHERE waiting.id = :id AND waiting.state IN ('due', 'parked')", id=row_id)
    return None if found is None else read(dict(found))


async def upcoming(db: Connection) -> list[Upcoming]:
    """What waits to be posted, or was parked; what only follows another row or changes a message is left out."""
    found = await db.rows(
        f"""
        SELECT id, kind, state, due_at, reason FROM outbox
         WHERE state IN ('due', 'parked') AND after_id IS NULL AND operation NOT IN ({CHANGES})
      ORDER BY due_at, id
        """
    )
    return [Upcoming(**dict(row)) for row in found]


async def revive(db: Connection, row_id: int, now: int) -> bool:
    """Try a parked row again, and what was parked with it; False when it is not parked any more."""
    return bool(
        await db.run(
            f"""
            UPDATE outbox SET state = 'due', due_at = :now, attempts = 0, reason = NULL, finished_at = NULL
             WHERE id IN ({WITH_FOLLOWERS}) AND state = 'parked'
               AND EXISTS (SELECT 1 FROM outbox WHERE id = :id AND state = 'parked')
            """,
            id=row_id,
            now=now,
        )
    )


async def spread(db: Connection, now: int, gap: int) -> int:
    """Give what has waited too long `gap` seconds each, in order, so that nothing comes in a burst; how many."""
    late = await db.rows(
        f"""
        SELECT id FROM outbox
         WHERE state = 'due' AND due_at <= :now AND after_id IS NULL AND operation NOT IN ({CHANGES})
      ORDER BY due_at, id
        """,
        now=now,
    )
    for place, row in enumerate(late):
        await db.run("UPDATE outbox SET due_at = :at WHERE id = :id", id=row["id"], at=now + place * gap)
    return len(late)


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
