"""What the rooms that every feature shares keep about people."""

from __future__ import annotations

from typing import Final

from bot.delivery import rounds, rows
from bot.people.register import APART, MEMBERSHIP, MESSAGES, MONTH, SERVICE, TIES, Holding, Until
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import drafts


async def _forget_sent(association: Association, db: Connection, now: int) -> int:  # noqa: ARG001 (the shape of a Purge)
    return await rows.sweep(db, now)


KERNEL: Final = (
    Holding("members", ("id",), MEMBERSHIP),
    Holding("objections", ("member_id",), MEMBERSHIP),
    Holding("preferences", ("member_id",), MEMBERSHIP, Until.STANDING),
    Holding("ties", ("one_id", "other_id"), TIES, Until.WRITTEN, keeps=6 * MONTH, since="at"),
    Holding("avoids", ("author_id", "alias"), APART),
    Holding("contact_wishes", ("member_id",), MESSAGES),
    Holding("contact_refusals", ("member_id",), MESSAGES),
    Holding("letters", ("member_id",), MESSAGES, Until.SENT, keeps=rounds.KEPT, along=rounds.TIDY),
    Holding(
        "drafts",
        ("member_id",),
        SERVICE,
        Until.WRITTEN,
        keeps=drafts.LIFE,
        since=f"expires_at - {drafts.LIFE}",
    ),
    Holding("jobs", ("member_id",), SERVICE, Until.DONE),
    Holding("outbox", ("member_id",), SERVICE, Until.SENT, keeps=rows.KEEP_SENT, purge=_forget_sent),
    Holding("documents", ("member_id",), SERVICE, Until.STANDING),
    Holding("publications", ("member_id",), SERVICE, Until.STANDING),
)
