"""Letters as they are stored: what is to be told to one person, or asked of them. Ids, never text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.delivery.caps import WEEK
from bot.schedule.clock import DAY
from bot.storage.database import Connection

KEPT: Final = 90 * DAY
"""How long a letter that ended, or that nobody came to read, is remembered, in seconds."""


class State(StrEnum):
    """How a letter stands. A held one waits for its reader's next visit; a taken one asks what somebody else does by
    now; a dropped one is over: unsent, answered with "Ne plus me proposer", or put off twice."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    TAKEN = "taken"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one member. `reference` is its feature's, `topic` what several people are asked together, `language`
    its reader's choice. It doesn't go before `due_at`; `sent_at` is when it last went. Times are UTC seconds."""

    id: int
    member_id: int
    kind: str
    key: str
    reference: Mapping[str, Any]
    topic: str | None
    state: State
    written_at: int
    due_at: int
    sent_at: int | None
    channel_id: int | None
    message_id: int | None
    language: str | None

    @property
    def put_off(self) -> bool:
        """Whether its reader said "Plus tard" once."""
        return self.due_at - self.written_at >= WEEK


async def write(
    db: Connection,
    member_id: int,
    kind: str,
    key: str,
    *,
    reference: Mapping[str, Any],
    topic: str | None,
    now: int,
    due_at: int,
) -> bool:
    """Write a letter that waits; False when there is one of this kind and key already."""
    return bool(
        await db.run(
            """
            INSERT INTO letters (member_id, kind, key, reference, topic, written_at, due_at)
                 VALUES (:member, :kind, :key, :reference, :topic, :now, :due)
            ON CONFLICT (member_id, kind, key) DO NOTHING
            """,
            member=member_id,
            kind=kind,
            key=key,
            reference=json.dumps(reference),
            topic=topic,
            now=now,
            due=due_at,
        )
    )


async def get(db: Connection, letter_id: int) -> Letter | None:
    """A letter, or None."""
    found = await many(db, [letter_id])
    return found[0] if found else None


async def named(db: Connection, member_id: int, kind: str, key: str) -> Letter | None:
    """A member's letter by its kind and key, or None."""
    rows = await db.rows(
        f"{_LETTER} WHERE letters.member_id = :member AND kind = :kind AND key = :key",
        member=member_id,
        kind=kind,
        key=key,
    )
    return _read(rows[0]) if rows else None


async def many(db: Connection, letter_ids: Iterable[int]) -> list[Letter]:
    """Letters by their ids, in the order in which they were written."""
    return [_read(row) for row in await db.rows(f"{_LETTER} WHERE letters.id IN ({_marks(letter_ids)}) {_IN_ORDER}")]


async def of_member(db: Connection, member_id: int, *states: State) -> list[Letter]:
    """A member's letters in these states, in the order in which they were written."""
    rows = await db.rows(
        f"{_LETTER} WHERE letters.member_id = :member AND letters.state IN ({_words(states)}) {_IN_ORDER}",
        member=member_id,
    )
    return [_read(row) for row in rows]


async def of_message(db: Connection, channel_id: int, message_id: int) -> list[Letter]:
    """What stands in one message, in order."""
    rows = await db.rows(
        f"{_LETTER} WHERE channel_id = :channel AND message_id = :message AND letters.state IN ('sent', 'taken') "
        f"{_IN_ORDER}",
        channel=channel_id,
        message=message_id,
    )
    return [_read(row) for row in rows]


async def of_topic(db: Connection, topic: str) -> list[Letter]:
    """What several people are asked together, as far as it is not over."""
    rows = await db.rows(
        f"{_LETTER} WHERE topic = :topic AND letters.state NOT IN ('taken', 'dropped') {_IN_ORDER}", topic=topic
    )
    return [_read(row) for row in rows]


async def any_of(db: Connection, member_id: int, state: State) -> bool:
    """Whether a member has a letter in this state."""
    return bool(
        await db.value(
            "SELECT 1 FROM letters WHERE state = :state AND member_id = :member LIMIT 1",
            state=state.value,
            member=member_id,
        )
    )


async def sent_since(
    db: Connection, member_ids: Iterable[int], since: int, *, without: Iterable[int] = ()
) -> list[tuple[int, str, int]]:
    """What went to these members after a time: member, kind, instant. What is on its way counts from its decision;
    letters `without` are left out."""
    rows = await db.rows(
        f"""
        SELECT member_id, kind, sent_at FROM letters
         WHERE member_id IN ({_marks(member_ids)}) AND sent_at > :since AND id NOT IN ({_marks(without)})
        """,
        since=since,
    )
    return [(row["member_id"], row["kind"], row["sent_at"]) for row in rows]


