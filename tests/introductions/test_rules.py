"""The pure rules of introductions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from cogs.introductions import rules


@given(st.text(max_size=600))
def test_tags_are_one_line_each_and_each_once(text: str) -> None:
    tags = rules.tags(text)
    assert len({tag.casefold() for tag in tags}) == len(tags)
    assert all(tag and "," not in tag and "\n" not in tag for tag in tags)


@given(st.text(max_size=600))
def test_what_was_read_reads_the_same_again(text: str) -> None:
    """The preview stores what was typed; publishing reads it again and must come to the same."""
    tags = rules.tags(text)
    assert rules.tags(", ".join(tags)) == tags


@given(st.dictionaries(st.sampled_from(["what", "where", "offers", "seeks", "question"]), st.text(max_size=400)))
def test_a_form_is_read_or_refused_never_broken(fields: dict[str, str]) -> None:
    try:
        written = rules.read(fields)
    except Refusal:
        return
    assert 0 < len(written.what) <= rules.WHAT


def test_more_things_than_can_be_read_are_refused() -> None:
    with pytest.raises(Refusal, match="intro-too-many"):
        rules.read({"what": "Je fais des sites", "offers": ", ".join(f"chose {n}" for n in range(13))})


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("relire un devis, relire un devis", ("relire un devis",)),
        ("- photo ;\n- vidéo ; ", ("photo", "vidéo")),
        (",,, ;; \n", ()),
        ("a, bc", ("bc",)),
    ],
)
def test_lists_are_typed_in_many_ways(typed: str, tags: tuple[str, ...]) -> None:
    assert rules.tags(typed) == tags


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("du webflow à Laval", ("du webflow", "Laval")),
        ("compta dans le 53", ("compta", "le 53")),
        ("relecture", ("relecture", "")),
        ("à Laval", ("à Laval", "")),
    ],
)
def test_a_query_is_split_into_what_and_where(query: str, parts: tuple[str, str]) -> None:
    assert rules.split_place(query) == parts


@given(st.text(max_size=200), st.text(max_size=60))
def test_a_title_always_fits_a_thread(name: str, trade: str) -> None:
    assert 0 < len(rules.title(name, trade)) <= 100
