"""Help requests as they are stored. One function a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.storage.database import Connection
from cogs.help_requests.rules import WANTED, Request, State, Written


async def add(
    db: Connection, asker_id: int, written: Written, now: int, *, category: str = "", private: bool = False
) -> int:
    """Keep a request; its id."""
    return await db.insert(
        """
        INSERT INTO help_requests
               (asker_id, question, by_when, category, details, private, line, state, created_at, updated_at)
        VALUES (:asker, :question, :day, :category, :details, :private, :line, 'open', :now, :now)
        """,
        asker=asker_id,
        question=written.question,
        day=written.by_when.isoformat(),
        category=category,
        details=written.details,
        private=int(private),
        line=written.line,
        now=now,
    )


async def get(db: Connection, request_id: int) -> Request | None:
    """A request, or None."""
    return _one(await db.row(f"{_REQUEST} WHERE id = :id", id=request_id))


async def same_since(db: Connection, asker_id: int, question: str, then: int, *, private: bool) -> int | None:
    """The request that somebody made after an instant in the same words, or None."""
    found = await db.value(
        """
        SELECT id FROM help_requests
         WHERE asker_id = :asker AND question = :question AND private = :private AND created_at >= :since
           AND state = 'open'
        """,
        asker=asker_id,
        question=question,
        private=int(private),
        since=then,
    )
    return None if found is None else int(found)


async def at_thread(db: Connection, thread_id: int) -> int | None:
    """The request whose private thread this is, or None."""
    found = await db.value("SELECT id FROM help_requests WHERE thread_id = :thread", thread=thread_id)
    return None if found is None else int(found)


async def of_asker(db: Connection, asker_id: int) -> list[Request]:
    """Everything that somebody asked for, the newest first."""
    return await _many(db, "asker_id = :asker ORDER BY id DESC", asker=asker_id)


async def wanted(db: Connection) -> list[Request]:
    """Requests for which help is welcome, whose asker is here, those that wait longest first."""
    return await _many(db, f"state IN ({_in_sql(WANTED)}) AND {_ASKER_IS_HERE} ORDER BY created_at, id")


async def listed(db: Connection) -> list[Request]:
    """Those of them that everybody may see, by subject, the newest first."""
    shown = f"state IN ({_in_sql(WANTED)}) AND NOT private AND {_ASKER_IS_HERE}"
    return await _many(db, f"{shown} ORDER BY category = '', category, id DESC")


async def change(db: Connection, request_id: int, written: Written) -> None:
    """Put other words in place of a request's."""
    await db.run(
        """
        UPDATE help_requests SET question = :question, by_when = :day, details = :details, line = :line
         WHERE id = :id
        """,
        id=request_id,
        question=written.question,
        day=written.by_when.isoformat(),
        details=written.details,
        line=written.line,
    )


async def categorise(db: Connection, request_id: int, category: str) -> None:
    """Say what a request is about."""
    await db.run("UPDATE help_requests SET category = :category WHERE id = :id", id=request_id, category=category)


async def enter(db: Connection, request_id: int, state: State, now: int) -> None:
    """Put a request into a state; that is a sign of life."""
    await db.run(
        """
        UPDATE help_requests SET state = :state, updated_at = :now,
               solved_at = CASE :state WHEN 'solved' THEN :now ELSE NULL END
         WHERE id = :id
        """,
        id=request_id,
        state=state.value,
        now=now,
    )


async def reopen(db: Connection, request_id: int, now: int) -> None:
    """A request is wanted again, and waits as if it were new."""
    await db.run(
        """
        UPDATE help_requests SET state = 'open', answered_at = NULL, solved_at = NULL, created_at = :now,
               updated_at = :now
         WHERE id = :id
        """,
        id=request_id,
        now=now,
    )


async def note_answered(db: Connection, request_id: int, at: int | None) -> None:
    """Note since when a human answers; None: nobody does."""
    await db.run("UPDATE help_requests SET answered_at = :at WHERE id = :id", id=request_id, at=at)


async def note_worked(db: Connection, request_id: int, worked: str) -> None:
    """Keep what helped, in a line."""
    await db.run("UPDATE help_requests SET worked = :worked WHERE id = :id", id=request_id, worked=worked)


async def note_thread(db: Connection, request_id: int, thread_id: int | None) -> None:
    """Keep which private thread a request has; None: it is gone."""
    await db.run("UPDATE help_requests SET thread_id = :thread WHERE id = :id", id=request_id, thread=thread_id)


async def begin(db: Connection, request_id: int, now: int) -> None:
    """A request stands for everybody to see, for the first time: from now on it waits, however long it took."""
    await db.run(
        "UPDATE help_requests SET round = round + 1, created_at = :now, updated_at = :now WHERE id = :id",
        id=request_id,
        now=now,
    )


async def published_between(db: Connection, kind: str, first: int, end: int) -> list[int]:
    """The refs from `first` on, before `end`, under which things of a kind are published."""
    rows = await db.rows(
        "SELECT ref FROM publications WHERE kind = :kind AND ref >= :first AND ref < :end ORDER BY ref",
        kind=kind,
        first=first,
        end=end,
    )
    return [row["ref"] for row in rows]


async def ended_before(db: Connection, then: int) -> list[Request]:
    """The requests for which no help is looked for any more since an instant or before."""
    ended = f"state NOT IN ({_in_sql(WANTED)}) AND coalesce(solved_at, updated_at) <= :then"
    return await _many(db, f"{ended} ORDER BY id", then=then)


async def remove(db: Connection, request_id: int) -> None:
    """Forget a request and who took part in it."""
    await db.run("DELETE FROM help_requests WHERE id = :id", id=request_id)


async def joined(db: Connection, member_id: int) -> list[Request]:
    """The requests for which help is welcome and that somebody lends a hand with."""
    theirs = "SELECT request_id FROM help_helpers WHERE member_id = :member AND approved = 1"
    return await _many(db, f"state IN ({_in_sql(WANTED)}) AND id IN ({theirs}) ORDER BY id", member=member_id)


_COLUMNS: Final = ", ".join(Request.__dataclass_fields__)
_REQUEST: Final = f"SELECT {_COLUMNS} FROM help_requests"
_ASKER_IS_HERE: Final = "asker_id IN (SELECT id FROM members WHERE state = 'present')"


async def _many(db: Connection, where: str, **values: int) -> list[Request]:
    return [_read(row) for row in await db.rows(f"{_REQUEST} WHERE {where}", **values)]


def _one(row: sqlite3.Row | None) -> Request | None:
    return None if row is None else _read(row)


def _read(row: sqlite3.Row) -> Request:
    values = {**dict(row), "by_when": date.fromisoformat(row["by_when"]), "state": State(row["state"])}
    return Request(**{**values, "private": bool(row["private"])})


def _in_sql(states: Iterable[State]) -> str:
    return ", ".join(f"'{state.value}'" for state in sorted(states))
