"""The words of an index: which are known, which begin alike, which one was meant by a mistyped one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.words.text import fold

Stems = tuple[tuple[str, str], ...]
"""A phrase as the index knows it: for each word its (stem, bare stem)."""

_SHORTEST: Final = 5
_MEDIUM: Final = 7
_LONG: Final = 8
"""Letters from which on a word may be mistyped at all, have a wrong letter, have two slips."""
_NEAR_SCORE: Final = 70
_TWINS: Final = 8
"""At most so many words differ in accents alone; beyond that the vocabulary is simply read anew."""

_folded = lru_cache(maxsize=50_000)(fold)


class Spellings:
    """Words among which a mistyped one is looked for."""

    __slots__ = ("_heard", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._heard = [_heard(word) for word in self._words]

    def near(self, typed: str, limit: int = 3) -> list[str]:
        """Words with the same first letter, one slip away from what was typed, or two where it is long."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(typed) < _SHORTEST or any(character.isdigit() for character in typed):
            return []
        heard = _heard(typed)
        slips = 1 if len(heard) < _LONG else 2
        near = process.extract(heard, self._heard, scorer=OSA.distance, score_cutoff=slips, limit=4 * limit)
        return [self._words[at] for word, _, at in near if word[0] == heard[0] and not _other_word(word, heard)][:limit]


def _heard(word: str) -> str:
    return fold(word).replace("ph", "f")


def _other_word(one: str, other: str) -> bool:
    """Words of one length that differ by letters in the place of others are mostly two words ("comité" and "compte",
    "transport" and "transfert"); a single such letter is a slip in all but short words."""
    from rapidfuzz.distance import Hamming

    if len(one) != len(other) or sorted(one) == sorted(other):
        return False
    return Hamming.distance(one, other) > (1 if len(one) >= _MEDIUM else 0)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an index as they are written, in the order of their folded forms, and their stems."""

    words: tuple[str, ...]
    spellings: Spellings
    folded: tuple[str, ...]
    stems: frozenset[str]
    bare: frozenset[str]

    @classmethod
    def of(cls, words: Iterable[str], stems: Iterable[str], bare: Iterable[str]) -> Vocabulary:
        """What the three columns of the index hold."""
        pairs = sorted((_folded(word), word) for word in words)
        return cls(
            words=tuple(word for _, word in pairs),
            spellings=Spellings(word for _, word in pairs),
            folded=tuple(folded for folded, _ in pairs),
            stems=frozenset(stems),
            bare=frozenset(bare),
        )

    def knows(self, entry: Stems) -> bool:
        """Whether all words of a phrase are here, in whatever form."""
        return all(stem in self.stems or bare in self.bare for stem, bare in entry)

    def holds(self, words: Iterable[str]) -> bool:
        """Whether all of some words are here as they are written."""
        at = [(word, bisect_left(self.folded, _folded(word))) for word in words]
        return all(word in self.words[first : first + _TWINS] for word, first in at)

    def begin_with(self, word: str) -> list[str]:
        """Words of which this is the beginning."""
        start = fold(word)
        at = bisect_left(self.folded, start)
        found = []
        while at < len(self.folded) and self.folded[at].startswith(start):
            found.append(self.words[at])
            at += 1
        return found

    def resemble(self, word: str, limit: int) -> list[str]:
        """The words that look most like this one, best first."""
        from rapidfuzz import fuzz, process

        near = process.extract(fold(word), self.folded, scorer=fuzz.ratio, score_cutoff=_NEAR_SCORE, limit=limit)
        return [self.words[at] for _, _, at in near]
