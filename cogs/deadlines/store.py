"""What members follow, dealt with, were reminded of and reported. One function a query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.people.members import NOTICE_VERSION
from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Written:
    """A reminder that was written to a member: of a deadline by its `ref`, so many days before the `day` on which it
    then fell."""

    id: int
    member_id: int
    topic: str
    deadline: str
    day: date
    days_before: int


# Topics


async def topics_of(db: Connection, member_id: int) -> set[str]:
    """The topics that somebody follows."""
    rows = await db.rows("SELECT topic FROM deadline_topics WHERE member_id = :member", member=member_id)
    return {row["topic"] for row in rows}


async def followed(db: Connection) -> set[str]:
    """Every topic that anybody follows."""
    return {row["topic"] for row in await db.rows("SELECT DISTINCT topic FROM deadline_topics")}


async def all_followers(db: Connection) -> list[int]:
    """Whoever follows a topic."""
    rows = await db.rows("SELECT DISTINCT member_id FROM deadline_topics ORDER BY member_id")
    return [row["member_id"] for row in rows]


async def follow(db: Connection, member_id: int, topic: str, now: int) -> None:
    """Somebody follows a topic; since when stays as it was for one that they follow already."""
    await db.run(
        "INSERT INTO deadline_topics (member_id, topic, at) VALUES (:member, :topic, :now) ON CONFLICT DO NOTHING",
        member=member_id,
        topic=topic,
        now=now,
    )


async def stop(db: Connection, member_id: int, topics: Iterable[str]) -> None:
    """Somebody follows these topics no longer."""
    for topic in topics:
        await db.run(
            "DELETE FROM deadline_topics WHERE member_id = :member AND topic = :topic", member=member_id, topic=topic
        )


async def followers(db: Connection, topic: str, *, after: int, most: int) -> list[int]:
    """Some of those (`most`) who follow a topic, are here and accepted the notice: by id, from the one `after`."""
    rows = await db.rows(
        f"{_FOLLOWERS} WHERE topic = :topic AND members.id > :after ORDER BY members.id LIMIT :most",
        topic=topic,
        version=NOTICE_VERSION,
        after=after,
        most=most,
    )
    return [row["id"] for row in rows]


# Dealt with


async def mark_done(db: Connection, member_id: int, deadline: str, now: int) -> None:
    """Somebody dealt with a deadline."""
    await db.run(
        "INSERT INTO deadline_done (member_id, deadline, at) VALUES (:member, :deadline, :now) ON CONFLICT DO NOTHING",
        member=member_id,
        deadline=deadline,
        now=now,
    )


async def mark_not_done(db: Connection, member_id: int, deadline: str) -> None:
    """They did not, after all."""
    await db.run(
        "DELETE FROM deadline_done WHERE member_id = :member AND deadline = :deadline",
        member=member_id,
        deadline=deadline,
    )


async def is_done(db: Connection, member_id: int, deadline: str) -> bool:
    """Whether somebody dealt with a deadline."""
    return bool(
        await db.value(
            "SELECT 1 FROM deadline_done WHERE member_id = :member AND deadline = :deadline",
            member=member_id,
            deadline=deadline,
        )
    )


# Reminders


async def to_remind(
    db: Connection, topic: str, deadline: str, day: date, days_before: int, *, since: int, most: int
) -> list[int]:
    """Some of those (`most`) who followed a topic before an instant, or were reminded of the deadline when it fell on
    another day, have not dealt with it, and were not written this reminder."""
    rows = await db.rows(
        f"""
        {_FOLLOWERS} WHERE topic = :topic
           AND (at < :since OR EXISTS (SELECT 1 FROM deadline_reminders
                                        WHERE member_id = members.id AND deadline = :deadline AND day <> :day))
           AND NOT EXISTS (SELECT 1 FROM deadline_done
                            WHERE member_id = members.id AND deadline = :deadline)
           AND NOT EXISTS (SELECT 1 FROM deadline_reminders
                            WHERE member_id = members.id AND deadline = :deadline AND day = :day
                              AND days_before = :days)
         ORDER BY members.id LIMIT :most
        """,
        topic=topic,
        version=NOTICE_VERSION,
        deadline=deadline,
        day=day.isoformat(),
        days=days_before,
        since=since,
        most=most,
    )
    return [row["id"] for row in rows]


async def write_reminder(
    db: Connection, member_id: int, topic: str, deadline: str, day: date, days_before: int, now: int
) -> int:
    """Note a reminder that is written; its id."""
    return await db.insert(
        """
        INSERT INTO deadline_reminders (member_id, topic, deadline, day, days_before, at)
             VALUES (:member, :topic, :deadline, :day, :days, :now)
        """,
        member=member_id,
        topic=topic,
        deadline=deadline,
        day=day.isoformat(),
        days=days_before,
        now=now,
    )


async def reminder(db: Connection, reminder_id: int) -> Written | None:
    """A reminder that was written, or None."""
    row = await db.row(
        "SELECT id, member_id, topic, deadline, day, days_before FROM deadline_reminders WHERE id = :id", id=reminder_id
    )
    return None if row is None else Written(**{**dict(row), "day": date.fromisoformat(row["day"])})


async def reminders_of(db: Connection, member_id: int, *, topic: str = "", deadline: str = "") -> list[int]:
    """The reminders that were written to somebody of a topic or of a deadline."""
    rows = await db.rows(
        """
        SELECT id FROM deadline_reminders
         WHERE member_id = :member AND (topic = :topic OR deadline = :deadline) ORDER BY id
        """,
        member=member_id,
        topic=topic,
        deadline=deadline,
    )
    return [row["id"] for row in rows]


_FOLLOWERS: Final = """
    SELECT members.id FROM deadline_topics
      JOIN members ON members.id = deadline_topics.member_id AND members.state = 'present'
                  AND members.notice_version = :version
"""
