"""Whoever was chosen says whether it is agreed, or has an easy no; the author says that it was done. Nobody is tied
before both said so."""

from __future__ import annotations

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, leaving
from bot.ui.cards import card, row
from bot.ui.press import Press
from bot.words.text import member
from cogs.help_requests import offer_thanks
from cogs.opportunities import filling, hands, interest_cards, interest_store, letters, places, rules, store
from cogs.opportunities.rules import Interest, Mission


@action("opportunities:agree", reaches=True)
async def agree(press: Press, mission_id: int) -> None:
    """It is agreed: the two are tied, and the author hears of it."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission, hand = await _chosen(press, db, mission_id)
        if mission.confirmed is not None or not await hands.meet(
            house, association, db, mission.author_id, press.user_id
        ):
            raise Refusal("mission-said-already")
        await filling.confirm(house, association, db, mission)
        await house.contact.show_again(db, letters.CHOSEN, letters.hand_key(hand))
    thanks = offer_thanks(press.words, places.topic(mission.id))
    await press.show(card(press.words("mission-confirm-noted"), row(thanks)))
    await house.outbox.send_now(association, patience=0)


@action("opportunities:not_this_time")
@leaving
async def not_this_time(press: Press, mission_id: int) -> None:
    """They can't, after all: nothing ties the two, and somebody is looked for again."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission, hand = await _chosen(press, db, mission_id)
        await filling.decline(house, association, db, mission, hand)
    await press.answer("mission-not-this-time")
    await house.outbox.send_now(association, patience=0)


@action("opportunities:done", reaches=True)
async def done(press: Press, mission_id: int) -> None:
    """The author says that it was done with whom they chose."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission = rules.check_own(await store.get(db, mission_id), press.user_id)
        hand = await interest_store.chosen(db, mission)
        if hand is None or mission.confirmed is not None:
            raise Refusal("mission-said-already")
        await filling.done(house, db, mission, hand)
    words = press.words
    said = words("mission-filled-with-noted", member=member(hand.member_id), tied="yes")
    thanks = offer_thanks(words, places.topic(mission.id))
    await press.show(interest_cards.noted(words, said, mission.id, thanks, reopens=False))
    await house.outbox.send_now(association, patience=0)


async def _chosen(press: Press, db: Connection, mission_id: int) -> tuple[Mission, Interest]:
    """The mission for which this person was chosen, and their hand. Raises `Refusal` for any other."""
    mission = await store.get(db, mission_id)
    hand = await interest_store.chosen(db, mission) if mission is not None else None
    if mission is None or hand is None or hand.member_id != press.user_id:
        raise Refusal("mission-said-already")
    return mission, hand
