"""Those who are to be brought together as they are stored, and how many there were. One function a query."""

from __future__ import annotations

from bot.storage.database import Connection
from cogs.warm_intros import intro_store
from cogs.warm_intros.rules import Intro


async def waiting(db: Connection) -> list[Intro]:
    """Every introduction of three that waits for what is to be said, the oldest first."""
    rows = await db.rows("SELECT id FROM intros WHERE state = 'asked' AND kind <> 'two' ORDER BY id")
    return [found for row in rows if (found := await intro_store.get(db, row["id"])) is not None]


async def presented(db: Connection, introducer: int, one: int, other: int) -> Intro | None:
    """The introduction of these two, in whichever order, that somebody asked for already and that waits, or None."""
    found = await db.value(
        """
        SELECT id FROM intros
         WHERE kind = 'presented' AND state = 'asked' AND introducer_id = :introducer
           AND ((first_id = :one AND second_id = :other) OR (first_id = :other AND second_id = :one))
        """,
        introducer=introducer,
        one=one,
        other=other,
    )
    return None if found is None else await intro_store.get(db, int(found))


async def said_no_before(db: Connection, intro: Intro, since: int) -> bool:
    """Whether one of these two said no since an instant, when the same person wanted to present them to each other."""
    return bool(
        await db.value(
            """
            SELECT EXISTS (
                SELECT 1 FROM intros
                 WHERE kind = 'presented' AND id <> :id AND introducer_id = :introducer AND created_at >= :since
                   AND 'no' IN (first_says, second_says)
                   AND ((first_id = :one AND second_id = :other) OR (first_id = :other AND second_id = :one)))
            """,
            id=intro.id,
            introducer=intro.introducer_id,
            one=intro.first_id,
            other=intro.second_id,
            since=since,
        )
    )


async def first_goes(db: Connection, intro_id: int) -> None:
    """The first of two erases themselves: the other takes their place, so that nothing else changes."""
    await db.run(
        """
        UPDATE intros SET first_id = second_id, first_says = second_says, second_id = NULL, second_says = NULL
         WHERE id = :id AND second_id IS NOT NULL
        """,
        id=intro_id,
    )


# Numbers: who began what, once for each time


async def searchers(db: Connection, since: int, until: int) -> list[int]:
    """Whoever searched between two instants."""
    rows = await db.rows(
        "SELECT asker_id AS member_id FROM searches WHERE created_at >= :since AND created_at < :until",
        since=since,
        until=until,
    )
    return [row["member_id"] for row in rows]


async def openers(db: Connection, since: int, until: int) -> list[int]:
    """Through whose search, or whose idea, everybody said yes between two instants."""
    rows = await db.rows(
        """
        SELECT iif(kind = 'presented', introducer_id, first_id) AS member_id FROM intros
         WHERE opened_at >= :since AND opened_at < :until
        """,
        since=since,
        until=until,
    )
    return [row["member_id"] for row in rows]


async def helped(db: Connection, since: int, until: int) -> list[int]:
    """Who said between two instants that an introduction helped."""
    rows = await db.rows(
        """
        SELECT first_id AS member_id FROM intros WHERE helped = 'yes' AND closed_at >= :since AND closed_at < :until
        """,
        since=since,
        until=until,
    )
    return [row["member_id"] for row in rows]
