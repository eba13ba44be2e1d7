"""Who may be asked for a hand, and about what. One function a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody who may be asked said of it: about which `subjects`, not before `paused_until` (UTC seconds)."""

    member_id: int
    active: bool
    paused_until: int | None
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a helper's profile adds to their offer, and how often they may be asked in a week."""

    offer: Offer
    trade: str | None
    zone: str | None
    asks_a_week: int


async def get(db: Connection, member_id: int) -> Offer | None:
    """What somebody said about being asked, or None."""
    row = await db.row("SELECT * FROM helpers WHERE member_id = :id", id=member_id)
    if row is None:
        return None
    labels = await db.rows("SELECT label FROM helper_subjects WHERE member_id = :id ORDER BY position", id=member_id)
    subjects = tuple(label["label"] for label in labels)
    return Offer(member_id, bool(row["active"]), row["paused_until"], subjects)


async def offer(db: Connection, member_id: int, subjects: Sequence[str], now: int) -> None:
    """Somebody may be asked about these subjects from now on."""
    await db.run(
        """
        INSERT INTO helpers (member_id, active, created_at) VALUES (:id, 1, :now)
        ON CONFLICT (member_id) DO UPDATE SET active = 1
        """,
        id=member_id,
        now=now,
    )
    await db.run("DELETE FROM helper_subjects WHERE member_id = :id", id=member_id)
    for position, label in enumerate(subjects):
        await db.run(
            "INSERT INTO helper_subjects (member_id, position, label) VALUES (:id, :position, :label)",
            id=member_id,
            position=position,
            label=label,
        )


async def stop(db: Connection, member_id: int) -> None:
    """Somebody is not asked any more; their subjects stay for the day they come back."""
    await db.run("UPDATE helpers SET active = 0 WHERE member_id = :id", id=member_id)


async def pause(db: Connection, member_id: int, until: int | None) -> None:
    """Don't ask somebody before then (UTC seconds); None ends it."""
    await db.run("UPDATE helpers SET paused_until = :until WHERE member_id = :id", id=member_id, until=until)


async def lends(db: Connection, member_id: int, now: int) -> bool:
    """Whether somebody may be asked now, as far as their own offer goes."""
    found = await get(db, member_id)
    return found is not None and found.active and (found.paused_until or 0) <= now


async def ready(db: Connection, now: int) -> list[Known]:
    """Everybody who is here and may be asked, as far as their own offer goes."""
    rows = await db.rows(
        """
        SELECT helpers.member_id, profiles.trade, profiles.zone, coalesce(asks_a_week, 1) AS asks_a_week
          FROM helpers
          JOIN members ON members.id = helpers.member_id AND members.state = 'present'
          LEFT JOIN profiles ON profiles.member_id = helpers.member_id AND profiles.shown
          LEFT JOIN contact_wishes ON contact_wishes.member_id = helpers.member_id
         WHERE helpers.active AND coalesce(helpers.paused_until, 0) <= :now
      ORDER BY helpers.member_id
        """,
        now=now,
    )
    subjects: dict[int, list[str]] = {}
    for label in await db.rows("SELECT member_id, label FROM helper_subjects ORDER BY member_id, position"):
        subjects.setdefault(label["member_id"], []).append(label["label"])
    return [
        Known(
            Offer(row["member_id"], active=True, paused_until=None, subjects=tuple(subjects.get(row["member_id"], ()))),
            row["trade"],
            row["zone"],
            row["asks_a_week"],
        )
        for row in rows
    ]
