"""What answers say, and what they should: sentences are looked up, so that nobody needs to write them twice."""

from __future__ import annotations

import re
from typing import Any, Final

from simcord.results import InteractionResult

from bot.words.i18n import WordsError
from tests.world import World, text_of

GAP: Final = "§"
"""Stands for what isn't known of a sentence."""
ENOUGH: Final = 60
"""Characters by which a sentence is recognised."""


def begins(world: World, key: str, **values: str | int) -> str:
    """The longest piece of a message between two gaps, as an answer shows it; where no value is given, there is one."""
    try:
        text = world.words(key, **values)
    except WordsError as error:
        unknown = dict.fromkeys(re.findall(r"Unknown external: (\w+)", str(error)), GAP)
        if not unknown:
            raise
        return begins(world, key, **values, **unknown)
    pieces = text.replace("\u202f", " ").split(GAP)
    return max(pieces, key=len).strip().removeprefix("### ").split("\n")[0][:ENOUGH]


def shown_by(answer: InteractionResult) -> Any:
    """The answer itself, whatever was held for its reader and follows it."""
    found = answer.response or answer.followups[0]
    assert found is not None
    return found


def everything(answer: InteractionResult) -> str:
    """All that an answer says."""
    shown = [answer.response] if answer.response is not None else []
    return "\n".join(text_of(each) for each in (*shown, *answer.followups))
