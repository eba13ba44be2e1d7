"""How people take part in coffees, and whom they wish to meet again, as it is stored. One function a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.storage.database import Connection
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Participation, Rhythm


async def get(db: Connection, member_id: int) -> Participation:
    """How somebody takes part; by a tap each time when they never said anything."""
    found = await many(db, [member_id])
    return found.get(member_id, Participation(member_id))


async def many(db: Connection, member_ids: Iterable[int]) -> dict[int, Participation]:
    """How these people take part, by member, of those who said something."""
    ids = ", ".join(str(int(member_id)) for member_id in member_ids)
    return await _read(db, f"member_id IN ({ids})")


async def subscribed(db: Connection) -> list[Participation]:
    """Everybody who is here and takes part without a tap."""
    found = await _read(db, "rhythm <> 'once' AND member_id IN (SELECT id FROM members WHERE state = 'present')")
    return list(found.values())


async def choose(db: Connection, member_id: int, now: int, *, rhythm: Rhythm, how: How) -> None:
    """Take part in this rhythm and this way; what else is known of somebody stays."""
    await db.run(
        """
        INSERT INTO coffee_members (member_id, rhythm, how, created_at) VALUES (:id, :rhythm, :how, :now)
        ON CONFLICT (member_id) DO UPDATE SET rhythm = :rhythm, how = :how, asked_at = NULL, silent = 0
        """,
        id=member_id,
        rhythm=rhythm.value,
        how=how.value,
        now=now,
    )


async def choose_zones(db: Connection, member_id: int, zones: Sequence[str]) -> None:
    """Where somebody meets in person."""
    await db.run("DELETE FROM coffee_zones WHERE member_id = :id", id=member_id)
    for position, zone in enumerate(zones):
        await db.run(
            "INSERT INTO coffee_zones (member_id, position, zone) VALUES (:id, :position, :zone)",
            id=member_id,
            position=position,
            zone=zone,
        )


async def pause(db: Connection, member_id: int, now: int, *, until: date | None = None, rounds: int = 0) -> None:
    """Rest until a day, or for some rounds, which answers whether they stay; neither: back again."""
    await _known(db, member_id, now)
    await db.run(
        """
        UPDATE coffee_members SET paused_until = :until, paused_rounds = :rounds,
               asked_at = CASE WHEN :until IS NULL AND :rounds = 0 THEN asked_at ELSE NULL END
         WHERE member_id = :id
        """,
        id=member_id,
        until=None if until is None else until.isoformat(),
        rounds=rounds,
    )


async def skip_one(db: Connection, member_id: int, day: date) -> None:
    """A round of this day passed that somebody skips; after the last one their pause is over."""
    await db.run(
        """
        UPDATE coffee_members SET paused_rounds = paused_rounds - 1,
               paused_until = CASE paused_rounds WHEN 1 THEN max(coalesce(paused_until, ''), :day)
                                                 ELSE paused_until END
         WHERE member_id = :id AND paused_rounds > 0
        """,
        id=member_id,
        day=day.isoformat(),
    )


async def promise_first(db: Connection, member_id: int, now: int) -> None:
    """Somebody goes first next time."""
    await _known(db, member_id, now)
    await db.run("UPDATE coffee_members SET goes_first = 1 WHERE member_id = :id", id=member_id)


async def keep_promise(db: Connection, member_id: int) -> None:
    """Somebody was brought together with somebody: what was promised is kept."""
    await db.run("UPDATE coffee_members SET goes_first = 0 WHERE member_id = :id", id=member_id)


async def note_silence(db: Connection, member_id: int, now: int, *, silent: bool) -> int:
    """A round ended without news of somebody, or with some; for how many rounds in a row there was none."""
    await _known(db, member_id, now)
    await db.run(
        "UPDATE coffee_members SET silent = CASE WHEN :silent THEN silent + 1 ELSE 0 END WHERE member_id = :id",
        id=member_id,
        silent=int(silent),
    )
    return int(await db.value("SELECT silent FROM coffee_members WHERE member_id = :id", id=member_id) or 0)


async def note_asked(db: Connection, member_id: int, at: int | None) -> None:
    """Since when somebody is asked whether they stay; None once they answered."""
    await db.run(
        """
        UPDATE coffee_members SET asked_at = :at, silent = CASE WHEN :at IS NULL THEN 0 ELSE silent END
         WHERE member_id = :id
        """,
        id=member_id,
        at=at,
    )


async def _known(db: Connection, member_id: int, now: int) -> None:
    await db.run(
        "INSERT INTO coffee_members (member_id, created_at) VALUES (:id, :now) ON CONFLICT DO NOTHING",
        id=member_id,
        now=now,
    )


async def _read(db: Connection, which: str) -> dict[int, Participation]:
    rows = await db.rows(f"SELECT * FROM coffee_members WHERE {which} ORDER BY member_id")
    zones: dict[int, list[str]] = {}
    ids = ", ".join(str(row["member_id"]) for row in rows)
    for row in await db.rows(
        f"SELECT member_id, zone FROM coffee_zones WHERE member_id IN ({ids}) ORDER BY 1, position"
    ):
        zones.setdefault(row["member_id"], []).append(row["zone"])
    return {row["member_id"]: _one(row, zones.get(row["member_id"], [])) for row in rows}


def _one(row: sqlite3.Row, zones: Sequence[str]) -> Participation:
    return Participation(
        member_id=row["member_id"],
        rhythm=Rhythm(row["rhythm"]),
        how=How(row["how"]),
        zones=tuple(zones),
        paused_until=date.fromisoformat(row["paused_until"]) if row["paused_until"] else None,
        paused_rounds=row["paused_rounds"],
        goes_first=bool(row["goes_first"]),
        silent=row["silent"],
        asked_at=row["asked_at"],
    )


# Meeting again


@dataclass(frozen=True, slots=True)
class Invitation:
    """That somebody would like to meet a past partner again; `answer` is `yes`, `no`, or None."""

    id: int
    asker_id: int
    other_id: int
    at: int
    answer: str | None


async def invite(db: Connection, asker_id: int, other_id: int, now: int) -> int:
    """Keep a wish to meet again; its id."""
    return await db.insert(
        "INSERT INTO coffee_invitations (asker_id, other_id, at) VALUES (:asker, :other, :now)",
        asker=asker_id,
        other=other_id,
        now=now,
    )


async def invitation(db: Connection, invitation_id: int) -> Invitation | None:
    """A wish, or None."""
    row = await db.row("SELECT * FROM coffee_invitations WHERE id = :id", id=invitation_id)
    return None if row is None else Invitation(**dict(row))


async def wishes_of(db: Connection, asker_id: int) -> list[Invitation]:
    """Everybody whom somebody wished to meet again."""
    rows = await db.rows("SELECT * FROM coffee_invitations WHERE asker_id = :asker ORDER BY id", asker=asker_id)
    return [Invitation(**dict(row)) for row in rows]


async def newest_invitation(db: Connection, asker_id: int, other_id: int) -> Invitation | None:
    """The last wish of somebody to meet somebody again, or None."""
    row = await db.row(
        "SELECT * FROM coffee_invitations WHERE asker_id = :asker AND other_id = :other ORDER BY id DESC LIMIT 1",
        asker=asker_id,
        other=other_id,
    )
    return None if row is None else Invitation(**dict(row))


async def answer(db: Connection, invitation_id: int, said: str) -> bool:
    """Keep the answer to a wish; False when it was answered already."""
    return bool(
        await db.run(
            "UPDATE coffee_invitations SET answer = :said WHERE id = :id AND answer IS NULL",
            id=invitation_id,
            said=said,
        )
    )
