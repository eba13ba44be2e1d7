"""Where panels stand."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Standing:
    """A panel on Discord: the channel or forum that was chosen, the channel or post that holds it, its message, the
    digest of what it says."""

    name: str
    parent_id: int
    channel_id: int
    message_id: int
    digest: str


async def get(db: Connection, name: str) -> Standing | None:
    """Where a panel stands, or None."""
    row = await db.row(
        "SELECT name, parent_id, channel_id, message_id, digest FROM panels WHERE name = :name", name=name
    )
    return None if row is None else Standing(**dict(row))


async def everywhere(db: Connection) -> list[Standing]:
    """All panels that stand."""
    return [
        Standing(**dict(row))
        for row in await db.rows("SELECT name, parent_id, channel_id, message_id, digest FROM panels")
    ]


async def put(db: Connection, standing: Standing) -> None:
    """Record where a panel stands now."""
    await db.run(
        """
        INSERT INTO panels (name, parent_id, channel_id, message_id, digest)
             VALUES (:name, :parent, :channel, :message, :digest)
        ON CONFLICT (name) DO UPDATE
                SET parent_id = :parent, channel_id = :channel, message_id = :message, digest = :digest
        """,
        name=standing.name,
        parent=standing.parent_id,
        channel=standing.channel_id,
        message=standing.message_id,
        digest=standing.digest,
    )


async def remove(db: Connection, name: str) -> None:
    """A panel stands nowhere any more."""
    await db.run("DELETE FROM panels WHERE name = :name", name=name)
