"""The one screen of the guide. Pure."""

from __future__ import annotations

import discord

from bot.ui.cards import PRIMARY, button, card, row
from bot.words.i18n import Words
from bot.words.text import Safe


def guide(
    words: Words, association: str, *, introduced: bool, organiser: bool, commands: dict[str, Safe]
) -> discord.ui.LayoutView:
    """What one can do; the first button is the most useful act for the person who asks."""
    write = button(
        words.plain("intro-change" if introduced else "offer-introductions-write"),
        "introductions:write",
        style=PRIMARY if not introduced else discord.ButtonStyle.secondary,
    )
    find = button(
        words.plain("offer-introductions-find"),
        "introductions:find",
        style=PRIMARY if introduced else discord.ButtonStyle.secondary,
    )
    return card(
        words("guide", association=association or words.plain("guide-unnamed"), **commands),
        row(
            *((find, write) if introduced else (write, find)), button(words.plain("offer-privacy-data"), "privacy:data")
        ),
        words("guide-organisers", **{name: commands[name] for name in ("installer", "envois", "orga")})
        if organiser
        else None,
        row(
            button(words.plain("offer-organisers-upcoming"), "organisers:upcoming:0"),
            button(words.plain("offer-organisers-setup"), "organisers:setup"),
        )
        if organiser
        else None,
    )
