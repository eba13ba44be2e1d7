"""How somebody who was asked names a member. Pure."""

from __future__ import annotations

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import button, card, row
from bot.ui.choosing_member import by_name, selector
from bot.words.i18n import Words
from bot.words.text import member
from cogs.help_requests.rules import Request


def whom(words: Words, request: Request, *, here: bool) -> discord.ui.LayoutView:
    """Whom do they think of? In a direct message Discord lists nobody to choose from: there a name is looked for."""
    outside = words("help-knows-outside", asker=member(request.asker_id)) if not request.private else None
    return card(
        words("help-knows"),
        outside or words("help-knows-inside"),
        selector(words, "help_requests:name", request.id) if here else None,
        row(
            None if here else by_name(words, "help_requests:by_name", request.id),
            button(words.plain("help-ask-take"), custom_id("help_requests:take", request.id)),
            button(words.plain("help-ask-decline"), custom_id("help_requests:decline", request.id)),
        ),
    )
