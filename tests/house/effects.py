"""What a press does: the rows that changed, and what others than whoever pressed could see of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tests.world import World

Row = Mapping[str, Any]

_PRIVATE: Final = ("/interactions/", "/webhooks/")
"""Where answers go that only whoever pressed sees."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is new (no `before`), gone (no `after`), or other than it was."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def columns(self) -> set[str]:
        """What is other than it was."""
        before, after = self.before or {}, self.after or {}
        return {name for name in {*before, *after} if before.get(name) != after.get(name)}

    def __str__(self) -> str:
        row = self.after or self.before or {}
        kind = "new" if self.before is None else "gone" if self.after is None else "changed"
        said = {name: row[name] for name in sorted(self.columns)[:6]} if kind == "changed" else dict(row)
        return f"{self.table} {kind} {said}"


class Effects:
    """Looks at an association's file from outside, cheaply while nothing changes."""

    def __init__(self, world: World, guild_id: int) -> None:
        path = world.settings.data_dir / f"{guild_id}.db"
        self._world = world
        self._file = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
        tables = [name for (name,) in self._file.execute(_TABLES)]
        self._columns = {table: self._list(_COLUMNS, table) for table in tables}
        self._keys = {table: self._list(_KEYS, table) for table in tables}
        self._parents = {table: list(self._file.execute(_PARENTS, (table,))) for table in tables}
        self._version, self._calls = -1, 0
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._before = self._rows
        self.look()

    def _list(self, sql: str, table: str) -> list[str]:
        return [name for (name,) in self._file.execute(sql, (table,))]

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def look(self) -> list[Change]:
        """The rows that changed since the last look."""
        (version,) = self._file.execute("PRAGMA data_version").fetchone()
        if version == self._version:
            return []
        self._version, self._before = version, self._rows
        self._rows = {table: list(self._file.execute(f"SELECT * FROM {table}")) for table in self._columns}
        changed = [table for table, rows in self._rows.items() if rows != self._before.get(table)]
        return [change for table in changed for change in self._compared(table)]

    def _compared(self, table: str) -> Iterator[Change]:
        before, after = (self._by_key(table, rows.get(table, [])) for rows in (self._before, self._rows))
        for key in {**before, **after}:
            if before.get(key) != after.get(key):
                yield Change(table, before.get(key), after.get(key))

    def _by_key(self, table: str, rows: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, ...], Row]:
        named = (dict(zip(self._columns[table], row, strict=True)) for row in rows)
        return {tuple(row[key] for key in self._keys[table]): row for row in named}

    def seen_by_others(self) -> list[str]:
        """What was asked of Discord since the last look and is no private answer."""
        log = self._world.env.http_requests
        new, self._calls = log[self._calls :], len(log)
        return [f"{one.method} {one.path}" for one in new if one.method != "GET" and not one.path.startswith(_PRIVATE)]

    def values(self) -> Iterable[Any]:
        """Every value of every row."""
        return (value for rows in self._rows.values() for row in rows for value in row)

    def is_of(self, change: Change, person: int) -> bool:
        """Whether a row is somebody's own: it names them, or belongs to a row that does."""
        return any(row is not None and self._names(change.table, row, person) for row in (change.before, change.after))

    def _names(self, table: str, row: Row, person: int) -> bool:
        if table == "members":
            return bool(row["id"] == person)
        for parent, column, to in self._parents[table]:
            value = row[column]
            if parent == "members":
                if value == person:
                    return True
            elif value is not None and parent != table:
                at = self._columns[parent].index(to)
                for rows in (self._rows, self._before):
                    found = next((one for one in rows.get(parent, ()) if one[at] == value), None)
                    if found and self._names(parent, dict(zip(self._columns[parent], found, strict=True)), person):
                        return True
        return False


_TABLES: Final = """
    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
"""
_COLUMNS: Final = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
_KEYS: Final = "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk"
_PARENTS: Final = """
    SELECT keys."table", keys."from",
           coalesce(keys."to", (SELECT name FROM pragma_table_info(keys."table") WHERE pk = 1))
      FROM pragma_foreign_key_list(?) AS keys
"""
