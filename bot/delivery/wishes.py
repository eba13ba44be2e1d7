"""What people wish of the bot's letters, as it is stored: pauses, how many asks, what they don't want to be asked."""

from __future__ import annotations

from collections.abc import Iterable

from bot.delivery.caps import Wishes
from bot.people import restrictions
from bot.people.members import NOTICE_VERSION
from bot.storage.database import Connection


async def of(db: Connection, member_id: int) -> Wishes:
    """A person's wishes; the defaults for somebody who said nothing."""
    row = await db.row(
        "SELECT paused_until, asks_a_week, dm_closed_at FROM contact_wishes WHERE member_id = :id", id=member_id
    )
    refused = await db.rows("SELECT purpose FROM contact_refusals WHERE member_id = :id", id=member_id)
    return Wishes(
        **dict(row or {}),
        refused=frozenset(found["purpose"] for found in refused),
        closed=await restrictions.of_member(db, member_id),
    )


async def of_many(db: Connection, member_ids: Iterable[int], purpose: str) -> dict[int, Wishes]:
    """The wishes of those among `member_ids` who accepted the notice, are here, and don't refuse `purpose`."""
    rows = await db.rows(
        f"""
        SELECT members.id, paused_until, coalesce(asks_a_week, 1) AS asks_a_week, dm_closed_at
          FROM members LEFT JOIN contact_wishes ON contact_wishes.member_id = members.id
         WHERE members.id IN ({", ".join(str(int(member_id)) for member_id in member_ids)})
           AND members.state = 'present' AND members.notice_version = :version
           AND members.id NOT IN (SELECT member_id FROM contact_refusals WHERE purpose = :purpose)
        """,
        version=NOTICE_VERSION,
        purpose=purpose,
    )
    return {row["id"]: Wishes(row["paused_until"], row["asks_a_week"], row["dm_closed_at"]) for row in rows}


async def pause(db: Connection, member_id: int, until: int | None) -> None:
    """Leave somebody alone until then (UTC seconds); None ends it."""
    await db.run(
        """
        INSERT INTO contact_wishes (member_id, paused_until) VALUES (:id, :until)
        ON CONFLICT (member_id) DO UPDATE SET paused_until = :until
        """,
        id=member_id,
        until=until,
    )


async def allow_asks(db: Connection, member_id: int, a_week: int) -> None:
    """Let somebody be asked up to one to three things a week."""
    await db.run(
        """
        INSERT INTO contact_wishes (member_id, asks_a_week) VALUES (:id, :count)
        ON CONFLICT (member_id) DO UPDATE SET asks_a_week = :count
        """,
        id=member_id,
        count=a_week,
    )


async def note_closed(db: Connection, member_id: int, at: int) -> None:
    """Note that Discord said somebody takes no direct messages."""
    await db.run(
        """
        INSERT INTO contact_wishes (member_id, dm_closed_at) VALUES (:id, :at)
        ON CONFLICT (member_id) DO UPDATE SET dm_closed_at = :at
        """,
        id=member_id,
        at=at,
    )


async def note_open(db: Connection, member_id: int) -> None:
    """Note that a direct message arrived."""
    await db.run("UPDATE contact_wishes SET dm_closed_at = NULL WHERE member_id = :id", id=member_id)


async def refuse(db: Connection, member_id: int, purpose: str) -> None:
    """Never ask somebody this again."""
    await db.run(
        "INSERT INTO contact_refusals (member_id, purpose) VALUES (:id, :purpose) ON CONFLICT DO NOTHING",
        id=member_id,
        purpose=purpose,
    )


async def accept_again(db: Connection, member_id: int, purpose: str) -> None:
    """Take a refusal back."""
    await db.run(
        "DELETE FROM contact_refusals WHERE member_id = :id AND purpose = :purpose", id=member_id, purpose=purpose
    )
