"""The digest: once a week, what happened here and what is coming; at any time with a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.digest.preferences import CHANNEL

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = ["CHANNEL"]


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.digest.cog import Gazette

    await bot.add_cog(Gazette(bot))
