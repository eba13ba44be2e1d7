"""Coffee: rounds that bring members together two by two, or three, and leave nobody in the dark.

This face loads neither database nor Discord: the worker process imports it on its way to `pairing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage import features
from cogs.matchmaking.preferences import CHANNEL, FIGURES_FROM, MINIMUM

if TYPE_CHECKING:
    import discord

    from bot.client import Comptoir
    from bot.storage.association import Association
    from bot.words.i18n import Words

__all__ = ["CHANNEL", "FIGURES_FROM", "MINIMUM", "may_join", "panel"]


def panel(words: Words) -> discord.ui.LayoutView:
    """The panel of the coffee channel."""
    from cogs.matchmaking import own_cards

    return own_cards.panel(words)


async def may_join(association: Association, member_id: int) -> bool:
    """Whether somebody may be invited to coffee: where it takes place, unless they take part already or object to
    being brought together with others."""
    from bot.people import objections
    from cogs.matchmaking import people_store

    db = association.read()
    offered = association.preferences[CHANNEL] is not None and features.is_on(association, "matchmaking")
    free = not (await people_store.get(db, member_id)).subscribed and not await objections.stands(db, member_id)
    return offered and free


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.matchmaking.cog import Matchmaking

    await bot.add_cog(Matchmaking(bot))
