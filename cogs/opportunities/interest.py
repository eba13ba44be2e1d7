""" "Ça m'intéresse": a hand is raised, for the author's eyes alone; and lowered. A word may come with it, no price."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.cards import button, card, row
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from cogs.opportunities import hands, interest_cards, interest_store, letters, places, rules, store
from cogs.opportunities.rules import Mission

FORM: Final = declare(
    Form("opportunities:raised", "mission-interest-form", (Field("word", long=True, limit=rules.WORD),))
)


@action("opportunities:interested", opens_form=True)
async def interested(press: Press, mission_id: int) -> None:
    """Open the form; whoever raised a hand already sees it, with the way back. The notice comes first."""
    if not await notice.accepted(press, f"opportunities:interested:{mission_id}"):
        return
    db = press.association.read()
    mission = await _of_another(press, db, mission_id)
    hand = await interest_store.of(db, mission.id, press.user_id)
    if hand is not None and hand.up:
        await press.show(interest_cards.hand(press.words, mission, hand, new=False))
        return
    await press.open(FORM, str(mission.id))


@action("opportunities:reword", opens_form=True)
async def reword(press: Press, mission_id: int) -> None:
    """Open the form with one's word in it."""
    db = press.association.read()
    mission = await _of_another(press, db, mission_id)
    hand = await interest_store.of(db, mission.id, press.user_id)
    await press.open(FORM, str(mission.id), values={"word": hand.word if hand is not None else ""})


@action("opportunities:raised", reaches=True)
async def raise_hand(press: Press, mission_id: int) -> None:
    """Keep it, and tell the author. Of two who are to be kept apart the author hears nothing: it looks the same."""
    house, association = press.house, press.association
    word = rules.read_word(press.fields.get("word", ""))
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, f"opportunities:interested:{mission_id}")
        mission = await _of_another(press, db, mission_id)
        await interest_store.raise_hand(db, mission.id, press.user_id, word, press.now())
        await interest_store.answer_named(db, mission.id, press.user_id, "yes")
        hand = await interest_store.of(db, mission.id, press.user_id)
        assert hand is not None
        if await hands.meet(house, association, db, mission.author_id, press.user_id):
            key = letters.hand_key(hand)
            await house.contact.write(association, db, mission.author_id, letters.RAISED, key)
            await house.contact.show_again(db, letters.RAISED, key)
        await letters.show_asked(house, db, mission.id, press.user_id)
    await press.show(interest_cards.hand(press.words, mission, hand, new=True))
    await house.outbox.send_now(association, patience=0)


@action("opportunities:take_back")
@leaving
async def lower_hand(press: Press, mission_id: int) -> None:
    """Finally not: the author sees it no more, and hears nothing of it."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        hand = await interest_store.of(db, mission_id, press.user_id)
        if hand is None or not hand.up:
            raise Refusal("mission-no-hand")
        mission = await store.get(db, mission_id)
        assert mission is not None
        await house.contact.take_back(association, db, mission.author_id, letters.RAISED, letters.hand_key(hand))
        await house.publications.take_down(association, db, places.THREAD, hand.id)
        await interest_store.lower_hand(db, hand.id)
        await interest_store.answer_named(db, mission_id, press.user_id, None)
        await house.contact.show_again(db, letters.RAISED, letters.hand_key(hand))
        await letters.show_asked(house, db, mission_id, press.user_id)
    more = button(press.words.plain("offer-opportunities-list"), custom_id("opportunities:list", 0, ""))
    await press.answer("mission-hand-taken-back", row(more))
    await house.outbox.send_now(association, patience=0)


@action("opportunities:decline")
@leaving
async def decline(press: Press, mission_id: int) -> None:
    """ "Pas pour moi": nobody ever hears of it."""
    async with press.association.transaction() as db:
        await interest_store.answer_named(db, mission_id, press.user_id, "no")
    await press.change(card(press.words("mission-declined")))


async def _of_another(press: Press, db: Connection, mission_id: int) -> Mission:
    """An open mission of somebody else who is here. Raises `Refusal` for any other."""
    mission = await hands.wanted(db, mission_id)
    if mission.author_id == press.user_id:
        raise Refusal("mission-own", offers=(rules.MINE,))
    return mission
