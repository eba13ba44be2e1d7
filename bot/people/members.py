"""Members: who accepted the notice, and the profile they wrote."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.storage.database import Connection
from bot.words.text import member as mention

NOTICE_VERSION: Final = 2
"""Raise it when the notice's meaning changes: everybody is shown the new one before their next act that stores
something."""

Side = Literal["offer", "seek"]


NEWCOMER: Final = 60 * DAY
"""For how long after accepting the notice somebody is new: what they ask for goes first. In seconds."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody the association knows through the bot. In the state `left` they are hidden: they left the server at
    `left_at`, or rest by their own wish since `paused_at`. `seen_on` is the UTC date (ISO) of their last act."""

    id: int
    state: str
    notice_version: int | None
    notice_at: int | None
    language: str | None
    left_at: int | None
    paused_at: int | None = None
    seen_on: str | None = None

    @property
    def agreed(self) -> bool:
        """Whether they accepted the notice as it stands now, here or not."""
        return self.notice_version == NOTICE_VERSION

    @property
    def accepted(self) -> bool:
        """Whether they are among us: here, not resting, and agreed."""
        return self.state == "present" and self.agreed

    @property
    def away(self) -> bool:
        """Whether they left the server."""
        return self.state == "left" and self.left_at != self.paused_at

    @property
    def resting(self) -> bool:
        """Whether they rest by their own wish, on the server as far as is known."""
        return self.paused_at is not None and not self.away


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
        """
        SELECT id, state, notice_version, notice_at, language, left_at, paused_at, seen_on FROM members WHERE id = :id
        """,
        id=member_id,
    )
    return None if row is None or row["state"] == "named" else Member(**dict(row))


async def is_here(db: Connection, member_id: int) -> bool:
    """Whether somebody is known, has not left, and doesn't rest."""
    member = await get(db, member_id)
    return member is not None and member.state == "present"


async def are_here(db: Connection, member_ids: Iterable[int]) -> bool:
    """Whether all of some people are."""
    return all([await is_here(db, member_id) for member_id in member_ids])


async def is_new(db: Connection, member_id: int, now: int) -> bool:
    """Whether somebody accepted the notice not long before `now` (UTC seconds)."""
    member = await get(db, member_id)
    return member is not None and now - (member.notice_at or 0) < NEWCOMER


async def require_among_us(db: Connection, member_id: int) -> None:
    """Raise `Refusal` for somebody who has not accepted the notice, or isn't here: nothing of theirs is stored. Anybody
    can see that they aren't."""
    member = await get(db, member_id)
    if member is None or not member.accepted:
        raise Refusal("kernel-not-among-us", member=mention(member_id))


async def accept_notice(db: Connection, member_id: int, now: int) -> None:
    """Record that somebody accepted the notice as it stands; from now on they may store things. Who rests goes on
    resting."""
    await db.run(
        """
        INSERT INTO members (id, state, notice_version, notice_at, created_at, seen_on)
             VALUES (:id, 'present', :version, :now, :now, date(:now, 'unixepoch'))
        ON CONFLICT (id) DO UPDATE
                SET state = iif(paused_at IS NULL, 'present', 'left'), left_at = paused_at,
                    notice_version = :version, notice_at = :now,
                    created_at = iif(state = 'named', :now, created_at)
        """,
        id=member_id,
        version=NOTICE_VERSION,
        now=now,
    )


async def first_accepted(db: Connection, member_id: int) -> int:
    """When somebody accepted the notice for the first time (UTC seconds), whichever it was; 0 for a stranger."""
    return int(await db.value("SELECT created_at FROM members WHERE id = :id AND state <> 'named'", id=member_id) or 0)


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
    return [row["id"] for row in await db.rows(f"SELECT id FROM members WHERE {_AWAY}")]


async def left_before(db: Connection, then: int) -> list[int]:
    """Everybody who left before a time (UTC seconds) and is not erased yet."""
    rows = await db.rows(f"SELECT id FROM members WHERE {_AWAY} AND left_at <= :then", then=then)
    return [row["id"] for row in rows]


async def mark_left(db: Connection, member_id: int, now: int) -> bool:
    """Note that a member left the server; False when they were not there in the first place. Of somebody who rested,
    it is remembered that they did."""
    return bool(
        await db.run(
            """
            UPDATE members SET state = 'left', left_at = max(:now, coalesce(paused_at + 1, 0))
             WHERE id = :id AND (state = 'present' OR left_at = paused_at)
            """,
            id=member_id,
            now=now,
        )
    )


async def mark_back(db: Connection, member_id: int) -> bool:
    """Note that somebody who left came back; False when they had not left. Who rested when they left rests on."""
    return bool(
        await db.run(
            f"""
            UPDATE members SET state = iif(paused_at IS NULL, 'present', 'left'), left_at = paused_at
             WHERE id = :id AND {_AWAY}
            """,
            id=member_id,
        )
    )


_AWAY: Final = "state = 'left' AND left_at IS NOT paused_at"


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
