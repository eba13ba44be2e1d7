"""What introductions add to a round-up: newcomers to greet; to the team, who waits for a word, and no host."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.people import members
from bot.schedule import schedules
from bot.storage import publications
from bot.storage.association import Association
from bot.ui.actions import action, custom_id
from bot.ui.cards import button, link_button
from bot.ui.house import House
from bot.ui.press import Press
from bot.ui.sections import NEWCOMER, TO_CHOOSE, Line, Need, SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import channel
from cogs.introductions import cards, store
from cogs.introductions.jobs import RECAP, waiting
from cogs.introductions.posts import CARD
from cogs.introductions.preferences import HOST, WELCOME_CHANNEL

PLACE: Final = 10


class Telling:
    """Newcomers, and what they need."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("newcomers", PLACE, self.gather))
        house.sections.watch_needs(self._unanswered)
        house.sections.watch_needs(self._no_host)

    async def gather(self, association: Association, words: Words, span: Span) -> list[Line]:
        """Who introduced themselves, with the way to their card; only those whom others may see."""
        db = association.read()
        new = await store.introduced(db, span.since, span.now)
        profiles, standing = await members.profiles(db, new), await publications.many(db, CARD, new)
        lines = []
        for member_id in new:
            url = self._house.publications.url(association, standing.get(member_id))
            if member_id in profiles and url is not None:
                text = cards.newcomer(words, self._house.catalogue, profiles[member_id], url)
                lines.append(Line(text, (member_id,)))
        return lines

    async def _unanswered(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """Introductions that waited for a word for a working day; nothing where their own round-up says it already."""
        own = await schedules.get(association.read(), RECAP)
        if own is not None and own.active:
            return ()
        found = await _late(self._house, association)
        if not found:
            return ()
        url = self._house.publications.url(association, found[0]) if len(found) == 1 else None
        way = (
            link_button(words.plain("intro-open-card"), url)
            if url is not None
            else button(words.plain("need-see"), "introductions:unanswered")
        )
        return [Need(NEWCOMER, words("need-introductions", count=len(found)), way)]

    async def _no_host(self, association: Association, words: Words, span: Span) -> Sequence[Need]:
        """Somebody introduced themselves, people are welcomed here, and nobody is said to host."""
        db, chosen = association.read(), association.preferences[HOST]
        host = await members.get(db, chosen) if chosen is not None else None
        if association.preferences[WELCOME_CHANNEL] is None or (host is not None and host.state == "present"):
            return ()
        if not await store.introduced(db, span.since, span.now):
            return ()
        way = button(words.plain("need-choose"), custom_id("organisers:step", 2))
        return [Need(TO_CHOOSE, words("need-host"), way)]


async def _late(house: House, association: Association) -> list[publications.Publication]:
    """Cards without an answer that stood for a working day; those younger are not looked at."""
    quiet, now = association.quiet_hours, house.clock.now()

    def waited(card: publications.Publication) -> bool:
        posted = int(discord.utils.snowflake_time(card.message_id or 0).timestamp())
        return quiet.after_working_days(posted, 1) <= now

    return await waiting(house, association, waited)


@action("introductions:unanswered")
async def show_unanswered(press: Press) -> None:
    """Show organisers which introductions wait for a word."""
    press.require_organiser()
    await press.defer()
    found = await _late(press.house, press.association)
    urls = [(card, press.house.publications.url(press.association, card)) for card in found]
    places = [channel(card.thread_id) if card.thread_id else url for card, url in urls if url is not None]
    if places:
        await press.show(cards.recap(press.words, places, None))
    else:
        await press.answer("intro-recap-none")
