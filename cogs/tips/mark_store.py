"""What people marked on tips: what served, what is kept, whom they thank."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage.database import Connection
from cogs.tips.rules import Credit


async def turn_use(db: Connection, tip_id: int, member_id: int, now: int) -> bool:
    """Note that a tip served somebody, or take that back; whether it is noted now."""
    return await _turn(db, "tip_uses", tip_id, member_id, now)


async def turn_keep(db: Connection, tip_id: int, member_id: int, now: int) -> bool:
    """Keep a tip for somebody, or no longer; whether it is kept now."""
    return await _turn(db, "tip_kept", tip_id, member_id, now)


async def _turn(db: Connection, table: str, tip_id: int, member_id: int, now: int) -> bool:
    if await db.run(f"DELETE FROM {table} WHERE tip_id = :tip AND member_id = :member", tip=tip_id, member=member_id):
        return False
    await db.run(
        f"INSERT INTO {table} (tip_id, member_id, at) VALUES (:tip, :member, :now)",
        tip=tip_id,
        member=member_id,
        now=now,
    )
    return True


async def keeps(db: Connection, tip_id: int, member_id: int) -> bool:
    """Whether somebody keeps a tip."""
    return bool(
        await db.value(
            "SELECT 1 FROM tip_kept WHERE tip_id = :tip AND member_id = :member", tip=tip_id, member=member_id
        )
    )


async def uses(db: Connection, tip_ids: Iterable[int]) -> dict[int, int]:
    """How many people each of some tips served, but those who object to being counted; tips that served nobody are left
    out."""
    rows = await db.rows(
        f"""
        SELECT tip_id, count(*) AS people FROM tip_uses
         WHERE tip_id IN ({_marks(tip_ids)}) AND member_id NOT IN (SELECT member_id FROM objections) GROUP BY tip_id
        """
    )
    return {row["tip_id"]: row["people"] for row in rows}


async def served(db: Connection, since: int, until: int) -> list[int]:
    """The tips that served somebody from an instant on, before another one; those who object don't count."""
    rows = await db.rows(
        """
        SELECT DISTINCT tip_id FROM tip_uses
         WHERE at >= :since AND at < :until AND member_id NOT IN (SELECT member_id FROM objections) ORDER BY tip_id
        """,
        since=since,
        until=until,
    )
    return [row["tip_id"] for row in rows]


async def hand_over(db: Connection, tip_id: int, to_id: int) -> None:
    """What people marked on a tip, whom it thanks and where it came from go to the one that takes its place."""
    for table, columns in (("tip_uses", "at"), ("tip_kept", "at"), ("tip_credits", "shown")):
        await db.run(
            f"""
            INSERT OR IGNORE INTO {table} (tip_id, member_id, {columns})
            SELECT :to, member_id, {columns} FROM {table} WHERE tip_id = :tip
            """,
            tip=tip_id,
            to=to_id,
        )
    await db.run(
        """
        UPDATE tips SET request_id = coalesce(request_id, (SELECT request_id FROM tips WHERE id = :tip)) WHERE id = :to
        """,
        tip=tip_id,
        to=to_id,
    )


async def credit(db: Connection, tip_id: int, thanked: Credit) -> None:
    """Note whose words a tip is made of, or who helped."""
    await db.run(
        "INSERT OR REPLACE INTO tip_credits (tip_id, member_id, shown) VALUES (:tip, :member, :shown)",
        tip=tip_id,
        member=thanked.member_id,
        shown=int(thanked.shown),
    )


async def credits_of(db: Connection, tip_id: int) -> list[Credit]:
    """Whom a tip thanks, as far as they are here."""
    rows = await db.rows(
        """
        SELECT member_id, shown FROM tip_credits JOIN members ON members.id = member_id AND members.state = 'present'
         WHERE tip_id = :tip ORDER BY member_id
        """,
        tip=tip_id,
    )
    return [Credit(row["member_id"], bool(row["shown"])) for row in rows]


async def thanking(db: Connection, member_id: int) -> list[int]:
    """The tips of others on which a member is named."""
    rows = await db.rows(
        """
        SELECT tip_id FROM tip_credits JOIN tips ON tips.id = tip_id
         WHERE member_id = :member AND shown AND author_id IS NOT :member ORDER BY tip_id
        """,
        member=member_id,
    )
    return [row["tip_id"] for row in rows]


def _marks(ids: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in ids)
