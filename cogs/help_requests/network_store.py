"""Other networks, as organisers list them. One function a query."""

from __future__ import annotations

from bot.storage.database import Connection
from cogs.help_requests.rules import Network


async def everywhere(db: Connection) -> list[Network]:
    """Every network, by name."""
    rows = await db.rows("SELECT id, name, purpose, url FROM networks ORDER BY name COLLATE NOCASE, id")
    return [Network(**dict(row)) for row in rows]


async def get(db: Connection, network_id: int) -> Network | None:
    """A network, or None."""
    row = await db.row("SELECT id, name, purpose, url FROM networks WHERE id = :id", id=network_id)
    return None if row is None else Network(**dict(row))


async def add(db: Connection, network: Network, now: int) -> None:
    """List a network."""
    await db.insert(
        "INSERT INTO networks (name, purpose, url, changed_at) VALUES (:name, :purpose, :url, :now)",
        name=network.name,
        purpose=network.purpose,
        url=network.url,
        now=now,
    )


async def change(db: Connection, network: Network, now: int) -> bool:
    """Put other words in place of a network's; False when it is listed no more."""
    return bool(
        await db.run(
            "UPDATE networks SET name = :name, purpose = :purpose, url = :url, changed_at = :now WHERE id = :id",
            id=network.id,
            name=network.name,
            purpose=network.purpose,
            url=network.url,
            now=now,
        )
    )


async def remove(db: Connection, network_id: int) -> None:
    """List a network no more."""
    await db.run("DELETE FROM networks WHERE id = :id", id=network_id)
