"""What everybody sees of questions, and the lines that organisers get in their channel. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, link_button, row
from bot.words.i18n import Words
from bot.words.text import Safe, clean, member, truncate
from cogs.prompts.rules import Content, Source, State, Suggestion, Theme

THREAD: Final = 60
"""Characters of a thread's name: longer ones are cut off in Discord's list."""


def names(words: Words) -> Mapping[Theme, str]:
    """What the themes are called."""
    return {theme: words.plain(f"prompts-theme-{theme.value}") for theme in Theme}


def title(words: Words, content: Content | None) -> str:
    """The name of the thread in which people answer."""
    if content is None:
        return words.plain("prompts-over-title")
    return truncate(clean(content.text, lines=False), THREAD)


def post(words: Words, content: Content) -> discord.ui.LayoutView:
    """A question as it is posted."""
    return card(*question(words, content), row(*_buttons(words, content)))


def question(words: Words, content: Content) -> list[Block]:
    """What a question says, whoever is shown it."""
    here = "there" if content.url and content.thread_id else "here"
    return [
        words(f"prompts-post-{content.source.value}", text=content.text),
        words("prompts-post-about", about=content.about) if content.about else None,
        words("prompts-post-credit", member=member(content.credit)) if content.credit else None,
        words("prompts-post-answer", where=here),
    ]


def _buttons(words: Words, content: Content) -> list[discord.ui.Button[discord.ui.LayoutView] | None]:
    """A tip has its own two buttons; what is real, the way there; what isn't, the way to propose something."""
    is_tip = content.source is Source.TIP
    return [
        button(words.plain("tips-useful"), custom_id("tips:useful", content.ref)) if is_tip else None,
        button(words.plain("tips-doubt"), custom_id("tips:doubt", content.ref)) if is_tip else None,
        way_there(words, content),
        button(words.plain("offer-prompts-suggest"), "prompts:suggest") if not content.url else None,
    ]


def way_there(words: Words, content: Content) -> discord.ui.Button[discord.ui.LayoutView] | None:
    """To where people talk about something real; None for what isn't."""
    return link_button(words.plain(f"prompts-open-{content.source.value}"), content.url) if content.url else None


def over(words: Words) -> discord.ui.LayoutView:
    """What stands in place of a question whose words are gone, or that is settled."""
    return card(words("prompts-over"))


# To organisers


def proposed(words: Words, suggestion: Suggestion, *, again: bool = False) -> discord.ui.LayoutView:
    """A question that a member proposed: to decide on, `again` if nobody did for days, or what was decided."""
    waits = suggestion.state is State.WAITING and suggestion.author_id is not None
    return card(
        words("prompts-proposed-again") if again and waits else None,
        *suggested(words, suggestion),
        row(*decisions(words, suggestion)) if waits else None,
    )


def suggested(words: Words, suggestion: Suggestion) -> list[Block]:
    """A member's question, who proposed it, and how it stands."""
    here = "yes" if suggestion.author_id is not None else "no"
    who = member(suggestion.author_id or 0)
    theme = names(words)[suggestion.theme] if suggestion.theme else ""
    return [
        words("prompts-proposed", here=here, member=who, text=suggestion.text),
        words("prompts-original", text=suggestion.original or "") if suggestion.reworded else None,
        words("prompts-proposed-about", theme=theme) if theme else None,
        _stands(words, suggestion),
    ]


def _stands(words: Words, suggestion: Suggestion) -> Safe:
    named = "yes" if suggestion.named else "no"
    return words("prompts-proposed-state", state=suggestion.state.value, named=named, word=suggestion.word)


def decisions(words: Words, suggestion: Suggestion) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    """What organisers can do with it."""
    return [
        button(words.plain("prompts-accept"), custom_id("prompts:accept", suggestion.id), style=PRIMARY),
        button(words.plain("prompts-reword"), custom_id("prompts:reword", suggestion.id)),
        button(words.plain("prompts-decline"), custom_id("prompts:decline", suggestion.id)),
    ]


def stopped(words: Words, advice: str) -> discord.ui.LayoutView:
    """The ritual ended by itself: one suggestion (`place`, `host`, `rhythm`), and the way on."""
    return card(
        words("prompts-stopped", advice=advice),
        row(
            button(words.plain("prompts-resume"), "prompts:resume", style=PRIMARY),
            button(words.plain("prompts-plan-open"), "prompts:plan"),
        ),
    )
