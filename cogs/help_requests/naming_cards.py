"""How somebody who was asked names a member. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import Choice, button, card, member_select, row, select
from bot.words.i18n import Words
from bot.words.text import member
from cogs.help_requests.rules import Request


def whom(words: Words, request: Request, *, here: bool) -> discord.ui.LayoutView:
    """Whom do they think of? In a direct message Discord lists nobody to choose from: there a name is looked for."""
    choose = member_select(custom_id("help_requests:name", request.id), words.plain("help-knows-choose"), None)
    by_name = button(words.plain("help-knows-by-name"), custom_id("help_requests:by_name", request.id))
    outside = words("help-knows-outside", asker=member(request.asker_id)) if not request.private else None
    return card(
        words("help-knows"),
        outside or words("help-knows-inside"),
        row(choose) if here else None,
        row(
            None if here else by_name,
            button(words.plain("help-ask-take"), custom_id("help_requests:take", request.id)),
            button(words.plain("help-ask-decline"), custom_id("help_requests:decline", request.id)),
        ),
    )


def which(words: Words, request: Request, found: Sequence[tuple[int, str]]) -> discord.ui.LayoutView:
    """The members whose name begins as was typed."""
    choices = [Choice(str(member_id), name) for member_id, name in found]
    return card(
        words("help-name-which"),
        row(select(custom_id("help_requests:name", request.id), words.plain("help-knows-choose"), choices)),
    )
