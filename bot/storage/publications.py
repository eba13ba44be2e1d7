"""Where what members published stands on Discord, whichever feature it is of."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Publication:
    """A member's card. `kind` is the feature's, `ref` the feature's own id; `member_id` is 0 once its author left it
    without their name. `channel_id` is None while it waits for a channel, `message_id` until Discord has it; in a forum
    the message is the first one of the thread, else it stands in the channel and the thread hangs under it. `title` is
    the thread's name as last written."""

    kind: str
    ref: int
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


async def get(db: Connection, kind: str, ref: int) -> Publication | None:
    """A publication, or None."""
    return _read(await db.row(f"{_ALL} WHERE kind = :kind AND ref = :ref", kind=kind, ref=ref))


async def at(db: Connection, message_id: int) -> Publication | None:
    """The publication whose card is this message, or None."""
    return _read(await db.row(f"{_ALL} WHERE message_id = :id", id=message_id))


async def many(db: Connection, kind: str, refs: list[int]) -> dict[int, Publication]:
    """Several publications of a kind, by ref."""
    marks = ", ".join(str(int(ref)) for ref in refs)
    rows = await db.rows(f"{_ALL} WHERE kind = :kind AND ref IN ({marks})", kind=kind)
    return {found.ref: found for row in rows if (found := _read(row)) is not None}


async def of_member(db: Connection, member_id: int) -> list[Publication]:
    """Everything that a member published."""
    rows = await db.rows(f"{_ALL} WHERE member_id = :id ORDER BY kind, ref", id=member_id)
    return [found for row in rows if (found := _read(row)) is not None]


async def of_feature(db: Connection, feature: str) -> list[Publication]:
    """Everything that was published in a feature."""
    rows = await db.rows(
        f"{_ALL} WHERE substr(kind, 1, instr(kind, ':') - 1) = :feature ORDER BY kind, ref", feature=feature
    )
    return [found for row in rows if (found := _read(row)) is not None]


async def waiting(db: Connection) -> list[Publication]:
    """What waits for a channel, of members who are here."""
    rows = await db.rows(
        f"""
        {_ALL} WHERE channel_id IS NULL
           AND member_id IN (SELECT id FROM members WHERE state = 'present')
      ORDER BY kind, ref
        """
    )
    return [found for row in rows if (found := _read(row)) is not None]


async def messages_in(db: Connection, channel_id: int) -> set[int]:
    """The messages of a channel that are members' cards."""
    rows = await db.rows(
        "SELECT message_id FROM publications WHERE channel_id = :channel AND message_id IS NOT NULL", channel=channel_id
    )
    return {row["message_id"] for row in rows}


async def since(db: Connection, kind: str, message_id: int, limit: int) -> list[Publication]:
    """Publications of a kind, of members who are here, whose card is newer than a message id; the newest first."""
    rows = await db.rows(
        f"""
        {_ALL} WHERE kind = :kind AND message_id > :floor
           AND member_id IN (SELECT id FROM members WHERE state = 'present')
      ORDER BY message_id DESC LIMIT :limit
        """,
        kind=kind,
        floor=message_id,
        limit=limit,
    )
    return [found for row in rows if (found := _read(row)) is not None]


async def write(db: Connection, kind: str, ref: int, member_id: int, title: str) -> None:
    """Note that something is published; it waits for a channel until `stand` says where it goes."""
    await db.run(
        """
        INSERT INTO publications (kind, ref, member_id, title) VALUES (:kind, :ref, :member, :title)
        ON CONFLICT (kind, ref) DO UPDATE SET title = :title
        """,
        kind=kind,
        ref=ref,
        member=member_id,
        title=title,
    )


async def stand(db: Connection, kind: str, ref: int, channel_id: int | None, *, forum: bool = False) -> None:
    """Say where the card goes; it has no message there yet."""
    await db.run(
        """
        UPDATE publications SET channel_id = :channel, forum = :forum, message_id = NULL, thread_id = NULL
         WHERE kind = :kind AND ref = :ref
        """,
        kind=kind,
        ref=ref,
        channel=channel_id,
        forum=int(forum),
    )


async def posted(
    db: Connection, kind: str, ref: int, channel_id: int, message_id: int, thread_id: int | None, *, forum: bool
) -> bool:
    """Record where Discord has it. False when it was taken down meanwhile, or stands already."""
    return bool(
        await db.run(
            """
            UPDATE publications SET channel_id = :channel, message_id = :message, thread_id = :thread, forum = :forum
             WHERE kind = :kind AND ref = :ref AND message_id IS NULL
            """,
            kind=kind,
            ref=ref,
            channel=channel_id,
            message=message_id,
            thread=thread_id,
            forum=int(forum),
        )
    )


async def has_thread(db: Connection, message_id: int, thread_id: int) -> None:
    """Record the thread under a card."""
    await db.run(
        "UPDATE publications SET thread_id = :thread WHERE message_id = :message", thread=thread_id, message=message_id
    )


async def remove(db: Connection, kind: str, ref: int) -> None:
    """Forget where something stands."""
    await db.run("DELETE FROM publications WHERE kind = :kind AND ref = :ref", kind=kind, ref=ref)


async def how_many(db: Connection, kind: str) -> int:
    """How many cards of a kind there are, those that wait for their channel among them; without those of people who
    object to being counted."""
    counted = "coalesce(member_id, 0) NOT IN (SELECT member_id FROM objections)"
    return int(await db.value(f"SELECT count(*) FROM publications WHERE kind = :kind AND {counted}", kind=kind) or 0)


_ALL: Final = """
    SELECT kind, ref, coalesce(member_id, 0) AS member_id, channel_id, message_id, thread_id, forum, title
      FROM publications
"""


def _read(row: sqlite3.Row | None) -> Publication | None:
    return None if row is None else Publication(**{**dict(row), "forum": bool(row["forum"])})
