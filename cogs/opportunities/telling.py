"""What missions add to a round-up: those of the week that are open."""

from __future__ import annotations

from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.sections import Line, SectionKind, Span
from bot.words.i18n import Words
from cogs.opportunities import interest_store, list_cards, places, store

PLACE: Final = 25


class Telling:
    """Missions as everybody may read them; never who would like one, nor how many do."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("missions", PLACE, self.gather))
        house.features.watch_who_waits("opportunities", self._authors)

    async def gather(self, association: Association, words: Words, span: Span) -> list[Line]:
        """Each that was shared in the span and is open, with the way to its card."""
        missions = await store.shared_since(association.read(), span.since, span.now)
        urls = await places.urls(self._house, association, [mission.id for mission in missions])
        return [
            Line(list_cards.told(words, self._house.catalogue, mission, urls[mission.id]), (mission.author_id,))
            for mission in missions
            if mission.id in urls
        ]

    async def _authors(self, association: Association, db: Connection) -> list[int]:  # noqa: ARG002 (one shape)
        """Whose mission is open, and whoever raised a hand for one."""
        authors = {mission.author_id for mission in await store.open_missions(db)}
        return sorted(authors | await interest_store.who_waits(db))
