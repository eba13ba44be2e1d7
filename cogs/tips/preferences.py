"""What organisers decide about tips."""

from __future__ import annotations

from typing import Final

from bot.storage.preferences import Control, Preference, declare

CHANNEL: Final[Preference[int | None]] = declare(
    Preference("tips-channel", Control.CHANNEL, None, forum=True, use="cards")
)
