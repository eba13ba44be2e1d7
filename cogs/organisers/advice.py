"""The settings that are advised to begin with: few things, and those that need many people only once there are many."""

from __future__ import annotations

from typing import Any, Final

from bot.storage import features
from bot.storage.association import Association
from bot.storage.preferences import Preference
from cogs import matchmaking
from cogs.organisers.channels import missing

ON: Final = ("introductions", "tips", "help_requests")
"""The features to begin with. The others speak only where a channel is chosen and a rhythm switched on."""
COFFEE_FROM: Final = 8
FIGURES_FROM: Final = 15
"""From how many people on coffee takes place, and from how many the team sees its figures."""


def advised() -> dict[Preference[Any], Any]:
    """Everything that is advised, except channels, which are made."""
    on = {features.declared[name].preference: True for name in ON if name in features.declared}
    return {**on, matchmaking.MINIMUM: COFFEE_FROM, matchmaking.FIGURES_FROM: FIGURES_FROM}


def is_followed(association: Association) -> bool:
    """Whether all of it holds, and every channel is there."""
    chosen = association.preferences
    return not missing(association) and all(chosen[preference] == value for preference, value in advised().items())
