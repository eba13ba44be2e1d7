"""Doors as they are stored. One function a query."""

from __future__ import annotations

import sqlite3

from bot.storage.database import Connection
from cogs.warm_intros.rules import Door


async def of_member(db: Connection, member_id: int) -> list[Door]:
    """A member's own doors, the newest first."""
    rows = await db.rows("SELECT * FROM doors WHERE member_id = :id ORDER BY id DESC", id=member_id)
    return [_door(row) for row in rows]


async def own(db: Connection, door_id: int, member_id: int) -> Door | None:
    """A door of this member's, or None: nobody asks for anybody else's."""
    row = await db.row("SELECT * FROM doors WHERE id = :id AND member_id = :member", id=door_id, member=member_id)
    return None if row is None else _door(row)


async def ready(db: Connection) -> list[Door]:
    """The doors of everybody who is here and doesn't rest, for the job that looks whom to ask; nobody is shown them."""
    rows = await db.rows(
        """
        SELECT doors.* FROM doors JOIN members ON members.id = doors.member_id AND members.state = 'present'
         ORDER BY doors.id
        """
    )
    return [_door(row) for row in rows]


async def add(db: Connection, member_id: int, words: str, zone: str | None, now: int) -> int:
    """Keep a door; its id. The same words again are the same door."""
    same = await db.value(
        "SELECT id FROM doors WHERE member_id = :member AND words = :words", member=member_id, words=words
    )
    if same is not None:
        return int(same)
    return await db.insert(
        """
        INSERT INTO doors (member_id, words, zone, created_at, updated_at)
        VALUES (:member, :words, :zone, :now, :now)
        """,
        member=member_id,
        words=words,
        zone=zone,
        now=now,
    )


async def rewrite(db: Connection, door_id: int, words: str, zone: str | None, now: int) -> None:
    """Put other words, and another place, in place of a door's."""
    await db.run(
        "UPDATE doors SET words = :words, zone = :zone, updated_at = :now WHERE id = :id",
        id=door_id,
        words=words,
        zone=zone,
        now=now,
    )


async def file_under(db: Connection, door_id: int, category: str | None) -> None:
    """Say of which kind a door is."""
    await db.run("UPDATE doors SET category = :category WHERE id = :id", id=door_id, category=category)


async def place(db: Connection, door_id: int, zone: str | None) -> None:
    """Say where a door is."""
    await db.run("UPDATE doors SET zone = :zone WHERE id = :id", id=door_id, zone=zone)


async def remove(db: Connection, door_id: int) -> None:
    """Forget a door."""
    await db.run("DELETE FROM doors WHERE id = :id", id=door_id)


def _door(row: sqlite3.Row) -> Door:
    return Door(**dict(row))
