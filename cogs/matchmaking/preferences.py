"""What organisers decide about coffee."""

from __future__ import annotations

from typing import Final

from bot.storage.preferences import Control, Preference, declare

CHANNEL: Final[Preference[int | None]] = declare(Preference("coffee-channel", Control.CHANNEL, None, use="reports"))
MINIMUM: Final[Preference[str]] = declare(
    Preference("coffee-minimum", Control.CHOICE, "8", choices=("4", "6", "8", "10", "12"))
)
