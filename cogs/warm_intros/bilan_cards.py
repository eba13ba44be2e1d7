"""What organisers see of warm introductions. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import discord

from bot.ui.cards import card
from bot.words.i18n import Words
from bot.words.text import Safe

FIGURES: Final = 5
"""From how many people on there is a number."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many searches there were at least, how many times everybody said yes, how many people say that it helped;
    None where too few people stand behind it, or nobody."""

    searches: int | None
    yeses: int | None
    helped: int | None


def bilan(words: Words, figures: Figures, least: int = FIGURES) -> discord.ui.LayoutView:
    """The numbers of a year."""
    return card(
        words("intros-bilan"),
        Safe(
            "\n".join(
                (
                    words("intros-bilan-searches", count=_count(figures.searches)),
                    words("intros-bilan-yeses", count=_count(figures.yeses)),
                    words("intros-bilan-helped", count=_count(figures.helped)),
                )
            )
        ),
        words("intros-bilan-note", least=least),
    )


def _count(number: int | None) -> int | str:
    return "few" if number is None else number
