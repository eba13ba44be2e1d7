"""Choosing a member: from Discord's own list in a server, by the beginning of a name in a direct message, where Discord
lists nobody. A feature declares a form with `name_form`, and has three acts: one that opens it, one that receives it
and answers with `which`, one that gets whom they chose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.errors import Refusal
from bot.ui.actions import custom_id
from bot.ui.cards import Choice, button, card, member_select, row, select
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.i18n import Words
from bot.words.text import OPTIONS

NAME: Final = 40
"""Characters of a name that is looked for."""

Found = tuple[int, str]
"""A member, by id and by the name that people see."""


def name_form(act: str, words: str) -> Form:
    """Declare the form in which the beginning of a name is typed, field `name`; `act` receives it, `words` is its
    title, with `<words>-name` for the field."""
    return declare(Form(act, words, (Field("name", required=True, limit=NAME),)))


def in_server(press: Press) -> bool:
    """Whether Discord lists members here."""
    return press.interaction.guild_id is not None


def selector(words: Words, act: str, *arguments: int) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """Discord's list of members; `act` gets the one chosen. For a server alone."""
    return row(member_select(custom_id(act, *arguments), words.plain("member-choose"), None))


def by_name(words: Words, act: str, *arguments: int) -> discord.ui.Button[discord.ui.LayoutView]:
    """The button in its place in a direct message; `act` opens the form of a name."""
    return button(words.plain("member-by-name"), custom_id(act, *arguments))


async def called(press: Press, name: str) -> list[Found]:
    """Members of the server whose name begins so, bots aside, as Discord finds them. Raises `Refusal` for none. Calls
    out: not inside a transaction."""
    guild = press.house.client.get_guild(press.association.guild_id)
    if guild is None:
        raise Refusal("kernel-no-association")
    try:
        async with outside():
            seen = await guild.query_members(name, limit=OPTIONS)
    except (Undeliverable, Undecided):
        seen = []
    found = [(one.id, one.display_name) for one in seen if not one.bot]
    if not found:
        raise Refusal("member-nobody", name=name)
    return found


def which(words: Words, found: Sequence[Found], act: str, *arguments: int) -> discord.ui.LayoutView:
    """The members whose name begins as was typed; `act` gets the one chosen."""
    choices = [Choice(str(member_id), name) for member_id, name in found]
    return card(words("member-which"), row(select(custom_id(act, *arguments), words.plain("member-choose"), choices)))


def chosen(press: Press, *, bot: str = "member-is-a-bot", field: str = "") -> int:
    """Whom a press chose: in a select, or in the member `field` of a form. Raises `Refusal` for a forged choice, and
    with the message `bot` for a bot."""
    choice = press.fields.get(field, "") if field else press.choice
    if not choice.isdecimal():
        raise Refusal("kernel-stale-press")
    data: Any = press.interaction.data or {}
    users = data.get("resolved", {}).get("users", {})
    if users.get(choice, {}).get("bot"):
        raise Refusal(bot)
    return int(choice)
