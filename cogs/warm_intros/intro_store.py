"""Introductions as they are stored: who brings whom together, and how it stands. One function a query."""

from __future__ import annotations

import sqlite3
from typing import Final

from bot.storage.database import Connection
from cogs.warm_intros.rules import Helped, Intro, IntroState, Kind, Says, Seat


async def add(
    db: Connection,
    *,
    kind: Kind,
    introducer: int,
    first: int,
    why: str,
    answer_by: int,
    now: int,
    search_id: int | None = None,
    second: int | None = None,
    talk: bool = False,
) -> int:
    """Keep an introduction that waits for what is to be said; its id. Whoever searches said yes by searching."""
    return await db.insert(
        """
        INSERT INTO intros (kind, search_id, introducer_id, first_id, second_id, why, talk, first_says, state,
                            created_at, answer_by)
        VALUES (:kind, :search, :introducer, :first, :second, :why, :talk, :says, 'asked', :now, :answer_by)
        """,
        kind=kind.value,
        search=search_id,
        introducer=introducer,
        first=first,
        second=second,
        why=why,
        talk=talk,
        says=Says.YES.value if search_id is not None else None,
        now=now,
        answer_by=answer_by,
    )


async def get(db: Connection, intro_id: int) -> Intro | None:
    """An introduction, or None."""
    row = await db.row(f"{_INTRO} WHERE id = :id", id=intro_id)
    return None if row is None else _intro(row)


async def of_search(db: Connection, search_id: int) -> list[Intro]:
    """What came of a search, the newest first."""
    return [_intro(row) for row in await db.rows(f"{_INTRO} WHERE search_id = :id ORDER BY id DESC", id=search_id)]


async def of_member(db: Connection, member_id: int) -> list[Intro]:
    """Every introduction that somebody is in, as whomever, the newest first."""
    rows = await db.rows(
        f"{_INTRO} WHERE :id IN (introducer_id, first_id, second_id) ORDER BY id DESC",
        id=member_id,
    )
    return [_intro(row) for row in rows]


async def say(db: Connection, intro_id: int, which: Seat, said: Says) -> None:
    """Keep what one of those who are brought together says."""
    await db.run(
        """
        UPDATE intros SET first_says = iif(:which = 'first', :said, first_says),
                          second_says = iif(:which = 'second', :said, second_says) WHERE id = :id
        """,
        id=intro_id,
        which=which,
        said=said.value,
    )


async def open_thread(db: Connection, intro_id: int, now: int, ask_at: int | None) -> None:
    """Everybody said yes: a thread is wanted; when its asker is asked whether it helped."""
    await db.run(
        "UPDATE intros SET state = 'open', opened_at = :now, ask_at = :ask WHERE id = :id AND state = 'asked'",
        id=intro_id,
        now=now,
        ask=ask_at,
    )


async def close(db: Connection, intro_id: int, now: int) -> None:
    """Nothing more is asked of anybody."""
    await db.run(
        "UPDATE intros SET state = 'over', closed_at = :now, ask_at = NULL WHERE id = :id AND state <> 'over'",
        id=intro_id,
        now=now,
    )


async def never_opened(db: Connection, intro_id: int, now: int) -> None:
    """The thread that was wanted is not to be any more: as if not everybody had said yes."""
    await db.run(
        "UPDATE intros SET state = 'over', opened_at = NULL, ask_at = NULL, closed_at = :now WHERE id = :id",
        id=intro_id,
        now=now,
    )


async def close_asked(db: Connection, search_id: int, now: int) -> None:
    """What waited for an answer to a search that is over doesn't any more."""
    await db.run(
        "UPDATE intros SET state = 'over', closed_at = :now WHERE search_id = :id AND state = 'asked'",
        id=search_id,
        now=now,
    )


def overdue(connection: sqlite3.Connection, then: int) -> bool:
    """Whether one was to be answered before an instant and still waits, in a file that is not open for use."""
    found = connection.execute("SELECT 1 FROM intros WHERE state = 'asked' AND answer_by < ? LIMIT 1", (then,))
    return found.fetchone() is not None


# After two weeks


async def to_ask(db: Connection, now: int) -> list[Intro]:
    """Those whose asker is to be asked by now whether it helped."""
    return [_intro(row) for row in await db.rows(f"{_INTRO} WHERE ask_at <= :now ORDER BY ask_at, id", now=now)]


async def next_question(db: Connection) -> int | None:
    """When the next asker is to be asked (UTC seconds), or None."""
    at = await db.value("SELECT min(ask_at) FROM intros WHERE ask_at IS NOT NULL")
    return None if at is None else int(at)


async def ask_at(db: Connection, intro_id: int, at: int | None) -> None:
    """When its asker is asked next; None: they were."""
    await db.run("UPDATE intros SET ask_at = :at WHERE id = :id", id=intro_id, at=at)


async def note_helped(db: Connection, intro_id: int, helped: Helped) -> None:
    """Keep whether it helped."""
    await db.run("UPDATE intros SET helped = :helped WHERE id = :id", id=intro_id, helped=helped.value)


async def long_open(db: Connection, then: int) -> list[Intro]:
    """Those that were opened before an instant and about which nothing more will be asked."""
    rows = await db.rows(f"{_INTRO} WHERE state = 'open' AND ask_at IS NULL AND opened_at < :then", then=then)
    return [_intro(row) for row in rows]


_INTRO: Final = "SELECT * FROM intros"


def _intro(row: sqlite3.Row) -> Intro:
    values = {
        "kind": Kind(row["kind"]),
        "talk": bool(row["talk"]),
        "state": IntroState(row["state"]),
        "first_says": Says(row["first_says"]) if row["first_says"] else None,
        "second_says": Says(row["second_says"]) if row["second_says"] else None,
        "helped": Helped(row["helped"]) if row["helped"] else None,
    }
    return Intro(**{**dict(row), **values})
