"""Meeting a past partner again, as both see it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import discord

from bot.ui.cards import Choice, card, row, select
from bot.words.i18n import Words
from cogs.matchmaking.own_cards import Place


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody with whom one had coffee long ago: their name on the server, the day of the last one."""

    member_id: int
    name: str
    last: date


def whom(words: Words, partners: Sequence[Partner]) -> discord.ui.LayoutView:
    """Whom to meet again?"""
    choices = [
        Choice(str(one.member_id), one.name, words.plain("coffee-again-last", **month(words, one.last)))
        for one in partners
    ]
    return card(
        words("coffee-again-title"),
        row(select("matchmaking:again_choose", words.plain("coffee-again-choose"), choices)),
    )


def opened(words: Words, place: Place) -> discord.ui.LayoutView:
    """Both would like to: their thread opens."""
    return card(words("coffee-again-opened", **place.values))


def month(words: Words, when: date) -> dict[str, str]:
    """When it was, as closely as one remembers."""
    return {"month": words.plain(f"month-{when.month}"), "year": str(when.year)}
