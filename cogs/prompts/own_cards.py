"""What a member sees of the questions that they proposed. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import Choice, button, card, row, select
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.prompts import cards, letter_cards
from cogs.prompts.rules import State, Suggestion


def one(
    words: Words, suggestion: Suggestion, key: str, *, on: bool, where: Safe, missed: str = ""
) -> discord.ui.LayoutView:
    """One's own question after `key` happened, the ritual being `on` or not: what it is about, whether one is named,
    how to take it back. `where` finds it again; `missed`: a theme that was typed and isn't there."""
    names = cards.names(words)
    choices = [Choice(theme.value, name, chosen=theme is suggestion.theme) for theme, name in names.items()]
    named, asked = ("yes" if so else "no" for so in (suggestion.named, on))
    return card(
        words(key, text=suggestion.text, state=suggestion.state.value, named=named, on=asked, where=where),
        words("prompts-original", text=suggestion.original or "") if suggestion.reworded else None,
        words("prompts-theme-missed", typed=missed) if missed else None,
        row(select(custom_id("prompts:about", suggestion.id), words.plain("prompts-choose-theme"), choices)),
        row(
            letter_cards.naming(words, suggestion),
            letter_cards.withdrawing(words, suggestion),
            button(words.plain("offer-prompts-mine"), "prompts:mine"),
        ),
    )


def mine(words: Words, suggestions: Sequence[Suggestion]) -> discord.ui.LayoutView:
    """What one proposed; those that can still be changed are in the list."""
    lines = [
        words("prompts-mine-line", text=one.text, state=one.state.value, word=one.word or "") for one in suggestions
    ]
    changeable = [one for one in suggestions if one.state in {State.WAITING, State.ACCEPTED}]
    choices = [Choice(str(one.id), one.text) for one in changeable]
    return card(
        words("prompts-mine"),
        Safe("\n".join(lines)) if lines else words("prompts-mine-none"),
        row(select("prompts:mine_one", words.plain("prompts-mine-choose"), choices)) if choices else None,
        row(button(words.plain("offer-prompts-suggest"), "prompts:suggest")),
    )


def done(words: Words, said: Safe) -> discord.ui.LayoutView:
    """What was done, and the way back to one's questions."""
    return card(said, row(button(words.plain("offer-prompts-mine"), "prompts:mine")))
