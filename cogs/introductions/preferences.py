"""What organisers decide about introductions."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, declare

FEATURE: Final = features.declare(
    Feature("introductions", tables=("newcomers", "tags", "profiles"), documents=("member",))
)
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("introductions-channel", Control.CHANNEL, None, forum=True, use="cards", feature="introductions")
)
WELCOME_CHANNEL: Final[Preference[int | None]] = declare(
    Preference("welcome-channel", Control.CHANNEL, None, use="messages", feature="introductions")
)
HOST: Final[Preference[int | None]] = declare(Preference("welcome-host", Control.MEMBER, None, feature="introductions"))
