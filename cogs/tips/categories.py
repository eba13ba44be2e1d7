"""The categories of tips: the wording's until organisers make a list of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.storage.database import Connection
from bot.words.i18n import Words
from cogs.tips import store
from cogs.tips.rules import DEFAULTS, OTHER, Category


def defaults(words: Words) -> list[Category]:
    """The list as it is from the start."""
    return [Category(code, words.plain(f"tips-category-{code}")) for code in DEFAULTS]


def forum_tags(words: Words) -> list[str]:
    """The tags of a new forum: the categories, as they are from the start."""
    return [category.label for category in defaults(words)]


async def listed(db: Connection, words: Words) -> list[Category]:
    """The categories of an association, as it calls them; the default ones in the reader's words."""
    return await store.categories(db) or defaults(words)


def label_of(categories: Sequence[Category], code: str) -> str:
    """What a category is called; one that is no longer listed is filed with what fits nowhere."""
    labels = {one.code: one.label for one in categories}
    return labels.get(code) or labels[OTHER]


def labels_for(categories: Sequence[Category], codes: Iterable[str]) -> dict[str, str]:
    """What each of some categories is called."""
    return {code: label_of(categories, code) for code in codes}
