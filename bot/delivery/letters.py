"""Letters as they are stored: what is to be told to one person, or asked of them. Ids, never text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.errors import Refusal
from bot.storage.database import Connection

OVER: Final = "letters-over"
"""The message in place of a letter that is not topical any more."""
TAKEN: Final = "letters-taken"
"""The message in place of one that asks what somebody else does by now."""


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
    its reader's choice. It doesn't go before `due_at`; `sent_at` is when it last went, `row_id` the row of the outbox
    that carried it then, `thread_id` the private thread that was opened for it and still stands. `put_off`: its reader
    said "Plus tard" once. Times are UTC seconds."""

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
    thread_id: int | None
    row_id: int | None
    put_off: bool
    language: str | None

    @property
    def ending(self) -> str:
        """The message that stands in place of a taken one: somebody does it, or nobody asks any more."""
        return OVER if self.reference.get("over") else TAKEN

    @property
    def outdated(self) -> bool:
        """Whether what it says may have changed while it was on its way."""
        return bool(self.reference.get("outdated"))


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


async def still_asked(db: Connection, member_id: int, kind: str, key: str) -> Letter | None:
    """The same, before it is answered. Raises `Refusal` that says how it ended, for one that somebody else does, or
    nobody asks any more."""
    letter = await named(db, member_id, kind, key)
    if letter is not None and letter.state is State.TAKEN:
        raise Refusal(letter.ending)
    return letter


async def many(db: Connection, letter_ids: Iterable[int]) -> list[Letter]:
    """Letters by their ids, in the order in which they were written."""
    return [_read(row) for row in await db.rows(f"{_LETTER} WHERE letters.id IN ({marks(letter_ids)}) {_IN_ORDER}")]


async def of_member(db: Connection, member_id: int, *states: State) -> list[Letter]:
    """A member's letters in these states, in the order in which they were written."""
    rows = await db.rows(
        f"{_LETTER} WHERE letters.member_id = :member AND letters.state IN ({_words(states)}) {_IN_ORDER}",
        member=member_id,
    )
    return [_read(row) for row in rows]


async def of_feature(db: Connection, feature: str, *states: State) -> list[Letter]:
    """A feature's letters in these states, in the order in which they were written."""
    rows = await db.rows(
        f"{_LETTER} WHERE substr(kind, 1, instr(kind, ':') - 1) = :feature AND letters.state IN ({_words(states)}) "
        f"{_IN_ORDER}",
        feature=feature,
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


async def set_out(db: Connection, kind: str, key: str) -> list[Letter]:
    """The letters of this kind and key that reached their readers, or are about to."""
    where = f"kind = :kind AND key = :key AND {_STANDS}"
    return [_read(row) for row in await db.rows(f"{_LETTER} WHERE {where} {_IN_ORDER}", kind=kind, key=key)]


async def referring(db: Connection, kind: str, name: str, value: int) -> list[Letter]:
    """The same of the letters of this kind whose reference says `name` is `value`."""
    where = f"kind = :kind AND json_extract(reference, '$.' || :name) = :value AND {_STANDS}"
    rows = await db.rows(f"{_LETTER} WHERE {where} {_IN_ORDER}", kind=kind, name=name, value=value)
    return [_read(row) for row in rows]


async def refused(db: Connection, topic: str) -> list[Letter]:
    """What several people were asked together, as far as it stands with somebody who doesn't want it any more. What
    was answered doesn't stand there."""
    answered = "json_extract(reference, '$.answered') IS NULL"
    where = f"topic = :topic AND letters.state = 'dropped' AND message_id IS NOT NULL AND {answered}"
    return [_read(row) for row in await db.rows(f"{_LETTER} WHERE {where} {_IN_ORDER}", topic=topic)]


async def told(db: Connection, topic: str) -> list[Letter]:
    """What several people were asked together and somebody does by now, as far as it says so, to the others."""
    where = "topic = :topic AND letters.state = 'taken' AND reference ->> 'told' AND reference ->> 'over' IS NULL"
    return [_read(row) for row in await db.rows(f"{_LETTER} WHERE {where} {_IN_ORDER}", topic=topic)]


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
         WHERE member_id IN ({marks(member_ids)}) AND sent_at > :since AND id NOT IN ({marks(without)})
        """,
        since=since,
    )
    return [(row["member_id"], row["kind"], row["sent_at"]) for row in rows]


async def ahead(db: Connection, member_ids: Iterable[int], kinds: Iterable[str]) -> list[int]:
    """Whose letters of these kinds are still to come: a member for each of them."""
    rows = await db.rows(
        f"""
        SELECT member_id FROM letters
         WHERE member_id IN ({marks(member_ids)}) AND kind IN ({_words(kinds)}) AND state IN ('waiting', 'held')
        """
    )
    return [row["member_id"] for row in rows]


async def long_over(db: Connection, then: int, kinds: Iterable[str]) -> list[Letter]:
    """Letters that ended, or were held, before a time; what waits may wait longer, if it is of these kinds."""
    rows = await db.rows(
        f"""
        {_LETTER} WHERE (letters.state NOT IN ('waiting', 'sending')
                         OR letters.state = 'waiting' AND kind NOT IN ({_words(kinds)}))
           AND max(written_at, due_at, coalesce(sent_at, 0)) < :then
        """,
        then=then,
    )
    return [_read(row) for row in rows]


_LETTER: Final = """
    SELECT letters.id, letters.member_id, kind, key, reference, topic, letters.state, written_at, due_at, sent_at,
           channel_id, message_id, thread_id, row_id, put_off, members.language
      FROM letters JOIN members ON members.id = letters.member_id
"""
_IN_ORDER: Final = "ORDER BY written_at, letters.id"
_STANDS: Final = "(letters.state IN ('sending', 'sent') OR message_id IS NOT NULL)"


def marks(ids: Iterable[int]) -> str:
    """Ids as SQL."""
    return ", ".join(str(int(number)) for number in ids)


def _words(values: Iterable[str]) -> str:
    """Names of ours (kinds, states) as SQL: no member wrote them."""
    return ", ".join(f"'{value}'" for value in values)


def _read(row: sqlite3.Row) -> Letter:
    values = {"reference": json.loads(row["reference"]), "state": State(row["state"]), "put_off": bool(row["put_off"])}
    return Letter(**{**dict(row), **values})
