"""The bank of questions, as it is shipped and as an association may edit it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bot.settings import CODE_DATA
from bot.words.i18n import LANGUAGES
from cogs.prompts.bank import ALIKE, Fault, alike, faults, load
from cogs.prompts.rules import LENGTH, Prompt, Theme

BANK: Final = {language: load(CODE_DATA / "prompts" / f"{language}.toml", language) for language in LANGUAGES}
SAID: Final = [
    pytest.param(language, text, id=f"{language}-{prompt.id}-{voice}")
    for language, prompts in BANK.items()
    for prompt in prompts
    for voice, text in {"tu": prompt.tu, "vous": prompt.vous}.items()
    if voice == "tu" or language == "fr"
]
TU: Final = re.compile(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt’|-t(?:u|oi)\b", re.IGNORECASE)
VOUS: Final = re.compile(r"(?<!rendez-)\b(?:vous|votre|vos)\b", re.IGNORECASE)
AMOUNT: Final = re.compile(r"[€$£%]|\beuros?\b|\bTJM\b|\d\s?k\b", re.IGNORECASE)
ELSEWHERE: Final = re.compile(
    r"\b(?:sant[ée]|malad|mutuelle|m[ée]decin|religi|[ée]glise|politi|[ée]lection|famil|enfant|conjoint|syndic|health|"
    r"illness|doctor|church|election|kids|child|spouse|husband|wife|union|de 1 à|from 1 to|humeur|mood)",
    re.IGNORECASE,
)
KEPT: Final = {
    "a sentence": "pro-02 pro-03 pro-04 pro-07 pro-09 adm-06 tar-05 tar-06 tar-07 vic-05 vic-06 vic-09",
    "a template or a tool": "adm-10 out-01 out-02 out-05 out-06 out-09 out-10",
    "a place or an address": "adm-08 adm-09 iso-01 iso-04 iso-10 reg-01 reg-03 reg-08",
    "a date": "adm-01 iso-07 iso-09 reg-02 reg-05 reg-06 reg-07 reg-09 reg-10",
    "a loan": "reg-04",
}
"""What the answers to a question leave for others to use."""


@pytest.mark.parametrize(("language", "text"), SAID)
def test_each_question_is_short_asks_something_and_reads_well(language: str, text: str) -> None:
    assert faults(text, language) == ()
    assert not re.search(r"[!'\"\u00a0\u202f·]| {2}|\s$|^\s", text)
    assert not AMOUNT.search(text)
    assert not ELSEWHERE.search(text)
    if language == "fr":
        assert not re.search(r"\S[?:;]|[?:;]\S|«\S|\S»", text)
    else:
        assert not re.search(r"\s[?:;]", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_questions_are_alike(language: str) -> None:
    said = {(prompt.id, text.lower()) for prompt in BANK[language] for text in (prompt.tu, prompt.vous)}
    near = [
        (mine, theirs)
        for (mine, text), (theirs, other) in combinations(said, 2)
        if mine != theirs and fuzz.token_set_ratio(text, other) >= ALIKE
    ]
    assert near == []


def test_both_languages_ask_the_same_questions_of_every_theme() -> None:
    french, english = ({prompt.id: prompt.theme for prompt in BANK[language]} for language in ("fr", "en"))
    assert french == english
    assert len(french) >= 64
    assert all(count >= 8 for count in Counter(french.values()).values())
    assert set(french.values()) == set(Theme)


def test_half_of_the_questions_leave_something_to_use_again() -> None:
    kept = [code for codes in KEPT.values() for code in codes.split()]
    assert len(kept) == len(set(kept)) >= len(BANK["fr"]) / 2
    assert set(kept) <= {prompt.id for prompt in BANK["fr"]}


def test_each_voice_keeps_to_itself() -> None:
    for prompt in BANK["fr"]:
        assert not VOUS.search(prompt.tu), prompt.id
        assert not TU.search(prompt.vous), prompt.id
        assert prompt.tu != prompt.vous or not TU.search(prompt.tu), prompt.id
    assert all(prompt.tu == prompt.vous for prompt in BANK["en"])


def test_a_text_in_the_other_language_is_told() -> None:
    for language, other in (("fr", "en"), ("en", "fr")):
        for prompt in BANK[other]:
            assert Fault.LANGUAGE in faults(prompt.tu, language), prompt.id


def test_each_fault_is_told_and_all_of_them() -> None:
    assert faults("Quel est ton outil", "fr") == (Fault.NO_QUESTION,)
    assert faults("Quel est ton outil ? " + "x" * LENGTH, "fr") == (Fault.LENGTH,)
    assert faults("Which tool is your own?", "fr") == (Fault.LANGUAGE,)
    assert faults("", "fr") == (Fault.LENGTH, Fault.NO_QUESTION)
    assert faults("What did you say " + "x" * LENGTH, "fr") == (Fault.LENGTH, Fault.NO_QUESTION, Fault.LANGUAGE)


def test_a_text_without_little_words_is_of_any_language() -> None:
    for language in LANGUAGES:
        assert faults("Notion, Trello, carnet ?", language) == ()


@given(st.text(), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_can_be_checked(text: str, language: str) -> None:
    found = faults(text, language)
    assert (Fault.LENGTH in found) == (not 1 <= len(text) <= LENGTH)
    assert (Fault.NO_QUESTION in found) == ("?" not in text)
    assert alike(text, []) is None


@given(st.sampled_from(BANK["fr"]), st.randoms(use_true_random=False))
def test_a_question_is_known_again_whatever_the_order_of_its_words(prompt: Prompt, chance: Random) -> None:
    words = prompt.tu.upper().split()
    chance.shuffle(words)
    assert alike(" ".join(words), [one.tu for one in BANK["fr"]]) == prompt.tu


GOOD: Final = """
[[prompt]]
id = "a-1"
theme = "outils"
text = "Quel est le meilleur carnet de la région ?"
"""
BOTH: Final = """
[[prompt]]
id = "b"
theme = "admin"
tu = "{tu}"
vous = "{vous}"
"""


def entry(**changed: str) -> str:
    """Another question, with something changed."""
    fields = {"id": "a-2", "theme": "admin", "text": "Où as-tu trouvé ce formulaire ?"} | changed
    return "\n[[prompt]]\n" + "".join(f'{name} = "{value}"\n' for name, value in fields.items())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[prompt]", "line 1"),
        ("prompt = 3", "there is no [[prompt]] in it"),
        ("", "there is no [[prompt]] in it"),
        (GOOD + GOOD, "prompt 2 (a-1): this id stands twice"),
        (GOOD + entry(theme="région"), "prompt 2 (a-2): a theme is one of prospection, admin"),
        (GOOD + entry(id="A 2"), "an id is 1 to 24"),
        (GOOD + entry(tu="Et toi ?"), "text, or tu and vous"),
        (GOOD + entry(text="Where is your form, and who has it?"), "the language of the bank"),
        (GOOD + entry(text="Quel est ton outil"), "it needs a question mark"),
        (
            GOOD + entry(text="Dans la région, le meilleur carnet : quel est-il ?"),
            "too much like “Quel est le meilleur",
        ),
        (
            GOOD + BOTH.format(tu="De la région, quel est le meilleur carnet ?", vous="Vous en êtes où de la pile ?"),
            "prompt 2 (b): too much like",
        ),
        (
            GOOD + BOTH.format(tu="Tu en es où de ta pile ?", vous="De la région, quel est le meilleur carnet ?"),
            "prompt 2 (b): too much like",
        ),
        (GOOD + "[[prompt]]\nid = 2\n", "prompt 2 (2): it has id, theme and text"),
        (GOOD + '[[prompt]]\ntext = "Quoi ?"\n', "prompt 2: it has id, theme and text"),
        (GOOD + entry(id="x" * 30) + entry(theme="x"), "prompt 3 (a-2)"),
    ],
)
def test_a_mistake_in_an_edited_bank_is_told_with_its_place_in_one_line(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "fr.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)) as found:
        load(path, "fr")
    assert str(found.value).startswith(f"{path}: ")
    assert "\n" not in str(found.value)


def test_a_question_is_said_in_both_voices_or_in_one_text_for_both(tmp_path: Path) -> None:
    path = tmp_path / "fr.toml"
    voices = {"tu": "Où en es-tu de ta pile ?", "vous": "Où en êtes-vous de votre pile ?"}
    path.write_text(GOOD + BOTH.format(**voices), encoding="utf-8")
    carnet = tomllib.loads(GOOD)["prompt"][0]["text"]
    assert load(path, "fr") == (
        Prompt("a-1", Theme.OUTILS, carnet, carnet),
        Prompt("b", Theme.ADMIN, **voices),
    )
