"""What organisers decide about questions: where they are asked, about what, when the room is lively, who hosts."""

from __future__ import annotations

from typing import Final

from bot.storage import features
from bot.storage.features import Feature
from bot.storage.preferences import Control, Preference, Preferences, declare
from cogs import introductions
from cogs.prompts.pace import LIVELY as DEFAULT_HOURS
from cogs.prompts.rules import Theme

FEATURE: Final = features.declare(
    Feature("prompts", tables=("prompt_suggestions", "prompt_posts", "prompt_ritual"), own="prompts:mine")
)
CHANNEL: Final[Preference[int | None]] = declare(
    Preference("prompts-channel", Control.CHANNEL, None, use="questions", feature="prompts")
)
THEMES: Final[Preference[str]] = declare(
    Preference("prompts-themes", Control.LIST, "", choices=tuple(Theme), feature="prompts")
)
"""None: all."""
LIVELY: Final[Preference[str]] = declare(
    Preference(
        "prompts-lively", Control.CHOICE, str(DEFAULT_HOURS), choices=("0", "6", "12", "24", "48"), feature="prompts"
    )
)
HOST: Final[Preference[int | None]] = declare(Preference("prompts-host", Control.MEMBER, None, feature="prompts"))


def themes(chosen: Preferences) -> frozenset[Theme]:
    """The themes that organisers chose; all, until they do."""
    codes = set(chosen[THEMES].split())
    return frozenset(theme for theme in Theme if theme.value in codes) or frozenset(Theme)


def lively_hours(chosen: Preferences) -> int:
    """Hours since a human word during which nothing is asked."""
    return int(chosen[LIVELY])


def host(chosen: Preferences) -> int | None:
    """Who is invited to answer first: whoever was chosen for that, else whoever welcomes newcomers."""
    return chosen[HOST] or chosen[introductions.HOST]
