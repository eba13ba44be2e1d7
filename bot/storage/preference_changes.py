"""Who changed what organisers decide, and when: written with each change (`preferences.choose`), read here."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any, Final

from bot.storage.database import Connection
from bot.storage.preferences import Control, declared, parse


@dataclass(frozen=True, slots=True)
class Change:
    """A change at an instant (UTC seconds): the preference by its `name`, what it was and what it is since, None where
    nothing was chosen or whoever was is erased. `own`: the bot itself decided; else `by_id` did, None once erased."""

    name: str
    at: int
    own: bool
    by_id: int | None
    before: Any
    after: Any


async def count(db: Connection) -> int:
    """How many changes are remembered."""
    return int(await db.value("SELECT count(*) FROM preference_changes") or 0)


async def newest(db: Connection, most: int, *, skip: int = 0) -> list[Change]:
    """Changes, the newest first."""
    rows = await db.rows(f"{_CHANGE} ORDER BY at DESC, id DESC LIMIT :most OFFSET :skip", most=most, skip=skip)
    return [_read(row) for row in rows]


async def last_of(db: Connection, name: str) -> Change | None:
    """The newest change of a preference."""
    row = await db.row(f"{_CHANGE} WHERE name = :name ORDER BY at DESC, id DESC LIMIT 1", name=name)
    return None if row is None else _read(row)


_CHANGE: Final = "SELECT name, at, own, by_id, before, after, before_id, after_id FROM preference_changes"


def _read(row: sqlite3.Row) -> Change:
    return Change(row["name"], row["at"], bool(row["own"]), row["by_id"], _value(row, "before"), _value(row, "after"))


def _value(row: sqlite3.Row, side: str) -> Any:
    """A value as it was; of a preference that is not declared any more, its text."""
    preference = declared.get(row["name"])
    text, person = row[side], row[f"{side}_id"]
    if preference is None or (text is None and preference.control is not Control.MEMBER):
        return text
    return parse(preference, text or "", person)
