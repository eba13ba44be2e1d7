"""What befalls the rounds of a season, one after the other."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final


class Fate(Enum):
    """What befalls a round."""

    PLAIN = auto()
    MEANWHILE = auto()
    """People change their minds while the worker pairs them."""
    CUT = auto()
    """The bot is cut short while threads open."""
    FEW = auto()
    """Hardly anybody comes."""
    FULL = auto()
    """The server has as many active threads as Discord allows."""
    FORBIDDEN = auto()
    """The bot may open no private threads."""
    NO_CHANNEL = auto()
    """Somebody deletes the coffee channel; another one is chosen the next day."""
    SKIPPED = auto()
    """Organisers skip what was planned for the hour."""
    CALLED_OFF = auto()
    """Organisers call the round off."""
    HELD = auto()
    """Organisers suspend everything, over the hour."""
    DOWN = auto()
    """The bot is down for a week."""


SEASON: Final = (
    Fate.PLAIN,
    Fate.MEANWHILE,
    Fate.FULL,
    Fate.CUT,
    Fate.NO_CHANNEL,
    Fate.SKIPPED,
    Fate.FORBIDDEN,
    Fate.FEW,
    Fate.HELD,
    Fate.CALLED_OFF,
    Fate.DOWN,
    Fate.MEANWHILE,
    Fate.CUT,
)
QUICK: Final = (Fate.MEANWHILE, Fate.CUT, Fate.FULL)
