"""What a door may say, and what is read out of its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from cogs.warm_intros import rules
from cogs.warm_intros.rules import Intro, IntroState, Kind, Says

INTRO = Intro(1, Kind.PRESENTED, None, 1, 2, 3, "", False, None, None, IntroState.ASKED, 0, 0, None, None, None, None)


@given(st.text(max_size=200), st.text(max_size=60))
def test_what_is_read_fits_and_says_something(words: str, where: str) -> None:
    try:
        said = rules.read({"words": words, "where": where})
    except Refusal as refusal:
        why = refusal.key
    else:
        why = ""
    if why:
        assert why in {"intros-door-blank", "intros-too-long"}
        return
    assert 0 < len(said.words) <= rules.DOOR
    assert len(said.where) <= rules.PLACE
    assert "\n" not in said.words + said.where
    assert rules.read({"words": said.words, "where": said.where}) == said


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Un imprimeur à Laval", "Laval"),
        ("Quelqu’un à la CCI en Mayenne", "la CCI en Mayenne"),
        ("Un atelier près de Château-Gontier", "Château-Gontier"),
        ("Un imprimeur", ""),
        ("à", ""),
    ],
)
def test_a_place_is_what_the_words_end_with(words: str, where: str) -> None:
    assert rules.place_in(words) == where


@given(st.sampled_from([*Kind]), st.sampled_from([*Says, None]), st.sampled_from([*Says, None]))
def test_a_thread_takes_a_yes_of_everybody_who_had_to_say_one(
    kind: Kind, first: Says | None, second: Says | None
) -> None:
    intro = replace(INTRO, kind=kind, first_says=first, second_says=second)
    wanted = [first] if kind is Kind.TWO else [first, second]
    assert intro.agreed is all(said is Says.YES for said in wanted)
