"""What waits to be compared with its source, as those see it who do that. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, row, select
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.deadlines.entries import Entry
from cogs.deadlines.organising_cards import back

LISTED: Final = 10
"""How many are named beside the list."""


def confirm(
    words: Words, off: Sequence[Entry], stale_: Sequence[Entry], *, organiser: bool, place: str = ""
) -> discord.ui.LayoutView:
    """What waits for somebody to compare it with its source. For an `organiser` all of it, with the way to ask a
    member; for somebody who was asked, what is of their `place`."""
    language = words.language
    lines = [
        words("deadlines-confirm-line", title=one.titles[language], place=one.jurisdiction.names[language], why=why)
        for why, found in (("off", off), ("stale", stale_))
        for one in found
    ]
    more = len(lines) - LISTED
    choices = [Choice(one.id, one.titles[language], one.jurisdiction.names[language]) for one in (*off, *stale_)]
    nothing = words("deadlines-confirm-nothing" if organiser else "deadlines-checking-nothing")
    return card(
        words("deadlines-confirm") if organiser else words("deadlines-checking", place=place),
        Safe("\n".join(lines[:LISTED])) if lines else nothing,
        words("deadlines-confirm-more", count=more) if more > 0 else None,
        row(select("deadlines:entry_choose", words.plain("deadlines-confirm-choose"), choices)) if choices else None,
        *(_ask_a_member(words, off) if organiser else ()),
        row(back(words)) if organiser else None,
    )


def _ask_a_member(words: Words, off: Iterable[Entry]) -> list[Block]:
    """For each place of which something was never confirmed: a list of members."""
    places = {one.jurisdiction.id: one.jurisdiction for one in off}
    blocks: list[Block] = []
    for code, place in places.items():
        chooser: discord.ui.UserSelect[discord.ui.LayoutView] = discord.ui.UserSelect(
            custom_id=custom_id("deadlines:ask_to_check", code), placeholder=words.plain("deadlines-confirm-ask")
        )
        blocks += [words("deadlines-confirm-local", place=place.names[words.language]), row(chooser)]
    return blocks


def confirmed(words: Words, title_: str, jurisdiction: str, *, organiser: bool) -> discord.ui.LayoutView:
    """After an entry was said to be right: the way to the next one."""
    onward = "deadlines:confirm" if organiser else custom_id("deadlines:checking", jurisdiction)
    return card(
        words("deadlines-confirmed", title=title_),
        row(button(words.plain("deadlines-confirm-next"), onward, style=PRIMARY)),
    )


def stale(words: Words, count: int) -> discord.ui.LayoutView:
    """The line to organisers: so many entries are shown to nobody."""
    act = button(words.plain("deadlines-manage-confirm"), "deadlines:confirm", style=PRIMARY)
    return card(words("deadlines-stale", count=count), row(act))
