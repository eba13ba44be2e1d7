"""The smallest thing that can be written to a file, and read back."""

from __future__ import annotations

from bot.storage.database import Database


async def note(database: Database, name: str) -> None:
    """Write one row."""
    async with database.transaction() as db:
        await db.run("INSERT INTO meta (name, value) VALUES (:name, 'x')", name=name)


async def noted(database: Database) -> list[str]:
    """The rows that stand."""
    return [row["name"] for row in await database.read().rows("SELECT name FROM meta ORDER BY name")]
