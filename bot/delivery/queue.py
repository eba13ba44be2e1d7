"""The queue of an association's outbox: which row is next, and what was cut short."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final

from bot.delivery.operations import CHANGING, LOOKED_FOR, REMOVING, in_sql
from bot.delivery.rows import LANDED, REFUSED, ROW, Row, read
from bot.storage import features
from bot.storage.database import Connection


async def any_cut_short(db: Connection) -> bool:
    """Whether a row says that it is being sent."""
    return bool(await db.value("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"))


async def take_up(db: Connection, now: int) -> None:
    """Rows whose sending was cut short are due again, with the same token. What is recognised by looking waits until
    the attempt that was cut can no longer land; a clock that was set back makes nobody wait longer."""
    await db.run(
        f"""
        UPDATE outbox SET state = 'due',
               due_at = CASE WHEN operation IN ({in_sql(LOOKED_FOR)})
                             THEN max(due_at, min(coalesce(tried_at, 0), :now) + :landed) ELSE due_at END
         WHERE state = 'sending'
        """,
        now=now,
        landed=LANDED,
    )


async def any_due(db: Connection, now: int, *, held: bool, unheld: Collection[str] = ()) -> bool:
    """Whether a row can be sent now."""
    return await db.row(_NEXT, now=now, held=held, unheld=json.dumps([*unheld])) is not None


async def claim(db: Connection, now: int, *, held: bool, unheld: Collection[str] = ()) -> Row | None:
    """Take the next row that can be sent now, and say that it is being sent. While sending is `held`, and for a feature
    that is off, only what changes or removes something that stands already; of the kinds that are `unheld`, all."""
    found = await db.row(_NEXT, now=now, held=held, unheld=json.dumps([*unheld]))
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


_CHANGES: Final = in_sql(CHANGING)
_REMOVES: Final = in_sql(REMOVING)

_NEXT: Final = f"""
    {ROW}
     WHERE waiting.state = 'due' AND waiting.due_at <= :now
       AND (((NOT :held OR waiting.kind IN (SELECT value FROM json_each(:unheld)))
             AND {features.on_sql("waiting.kind")}) OR waiting.operation IN ({_CHANGES}))
       AND (waiting.after_id IS NULL OR first.state = 'sent')
       AND (waiting.operation IN ({_REMOVES}) OR NOT EXISTS (
                SELECT 1 FROM outbox AS earlier
                 WHERE earlier.channel_id = waiting.channel_id AND earlier.id < waiting.id
                   AND earlier.state = 'due' AND earlier.due_at > :now
                   AND coalesce(earlier.reason, '') NOT IN ({REFUSED})
                   AND CASE waiting.operation WHEN 'edit' THEN earlier.message_id = waiting.message_id
                                              ELSE earlier.operation NOT IN ('edit', {_REMOVES}) END))
       AND NOT (waiting.operation = 'dm' AND EXISTS (
                SELECT 1 FROM outbox AS earlier
                 WHERE earlier.member_id = waiting.member_id AND earlier.id < waiting.id
                   AND earlier.operation = 'dm' AND earlier.state = 'due' AND earlier.due_at > :now))
  ORDER BY waiting.operation NOT IN ({_REMOVES}), waiting.operation = 'dm', waiting.id
     LIMIT 1
"""
"""What is new in a channel keeps its order, and so does what is done to a thread; an edit waits only for what concerns
the same message. What takes something away waits for nothing and goes first: nobody's withdrawal waits for what others
publish. What everybody sees goes before direct messages: nobody who publishes waits for a round of letters."""
