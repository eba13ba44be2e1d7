"""Who would like to do a mission, whom somebody knows, how a mission stands, as people see it privately. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import discord

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, line, row
from bot.ui.choosing_member import by_name, selector
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, member, truncate
from cogs.opportunities import cards
from cogs.opportunities.rules import Interest, Mission

FIRST: Final = 4
"""How many of those who raised a hand stand beside one's own mission; the rest is a press away."""
PAGE: Final = 5
QUOTED: Final = 160
"""Characters of a word beside one's own mission; in the list it is whole."""

Button = discord.ui.Button[discord.ui.LayoutView]


def mine(words: Words, mission_id: int, *, guild_id: int | None = None) -> Button:
    """The way to one of one's own missions."""
    return button(words.plain("mission-see-mine"), custom_id("opportunities:one", mission_id, guild_id=guild_id))


# Raising a hand


def hand(words: Words, mission: Mission, raised: Interest, *, new: bool) -> discord.ui.LayoutView:
    """To whoever raised a hand: that it is passed on, with what word, and how to take it back."""
    return card(
        words("mission-hand-up" if new else "mission-hand-standing"),
        words("mission-quoted", text=raised.word) if raised.word else None,
        row(
            button(words.plain("mission-hand-reword"), custom_id("opportunities:reword", mission.id)),
            button(words.plain("mission-hand-down"), custom_id("opportunities:take_back", mission.id)),
        ),
    )


# Choosing


def raised(words: Words, mission: Mission, hands: Sequence[Interest]) -> list[Block]:
    """Beside one's own open mission: the first who raised a hand."""
    if not hands:
        return [words("mission-hands-none")]
    every = button(words.plain("mission-hands-all"), custom_id("opportunities:hands", mission.id, 0))
    return [
        line(),
        words("mission-hands-title"),
        *_lines(words, hands[:FIRST], "mission-choose", "opportunities:choose", QUOTED),
        row(every) if len(hands) > FIRST else None,
    ]


def done(words: Words, mission_id: int) -> list[Block]:
    """Beside one's own mission: somebody was chosen; it can be said that it was done together."""
    act = custom_id("opportunities:done", mission_id)
    return [words("mission-done-ask"), row(button(words.plain("mission-done"), act, style=PRIMARY))]


def hands(words: Words, mission: Mission, page: Page[Interest]) -> discord.ui.LayoutView:
    """A page of everybody who raised a hand."""
    return card(
        words("mission-hands-title"),
        *(_lines(words, page.entries, "mission-choose", "opportunities:choose") or [words("mission-hands-none")]),
        turn(words, page, lambda number: custom_id("opportunities:hands", mission.id, number)),
        row(mine(words, mission.id)),
    )


def _lines(words: Words, hands_: Sequence[Interest], label: str, act: str, limit: int = 0) -> list[Block]:
    blocks: list[Block] = []
    for one in hands_:
        word, has = truncate(one.word, limit) if limit else one.word, "yes" if one.word else "no"
        blocks += [
            words("mission-hand-line", member=member(one.member_id), word=word, has_word=has),
            row(button(words.plain(label), custom_id(act, one.mission_id, one.id))),
        ]
    return blocks


def choose(words: Words, mission: Mission, one: Interest, *, thread: bool) -> discord.ui.LayoutView:
    """Before somebody is chosen: what follows; `thread`: there is a place for private threads."""
    return card(
        words("mission-choose-ask", member=member(one.member_id), thread="yes" if thread else "no"),
        words("mission-thread-read") if thread else None,
        row(
            button(
                words.plain("mission-choose-yes"),
                custom_id("opportunities:chosen", mission.id, one.id),
                style=PRIMARY,
            ),
            button(words.plain("kernel-not-now"), "kernel:dismiss"),
        ),
    )


def thread(words: Words, catalogue: Catalogue, mission: Mission, one: Interest) -> discord.ui.LayoutView:
    """What the private thread of the two says first."""
    return card(
        words("mission-thread", author=member(mission.author_id), member=member(one.member_id)),
        *cards.about(words, catalogue, mission),
        words("mission-thread-free"),
        words("mission-thread-read"),
    )


def thread_hidden(words: Words) -> discord.ui.LayoutView:
    """The same while one of the two is away."""
    return card(words("mission-thread-away"))


# Knowing somebody


def whom(words: Words, mission: Mission, *, here: bool) -> discord.ui.LayoutView:
    """Whom do they think of? In a direct message Discord lists nobody to choose from: there a name is looked for."""
    return card(
        words("mission-knows"),
        words("mission-knows-outside", author=member(mission.author_id)),
        selector(words, "opportunities:name", mission.id) if here else None,
        row(None if here else by_name(words, "opportunities:by_name", mission.id)),
    )


# How it stands


def with_whom(words: Words, mission: Mission, page: Page[Interest], *, here: bool) -> discord.ui.LayoutView:
    """With whom it is done: first those who raised a hand, then anybody here, or nobody by name."""
    return card(
        words("mission-filled-who", some="yes" if page.entries else "no"),
        *_lines(words, page.entries, "mission-with", "opportunities:with"),
        turn(words, page, lambda number: custom_id("opportunities:filled_page", mission.id, number)),
        selector(words, "opportunities:filled_by", mission.id) if here else None,
        row(
            None if here else by_name(words, "opportunities:filled_by_name", mission.id),
            button(words.plain("mission-filled-somebody"), custom_id("opportunities:somebody", mission.id)),
        ),
    )


def noted(
    words: Words, said: Safe, mission_id: int, *more: Button | None, reopens: bool = True
) -> discord.ui.LayoutView:
    """After saying how a mission stands: a word, and the way to it; one that is over can be opened again."""
    reopen = button(words.plain("mission-reopen"), custom_id("opportunities:still_open", mission_id))
    return card(said, row(*more, reopen if reopens else None, mine(words, mission_id)))


def day(words: Words, when: date) -> str:
    """A day as people write it."""
    return words.plain("day-written", day=when.day, month=words.plain(f"month-{when.month}"), year=str(when.year))
