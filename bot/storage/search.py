"""Full-text search that speaks French: accents, plurals, word forms, elisions, œ, typos, abbreviations, synonyms.

Each word is indexed three times: as it is written (`words`), as its Snowball stem without accents (`stems`), and as
the stem of the word without accents (`bare`), because people type with and without them. A query is a list of
concepts; a concept is a word or a known phrase with its synonyms. A document that matches more concepts comes first;
one that matches too small a share of the query can be left out. Where a concept is unknown to the index, longer words
that begin with it count, then words that look like it (rapidfuzz), and else it finds nothing.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from bot.storage.database import Connection
from bot.storage.little_words import LITTLE, part
from bot.storage.ranking import Concept, matches
from bot.storage.vocabulary import Spellings, Stems, Vocabulary
from bot.words.text import fold

_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|lorsqu|puisqu)'", re.IGNORECASE)

PROSE: Final = 0.55
"""The share of a query that a long text must match, where any one word stands in many: clearly more than half."""
_CONCEPTS: Final = 12
"""Concepts of a query that count; more would only cost time."""
_STEM_LENGTH: Final = 4
_PREFIX_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found: its reference, and how many of the query's concepts it matches."""

    ref: int
    matched: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, best first, and how many concepts it had."""

    hits: tuple[Hit, ...]
    concepts: int


def tokens(text: str) -> list[str]:
    """The words of a text: lower case, accents kept, apostrophes and ligatures made plain, elisions dropped."""
    lower = unicodedata.normalize("NFKC", text).lower()
    plain = lower.replace("’", "'").replace("œ", "oe").replace("æ", "ae").replace("c++", "cplusplus")
    return _WORD.findall(_ELISION.sub(" ", plain).replace("c#", "csharp"))


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[str, str]:
    """The stem of a word and the stem of the word without accents, both without accents."""
    return fold(_stem(word)), _stem(fold(word))


def _stem(word: str) -> str:
    """Too short a stem says nothing ("devis" would become "dev"): such a word only loses its plural."""
    stem = str(_stemmer().stemWord(word))
    if len(stem) >= _STEM_LENGTH:
        return stem
    return word[:-1] if len(word) >= _STEM_LENGTH and word[-1] in "sx" else word


@cache
def _stemmer():  # type: ignore[no-untyped-def]  # the library has no types
    import snowballstemmer

    return snowballstemmer.stemmer("french")


def phrase(text: str) -> Stems:
    """A text as the index knows it."""
    return tuple(stems(word) for word in tokens(text))


class Synonyms:
    """Groups of words and phrases that stand for one another, from a file that associations can edit."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._groups: dict[tuple[str, ...], tuple[Stems, ...]] = {}
        for group in groups:
            phrases = tuple(phrase(entry) for entry in group)
            for entry in phrases:
                for side in (0, 1):
                    self._groups[tuple(pair[side] for pair in entry)] = phrases
        self._longest = max((len(entry) for entry in self._groups), default=1)
        words = {fold(word) for group in groups for entry in group for word in tokens(entry)[:1] if " " not in entry}
        self._words = Spellings(words)

    @classmethod
    def load(cls, path: Path) -> Synonyms:
        """Read `groups = [["dev", "développement"], ...]`."""
        return cls(tomllib.loads(path.read_text(encoding="utf-8"))["groups"])

    def concepts(self, query: str) -> list[tuple[str, tuple[Stems, ...]]]:
        """The concepts of a query: the words typed, and all phrases that mean them. Little words count only alone."""
        words = tokens(query)
        found: dict[str, tuple[Stems, ...]] = {}
        little: dict[str, tuple[Stems, ...]] = {}
        at = 0
        while at < len(words) and len(found) < _CONCEPTS:
            length, group = self._longest_phrase(words[at : at + self._longest])
            typed = " ".join(words[at : at + length])
            concepts = found if group or fold(typed) not in LITTLE else little
            concepts[typed] = group or (phrase(typed),)
            at += length
        return list((found or little).items())

    def subjects(self, said: Iterable[str]) -> dict[str, str]:
        """What some texts speak of, in a form in which synonyms are one; leads to the text in which it was said
        first."""
        found: dict[str, str] = {}
        for text in said:
            for _, meanings in self.concepts(text):
                found.setdefault(" ".join(bare for _, bare in meanings[0]), text)
        return found

    def near(self, typed: str) -> list[str]:
        """The words of the list that look like a mistyped one."""
        return self._words.near(typed)

    def meant_by(self, words: Iterable[str]) -> list[Stems]:
        """What stands for each of some words, the word itself first."""
        return [entry for word in words for entry in (phrase(word), *self._longest_phrase([word])[1])]

    def _longest_phrase(self, words: list[str]) -> tuple[int, tuple[Stems, ...]]:
        for length in range(len(words), 0, -1):
            pairs = [stems(word) for word in words[:length]]
            for side in (0, 1):
                group = self._groups.get(tuple(pair[side] for pair in pairs))
                if group:
                    return length, group
        return 1, ()


