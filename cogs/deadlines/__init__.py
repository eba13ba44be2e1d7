"""The administrative calendar: dates that many freelancers share, as reminders among peers, never as advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import Content, declare
from bot.storage import features
from bot.storage.features import Feature
from cogs.deadlines.book import Book, files

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__: list[str] = []

declare(Content("deadlines", files, Book.load))
features.declare(
    Feature(
        "deadlines",
        tables=("deadline_topics", "deadline_done", "deadline_reminders", "deadline_reports", "deadline_checkers"),
        own="deadlines:mine",
    )
)


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.deadlines.cog import Deadlines

    await bot.add_cog(Deadlines(bot))
