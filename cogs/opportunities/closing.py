"""How a mission stands, as its author says: still open, done by a member, done elsewhere, or nothing any more. None of
it is a failure."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui import choosing_member
from bot.ui.actions import action, leaving
from bot.ui.cards import card, row
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import member
from cogs.help_requests import offer_thanks
from cogs.opportunities import filling, hands, interest_cards, interest_store, places, posts, rules, store
from cogs.opportunities.rules import Interest, Mission, State

FORM: Final = choosing_member.name_form("opportunities:filled_called", "mission-filled-form")


@action("opportunities:still_open")
async def still_open(press: Press, mission_id: int) -> None:
    """It goes on, or begins anew, for three weeks from now; not where the team took it down."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission = await _own(press, db, mission_id)
        if mission.removed:
            raise Refusal("mission-removed", offers=(rules.MINE,))
        await filling.open_again(house, association, db, mission)
        renewed = await _own(press, db, mission_id)
    day = datetime.fromtimestamp(renewed.expires_at, association.zone).date()
    said = press.words(
        "mission-still-noted", day=interest_cards.day(press.words, day), again="no" if mission.open else "yes"
    )
    await press.show(interest_cards.noted(press.words, said, mission.id, reopens=False))
    await house.outbox.send_now(association, patience=0)


@action("opportunities:elsewhere")
@leaving
async def elsewhere(press: Press, mission_id: int) -> None:
    """Somebody else does it: all is well."""
    await _settle(press, mission_id, State.ELSEWHERE, "mission-elsewhere-noted")


@action("opportunities:withdraw")
@leaving
async def withdraw(press: Press, mission_id: int) -> None:
    """Nobody is looked for any more."""
    await _settle(press, mission_id, State.WITHDRAWN, "mission-withdrawn-noted")


@action("opportunities:somebody")
@leaving
async def somebody(press: Press, mission_id: int) -> None:
    """Somebody here does it; who, stays between them."""
    await _settle(press, mission_id, State.FILLED, "mission-filled-noted")


async def _settle(press: Press, mission_id: int, state: State, said: str) -> None:
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission = await _open_or_ended(press, db, mission_id)
        await posts.settle(house, association, db, mission, state, by=press.user_id)
    await press.show(interest_cards.noted(press.words, press.words(said), mission.id, reopens=not mission.removed))
    await house.outbox.send_now(association, patience=0)


# Done by a member


@action("opportunities:filled")
async def filled(press: Press, mission_id: int) -> None:
    """Ask with whom: those who raised a hand first."""
    await filled_page(press, mission_id, 0)


@action("opportunities:filled_page")
async def filled_page(press: Press, mission_id: int, number: int) -> None:
    """A page of them."""
    db = press.association.read()
    mission = await _open_or_ended(press, db, mission_id)
    found = page_of(await hands.ever_raised(press.house, press.association, db, mission), number, interest_cards.PAGE)
    here = choosing_member.in_server(press)
    await press.show(interest_cards.with_whom(press.words, mission, found, here=here))


@action("opportunities:with", reaches=True)
async def with_hand(press: Press, mission_id: int, interest_id: int) -> None:
    """It is somebody who raised a hand; the two talked already."""
    async with press.association.transaction() as db:
        mission = await _open_or_ended(press, db, mission_id)
        for hand in await hands.ever_raised(press.house, press.association, db, mission):
            if hand.id == interest_id:
                await _fill(press, db, mission, hand.member_id, hand)
                break
        else:
            raise Refusal("mission-hand-gone")
    await _show_filled(press, mission, hand.member_id, tied=hand.up)


@action("opportunities:filled_by", reaches=True)
async def filled_by(press: Press, mission_id: int) -> None:
    """It is anybody here."""
    chosen = choosing_member.chosen(press)
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission = await _open_or_ended(press, db, mission_id)
        if chosen == press.user_id:
            raise Refusal("mission-filled-yourself")
        await hands.require_among_us(db, chosen)
        raised = {one.member_id: one for one in await hands.raised(house, association, db, mission)}
        await _fill(press, db, mission, chosen, raised.get(chosen))
    await _show_filled(press, mission, chosen, tied=chosen in raised)


async def _fill(press: Press, db: Connection, mission: Mission, member_id: int, hand: Interest | None) -> None:
    """Whoever holds a hand up said so too; anybody else is asked whether it is so."""
    if hand is not None and hand.up:
        await filling.fill_with(press.house, press.association, db, mission, hand)
    else:
        await filling.fill(press.house, press.association, db, mission, member_id)


async def _show_filled(press: Press, mission: Mission, member_id: int, *, tied: bool) -> None:
    words = press.words
    said = words("mission-filled-with-noted", member=member(member_id), tied="yes" if tied else "no")
    thanks = offer_thanks(words, places.topic(mission.id)) if tied else None
    await press.show(interest_cards.noted(words, said, mission.id, thanks))
    await press.house.outbox.send_now(press.association, patience=0)


@action("opportunities:filled_by_name", opens_form=True)
async def filled_by_name(press: Press, mission_id: int) -> None:
    """Ask for the beginning of a name: a list of members can't be had in a direct message."""
    await _open_or_ended(press, press.association.read(), mission_id)
    await press.open(FORM, str(mission_id))


@action("opportunities:filled_called", reaches=True)
async def filled_called(press: Press, mission_id: int) -> None:
    """Show the members whose name begins so."""
    await _open_or_ended(press, press.association.read(), mission_id)
    found = await choosing_member.called(press, press.fields.get("name", ""))
    await press.show(choosing_member.which(press.words, found, "opportunities:filled_by", mission_id))


# What whoever does it says


@action("opportunities:confirm", reaches=True)
async def confirm(press: Press, mission_id: int) -> None:
    """It is so: the two are tied, and the author hears of it."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission = await _done_by(press, db, mission_id)
        await filling.confirm(house, association, db, mission)
    thanks = offer_thanks(press.words, places.topic(mission.id))
    await press.change(card(press.words("mission-confirm-noted"), row(thanks)))
    await house.outbox.send_now(association, patience=0)


@action("opportunities:not_me")
@leaving
async def not_me(press: Press, mission_id: int) -> None:
    """It is not so: nobody ever hears of it."""
    async with press.association.transaction() as db:
        mission = await _done_by(press, db, mission_id)
        await interest_store.confirm(db, mission.id, yes=False)
    await press.change(card(press.words("mission-not-me")))


async def _done_by(press: Press, db: Connection, mission_id: int) -> Mission:
    """The mission that this person does according to its author, as long as they did not say whether it is so."""
    mission = await store.get(db, mission_id)
    if mission is None or mission.filled_by != press.user_id or mission.confirmed is not None:
        raise Refusal("mission-said-already")
    return mission


async def _own(press: Press, db: Connection, mission_id: int) -> Mission:
    return rules.check_own(await store.get(db, mission_id), press.user_id)


async def _open_or_ended(press: Press, db: Connection, mission_id: int) -> Mission:
    """One's own mission of which it isn't said yet how it ended: it is open, or its time was over."""
    mission = await _own(press, db, mission_id)
    if mission.state not in {State.OPEN, State.EXPIRED}:
        raise Refusal("mission-said-already")
    return mission
