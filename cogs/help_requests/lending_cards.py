"""How somebody who lends a hand sees what they chose. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.ui.cards import PRIMARY, Choice, button, card, row, select
from bot.words.i18n import Words
from bot.words.text import moment

PAUSES: Final = ("week", "month", "quarter")
"""How long somebody can rest, by name."""
OFTEN: Final = ("1", "2", "3")
"""How many times a week somebody can be asked."""


def lending(
    words: Words, *, asked: bool, subjects: Sequence[str], often: int, paused_until: int | None
) -> discord.ui.LayoutView:
    """Whether somebody is `asked`, on what, how `often` a week, and until when not."""
    about = words("help-lend-subjects", subjects=", ".join(subjects)) if subjects else words("help-lend-no-subject")
    change = button(words.plain("help-lend-change"), "help_requests:subjects")
    start = button(words.plain("help-lend-yes"), "help_requests:lend_on", style=PRIMARY)
    resume = button(words.plain("help-lend-resume"), "help_requests:lend_resume") if paused_until else None
    return card(
        words("help-lend-title"),
        words("help-lend-on" if asked else "help-lend-off", often=often),
        about,
        words("help-lend-paused", until=moment(paused_until, "D")) if asked and paused_until else None,
        *(_choices(words, often) if asked else ()),
        row(change, resume, button(words.plain("help-lend-no"), "help_requests:lend_off"))
        if asked
        else row(start, change),
    )


def _choices(words: Words, often: int) -> list[discord.ui.ActionRow[discord.ui.LayoutView] | None]:
    times = [Choice(n, words.plain("asks-a-week", count=int(n)), chosen=int(n) == often) for n in OFTEN]
    rests = [Choice(code, words.plain(f"pause-{code}")) for code in PAUSES]
    return [
        row(select("help_requests:lend_often", words.plain("help-lend-often"), times)),
        row(select("help_requests:lend_pause", words.plain("help-lend-rest"), rests)),
    ]
