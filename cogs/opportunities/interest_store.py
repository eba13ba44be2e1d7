"""Who would like to do a mission, of whom somebody thought, and who did it, as it is stored. One function a query."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from bot.storage.database import Connection
from cogs.opportunities.rules import Interest, Mission


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who was thought of for a mission. `named_by` is None once that person is erased; `answer`: "yes", "no",
    or None as long as they said nothing."""

    mission_id: int
    member_id: int
    named_by: int | None
    answer: str | None


# Who would like to


async def get(db: Connection, interest_id: int) -> Interest | None:
    """A raised hand, or None."""
    return _one(await db.row(f"{_INTEREST} WHERE id = :id", id=interest_id))


async def of(db: Connection, mission_id: int, member_id: int) -> Interest | None:
    """Somebody's raised hand, or None."""
    return _one(
        await db.row(
            f"{_INTEREST} WHERE mission_id = :mission AND member_id = :member", mission=mission_id, member=member_id
        )
    )


async def chosen(db: Connection, mission: Mission) -> Interest | None:
    """The hand of whoever was chosen for a mission and does it, or None."""
    hand = await of(db, mission.id, mission.filled_by) if mission.filled_by is not None else None
    return hand if hand is not None and hand.told == "chosen" else None


async def of_mission(db: Connection, mission_id: int) -> list[Interest]:
    """Everybody's, those who are away included, in the order in which they said so."""
    return [
        Interest(**dict(row))
        for row in await db.rows(f"{_INTEREST} WHERE mission_id = :id ORDER BY at, id", id=mission_id)
    ]


async def of_member(db: Connection, member_id: int) -> list[Interest]:
    """Everything that somebody would like to do."""
    return [
        Interest(**dict(row)) for row in await db.rows(f"{_INTEREST} WHERE member_id = :id ORDER BY id", id=member_id)
    ]


async def who_waits(db: Connection) -> set[int]:
    """Whoever raised a hand for a mission that is open."""
    rows = await db.rows(
        """
        SELECT DISTINCT member_id FROM mission_interest JOIN missions ON missions.id = mission_id
         WHERE state = 'open' AND told IS NULL
        """
    )
    return {row["member_id"] for row in rows}


async def raise_hand(db: Connection, mission_id: int, member_id: int, word: str, now: int) -> None:
    """Somebody would like to; a second time their word changes. Whoever was let go, or chosen, before the mission was
    opened again raises a new hand."""
    await db.run(
        """
        INSERT INTO mission_interest (mission_id, member_id, word, at) VALUES (:mission, :member, :word, :now)
        ON CONFLICT (mission_id, member_id) DO UPDATE
           SET word = :word, at = iif(told IS NULL, at, max(:now, at + 1)), told = NULL
        """,
        mission=mission_id,
        member=member_id,
        word=word,
        now=now,
    )


async def lower_hand(db: Connection, interest_id: int) -> None:
    """They would not, after all."""
    await db.run("DELETE FROM mission_interest WHERE id = :id", id=interest_id)


async def raised_by(db: Connection, member_id: int) -> list[Interest]:
    """The hands that somebody holds up, the newest first."""
    return [hand for hand in reversed(await of_member(db, member_id)) if hand.up]


async def note_told(db: Connection, interest_id: int, told: str | None) -> None:
    """Note what became of a raised hand (`Interest.told`)."""
    await db.run("UPDATE mission_interest SET told = :told WHERE id = :id", id=interest_id, told=told)


# Who does it


async def confirm(db: Connection, mission_id: int, *, yes: bool) -> None:
    """Note whether the person who does a mission, according to its author, says so too."""
    await db.run("UPDATE missions SET confirmed = :yes WHERE id = :id", id=mission_id, yes=int(yes))


async def done_by(db: Connection, member_id: int) -> list[int]:
    """The missions that somebody does, according to their authors."""
    rows = await db.rows("SELECT id FROM missions WHERE filled_by = :id ORDER BY id", id=member_id)
    return [row["id"] for row in rows]


# Of whom somebody thought


async def note_named(db: Connection, mission_id: int, member_id: int, named_by: int, now: int) -> bool:
    """Note that somebody is asked in another's name; False when they were before."""
    return bool(
        await db.run(
            """
            INSERT INTO mission_named (mission_id, member_id, named_by, at) VALUES (:mission, :member, :namer, :now)
            ON CONFLICT DO NOTHING
            """,
            mission=mission_id,
            member=member_id,
            namer=named_by,
            now=now,
        )
    )


async def named(db: Connection, mission_id: int, member_id: int) -> Named | None:
    """How somebody was thought of for a mission, or None."""
    row = await db.row(
        f"{_NAMED} WHERE mission_id = :mission AND member_id = :member", mission=mission_id, member=member_id
    )
    return None if row is None else Named(**dict(row))


async def everybody_named(db: Connection, mission_id: int) -> set[int]:
    """Everybody of whom somebody thought for a mission."""
    rows = await db.rows("SELECT member_id FROM mission_named WHERE mission_id = :id", id=mission_id)
    return {row["member_id"] for row in rows}


async def named_by(db: Connection, member_id: int) -> list[Named]:
    """Of whom somebody thought."""
    return [Named(**dict(row)) for row in await db.rows(f"{_NAMED} WHERE named_by = :id", id=member_id)]


async def answer_named(db: Connection, mission_id: int, member_id: int, answer: str | None) -> None:
    """Note what somebody says to being thought of; nothing, for whoever was not."""
    await db.run(
        "UPDATE mission_named SET answer = :answer WHERE mission_id = :mission AND member_id = :member",
        mission=mission_id,
        member=member_id,
        answer=answer,
    )


_INTEREST: Final = "SELECT id, mission_id, member_id, word, at, told FROM mission_interest"
_NAMED: Final = "SELECT mission_id, member_id, named_by, answer FROM mission_named"


def _one(row: sqlite3.Row | None) -> Interest | None:
    return None if row is None else Interest(**dict(row))
