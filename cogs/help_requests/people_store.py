"""Who takes part in a help request, and who was asked. One function a query."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked for a request. `reasons` are (kind, value), the most telling first; `named_by` is who
    knows them, and asks in this way. `answer`: None while they said nothing."""

    request_id: int
    member_id: int
    at: int
    answer: str | None
    reasons: tuple[tuple[str, str], ...]
    named_by: int | None


# Who takes part


async def join(db: Connection, request_id: int, member_id: int, now: int, *, approved: bool | None) -> bool:
    """Somebody lends a hand; False when they do already. `approved` is None while the asker of a private request has
    not said yes."""
    return bool(
        await db.run(
            """
            INSERT INTO help_helpers (request_id, member_id, at, approved) VALUES (:id, :member, :now, :approved)
            ON CONFLICT DO NOTHING
            """,
            id=request_id,
            member=member_id,
            now=now,
            approved=None if approved is None else int(approved),
        )
    )


async def approve(db: Connection, request_id: int, member_id: int, *, approved: bool) -> bool:
    """The asker answers somebody's offer; False when it was answered before, or never made."""
    return bool(
        await db.run(
            """
            UPDATE help_helpers SET approved = :approved
             WHERE request_id = :id AND member_id = :member AND approved IS NULL
            """,
            id=request_id,
            member=member_id,
            approved=int(approved),
        )
    )


async def leave(db: Connection, request_id: int, member_id: int) -> None:
    """Somebody takes no part any more."""
    await db.run(
        "DELETE FROM help_helpers WHERE request_id = :id AND member_id = :member", id=request_id, member=member_id
    )


async def helpers(db: Connection, request_id: int) -> list[int]:
    """Who lends a hand and is here, in the order in which they came."""
    return await _taking_part(db, request_id, "approved = 1")


async def offers(db: Connection, request_id: int) -> list[int]:
    """Whose offer the asker of a private request has not answered."""
    return await _taking_part(db, request_id, "approved IS NULL")


async def who_helped(db: Connection, request_id: int) -> list[int]:
    """Who helped, as the asker said."""
    return await _taking_part(db, request_id, "helped = 1")


async def helped_with(db: Connection, asker_id: int, member_id: int) -> list[int]:
    """The requests of one person in which another took part, the newest first."""
    rows = await db.rows(
        """
        SELECT id FROM help_requests JOIN help_helpers ON request_id = id
         WHERE asker_id = :asker AND member_id = :member AND (approved = 1 OR helped = 1) ORDER BY id DESC
        """,
        asker=asker_id,
        member=member_id,
    )
    return [row["id"] for row in rows]


async def helped(db: Connection, request_id: int, member_ids: Iterable[int], now: int) -> None:
    """The asker says who helped, in place of what was said before."""
    await db.run("UPDATE help_helpers SET helped = 0 WHERE request_id = :id", id=request_id)
    for member_id in member_ids:
        await db.run(
            """
            INSERT INTO help_helpers (request_id, member_id, at, approved, helped) VALUES (:id, :member, :now, 1, 1)
            ON CONFLICT (request_id, member_id) DO UPDATE SET helped = 1
            """,
            id=request_id,
            member=member_id,
            now=now,
        )


# Who was asked


async def note_asked(
    db: Connection,
    request_id: int,
    member_id: int,
    now: int,
    *,
    reasons: Collection[tuple[str, str]] = (),
    named_by: int | None = None,
) -> bool:
    """Somebody is asked; False when they were before."""
    return bool(
        await db.run(
            """
            INSERT INTO help_asked (request_id, member_id, at, reasons, named_by)
                 VALUES (:id, :member, :now, :reasons, :namer) ON CONFLICT DO NOTHING
            """,
            id=request_id,
            member=member_id,
            now=now,
            reasons=json.dumps(list(reasons)),
            namer=named_by,
        )
    )


async def asked(db: Connection, request_id: int, member_id: int) -> Asked | None:
    """How somebody was asked for a request, or None."""
    row = await db.row(
        "SELECT * FROM help_asked WHERE request_id = :id AND member_id = :member", id=request_id, member=member_id
    )
    if row is None:
        return None
    return Asked(**{**dict(row), "reasons": tuple((kind, value) for kind, value in json.loads(row["reasons"]))})


async def asked_ids(db: Connection, request_id: int) -> set[int]:
    """Everybody who was asked for a request."""
    rows = await db.rows("SELECT member_id FROM help_asked WHERE request_id = :id", id=request_id)
    return {row["member_id"] for row in rows}


async def last_asked(db: Connection, request_id: int) -> int | None:
    """When people were last asked for a request, those that somebody named aside."""
    at = await db.value("SELECT max(at) FROM help_asked WHERE request_id = :id AND named_by IS NULL", id=request_id)
    return None if at is None else int(at)


async def answer(db: Connection, request_id: int, member_id: int, said: str) -> bool:
    """Keep what somebody who was asked said (`yes`, `no`, `knows`), once; False when they said something before."""
    return bool(
        await db.run(
            """
            UPDATE help_asked SET answer = :said
             WHERE request_id = :id AND member_id = :member AND answer IS NULL
            """,
            id=request_id,
            member=member_id,
            said=said,
        )
    )


async def _taking_part(db: Connection, request_id: int, how: str) -> list[int]:
    rows = await db.rows(
        f"""
        SELECT member_id FROM help_helpers JOIN members ON members.id = member_id AND members.state = 'present'
         WHERE request_id = :id AND {how} ORDER BY at, member_id
        """,
        id=request_id,
    )
    return [row["member_id"] for row in rows]


async def rounds_since(db: Connection, then: int) -> int:
    """How many rounds of asks went out after an instant: people asked for one request at one time."""
    return int(
        await db.value(
            "SELECT count(*) FROM (SELECT DISTINCT request_id, at FROM help_asked WHERE at > :then)", then=then
        )
    )
