"""What a person wants of the bot: the language of private answers, quiet, how often they are asked, and for what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.delivery import wishes
from bot.errors import Refusal
from bot.people.members import Member
from bot.schedule.clock import DAY
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.privacy import cards

LENGTHS: Final[Mapping[str, int]] = dict(zip(cards.PAUSES, (7 * DAY, 30 * DAY, 91 * DAY), strict=True))
"""How long somebody can be left alone, in seconds."""


@action("privacy:preferences")
async def show(press: Press) -> None:
    """Everything that can be chosen."""
    member = known(press)
    wanted = await wishes.of(press.association.read(), member.id)
    asking = bool(press.house.contact.purposes)
    await press.show(cards.preferences(press.words, member, wanted, asking=asking, now=press.now()))


@action("privacy:pause")
async def pause(press: Press) -> None:
    """Leave them alone for a while."""
    if press.choice not in LENGTHS:
        raise Refusal("kernel-stale-press")
    await _pause(press, press.now() + LENGTHS[press.choice])


@action("privacy:resume")
async def resume(press: Press) -> None:
    """End the pause."""
    await _pause(press, None)


async def _pause(press: Press, until: int | None) -> None:
    member = known(press)
    async with press.association.transaction() as db:
        await wishes.pause(db, member.id, until)
        await press.house.contact.reconsider(press.association, db, member.id)
    await show(press)


@action("privacy:asks")
async def choose_how_often(press: Press) -> None:
    """Once to three times a week."""
    member = known(press)
    if press.choice not in cards.OFTEN:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await wishes.allow_asks(db, member.id, int(press.choice))
        await press.house.contact.reconsider(press.association, db, member.id)
    await show(press)


@action("privacy:propose_again")
async def propose_again(press: Press) -> None:
    """Undo a "Ne plus me proposer"."""
    member = known(press)
    async with press.association.transaction() as db:
        await wishes.accept_again(db, member.id, press.choice)
    await show(press)


def known(press: Press) -> Member:
    """The person who acts. Raises `Refusal` when nothing is known of them."""
    if press.member is None:
        raise Refusal("privacy-nothing-known")
    return press.member
