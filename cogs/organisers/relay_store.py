"""The rota as it is stored: who was asked, who is away, whose turn each week is."""

from __future__ import annotations

import sqlite3
from datetime import date

from bot.storage.database import Connection
from cogs.organisers.relay_rules import Absence, Host, Standing, Turn


async def hosts(db: Connection) -> list[Host]:
    """Everybody who was asked, in the order of the rota."""
    rows = await db.rows("SELECT member_id, place, state, asked_at FROM relay_people ORDER BY place, member_id")
    return [Host(row["member_id"], row["place"], Standing(row["state"]), row["asked_at"]) for row in rows]


async def host(db: Connection, member_id: int) -> Host | None:
    """How somebody stands to the rota, or None."""
    return next((found for found in await hosts(db) if found.member_id == member_id), None)


async def put(db: Connection, member_id: int, standing: Standing, now: int) -> Host:
    """Note how somebody stands; somebody new comes last."""
    await db.run(
        """
        INSERT INTO relay_people (member_id, state, place, asked_at)
             VALUES (:member, :state, (SELECT coalesce(max(place), 0) + 1 FROM relay_people), :now)
        ON CONFLICT (member_id) DO UPDATE SET state = :state
        """,
        member=member_id,
        state=standing.value,
        now=now,
    )
    found = await host(db, member_id)
    assert found is not None
    return found


async def remove(db: Connection, member_id: int) -> bool:
    """Take somebody off the rota, with their absences; False when they were not on it."""
    await db.run("DELETE FROM relay_absences WHERE member_id = :member", member=member_id)
    return bool(await db.run("DELETE FROM relay_people WHERE member_id = :member", member=member_id))


async def swap(db: Connection, one: Host, other: Host) -> None:
    """Let two people change places."""
    for moved, place in ((one, other.place), (other, one.place)):
        await db.run(
            "UPDATE relay_people SET place = :place WHERE member_id = :member", place=place, member=moved.member_id
        )


async def forget_unanswered(db: Connection, before: int) -> list[Host]:
    """Forget who was asked before an instant and didn't say yes; who."""
    old = [found for found in await hosts(db) if found.standing is not Standing.AGREED and found.asked_at < before]
    for found in old:
        await remove(db, found.member_id)
    return old


# Absences


async def absences(db: Connection, today: date) -> list[Absence]:
    """Those that are not over, the first one first."""
    rows = await db.rows(
        "SELECT id, member_id, first_day, last_day FROM relay_absences WHERE last_day >= :today ORDER BY first_day, id",
        today=today.isoformat(),
    )
    return [_absence(row) for row in rows]


async def add_absence(db: Connection, member_id: int, first: date, last: date) -> None:
    """Note days on which somebody can't; the same ones twice are one absence."""
    await db.run(
        """
        INSERT INTO relay_absences (member_id, first_day, last_day)
        SELECT :member, :first, :last
         WHERE NOT EXISTS (SELECT 1 FROM relay_absences
                            WHERE member_id = :member AND first_day = :first AND last_day = :last)
        """,
        member=member_id,
        first=first.isoformat(),
        last=last.isoformat(),
    )


async def remove_absence(db: Connection, member_id: int, absence_id: int) -> bool:
    """Take back an absence of somebody's own; False when there is no such one."""
    return bool(
        await db.run(
            "DELETE FROM relay_absences WHERE id = :id AND member_id = :member", id=absence_id, member=member_id
        )
    )


# Turns


async def turn(db: Connection, monday: date) -> Turn | None:
    """Whose turn a week is, once that is decided."""
    row = await db.row(
        "SELECT monday, member_id, place FROM relay_turns WHERE monday = :monday AND state = 'on'",
        monday=monday.isoformat(),
    )
    return None if row is None else _turn(row)


async def last_turn(db: Connection, until: date) -> Turn | None:
    """The newest turn of the weeks up to one, that one included: had, or passed on."""
    row = await db.row(
        """
        SELECT monday, member_id, place FROM relay_turns WHERE monday <= :monday
      ORDER BY monday DESC, state = 'on' DESC, id DESC LIMIT 1
        """,
        monday=until.isoformat(),
    )
    return None if row is None else _turn(row)


async def passed(db: Connection, monday: date) -> set[int]:
    """Who passed their turn of a week on."""
    rows = await db.rows(
        "SELECT member_id FROM relay_turns WHERE monday = :monday AND state = 'passed' AND member_id IS NOT NULL",
        monday=monday.isoformat(),
    )
    return {row["member_id"] for row in rows}


async def give(db: Connection, monday: date, host_: Host) -> None:
    """Give a week that is nobody's to somebody."""
    await db.run(
        "INSERT INTO relay_turns (monday, member_id, place, state) VALUES (:monday, :member, :place, 'on')",
        monday=monday.isoformat(),
        member=host_.member_id,
        place=host_.place,
    )


async def pass_on(db: Connection, monday: date) -> None:
    """Whoever's turn a week is passes it on."""
    await db.run(
        "UPDATE relay_turns SET state = 'passed' WHERE monday = :monday AND state = 'on'", monday=monday.isoformat()
    )


def _absence(row: sqlite3.Row) -> Absence:
    days = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
    return Absence(row["id"], row["member_id"], *days)


def _turn(row: sqlite3.Row) -> Turn:
    return Turn(date.fromisoformat(row["monday"]), row["member_id"], row["place"])
