"""Small facts about an association's file itself: what was synced, what was told, whether the doors are open."""

from __future__ import annotations

from bot.storage.database import Connection


async def get(db: Connection, name: str) -> str | None:
    """The fact `name`, or None."""
    value = await db.value("SELECT value FROM meta WHERE name = :name", name=name)
    return None if value is None else str(value)


async def beginning(db: Connection, prefix: str) -> set[str]:
    """What follows `prefix` in the names of the facts that begin with it."""
    rows = await db.rows("SELECT name FROM meta WHERE substr(name, 1, length(:prefix)) = :prefix", prefix=prefix)
    return {row["name"].removeprefix(prefix) for row in rows}


async def put(db: Connection, name: str, value: str) -> None:
    """Note a fact in place of what was noted before."""
    await db.run(
        "INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        name=name,
        value=value,
    )


async def note_once(db: Connection, name: str) -> bool:
    """Note that something happened; False when it was noted already."""
    return bool(
        await db.run("INSERT INTO meta (name, value) VALUES (:name, '1') ON CONFLICT (name) DO NOTHING", name=name)
    )


async def drop(db: Connection, name: str, *, value: str | None = None) -> None:
    """Forget a fact; with `value`, only if it still says that."""
    await db.run("DELETE FROM meta WHERE name = :name AND value = coalesce(:value, value)", name=name, value=value)


async def remember_commands(db: Connection, ids: dict[str, int]) -> None:
    """Keep Discord's ids of our commands, for clickable mentions."""
    await db.run("DELETE FROM commands")
    for name, command_id in ids.items():
        await db.run("INSERT INTO commands (name, id) VALUES (:name, :id)", name=name, id=command_id)
