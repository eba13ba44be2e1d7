"""Rounds and what people said to them, as they are stored. One function a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.storage.database import Connection
from cogs.matchmaking.rules import FREE, Outcome, Round, State, Turn


async def add(db: Connection, day: date, match_at: int, now: int) -> int:
    """Keep a round that is announced; its id."""
    return await db.insert(
        """
        INSERT INTO coffee_rounds (day, match_at, state, announced_at) VALUES (:day, :match_at, 'announced', :now)
        """,
        day=day.isoformat(),
        match_at=match_at,
        now=now,
    )


async def get(db: Connection, round_id: int) -> Round | None:
    """A round, or None."""
    return _one(await db.row(f"{_ROUND} WHERE id = :id", id=round_id))


async def announced(db: Connection) -> Round | None:
    """The round that is announced and not matched yet, or None."""
    return _one(await db.row(f"{_ROUND} WHERE state = 'announced' ORDER BY id DESC LIMIT 1"))


async def running(db: Connection) -> Round | None:
    """The round that people were brought together for, and that is not over; or None."""
    return _one(await db.row(f"{_ROUND} WHERE state = 'running' ORDER BY id DESC LIMIT 1"))


async def newest(db: Connection, count: int) -> list[Round]:
    """The last rounds, the newest first."""
    rows = await db.rows(f"{_ROUND} ORDER BY id DESC LIMIT :count", count=count)
    return [_read(row) for row in rows]


async def before(db: Connection, round_id: int) -> Round | None:
    """The newest round before this one in which people were brought together, or None."""
    return _one(
        await db.row(f"{_ROUND} WHERE id < :id AND matched_at IS NOT NULL ORDER BY id DESC LIMIT 1", id=round_id)
    )


async def enter(db: Connection, round_id: int, state: State) -> None:
    """Put a round into a state."""
    await db.run("UPDATE coffee_rounds SET state = :state WHERE id = :id", id=round_id, state=state.value)


async def start(db: Connection, round_id: int, now: int, closes_at: int) -> None:
    """People were brought together; the round runs until it is closed."""
    await db.run(
        "UPDATE coffee_rounds SET state = 'running', matched_at = :now, closes_at = :closes WHERE id = :id",
        id=round_id,
        now=now,
        closes=closes_at,
    )


async def move(db: Connection, round_id: int, match_at: int) -> None:
    """People are brought together at another time."""
    await db.run("UPDATE coffee_rounds SET match_at = :at WHERE id = :id", id=round_id, at=match_at)


async def stand(db: Connection, round_id: int, channel_id: int | None, message_id: int | None) -> None:
    """Note where a round's announcement stands, or that it stands nowhere any more."""
    await db.run(
        "UPDATE coffee_rounds SET channel_id = :channel, message_id = :message WHERE id = :id",
        id=round_id,
        channel=channel_id,
        message=message_id,
    )


async def standing(db: Connection) -> list[Round]:
    """Rounds whose announcement stands somewhere."""
    return [_read(row) for row in await db.rows(f"{_ROUND} WHERE message_id IS NOT NULL ORDER BY id")]


async def times(db: Connection) -> list[int]:
    """When people were brought together in rounds (UTC seconds), the oldest first."""
    rows = await db.rows("SELECT matched_at FROM coffee_rounds WHERE matched_at IS NOT NULL ORDER BY matched_at")
    return [row["matched_at"] for row in rows]


def ids(connection: sqlite3.Connection, state: State) -> set[int]:
    """The rounds that are in a state, in a file that is not open for use."""
    found = connection.execute("SELECT id FROM coffee_rounds WHERE state = ?", (state.value,))
    return {round_id for (round_id,) in found}


# Turns


async def say(db: Connection, round_id: int, member_id: int, now: int, *, coming: bool) -> None:
    """Keep what somebody says to a round; the last word counts."""
    await db.run(
        """
        INSERT INTO coffee_turns (round_id, member_id, coming, at) VALUES (:round, :member, :coming, :now)
        ON CONFLICT DO UPDATE SET coming = :coming, at = :now
        """,
        round=round_id,
        member=member_id,
        coming=int(coming),
        now=now,
    )


async def count_in(db: Connection, round_id: int, member_id: int, now: int) -> None:
    """Somebody takes part in a round, whether or not they said so."""
    await db.run(
        """
        INSERT INTO coffee_turns (round_id, member_id, coming, at) VALUES (:round, :member, 1, :now)
        ON CONFLICT DO NOTHING
        """,
        round=round_id,
        member=member_id,
        now=now,
    )


async def unsay(db: Connection, round_id: int, member_id: int) -> None:
    """Somebody said nothing to a round after all."""
    await db.run(
        "DELETE FROM coffee_turns WHERE round_id = :round AND member_id = :member", round=round_id, member=member_id
    )


