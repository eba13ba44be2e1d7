"""Digests as they are stored, whom they show, and who subscribed. One function a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.storage.database import Connection
from cogs.digest.rules import Digest


async def add(db: Connection, day: date, since: int, until: int) -> int | None:
    """Keep a digest that is decided; its id, or None when there is one of this day already."""
    if await db.value("SELECT 1 FROM digests WHERE day = :day", day=day.isoformat()):
        return None
    return await db.insert(
        "INSERT INTO digests (day, since, until) VALUES (:day, :since, :until)",
        day=day.isoformat(),
        since=since,
        until=until,
    )


async def get(db: Connection, digest_id: int) -> Digest | None:
    """A digest, or None."""
    return _read(await db.row(f"{_DIGEST} WHERE id = :id", id=digest_id))


async def newest(db: Connection) -> Digest | None:
    """The digest that was decided last, or None."""
    return _read(await db.row(f"{_DIGEST} ORDER BY id DESC LIMIT 1"))


async def before(db: Connection, digest_id: int) -> Digest | None:
    """The one that was decided before a digest, or None."""
    return _read(await db.row(f"{_DIGEST} WHERE id < :id ORDER BY id DESC LIMIT 1", id=digest_id))


async def at(db: Connection, message_id: int) -> Digest | None:
    """The digest that stands in this message, or None."""
    return _read(await db.row(f"{_DIGEST} WHERE message_id = :message", message=message_id))


async def standing(db: Connection, channel_id: int) -> Digest | None:
    """The newest digest that stands in a channel, or None."""
    return _read(
        await db.row(f"{_DIGEST} WHERE channel_id = :channel ORDER BY message_id DESC LIMIT 1", channel=channel_id)
    )


async def told_until(db: Connection) -> int | None:
    """Up to when the digests that stand tell, or None."""
    found = await db.value("SELECT max(until) FROM digests WHERE message_id IS NOT NULL")
    return None if found is None else int(found)


async def stand(db: Connection, digest_id: int, channel_id: int, message_id: int) -> None:
    """Say where a digest stands; another one that stood in that message does no more."""
    await fall(db, message_id)
    await db.run(
        "UPDATE digests SET channel_id = :channel, message_id = :message WHERE id = :id",
        id=digest_id,
        channel=channel_id,
        message=message_id,
    )


async def fall(db: Connection, message_id: int) -> None:
    """A message with a digest is gone."""
    await db.run(
        "UPDATE digests SET channel_id = NULL, message_id = NULL WHERE message_id = :message", message=message_id
    )


async def forget(db: Connection, then: int) -> None:
    """Forget digests that were made before an instant and stand nowhere, and whom they showed."""
    await db.run("DELETE FROM digests WHERE message_id IS NULL AND until < :then", then=then)


# Whom a digest shows


async def name(db: Connection, digest_id: int, member_ids: Iterable[int], now: int) -> None:
    """Keep whose name or words a digest shows."""
    for member_id in member_ids:
        await db.run(
            """
            INSERT INTO digest_names (digest_id, member_id, at) VALUES (:digest, :member, :now) ON CONFLICT DO NOTHING
            """,
            digest=digest_id,
            member=member_id,
            now=now,
        )


async def named(db: Connection, digest_id: int) -> frozenset[int]:
    """Whom a digest may show."""
    rows = await db.rows("SELECT member_id FROM digest_names WHERE digest_id = :digest", digest=digest_id)
    return frozenset(row["member_id"] for row in rows)


async def naming(db: Connection, member_id: int) -> list[Digest]:
    """The digests that show somebody, the oldest first."""
    theirs = "SELECT digest_id FROM digest_names WHERE member_id = :member"
    rows = await db.rows(f"{_DIGEST} WHERE id IN ({theirs}) ORDER BY id", member=member_id)
    return [found for row in rows if (found := _read(row)) is not None]


# Who subscribed


async def subscribe(db: Connection, member_id: int, now: int) -> bool:
    """Somebody wants a copy in private; False when they get one already."""
    return bool(
        await db.run(
            "INSERT INTO digest_subscribers (member_id, created_at) VALUES (:member, :now) ON CONFLICT DO NOTHING",
            member=member_id,
            now=now,
        )
    )


async def unsubscribe(db: Connection, member_id: int) -> bool:
    """Somebody wants none any more; False when they had none."""
    return bool(await db.run("DELETE FROM digest_subscribers WHERE member_id = :member", member=member_id))


async def subscribes(db: Connection, member_id: int) -> bool:
    """Whether somebody gets a copy."""
    return bool(await db.value("SELECT 1 FROM digest_subscribers WHERE member_id = :member", member=member_id))


async def subscribers(db: Connection) -> list[int]:
    """Everybody who gets a copy and is here."""
    rows = await db.rows(
        """
        SELECT member_id FROM digest_subscribers JOIN members ON members.id = member_id
         WHERE members.state = 'present' ORDER BY member_id
        """
    )
    return [row["member_id"] for row in rows]


_DIGEST: Final = "SELECT id, day, since, until, channel_id, message_id FROM digests"


def _read(row: sqlite3.Row | None) -> Digest | None:
    return None if row is None else Digest(**{**dict(row), "day": date.fromisoformat(row["day"])})
