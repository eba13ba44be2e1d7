"""Prompts: a question a week, when the room is silent and there is somebody to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.prompts import questions as _questions  # noqa: F401 (the start of the bot checks the bank)
from cogs.prompts.preferences import CHANNEL

if TYPE_CHECKING:
    from bot.client import Comptoir
    from bot.storage.database import Connection

__all__ = ["CHANNEL", "moved"]


async def moved(db: Connection) -> None:
    """Another channel was chosen for the question, in the caller's transaction."""
    from cogs.prompts import asking

    await asking.move(db)


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.prompts.cog import Prompts

    await bot.add_cog(Prompts(bot))