async def ahead(db: Connection, member_ids: Iterable[int], kinds: Iterable[str]) -> list[int]:
    """Whose letters of these kinds are still to come: a member for each of them."""
    rows = await db.rows(
        f"""
        SELECT member_id FROM letters
         WHERE member_id IN ({_marks(member_ids)}) AND kind IN ({_words(kinds)}) AND state IN ('waiting', 'held')
        """
    )
    return [row["member_id"] for row in rows]


async def send(db: Connection, letter_ids: Iterable[int], now: int) -> None:
    """Say that letters are on their way."""
    await db.run(f"UPDATE letters SET state = 'sending', sent_at = :now WHERE id IN ({_marks(letter_ids)})", now=now)


async def stand(db: Connection, letter_ids: Iterable[int], channel_id: int, message_id: int | None) -> None:
    """Note where letters stand."""
    await db.run(
        f"UPDATE letters SET channel_id = :channel, message_id = :message WHERE id IN ({_marks(letter_ids)})",
        channel=channel_id,
        message=message_id,
    )


async def arrived(db: Connection, letter_ids: Iterable[int], now: int) -> None:
    """Say that letters reached their reader; one that was taken on the way stays so."""
    await db.run(
        f"""
        UPDATE letters SET sent_at = :now, state = CASE state WHEN 'taken' THEN 'taken' ELSE 'sent' END
         WHERE id IN ({_marks(letter_ids)})
        """,
        now=now,
    )


async def keep_back(db: Connection, letter_ids: Iterable[int], state: State) -> None:
    """Say that letters did not go: they wait, are held, or are dropped."""
    await db.run(
        f"""
        UPDATE letters SET state = :state, sent_at = NULL, channel_id = NULL, message_id = NULL
         WHERE id IN ({_marks(letter_ids)})
        """,
        state=state.value,
    )


async def end(db: Connection, letter_ids: Iterable[int], state: State) -> None:
    """Say that letters are over; when they went stays known."""
    await db.run(f"UPDATE letters SET state = :state WHERE id IN ({_marks(letter_ids)})", state=state.value)


async def put_off(db: Connection, letter: Letter, until: int) -> None:
    """Let a letter come again after a time; that it went still counts."""
    await db.run(
        "UPDATE letters SET state = 'waiting', due_at = :until, message_id = NULL WHERE id = :id",
        id=letter.id,
        until=until,
    )


async def forget(db: Connection, letter: Letter) -> None:
    """Remove a letter that nobody needs to know of."""
    await db.run("DELETE FROM letters WHERE id = :id", id=letter.id)


async def without_job(db: Connection, job: str) -> list[Letter]:
    """Letters that wait though no job of the kind `job` will send them."""
    rows = await db.rows(
        f"""
        {_LETTER} WHERE letters.state = 'waiting'
           AND letters.member_id NOT IN (SELECT member_id FROM jobs WHERE kind = :job AND member_id IS NOT NULL)
           AND letters.member_id NOT IN (SELECT member_id FROM letters WHERE state = 'sending')
        {_IN_ORDER}
        """,
        job=job,
    )
    return [_read(row) for row in rows]


async def sweep(db: Connection, now: int) -> None:
    """Forget letters that ended, or were held, long ago."""
    await db.run(
        """
        DELETE FROM letters
         WHERE state NOT IN ('waiting', 'sending') AND max(written_at, due_at, coalesce(sent_at, 0)) < :then
        """,
        then=now - KEPT,
    )


_LETTER: Final = """
    SELECT letters.id, letters.member_id, kind, key, reference, topic, letters.state, written_at, due_at, sent_at,
           channel_id, message_id, members.language
      FROM letters JOIN members ON members.id = letters.member_id
"""
_IN_ORDER: Final = "ORDER BY written_at, letters.id"


def _marks(ids: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in ids)


def _words(values: Iterable[str]) -> str:
    """Names of ours (kinds, states) as SQL: no member wrote them."""
    return ", ".join(f"'{value}'" for value in values)


def _read(row: sqlite3.Row) -> Letter:
    return Letter(**{**dict(row), "reference": json.loads(row["reference"]), "state": State(row["state"])})
