"""Who doesn't want to be counted in figures, nor brought together with anybody. Help goes on as before."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection


async def add(db: Connection, member_id: int, now: int) -> bool:
    """Keep an objection; False when there was one."""
    return bool(
        await db.run(
            "INSERT INTO objections (member_id, at) VALUES (:id, :now) ON CONFLICT DO NOTHING", id=member_id, now=now
        )
    )


async def withdraw(db: Connection, member_id: int) -> bool:
    """Somebody objects no more; False when they did not."""
    return bool(await db.run("DELETE FROM objections WHERE member_id = :id", id=member_id))


async def stands(db: Connection, member_id: int) -> bool:
    """Whether somebody objects."""
    return bool(await db.value("SELECT EXISTS (SELECT 1 FROM objections WHERE member_id = :id)", id=member_id))


async def everybody(db: Connection) -> set[int]:
    """Everybody who objects."""
    return {row["member_id"] for row in await db.rows("SELECT member_id FROM objections")}


async def may_be_matched(db: Connection) -> set[int]:
    """Everybody who is among us and doesn't object to being brought together with others."""
    return await members.among_us(db) - await everybody(db)


async def require_none(db: Connection, member_id: int) -> None:
    """Raise `Refusal` for somebody who objects and wants to take part after all: they say so first."""
    if await stands(db, member_id):
        raise Refusal("privacy-objecting", offers=("privacy:object_no_more",))
