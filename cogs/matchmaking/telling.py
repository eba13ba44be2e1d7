"""What coffee adds to a round-up: the round that comes or goes on, and for the team one that lacks people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import TO_CHOOSE, Need, SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import Safe, channel, moment
from cogs.matchmaking import matching, round_store
from cogs.matchmaking.preferences import CHANNEL, MINIMUM

PLACE: Final = 40
SOON: Final = 4 * DAY
"""How long before people are brought together the team hears that they are few, in seconds."""


class Telling:
    """News of coffee: when, where, and never how many."""

    def __init__(self, house: House) -> None:
        house.sections.register(SectionKind("coffee", PLACE, self.gather))
        house.sections.watch_needs(self.needs)

    async def gather(self, association: Association, words: Words, span: Span) -> list[Safe]:
        """The round that is announced, and the one that goes on while somebody can still join it."""
        db, place = association.read(), association.preferences[CHANNEL]
        announced, running = await round_store.announced(db), await round_store.running(db)
        if place is None:
            return []
        told = []
        if announced is not None and announced.match_at > span.now:
            told.append(words("section-coffee-next", when=moment(announced.match_at), place=channel(place)))
        if running is not None and running.takes(span.now):
            told.append(words("section-coffee-running", place=channel(place)))
        return told

    async def needs(self, association: Association, words: Words, span: Span) -> Sequence[Need]:
        """A round that comes soon has too few people so far."""
        db = association.read()
        round_ = await round_store.announced(db)
        if round_ is None or not span.now < round_.match_at < span.now + SOON:
            return ()
        if len(await matching.coming(association, db, round_)) >= int(association.preferences[MINIMUM]):
            return ()
        way = button(words.plain("offer-matchmaking-plan"), custom_id("matchmaking:plan"))
        return [Need(TO_CHOOSE, words("need-coffee", when=moment(round_.match_at)), way)]