async def turn(db: Connection, round_id: int, member_id: int) -> Turn | None:
    """What somebody said to a round and what became of it, or None."""
    row = await db.row(
        "SELECT * FROM coffee_turns WHERE round_id = :round AND member_id = :member", round=round_id, member=member_id
    )
    return None if row is None else _turn(row)


async def turns(db: Connection, round_id: int) -> list[Turn]:
    """What everybody who is here said to a round, by when they said it."""
    rows = await db.rows(
        """
        SELECT coffee_turns.* FROM coffee_turns JOIN members ON members.id = member_id
         WHERE round_id = :round AND members.state = 'present' ORDER BY at, member_id
        """,
        round=round_id,
    )
    return [_turn(row) for row in rows]


async def turns_of(db: Connection, member_id: int, count: int) -> list[Turn]:
    """What somebody said to the last rounds, the newest first."""
    rows = await db.rows(
        "SELECT * FROM coffee_turns WHERE member_id = :member ORDER BY round_id DESC LIMIT :count",
        member=member_id,
        count=count,
    )
    return [_turn(row) for row in rows]


async def settle(db: Connection, round_id: int, member_id: int, outcome: Outcome) -> None:
    """Note what became of somebody in a round that has a place for them."""
    await db.run(
        "UPDATE coffee_turns SET outcome = :outcome WHERE round_id = :round AND member_id = :member",
        round=round_id,
        member=member_id,
        outcome=outcome.value,
    )


async def free(db: Connection, round_id: int) -> list[int]:
    """Who is here and can still be brought together with somebody in a round, those who wait longest first."""
    rows = await db.rows(
        f"""
        SELECT member_id FROM coffee_turns JOIN members ON members.id = member_id
         WHERE round_id = :round AND coming AND members.state = 'present' AND outcome IN ({_FREE})
      ORDER BY at, member_id
        """,
        round=round_id,
    )
    return [row["member_id"] for row in rows]


async def carry(db: Connection, from_id: int, to_id: int) -> None:
    """Whoever was coming to a round that didn't take place is coming to the next one, unless they said otherwise."""
    await db.run(
        """
        INSERT INTO coffee_turns (round_id, member_id, coming, at)
             SELECT :to, member_id, 1, at FROM coffee_turns WHERE round_id = :from AND coming
        ON CONFLICT DO NOTHING
        """,
        **{"from": from_id, "to": to_id},
    )


async def odd_rounds(db: Connection, member_ids: Iterable[int]) -> dict[int, set[int]]:
    """In which rounds people sat out, or were three, because the number was odd; by member."""
    ids = _ids(member_ids)
    rows = await db.rows(
        f"""
        SELECT member_id, round_id FROM coffee_turns WHERE outcome = 'odd' AND member_id IN ({ids})
         UNION
        SELECT member_id, round_id FROM coffee_seats JOIN coffee_matches ON coffee_matches.id = match_id
         WHERE member_id IN ({ids}) AND round_id IS NOT NULL
           AND (SELECT count(*) FROM coffee_seats AS all_of_it WHERE all_of_it.match_id = coffee_matches.id) > 2
        """
    )
    found: dict[int, set[int]] = {}
    for row in rows:
        found.setdefault(row["member_id"], set()).add(row["round_id"])
    return found


async def last_rounds(db: Connection, member_ids: Iterable[int]) -> dict[int, int]:
    """The last round that people took part in, whatever became of it; by member."""
    rows = await db.rows(
        f"""
        SELECT member_id, max(round_id) AS round_id FROM coffee_turns
         WHERE outcome IS NOT NULL AND member_id IN ({_ids(member_ids)}) GROUP BY member_id
        """
    )
    return {row["member_id"]: row["round_id"] for row in rows}


def _ids(member_ids: Iterable[int]) -> str:
    return ", ".join(str(int(member_id)) for member_id in member_ids)


def _one(row: sqlite3.Row | None) -> Round | None:
    return None if row is None else _read(row)


def _read(row: sqlite3.Row) -> Round:
    return Round(**{**dict(row), "day": date.fromisoformat(row["day"]), "state": State(row["state"])})


def _turn(row: sqlite3.Row) -> Turn:
    outcome = Outcome(row["outcome"]) if row["outcome"] else None
    return Turn(row["round_id"], row["member_id"], bool(row["coming"]), row["at"], outcome)


_ROUND: Final = """
    SELECT id, day, match_at, state, announced_at, matched_at, closes_at, channel_id, message_id FROM coffee_rounds
"""
_FREE: Final = ", ".join(f"'{outcome.value}'" for outcome in sorted(FREE))
