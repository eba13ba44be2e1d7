"""Tips as they are stored, what is doubted of them, and the categories that organisers made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from bot.storage.database import Connection
from cogs.tips.rules import Category, Doubt, Tip, Written


async def get(db: Connection, tip_id: int) -> Tip | None:
    """A tip, or None."""
    found = await _read(db, await db.rows(f"{_TIP} WHERE tips.id = :id", id=tip_id))
    return found[0] if found else None


async def visible(db: Connection, tip_ids: Iterable[int]) -> dict[int, Tip]:
    """Those of some tips that others may see, by id: not withdrawn, their author here."""
    rows = await db.rows(f"{_TIP} {_HERE} AND tips.id IN ({_marks(tip_ids)})")
    return {tip.id: tip for tip in await _read(db, rows)}


async def of_author(db: Connection, member_id: int) -> list[Tip]:
    """Everything that a member shared, withdrawn or not, the newest first."""
    rows = await db.rows(f"{_TIP} WHERE tips.author_id = :id ORDER BY tips.id DESC", id=member_id)
    return await _read(db, rows)


async def kept_by(db: Connection, member_id: int) -> list[Tip]:
    """What a member keeps and can be seen, the last kept first."""
    rows = await db.rows(
        f"""
        {_TIP} JOIN tip_kept ON tip_kept.tip_id = tips.id AND tip_kept.member_id = :id
        {_HERE} ORDER BY tip_kept.at DESC, tips.id DESC
        """,
        id=member_id,
    )
    return await _read(db, rows)


async def of_request(db: Connection, request_id: int) -> Tip | None:
    """The tip that a request for help became, while others may see it."""
    found = await _read(db, await db.rows(f"{_TIP} {_HERE} AND tips.request_id = :id", id=request_id))
    return found[0] if found else None


async def in_category(db: Connection, category: str) -> list[Tip]:
    """The tips of a category that others may see."""
    return await _read(db, await db.rows(f"{_TIP} {_HERE} AND tips.category = :category", category=category))


async def same(db: Connection, member_id: int, written: Written) -> int | None:
    """The tip in which a member said this already, word for word."""
    found = await db.value(
        "SELECT id FROM tips WHERE author_id = :member AND title = :title AND body = :body AND state = 'standing'",
        member=member_id,
        title=written.title,
        body=written.body,
    )
    return None if found is None else int(found)


async def add(db: Connection, author_id: int, written: Written, request_id: int | None, now: int) -> int:
    """Store a new tip; its id."""
    tip_id = await db.insert(
        """
        INSERT INTO tips (author_id, title, body, category, state, request_id, checked_at, created_at, updated_at)
             VALUES (:author, :title, :body, :category, 'standing', :request, :now, :now, :now)
        """,
        author=author_id,
        title=written.title,
        body=written.body,
        category=written.category,
        request=request_id,
        now=now,
    )
    await _tag(db, tip_id, written.tags)
    return tip_id


async def rewrite(db: Connection, tip_id: int, written: Written, now: int) -> None:
    """Store a tip as its author writes it now: it stands, and whatever was doubted is settled."""
    await db.run(
        """
        UPDATE tips SET title = :title, body = :body, category = :category, state = 'standing', updated_at = :now
         WHERE id = :id
        """,
        id=tip_id,
        title=written.title,
        body=written.body,
        category=written.category,
        now=now,
    )
    await db.run("DELETE FROM tip_tags WHERE tip_id = :id", id=tip_id)
    await _tag(db, tip_id, written.tags)
    await confirm(db, tip_id, now)


async def _tag(db: Connection, tip_id: int, labels: Iterable[str]) -> None:
    for position, label in enumerate(labels):
        await db.run(
            "INSERT INTO tip_tags (tip_id, position, label) VALUES (:tip, :position, :label)",
            tip=tip_id,
            position=position,
            label=label,
        )


async def file_under(db: Connection, tip_id: int, category: str) -> None:
    """Put a tip into a category."""
    await db.run("UPDATE tips SET category = :category WHERE id = :id", id=tip_id, category=category)


async def empty_category(db: Connection, category: str, into: str) -> None:
    """Put all tips of a category, withdrawn ones too, into another one."""
    await db.run("UPDATE tips SET category = :into WHERE category = :category", category=category, into=into)


async def withdraw(db: Connection, tip_id: int) -> None:
    """Take a tip away from others; its author keeps it."""
    await db.run("UPDATE tips SET state = 'withdrawn' WHERE id = :id", id=tip_id)


async def leavable(db: Connection, member_id: int) -> list[int]:
    """The tips of somebody that others can see on Discord."""
    rows = await db.rows("SELECT ref FROM bequests WHERE member_id = :id ORDER BY ref", id=member_id)
    return [row["ref"] for row in rows]


async def bequeath(db: Connection, member_id: int, tip_id: int) -> None:
    """From now on a tip of somebody's is nobody's; what others say of it stays."""
    await db.run("INSERT INTO bequests (member_id, ref) VALUES (:member, :tip)", member=member_id, tip=tip_id)


async def forget(db: Connection, tip_id: int) -> None:
    """Remove a tip for good."""
    await db.run("DELETE FROM tips WHERE id = :id", id=tip_id)


# Whether it still holds


async def confirm(db: Connection, tip_id: int, now: int) -> None:
    """Its author says that a tip holds."""
    await db.run("UPDATE tips SET checked_at = :now, doubt_at = NULL WHERE id = :id", id=tip_id, now=now)
    await db.run("DELETE FROM tip_doubts WHERE tip_id = :id", id=tip_id)


async def doubt(db: Connection, tip_id: int, member_id: int, what: str, now: int) -> None:
    """Somebody says what has changed; what they said before is replaced."""
    await db.run("UPDATE tips SET doubt_at = coalesce(doubt_at, :now) WHERE id = :id", id=tip_id, now=now)
    await db.run("DELETE FROM tip_doubts WHERE tip_id = :id AND member_id = :member", id=tip_id, member=member_id)
    await db.insert(
        "INSERT INTO tip_doubts (tip_id, member_id, what, at) VALUES (:id, :member, :what, :now)",
        id=tip_id,
        member=member_id,
        what=what,
        now=now,
    )


async def doubts(db: Connection, tip_id: int) -> list[Doubt]:
    """What people who are here say has changed, in order."""
    rows = await db.rows(
        """
        SELECT member_id, what FROM tip_doubts JOIN members ON members.id = member_id AND members.state = 'present'
         WHERE tip_id = :id ORDER BY tip_doubts.id
        """,
        id=tip_id,
    )
    return [Doubt(**dict(row)) for row in rows]


async def asked(db: Connection, tip_id: int, now: int) -> None:
    """Note that its author is asked about a tip."""
    await db.run("UPDATE tips SET asked_at = :now WHERE id = :id", id=tip_id, now=now)


async def untouched(db: Connection, then: int, quiet_since: int) -> list[Tip]:
    """For each author, the tip that waits longest for a word of theirs: untouched and not asked about since `then`;
    nothing of those who were asked about any of their tips after `quiet_since`."""
    rows = await db.rows(
        f"""
        {_TIP} {_HERE} AND tips.checked_at <= :then AND coalesce(tips.asked_at, 0) <= :then
           AND tips.author_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM tips AS other WHERE other.author_id = tips.author_id AND asked_at > :quiet)
      ORDER BY tips.checked_at, tips.id
        """,
        then=then,
        quiet=quiet_since,
    )
    first: dict[int, sqlite3.Row] = {}
    for row in rows:
        first.setdefault(row["author_id"], row)
    return await _read(db, list(first.values()))


async def doubtful(db: Connection, doubted: int, checked: int) -> list[Tip]:
    """The tips that others may see and that were doubted by an instant, or that nobody confirmed since another one;
    what waits longest first."""
    rows = await db.rows(
        f"""
        {_TIP} {_HERE} AND (tips.doubt_at <= :doubted OR tips.checked_at <= :checked)
      ORDER BY coalesce(tips.doubt_at, tips.checked_at), tips.id
        """,
        doubted=doubted,
        checked=checked,
    )
    return await _read(db, rows)


async def spoken_of_since(db: Connection, tip_id: int, at: int) -> bool:
    """Whether somebody said since an instant that a tip served, that it holds, or what has changed."""
    return bool(
        await db.value(
            """
            SELECT EXISTS (SELECT 1 FROM tip_uses WHERE tip_id = :id AND at >= :at)
                OR EXISTS (SELECT 1 FROM tip_doubts WHERE tip_id = :id AND at >= :at)
                OR EXISTS (SELECT 1 FROM tips WHERE id = :id AND checked_at >= :at)
            """,
            id=tip_id,
            at=at,
        )
    )


# Organisers' own categories


async def categories(db: Connection) -> list[Category]:
    """The list that organisers made; empty until then."""
    rows = await db.rows("SELECT code, label FROM categories WHERE feature = 'tips' ORDER BY position, code")
    return [Category(**dict(row)) for row in rows]


async def list_categories(db: Connection, listed: Iterable[Category]) -> None:
    """Keep organisers' list in place of the one before; an empty one goes back to the defaults."""
    await db.run("DELETE FROM categories WHERE feature = 'tips'")
    for position, category in enumerate(listed):
        await db.run(
            "INSERT INTO categories (feature, code, position, label) VALUES ('tips', :code, :position, :label)",
            code=category.code,
            position=position,
            label=category.label,
        )


_TIP: Final = """
    SELECT tips.id, author_id, title, body, category, tips.state, request_id, doubt_at, asked_at, checked_at,
           tips.created_at, updated_at
      FROM tips
"""
_HERE: Final = """
     WHERE tips.state = 'standing'
       AND (tips.author_id IS NULL OR tips.author_id IN (SELECT id FROM members WHERE state = 'present'))
"""


async def _read(db: Connection, rows: list[sqlite3.Row]) -> list[Tip]:
    labels: dict[int, list[str]] = {}
    found = await db.rows(
        f"SELECT tip_id, label FROM tip_tags WHERE tip_id IN ({_marks(row['id'] for row in rows)}) "
        "ORDER BY tip_id, position"
    )
    for tag in found:
        labels.setdefault(tag["tip_id"], []).append(tag["label"])
    return [Tip(**dict(row), tags=tuple(labels.get(row["id"], ()))) for row in rows]


def _marks(ids: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in ids)
