"""What acts closed to somebody, and appeals against acts, as they are stored. One function a query."""

from __future__ import annotations

import sqlite3
from typing import Final

from bot.storage.database import Connection
from cogs.moderation.act_rules import Appeal


async def closed(db: Connection, case_id: int, alias: str, now: int) -> dict[str, int]:
    """What acts of a case close to somebody at an instant, and until when (UTC seconds), by feature."""
    rows = await db.rows(
        """
        SELECT feature, max(until) AS until FROM restrictions JOIN case_acts ON case_acts.id = act_id
         WHERE case_id = :case AND alias = :alias AND until > :now GROUP BY feature
        """,
        case=case_id,
        alias=alias,
        now=now,
    )
    return {row["feature"]: row["until"] for row in rows}


async def silenced_until(db: Connection, alias: str, now: int) -> int | None:
    """Until when Discord's timeout holds by what the team decided and nobody lifted; None when it doesn't."""
    until = await db.value(
        """
        SELECT max(json_extract(detail, '$.until')) FROM case_acts LEFT JOIN appeals ON act_id = case_acts.id
         WHERE target_alias = :alias AND act = 'silenced' AND decision IS NOT 'lifted'
        """,
        alias=alias,
    )
    return int(until) if until is not None and until > now else None


# Appeals


async def make(db: Connection, act_id: int, member_id: int, said: str, now: int) -> Appeal:
    """Keep an appeal against an act; there is none against it yet."""
    await db.run(
        "INSERT INTO appeals (act_id, member_id, said, at) VALUES (:act, :member, :said, :now)",
        act=act_id,
        member=member_id,
        said=said,
        now=now,
    )
    made = await get(db, act_id)
    assert made is not None
    return made


async def get(db: Connection, act_id: int) -> Appeal | None:
    """The appeal against an act, or None."""
    return _read(await db.row(f"{_ALL} WHERE act_id = :id", id=act_id))


async def waiting(db: Connection) -> list[Appeal]:
    """Those that nobody decided on, the oldest first."""
    rows = await db.rows(f"{_ALL} WHERE decision IS NULL ORDER BY at, act_id")
    return [found for row in rows if (found := _read(row)) is not None]


async def of_member(db: Connection, member_id: int) -> list[Appeal]:
    """What somebody said against acts."""
    rows = await db.rows(f"{_ALL} WHERE member_id = :id ORDER BY act_id", id=member_id)
    return [found for row in rows if (found := _read(row)) is not None]


async def decide(db: Connection, act_id: int, decision: str, word: str, now: int) -> bool:
    """Keep what was decided, once; False when it was already."""
    return bool(
        await db.run(
            """
            UPDATE appeals SET decision = :decision, word = :word, decided_at = :now
             WHERE act_id = :id AND decision IS NULL
            """,
            id=act_id,
            decision=decision,
            word=word,
            now=now,
        )
    )


async def stands_at(db: Connection, act_id: int, channel_id: int | None, message_id: int | None) -> None:
    """Note where the line in the organisers' channel stands."""
    await db.run(
        "UPDATE appeals SET line_channel_id = :channel, line_message_id = :message WHERE act_id = :id",
        id=act_id,
        channel=channel_id,
        message=message_id,
    )


async def forget_words_of(db: Connection, member_id: int) -> None:
    """Somebody is erased: what they said goes, and what nobody decided on was never asked."""
    await db.run("DELETE FROM appeals WHERE member_id = :id AND decision IS NULL", id=member_id)
    await db.run("UPDATE appeals SET said = '' WHERE member_id = :id", id=member_id)


# For `doctor`


def waiting_ids(connection: sqlite3.Connection) -> set[int]:
    """The acts against which an appeal waits, in a file that is not open for use."""
    return {row[0] for row in connection.execute("SELECT act_id FROM appeals WHERE decision IS NULL")}


_ALL: Final = """
    SELECT act_id, said, at, member_id, decision, word, decided_at, line_channel_id, line_message_id FROM appeals
"""


def _read(row: sqlite3.Row | None) -> Appeal | None:
    return None if row is None else Appeal(**dict(row))
