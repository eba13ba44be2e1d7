"""Organisers: set-up, and their panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__: list[str] = []


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.organisers.cog import Organisers

    await bot.add_cog(Organisers(bot))
