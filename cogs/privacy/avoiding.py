"""`/moi eviter`: a private list of people one does not want to be brought together with."""

from __future__ import annotations

from functools import partial

from bot.errors import Refusal
from bot.people import avoid, members
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.privacy import cards
from cogs.privacy.wishes import known


@action("privacy:avoiding")
async def show(press: Press) -> None:
    """The list. Whoever is not among us (yet, or any more) is only counted: nothing but a hash of them is kept."""
    member = known(press)
    people, others = await _listed(press, press.association.read(), member.id)
    await press.show(cards.avoiding(press.words, people, others=len(others)))


async def _listed(press: Press, db: Connection, author_id: int) -> tuple[list[int], list[str]]:
    """Those on somebody's list who are among us, and the hashes of the others."""
    aliases = await avoid.of(db, author_id)
    alias = partial(press.house.lifecycle.alias, press.association)
    here = {alias(other): other for other in await members.present_ids(db)} if aliases else {}
    return [here[said] for said in aliases if said in here], [said for said in aliases if said not in here]


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


@action("privacy:meet_others_again")
async def remove_others(press: Press) -> None:
    """Take everybody off the list who is not among us: nobody can choose them."""
    member = known(press)
    async with press.association.transaction() as db:
        _, others = await _listed(press, db, member.id)
        for alias in others:
            await avoid.remove(db, member.id, alias)
    await show(press)
