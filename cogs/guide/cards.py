"""The one screen of the guide. Pure."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

import discord

from bot.ui.cards import PRIMARY, Block, button, card, gap, line, row
from bot.words.i18n import Words
from bot.words.text import Safe

FEATURES: Final = (
    "introductions",
    "help_requests",
    "tips",
    "warm_intros",
    "opportunities",
    "matchmaking",
    "digest",
    "deadlines",
    "prompts",
)
"""Those that can be off, in the order in which they are told of."""


def guide(
    words: Words,
    association: str,
    *,
    introduced: bool,
    organiser: bool,
    commands: dict[str, Safe],
    off: Container[str] = (),
) -> discord.ui.LayoutView:
    """What one can do here, without the features that are `off`; the first button is the most useful act for the
    person who asks."""
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
        words("guide", association=association or words.plain("guide-unnamed")),
        gap(),
        "\n".join(words(f"guide-{name}", **commands) for name in FEATURES if name not in off),
        gap(),
        words("guide-yours", **commands),
        row(*((find, write) if introduced else (write, find))),
        row(
            button(words.plain("offer-privacy-data"), "privacy:data"),
            button(words.plain("offer-moderation-report"), "moderation:report"),
        ),
        *(_for_organisers(words, commands, off) if organiser else ()),
    )


def _for_organisers(words: Words, commands: dict[str, Safe], off: Container[str]) -> list[Block]:
    return [
        line(),
        words("guide-organisers", coffee="no" if "matchmaking" in off else "yes", **commands),
        row(
            button(words.plain("offer-organisers-upcoming"), "organisers:upcoming:0"),
            button(words.plain("offer-organisers-settings"), "organisers:settings"),
            button(words.plain("offer-organisers-setup"), "organisers:setup"),
        ),
    ]
