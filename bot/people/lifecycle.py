"""What happens to a person's data when they leave, come back, ask for it, or want it gone.

Generic by introspection: a table that holds something about a person has a foreign key to `members`, so export and
erasure are complete without knowing the table. Features that show something elsewhere (a card on Discord) or keep a
search document register a `Follower`.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final, Protocol

from bot.people import avoid, members, objections, presence, resting
from bot.schedule.clock import DAY, Clock
from bot.storage import schema
from bot.storage.association import Association
from bot.storage.backup import Ledger, Thing
from bot.storage.database import Connection

GRACE: Final = 30 * DAY
"""How long the data of somebody who left the server is kept, in seconds."""

OTHERS_ANSWERS: Final = frozenset(
    {
        ("help_asked", "named_by"),
        ("help_helpers", "approved"),
        ("help_requests", "round"),
        ("coffee_invitations", "answer"),
        ("mission_named", "named_by"),
        ("intros", "first_says"),
        ("intros", "second_says"),
        ("intros", "state"),
        ("intros", "closed_at"),
        ("intros", "ask_at"),
    }
)
"""What others answered in private, or whether anybody could be asked, which tells of avoid entries (table, column): it
is theirs, and no part of somebody's own export."""

_ASKS_UNTOLD: Final = (
    "matchmaking:again",
    "help_requests:ask",
    "warm_intros:ask",
    "warm_intros:target",
    "warm_intros:present",
    "opportunities:named",
)
"""Letters that ask somebody on behalf of another: until they are sent, nobody hears that they may be asked."""
_CARRIES_LETTERS: Final = "kind IN ('kernel:letters', 'kernel:unheld-letters')"


def _was_asked(kind: str, about: str) -> str:
    """A condition for a query: a letter of this kind, whose key begins with the number in `about`, reached them."""
    return f"""
        EXISTS (SELECT 1 FROM letters WHERE member_id = :id AND kind = '{kind}' AND sent_at IS NOT NULL
                                        AND substr(key, 1, instr(key || ':', ':') - 1) = CAST({about} AS TEXT))
    """


UNTOLD: Final = {
    ("coffee_invitations", "other_id"): """
        answer IS NOT NULL OR EXISTS (
            SELECT 1 FROM letters WHERE member_id = :id AND kind = 'matchmaking:again' AND key = coffee_invitations.id
                                    AND sent_at IS NOT NULL)
    """,
    ("letters", "member_id"): f"kind NOT IN {_ASKS_UNTOLD} OR sent_at IS NOT NULL",
    ("jobs", "member_id"): f"NOT ({_CARRIES_LETTERS})",  # letters say it themselves, where they may be told
    ("outbox", "member_id"): f"NOT ({_CARRIES_LETTERS}) OR state = 'sent'",
    ("help_asked", "member_id"): """
        answer IS NOT NULL OR EXISTS (
            SELECT 1 FROM letters WHERE member_id = :id AND kind = 'help_requests:ask' AND sent_at IS NOT NULL
                                    AND substr(key, 1, instr(key, ':') - 1) = CAST(help_asked.request_id AS TEXT))
    """,
    ("search_asked", "member_id"): f"""
        answer IN ('yes', 'talk', 'knows', 'no') OR {_was_asked("warm_intros:ask", "search_asked.search_id")}
    """,
    ("intros", "first_id"): f"""
        opened_at IS NOT NULL OR {_was_asked("warm_intros:present", "intros.id")}
    """,
    ("intros", "second_id"): f"""
        opened_at IS NOT NULL OR {_was_asked("warm_intros:present", "intros.id")}
        OR {_was_asked("warm_intros:target", "intros.id")}
    """,
    ("mission_named", "member_id"): f"""
        answer IS NOT NULL OR {_was_asked("opportunities:named", "mission_named.mission_id")}
    """,
    ("partings", "author_id"): "FALSE",
    ("case_people", "member_id"): "role IN ('reader', 'handler')",
    ("case_acts", "target_id"): "act IN ('removed', 'hidden', 'paused', 'warned', 'silenced')",
}
"""What others keep about somebody who may never hear of it (table, column), and when they have (SQL): until then it is
no part of this person's own export. Whom a report is about hears of the rule and the act, not of the report."""

WITHHELD: Final = frozenset(
    {
        ("case_acts", "case_id"),
        ("restrictions", "act_id"),
    }
)
"""What of a row about several people says who the others are, or could lead to whoever reported it (table, column): in
nobody's export."""

ONE_S_OWN: Final = frozenset(
    {
        ("case_acts", "actor_id"),
        ("case_acts", "target_id"),
        ("intros", "introducer_id"),
        ("intros", "first_id"),
        ("intros", "second_id"),
        ("preference_changes", "by_id"),
        ("preference_changes", "before_id"),
        ("preference_changes", "after_id"),
    }
)
"""Who else was in it: empty, unless it is oneself (table, column)."""

