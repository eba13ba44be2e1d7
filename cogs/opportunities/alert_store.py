"""Who wants to hear of which missions, and who did, as it is stored. One function a query."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.storage.database import Connection
from cogs.opportunities.alert_rules import Alert, What


async def get(db: Connection, member_id: int) -> Alert | None:
    """What somebody wants to hear of, on or off; None for whoever never said."""
    found = await _alerts(db, "mission_alerts.member_id = :id", id=member_id)
    return found[0] if found else None


async def active(db: Connection) -> list[Alert]:
    """What everybody who is here and switched alerts on wants to hear of."""
    return await _alerts(db, "active = 1 AND state = 'present'")


async def switch(db: Connection, member_id: int, now: int, *, on: bool) -> None:
    """Switch somebody's alerts on or off; what they chose stays."""
    await db.run(
        """
        INSERT INTO mission_alerts (member_id, active, updated_at) VALUES (:id, :on, :now)
        ON CONFLICT (member_id) DO UPDATE SET active = :on, updated_at = :now
        """,
        id=member_id,
        on=int(on),
        now=now,
    )


async def choose(
    db: Connection, member_id: int, what: What, offered: Collection[str], chosen: Collection[str], now: int
) -> None:
    """Of what was offered, want to hear of what is chosen and nothing else. Whoever never said switches alerts on."""
    await db.run(
        """
        INSERT INTO mission_alerts (member_id, active, updated_at) VALUES (:id, 1, :now)
        ON CONFLICT (member_id) DO UPDATE SET updated_at = :now
        """,
        id=member_id,
        now=now,
    )
    for code in offered:
        await db.run(
            "DELETE FROM mission_alert_choices WHERE member_id = :id AND what = :what AND code = :code",
            id=member_id,
            what=what,
            code=code,
        )
    for code in chosen:
        await db.run(
            """
            INSERT INTO mission_alert_choices (member_id, what, code) VALUES (:id, :what, :code) ON CONFLICT DO NOTHING
            """,
            id=member_id,
            what=what,
            code=code,
        )


# Who was told


async def note_told(db: Connection, mission_id: int, member_id: int, now: int) -> None:
    """Note that somebody is told of a mission."""
    await db.run(
        "INSERT INTO mission_told (mission_id, member_id, at) VALUES (:mission, :member, :now) ON CONFLICT DO NOTHING",
        mission=mission_id,
        member=member_id,
        now=now,
    )


async def forget_told(db: Connection, mission_id: int, member_id: int) -> None:
    """Somebody isn't told of a mission after all."""
    await db.run(
        "DELETE FROM mission_told WHERE mission_id = :mission AND member_id = :member",
        mission=mission_id,
        member=member_id,
    )


async def told_of(db: Connection, mission_id: int) -> dict[int, int]:
    """Who was told of a mission, and when (UTC seconds)."""
    rows = await db.rows("SELECT member_id, at FROM mission_told WHERE mission_id = :id", id=mission_id)
    return {row["member_id"]: row["at"] for row in rows}


async def last_told(db: Connection) -> dict[int, int]:
    """When each person was last told of any mission (UTC seconds); whoever never was is left out."""
    rows = await db.rows("SELECT member_id, max(at) AS at FROM mission_told GROUP BY member_id")
    return {row["member_id"]: row["at"] for row in rows}


async def told_together(db: Connection, member_id: int, at: int) -> list[int]:
    """The missions of which somebody was told at an instant, in order."""
    rows = await db.rows(
        "SELECT mission_id FROM mission_told WHERE member_id = :id AND at = :at ORDER BY mission_id",
        id=member_id,
        at=at,
    )
    return [row["mission_id"] for row in rows]


async def _alerts(db: Connection, where: str, **values: int) -> list[Alert]:
    rows = await db.rows(
        f"{_ALERTS} WHERE {where} ORDER BY mission_alerts.member_id, what, code",
        **values,
    )
    chosen: dict[int, dict[str, set[str]]] = {}
    on = {row["member_id"]: bool(row["active"]) for row in rows}
    for row in rows:
        of_member = chosen.setdefault(row["member_id"], {what: set() for what in What})
        if row["what"] is not None:
            of_member[row["what"]].add(row["code"])
    return [
        Alert(
            member_id,
            on[member_id],
            *(frozenset(codes[what]) for what in (What.KIND, What.TRADE, What.ZONE)),
        )
        for member_id, codes in chosen.items()
    ]


_ALERTS: Final = """
    SELECT mission_alerts.member_id, active, what, code
      FROM mission_alerts
      JOIN members ON members.id = mission_alerts.member_id
      LEFT JOIN mission_alert_choices ON mission_alert_choices.member_id = mission_alerts.member_id
"""
