"""What organisers decide about tips."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, declare

FEATURE: Final = features.declare(Feature("tips", tables=("tip_drafts", "tips"), documents=("tip",), own="tips:mine:0"))
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("tips-channel", Control.CHANNEL, None, forum=True, use="cards", feature="tips")
)
