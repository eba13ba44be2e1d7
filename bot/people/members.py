"""Members: who accepted the notice, and the profile they wrote."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final, Literal

from bot.storage.database import Connection

NOTICE_VERSION: Final = 1
"""Raise it when the notice's meaning changes: everybody is shown the new one before their next act that stores
something."""

Side = Literal["offer", "seek"]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody the association knows through the bot. `left_at` is set while they are away from the server."""

    id: int
    state: str
    notice_version: int | None
    notice_at: int | None
    language: str | None
    left_at: int | None

    @property
    def accepted(self) -> bool:
        """Whether they accepted the notice as it stands now."""
        return self.state == "present" and self.notice_version == NOTICE_VERSION


@dataclass(frozen=True, slots=True)
class Profile:
    """What a member says of themselves. `trade` and `zone` are codes of the catalogue; `shown` is False while
    hidden."""

    member_id: int
    what: str
    trade: str | None
    zone: str | None
    question: str
    offers: tuple[str, ...]
    seeks: tuple[str, ...]
    shown: bool
    updated_at: int


async def get(db: Connection, member_id: int) -> Member | None:
    """The member, or None for somebody who never accepted anything."""
    row = await db.row(
        "SELECT id, state, notice_version, notice_at, language, left_at FROM members WHERE id = :id", id=member_id
    )
    return None if row is None or row["state"] == "named" else Member(**dict(row))


async def accept_notice(db: Connection, member_id: int, now: int) -> None:
    """Record that somebody accepted the notice as it stands; from now on they may store things."""
    await db.run(
        """
        INSERT INTO members (id, state, notice_version, notice_at, created_at)
             VALUES (:id, 'present', :version, :now, :now)
        ON CONFLICT (id) DO UPDATE
                SET state = 'present', left_at = NULL, notice_version = :version, notice_at = :now
        """,
        id=member_id,
        version=NOTICE_VERSION,
        now=now,
    )


async def name(db: Connection, member_id: int, now: int) -> None:
    """Make sure there is a row to refer to, for somebody an unsent welcome waits for."""
    await db.run(
        "INSERT INTO members (id, state, created_at) VALUES (:id, 'named', :now) ON CONFLICT (id) DO NOTHING",
        id=member_id,
        now=now,
    )


async def choose_language(db: Connection, member_id: int, language: str | None) -> None:
    """Set the language of a member's private answers; None follows the association."""
    await db.run("UPDATE members SET language = :language WHERE id = :id", id=member_id, language=language)


async def present_ids(db: Connection) -> list[int]:
    """Everybody who is known and has not left."""
    return [row["id"] for row in await db.rows("SELECT id FROM members WHERE state = 'present'")]


async def among_us(db: Connection) -> set[int]:
    """Everybody who is here and accepted the notice as it stands."""
    rows = await db.rows(
        "SELECT id FROM members WHERE state = 'present' AND notice_version = :version", version=NOTICE_VERSION
    )
    return {row["id"] for row in rows}


async def accepted_since(db: Connection, then: int) -> set[int]:
    """Everybody who is here and accepted the notice after an instant (UTC seconds)."""
    rows = await db.rows("SELECT id FROM members WHERE state = 'present' AND notice_at > :then", then=then)
    return {row["id"] for row in rows}


async def away_ids(db: Connection) -> list[int]:
    """Everybody who left and is not erased yet."""
    return [row["id"] for row in await db.rows("SELECT id FROM members WHERE state = 'left'")]


async def left_before(db: Connection, then: int) -> list[int]:
    """Everybody who left before a time (UTC seconds) and is not erased yet."""
    rows = await db.rows("SELECT id FROM members WHERE state = 'left' AND left_at <= :then", then=then)
    return [row["id"] for row in rows]


