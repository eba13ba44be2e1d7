"""What a feature keeps in the file, beside what the kernel keeps for it: counted, found on Discord, erased for good.

Tables that hang on those that a feature declares go with them, by their foreign keys."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage.database import Connection
from bot.storage.features import Feature
from bot.storage.schema import columns, references


async def count(db: Connection, feature: Feature) -> int:
    """How many records there are."""
    counts = [int(await db.value(f"SELECT count(*) FROM {table}")) for table in feature.tables]
    return sum(counts)


async def people(db: Connection, feature: Feature) -> set[int]:
    """Whom these records are about."""
    found: set[int] = set()
    for one in await references(db):
        if one.parent == "members" and one.table in feature.tables:
            rows = await db.rows(f"SELECT DISTINCT {one.column} AS id FROM {one.table} WHERE {one.column} IS NOT NULL")
            found.update(row["id"] for row in rows)
    return found


async def messages(db: Connection, feature: Feature) -> list[tuple[int, int]]:
    """The messages of the bot's own that these records show, by channel: those of people's own cards are publications,
    those of private threads their conversation."""
    found: list[tuple[int, int]] = []
    for table in feature.tables:
        if {"channel_id", "message_id"} <= set(await columns(db, table)):
            rows = await db.rows(
                f"""
                SELECT DISTINCT channel_id, message_id FROM {table}
                 WHERE channel_id IS NOT NULL AND message_id IS NOT NULL
                """
            )
            found += [(row["channel_id"], row["message_id"]) for row in rows]
    return found


async def erase(db: Connection, feature: Feature) -> int:
    """Remove the records, what makes them findable, and the ties that were confirmed by them; how many records there
    were. The caller has the search index read anew and the bytes overwritten."""
    erased = [await db.run(f"DELETE FROM {table}") for table in feature.tables]
    await db.run(f"DELETE FROM documents WHERE kind IN ({_in_sql(feature.documents)})")
    await db.run(f"DELETE FROM ties WHERE substr(matter, 1, instr(matter, ':') - 1) IN ({_in_sql(feature.ties)})")
    return sum(erased)


def _in_sql(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
