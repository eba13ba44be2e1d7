"""The guide: what this place is and what one can do here, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__: list[str] = []


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.guide.cog import Guide

    await bot.add_cog(Guide(bot))