async def mark_left(db: Connection, member_id: int, now: int) -> bool:
    """Note that a member left the server; False when they were not there in the first place."""
    return bool(
        await db.run(
            "UPDATE members SET state = 'left', left_at = :now WHERE id = :id AND state = 'present'",
            id=member_id,
            now=now,
        )
    )


async def mark_back(db: Connection, member_id: int) -> bool:
    """Note that somebody who left came back; False when they had not left."""
    return bool(
        await db.run(
            "UPDATE members SET state = 'present', left_at = NULL WHERE id = :id AND state = 'left'", id=member_id
        )
    )


async def profile(db: Connection, member_id: int) -> Profile | None:
    """A member's profile, hidden or not, or None."""
    row = await db.row("SELECT * FROM profiles WHERE member_id = :id", id=member_id)
    return None if row is None else (await _with_tags(db, [row]))[0]


async def profiles(db: Connection, member_ids: list[int]) -> dict[int, Profile]:
    """The shown profiles of members who are present, by member id."""
    marks = ", ".join(str(int(member_id)) for member_id in member_ids)
    rows = await db.rows(
        f"""
        SELECT profiles.* FROM profiles JOIN members ON members.id = profiles.member_id
         WHERE profiles.member_id IN ({marks}) AND profiles.shown AND members.state = 'present'
        """
    )
    return {found.member_id: found for found in await _with_tags(db, rows)}


async def visible_profile(db: Connection, member_id: int) -> Profile | None:
    """A member's profile as others may see it: None when hidden, withdrawn, or its author left."""
    return (await profiles(db, [member_id])).get(member_id)


async def _with_tags(db: Connection, rows: list[sqlite3.Row]) -> list[Profile]:
    marks = ", ".join(str(row["member_id"]) for row in rows)
    labels: dict[tuple[int, str], list[str]] = {}
    for tag in await db.rows(f"SELECT * FROM tags WHERE member_id IN ({marks}) ORDER BY member_id, side, position"):
        labels.setdefault((tag["member_id"], tag["side"]), []).append(tag["label"])
    return [
        Profile(
            member_id=row["member_id"],
            what=row["what"],
            trade=row["trade"],
            zone=row["zone"],
            question=row["question"],
            offers=tuple(labels.get((row["member_id"], "offer"), ())),
            seeks=tuple(labels.get((row["member_id"], "seek"), ())),
            shown=bool(row["shown"]),
            updated_at=row["updated_at"],
        )
        for row in rows
    ]


async def save_profile(db: Connection, profile_: Profile) -> None:
    """Store a profile in place of the one before."""
    await db.run(
        """
        INSERT INTO profiles (member_id, what, trade, zone, question, shown, updated_at)
             VALUES (:member, :what, :trade, :zone, :question, :shown, :now)
        ON CONFLICT (member_id) DO UPDATE
                SET what = :what, trade = :trade, zone = :zone, question = :question, shown = :shown, updated_at = :now
        """,
        member=profile_.member_id,
        what=profile_.what,
        trade=profile_.trade,
        zone=profile_.zone,
        question=profile_.question,
        shown=profile_.shown,
        now=profile_.updated_at,
    )
    await db.run("DELETE FROM tags WHERE member_id = :member", member=profile_.member_id)
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("offer", profile_.offers), ("seek", profile_.seeks))
    for side, labels in sides:
        for position, label in enumerate(labels):
            await db.run(
                "INSERT INTO tags (member_id, side, position, label) VALUES (:member, :side, :position, :label)",
                member=profile_.member_id,
                side=side,
                position=position,
                label=label,
            )


async def hide_profile(db: Connection, member_id: int) -> None:
    """Take a profile out of search and matching; nothing is lost."""
    await db.run("UPDATE profiles SET shown = 0 WHERE member_id = :id", id=member_id)


async def zones_in_use(db: Connection) -> set[str]:
    """The zones that shown profiles name."""
    rows = await db.rows("SELECT DISTINCT zone FROM profiles WHERE shown AND zone IS NOT NULL")
    return {row["zone"] for row in rows}
