"""Whether a text may speak of somebody. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.words.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORT: Final = 2
"""A first name of so many letters is one only where it is written with a capital."""
_NO_NAMES: Final = frozenset(
    """
    au aux avec ca ce ces cet cette chez com dans de des dev du elle elles en est et eux ici il ils je la
    le les leur lui ma mais me mes moi mon ne ni nos notre nous on ou par pas pour pro pub qui sa sans se
    ses si son sous sur ta te tes toi ton tout tu un une van von vos votre vous web and an at for in of the to with
    """.split()
)
"""Words that stand in a name as in every text: they are nobody's."""


def is_named(said: str, names: Iterable[str]) -> bool:
    """Whether a text may speak of somebody who is called one of these `names`: better one reader too few than one who
    reads of themselves."""
    written = [word for word in _WORD.findall(said) if len(word) > _SHORT or word[0].isupper()]
    words = {part for word in written for part in _WORD.findall(fold(word))}
    return any(part in words for name in names for part in _parts(name))


def _parts(name: str) -> list[str]:
    """What somebody may be called: the words of their name, of which only the first one may have two letters."""
    words = _WORD.findall(fold(name))
    return [
        word
        for place, word in enumerate(words)
        if len(word) >= (_SHORT if place == 0 else _SHORT + 1) and word not in _NO_NAMES
    ]
