"""Tips: members share what they know, find it again, keep it right; nobody's words without their agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.tips.cards import panel
from cogs.tips.categories import forum_tags
from cogs.tips.confirming import answered_since, standing, to_confirm
from cogs.tips.finding import FoundTip, find_tips
from cogs.tips.posts import CARD
from cogs.tips.preferences import CHANNEL
from cogs.tips.proposing import SolvedRequest, draft_from_request, tip_of_request

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = [
    "CARD",
    "CHANNEL",
    "FoundTip",
    "SolvedRequest",
    "answered_since",
    "draft_from_request",
    "find_tips",
    "forum_tags",
    "panel",
    "standing",
    "tip_of_request",
    "to_confirm",
]


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.tips.cog import Tips

    await bot.add_cog(Tips(bot))
