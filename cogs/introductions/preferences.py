"""What organisers decide about introductions."""

from __future__ import annotations

from typing import Final

from bot.storage.preferences import Control, Preference, declare

CHANNEL: Final[Preference[int | None]] = declare(
    Preference("introductions-channel", Control.CHANNEL, None, forum=True, use="cards")
)
WELCOME_CHANNEL: Final[Preference[int | None]] = declare(
    Preference("welcome-channel", Control.CHANNEL, None, use="messages")
)
HOST: Final[Preference[int | None]] = declare(Preference("welcome-host", Control.MEMBER, None))
