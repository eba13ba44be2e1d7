"""Cases, who is in them, and their audit, as they are stored. One function a query."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from typing import Any, Final

from bot.storage.database import Connection
from cogs.moderation.rules import Act, Case, Entry, Person, Role, Someone, State


async def begin(
    db: Connection, reporter: Someone, now: int, *, channel_id: int | None = None, message_id: int | None = None
) -> int:
    """Begin a report that only its author sees; its id."""
    return await db.insert(
        """
        INSERT INTO cases (state, sort, urgent, said, reporter_id, reporter_alias, channel_id, message_id, readers,
                           began_at)
             VALUES ('draft', 'other', 0, '', :reporter, :alias, :channel, :message, 'all', :now)
        """,
        reporter=reporter.id,
        alias=reporter.alias,
        channel=channel_id,
        message=message_id,
        now=now,
    )


async def get(db: Connection, case_id: int) -> Case | None:
    """A case with everybody in it, or None."""
    return await _first(db, "id = :value", case_id)


async def at_line(db: Connection, message_id: int) -> Case | None:
    """The case whose line in the organisers' channel is this message, or None."""
    return await _first(db, "line_message_id = :value", message_id)


async def in_states(db: Connection, *states: State) -> list[Case]:
    """All cases that stand like this, the newest first."""
    marks = ", ".join(f"'{state.value}'" for state in states)
    return await _many(db, f"state IN ({marks}) ORDER BY id DESC")


async def of_reporter(db: Connection, member_id: int) -> list[Case]:
    """What somebody reported, the newest first; drafts included."""
    return await _many(db, "reporter_id = :value ORDER BY id DESC", member_id)


async def about(db: Connection, alias: str) -> list[Case]:
    """The cases that were sent in which somebody is concerned, the newest first."""
    return await _many(
        db,
        """
        state <> 'draft'
          AND id IN (SELECT case_id FROM case_people WHERE alias = :value AND role = 'concerned') ORDER BY id DESC
        """,
        alias,
    )


async def with_person(db: Connection, member_id: int, role: Role) -> list[Case]:
    """The cases that are not closed in which somebody has this role."""
    return await _many(
        db,
        f"""
        state <> 'closed'
          AND id IN (SELECT case_id FROM case_people WHERE member_id = :value AND role = '{role.value}') ORDER BY id
        """,
        member_id,
    )


async def known_team(db: Connection) -> list[int]:
    """Who decided, read or handled something as one of the team, as far as that is kept."""
    rows = await db.rows(
        """
        SELECT by_id AS id FROM preference_changes WHERE by_id IS NOT NULL
         UNION SELECT actor_id FROM case_acts WHERE actor_id IS NOT NULL
         UNION SELECT member_id FROM case_people
                WHERE role IN ('reader', 'referent', 'handler') AND member_id IS NOT NULL
        """
    )
    return [row["id"] for row in rows]


async def write(db: Connection, case_id: int, **values: str | int | None) -> None:
    """Set columns of a case."""
    columns = ", ".join(f"{name} = :{name}" for name in values)
    await db.run(f"UPDATE cases SET {columns} WHERE id = :id", id=case_id, **values)


async def move(db: Connection, case_id: int, state: State, *, since: State) -> bool:
    """Let a case that stands as `since` stand as `state`; False when it stands otherwise by now."""
    return bool(
        await db.run(
            "UPDATE cases SET state = :state WHERE id = :id AND state = :since",
            id=case_id,
            state=state.value,
            since=since.value,
        )
    )


async def put(db: Connection, case_id: int, role: Role, who: Someone) -> None:
    """Put somebody into a case; a second time changes nothing."""
    await db.run(
        """
        INSERT INTO case_people (case_id, role, member_id, alias) VALUES (:case, :role, :member, :alias)
        ON CONFLICT DO NOTHING
        """,
        case=case_id,
        role=role.value,
        member=who.id,
        alias=who.alias,
    )


async def drop(db: Connection, case_id: int, *roles: Role) -> None:
    """Take everybody with these roles out of a case."""
    marks = ", ".join(f"'{role.value}'" for role in roles)
    await db.run(f"DELETE FROM case_people WHERE case_id = :case AND role IN ({marks})", case=case_id)


async def forget(db: Connection, case_id: int) -> None:
    """It was never said."""
    await db.run("DELETE FROM cases WHERE id = :id", id=case_id)


# The audit


