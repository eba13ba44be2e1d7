"""What organisers decide about missions."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, declare

FEATURE: Final = features.declare(
    Feature(
        "opportunities",
        tables=("missions", "mission_alert_choices", "mission_alerts"),
        documents=("mission",),
        ties=("mission",),
        own="opportunities:mine:0",
    )
)
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("opportunities-channel", Control.CHANNEL, None, forum=True, use="cards", feature="opportunities")
)
