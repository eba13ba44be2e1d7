"""Opening softly, once all is published: the team writes first, then a small group comes."""

from __future__ import annotations

from bot.storage import features, publications
from bot.storage.association import Association
from bot.storage.preferences import Preference
from bot.ui.actions import action
from bot.ui.press import Press
from cogs import help_requests, introductions, tips
from cogs.organisers import opening_cards as cards
from cogs.organisers.opening_cards import Progress


async def progress(association: Association) -> Progress:
    """How far it is, by what stands: only the team is there before it invites."""
    db = association.read()
    return Progress(
        tips=await _count(association, tips.CHANNEL, tips.CARD),
        requests=await _count(association, help_requests.CHANNEL, help_requests.CARD),
        introduced=await publications.how_many(db, introductions.CARD),
    )


async def _count(association: Association, channel: Preference[int | None], kind: str) -> int | None:
    if association.preferences[channel] is None or not features.is_on(association, channel.feature):
        return None
    return await publications.how_many(association.read(), kind)


async def show(press: Press, found: Progress) -> None:
    """What to do next."""
    await press.show(cards.softly(press.words, found))


@action("organisers:softly")
async def softly(press: Press) -> None:
    """Three tips, two requests, a first group."""
    press.require_organiser()
    await show(press, await progress(press.association))


@action("organisers:invitation")
async def invitation(press: Press) -> None:
    """The text that invites: what members will read, so in the association's own words."""
    press.require_organiser()
    association = press.association
    await press.show(cards.invitation(association.words, association.name, association.contact))
