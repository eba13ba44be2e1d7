"""What organisers decide about help requests: where they stand, and at which pace others hear of them."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, Preferences, declare
from cogs.help_requests.pace import Pace

OFF: Final = "off"

FEATURE: Final = features.declare(
    Feature(
        "help_requests",
        tables=("help_requests", "helper_subjects", "helpers", "thanks"),
        documents=("request",),
        ties=("help", "day"),
        own="help_requests:mine",
    )
)
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("help-channel", Control.CHANNEL, None, forum=True, use="cards", feature="help_requests")
)
AT_ONCE: Final[Preference[str]] = declare(
    Preference("help-at-once", Control.CHOICE, "3", choices=(OFF, "1", "2", "3"), feature="help_requests")
)
AGAIN: Final[Preference[str]] = declare(
    Preference("help-again", Control.CHOICE, "1", choices=(OFF, "1", "2", "3"), feature="help_requests")
)
DIGEST: Final[Preference[str]] = declare(
    Preference("help-digest", Control.CHOICE, "3", choices=(OFF, "2", "3", "5"), feature="help_requests")
)
ORGANISERS: Final[Preference[str]] = declare(
    Preference("help-organisers", Control.CHOICE, "7", choices=(OFF, "5", "7", "14"), feature="help_requests")
)
NETWORKS: Final[Preference[str]] = declare(
    Preference("help-networks", Control.CHOICE, "on", choices=(OFF, "on"), feature="help_requests")
)

STEPS: Final = {step.name: step for step in (AT_ONCE, AGAIN, DIGEST, ORGANISERS, NETWORKS)}
"""The steps that a request takes when nobody answers, in their order, by name."""


def pace(chosen: Preferences) -> Pace:
    """The steps as the association chose them."""
    return Pace(
        at_once=_number(chosen[AT_ONCE]) or 0,
        again=_number(chosen[AGAIN]),
        digest=_number(chosen[DIGEST]),
        organisers=_number(chosen[ORGANISERS]),
        networks=chosen[NETWORKS] != OFF,
    )


def _number(code: str) -> int | None:
    return int(code) if code.isdecimal() else None
