"""Opportunities: members share missions, and whoever would like one says so; no bidding, no hurry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.opportunities.cards import forum_tags, panel
from cogs.opportunities.places import CARD
from cogs.opportunities.preferences import CHANNEL

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = ["CARD", "CHANNEL", "forum_tags", "panel"]


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.opportunities.cog import Opportunities

    await bot.add_cog(Opportunities(bot))
