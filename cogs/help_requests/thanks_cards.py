"""Thanks as people see them. Pure."""

from __future__ import annotations

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, row
from bot.words.i18n import Words
from bot.words.text import Safe, member
from cogs.help_requests.rules import Request


def preview(words: Words, receiver: int, reason: str, draft_id: int, *, thread: bool) -> discord.ui.LayoutView:
    """What will be said, and the ways to say it."""
    show = button(words.plain("thanks-show"), custom_id("help_requests:thank_shown", draft_id, receiver), style=PRIMARY)
    send = custom_id("help_requests:thank_privately", draft_id, receiver)
    return card(
        words("thanks-preview", member=member(receiver), reason=reason),
        row(
            show if thread else None,
            button(words.plain("thanks-send"), send),
            button(words.plain("kernel-not-now"), "kernel:dismiss"),
        ),
    )


def offer(words: Words, matter: str, *, guild_id: int | None = None) -> discord.ui.Button[discord.ui.LayoutView]:
    """The button that leads to a thanks for a matter of another feature (`intro:42`); a letter says its `guild_id`."""
    name, _, number = matter.partition(":")
    act = custom_id("help_requests:thank_matter", name, int(number), guild_id=guild_id)
    return button(words.plain("thanks-form"), act, style=PRIMARY)


def shown(words: Words, giver: int, receiver: int, reason: str) -> discord.ui.LayoutView:
    """A thanks in a thread; nobody is pinged."""
    return card(words("thanks-post", giver=member(giver), receiver=member(receiver), reason=reason))


def solved_for(words: Words, request: Request, mine: Safe, guild_id: int) -> list[Block]:
    """To its asker: the team says that a request is solved; who helped can be said, and it can be reopened."""
    reopen = custom_id("help_requests:reopen", request.id, guild_id=guild_id)
    return [
        words("help-solved-by-team", question=request.question, mine=mine),
        row(button(words.plain("help-reopen"), reopen)),
    ]
