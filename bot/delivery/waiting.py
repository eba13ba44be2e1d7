"""What waits in the outbox, as features ask about it and as organisers decide on it: seen, tried again, spread."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.delivery.causes import cause_of
from bot.delivery.operations import CHANGING, UNDOING, Operation, in_sql
from bot.delivery.rows import ROW, WITH_FOLLOWERS, Row, Sent, read
from bot.storage import features
from bot.storage.database import Connection

_CHANGES: Final = in_sql(CHANGING)
_TAKING_DOWN: Final = frozenset({Operation.DELETE, Operation.THREAD_DELETE, Operation.THREAD_EDIT})
_PARKED: Final = """
    (state = 'parked' AND NOT EXISTS (
        SELECT 1 FROM outbox AS first WHERE first.id = outbox.after_id AND first.state = 'parked'))
"""
"""Parked by itself, not with what it waits for."""


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
    """What waits to be posted, and whatever was parked. What only follows another row, or changes what stands, is left
    out as long as nobody needs to decide on it, and so is what is of a feature that is off."""
    found = await db.rows(
        f"""
        SELECT id, kind, state, due_at, reason FROM outbox
         WHERE ((state = 'due' AND after_id IS NULL AND operation NOT IN ({_CHANGES})) OR {_PARKED})
           AND {features.on_sql("kind")}
      ORDER BY due_at, id
        """
    )
    return [Upcoming(**dict(row)) for row in found]


async def of_feature(db: Connection, feature: str) -> list[Row]:
    """What a feature would say that is new: what waits, and what was parked."""
    found = await db.rows(
        f"""
        {ROW} WHERE waiting.state IN ('due', 'parked') AND waiting.operation NOT IN ({_CHANGES})
           AND substr(waiting.kind, 1, instr(waiting.kind, ':') - 1) = :feature
      ORDER BY waiting.id
        """,
        feature=feature,
    )
    return [read(dict(row)) for row in found]


async def parked_like(db: Connection, kind: str, reason: str) -> list[int]:
    """The rows of a kind that were parked by the same cause: organisers are asked once about all of them."""
    found = await db.rows(f"SELECT id, reason FROM outbox WHERE kind = :kind AND {_PARKED} ORDER BY id", kind=kind)
    return [row["id"] for row in found if cause_of(row["reason"] or "") == cause_of(reason)]


async def parked_with(db: Connection, row_id: int) -> list[int]:
    """A parked row and those that are parked like it; none when it is not parked any more."""
    found = await db.row("SELECT kind, reason FROM outbox WHERE id = :id AND state = 'parked'", id=row_id)
    return [] if found is None else await parked_like(db, found["kind"], found["reason"] or "")


async def report_of(db: Connection, kind: str, parked: str) -> Sent | None:
    """Where the newest report about something parked stands (`message_id` None: it waits), or None."""
    found = await db.row(
        """
        SELECT coalesce(sent_channel_id, channel_id) AS channel_id, sent_message_id AS message_id FROM outbox
         WHERE kind = :kind AND operation = 'post' AND state IN ('due', 'sending', 'sent')
           AND json_extract(reference, '$.values.parked') = :parked
      ORDER BY id DESC LIMIT 1
        """,
        kind=kind,
        parked=parked,
    )
    return None if found is None else Sent(**dict(found))


async def may_be_skipped(db: Connection, row: Row, *, unheld: bool = False) -> bool:
    """Whether organisers may give a row up: it is parked, or it waits to say something new and is not `unheld`."""
    state = await db.value("SELECT state FROM outbox WHERE id = :id", id=row.id)
    return state == "parked" or (state == "due" and row.operation not in CHANGING and not unheld)


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


async def spread(db: Connection, now: int, gap: int, *, feature: str = "") -> int:
    """Give what has waited too long, of all features or of one, `gap` seconds each, in order, so that nothing comes in
    a burst; how many."""
    late = await db.rows(
        f"""
        SELECT id FROM outbox
         WHERE state = 'due' AND due_at <= :now AND after_id IS NULL AND operation NOT IN ({_CHANGES})
           AND (:feature = '' OR substr(kind, 1, instr(kind, ':') - 1) = :feature)
      ORDER BY due_at, id
        """,
        now=now,
        feature=feature,
    )
    for place, row in enumerate(late):
        await db.run("UPDATE outbox SET due_at = :at WHERE id = :id", id=row["id"], at=now + place * gap)
    return len(late)


async def waits(db: Connection, kind: str, channel_id: int, reference: Mapping[str, Any] | None = None) -> bool:
    """Whether a post of a kind, with this reference where one is given, is on its way to a channel already."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox WHERE kind = :kind AND channel_id = :channel
               AND reference = coalesce(:reference, reference)
               AND state IN ('due', 'sending') AND operation IN ('post', 'forum-post')
            """,
            kind=kind,
            channel=channel_id,
            reference=None if reference is None else json.dumps(reference),
        )
    )


async def speaks(db: Connection, channel_id: int, *, since: int) -> bool:
    """Whether a word of the bot's own is on its way to a channel, or came there since an instant (UTC seconds): when it
    was listened who spoke last. Asked in the transaction that decides, so that of two things planned for one minute one
    holds back, whichever is second. What rows about a member post is theirs."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox WHERE channel_id = :channel AND operation = 'post' AND member_id IS NULL
               AND (state IN ('due', 'sending') OR (state = 'sent' AND finished_at >= :since))
            """,
            channel=channel_id,
            since=since,
        )
    )


async def waits_for(db: Connection, kind: str, member_id: int, reference: Mapping[str, Any]) -> bool:
    """Whether a post of a member with this reference is on its way."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox WHERE kind = :kind AND member_id = :member AND reference = :reference
               AND state IN ('due', 'sending') AND operation IN ('post', 'forum-post')
            """,
            kind=kind,
            member=member_id,
            reference=json.dumps(reference),
        )
    )


async def waits_to_change(db: Connection, kind: str, message_id: int, reference: Mapping[str, Any]) -> bool:
    """Whether an edit of a message with this reference waits."""
    return bool(
        await db.value(
            """
            SELECT 1 FROM outbox WHERE kind = :kind AND message_id = :message AND reference = :reference
               AND state = 'due' AND operation = 'edit'
            """,
            kind=kind,
            message=message_id,
            reference=json.dumps(reference),
        )
    )


async def parked_for(db: Connection, kind: str, member_id: int, reference: Mapping[str, Any]) -> int | None:
    """The row that was to post this for a member, and was parked; or None."""
    found = await db.value(
        """
        SELECT id FROM outbox WHERE kind = :kind AND member_id = :member AND reference = :reference
           AND state = 'parked' AND operation IN ('post', 'forum-post')
        """,
        kind=kind,
        member=member_id,
        reference=json.dumps(reference),
    )
    return None if found is None else int(found)


async def newest(db: Connection) -> int:
    """The id of the newest row: `unfinished` looks at what came after it."""
    return int(await db.value("SELECT coalesce(max(id), 0) FROM outbox"))


async def unfinished(db: Connection, since: int) -> bool:
    """Whether a deletion that was written after a row still waits."""
    return bool(
        await db.value(
            f"""
            SELECT 1 FROM outbox
             WHERE (id > :since AND operation IN ({in_sql(_TAKING_DOWN)}) OR operation IN ({in_sql(UNDOING)}))
               AND state IN ('due', 'sending', 'parked') LIMIT 1
            """,
            since=since,
        )
    )
