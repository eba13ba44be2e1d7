"""Missions as they are stored. One function a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from bot.storage.database import Connection
from cogs.opportunities.rules import ANYWHERE, LIFE, REMOTE, Contact, Kind, Mission, Sketch, State


async def get(db: Connection, mission_id: int) -> Mission | None:
    """A mission, or None."""
    return _one(await db.row(f"{_MISSION} WHERE id = :id", id=mission_id))


async def wanted(db: Connection, mission_id: int) -> Mission | None:
    """A mission that is open, whose author is here; else None."""
    return _one(await db.row(f"{_MISSION} WHERE id = :id AND {_WANTED}", id=mission_id))


async def open_missions(db: Connection) -> list[Mission]:
    """Every one of them, the newest first."""
    return await _many(db, f"{_WANTED} ORDER BY id DESC")


async def open_among(db: Connection, mission_ids: Iterable[int]) -> dict[int, Mission]:
    """Those of some missions that are open and whose author is here, by id."""
    marks = ", ".join(str(int(number)) for number in mission_ids)
    return {mission.id: mission for mission in await _many(db, f"id IN ({marks}) AND {_WANTED}")}


async def of_author(db: Connection, member_id: int) -> list[Mission]:
    """Everything that a member shared, open or over, the newest first."""
    return await _many(db, "author_id = :id ORDER BY id DESC", id=member_id)


async def add(db: Connection, author_id: int, sketch: Sketch, now: int) -> int:
    """Keep a new mission; its id."""
    return await db.insert(
        """
        INSERT INTO missions (author_id, kind, trade, zone, remote, what, when_text, budget, contact, commission, state,
                              created_at, updated_at, expires_at)
             VALUES (:author, :kind, :trade, :zone, :remote, :what, :when, :budget, :contact, :commission, 'open',
                     :now, :now, :expires)
        """,
        author=author_id,
        now=now,
        expires=now + LIFE,
        **_values(sketch),
    )


async def change(db: Connection, mission_id: int, sketch: Sketch, now: int) -> None:
    """Put other words in place of a mission's."""
    await db.run(
        """
        UPDATE missions SET kind = :kind, trade = :trade, zone = :zone, remote = :remote, what = :what,
               when_text = :when, budget = :budget, contact = :contact, commission = :commission, updated_at = :now
         WHERE id = :id
        """,
        id=mission_id,
        now=now,
        **_values(sketch),
    )


def _values(sketch: Sketch) -> dict[str, str | int | None]:
    return {
        "kind": sketch.kind,
        "trade": sketch.trade,
        "zone": sketch.place if sketch.place not in {REMOTE, ANYWHERE} else None,
        "remote": int(sketch.place == REMOTE),
        "what": sketch.what,
        "when": sketch.when_text,
        "budget": sketch.budget,
        "contact": sketch.contact,
        "commission": int(bool(sketch.commission)),
    }


async def settle(db: Connection, mission_id: int, state: State, now: int, filled_by: int | None) -> None:
    """Nobody is looked for any more; who does it, where that is somebody here."""
    await db.run(
        """
        UPDATE missions SET state = :state, updated_at = :now, closed_at = :now, filled_by = :by, confirmed = NULL
         WHERE id = :id
        """,
        id=mission_id,
        state=state.value,
        now=now,
        by=filled_by,
    )


async def renew(db: Connection, mission_id: int, now: int) -> None:
    """A mission is open, for as long as a new one is."""
    await db.run(
        """
        UPDATE missions SET state = 'open', updated_at = :now, expires_at = :expires, asked_at = NULL, closed_at = NULL,
               filled_by = NULL, confirmed = NULL
         WHERE id = :id
        """,
        id=mission_id,
        now=now,
        expires=now + LIFE,
    )


async def note_asked(db: Connection, mission_id: int, now: int, until: int) -> None:
    """Note that its author is asked how a mission stands, and that it doesn't end before `until`."""
    await db.run("UPDATE missions SET asked_at = :now WHERE id = :id", id=mission_id, now=now)
    await postpone(db, mission_id, until)


async def postpone(db: Connection, mission_id: int, until: int) -> None:
    """Let a mission end no sooner than an instant."""
    await db.run("UPDATE missions SET expires_at = max(expires_at, :until) WHERE id = :id", id=mission_id, until=until)


async def ask_anew(db: Connection, mission_id: int) -> None:
    """The question how a mission stands did not reach its author: they are asked anew."""
    await db.run("UPDATE missions SET asked_at = NULL WHERE id = :id", id=mission_id)


async def note_removed(db: Connection, mission_id: int) -> None:
    """Note that the team took a mission's card down."""
    await db.run("UPDATE missions SET removed = 1 WHERE id = :id", id=mission_id)


async def ending_by(db: Connection, then: int) -> list[Mission]:
    """Open missions whose time is over at an instant, or will be by then, what ends first first."""
    return await _many(db, "state = 'open' AND expires_at <= :then ORDER BY expires_at, id", then=then)


async def closed_before(db: Connection, then: int) -> list[Mission]:
    """Missions for which nobody is looked for since an instant or before."""
    return await _many(db, "state <> 'open' AND closed_at <= :then ORDER BY id", then=then)


async def shared_since(db: Connection, then: int, now: int) -> list[Mission]:
    """Open missions, whose author is here, that were shared from an instant on and before another, in order."""
    return await _many(db, f"created_at >= :then AND created_at < :now AND {_WANTED} ORDER BY id", then=then, now=now)


def any_open(connection: sqlite3.Connection) -> bool:
    """Whether there is an open mission, in a file that is not open for use."""
    return connection.execute("SELECT 1 FROM missions WHERE state = 'open' LIMIT 1").fetchone() is not None


def overdue(connection: sqlite3.Connection, then: int) -> bool:
    """Whether a mission is open that should have ended before an instant, in such a file."""
    found = connection.execute("SELECT 1 FROM missions WHERE state = 'open' AND expires_at < ? LIMIT 1", (then,))
    return found.fetchone() is not None


async def remove(db: Connection, mission_id: int) -> None:
    """Forget a mission and who had to do with it."""
    await db.run("DELETE FROM missions WHERE id = :id", id=mission_id)


_COLUMNS: Final = ", ".join(Mission.__dataclass_fields__)
_MISSION: Final = f"SELECT {_COLUMNS} FROM missions"
_WANTED: Final = "state = 'open' AND author_id IN (SELECT id FROM members WHERE state = 'present')"


async def _many(db: Connection, where: str, **values: int) -> list[Mission]:
    return [_read(row) for row in await db.rows(f"{_MISSION} WHERE {where}", **values)]


def _one(row: sqlite3.Row | None) -> Mission | None:
    return None if row is None else _read(row)


def _read(row: sqlite3.Row) -> Mission:
    said = dict(row)
    return Mission(
        **{
            **said,
            "kind": Kind(said["kind"]),
            "contact": Contact(said["contact"]),
            "state": State(said["state"]),
            "remote": bool(said["remote"]),
            "commission": bool(said["commission"]),
            "removed": bool(said["removed"]),
            "confirmed": None if said["confirmed"] is None else bool(said["confirmed"]),
        }
    )
