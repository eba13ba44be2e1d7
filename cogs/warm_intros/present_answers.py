"""What those say who are to be brought together: yes, or rather not. A no is a no, and nobody hears of it."""

from __future__ import annotations

from bot.delivery import letters as delivered
from bot.delivery.letters import OVER
from bot.errors import Refusal
from bot.people import objections
from bot.storage.database import Connection
from bot.ui.actions import action, leaving
from bot.ui.cards import card
from bot.ui.press import Press
from bot.words.text import moment
from cogs.warm_intros import intro_store, kinds, present_ending, searching, standing, threads
from cogs.warm_intros.rules import Intro, Kind, Says


@action("warm_intros:meet", reaches=True)
async def meet(press: Press, intro_id: int) -> None:
    """ "Oui, avec plaisir". What is read then is the same whatever the other said, or will say."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        intro = await _asked(press, db, intro_id)
        await objections.require_none(db, press.user_id)
        await intro_store.say(db, intro.id, intro.seat(press.user_id), Says.YES)
        await house.contact.answered(db, press.user_id, kinds.question(intro), str(intro.id))
        await _bring_together(press, db, intro.id)
    await press.change(card(press.words("intros-meet-noted", kind=intro.kind.value, by=moment(intro.answer_by, "D"))))
    await house.outbox.send_now(association, patience=0)


@action("warm_intros:rather_not")
@leaving
async def rather_not(press: Press, intro_id: int) -> None:
    """ "Pas cette fois": whoever has not been asked yet isn't any more, and a search goes on."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        intro = await _asked(press, db, intro_id)
        await house.contact.answered(db, press.user_id, kinds.question(intro), str(intro.id))
        await present_ending.say_no(house, association, db, intro, press.user_id)
    await press.change(card(press.words("intros-rather-not-noted")))
    await house.outbox.send_now(association, patience=0)


async def _bring_together(press: Press, db: Connection, intro_id: int) -> None:
    """Everybody said yes: the thread opens, unless one of them went, or is to be kept apart by now."""
    house, association = press.house, press.association
    intro = await intro_store.get(db, intro_id)
    if intro is None or not intro.agreed:
        return
    if not await standing.may_meet(house, association, db, intro):
        if intro.kind is Kind.TARGET:
            await present_ending.give_up(house, association, db, intro)
        return
    await house.contact.take_back(association, db, intro.introducer_id, kinds.NOT_THIS_TIME, str(intro.id))
    search = await standing.wanted(house, db, intro.search_id) if intro.search_id is not None else None
    if search is not None:
        await searching.found(house, association, db, search, intro.id, by=press.user_id)
    else:
        await threads.open_for(house, association, db, intro.id)


async def _asked(press: Press, db: Connection, intro_id: int) -> Intro:
    """The introduction for which this person was asked and still may answer. Raises `Refusal` for anything else;
    whoever is to be kept apart from the introducer by now can't tell it from one that is over."""
    intro = await intro_store.get(db, intro_id)
    if intro is None or press.user_id not in intro.asks:
        raise Refusal("intros-not-asked")
    letter = await delivered.still_asked(db, press.user_id, kinds.question(intro), str(intro.id))
    if letter is None or letter.sent_at is None:
        raise Refusal("intros-not-asked")
    said = intro.first_says if intro.seat(press.user_id) == "first" else intro.second_says
    if said in {Says.YES, Says.NO}:
        raise Refusal("intros-said-already")
    stands = standing.introducer_stands(press.house, press.association, db, intro, press.user_id)
    if not intro.goes_on(press.now()) or not await stands:
        raise Refusal(OVER)
    return intro
