"""Text that people type is cleaned once, and escaped each time it is shown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.words.text import Safe, clean, escape, fold, link, says_something, truncate

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u200b\u200d\u202e\u2066\ufeff\u061c\u0000\x1b\u0301\u0300\ufe0f\u2028\u3164👩💻🏽é*_~|`<>[]()#@\n\t -1."
        ),
    ),
    max_size=60,
)


@given(NASTY)
@example("e\u200b\u0301")
@example("👩\u200d💻")
@example("\u202egnp.exe")
def test_nothing_that_deceives_survives_cleaning(typed: str) -> None:
    said = clean(typed)
    for before, character, after in zip(f" {said}", said, f"{said[1:]} ", strict=False):
        category = unicodedata.category(character)
        newer_emoji = "\U0001f000" <= character <= "\U0001faff"
        assert category not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or character == "\n" or newer_emoji
        if category == "Cf":
            assert character == "\u200d"
            assert not before.isalnum()
            assert not after.isalnum()


@given(NASTY)
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)
    assert clean(clean(typed, lines=False), lines=False) == clean(typed, lines=False)


@given(NASTY)
def test_cleaning_never_makes_a_text_longer(typed: str) -> None:
    assert len(clean(typed)) <= max(len(typed), len(unicodedata.normalize("NFC", typed)))


@given(NASTY)
def test_one_line_stays_one_line(typed: str) -> None:
    assert len(clean(typed, lines=False).splitlines()) <= 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Je fais   des sites\u00a0web  ", "Je fais des sites web"),
        ("une ligne\r\n\r\n\r\n\r\nune autre", "une ligne\n\nune autre"),
        ("a\u2028b\u000bc", "a\nb\nc"),
        ("Z\u0300\u0301\u0302\u0303\u0304algo", "Z\u0300\u0301algo"),
        ("👩\u200d💻 et 🏳️\u200d🌈 et 1️⃣", "👩\u200d💻 et 🏳️\u200d🌈 et 1️⃣"),
        ("👍🏽\u200d", "👍🏽"),
        ("co\u200dmp\u200bta", "compta"),
        ("cafe\u0301", "café"),
        ("\u3164\u3164\u2800", ""),
        ("", ""),
    ],
)
def test_what_cleaning_does_to_real_texts(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_blank_looking_name_says_nothing() -> None:
    for typed in ("\u3164\u3164\u3164", "🦄🦄", "...", "a", "\u200b\u200b"):
        assert not says_something(clean(typed))
    assert says_something(clean("3D"))


ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")


@given(NASTY)
@example("1. un\n- deux\n> trois\n# quatre\n-# cinq")
@example("@everyone @HERE <@123> <#1> </x:1>")
@example("[ici](https://exemple.fr)")
def test_no_markup_and_no_mention_survives_escaping(typed: str) -> None:
    said = ADDRESS.sub("", escape(typed))
    assert not re.search(r"@(?:everyone|here)", said, re.IGNORECASE)
    unescaped = re.sub(r"\\[^0-9A-Za-z\s]", "x", said)
    assert not re.search(r"[\\*_~|`<\[#]", unescaped)
    assert not re.search(r"^\s*(?:>|[-+]\s|\d+\.\s)", unescaped, re.MULTILINE) or ADDRESS.search(typed)


def test_what_is_escaped_reads_as_it_was_typed() -> None:
    """Discord shows the character after a backslash, unless that is a letter or a digit."""
    for typed in (
        "1. un",
        "- a",
        "a - b",
        "5 * 3 < 20",
        "C# et C++",
        "> dit-elle",
        "snake_case (ou pas)",
        "#hashtag",
        "\\o/",
    ):
        assert re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escape(typed)) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "(voir https://exemple.fr/a_b*c~d)",
        "https://exemple.fr/a_b.",
        "[https://exemple.fr/x_y]",
        "https://a.fr/?q=a|b#c et la suite_",
    ],
)
def test_addresses_stay_whole(typed: str) -> None:
    (address,) = ADDRESS.findall(typed)
    said = escape(typed)
    assert address in said
    assert not said.split(address)[1].startswith("\\")


def test_escaped_text_is_not_escaped_again() -> None:
    assert escape(escape("a_b")) == "a\\_b"
    assert isinstance(escape("a"), Safe)


@given(NASTY, st.integers(1, 40))
def test_a_cut_text_fits_and_stays_cut(typed: str, limit: int) -> None:
    said = truncate(typed, limit)
    assert len(said) <= limit
    assert truncate(said, limit) == said
    assert said == typed or said.endswith("…")


def test_a_text_is_cut_between_words() -> None:
    assert truncate("une phrase assez longue pour être coupée", 20) == "une phrase assez…"
    assert truncate("anticonstitutionnellement", 10) == "anticonst…"


def test_folding_forgets_case_accents_and_ligatures() -> None:
    assert fold("Œuvre d’ÉTÉ, Straße") == "oeuvre d'ete, strasse"


def test_a_link_names_the_message_when_there_is_one() -> None:
    assert link(1, 2) == "https://discord.com/channels/1/2"
    assert link(1, 2, 3) == "https://discord.com/channels/1/2/3"
