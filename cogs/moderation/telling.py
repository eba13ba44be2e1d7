"""What moderation adds to the team's round-up: how many reports wait, how many don't get on, whether the referent is
missing. Nothing of any report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import TO_CHOOSE, Need, Span
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.moderation import case_store
from cogs.moderation.referring import is_lost
from cogs.moderation.rules import State

WAITING: Final = 100
SLOW: Final = 65
"""How much a need weighs: a report that nobody took, one that was taken and isn't closed."""
PATIENCE: Final = 7 * DAY
"""After how long a case that was taken is told of, in seconds."""


class Telling:
    """The needs of organisers."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.watch_needs(self.needs)

    async def needs(self, association: Association, words: Words, span: Span) -> Sequence[Need]:
        """What waits for somebody of the team."""
        found = await case_store.in_states(association.read(), State.OPEN, State.TAKEN)
        waiting = sum(case.waits for case in found)
        slow = sum(case.taken_at is not None and span.now - case.taken_at > PATIENCE for case in found)
        told = []
        if waiting:
            told.append(_need(words, WAITING, words("need-moderation-waiting", count=waiting)))
        if slow:
            told.append(_need(words, SLOW, words("need-moderation-slow", count=slow)))
        if await is_lost(self._house, association):
            choose = button(words.plain("need-choose"), custom_id("organisers:step", 2))
            told.append(Need(TO_CHOOSE, words("need-moderation-referent"), choose))
        return told


def _need(words: Words, weight: int, text: Safe) -> Need:
    return Need(weight, text, button(words.plain("offer-moderation-cases"), "moderation:cases"))
