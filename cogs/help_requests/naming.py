""" "Je connais quelqu'un": whoever was asked names a member, who is asked in their name. Whether that person could be
asked (their caps, an avoid entry, an earlier question) is never said."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.ui import choosing_member
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.press import Press
from cogs.help_requests import naming_cards, people_store, rounds
from cogs.help_requests.helping import asked

FORM: Final = choosing_member.name_form("help_requests:named", "help-name-form")


@action("help_requests:knows")
async def knows(press: Press, request_id: int) -> None:
    """Ask whom they think of."""
    request = await asked(press, press.association.read(), request_id)
    await press.change(naming_cards.whom(press.words, request, here=choosing_member.in_server(press)))


@action("help_requests:by_name", opens_form=True)
async def by_name(press: Press, request_id: int) -> None:
    """Ask for the beginning of a name: a list of members can't be had in a direct message."""
    await asked(press, press.association.read(), request_id)
    await press.open(FORM, str(request_id))


@action("help_requests:named", reaches=True)
async def named(press: Press, request_id: int) -> None:
    """Show the members whose name begins so."""
    request = await asked(press, press.association.read(), request_id)
    found = await choosing_member.called(press, press.fields.get("name", ""))
    await press.change(choosing_member.which(press.words, found, "help_requests:name", request.id))


@action("help_requests:name")
async def name(press: Press, request_id: int) -> None:
    """Ask the person that was chosen, if that can be."""
    chosen = choosing_member.chosen(press, bot="help-name-bot")
    house, association, namer = press.house, press.association, press.user_id
    async with association.transaction() as db:
        request = await asked(press, db, request_id)
        if chosen == namer:
            raise Refusal("help-name-yourself")
        if chosen == request.asker_id and not request.private:
            raise Refusal("help-name-asker")
        await members.require_among_us(db, chosen)
        able = await rounds.reachable(house, association, db, request, [chosen])
        apart = await house.lifecycle.kept_apart(association, db, namer, able)
        if able and not apart and await people_store.note_asked(db, request.id, chosen, press.now(), named_by=namer):
            await rounds.send(house, association, db, request, chosen)
        await people_store.answer(db, request.id, namer, "knows")
    await press.change(card(press.words("help-named")))
    await house.outbox.send_now(association, patience=0)
