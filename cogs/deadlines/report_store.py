"""Dates that members think are wrong, as they are stored. One function a query."""

from __future__ import annotations

import sqlite3
from typing import Final

from bot.storage.database import Connection
from cogs.deadlines.entries import Outcome, Report


async def add(db: Connection, member_id: int, entry: str, which: str, what: str, now: int) -> int:
    """Keep a report; its id."""
    return await db.insert(
        """
        INSERT INTO deadline_reports (member_id, entry, which, what, at) VALUES (:member, :entry, :which, :what, :now)
        """,
        member=member_id,
        entry=entry,
        which=which,
        what=what,
        now=now,
    )


async def get(db: Connection, report_id: int) -> Report | None:
    """A report, or None."""
    return _one(await db.row(f"{_REPORT} WHERE id = :id", id=report_id))


async def at(db: Connection, message_id: int) -> Report | None:
    """The report whose line stands in a message, or None."""
    return _one(await db.row(f"{_REPORT} WHERE message_id = :message", message=message_id))


async def waiting(db: Connection) -> list[Report]:
    """Those that nobody took care of, the oldest first."""
    return [_read(row) for row in await db.rows(f"{_REPORT} WHERE settled_at IS NULL ORDER BY id")]


async def of_member(db: Connection, member_id: int) -> list[Report]:
    """All that somebody reported, as far as it is kept."""
    return [_read(row) for row in await db.rows(f"{_REPORT} WHERE member_id = :member ORDER BY id", member=member_id)]


async def stands(db: Connection, report_id: int, channel_id: int, message_id: int | None) -> None:
    """Note where its line stands."""
    await db.run(
        "UPDATE deadline_reports SET channel_id = :channel, message_id = :message WHERE id = :id",
        id=report_id,
        channel=channel_id,
        message=message_id,
    )


async def settle(db: Connection, report_id: int, outcome: Outcome, now: int) -> bool:
    """Somebody took care of it; False when it was done before."""
    return bool(
        await db.run(
            "UPDATE deadline_reports SET settled_at = :now, outcome = :outcome WHERE id = :id AND settled_at IS NULL",
            id=report_id,
            outcome=outcome,
            now=now,
        )
    )


async def settled_before(db: Connection, then: int) -> list[Report]:
    """Those that were taken care of before an instant."""
    return [_read(row) for row in await db.rows(f"{_REPORT} WHERE settled_at <= :then", then=then)]


async def forget(db: Connection, report_id: int) -> None:
    """It was never said."""
    await db.run("DELETE FROM deadline_reports WHERE id = :id", id=report_id)


_REPORT: Final = f"SELECT {', '.join(Report.__dataclass_fields__)} FROM deadline_reports"


def _one(row: sqlite3.Row | None) -> Report | None:
    return None if row is None else _read(row)


def _read(row: sqlite3.Row) -> Report:
    return Report(**{**dict(row), "outcome": Outcome(row["outcome"])})
