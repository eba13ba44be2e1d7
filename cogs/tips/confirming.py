"""Tips of which nobody knows whether they still hold, for whoever would like to ask everybody."""

from __future__ import annotations

from typing import Final

from bot.schedule.clock import DAY
from bot.storage import features, publications
from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.tips import rules, store
from cogs.tips.posts import CARD
from cogs.tips.rules import Tip

AUTHOR_FIRST: Final = 7 * DAY
"""How long the author of a doubted tip has to say something before everybody is asked, in seconds."""


async def to_confirm(association: Association, db: Connection, now: int) -> list[Tip]:
    """Tips that others may see where their card stands, doubted for a while or untouched for a year; what waits longest
    first; none while tips are off."""
    if not features.is_on(association, "tips"):
        return []
    found = await store.doubtful(db, now - AUTHOR_FIRST, now - rules.YEAR)
    cards = await publications.many(db, CARD, [tip.id for tip in found])
    return [tip for tip in found if tip.id in cards and cards[tip.id].message_id is not None]


async def standing(db: Connection, tip_id: int) -> Tip | None:
    """A tip as others may see it, or None."""
    return (await store.visible(db, [tip_id])).get(tip_id)


async def answered_since(db: Connection, tip_id: int, at: int) -> bool:
    """Whether somebody said since an instant that a tip served, that it holds, or what has changed."""
    return await store.spoken_of_since(db, tip_id, at)
