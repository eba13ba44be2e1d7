"""Help requests: a member asks for a hand, and somebody lends one; and thanks, the tie between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.association import Association
from cogs.help_requests import helper_store
from cogs.help_requests.cards import forum_tags, panel
from cogs.help_requests.jobs import for_digest
from cogs.help_requests.preferences import CHANNEL

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = ["CHANNEL", "for_digest", "forum_tags", "may_invite", "panel"]


async def may_invite(association: Association, member_id: int) -> bool:
    """Whether somebody may be invited to lend a hand: where hands are asked for, and unless they do already."""
    offer = await helper_store.get(association.read(), member_id)
    return association.preferences[CHANNEL] is not None and (offer is None or not offer.active)


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.help_requests.cog import HelpRequests

    await bot.add_cog(HelpRequests(bot))
