"""What tips add to a round-up: up to three that served somebody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from bot.storage.association import Association
from bot.ui.house import House
from bot.ui.sections import Line, SectionKind, Span
from bot.words.i18n import Words
from cogs.tips import list_cards, mark_store, posts, rules, store

PLACE: Final = 30
TOLD: Final = 3


class Telling:
    """Tips that served, in an order that says nothing of how often."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("tips", PLACE, self.gather))

    async def gather(self, association: Association, words: Words, span: Span) -> list[Line]:
        """Those that others may see, drawn by the week: the same each time it is asked about one."""
        db = association.read()
        served = await mark_store.served(db, span.since, span.now)
        tips, urls = await store.visible(db, served), await posts.urls_of(self._house, association, served)
        year, week, _ = datetime.fromtimestamp(span.now, UTC).astimezone(association.zone).isocalendar()
        drawn = rules.draw([tip_id for tip_id in served if tip_id in tips and tip_id in urls], f"{year}-{week}")
        return [
            Line(list_cards.told(words, tip, urls[tip.id]), () if tip.author_id is None else (tip.author_id,))
            for tip in (tips[tip_id] for tip_id in drawn[:TOLD])
        ]
