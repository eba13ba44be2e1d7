"""What organisers decided about dates, and who decided it when. One function a query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.people import members
from bot.schedule.clock import DAY
from bot.storage.database import Connection
from cogs.deadlines.coming import Choices
from cogs.deadlines.entries import Change, Checker
from cogs.deadlines.rules import Day

CHECKING = 90 * DAY
"""Seconds for which somebody who was asked to check dates may say that they are right."""


async def choices(db: Connection, jurisdictions: Mapping[str, bool]) -> Choices:
    """All that organisers decided; `jurisdictions` says which are in use where they said nothing."""
    corrections = await db.rows("SELECT entry, named, day FROM deadline_corrections")
    return Choices(
        jurisdictions=[code for code, on in {**jurisdictions, **await _jurisdictions(db)}.items() if on],
        typed=await _typed(db),
        hidden={row["entry"] for row in await db.rows("SELECT entry FROM deadline_hidden")},
        corrections={(row["entry"], _day(row["named"])): _day(row["day"]) for row in corrections},
        confirmed={
            row["entry"]: _day(row["day"]) for row in await db.rows("SELECT entry, day FROM deadline_confirmed")
        },
    )


async def _jurisdictions(db: Connection) -> dict[str, bool]:
    rows = await db.rows("SELECT jurisdiction, active FROM deadline_jurisdictions ORDER BY jurisdiction")
    return {row["jurisdiction"]: bool(row["active"]) for row in rows}


async def _typed(db: Connection) -> dict[str, list[Day]]:
    found: dict[str, list[Day]] = {}
    for row in await db.rows("SELECT entry, key, day FROM deadline_typed ORDER BY entry, day, key"):
        found.setdefault(row["entry"], []).append(Day.on(_day(row["day"]), row["key"]))
    return found


async def use(db: Connection, jurisdiction: str, *, active: bool) -> None:
    """Members work there, or they don't."""
    await db.run(
        """
        INSERT INTO deadline_jurisdictions (jurisdiction, active) VALUES (:code, :active)
        ON CONFLICT (jurisdiction) DO UPDATE SET active = :active
        """,
        code=jurisdiction,
        active=int(active),
    )


async def hide(db: Connection, entry: str, *, hidden: bool) -> bool:
    """Show an entry no longer, or again; False when it was so already."""
    if hidden:
        return bool(
            await db.run("INSERT INTO deadline_hidden (entry) VALUES (:entry) ON CONFLICT DO NOTHING", entry=entry)
        )
    return bool(await db.run("DELETE FROM deadline_hidden WHERE entry = :entry", entry=entry))


async def confirm(db: Connection, entry: str, today: date) -> str:
    """Somebody compared an entry with its source; the date on which that was last noted, or empty."""
    before = await db.value("SELECT day FROM deadline_confirmed WHERE entry = :entry", entry=entry)
    await db.run(
        """
        INSERT INTO deadline_confirmed (entry, day) VALUES (:entry, :day)
        ON CONFLICT (entry) DO UPDATE SET day = :day
        """,
        entry=entry,
        day=today.isoformat(),
    )
    return before or ""


async def correct(db: Connection, entry: str, named: date, right: date | None) -> None:
    """The right date instead of the one that the rule names; None: the rule is right."""
    await db.run(
        "DELETE FROM deadline_corrections WHERE entry = :entry AND named = :named",
        entry=entry,
        named=named.isoformat(),
    )
    if right is not None:
        await db.run(
            "INSERT INTO deadline_corrections (entry, named, day) VALUES (:entry, :named, :day)",
            entry=entry,
            named=named.isoformat(),
            day=right.isoformat(),
        )


async def type_in(db: Connection, entry: str, key: str, year: int, day: date | None) -> str:
    """The date of a year that nobody can compute; None: none after all. The one that stood there, or empty."""
    before = await db.value(
        "SELECT day FROM deadline_typed WHERE entry = :entry AND year = :year AND key = :key",
        entry=entry,
        year=year,
        key=key,
    )
    await db.run(
        "DELETE FROM deadline_typed WHERE entry = :entry AND year = :year AND key = :key",
        entry=entry,
        year=year,
        key=key,
    )
    if day is not None:
        await db.run(
            "INSERT INTO deadline_typed (entry, year, key, day) VALUES (:entry, :year, :key, :day)",
            entry=entry,
            year=year,
            key=key,
            day=day.isoformat(),
        )
    return before or ""


# Who may confirm


async def ask_to_check(db: Connection, member_id: int, jurisdiction: str, now: int) -> None:
    """Somebody who works there is asked to compare dates with their sources, and may say that they are right."""
    await db.run(
        """
        INSERT INTO deadline_checkers (member_id, jurisdiction, at) VALUES (:member, :code, :now)
        ON CONFLICT (member_id, jurisdiction) DO UPDATE SET at = :now
        """,
        member=member_id,
        code=jurisdiction,
        now=now,
    )


async def checks(db: Connection, member_id: int, now: int) -> set[str]:
    """The jurisdictions whose dates somebody was asked to check, and may still confirm."""
    return {one.jurisdiction for one in await checkers(db, now) if one.member_id == member_id}


async def checkers(db: Connection, now: int) -> list[Checker]:
    """Everybody who may confirm, the newest first."""
    rows = await db.rows(
        "SELECT member_id, jurisdiction, at FROM deadline_checkers WHERE at > :since ORDER BY at DESC, member_id",
        since=now - CHECKING,
    )
    return [Checker(**dict(row)) for row in rows]


async def release(db: Connection, member_id: int, jurisdiction: str) -> bool:
    """Somebody may confirm no longer; False when they could not."""
    return bool(
        await db.run(
            "DELETE FROM deadline_checkers WHERE member_id = :member AND jurisdiction = :code",
            member=member_id,
            code=jurisdiction,
        )
    )


# History


async def note(db: Connection, change: Change) -> None:
    """Remember who decided what. Whoever accepted no notice is kept by their id alone, as in any audit."""
    if change.member_id is not None:
        await members.name(db, change.member_id, change.at)
    await db.run(
        """
        INSERT INTO deadline_history (member_id, at, act, subject, detail, before, after, why)
             VALUES (:member, :at, :act, :subject, :detail, :before, :after, :why)
        """,
        member=change.member_id,
        at=change.at,
        act=change.act,
        subject=change.subject,
        detail=change.detail,
        before=change.before,
        after=change.after,
        why=change.why,
    )


async def history(db: Connection) -> list[Change]:
    """Everything that was decided, the newest first."""
    rows = await db.rows(
        """
        SELECT member_id, at, act, subject, detail, before, after, why FROM deadline_history ORDER BY at DESC, id DESC
        """
    )
    return [Change(**dict(row)) for row in rows]


async def changes(db: Connection) -> dict[tuple[str, str], int]:
    """How often each date was typed or corrected, by entry and by which of its dates; see `Deadline.changed_as`."""
    rows = await db.rows(
        """
        SELECT subject, detail, count(*) AS times FROM deadline_history
         WHERE act IN ('typed', 'corrected') GROUP BY subject, detail
        """
    )
    return {(row["subject"], row["detail"]): row["times"] for row in rows}


async def forget_reasons(db: Connection, member_id: int) -> None:
    """Forget what somebody wrote beside their decisions."""
    await db.run("UPDATE deadline_history SET why = '' WHERE member_id = :member", member=member_id)


def _day(text: str) -> date:
    return date.fromisoformat(text)
