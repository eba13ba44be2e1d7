"""What organisers changed in the bank of questions. One function a query."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Connection
from cogs.prompts.rules import Theme


@dataclass(frozen=True, slots=True)
class Change:
    """A question of their own (`code` is None), or what became of one of the file; without a `text` it is not asked."""

    id: int
    code: str | None
    theme: Theme
    text: str | None


async def changes(db: Connection) -> list[Change]:
    """All of them, the oldest first."""
    rows = await db.rows("SELECT id, code, theme, text FROM prompt_questions ORDER BY id")
    return [Change(**{**dict(row), "theme": Theme(row["theme"])}) for row in rows]


async def add(db: Connection, theme: Theme, text: str, now: int) -> int:
    """Keep a question of their own; its id."""
    return await db.insert(
        "INSERT INTO prompt_questions (theme, text, changed_at) VALUES (:theme, :text, :now)",
        theme=theme.value,
        text=text,
        now=now,
    )


async def reword(db: Connection, question_id: int, theme: Theme, text: str, now: int) -> None:
    """Put other words in place of a question of their own."""
    await db.run(
        "UPDATE prompt_questions SET theme = :theme, text = :text, changed_at = :now WHERE id = :id",
        id=question_id,
        theme=theme.value,
        text=text,
        now=now,
    )


async def replace(db: Connection, code: str, theme: Theme, text: str | None, now: int) -> None:
    """Ask a question of the file in other words, or not at all."""
    await db.run(
        """
        INSERT INTO prompt_questions (code, theme, text, changed_at) VALUES (:code, :theme, :text, :now)
        ON CONFLICT (code) DO UPDATE SET theme = :theme, text = :text, changed_at = :now
        """,
        code=code,
        theme=theme.value,
        text=text,
        now=now,
    )


async def restore(db: Connection, code: str) -> None:
    """Ask a question of the file as it stands there."""
    await db.run("DELETE FROM prompt_questions WHERE code = :code", code=code)


async def remove(db: Connection, question_id: int) -> None:
    """Forget a question of their own."""
    await db.run("DELETE FROM prompt_questions WHERE id = :id AND code IS NULL", id=question_id)
