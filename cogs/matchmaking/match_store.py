"""Who was brought together with whom, and what they said of it, as it is stored. One function a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.storage.database import Connection
from bot.storage.slices import slices
from cogs.matchmaking.rules import Match, Says, Seat


async def add(db: Connection, round_id: int | None, member_ids: Sequence[int], now: int) -> int:
    """Bring people together; the match's id."""
    match_id = await db.insert(
        "INSERT INTO coffee_matches (round_id, opened_at) VALUES (:round, :now)", round=round_id, now=now
    )
    for member_id in member_ids:
        await db.run(
            """
            INSERT INTO coffee_seats (match_id, member_id, first)
                 SELECT :match, :member, NOT EXISTS (SELECT 1 FROM coffee_seats WHERE member_id = :member)
            """,
            match=match_id,
            member=member_id,
        )
    return match_id


async def get(db: Connection, match_id: int) -> Match | None:
    """A match, or None."""
    found = await _many(db, "coffee_matches.id = :id", id=match_id)
    return found[0] if found else None


async def of_round(db: Connection, round_id: int) -> list[Match]:
    """The matches of a round."""
    return await _many(db, "round_id = :round", round=round_id)


async def opened_at(db: Connection, instant: int) -> list[Match]:
    """The matches that were made at an instant."""
    return await _many(db, "opened_at = :at", at=instant)


async def of_member(db: Connection, member_id: int, count: int = -1) -> list[Match]:
    """Somebody's last matches, the newest first; all of them when no count is given."""
    rows = await db.rows(
        "SELECT match_id FROM coffee_seats WHERE member_id = :member ORDER BY match_id DESC LIMIT :count",
        member=member_id,
        count=count,
    )
    ids = ", ".join(str(row["match_id"]) for row in rows)
    return sorted(await _many(db, f"coffee_matches.id IN ({ids})"), key=lambda match: -match.id)


async def of_member_in(db: Connection, round_id: int, member_id: int) -> list[Match]:
    """The matches that somebody has in a round."""
    return await _many(
        db,
        """
        round_id = :round AND EXISTS (SELECT 1 FROM coffee_seats
                                       WHERE match_id = coffee_matches.id AND member_id = :member)
        """,
        round=round_id,
        member=member_id,
    )


async def open_of_member(db: Connection, member_id: int) -> list[Match]:
    """The matches of somebody that still go on."""
    return await _many(
        db,
        """
        coffee_matches.state = 'open' AND EXISTS (SELECT 1 FROM coffee_seats
                                                   WHERE match_id = coffee_matches.id AND member_id = :member)
        """,
        member=member_id,
    )


async def open_without_round(db: Connection, then: int) -> list[Match]:
    """Matches of two who wished to meet again, made before an instant, that still go on."""
    return await _many(db, "round_id IS NULL AND coffee_matches.state = 'open' AND opened_at < :then", then=then)


@dataclass(frozen=True, slots=True)
class Past:
    """That a member had coffee with another one: how often, and when they were last brought together (UTC seconds)."""

    member_id: int
    other_id: int
    times: int
    last: int


async def past(db: Connection, member_ids: Iterable[int]) -> list[Past]:
    """With whom these members had coffee, whoever it was; both ways when both are among them."""
    return await _past(db, member_ids, "others.id <> own.id AND others.member_id IS NOT NULL")


async def past_among(db: Connection, member_ids: Collection[int]) -> list[Past]:
    """Every two of these members who had coffee together, once; the smaller id comes first."""
    ids = ", ".join(str(int(member_id)) for member_id in member_ids)
    return await _past(db, member_ids, f"others.member_id > own.member_id AND others.member_id IN ({ids})")


async def _past(db: Connection, member_ids: Iterable[int], which: str) -> list[Past]:
    """Years of coffees of everybody are tens of thousands of rows: so for some members at a time."""
    found: list[Past] = []
    async for some in slices(member_ids):
        ids = ", ".join(str(int(member_id)) for member_id in some)
        rows = await db.rows(
            f"""
            SELECT own.member_id, others.member_id, count(*), max(opened_at)
              FROM coffee_seats AS own
              JOIN coffee_matches ON coffee_matches.id = own.match_id
              JOIN coffee_seats AS others ON others.match_id = own.match_id AND {which}
             WHERE own.member_id IN ({ids}) AND {_TOOK_PLACE} AND {_both_came("own", "others")}
          GROUP BY own.member_id, others.member_id
            """
        )
        found += [Past(*row) for row in rows]
    return found


async def met_before(db: Connection, match: Match, member_ids: Iterable[int]) -> bool:
    """Whether any two of these members had coffee before a match."""
    ids = ", ".join(str(int(member_id)) for member_id in member_ids)
    found = await db.value(
        f"""
        SELECT 1 FROM coffee_seats AS one JOIN coffee_matches ON coffee_matches.id = one.match_id
          JOIN coffee_seats AS other ON other.match_id = one.match_id AND other.member_id > one.member_id
         WHERE one.member_id IN ({ids}) AND other.member_id IN ({ids}) AND coffee_matches.id < :id AND {_TOOK_PLACE}
           AND {_both_came("one", "other")}
         LIMIT 1
        """,
        id=match.id,
    )
    return found is not None


