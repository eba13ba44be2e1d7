"""What help requests add to a round-up: those that are still open, by subject; to the team, those that wait long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.cards import button, link_button
from bot.ui.house import House
from bot.ui.sections import ASKING, Line, Need, SectionKind, Span
from bot.words.i18n import Words
from cogs.help_requests import jobs, list_cards, places, store

PLACE: Final = 20


class Telling:
    """Requests that are open. Never a private one; never that nobody answered."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("help", PLACE, self.gather))
        house.sections.watch_needs(self._unanswered)
        house.features.watch_who_waits("help_requests", self._askers)

    async def gather(self, association: Association, words: Words, span: Span) -> list[Line]:
        """Each that has waited for some days, with the way to its card."""
        db, lines = association.read(), []
        for request in await jobs.for_digest(association, db, span.now):
            url = await places.url(self._house, association, db, request)
            if url is not None:
                lines.append(Line(list_cards.told(words, request, url), (request.asker_id,)))
        return lines

    async def _askers(self, association: Association, db: Connection) -> list[int]:  # noqa: ARG002 (one shape)
        """Whose request is open."""
        return sorted({request.asker_id for request in await store.wanted(db)})

    async def _unanswered(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """Requests for which organisers may know somebody."""
        found = await jobs.for_team(self._house, association)
        if not found:
            return ()
        url = await places.url(self._house, association, association.read(), found[0]) if len(found) == 1 else None
        way = (
            link_button(words.plain("help-open-card"), url)
            if url is not None
            else button(words.plain("need-see"), "help_requests:list")
        )
        return [Need(ASKING, words("need-help", count=len(found)), way)]
