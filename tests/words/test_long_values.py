"""What somebody typed is said back whole, however long: Fluent itself refuses values of some thousand characters."""

from __future__ import annotations

import pytest

from bot.words.i18n import LANGUAGES, LONG, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [LONG, LONG + 1, 4000, 20_000])
def test_what_was_typed_is_said_back_whole(language: str, length: int) -> None:
    typed = ("Un devis *très* long, " * (length // 20 + 1))[:length]
    words = Words(language)
    assert typed in words.plain("kernel-typed", typed=typed)
    assert typed.replace("*", "\\*") in words("kernel-typed", typed=typed)


def test_two_long_values_keep_their_places() -> None:
    said = Words("fr").plain("limits-links-first-day", when="x" * 3000)
    assert said.count("x" * 3000) == 1
    assert said.startswith("Pour éviter la publicité")
