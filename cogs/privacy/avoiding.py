"""`/moi eviter`: a private list of people one does not want to be brought together with."""

from __future__ import annotations

from functools import partial

from bot.errors import Refusal
from bot.people import avoid, members
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.privacy import cards
from cogs.privacy.wishes import known


@action("privacy:avoiding")
async def show(press: Press) -> None:
    """The list. Whoever is not among us (yet, or any more) is only counted: nothing but a hash of them is kept."""
    member = known(press)
    db = press.association.read()
    aliases = await avoid.of(db, member.id)
    alias = partial(press.house.lifecycle.alias, press.association)
    here = {alias(other): other for other in await members.present_ids(db)} if aliases else {}
    people = [here[said] for said in aliases if said in here]
    await press.show(cards.avoiding(press.words, people, others=len(aliases) - len(people)))


@action("privacy:avoid")
async def add(press: Press) -> None:
    """Add somebody; they may be anybody on the server, and never know."""
    member = known(press)
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    alias = partial(press.house.lifecycle.alias, press.association)
    async with press.association.transaction() as db:
        await avoid.add(db, member.id, alias(int(press.choice)), alias(member.id), press.now())
    await show(press)


@action("privacy:meet_again")
async def remove(press: Press) -> None:
    """Take somebody off the list."""
    member = known(press)
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        alias = press.house.lifecycle.alias(press.association, int(press.choice))
        await avoid.remove(db, member.id, alias)
    await show(press)
