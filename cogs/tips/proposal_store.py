"""Tips made of somebody else's words: while they wait for an agreement, and when it no longer holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict

from bot.storage.database import Connection
from cogs.tips.rules import Agreement, Proposal, Written


async def begin(db: Connection, writer_id: int, request_id: int, people: Iterable[int], now: int) -> int:
    """Note who is to agree before the form about a solved request is filled; its id. What the writer began for the same
    request and never sent gives way."""
    await db.run(
        "DELETE FROM tip_drafts WHERE writer_id = :writer AND request_id = :request AND payload = '{}'",
        writer=writer_id,
        request=request_id,
    )
    return await _add(db, writer_id, "request", "{}", request_id, people, now)


async def propose(db: Connection, writer_id: int, author_id: int, written: Written, now: int) -> int:
    """Store a tip made of a message, which its author is to agree to; its id."""
    return await _add(db, writer_id, "message", _payload(written, 1), None, [author_id], now)


async def _add(
    db: Connection, writer_id: int, kind: str, payload: str, request_id: int | None, people: Iterable[int], now: int
) -> int:
    proposal_id = await db.insert(
        """
        INSERT INTO tip_drafts (writer_id, kind, payload, request_id, asked_at)
             VALUES (:writer, :kind, :payload, :request, :now)
        """,
        writer=writer_id,
        kind=kind,
        payload=payload,
        request=request_id,
        now=now,
    )
    for member_id in people:
        await db.run(
            "INSERT INTO tip_agreements (draft_id, member_id) VALUES (:draft, :member)",
            draft=proposal_id,
            member=member_id,
        )
    return proposal_id


async def fill(db: Connection, proposal_id: int, written: Written, asked: int, now: int) -> None:
    """The form came in, and so many people are asked."""
    await db.run(
        "UPDATE tip_drafts SET payload = :payload, asked_at = :now WHERE id = :id",
        id=proposal_id,
        payload=_payload(written, asked),
        now=now,
    )


async def get(db: Connection, proposal_id: int) -> Proposal | None:
    """A proposal, or None."""
    row = await db.row("SELECT * FROM tip_drafts WHERE id = :id", id=proposal_id)
    return None if row is None else await _read(db, row)


async def waiting_for(db: Connection, request_id: int) -> Proposal | None:
    """The tip of a solved request that waits for agreements, or None."""
    row = await db.row(
        "SELECT * FROM tip_drafts WHERE request_id = :request AND payload <> '{}' ORDER BY id", request=request_id
    )
    return None if row is None else await _read(db, row)


async def answer(db: Connection, proposal_id: int, member_id: int, *, agreed: bool, shown: bool) -> None:
    """Somebody answers."""
    await db.run(
        """
        UPDATE tip_agreements SET agreed = :agreed, shown = :shown WHERE draft_id = :draft AND member_id = :member
        """,
        draft=proposal_id,
        member=member_id,
        agreed=int(agreed),
        shown=int(shown),
    )


async def written_by(db: Connection, writer_id: int) -> list[Proposal]:
    """What somebody proposes and others may have to agree to."""
    rows = await db.rows("SELECT * FROM tip_drafts WHERE writer_id = :writer ORDER BY id", writer=writer_id)
    return [await _read(db, row) for row in rows]


async def remove(db: Connection, proposal_id: int) -> None:
    """It was published, or won't be."""
    await db.run("DELETE FROM tip_drafts WHERE id = :id", id=proposal_id)


async def no_longer_agreed(db: Connection, tip_id: int) -> bool:
    """A tip says something else than what people agreed to: they are thanked there no more, its author aside. Whether
    somebody was named."""
    others = "tip_id = :tip AND member_id <> (SELECT author_id FROM tips WHERE id = :tip)"
    named = await db.value(f"SELECT count(*) FROM tip_credits WHERE {others} AND shown", tip=tip_id)
    await db.run(f"DELETE FROM tip_credits WHERE {others}", tip=tip_id)
    return bool(named)


async def forget_words_of(db: Connection, member_id: int) -> None:
    """Remove what others wanted to make of somebody's messages."""
    await db.run(
        """
        DELETE FROM tip_drafts
         WHERE kind = 'message' AND id IN (SELECT draft_id FROM tip_agreements WHERE member_id = :member)
        """,
        member=member_id,
    )


def _payload(written: Written, asked: int) -> str:
    return json.dumps({"written": asdict(written), "asked": asked})


async def _read(db: Connection, row: sqlite3.Row) -> Proposal:
    kept = json.loads(row["payload"])
    written = kept.get("written")
    answers = await db.rows(
        "SELECT member_id, agreed, shown FROM tip_agreements WHERE draft_id = :id ORDER BY member_id", id=row["id"]
    )
    return Proposal(
        id=row["id"],
        writer_id=row["writer_id"],
        kind=row["kind"],
        written=Written(**{**written, "tags": tuple(written["tags"])}) if written else None,
        asked=kept.get("asked", 0),
        request_id=row["request_id"],
        asked_at=row["asked_at"],
        agreements=tuple(
            Agreement(one["member_id"], None if one["agreed"] is None else bool(one["agreed"]), bool(one["shown"]))
            for one in answers
        ),
    )
