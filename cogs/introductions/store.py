"""Who joined and is not welcomed yet, and when somebody was first introduced."""

from __future__ import annotations

from typing import Final

from bot.storage.database import Connection

GREETED: Final = 20
"""How many newcomers one welcome names at most."""


async def note_newcomer(db: Connection, member_id: int, now: int) -> None:
    """Somebody joined; who joins again is new again."""
    await db.run(
        """
        INSERT INTO newcomers (member_id, joined_at) VALUES (:member, :now)
        ON CONFLICT (member_id) DO UPDATE SET joined_at = :now
        """,
        member=member_id,
        now=now,
    )


async def newcomers(db: Connection, until: int) -> list[int]:
    """Who joined up to an instant and is not welcomed yet, in order; after a rush, the first ones."""
    rows = await db.rows(
        """
        SELECT member_id FROM newcomers WHERE joined_at <= :until ORDER BY joined_at, member_id LIMIT :greeted
        """,
        until=until,
        greeted=GREETED,
    )
    return [row["member_id"] for row in rows]


async def first_joined(db: Connection) -> int | None:
    """When the one who waits longest for a welcome joined."""
    at = await db.value("SELECT min(joined_at) FROM newcomers")
    return None if at is None else int(at)


async def forget_newcomers(db: Connection, until: int) -> None:
    """They were welcomed, or won't be."""
    await db.run("DELETE FROM newcomers WHERE joined_at <= :until", until=until)


async def forget_newcomer(db: Connection, member_id: int) -> None:
    """Somebody left before they were welcomed."""
    await db.run("DELETE FROM newcomers WHERE member_id = :member", member=member_id)


async def note_introduced(db: Connection, member_id: int, now: int) -> None:
    """Somebody's introduction stands for everybody to see; the first time counts."""
    await db.run(
        "UPDATE profiles SET introduced_at = :now WHERE member_id = :member AND introduced_at IS NULL",
        member=member_id,
        now=now,
    )


async def introduced(db: Connection, since: int, until: int) -> list[int]:
    """Who introduced themselves from an instant on, before another one, in order."""
    rows = await db.rows(
        """
        SELECT member_id FROM profiles WHERE introduced_at >= :since AND introduced_at < :until
      ORDER BY introduced_at, member_id
        """,
        since=since,
        until=until,
    )
    return [row["member_id"] for row in rows]
