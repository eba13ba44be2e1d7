"""What a member may not take part in for a time, because the team decided so: read wherever people are brought
together, asked something, or act.

An entry holds a keyed hash of the person (`Lifecycle.alias`), so that erasing oneself and coming back lifts nothing;
their id too while they are known, by which whoever brings people together finds them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from bot.errors import Refusal
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.words.text import moment

PROFILE: Final = "profile"
"""Not a feature: the team hid somebody's introduction, and it can't be published again."""

Watcher = Callable[[Association, Connection, int], Awaitable[None]]
"""Hears, in the transaction that decides it, whom its feature is closed to from now on: they leave what they are in."""


async def of(db: Connection, alias: str, now: int) -> dict[str, int]:
    """What is closed to somebody at an instant, and until when (UTC seconds), by feature."""
    rows = await db.rows(
        "SELECT feature, max(until) AS until FROM restrictions WHERE alias = :alias AND until > :now GROUP BY feature",
        alias=alias,
        now=now,
    )
    return {row["feature"]: row["until"] for row in rows}


async def of_member(db: Connection, member_id: int) -> dict[str, int]:
    """The same for somebody who is known, what is over by now included."""
    rows = await db.rows(
        "SELECT feature, max(until) AS until FROM restrictions WHERE member_id = :id GROUP BY feature", id=member_id
    )
    return {row["feature"]: row["until"] for row in rows}


async def restricted(db: Connection, feature: str, now: int) -> set[int]:
    """The members to whom a feature is closed at an instant."""
    rows = await db.rows(
        "SELECT member_id FROM restrictions WHERE feature = :feature AND until > :now AND member_id IS NOT NULL",
        feature=feature,
        now=now,
    )
    return {row["member_id"] for row in rows}


async def require(db: Connection, alias: str, feature: str, now: int) -> None:
    """Raise `Refusal` (`restricted-<feature>`) while something is closed to somebody."""
    until = (await of(db, alias, now)).get(feature)
    if until is not None:
        raise Refusal(f"restricted-{feature}", until=moment(until, "f"))


async def recognise(db: Connection, alias: str, member_id: int) -> None:
    """Somebody who erased themselves is among us again: what was closed to them still is."""
    await db.run(
        "UPDATE restrictions SET member_id = :id WHERE alias = :alias AND member_id IS NULL", alias=alias, id=member_id
    )


async def lift(db: Connection, act_id: int) -> None:
    """An act of the team is undone: what it closed is open again."""
    await db.run("DELETE FROM restrictions WHERE act_id = :act", act=act_id)


class Restrictions:
    """Closes features to people, and tells the features."""

    def __init__(self) -> None:
        self._watchers: dict[str, list[Watcher]] = {}

    def watch(self, feature: str, watcher: Watcher) -> None:
        """Tell `watcher` from now on to whom this feature is closed."""
        self._watchers.setdefault(feature, []).append(watcher)

    async def impose(
        self,
        association: Association,
        db: Connection,
        feature: str,
        *,
        alias: str,
        member_id: int | None,
        until: int,
        act_id: int,
    ) -> None:
        """Close a feature to somebody until an instant (UTC seconds), by an act of the team. Of several acts, the last
        to end counts."""
        await db.run(
            """
            INSERT INTO restrictions (act_id, member_id, alias, feature, until)
                 VALUES (:act, :member, :alias, :feature, :until)
            """,
            act=act_id,
            member=member_id,
            alias=alias,
            feature=feature,
            until=until,
        )
        if member_id is not None:
            for watcher in self._watchers.get(feature, ()):
                await watcher(association, db, member_id)
