"""The notice before the first storage: who runs this, what is kept, why, how long, your rights. Its button carries the
act."""

from __future__ import annotations

import discord

from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.ui.actions import Rest, action, custom_id, parse
from bot.ui.cards import PRIMARY, button, card, row
from bot.ui.press import Press
from bot.words.i18n import Words


async def accepted(press: Press, act: str, *, typed: str = "", note: str = "") -> bool:
    """Whether the person may store something now. If not, they are shown the notice, which goes on to `act` once
    accepted; `typed` is what they wrote in a command, shown back so that it isn't lost; `note` is the message that says
    what is different for this act."""
    if press.may_store:
        return True
    check_complete(press)
    await press.show(card_of(press.association, press.words, act, typed, note))
    return False


def card_of(association: Association, words: Words, act: str, typed: str = "", note: str = "") -> discord.ui.LayoutView:
    """The notice as it is shown."""
    return card(
        words("notice-title"),
        words(
            "notice",
            association=association.name,
            contact=association.contact,
            full=association.command("moi confidentialite"),
        ),
        words(note) if note else None,
        words("notice-typed", typed=typed) if typed else None,
        row(
            button(
                words.plain("notice-accept"), custom_id("kernel:accept", members.NOTICE_VERSION, act), style=PRIMARY
            ),
            button(words.plain("kernel-not-now"), "kernel:decline"),
        ),
    )


def require(press: Press, act: str) -> None:
    """Raise `Refusal` for somebody who has not accepted the notice as it stands: nothing of theirs may be stored. `act`
    is offered instead, and begins with the notice."""
    if not press.may_store:
        check_complete(press)
        raise Refusal("notice-first", offers=(act,))


def check_complete(press: Press) -> None:
    """Raise `Refusal` while the association's name or contact is missing: nobody could know who keeps their data."""
    if not press.association.name or not press.association.contact:
        raise Refusal("notice-association-incomplete")


@action("kernel:accept", opens_form=True)
async def accept(press: Press, version: int, act: Rest) -> None:
    """Keep version and date of what was accepted, then go on with the act. An older notice is no longer accepted."""
    check_complete(press)
    if version != members.NOTICE_VERSION:
        await press.show(card_of(press.association, press.words, act))
        return
    following, arguments = parse(act)
    async with press.association.transaction() as db:
        await members.accept_notice(db, press.user_id, press.now())
        press.member = await members.get(db, press.user_id)
    press.act, press.feature = act, act.partition(":")[0]
    await press.house.gates.pass_through(press)
    await following.handler(press, *arguments)


@action("kernel:decline")
async def decline(press: Press) -> None:
    """Nothing is stored; reading and searching stay open."""
    await press.answer("notice-declined")
