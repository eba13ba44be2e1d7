"""Pages of a private list. Stateless: each button's custom id says which page it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import discord

from bot.ui.cards import button, row
from bot.words.i18n import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: its entries, its number from 0, how many pages there are."""

    entries: Sequence[T]
    number: int
    count: int


def page_of(entries: Sequence[T], number: int, size: int) -> Page[T]:
    """The page `number`, or the nearest one that exists."""
    count = max(1, -(-len(entries) // size))
    number = min(max(number, 0), count - 1)
    return Page(entries[number * size : (number + 1) * size], number, count)


def turn(words: Words, page: Page[T], at: Callable[[int], str]) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """The buttons to the page before and after; None for a single page. `at` gives the custom id of a page."""
    if page.count == 1:
        return None
    before, after = page.number - 1, page.number + 1
    return row(
        button(words.plain("kernel-page-before"), at(before), disabled=before < 0) if before >= 0 else None,
        button(words.plain("kernel-page-after"), at(after)) if after < page.count else None,
    )
