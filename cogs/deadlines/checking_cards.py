"""What waits to be compared with its source, as those see it who do that. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, row, select
from bot.words.i18n import Words
from bot.words.text import Safe, member, moment
from cogs.deadlines.entries import Checker, Entry, Jurisdiction
from cogs.deadlines.organising_cards import back

LISTED: Final = 10
"""How many are named beside the list."""
ASKED: Final = 4
"""How many of those who were asked are shown: the newest."""


def confirm(
    words: Words,
    off: Sequence[Entry],
    stale_: Sequence[Entry],
    asked: Sequence[Checker],
    places: Mapping[str, Jurisdiction],
) -> discord.ui.LayoutView:
    """What waits for somebody to compare it with its source, as organisers see it: with the way to ask a member, and
    those who were asked."""
    waiting = _waiting(words, off, stale_)
    return card(
        words("deadlines-confirm"),
        *([words("deadlines-confirm-how"), *waiting] if waiting else [words("deadlines-confirm-nothing")]),
        *_ask_a_member(words, off),
        *_asked(words, asked[:ASKED], places),
        row(back(words)),
    )


def checking(words: Words, off: Sequence[Entry], stale_: Sequence[Entry], place: str) -> discord.ui.LayoutView:
    """The same of one place, as somebody sees it who was asked."""
    return card(
        words("deadlines-checking", place=place),
        *(_waiting(words, off, stale_) or [words("deadlines-checking-nothing")]),
    )


def _waiting(words: Words, off: Sequence[Entry], stale_: Sequence[Entry]) -> list[Block]:
    language = words.language
    lines = [
        words("deadlines-confirm-line", title=one.titles[language], place=one.jurisdiction.names[language], why=why)
        for why, found in (("off", off), ("stale", stale_))
        for one in found
    ]
    more = len(lines) - LISTED
    choices = [Choice(one.id, one.titles[language], one.jurisdiction.names[language]) for one in (*off, *stale_)]
    if not lines:
        return []
    return [
        Safe("\n".join(lines[:LISTED])),
        words("deadlines-confirm-more", count=more) if more > 0 else None,
        row(select("deadlines:entry_choose", words.plain("deadlines-confirm-choose"), choices)),
    ]


def _asked(words: Words, asked: Iterable[Checker], places: Mapping[str, Jurisdiction]) -> list[Block]:
    """Those who may confirm, each with the way to take that back."""
    blocks: list[Block] = []
    for one in asked:
        place = places[one.jurisdiction].names[words.language] if one.jurisdiction in places else one.jurisdiction
        since = moment(one.at, "d")
        who = words("deadlines-confirm-checker", member=member(one.member_id), place=place, since=since)
        act = custom_id("deadlines:release", one.jurisdiction, one.member_id)
        blocks += [who, row(button(words.plain("deadlines-confirm-release"), act))]
    return blocks


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
