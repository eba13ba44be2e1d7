"""What people type about questions: themes by a word, questions by what is asked here already."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.words.i18n import LANGUAGES, Words
from cogs.prompts import cards, questions
from cogs.prompts.pace import BackOff, Level, Verdict, take_turn
from cogs.prompts.reading import read_question, read_word, theme_meant
from cogs.prompts.rules import LENGTH, WORD, Theme


@pytest.mark.parametrize(
    ("typed", "theme"),
    [
        ("prosp", Theme.PROSPECTION),
        ("Administratif", Theme.ADMIN),
        ("ADMIN", Theme.ADMIN),
        ("region", Theme.REGION),
        ("Région ", Theme.REGION),
        ("p", None),
        ("", None),
        ("cuisine", None),
    ],
)
def test_a_theme_is_meant_by_its_name_or_its_beginning(typed: str, theme: Theme | None) -> None:
    assert theme_meant(typed, cards.names(Words("fr"))) is theme


def test_a_theme_is_meant_by_any_word_of_its_name() -> None:
    assert theme_meant("clients", cards.names(Words("en"))) is Theme.PROSPECTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_is_found_by_the_name_it_is_shown_by(language: str) -> None:
    names = cards.names(Words(language))
    assert {theme: theme_meant(name, names) for theme, name in names.items()} == {theme: theme for theme in Theme}


@given(st.text(max_size=3 * LENGTH))
def test_whatever_is_typed_becomes_a_question_or_a_refusal(typed: str) -> None:
    with suppress(Refusal):
        text = read_question(typed, ["Et toi, comment fais-tu ?"])
        assert 0 < len(text) <= LENGTH
        assert "?" in text
        assert "\n" not in text


@given(st.text(max_size=2 * WORD))
def test_whatever_is_typed_becomes_a_word_or_a_refusal(typed: str) -> None:
    with suppress(Refusal):
        assert 0 < len(read_word(typed)) <= WORD


def test_a_member_may_propose_in_any_language_and_organisers_in_the_one_of_the_place() -> None:
    text = "What did the last one teach you, and how?"
    assert read_question(text, []) == text
    with pytest.raises(Refusal):
        read_question(text, [], "fr")


def test_a_question_of_their_own_has_a_ref_that_no_file_can_hold() -> None:
    assert questions.own_id(questions.own_ref(12)) == 12
    assert questions.own_id("pro-01") is None
    assert questions.own_id("own_x") is None


def test_what_never_stood_is_no_silence_and_takes_no_turn() -> None:
    half = BackOff(Level.HALF, 2).asked(4)
    assert not half.unasked().skips(5)
    turn = take_turn(half.unasked(), 5, Verdict.ASK, answered=False)
    assert (turn.verdict, turn.after.silences) == (Verdict.ASK, 2)
