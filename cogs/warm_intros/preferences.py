"""What organisers decide about warm introductions: where the panel stands, how long somebody has to answer."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, Preferences, declare

FEATURE: Final = features.declare(
    Feature("warm_intros", tables=("intros", "searches", "doors"), ties=("intro",), own="warm_intros:doors:0")
)
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("intros-channel", Control.CHANNEL, None, use="messages", feature="warm_intros")
)
SILENCE: Final[Preference[str]] = declare(
    Preference("intros-silence", Control.CHOICE, "3", choices=("2", "3", "5"), feature="warm_intros")
)


def silence(chosen: Preferences) -> int:
    """Working days after which no answer counts as a no."""
    return int(chosen[SILENCE])
