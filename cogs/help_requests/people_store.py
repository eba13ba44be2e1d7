"""Who takes part in a help request, and who was asked. One function a query."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

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
    """Somebody lends a hand; False when they do, or offered to, already. `approved` is None while the asker of a
    private request has not said yes."""
    return bool(
        await db.run(
            """
            INSERT INTO help_helpers (request_id, member_id, at, approved) VALUES (:id, :member, :now, :approved)
            ON CONFLICT (request_id, member_id) DO UPDATE SET approved = excluded.approved
                  WHERE approved IS NULL AND excluded.approved IS NOT NULL
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


async def takes_part_in(db: Connection, member_id: int) -> list[int]:
    """The requests with which somebody lends a hand, or offered to, or helped."""
    rows = await db.rows("SELECT request_id FROM help_helpers WHERE member_id = :member", member=member_id)
    return [row["request_id"] for row in rows]


async def helpers(db: Connection, request_id: int) -> list[int]:
    """Who lends a hand and is here, in the order in which they came."""
    return await _taking_part(db, request_id, "approved = 1")


async def offers(db: Connection, request_id: int) -> list[int]:
    """Whose offer the asker of a private request has not answered."""
    return await _taking_part(db, request_id, f"approved IS NULL AND NOT ({_SAID_ALONE})")


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


async def helped(db: Connection, request_id: int, member_ids: Collection[int], now: int) -> set[int]:
    """The asker says who helped, in place of what was said before; those of whom it is no longer said. Whoever is away
    can't be chosen, and stays. To have helped opens no door: it is no offer, and no yes to one."""
    dropped = {*await who_helped(db, request_id)} - {*member_ids}
    for member_id in dropped:
        theirs = "request_id = :id AND member_id = :member"
        await db.run(f"DELETE FROM help_helpers WHERE {theirs} AND {_SAID_ALONE}", id=request_id, member=member_id)
        await db.run(f"UPDATE help_helpers SET helped = 0 WHERE {theirs}", id=request_id, member=member_id)
    for member_id in member_ids:
        await db.run(
            """
            INSERT INTO help_helpers (request_id, member_id, at, helped) VALUES (:id, :member, :now, 1)
            ON CONFLICT (request_id, member_id) DO UPDATE SET helped = 1
            """,
            id=request_id,
            member=member_id,
            now=now,
        )
    return dropped


_SAID_ALONE: Final = """
    approved IS NULL AND helped = 1 AND NOT EXISTS (
        SELECT 1 FROM help_asked
         WHERE help_asked.request_id = help_helpers.request_id AND help_asked.member_id = help_helpers.member_id
           AND answer = 'yes')
"""
"""Who takes part only in that the asker says that they helped: they never offered to."""


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
    return None if row is None else _asked(row)


def _asked(row: sqlite3.Row) -> Asked:
    return Asked(**{**dict(row), "reasons": tuple((kind, value) for kind, value in json.loads(row["reasons"]))})


async def named_by(db: Connection, namer_id: int) -> list[Asked]:
    """Those of whom somebody thought, and who said nothing yet."""
    rows = await db.rows("SELECT * FROM help_asked WHERE named_by = :namer AND answer IS NULL", namer=namer_id)
    return [_asked(row) for row in rows]


async def asked_ids(db: Connection, request_id: int) -> set[int]:
    """Everybody who was asked for a request."""
    rows = await db.rows("SELECT member_id FROM help_asked WHERE request_id = :id", id=request_id)
    return {row["member_id"] for row in rows}


async def forget_asked(db: Connection, request_id: int, member_id: int) -> None:
    """Somebody was not asked after all."""
    await db.run(
        "DELETE FROM help_asked WHERE request_id = :id AND member_id = :member", id=request_id, member=member_id
    )


async def ask_anew(db: Connection, request_id: int) -> None:
    """A request is open again: whoever was asked before can be asked anew, but for those who said no, or yes."""
    unsaid = "coalesce(answer, '') NOT IN ('yes', 'no')"
    await db.run(f"DELETE FROM help_asked WHERE request_id = :id AND {unsaid}", id=request_id)


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
