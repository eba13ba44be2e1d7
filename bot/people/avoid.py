"""Whom somebody does not want to be brought together with. Private to its author, honoured wherever two people are
brought together, and never to be told from silence.

An entry holds only a keyed hash of the other person (`Lifecycle.alias`): it outlives their erasure, holds again should
they come back, and can't stand in their export.

The team may keep two people apart too. That stands on nobody's list: neither of them learns of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.storage.slices import slices

AT_MOST: Final = 50
"""Entries of one author: beyond that something else is needed than a list."""
_ALL: Final = "(SELECT author_id, alias FROM avoids UNION ALL SELECT author_id, alias FROM partings)"
"""Who is kept apart from whom, by whomever."""


async def add(db: Connection, author_id: int, alias: str, own_alias: str, now: int) -> None:
    """Keep two people apart; a second time changes nothing. Raises `Refusal` for oneself, or beyond `AT_MOST`
    entries."""
    if alias == own_alias:
        raise Refusal("avoid-oneself")
    known = await of(db, author_id)
    if alias not in known and len(known) >= AT_MOST:
        raise Refusal("avoid-full", most=AT_MOST)
    await db.run(
        "INSERT INTO avoids (author_id, alias, at) VALUES (:author, :alias, :now) ON CONFLICT DO NOTHING",
        author=author_id,
        alias=alias,
        now=now,
    )


async def part(db: Connection, act_id: int, author_id: int, alias: str) -> None:
    """The team keeps two people apart by an act of a case, for as long as that is kept."""
    await db.run(
        "INSERT INTO partings (act_id, author_id, alias) VALUES (:act, :author, :alias)",
        act=act_id,
        author=author_id,
        alias=alias,
    )


async def remove(db: Connection, author_id: int, alias: str) -> bool:
    """Take an entry away; False when there was none."""
    return bool(
        await db.run("DELETE FROM avoids WHERE author_id = :author AND alias = :alias", author=author_id, alias=alias)
    )


async def of(db: Connection, author_id: int) -> list[str]:
    """The aliases of an author's own entries, the oldest first."""
    rows = await db.rows("SELECT alias FROM avoids WHERE author_id = :author ORDER BY at, alias", author=author_id)
    return [row["alias"] for row in rows]


async def kept_apart(db: Connection, member_id: int, others: Iterable[int], alias: Callable[[int], str]) -> set[int]:
    """Those of `others` who must not be brought together with a member, whoever of the two asked for it, or the team.
    `alias` is `Lifecycle.alias` of the association."""
    rows = await db.rows(f"SELECT alias FROM {_ALL} WHERE author_id = :author", author=member_id)
    own = {row["alias"] for row in rows}
    rows = await db.rows(f"SELECT author_id FROM {_ALL} WHERE alias = :alias", alias=alias(member_id))
    theirs = {row["author_id"] for row in rows}
    asked = {*others} - {member_id}
    return (asked & theirs) | ({other for other in asked if alias(other) in own} if own else set())


async def pairs(db: Connection, member_ids: Iterable[int], alias: Callable[[int], str]) -> set[tuple[int, int]]:
    """Of these members, every two who must not be brought together, the smaller id first."""
    aliases: dict[str, int] = {}
    async for some in slices(member_ids):
        aliases |= {alias(member_id): member_id for member_id in some}
    marks = ", ".join(str(int(member_id)) for member_id in aliases.values())
    rows = await db.rows(f"SELECT author_id, alias FROM {_ALL} WHERE author_id IN ({marks})")
    found = [(row["author_id"], aliases[row["alias"]]) for row in rows if row["alias"] in aliases]
    return {(min(pair), max(pair)) for pair in found}
