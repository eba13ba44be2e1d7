"""Questions that members proposed, as they are stored. One function a query."""

from __future__ import annotations

import sqlite3
from typing import Final

from bot.storage.database import Connection
from cogs.prompts.rules import State, Suggestion, Theme


async def get(db: Connection, suggestion_id: int) -> Suggestion | None:
    """A suggestion, or None."""
    found = await _many(db, "prompt_suggestions.id = :id", id=suggestion_id)
    return found[0] if found else None


async def of_author(db: Connection, member_id: int) -> list[Suggestion]:
    """Everything that a member proposed, the newest first."""
    return await _many(db, "author_id = :member ORDER BY prompt_suggestions.id DESC", member=member_id)


async def waiting(db: Connection) -> list[Suggestion]:
    """What waits for a word of organisers, of people who are here, the oldest first."""
    return await _many(db, f"prompt_suggestions.state = 'waiting' AND {_IS_HERE} ORDER BY prompt_suggestions.id")


async def unreminded(db: Connection, then: int) -> list[Suggestion]:
    """What waits since a time at least, of people who are here, and organisers were asked about once."""
    late = "prompt_suggestions.created_at <= :then AND reminded = 0"
    return await _many(db, f"{late} AND prompt_suggestions.state = 'waiting' AND {_IS_HERE}", then=then)


async def remind(db: Connection, suggestion_id: int) -> None:
    """Organisers are asked again, for the last time."""
    await db.run("UPDATE prompt_suggestions SET reminded = 1 WHERE id = :id", id=suggestion_id)


async def to_ask(db: Connection) -> list[Suggestion]:
    """What was accepted and never asked, of people who are here, the oldest first."""
    return await _many(
        db,
        f"""
        prompt_suggestions.state = 'accepted' AND {_IS_HERE}
           AND NOT EXISTS (SELECT 1 FROM prompt_posts
                            WHERE source = 'suggestion' AND ref = CAST(prompt_suggestions.id AS TEXT))
      ORDER BY prompt_suggestions.id
        """,
    )


async def add(db: Connection, author_id: int, text: str, theme: Theme | None, now: int) -> int:
    """Keep what somebody proposed; its id."""
    return await db.insert(
        """
        INSERT INTO prompt_suggestions (author_id, text, theme, state, created_at)
             VALUES (:author, :text, :theme, 'waiting', :now)
        """,
        author=author_id,
        text=text,
        theme=theme.value if theme else None,
        now=now,
    )


async def name(db: Connection, suggestion_id: int, *, named: bool) -> None:
    """Say whether its author wishes to be named."""
    await db.run("UPDATE prompt_suggestions SET named = :named WHERE id = :id", id=suggestion_id, named=int(named))


async def file_under(db: Connection, suggestion_id: int, theme: Theme) -> None:
    """Say what it is about."""
    await db.run("UPDATE prompt_suggestions SET theme = :theme WHERE id = :id", id=suggestion_id, theme=theme.value)


async def reword(db: Connection, suggestion_id: int, text: str, theme: Theme | None) -> None:
    """Put organisers' words in place of its author's, which are kept beside them."""
    await db.run(
        """
        UPDATE prompt_suggestions SET original = coalesce(original, text), text = :text, theme = :theme WHERE id = :id
        """,
        id=suggestion_id,
        text=text,
        theme=theme.value if theme else None,
    )


async def decide(db: Connection, suggestion_id: int, state: State, now: int, word: str = "") -> None:
    """Organisers said yes or no, or its author took it back."""
    await db.run(
        "UPDATE prompt_suggestions SET state = :state, word = :word, decided_at = :now WHERE id = :id",
        id=suggestion_id,
        state=state.value,
        word=word,
        now=now,
    )


async def stand(db: Connection, suggestion_id: int, channel_id: int, message_id: int) -> bool:
    """Keep where organisers see it; False when it is gone."""
    return bool(
        await db.run(
            "UPDATE prompt_suggestions SET channel_id = :channel, message_id = :message WHERE id = :id",
            id=suggestion_id,
            channel=channel_id,
            message=message_id,
        )
    )


async def decided_before(db: Connection, then: int) -> list[Suggestion]:
    """What was declined or taken back before a time."""
    return await _many(db, "prompt_suggestions.state IN ('declined', 'withdrawn') AND decided_at <= :then", then=then)


async def forget(db: Connection, suggestion_id: int) -> None:
    """Remove a suggestion."""
    await db.run("DELETE FROM prompt_suggestions WHERE id = :id", id=suggestion_id)


_SUGGESTION: Final = """
    SELECT prompt_suggestions.id, CASE members.state WHEN 'present' THEN author_id END AS author_id, text, theme, named,
           prompt_suggestions.state, prompt_suggestions.created_at, decided_at, word, original, channel_id, message_id
      FROM prompt_suggestions JOIN members ON members.id = author_id
"""
_IS_HERE: Final = "members.state = 'present'"


async def _many(db: Connection, where: str, **values: int) -> list[Suggestion]:
    return [_read(row) for row in await db.rows(f"{_SUGGESTION} WHERE {where}", **values)]


def _read(row: sqlite3.Row) -> Suggestion:
    theme = None if row["theme"] is None else Theme(row["theme"])
    return Suggestion(**{**dict(row), "named": bool(row["named"]), "theme": theme, "state": State(row["state"])})
