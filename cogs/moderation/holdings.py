"""What cases keep about people: sealed when somebody erases themselves, gone twelve months after they were closed."""

from __future__ import annotations

from typing import Final

from bot.people.register import Basis, Holding, Purpose, Until
from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.moderation import case_store
from cogs.moderation.rules import KEPT

MODERATION: Final = Purpose("moderation", Basis.INTEREST)


async def _forget_closed(association: Association, db: Connection, now: int) -> int:  # noqa: ARG001 (the shape of a Purge)
    return await case_store.forget_closed(db, now - KEPT)


HOLDINGS: Final = (
    Holding("cases", ("reporter_id", "reporter_alias"), MODERATION, Until.CLOSED, keeps=KEPT, purge=_forget_closed),
    Holding("case_people", ("member_id", "alias"), MODERATION, Until.CLOSED, keeps=KEPT, along="cases"),
    Holding(
        "case_acts",
        ("actor_id", "actor_alias", "target_id", "target_alias"),
        MODERATION,
        Until.CLOSED,
        keeps=KEPT,
        along="cases",
    ),
    Holding("restrictions", ("member_id", "alias"), MODERATION, Until.DONE, keeps=0, since="until"),
    Holding("appeals", ("member_id",), MODERATION, Until.CLOSED, keeps=KEPT, along="cases"),
    Holding("partings", ("author_id", "alias"), MODERATION, Until.CLOSED, keeps=KEPT, along="cases"),
)