async def last(db: Connection, member_ids: Iterable[int]) -> dict[int, int]:
    """When these members were last brought together with somebody in a round (UTC seconds), by member."""
    ids = ", ".join(str(int(member_id)) for member_id in member_ids)
    rows = await db.rows(
        f"""
        SELECT member_id, max(opened_at) AS at FROM coffee_seats JOIN coffee_matches ON coffee_matches.id = match_id
         WHERE member_id IN ({ids}) AND state <> 'called-off' AND round_id IS NOT NULL
           AND says IS NOT 'cannot'
      GROUP BY member_id
        """
    )
    return {row["member_id"]: row["at"] for row in rows}


async def standing_of(db: Connection, member_id: int) -> list[Match]:
    """Somebody's matches whose private thread stands."""
    return await _many(
        db,
        """
        thread_id IS NOT NULL AND EXISTS (SELECT 1 FROM coffee_seats
                                           WHERE match_id = coffee_matches.id AND member_id = :member)
        """,
        member=member_id,
    )


async def never_opened(db: Connection) -> list[Match]:
    """Matches that go on and for which there was no private thread yet."""
    return await _many(db, "coffee_matches.state = 'open' AND thread_id IS NULL AND message_id IS NULL")


async def note_thread(db: Connection, match_id: int, thread_id: int | None) -> None:
    """Note a match's private thread, or that it is gone."""
    await db.run("UPDATE coffee_matches SET thread_id = :thread WHERE id = :id", id=match_id, thread=thread_id)


async def note_message(db: Connection, match_id: int, message_id: int | None) -> None:
    """Note the first message of a match's thread."""
    await db.run("UPDATE coffee_matches SET message_id = :message WHERE id = :id", id=match_id, message=message_id)


async def note_asked(db: Connection, match_id: int, message_id: int) -> None:
    """Note the message that asks whether they met."""
    await db.run("UPDATE coffee_matches SET asked_id = :message WHERE id = :id", id=match_id, message=message_id)


async def enter(db: Connection, match_id: int, state: str) -> None:
    """Put a match into a state: `open`, `called-off` or `closed`."""
    await db.run("UPDATE coffee_matches SET state = :state WHERE id = :id", id=match_id, state=state)


async def close(db: Connection, round_id: int) -> None:
    """The matches of a round are over."""
    await db.run(
        "UPDATE coffee_matches SET state = 'closed' WHERE round_id = :round AND state = 'open'", round=round_id
    )


async def say(db: Connection, seat_id: int, says: Says | None, now: int) -> None:
    """Keep what somebody says of a coffee."""
    await db.run(
        "UPDATE coffee_seats SET says = :says, said_at = :now WHERE id = :id",
        id=seat_id,
        says=None if says is None else says.value,
        now=now,
    )


async def know(db: Connection, seat_id: int, now: int, *, knows: bool = True) -> None:
    """Somebody knows whom they were brought together with, or said so by mistake."""
    await db.run(
        "UPDATE coffee_seats SET knows = :knows, said_at = :now WHERE id = :id", id=seat_id, knows=int(knows), now=now
    )


async def ended_before(db: Connection, then: int) -> list[Match]:
    """The matches that no longer go on, made at an instant or before."""
    return await _many(db, "coffee_matches.state <> 'open' AND opened_at <= :then", then=then)


async def forget(db: Connection, match_ids: Iterable[int]) -> int:
    """Remove some matches; how many."""
    return await db.run(f"DELETE FROM coffee_matches WHERE id IN ({', '.join(str(int(one)) for one in match_ids)})")


async def forget_empty(db: Connection) -> None:
    """Remove the matches of which nobody is left."""
    await db.run(
        """
        DELETE FROM coffee_matches
         WHERE NOT EXISTS (SELECT 1 FROM coffee_seats WHERE match_id = coffee_matches.id AND member_id IS NOT NULL)
        """
    )


async def _many(db: Connection, which: str, **values: int) -> list[Match]:
    rows = await db.rows(
        f"""
        SELECT coffee_matches.*, coffee_seats.id AS seat_id, member_id, says, said_at, knows, first
          FROM coffee_matches JOIN coffee_seats ON match_id = coffee_matches.id
         WHERE {which} ORDER BY coffee_matches.id, coffee_seats.id
        """,
        **values,
    )
    seats: dict[int, list[sqlite3.Row]] = {}
    for row in rows:
        seats.setdefault(row["id"], []).append(row)
    return [_read(found) for found in seats.values()]


def _read(rows: Sequence[sqlite3.Row]) -> Match:
    one = rows[0]
    seats = tuple(
        Seat(
            id=row["seat_id"],
            match_id=row["id"],
            member_id=row["member_id"],
            says=Says(row["says"]) if row["says"] else None,
            said_at=row["said_at"],
            knows=bool(row["knows"]),
            first=bool(row["first"]),
        )
        for row in rows
    )
    return Match(
        id=one["id"],
        round_id=one["round_id"],
        state=one["state"],
        opened_at=one["opened_at"],
        thread_id=one["thread_id"],
        message_id=one["message_id"],
        asked_id=one["asked_id"],
        seats=seats,
    )


_TOOK_PLACE: Final = """
    (state <> 'called-off' OR EXISTS (
        SELECT 1 FROM coffee_seats WHERE match_id = coffee_matches.id AND (says = 'met' OR knows)))
"""
"""As `Match.took_place`."""


def _both_came(one: str, other: str) -> str:
    """Whether two seats had coffee together in a match that took place: not with whoever couldn't, unless they know
    each other."""
    return f"({one}.knows OR {other}.knows OR ({one}.says IS NOT 'cannot' AND {other}.says IS NOT 'cannot'))"