class Index:
    """The search index of one association. Its vocabulary is kept in memory until a transaction that touched it
    ends."""

    def __init__(self, synonyms: Synonyms) -> None:
        self.synonyms = synonyms
        self._vocabulary: Vocabulary | None = None
        self._generation = 0
        self._touched = False

    async def put(
        self,
        db: Connection,
        kind: str,
        ref: int,
        text: str,
        *,
        facets: Iterable[str] = (),
        member_id: int | None = None,
    ) -> None:
        """Make a document findable, in place of what stood for it before. `facets` are codes it can be filtered by."""
        await self.remove(db, kind, ref)
        words = tokens(text)
        pairs = [stems(word) for word in words]
        self._touched |= self._vocabulary is None or not self._vocabulary.holds(words)
        row = await db.insert(
            "INSERT INTO documents (kind, ref, member_id) VALUES (:kind, :ref, :member)",
            kind=kind,
            ref=ref,
            member=member_id,
        )
        await db.run(
            "INSERT INTO search (rowid, words, stems, bare, facets) VALUES (:row, :words, :stems, :bare, :facets)",
            row=row,
            words=" ".join(words),
            stems=" ".join(stem for stem, _ in pairs),
            bare=" ".join(bare for _, bare in pairs),
            facets=" ".join(_facet(code) for code in (f"kind-{kind}", *facets)),
        )

    async def remove(self, db: Connection, kind: str, ref: int) -> None:
        """Make a document unfindable."""
        if await db.run("DELETE FROM documents WHERE kind = :kind AND ref = :ref", kind=kind, ref=ref):
            self._touched = True

    def touch(self) -> None:
        """Say that documents go in this transaction by another way than `remove` (an erasure)."""
        self._touched = True

    def settle(self) -> None:
        """A transaction ended: when it touched the index, what is held in memory is read anew at the next search."""
        if self._touched:
            self._touched = False
            self._generation += 1
            self._vocabulary = None

    def let_go(self) -> None:
        """Free what is held in memory; the next search reads it again."""
        self._vocabulary = None

    async def find(
        self, db: Connection, kind: str, query: str, *, facets: Sequence[Sequence[str]] = (), share: float = 0
    ) -> Found:
        """Documents of a kind, those that match more of the query first. Each of `facets` asks for one of its codes.
        A hit matches at least `share` (0 to 1) of the query's weight (see `ranking`), for long texts `PROSE`."""
        vocabulary = await self._load(db)
        concepts = self.synonyms.concepts(query)
        every = " AND ".join(_any_facet(codes) for codes in ((f"kind-{kind}",), *facets))
        asked: dict[str, Concept] = {}
        for typed, group in concepts:
            text = self._match(vocabulary, typed, group)
            asked.setdefault(text or typed, Concept(text, part(fold(typed)) if len(group) == 1 else 1))
        if query.strip() and not any(concept.query for concept in asked.values()):
            return Found((), len(concepts))  # emoji and punctuation find nobody; nothing typed finds everybody
        found = await matches(db, list(asked.values()), every, share)
        return Found(tuple(Hit(ref, matched) for ref, matched in found), len(concepts))

    async def nearest_words(self, db: Connection, query: str, *, limit: int = 5) -> list[str]:
        """Words of the index that look most like those of a query that found nothing, for "did you mean"."""
        vocabulary = await self._load(db)
        near: list[str] = []
        for typed, _ in self.synonyms.concepts(query):
            near += vocabulary.resemble(typed, limit)
        return list(dict.fromkeys(word for word in near if len(word) > 3))[:limit]

    def _match(self, vocabulary: Vocabulary, typed: str, group: tuple[Stems, ...]) -> str:
        known = [entry for entry in group if vocabulary.knows(entry)]
        if known:
            return " OR ".join(dict.fromkeys([*_together(typed), *(_phrase_query(entry) for entry in known)]))
        words = vocabulary.begin_with(typed) if len(typed) >= _PREFIX_LENGTH else []
        if not words:
            meant = self.synonyms.meant_by(vocabulary.spellings.near(typed) or self.synonyms.near(typed))
            return " OR ".join(dict.fromkeys(_phrase_query(entry) for entry in meant if vocabulary.knows(entry)))
        return f"words : ({' OR '.join(_quoted(word) for word in words[:20])})"

    async def _load(self, db: Connection) -> Vocabulary:
        vocabulary = self._vocabulary
        if vocabulary is None:
            generation = self._generation
            rows = await db.rows("SELECT term, col FROM search_terms WHERE col <> 'facets'")
            by_column: dict[str, list[str]] = {"words": [], "stems": [], "bare": []}
            for row in rows:
                by_column[row["col"]].append(row["term"])
            vocabulary = Vocabulary.of(**by_column)
            if generation == self._generation:  # no transaction ended meanwhile
                self._vocabulary = vocabulary
        return vocabulary


def _facet(code: str) -> str:
    return "x" + re.sub(r"[^a-z0-9]", "x", code.lower())


def _any_facet(codes: Sequence[str]) -> str:
    return f"facets : ({' OR '.join(_quoted(_facet(code)) for code in codes)})"


def _phrase_query(entry: Stems) -> str:
    """Where accents change nothing, one column is enough: ranking costs by the phrase."""
    by_stem = _quoted(" ".join(stem for stem, _ in entry))
    by_bare = _quoted(" ".join(bare for _, bare in entry))
    return f"bare : {by_bare}" if by_stem == by_bare else f"stems : {by_stem} OR bare : {by_bare}"


def _together(typed: str) -> list[str]:
    """The words of a phrase that was typed, wherever they stand; not where a little one is among them."""
    words = typed.split()
    if len(words) < 2 or any(fold(word) in LITTLE for word in words):
        return []
    return [" AND ".join(f"({_phrase_query((stems(word),))})" for word in words)]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
