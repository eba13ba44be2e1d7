""" "Je connais quelqu'un": a member is asked in somebody's name. Whether that person could be asked (their caps, an
avoid entry, an objection, an earlier question) is never said."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members, objections
from bot.storage.database import Connection
from bot.ui import choosing_member, notice
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.press import Press
from cogs.opportunities import hands, interest_cards, interest_store, letters, places
from cogs.opportunities.rules import Mission

FORM: Final = choosing_member.name_form("opportunities:named", "mission-name-form")


@action("opportunities:know")
async def know(press: Press, mission_id: int) -> None:
    """Ask whom they think of; the notice comes first."""
    if not await notice.accepted(press, f"opportunities:know:{mission_id}"):
        return
    mission = await hands.wanted(press.association.read(), mission_id)
    await press.show(interest_cards.whom(press.words, mission, here=choosing_member.in_server(press)))


@action("opportunities:by_name", opens_form=True)
async def by_name(press: Press, mission_id: int) -> None:
    """Ask for the beginning of a name: a list of members can't be had in a direct message."""
    await hands.wanted(press.association.read(), mission_id)
    await press.open(FORM, str(mission_id))


@action("opportunities:named", reaches=True)
async def named(press: Press, mission_id: int) -> None:
    """Show the members whose name begins so."""
    notice.require(press, f"opportunities:know:{mission_id}")
    await hands.wanted(press.association.read(), mission_id)
    found = await choosing_member.called(press, press.fields.get("name", ""))
    await press.show(choosing_member.which(press.words, found, "opportunities:name", mission_id))


@action("opportunities:name", reaches=True)
async def name(press: Press, mission_id: int) -> None:
    """Ask the person that was chosen, if that can be."""
    chosen = choosing_member.chosen(press, bot="mission-name-bot")
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, f"opportunities:know:{mission_id}")
        mission = await hands.wanted(db, mission_id)
        if chosen == mission.author_id:
            raise Refusal("mission-name-author")
        if chosen == press.user_id:
            raise Refusal("mission-name-yourself")
        await hands.require_among_us(db, chosen)
        await _ask(press, db, mission, chosen)
    await press.show(card(press.words("mission-named-noted")))
    await press.house.outbox.send_now(association, patience=0)


async def _ask(press: Press, db: Connection, mission: Mission, chosen: int) -> None:
    house, association = press.house, press.association
    able = await house.contact.may_ask(association, db, [chosen], letters.PURPOSE)
    apart = [
        one
        for one in (press.user_id, mission.author_id)
        if await house.lifecycle.kept_apart(association, db, one, [chosen])
    ]
    knows = await interest_store.of(db, mission.id, chosen) is not None
    closed = mission.author_id in await hands.closed_to(house, db)
    if not able or apart or knows or closed or await objections.stands(db, chosen):
        return
    if await interest_store.note_named(db, mission.id, chosen, press.user_id, press.now()):
        key, topic = str(mission.id), places.topic(mission.id)
        await house.contact.write(association, db, chosen, letters.NAMED, key, topic=topic)
