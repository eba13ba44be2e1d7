"""What a file itself says of its tables."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that refers to another table's column; `on_delete` is what happens when the row there goes."""

    table: str
    column: str
    parent: str
    parent_column: str
    on_delete: str


async def tables(db: Connection) -> list[str]:
    """Every ordinary table: neither a search index nor what belongs to one."""
    rows = await db.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return sorted(row["name"] for row in rows)


async def columns(db: Connection, table: str) -> list[str]:
    """The columns of a table, in order."""
    rows = await db.rows("SELECT name FROM pragma_table_info(:table)", table=table)
    return [row["name"] for row in rows]


async def references(db: Connection) -> list[Reference]:
    """Every column that refers to another table. One query: `PRAGMA` a table would be a hundred."""
    rows = await db.rows(
        """
        SELECT tables.name, keys."from", keys."table", keys."to", keys.on_delete
          FROM sqlite_master AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
         WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%'
         ORDER BY tables.rowid, keys.id, keys.seq
        """
    )
    return [Reference(*row) for row in rows]
