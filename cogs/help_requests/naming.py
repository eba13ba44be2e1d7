""" "Je connais quelqu'un": whoever was asked names a member, who is asked in their name. Whether that person could be
asked (their caps, an avoid entry, an earlier question) is never said."""

from __future__ import annotations

from typing import Any, Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.errors import Refusal
from bot.people import members
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import OPTIONS, member
from cogs.help_requests import naming_cards, people_store, rounds, rules
from cogs.help_requests.helping import asked
from cogs.help_requests.letters import kept_apart

FORM: Final = declare(
    Form("help_requests:named", "help-name-form", (Field("name", required=True, limit=rules.PERSON),))
)


@action("help_requests:knows")
async def knows(press: Press, request_id: int) -> None:
    """Ask whom they think of."""
    request = await asked(press, press.association.read(), request_id)
    await press.change(naming_cards.whom(press.words, request, here=press.interaction.guild_id is not None))


@action("help_requests:by_name", opens_form=True)
async def by_name(press: Press, request_id: int) -> None:
    """Ask for the beginning of a name: a list of members can't be had in a direct message."""
    await asked(press, press.association.read(), request_id)
    await press.open(FORM, str(request_id))


@action("help_requests:named", reaches=True)
async def named(press: Press, request_id: int) -> None:
    """Show the members whose name begins so."""
    request = await asked(press, press.association.read(), request_id)
    name = press.fields.get("name", "")
    found = [(one.id, one.display_name) for one in await _called(press, name) if not one.bot]
    if not found:
        raise Refusal("help-name-nobody", name=name)
    await press.change(naming_cards.which(press.words, request, found))


@action("help_requests:name")
async def name(press: Press, request_id: int) -> None:
    """Ask the person that was chosen, if that can be."""
    chosen = _chosen(press)
    house, association, namer = press.house, press.association, press.user_id
    async with association.transaction() as db:
        request = await asked(press, db, request_id)
        if chosen == namer:
            raise Refusal("help-name-yourself")
        if chosen == request.asker_id and not request.private:
            raise Refusal("help-name-asker")
        person = await members.get(db, chosen)
        if person is None or not person.accepted:
            raise Refusal("kernel-not-among-us", member=member(chosen))
        able = await rounds.reachable(house, association, db, request, [chosen])
        apart = await kept_apart(house, association, db, namer, able)
        if able and not apart and await people_store.note_asked(db, request.id, chosen, press.now(), named_by=namer):
            await rounds.send(house, association, db, request, chosen)
        await people_store.answer(db, request.id, namer, "knows")
    await press.change(card(press.words("help-named")))
    await house.outbox.send_now(association, patience=0)


def _chosen(press: Press) -> int:
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    data: Any = press.interaction.data or {}
    users = data.get("resolved", {}).get("users", {})
    if users.get(press.choice, {}).get("bot"):
        raise Refusal("help-name-bot")
    return int(press.choice)


async def _called(press: Press, name: str) -> list[discord.Member]:
    """Members of the server whose name begins so, as Discord finds them."""
    guild = press.house.client.get_guild(press.association.guild_id)
    if guild is None:
        raise Refusal("kernel-no-association")
    try:
        async with outside():
            return await guild.query_members(name, limit=OPTIONS)
    except (Undeliverable, Undecided):
        return []
