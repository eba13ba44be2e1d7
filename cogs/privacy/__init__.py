"""Privacy: what the bot knows of a person, theirs to see, take away and erase; and what happens when they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__: list[str] = []


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.privacy.cog import Privacy

    await bot.add_cog(Privacy(bot))
