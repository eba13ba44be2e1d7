"""Ties between members. One exists only when people confirmed it: a thanked help, a coffee that both had. A member sees
their own, nobody sees another's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie of somebody: with whom, by what (`help:42`), since when (UTC seconds)."""

    member_id: int
    matter: str
    at: int


async def confirm(db: Connection, one_id: int, other_id: int, matter: str, now: int) -> None:
    """Two people confirmed that they met over something; saying it again changes nothing."""
    if one_id == other_id:
        return
    await db.run(
        """
        INSERT INTO ties (one_id, other_id, matter, at) VALUES (:one, :other, :matter, :now)
        ON CONFLICT DO NOTHING
        """,
        one=min(one_id, other_id),
        other=max(one_id, other_id),
        matter=matter,
        now=now,
    )


async def undo(db: Connection, one_id: int, other_id: int, matter: str) -> None:
    """What was confirmed by mistake was not so."""
    await db.run(
        "DELETE FROM ties WHERE one_id = :one AND other_id = :other AND matter = :matter",
        one=min(one_id, other_id),
        other=max(one_id, other_id),
        matter=matter,
    )


async def of(db: Connection, member_id: int) -> list[Tie]:
    """The ties of a member, the newest first."""
    rows = await db.rows(
        """
        SELECT other_id AS member_id, matter, at FROM ties WHERE one_id = :id
         UNION ALL
        SELECT one_id AS member_id, matter, at FROM ties WHERE other_id = :id
      ORDER BY at DESC, member_id
        """,
        id=member_id,
    )
    return [Tie(**dict(row)) for row in rows]


async def counts(db: Connection, member_ids: Iterable[int]) -> dict[int, int]:
    """With how many people each of these members has a tie; those without one are left out."""
    marks = ", ".join(str(int(member_id)) for member_id in member_ids)
    rows = await db.rows(
        f"""
        SELECT id, count(DISTINCT other) AS people FROM (
            SELECT one_id AS id, other_id AS other FROM ties WHERE one_id IN ({marks})
             UNION ALL
            SELECT other_id, one_id FROM ties WHERE other_id IN ({marks}))
      GROUP BY id
        """
    )
    return {row["id"]: row["people"] for row in rows}
