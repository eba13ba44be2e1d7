"""Thanks, one a person and matter; nobody counts them. One function a query."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Thanks:
    """Somebody thanked somebody. `reason` is empty when it only says that help helped; `shown`: in the thread."""

    id: int
    giver_id: int
    receiver_id: int
    matter: str
    reason: str
    shown: bool


async def give(
    db: Connection, giver_id: int, receiver_id: int, matter: str, reason: str, now: int, *, shown: bool
) -> int | None:
    """Thank somebody for a matter; the thanks' id. A reason may follow a thanks that had none; None when there is
    nothing left to add."""
    given = await db.run(
        """
        INSERT INTO thanks (giver_id, receiver_id, matter, reason, shown, at)
             VALUES (:giver, :receiver, :matter, :reason, :shown, :now)
        ON CONFLICT (giver_id, receiver_id, matter)
        DO UPDATE SET reason = excluded.reason, shown = excluded.shown WHERE reason = '' AND excluded.reason <> ''
        """,
        giver=giver_id,
        receiver=receiver_id,
        matter=matter,
        reason=reason,
        shown=int(shown),
        now=now,
    )
    found = await of(db, giver_id, receiver_id, matter) if given else None
    return None if found is None else found.id


async def of(db: Connection, giver_id: int, receiver_id: int, matter: str) -> Thanks | None:
    """The thanks of one person to another for a matter, or None."""
    return _read(
        await db.row(
            f"{_THANKS} WHERE giver_id = :giver AND receiver_id = :receiver AND matter = :matter",
            giver=giver_id,
            receiver=receiver_id,
            matter=matter,
        )
    )


async def forget(db: Connection, thanks_id: int) -> None:
    """It is not said after all."""
    await db.run("DELETE FROM thanks WHERE id = :id", id=thanks_id)


async def get(db: Connection, thanks_id: int) -> Thanks | None:
    """A thanks, or None."""
    return _read(await db.row(f"{_THANKS} WHERE id = :id", id=thanks_id))


async def to(db: Connection, receiver_id: int) -> list[int]:
    """The thanks that somebody got before others."""
    rows = await db.rows("SELECT id FROM thanks WHERE receiver_id = :receiver AND shown", receiver=receiver_id)
    return [row["id"] for row in rows]


async def by(db: Connection, giver_id: int) -> list[int]:
    """The thanks that somebody said."""
    return [row["id"] for row in await db.rows("SELECT id FROM thanks WHERE giver_id = :giver", giver=giver_id)]


async def given_before(db: Connection, then: int) -> list[int]:
    """The thanks that were said at an instant or before."""
    return [row["id"] for row in await db.rows("SELECT id FROM thanks WHERE at <= :then", then=then)]


_THANKS = "SELECT id, giver_id, receiver_id, matter, reason, shown FROM thanks"


def _read(row: sqlite3.Row | None) -> Thanks | None:
    return None if row is None else Thanks(**{**dict(row), "shown": bool(row["shown"])})
