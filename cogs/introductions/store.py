"""Where introductions stand."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from bot.storage.database import Connection

GREETED: Final = 20
"""How many newcomers one welcome names at most."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A member's card. `channel_id` is None while no channel is chosen, `message_id` until Discord has it; in a forum
    the message is the first one of the thread, else it stands in the channel and the thread hangs under it."""

    member_id: int
    channel_id: int | None
    message_id: int | None
    thread_id: int | None
    forum: bool
    title: str

    @property
    def place(self) -> int | None:
        """The channel or thread that holds the card's message."""
        return self.thread_id if self.forum else self.channel_id


async def get(db: Connection, member_id: int) -> Introduction | None:
    """The member's introduction, or None."""
    return _read(await db.row("SELECT * FROM introductions WHERE member_id = :id", id=member_id))


async def by_message(db: Connection, message_id: int) -> Introduction | None:
    """The introduction whose card is this message, or None."""
    return _read(await db.row("SELECT * FROM introductions WHERE message_id = :id", id=message_id))


async def many(db: Connection, member_ids: list[int]) -> dict[int, Introduction]:
    """The introductions of several members, by member id."""
    marks = ", ".join(str(int(member_id)) for member_id in member_ids)
    rows = await db.rows(f"SELECT * FROM introductions WHERE member_id IN ({marks})")
    return {row["member_id"]: found for row in rows if (found := _read(row)) is not None}


async def waiting(db: Connection) -> list[int]:
    """Members whose card waits for a channel."""
    rows = await db.rows(
        """
        SELECT introductions.member_id
          FROM introductions
          JOIN members ON members.id = introductions.member_id AND members.state = 'present'
          JOIN profiles ON profiles.member_id = introductions.member_id AND profiles.shown
         WHERE introductions.channel_id IS NULL
      ORDER BY introductions.member_id
        """
    )
    return [row["member_id"] for row in rows]


async def since(db: Connection, message_id: int, limit: int) -> list[Introduction]:
    """Introductions that stand and whose card is newer than a message id, the newest first."""
    rows = await db.rows(
        "SELECT * FROM introductions WHERE message_id > :floor ORDER BY message_id DESC LIMIT :limit",
        floor=message_id,
        limit=limit,
    )
    return [found for row in rows if (found := _read(row)) is not None]


async def write(db: Connection, member_id: int, title: str) -> None:
    """Note that a member has an introduction; it waits for a channel until `stand` says where it goes."""
    await db.run(
        """
        INSERT INTO introductions (member_id, title, forum) VALUES (:member, :title, 0)
        ON CONFLICT (member_id) DO UPDATE SET title = :title
        """,
        member=member_id,
        title=title,
    )


async def stand(db: Connection, member_id: int, channel_id: int | None, *, forum: bool = False) -> None:
    """Say where the card goes; it has no message there yet."""
    await db.run(
        "UPDATE introductions SET channel_id = :channel, forum = :forum, message_id = NULL, thread_id = NULL "
        "WHERE member_id = :member",
        member=member_id,
        channel=channel_id,
        forum=int(forum),
    )


async def posted(db: Connection, member_id: int, message_id: int | None, thread_id: int | None) -> bool:
    """Record what Discord made; a value of None leaves what is known. False when the introduction was withdrawn
    meanwhile."""
    return bool(
        await db.run(
            "UPDATE introductions SET message_id = coalesce(:message, message_id), "
            "thread_id = coalesce(:thread, thread_id) WHERE member_id = :member",
            member=member_id,
            message=message_id,
            thread=thread_id,
        )
    )


async def remove(db: Connection, member_id: int) -> None:
    """Forget where an introduction stands."""
    await db.run("DELETE FROM introductions WHERE member_id = :member", member=member_id)


# Who joined and is not welcomed yet


async def note_newcomer(db: Connection, member_id: int, now: int) -> None:
    """Somebody joined; who joins again is new again."""
    await db.run(
        """
        INSERT INTO newcomers (member_id, joined_at) VALUES (:member, :now)
        ON CONFLICT (member_id) DO UPDATE SET joined_at = :now
        """,
        member=member_id,
        now=now,
    )


async def newcomers(db: Connection, until: int) -> list[int]:
    """Who joined up to an instant and is not welcomed yet, in order; after a rush, the first ones."""
    rows = await db.rows(
        """
        SELECT member_id FROM newcomers WHERE joined_at <= :until ORDER BY joined_at, member_id LIMIT :greeted
        """,
        until=until,
        greeted=GREETED,
    )
    return [row["member_id"] for row in rows]


async def first_joined(db: Connection) -> int | None:
    """When the one who waits longest for a welcome joined."""
    at = await db.value("SELECT min(joined_at) FROM newcomers")
    return None if at is None else int(at)


async def forget_newcomers(db: Connection, until: int) -> None:
    """They were welcomed, or won't be."""
    await db.run("DELETE FROM newcomers WHERE joined_at <= :until", until=until)


async def forget_newcomer(db: Connection, member_id: int) -> None:
    """Somebody left before they were welcomed."""
    await db.run("DELETE FROM newcomers WHERE member_id = :member", member=member_id)


def _read(row: sqlite3.Row | None) -> Introduction | None:
    return None if row is None else Introduction(**{**dict(row), "forum": bool(row["forum"])})
