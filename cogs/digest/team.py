"""The organisers' part, in their channel at the digest's hour: what needs a human this week. Nothing when nothing
does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import TO_CHOOSE, Need, Span
from bot.words.i18n import Words
from cogs.digest import cards, rules
from cogs.digest.preferences import CHANNEL

NEEDS: Final = "digest:needs"
"""The kind of what is posted."""


class Team:
    """Gathers what needs a human, and posts it."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(NEEDS, self._render))
        house.sections.watch_needs(self._no_channel)

    async def write(self, association: Association, db: Connection, span: Span, planned_at: int) -> None:
        """Write it, in the caller's transaction; what it says, if anything, is seen when it is sent."""
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if place is not None:
            reference = {"since": span.since, "now": span.now, "at": planned_at}
            await self._house.outbox.put(db, NEEDS, Operation.POST, channel_id=place, reference=reference)

    async def card(self, association: Association, span: Span, late: int | None) -> discord.ui.LayoutView | None:
        """What needs a human now; None when nothing does."""
        needs = await self._house.sections.needs(association, association.words, span)
        return cards.team(association.words, needs, late) if needs else None

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        said, overdue = row.reference, self._house.clock.now() - row.reference["at"]
        if overdue > rules.OVER:
            return None
        late = said["at"] if overdue > rules.LATE else None
        view = await self.card(association, Span(said["since"], said["now"]), late)
        return Rendered(view) if view is not None else None

    async def _no_channel(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """Organisers switched the digest on, and it has no channel."""
        if association.preferences[CHANNEL] is not None:
            return ()
        act = button(words.plain("digest-choose-channel"), custom_id("organisers:step", 1))
        return [Need(TO_CHOOSE, words("need-digest-channel"), act)]
