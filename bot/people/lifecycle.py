"""What happens to a person's data when they leave, come back, ask for it, or want it gone.

Generic by introspection: a table that holds something about a person has a foreign key to `members`, so export and
erasure are complete without knowing the table. Features that show something elsewhere (a card on Discord) or keep a
search document register a `Follower`.
"""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any, Final, Protocol

from bot.people import members
from bot.schedule.clock import DAY, Clock
from bot.storage.association import Association
from bot.storage.backup import Ledger
from bot.storage.database import Connection

GRACE: Final = 30 * DAY
"""How long the data of somebody who left the server is kept, in seconds."""

OTHERS_ANSWERS: Final = frozenset(
    {
        ("help_asked", "named_by"),
        ("help_helpers", "approved"),
        ("help_requests", "round"),
        ("coffee_invitations", "answer"),
    }
)
"""What others answered in private, or whether anybody could be asked, which tells of avoid entries (table, column): it
is theirs, and no part of somebody's own export."""

UNTOLD: Final = {
    ("coffee_invitations", "other_id"): """
        answer IS NOT NULL OR EXISTS (
            SELECT 1 FROM letters WHERE member_id = :id AND kind = 'matchmaking:again' AND key = coffee_invitations.id
                                    AND sent_at IS NOT NULL)
    """
}
"""What others keep about somebody who may never hear of it (table, column), and when they have (SQL): until then it is
no part of this person's own export."""


class Follower(Protocol):
    """A feature that must act when a person goes or comes; each call is part of the transaction that decides it."""

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Hide what others see of this member, so that `back` can bring it back."""
        ...

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Show again what `gone` hid."""
        ...

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """The member's rows go at the end of this transaction: see to what stands outside the file."""
        ...


class Lifecycle:
    """Leaving, coming back and erasure, told to every feature."""

    def __init__(self, clock: Clock, ledger: Ledger) -> None:
        self._clock = clock
        self._ledger = ledger
        self._followers: list[Follower] = []

    def follow(self, follower: Follower) -> None:
        """Tell `follower` from now on."""
        self._followers.append(follower)

    async def leave(self, association: Association, db: Connection, member_id: int) -> bool:
        """A member left the server: hidden at once. False when nothing was known of them."""
        if not await members.mark_left(db, member_id, self._clock.now()):
            return False
        for follower in self._followers:
            await follower.gone(association, db, member_id)
        return True

    async def come_back(self, association: Association, db: Connection, member_id: int) -> bool:
        """Somebody who left is here again: everything as they left it. False when they had not left."""
        if not await members.mark_back(db, member_id):
            return False
        for follower in self._followers:
            await follower.back(association, db, member_id)
        return True

    def alias(self, association: Association, member_id: int) -> str:
        """A name for a member that says nothing of who it is, for what must be told apart after their rows are gone."""
        return self._ledger.alias(association.guild_id, member_id)

    async def erase(self, association: Association, db: Connection, member_id: int) -> None:
        """Remove every row about a person. The ledger is written first, so that no restored backup brings them back."""
        # to disk, and in a thread: it waits for the disk, and the event loop must not
        await asyncio.to_thread(self._ledger.record, association.guild_id, member_id, self._clock.now())
        for follower in self._followers:
            await follower.erasing(association, db, member_id)
        association.search.touch()
        association.expect_changes()
        await db.run("DELETE FROM members WHERE id = :id", id=member_id)
        await association.leave_bytes(db, self._clock.now())


async def person_columns(db: Connection) -> list[tuple[str, str]]:
    """Every (table, column) that refers to a member."""
    return [(table, column) for table, column, parent, _, _ in await _references(db) if parent == "members"]


async def _references(db: Connection) -> list[tuple[str, str, str, str, str]]:
    """Every column that refers to another table: its table, itself, that table, that one's column, and what happens
    when the row there goes. One query: `PRAGMA` a table would be a hundred."""
    rows = await db.rows(
        """
        SELECT tables.name, keys."from", keys."table", keys."to", keys.on_delete
          FROM sqlite_master AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
         WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%'
         ORDER BY tables.rowid, keys.id, keys.seq
        """
    )
    return [tuple(row) for row in rows]


async def export(db: Connection, member_id: int) -> dict[str, list[dict[str, Any]]]:
    """All rows about a person, by table, as JSON-ready values; and what belongs to such rows without naming anybody
    (the tags of a tip)."""
    found: dict[str, list[dict[str, Any]]] = {
        "members": [dict(row) for row in await db.rows("SELECT * FROM members WHERE id = :id", id=member_id)]
    }
    for table, column in await person_columns(db):
        if (table, column) not in OTHERS_ANSWERS:
            told = UNTOLD.get((table, column), "TRUE")
            rows = await db.rows(f"SELECT * FROM {table} WHERE {column} = :id AND ({told})", id=member_id)
            if rows:
                found.setdefault(table, []).extend(_told(table, row) for row in rows)
    for table, column, parent, parent_column in await _detail_columns(db):
        for row in found.get(parent, ()):
            rows = await db.rows(f"SELECT * FROM {table} WHERE {column} = :id", id=row[parent_column])
            if rows:
                found.setdefault(table, []).extend(dict(detail) for detail in rows)
    return found


def _told(table: str, row: sqlite3.Row) -> dict[str, Any]:
    return {name: value for name, value in dict(row).items() if (table, name) not in OTHERS_ANSWERS}


async def _detail_columns(db: Connection) -> list[tuple[str, str, str, str]]:
    """Tables that name nobody and whose rows go with a row of another one: table, column, that table, its column."""
    found = await _references(db)
    about_people = {table for table, _, parent, _, _ in found if parent == "members"}
    return [
        (table, column, parent, parent_column)
        for table, column, parent, parent_column, on_delete in found
        if table not in about_people and parent in about_people and on_delete == "CASCADE"
    ]


async def forget_unreferenced(db: Connection) -> int:
    """Remove the rows of people who accepted nothing and to whom nothing refers any more."""
    used = " AND ".join(
        f"id NOT IN (SELECT {column} FROM {table} WHERE {column} IS NOT NULL)"
        for table, column in await person_columns(db)
    )
    return await db.run(f"DELETE FROM members WHERE state = 'named' AND {used}")
