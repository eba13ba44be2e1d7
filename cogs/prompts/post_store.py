"""What was asked and where it stands, and what the ritual has learnt from the answers. One function a query."""

from __future__ import annotations

import sqlite3
from typing import Final

from bot.storage.database import Connection
from cogs.prompts.pace import BackOff, Level, Standing
from cogs.prompts.rules import Post, Posted, Source, Subject, Theme


async def get(db: Connection, post_id: int) -> Post | None:
    """A post, or None."""
    found = await _many(db, "prompt_posts.id = :id", id=post_id)
    return found[0] if found else None


async def newest(db: Connection, limit: int) -> list[Post]:
    """The last posts that Discord has, the newest first."""
    return await _many(db, "message_id IS NOT NULL ORDER BY at DESC, prompt_posts.id DESC LIMIT :limit", limit=limit)


async def of_author(db: Connection, member_id: int) -> list[Post]:
    """The posts that show words of a member."""
    return await _many(db, "member_id = :member ORDER BY prompt_posts.id", member=member_id)


async def shown(db: Connection) -> list[Post]:
    """The posts that Discord has and that show something real of somebody who is here; a suggestion changes by its
    author's own acts alone."""
    here = "member_id IN (SELECT id FROM members WHERE state = 'present')"
    return await _many(db, f"message_id IS NOT NULL AND source <> 'suggestion' AND {here} ORDER BY prompt_posts.id")


async def history(db: Connection, since: int) -> list[Posted]:
    """What was asked after an instant, the oldest first."""
    return [post.remembered for post in await _many(db, "at > :since ORDER BY at, prompt_posts.id", since=since)]


async def add(db: Connection, subject: Subject, at: int, channel_id: int, thread_id: int | None) -> int:
    """Note that something is asked; the id of the post."""
    return await db.insert(
        """
        INSERT INTO prompt_posts (source, ref, theme, at, channel_id, thread_id)
             VALUES (:source, :ref, :theme, :at, :channel, :thread)
        """,
        source=subject.source.value,
        ref=subject.ref,
        theme=subject.theme.value if subject.theme else None,
        at=at,
        channel=channel_id,
        thread=thread_id,
    )


async def note_author(db: Connection, post_id: int, member_id: int) -> None:
    """Note whose words a post shows."""
    await db.run(
        "INSERT INTO prompt_authors (post_id, member_id) VALUES (:post, :member)", post=post_id, member=member_id
    )


async def forget_author(db: Connection, post_id: int) -> None:
    """A post shows nobody's words any more."""
    await db.run("DELETE FROM prompt_authors WHERE post_id = :post", post=post_id)


async def posted(db: Connection, post_id: int, message_id: int) -> None:
    """Discord has it."""
    await db.run("UPDATE prompt_posts SET message_id = :message WHERE id = :id", id=post_id, message=message_id)


async def has_thread(db: Connection, post_id: int, thread_id: int) -> None:
    """People answer here."""
    await db.run("UPDATE prompt_posts SET thread_id = :thread WHERE id = :id", id=post_id, thread=thread_id)


async def remove(db: Connection, post_id: int) -> None:
    """It was never asked."""
    await db.run("DELETE FROM prompt_posts WHERE id = :id", id=post_id)


async def sweep(db: Connection, then: int) -> None:
    """Forget what was asked before a time; what shows somebody's words is kept as long as it does."""
    await db.run(
        "DELETE FROM prompt_posts WHERE at < :then AND id NOT IN (SELECT post_id FROM prompt_authors)", then=then
    )


_POST: Final = """
    SELECT prompt_posts.id, source, ref, theme, at, channel_id, message_id, thread_id, member_id AS author_id
      FROM prompt_posts LEFT JOIN prompt_authors ON post_id = prompt_posts.id
"""


async def _many(db: Connection, where: str, **values: int) -> list[Post]:
    return [_read(row) for row in await db.rows(f"{_POST} WHERE {where}", **values)]


def _read(row: sqlite3.Row) -> Post:
    theme = None if row["theme"] is None else Theme(row["theme"])
    return Post(**{**dict(row), "source": Source(row["source"]), "theme": theme})


# The ritual


async def ritual(db: Connection) -> tuple[int, BackOff]:
    """How many turns there were, and what was learnt in them."""
    row = await db.row("SELECT turn, level, silences, question, asked_in, hindered FROM prompt_ritual")
    if row is None:
        return 0, BackOff()
    standing = Standing(row["question"])
    return row["turn"], BackOff(Level(row["level"]), row["silences"], standing, row["asked_in"], row["hindered"])


async def note_turn(db: Connection, turn: int, state: BackOff) -> None:
    """Keep what was learnt."""
    await db.run(
        """
        INSERT INTO prompt_ritual (id, turn, level, silences, question, asked_in, hindered)
             VALUES (1, :turn, :level, :silences, :question, :asked_in, :hindered)
        ON CONFLICT (id) DO UPDATE SET turn = :turn, level = :level, silences = :silences, question = :question,
                                       asked_in = :asked_in, hindered = :hindered
        """,
        turn=turn,
        level=state.level.value,
        silences=state.silences,
        question=state.question.value,
        asked_in=state.asked_in,
        hindered=state.hindered,
    )