TO_THEM: Final = {
    ("case_acts", "reason"): "target_id",
    ("case_acts", "detail"): "target_id",
    ("intros", "helped"): "first_id",
    ("missions", "confirmed"): "filled_by",
}
"""What was written to one person, and may speak of others, or said by one: in the export of the one whom that column
names alone."""

NOT_READ: Final = {
    ("intros", "why"): ("second_id", "kind", "target", "opened_at"),
}
"""What somebody wrote (table, column) and others may not read yet: whoever the first column names, where the
second one is this value, until the last one is set. Their letter leaves out what says who wrote it."""

ALIASES: Final = re.compile(r"(?:^|_)alias$")
HASH: Final = re.compile(r"\b[0-9a-f]{64}\b")
"""Columns of keyed hashes of people, and such a hash in a key or a reference: who holds one's export could tell by it
in another's file who is meant, so that they are in nobody's."""
_KEYS: Final = frozenset({"key", "reference", "payload", "act"})

Watcher = Callable[[Association, Connection, int], Awaitable[None]]


class Follower(Protocol):
    """A feature that must act when a person goes or comes; each call is part of the transaction that decides it."""

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Hide what others see of this member, so that `back` can bring it back."""
        ...

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Show again what `gone` hid."""
        ...

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """The member's rows go at the end of this transaction: see to what stands outside the file."""
        ...


class Legacy(Protocol):
    """What of a member's may stay without their name when they are erased, if they say so."""

    async def count(self, db: Connection, member_id: int) -> int:
        """How much there is."""
        ...

    async def leave(self, association: Association, db: Connection, member_id: int) -> None:
        """From now on it is nobody's, and names nobody."""
        ...


class Lifecycle:
    """Leaving, resting, coming back and erasure, told to every feature."""

    def __init__(self, clock: Clock, ledger: Ledger) -> None:
        self._clock = clock
        self._ledger = ledger
        self._followers: list[Follower] = []
        self._legacies: list[Legacy] = []
        self._objected: list[Watcher] = []

    def follow(self, follower: Follower) -> None:
        """Tell `follower` from now on."""
        self._followers.append(follower)

    def bequeath(self, legacy: Legacy) -> None:
        """Offer to leave this behind from now on."""
        self._legacies.append(legacy)

    def watch_objections(self, watcher: Watcher) -> None:
        """Tell `watcher`, in the transaction, who is no longer to be brought together with anybody."""
        self._objected.append(watcher)

    async def leave(self, association: Association, db: Connection, member_id: int) -> bool:
        """A member left the server: hidden at once. False when nothing was known of them, or they had left already."""
        before = await members.get(db, member_id)
        if before is None or not await members.mark_left(db, member_id, self._clock.now()):
            return False
        if not before.resting:
            await self._hide(association, db, member_id)
        return True

    async def come_back(self, association: Association, db: Connection, member_id: int) -> bool:
        """Somebody who left is here again: everything as they left it, also that they rested. False when they had not
        left."""
        before = await members.get(db, member_id)
        if before is None or not await members.mark_back(db, member_id):
            return False
        await presence.note(db, member_id, presence.day_of(self._clock.now()))
        if before.paused_at is None:
            await self._show(association, db, member_id)
        return True

    async def pause(self, association: Association, db: Connection, member_id: int) -> bool:
        """A member rests: hidden as if they had left, and all is kept. False when they do already."""
        if not await resting.begin(db, member_id, self._clock.now()):
            return False
        await self._hide(association, db, member_id)
        return True

    async def resume(self, association: Association, db: Connection, member_id: int) -> bool:
        """A member rests no more: everything as they left it. False when they did not."""
        if not await resting.end(db, member_id):
            return False
        await self._show(association, db, member_id)
        return True

    async def _hide(self, association: Association, db: Connection, member_id: int) -> None:
        for follower in self._followers:
            await follower.gone(association, db, member_id)

    async def _show(self, association: Association, db: Connection, member_id: int) -> None:
        for follower in self._followers:
            await follower.back(association, db, member_id)

    async def object(self, association: Association, db: Connection, member_id: int) -> bool:
        """A member doesn't want to be counted, nor brought together with anybody. False when they said so before."""
        if not await objections.add(db, member_id, self._clock.now()):
            return False
        for watcher in self._objected:
            await watcher(association, db, member_id)
        return True

    async def legacy(self, db: Connection, member_id: int) -> int:
        """How much of a member's may stay without their name when they are erased."""
        return sum([await legacy.count(db, member_id) for legacy in self._legacies])

    def alias(self, association: Association, member_id: int) -> str:
        """A name for a member that says nothing of who it is, for what must be told apart after their rows are gone."""
        return self._ledger.alias(association.guild_id, member_id)

    async def kept_apart(
        self, association: Association, db: Connection, member_id: int, others: Iterable[int]
    ) -> set[int]:
        """Those of `others` whom an avoid entry keeps apart from somebody, whoever wrote it."""
        return await avoid.kept_apart(db, member_id, others, lambda one: self.alias(association, one))

    async def erase(self, association: Association, db: Connection, member_id: int, *, bequeaths: bool = False) -> None:
        """Remove every row about a person. The ledger is written first, so that no restored backup brings them back.
        With `bequeaths`, what can stay without their name does."""
        # to disk, and in a thread: it waits for the disk, and the event loop must not
        now = self._clock.now()
        left = await _bequests(db, member_id) if bequeaths else []
        await asyncio.to_thread(self._ledger.record, association.guild_id, member_id, now, left)
        for legacy in self._legacies if bequeaths else ():
            await legacy.leave(association, db, member_id)
        for follower in self._followers:
            await follower.erasing(association, db, member_id)
        association.search.touch()
        association.expect_changes()
        # what somebody else was about to do with them: a form that was refused, or chose them, waits for a day
        await db.run(
            """
            DELETE FROM drafts WHERE ':' || act || ':' LIKE '%:' || :id || ':%' OR payload LIKE '%"' || :id || '"%'
            """,
            id=member_id,
        )
        await db.run("DELETE FROM members WHERE id = :id", id=member_id)
        await association.leave_bytes(db, now)


