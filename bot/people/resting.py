"""Who rests by their own wish: hidden as if they had left, and all is kept. What becomes of it
once they really leave is for `bot.people.members` to say."""

from __future__ import annotations

from bot.storage.database import Connection


async def everybody(db: Connection) -> list[int]:
    """Everybody who rests by their own wish and has not left the server."""
    return [row["id"] for row in await db.rows("SELECT id FROM members WHERE left_at = paused_at")]


async def begin(db: Connection, member_id: int, now: int) -> bool:
    """Note that a member rests by their own wish; False when they did already, or are not here."""
    return bool(
        await db.run(
            "UPDATE members SET state = 'left', left_at = :now, paused_at = :now WHERE id = :id AND state = 'present'",
            id=member_id,
            now=now,
        )
    )


async def end(db: Connection, member_id: int) -> bool:
    """Note that a member rests no more; False when they did not."""
    return bool(
        await db.run(
            """
            UPDATE members SET state = 'present', left_at = NULL, paused_at = NULL
             WHERE id = :id AND left_at = paused_at
            """,
            id=member_id,
        )
    )
