"""When members were last seen acting, by the day: whoever is silent for very long is told, and then forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.storage.database import Connection

SILENT: Final = timedelta(days=548)
"""Eighteen months without an act, after which somebody is told what comes."""
FORGOTTEN: Final = timedelta(days=730)
"""Two years without an act, after which somebody is erased."""
WARNING: Final = FORGOTTEN - SILENT
"""The time between the two, which nobody gets less of."""


def day_of(now: int) -> date:
    """The UTC date of an instant."""
    return datetime.fromtimestamp(now, UTC).date()


async def note(db: Connection, member_id: int, today: date) -> None:
    """Somebody acts today."""
    await db.run(
        "UPDATE members SET seen_on = :today, warned_on = NULL WHERE id = :id", id=member_id, today=today.isoformat()
    )


async def begin(db: Connection, today: date) -> None:
    """Count from today for those of whom nothing was noted so far."""
    await db.run(
        "UPDATE members SET seen_on = :today WHERE seen_on IS NULL AND state <> 'named'", today=today.isoformat()
    )


async def to_be_told(db: Connection, today: date) -> list[int]:
    """Who is here, silent for long, and was not told yet; those first who are silent for longest."""
    rows = await db.rows(
        """
        SELECT id FROM members
         WHERE state = 'present' AND seen_on <= :then AND warned_on IS NULL ORDER BY seen_on, id
        """,
        then=(today - SILENT).isoformat(),
    )
    return [row["id"] for row in rows]


async def note_told(db: Connection, member_id: int, on: date) -> None:
    """Somebody was told on that day: the word reached them."""
    await db.run("UPDATE members SET warned_on = :day WHERE id = :id", id=member_id, day=on.isoformat())


async def over(db: Connection, today: date) -> list[int]:
    """Who was silent for two years and told of it in time. Who rests was told when they chose to."""
    rows = await db.rows(
        """
        SELECT id FROM members
         WHERE seen_on <= :forgotten AND (warned_on <= :told OR left_at = paused_at) ORDER BY id
        """,
        forgotten=(today - FORGOTTEN).isoformat(),
        told=(today - WARNING).isoformat(),
    )
    return [row["id"] for row in rows]


async def is_silent(db: Connection, member_id: int, today: date) -> bool:
    """Whether nothing was heard of somebody for so long that they are told."""
    found = await db.value("SELECT seen_on FROM members WHERE id = :id", id=member_id)
    return found is not None and date.fromisoformat(str(found)) <= today - SILENT
