"""Moderation: telling the team, in private, and what the team does about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.moderation.preferences import REFERENT

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = ["REFERENT"]


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.moderation.cog import Moderation

    await bot.add_cog(Moderation(bot))
