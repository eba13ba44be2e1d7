"""Ask once before something that can't be undone."""

from __future__ import annotations

import discord

from bot.ui.cards import DANGER, button, card, row
from bot.words.i18n import Words
from bot.words.text import Safe


def confirmation(words: Words, question: Safe, yes: str, act: str) -> discord.ui.LayoutView:
    """A question with the button `yes` (a message key) for the act, and "Pas maintenant"."""
    return card(
        question,
        row(
            button(words.plain(yes), act, style=DANGER),
            button(words.plain("kernel-not-now"), "kernel:dismiss"),
        ),
    )
