"""The administrative calendar: dates that many freelancers share, as reminders among peers, never as advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import Content, declare
from cogs.deadlines.book import Book, files

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__: list[str] = []

declare(Content("deadlines", files, Book.load))


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.deadlines.cog import Deadlines

    await bot.add_cog(Deadlines(bot))