async def append(
    db: Connection,
    case_id: int | None,
    act: Act,
    actor: Someone,
    now: int,
    *,
    target: Someone | None = None,
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Write an act down, for good; its id. `detail` holds codes and instants, never names."""
    return await db.insert(
        """
        INSERT INTO case_acts (case_id, act, at, actor_id, actor_alias, target_id, target_alias, reason, detail)
             VALUES (:case, :act, :now, :actor, :actor_alias, :target, :target_alias, :reason, :detail)
        """,
        case=case_id,
        act=act.value,
        now=now,
        actor=actor.id,
        actor_alias=actor.alias,
        target=target.id if target else None,
        target_alias=target.alias if target else None,
        reason=reason,
        detail=json.dumps(dict(detail or {})),
    )


async def entry(db: Connection, act_id: int) -> Entry | None:
    """One act, or None."""
    row = await db.row(f"{_ENTRY} WHERE id = :id", id=act_id)
    return None if row is None else _entry(row)


async def entries(db: Connection, case_id: int) -> list[Entry]:
    """All that was done in a case, the oldest first."""
    return [_entry(row) for row in await db.rows(f"{_ENTRY} WHERE case_id = :case ORDER BY at, id", case=case_id)]


async def upon(db: Connection, alias: str, acts: Collection[Act]) -> list[Entry]:
    """What was done to somebody, of these sorts, the newest first."""
    marks = ", ".join(f"'{act.value}'" for act in acts)
    rows = await db.rows(
        f"{_ENTRY} WHERE target_alias = :alias AND act IN ({marks}) ORDER BY at DESC, id DESC", alias=alias
    )
    return [_entry(row) for row in rows]


async def looks(db: Connection) -> list[Entry]:
    """Every look into somebody's history that is kept, the newest first."""
    return [_entry(row) for row in await db.rows(f"{_ENTRY} WHERE act = 'looked' ORDER BY at DESC, id DESC")]


# Keeping


async def forget_drafts(db: Connection, then: int) -> None:
    """Forget reports that were begun before an instant and never sent."""
    await db.run("DELETE FROM cases WHERE state = 'draft' AND began_at <= :then", then=then)


async def forget_closed(db: Connection, then: int) -> int:
    """Forget the cases that were closed before an instant, with all that was done in them, and looks into histories;
    how many of both."""
    looks = await db.run("DELETE FROM case_acts WHERE case_id IS NULL AND at <= :then", then=then)
    return looks + await db.run("DELETE FROM cases WHERE state = 'closed' AND closed_at <= :then", then=then)


# For `doctor`


def waiting_ids(connection: sqlite3.Connection) -> set[int]:
    """The cases that nobody took, in a file that is not open for use."""
    return {row[0] for row in connection.execute("SELECT id FROM cases WHERE state = 'open'")}


def overdue(connection: sqlite3.Connection, then: int) -> bool:
    """Whether a case is kept that was closed before an instant, in such a file."""
    return connection.execute("SELECT 1 FROM cases WHERE closed_at < ? LIMIT 1", (then,)).fetchone() is not None


# Reading

_COLUMNS: Final = (
    "id state sort urgent said channel_id message_id readers began_at opened_at taken_at referred_at closed_at "
    "line_channel_id line_message_id"
).split()
_CASE: Final = f"SELECT {', '.join(_COLUMNS)}, reporter_id, reporter_alias FROM cases"
_ENTRY: Final = """
    SELECT id, case_id, act, at, actor_id, actor_alias, target_id, target_alias, reason, detail FROM case_acts
"""


async def _first(db: Connection, where: str, value: int) -> Case | None:
    return next(iter(await _many(db, where, value)), None)


async def _many(db: Connection, where: str, value: int | str | None = None) -> list[Case]:
    values = {} if value is None else {"value": value}
    rows = await db.rows(f"{_CASE} WHERE {where}", **values)
    marks = ", ".join(str(row["id"]) for row in rows)
    people: dict[int, list[Person]] = {}
    for row in await db.rows(f"SELECT * FROM case_people WHERE case_id IN ({marks}) ORDER BY id"):
        person = Person(Role(row["role"]), Someone(row["member_id"], row["alias"]))
        people.setdefault(row["case_id"], []).append(person)
    return [_case(row, tuple(people.get(row["id"], ()))) for row in rows]


def _case(row: sqlite3.Row, people: tuple[Person, ...]) -> Case:
    values = {name: row[name] for name in _COLUMNS}
    values |= {"state": State(row["state"]), "urgent": bool(row["urgent"])}
    return Case(**values, reporter=Someone(row["reporter_id"], row["reporter_alias"]), people=people)


def _entry(row: sqlite3.Row) -> Entry:
    target = Someone(row["target_id"], row["target_alias"]) if row["target_alias"] is not None else None
    return Entry(
        id=row["id"],
        case_id=row["case_id"],
        act=Act(row["act"]),
        at=row["at"],
        actor=Someone(row["actor_id"], row["actor_alias"]),
        target=target,
        reason=row["reason"],
        detail=json.loads(row["detail"]),
    )
