"""What a file itself says of its tables."""

from __future__ import annotations

from bot.storage.database import Connection


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
