"""What the bot writes to one person about questions. Pure."""

from __future__ import annotations

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import Block, button, link_button, row
from bot.words.i18n import Words
from cogs.prompts.rules import Content, State, Suggestion

Button = discord.ui.Button[discord.ui.LayoutView]


def invitation(words: Words, content: Content, url: str) -> list[Block]:
    """To the host: the question stands, would they begin?"""
    return [
        words("prompts-host", text=content.text),
        row(link_button(words.plain("prompts-open-thread"), url)),
    ]


def decided(words: Words, guild_id: int, suggestion: Suggestion, *, on: bool) -> list[Block]:
    """To whoever proposed a question: it will be asked, once the ritual is `on`, or it won't, and why."""
    if suggestion.state is not State.ACCEPTED:
        return [words("prompts-declined", text=suggestion.text, word=suggestion.word)]
    reworded = "yes" if suggestion.reworded else "no"
    named = "yes" if suggestion.named else "no"
    return [
        words("prompts-accepted", text=suggestion.text, reworded=reworded, named=named, on="yes" if on else "no"),
        words("prompts-original", text=suggestion.original or "") if suggestion.reworded else None,
        row(naming(words, suggestion, guild_id), withdrawing(words, suggestion, guild_id)),
    ]


def asked(words: Words, guild_id: int, suggestion: Suggestion, url: str) -> list[Block]:
    """To whoever proposed a question: it stands."""
    return [
        words("prompts-asked", text=suggestion.text),
        row(link_button(words.plain("prompts-open-thread"), url), naming(words, suggestion, guild_id)),
    ]


def naming(words: Words, suggestion: Suggestion, guild_id: int | None = None) -> Button:
    """To be named where it is asked, or no longer."""
    wish = "no" if suggestion.named else "yes"
    return button(
        words.plain("prompts-name", wish=wish), custom_id("prompts:name", suggestion.id, wish, guild_id=guild_id)
    )


def withdrawing(words: Words, suggestion: Suggestion, guild_id: int | None = None) -> Button:
    """To take it back."""
    return button(words.plain("prompts-withdraw"), custom_id("prompts:withdraw", suggestion.id, guild_id=guild_id))
