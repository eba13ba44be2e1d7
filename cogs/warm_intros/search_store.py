"""Searches, and who was asked for them, as they are stored. One function a query."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from bot.storage.database import Connection
from cogs.warm_intros.rules import Answer, Asked, Search, SearchState


async def add(
    db: Connection, asker_id: int, who: str, why: str, *, now: int, answer_by: int, signed: bool = False
) -> int:
    """Keep a search; its id."""
    return await db.insert(
        """
        INSERT INTO searches (asker_id, who, why, state, created_at, answer_by, signed)
        VALUES (:asker, :who, :why, 'looking', :now, :answer_by, :signed)
        """,
        asker=asker_id,
        who=who,
        why=why,
        now=now,
        answer_by=answer_by,
        signed=signed,
    )


async def get(db: Connection, search_id: int) -> Search | None:
    """A search, or None."""
    row = await db.row("SELECT * FROM searches WHERE id = :id", id=search_id)
    return None if row is None else _search(row)


async def of_asker(db: Connection, asker_id: int) -> list[Search]:
    """Somebody's searches, the newest first."""
    rows = await db.rows("SELECT * FROM searches WHERE asker_id = :id ORDER BY id DESC", id=asker_id)
    return [_search(row) for row in rows]


async def looking(db: Connection) -> list[Search]:
    """Every search that goes on and whose asker is here, the oldest first."""
    rows = await db.rows(
        """
        SELECT searches.* FROM searches JOIN members ON members.id = searches.asker_id AND members.state = 'present'
         WHERE searches.state = 'looking' ORDER BY searches.id
        """
    )
    return [_search(row) for row in rows]


def overdue(connection: sqlite3.Connection, then: int) -> bool:
    """Whether such a search was to be answered before an instant, in a file that is not open for use."""
    found = connection.execute(
        """
        SELECT 1 FROM searches JOIN members ON members.id = searches.asker_id AND members.state = 'present'
         WHERE searches.state = 'looking' AND answer_by < ? LIMIT 1
        """,
        (then,),
    )
    return found.fetchone() is not None


async def close(db: Connection, search_id: int, state: SearchState, now: int) -> None:
    """A search that goes on doesn't any more."""
    await db.run(
        "UPDATE searches SET state = :state, closed_at = :now WHERE id = :id AND state = 'looking'",
        id=search_id,
        state=state.value,
        now=now,
    )


async def reopen(db: Connection, search_id: int) -> None:
    """What was found came to nothing: the search goes on."""
    await db.run(
        "UPDATE searches SET state = 'looking', closed_at = NULL WHERE id = :id AND state = 'found'", id=search_id
    )


# Who was asked


async def note_asked(
    db: Connection, search_id: int, member_id: int, now: int, *, reasons: Sequence[str], door_id: int | None
) -> None:
    """Somebody is asked; nobody is asked twice for one search."""
    await db.run(
        """
        INSERT INTO search_asked (search_id, member_id, at, reasons, door_id)
             VALUES (:search, :member, :now, :reasons, :door) ON CONFLICT DO NOTHING
        """,
        search=search_id,
        member=member_id,
        now=now,
        reasons=json.dumps(list(reasons)),
        door=door_id,
    )


async def asked(db: Connection, search_id: int, member_id: int) -> Asked | None:
    """What somebody was asked for a search, or None."""
    row = await db.row(
        "SELECT * FROM search_asked WHERE search_id = :search AND member_id = :member",
        search=search_id,
        member=member_id,
    )
    return None if row is None else _asked(row)


async def everybody_asked(db: Connection, search_id: int) -> list[Asked]:
    """Everybody who was asked for a search, the first one first."""
    rows = await db.rows("SELECT * FROM search_asked WHERE search_id = :id ORDER BY at, member_id", id=search_id)
    return [_asked(row) for row in rows]


async def not_again(db: Connection, search: Search, since: int, *, but: int = 0) -> set[int]:
    """Who is not to be asked for a search: whoever was, for it, as whomever (not counting the introduction `but`); and
    whoever said no since an instant, when the same person looked for the same."""
    rows = await db.rows(
        """
        SELECT member_id FROM search_asked WHERE search_id = :id
         UNION SELECT second_id FROM intros WHERE search_id = :id AND id <> :but AND second_id IS NOT NULL
         UNION SELECT member_id FROM search_asked JOIN searches ON searches.id = search_id
                WHERE asker_id = :asker AND lower(who) = lower(:who) AND answer = 'no' AND at >= :since
         UNION SELECT second_id FROM intros JOIN searches ON searches.id = search_id
                WHERE asker_id = :asker AND lower(who) = lower(:who) AND second_says = 'no'
                      AND intros.created_at >= :since AND second_id IS NOT NULL
        """,
        id=search.id,
        asker=search.asker_id,
        who=search.who,
        since=since,
        but=but,
    )
    return {row["member_id"] for row in rows}


async def waited_for(db: Connection, member_id: int) -> list[Search]:
    """The searches that go on and wait for somebody's answer."""
    rows = await db.rows(
        """
        SELECT searches.* FROM searches JOIN search_asked ON search_asked.search_id = searches.id
         WHERE search_asked.member_id = :id AND search_asked.answer IS NULL AND searches.state = 'looking'
      ORDER BY searches.id
        """,
        id=member_id,
    )
    return [_search(row) for row in rows]


async def answer(db: Connection, search_id: int, member_id: int, said: Answer) -> None:
    """Keep what somebody said, or that they said nothing for long enough."""
    await db.run(
        "UPDATE search_asked SET answer = :said WHERE search_id = :search AND member_id = :member",
        search=search_id,
        member=member_id,
        said=said.value,
    )


def _search(row: sqlite3.Row) -> Search:
    return Search(**{**dict(row), "state": SearchState(row["state"]), "signed": bool(row["signed"])})


def _asked(row: sqlite3.Row) -> Asked:
    said = Answer(row["answer"]) if row["answer"] is not None else None
    return Asked(**{**dict(row), "reasons": tuple(json.loads(row["reasons"])), "answer": said})
