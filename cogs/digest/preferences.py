"""What organisers decide about the digest; its day and hour are a rhythm."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, declare

FEATURE: Final = features.declare(Feature("digest", tables=("digests", "digest_subscribers")))
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("digest-channel", Control.CHANNEL, None, use="messages", feature="digest")
)
