"""Tips in lists: what a search found, one's own, those one keeps. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import BUTTONS_IN_A_ROW, PRIMARY, Block, Choice, button, card, line, row, select
from bot.ui.pager import Page, turn
from bot.ui.sections import TITLE
from bot.words.i18n import Words
from bot.words.text import Safe, escape, truncate
from cogs.tips.rules import Category, Tip

SUMMARY: Final = 160
"""Characters of a tip's text in a list."""


def found(
    words: Words,
    page: Page[Tip],
    labels: Mapping[str, str],
    urls: Mapping[int, str],
    heading: Safe,
    *,
    category: str,
    query: str,
) -> discord.ui.LayoutView:
    """A page of what a search found."""
    entries = [_lines(_name(words, tip, urls), _about(words, tip, labels), _summary(tip)) for tip in page.entries]
    return _listed(words, heading, entries, page, lambda number: custom_id("tips:page", number, category, query))


def mine(
    words: Words, page: Page[Tip], labels: Mapping[str, str], urls: Mapping[int, str], uses: Mapping[int, int]
) -> discord.ui.LayoutView:
    """One's own tips, and how often each served: nobody else sees that."""
    entries = [
        _lines(
            _name(words, tip, urls),
            _about(words, tip, labels),
            words("tips-own-uses", count=uses.get(tip.id, 0)) if tip.stands else words("tips-own-withdrawn"),
        )
        for tip in page.entries
    ]
    return _listed(words, words("tips-mine"), entries, page, lambda number: custom_id("tips:mine", number))


def kept(words: Words, page: Page[Tip], labels: Mapping[str, str], urls: Mapping[int, str]) -> discord.ui.LayoutView:
    """The tips that one keeps."""
    entries = [_lines(_name(words, tip, urls), _about(words, tip, labels), _summary(tip)) for tip in page.entries]
    return _listed(words, words("tips-kept"), entries, page, lambda number: custom_id("tips:kept", number))


def _listed(
    words: Words, heading: Safe, entries: Sequence[Safe], page: Page[Tip], at: Callable[[int], str]
) -> discord.ui.LayoutView:
    blocks: list[Block] = []
    for entry in entries:
        blocks += [line(), entry]
    choices = [Choice(str(tip.id), tip.title) for tip in page.entries]
    return card(
        heading,
        *blocks,
        row(select("tips:pick", words.plain("tips-pick"), choices)),
        turn(words, page, at),
    )


def _name(words: Words, tip: Tip, urls: Mapping[int, str]) -> Safe:
    name = words("tips-list-title", title=tip.title)
    url = urls.get(tip.id)
    return Safe(f"{name} · [{words.plain('tips-open-card')}]({url})") if url else name


def _about(words: Words, tip: Tip, labels: Mapping[str, str]) -> Safe:
    return words("tips-list-about", category=labels[tip.category], doubted="no" if tip.doubt_at is None else "yes")


def _summary(tip: Tip) -> Safe:
    return escape(truncate(" ".join(tip.body.split()), SUMMARY))


def _lines(*parts: Safe) -> Safe:
    return Safe("\n".join(part for part in parts if part))


def told(words: Words, tip: Tip, url: str) -> Safe:
    """A tip in a line of a round-up, with the way to its card; no number."""
    return words("section-tips-line", title=truncate(tip.title, TITLE), url=Safe(url))


def none_found(words: Words, query: str, near: Sequence[str], categories: Sequence[Category]) -> discord.ui.LayoutView:
    """Nothing fits: the nearest words, a category to look through, everything, and the way to ask people."""
    nearest = [button(word, custom_id("tips:page", 0, "", word)) for word in dict.fromkeys(near)]
    choices = [Choice(one.code, one.label) for one in categories]
    return card(
        words("tips-none-found", query=query, near="yes" if nearest else "no"),
        row(
            *nearest[: BUTTONS_IN_A_ROW - 1],
            button(words.plain("tips-browse"), custom_id("tips:page", 0, "", "")),
        ),
        row(select("tips:look_through", words.plain("tips-choose-category"), choices)),
    )


def nothing(words: Words, key: str) -> discord.ui.LayoutView:
    """An empty list, and what fills it."""
    return card(
        words(key),
        row(
            button(words.plain("offer-tips-share"), "tips:share", style=PRIMARY),
            button(words.plain("offer-tips-find"), "tips:find"),
        ),
    )
