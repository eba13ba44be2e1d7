"""What questions add to the team's part of a round-up: suggestions that wait, a ritual without a channel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import BROKEN, Need, Span
from bot.words.i18n import Words
from cogs.prompts import suggestion_store, turns
from cogs.prompts.list_cards import PROPOSED
from cogs.prompts.preferences import CHANNEL

PROPOSED_WEIGHS: Final = 50
"""A member waits for a word, though not for help."""


class Telling:
    """What a human of the team may do about questions."""

    def __init__(self, house: House) -> None:
        house.sections.watch_needs(self._suggestions)
        house.sections.watch_needs(self._ritual)
        house.features.watch_who_waits("prompts", self._authors)

    async def _authors(self, association: Association, db: Connection) -> list[int]:  # noqa: ARG002 (one shape)
        """Whose suggestion nobody has decided on."""
        found = await suggestion_store.waiting(db)
        return sorted({one.author_id for one in found if one.author_id is not None})

    async def _suggestions(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """Members proposed something."""
        found = await suggestion_store.waiting(association.read())
        if not found:
            return ()
        way = button(words.plain("offer-prompts-list"), custom_id("prompts:list", PROPOSED, 0))
        return [Need(PROPOSED_WEIGHS, words("need-prompts-proposed", count=len(found)), way)]

    async def _ritual(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """It is switched on, and has no channel. Of its end they were told when it came, once."""
        if association.preferences[CHANNEL] is not None or not await turns.is_on(association.read()):
            return ()
        return [Need(BROKEN, words("need-prompts-channel"), button(words.plain("offer-prompts-plan"), "prompts:plan"))]
