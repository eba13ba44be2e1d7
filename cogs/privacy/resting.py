"""`/moi pause` and `/moi reprendre`: hidden, not written to, and everything is kept."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import members, presence
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.privacy import choice_cards
from cogs.privacy.wishes import known


@action("privacy:rest_ask")
async def ask_to_rest(press: Press) -> None:
    """Say what it means, once. Whoever rests already is told since when."""
    member = known(press)
    if member.resting:
        await press.show(choice_cards.at_rest(press.words, member))
    else:
        await press.show(choice_cards.rest_ask(press.words))


@action("privacy:rest")
async def rest(press: Press) -> None:
    """Hide everything of theirs; until when it is kept is said."""
    known(press)
    await press.defer()
    house, association = press.house, press.association
    async with association.transaction() as db:
        await house.lifecycle.pause(association, db, press.user_id)
        member = await members.get(db, press.user_id)
    if member is None:
        raise Refusal("privacy-nothing-known")
    await house.outbox.send_now(association)
    last = presence.day_of(press.now()) + presence.FORGOTTEN
    await press.show(choice_cards.rests(press.words, last))


@action("privacy:return")
async def come_back(press: Press) -> None:
    """Everything as it was."""
    known(press)
    await press.defer()
    house, association = press.house, press.association
    async with association.transaction() as db:
        back = await house.lifecycle.resume(association, db, press.user_id)
        press.member = await members.get(db, press.user_id)
    if not back:
        await press.answer("privacy-not-at-rest")
        return
    await house.outbox.send_now(association)
    await press.show(choice_cards.is_back(press.words))
