"""What the questions keep about people."""

from __future__ import annotations

from typing import Final

from bot.people.register import Basis, Holding, Purge, Purpose, Until
from bot.schedule.clock import DAY

QUESTIONS: Final = Purpose("questions", Basis.INTEREST)
DECIDED: Final = 90 * DAY
"""How long a suggestion is kept that was declined or taken back, in seconds."""


def holdings(forget_decided: Purge) -> tuple[Holding, ...]:
    """What is kept; one that was accepted stays as long as its author is among us."""
    return (
        Holding("prompt_suggestions", ("author_id",), QUESTIONS, Until.CLOSED, keeps=DECIDED, purge=forget_decided),
        Holding("prompt_authors", ("member_id",), QUESTIONS, Until.STANDING),
    )
