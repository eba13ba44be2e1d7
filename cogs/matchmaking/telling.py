"""What coffee adds to a round-up: the round that comes or goes on, and for the team one that lacks people, or people
without rounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.people import objections
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import TO_CHOOSE, Need, SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import Safe, link, moment
from cogs.matchmaking import matching, people_store, planned, round_store
from cogs.matchmaking.preferences import CHANNEL, MINIMUM

PLACE: Final = 40
SOON: Final = 4 * DAY
"""How long before people are brought together the team hears that they are few, in seconds."""


class Telling:
    """News of coffee: when, where, and never how many."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("coffee", PLACE, self.gather))
        house.sections.watch_needs(self.needs)
        house.features.watch_who_waits("matchmaking", self._coming)

    async def gather(self, association: Association, words: Words, span: Span) -> list[Safe]:
        """The round that is announced, and the one that goes on while somebody can still join it."""
        db, place = association.read(), association.preferences[CHANNEL]
        announced, running = await round_store.announced(db), await round_store.running(db)
        if place is None:
            return []
        told = []
        url = Safe(link(association.guild_id, place))  # a copy goes to direct messages, where a channel has no name
        if announced is not None and announced.match_at > span.now:
            told.append(words("section-coffee-next", when=moment(announced.match_at), url=url))
        if running is not None and running.takes(span.now):
            told.append(words("section-coffee-running", url=url))
        return told

    async def _coming(self, association: Association, db: Connection) -> list[int]:
        """Whoever takes part in the round that is announced."""
        round_ = await round_store.announced(db)
        return [] if round_ is None else await matching.coming(association, db, round_)

    async def needs(self, association: Association, words: Words, span: Span) -> Sequence[Need]:
        """A round that comes soon has too few people so far; or as many as it takes wait for rounds to be planned."""
        db = association.read()
        round_ = await round_store.announced(db)
        if round_ is None:
            return await self._wait_for_rounds(association, words)
        if not span.now < round_.match_at < span.now + SOON:
            return ()
        if len(await matching.coming(association, db, round_)) >= association.preferences[MINIMUM]:
            return ()
        way = button(words.plain("offer-matchmaking-plan"), custom_id("matchmaking:plan"))
        return [Need(TO_CHOOSE, words("need-coffee", when=moment(round_.match_at)), way)]

    async def _wait_for_rounds(self, association: Association, words: Words) -> Sequence[Need]:
        db, minimum = association.read(), association.preferences[MINIMUM]
        _, planned_ = await planned.rhythm_of(self._house, db)
        running = await round_store.running(db)
        if planned_ or running is not None or planned.place(self._house, association) is None:
            return ()
        subscribed = {one.member_id for one in await people_store.subscribed(db)}
        if len(subscribed & await objections.may_be_matched(db)) < minimum:
            return ()
        way = button(words.plain("offer-matchmaking-plan"), custom_id("matchmaking:plan"))
        return [Need(TO_CHOOSE, words("need-coffee-ready", count=minimum), way)]
