"""`/moi opposition`: out of figures and of whatever brings people together. Help is asked for and lent as before."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import members, objections
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.privacy import choice_cards
from cogs.privacy.wishes import known


@action("privacy:objection")
async def show(press: Press) -> None:
    """Whether they object, and what that means."""
    member = known(press)
    stands = await objections.stands(press.association.read(), member.id)
    await press.show(choice_cards.objection(press.words, stands=stands))


@action("privacy:object")
async def object_to_it(press: Press) -> None:
    """From now on; what they are in that brings them together with others goes on without them."""
    known(press)
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        if await members.get(db, press.user_id) is None:
            raise Refusal("privacy-nothing-known")
        await press.house.lifecycle.object(association, db, press.user_id)
    await press.house.outbox.send_now(association)
    await show(press)


@action("privacy:object_no_more")
async def object_no_more(press: Press) -> None:
    """As before."""
    known(press)
    async with press.association.transaction() as db:
        await objections.withdraw(db, press.user_id)
    await show(press)
