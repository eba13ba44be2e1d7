"""What organisers decide about the digest; its day and hour are a rhythm."""

from __future__ import annotations

from typing import Final

from bot.storage.preferences import Control, Preference, declare

CHANNEL: Final[Preference[int | None]] = declare(Preference("digest-channel", Control.CHANNEL, None, use="messages"))
