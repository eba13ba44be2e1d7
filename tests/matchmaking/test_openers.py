"""What two or three people are given to start talking: questions, short, each its own, in both languages."""

from __future__ import annotations

import re
from itertools import combinations, product

import pytest
from rapidfuzz.fuzz import ratio

from bot.words.i18n import LANGUAGES, VOICES, Words
from tests.house.wording import wording

FAMILIES = ("craft", "place", "light")
KEYS = {f"coffee-opener-{family}-{number}" for family in FAMILIES for number in range(1, 15)}
LONGEST = 140
"""Characters that are read at a glance."""
ALIKE = 80
"""From this likeness on, of 100, two openers would seem the same."""


def _openers(language: str) -> dict[str, str]:
    words = Words(language)
    return {key: words.plain(key) for key in sorted(KEYS)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_family_has_fourteen_openers_in_both_languages(language: str) -> None:
    assert {key for key in wording(language) if key.startswith("coffee-opener-")} == KEYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_opener_is_one_question_read_at_a_glance(language: str) -> None:
    for key, said in _openers(language).items():
        assert said.endswith("?"), key
        assert sum(said.count(sign) for sign in ".!?…\n") == 1, key
        assert len(said) <= LONGEST, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_opener_seems_the_same_as_another(language: str) -> None:
    said = _openers(language)
    alike = [(a, b) for a, b in combinations(said, 2) if ratio(said[a], said[b]) >= ALIKE]
    assert alike == []


def test_an_opener_says_the_same_in_both_voices() -> None:
    """It speaks to two or three people at once: "vous" is right even where one says "tu"."""
    for language, key in product(LANGUAGES, sorted(KEYS)):
        assert len({Words(language, voice).plain(key) for voice in VOICES}) == 1, (language, key)


def test_french_openers_never_say_tu() -> None:
    for key, said in _openers("fr").items():
        assert not re.search(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt’", said, re.IGNORECASE), key
