"""Introductions: members say who they are, are found by others, change their mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.introductions.asked import NewcomersQuestion, open_questions, question_of
from cogs.introductions.cards import panel
from cogs.introductions.posts import CARD, withdraw
from cogs.introductions.preferences import CHANNEL, HOST, WELCOME_CHANNEL

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = [
    "CARD",
    "CHANNEL",
    "HOST",
    "WELCOME_CHANNEL",
    "NewcomersQuestion",
    "open_questions",
    "panel",
    "question_of",
    "withdraw",
]


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.introductions.cog import Introductions

    await bot.add_cog(Introductions(bot))
