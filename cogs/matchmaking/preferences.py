"""What organisers decide about coffee."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, declare
from cogs.matchmaking.rules import FIGURES

FEATURE: Final = features.declare(
    Feature(
        "matchmaking",
        tables=("coffee_matches", "coffee_rounds", "coffee_invitations", "coffee_zones", "coffee_members"),
        ties=("coffee",),
    )
)
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("coffee-channel", Control.CHANNEL, None, use="reports", feature="matchmaking")
)
MINIMUM: Final[Preference[int]] = declare(
    Preference(
        "coffee-minimum",
        Control.NUMBER,
        8,
        choices=("4", "6", "8", "10", "12"),
        least=4,
        most=40,
        feature="matchmaking",
    )
)
"""`choices` are those that the plan of coffee offers in one tap."""
FIGURES_FROM: Final[Preference[int]] = declare(
    Preference("coffee-figures", Control.NUMBER, FIGURES, least=FIGURES, most=100, feature="matchmaking")
)
"""From how many people on the team sees numbers; of fewer than `rules.FIGURES` nobody ever does."""