async def _bequests(db: Connection, member_id: int) -> list[Thing]:
    """What a member may leave behind, as it is now."""
    rows = await db.rows("SELECT ref, words FROM bequests WHERE member_id = :id", id=member_id)
    return [Thing(**dict(row)) for row in rows]


async def person_columns(db: Connection) -> list[tuple[str, str]]:
    """Every (table, column) that refers to a member."""
    return [(one.table, one.column) for one in await schema.references(db) if one.parent == "members"]


async def export(db: Connection, member_id: int) -> dict[str, list[dict[str, Any]]]:
    """All rows about a person, by table, as JSON-ready values; and what belongs to such rows without naming anybody
    (the tags of a tip)."""
    found: dict[str, list[dict[str, Any]]] = {
        "members": [dict(row) for row in await db.rows("SELECT * FROM members WHERE id = :id", id=member_id)]
    }
    for table, column in await person_columns(db):
        if (table, column) not in OTHERS_ANSWERS:
            told = UNTOLD.get((table, column), "TRUE")
            rows = await db.rows(f"SELECT * FROM {table} WHERE {column} = :id AND ({told})", id=member_id)
            if rows:
                found.setdefault(table, []).extend(_told(table, row, member_id) for row in rows)
    for table, column, parent, parent_column in await detail_columns(db):
        for row in found.get(parent, ()):
            rows = await db.rows(f"SELECT * FROM {table} WHERE {column} = :id", id=row[parent_column])
            if rows:
                found.setdefault(table, []).extend(dict(detail) for detail in rows)
    return found


def _told(table: str, row: sqlite3.Row, member_id: int) -> dict[str, Any]:
    return {
        name: _own(table, name, row, member_id)
        for name in row.keys()  # noqa: SIM118 (a row iterates over its values)
        if (table, name) not in OTHERS_ANSWERS | WITHHELD and not ALIASES.search(name)
    }


def _own(table: str, name: str, row: sqlite3.Row, member_id: int) -> Any:
    """A value as this person may know it."""
    value, reader = row[name], TO_THEM.get((table, name))
    somebody_else = (table, name) in ONE_S_OWN and value != member_id
    if (table, name) in NOT_READ and _may_not_read(NOT_READ[table, name], row, member_id):
        return None
    if somebody_else or (reader is not None and row[reader] != member_id):
        return None
    return HASH.sub("…", value) if name in _KEYS and isinstance(value, str) else value


def _may_not_read(rule: tuple[str, str, str, str], row: sqlite3.Row, member_id: int) -> bool:
    reader, sort, hidden, then = rule
    return bool(row[reader] == member_id and row[sort] == hidden and row[then] is None)


async def detail_columns(db: Connection) -> list[tuple[str, str, str, str]]:
    """Tables that name nobody and whose rows go with a row of another one: table, column, that table, its column."""
    found = await schema.references(db)
    about_people = {one.table for one in found if one.parent == "members"}
    return [
        (one.table, one.column, one.parent, one.parent_column)
        for one in found
        if one.table not in about_people and one.parent in about_people and one.on_delete == "CASCADE"
    ]


async def forget_unreferenced(db: Connection) -> int:
    """Remove the rows of people who accepted nothing and to whom nothing refers any more."""
    used = " AND ".join(
        f"id NOT IN (SELECT {column} FROM {table} WHERE {column} IS NOT NULL)"
        for table, column in await person_columns(db)
    )
    return await db.run(f"DELETE FROM members WHERE state = 'named' AND {used}")
