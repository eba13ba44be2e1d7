"""Forms, cards and pages stay within what Discord shows, whatever they are filled with."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.cards import Choice, button, card, each_act_once, gap, link_button, row, select
from bot.ui.forms import Field, Form, declared, modal, submitted
from bot.ui.pager import page_of, turn
from bot.words.i18n import LANGUAGES, VOICES, Words
from bot.words.text import (
    BUTTON_LABEL,
    CUSTOM_ID,
    FIELD_TEXT,
    FORM_FIELDS,
    FORM_LABEL,
    FORM_TITLE,
    MESSAGE_TEXT,
    OPTION_LABEL,
    OPTIONS,
    PLACEHOLDER,
)
from tests.house.tree import load

DESCRIPTION = 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_forms_fit_in_both_languages_without_being_cut(language: str, voice: str) -> None:
    load()
    words = Words(language, voice)
    assert declared
    for form in declared.values():
        assert len(words.plain(form.words)) <= FORM_TITLE
        filled = {field.name: "x" * 5000 for field in form.fields}
        shown: Any = modal(form, f"{form.act}:1", words, filled).to_dict()
        assert len(shown["components"]) == len(form.fields) <= FORM_FIELDS
        for field, label in zip(form.fields, shown["components"], strict=True):
            key = f"{form.words}-{field.name}"
            assert label["label"] == words.plain(key)
            assert len(label["label"]) <= FORM_LABEL
            assert len(label.get("description") or "") <= DESCRIPTION
            typed = label["component"]
            assert len(typed.get("placeholder") or "") <= PLACEHOLDER
            assert not (typed.get("placeholder") or "").endswith("…") or words.plain(f"{key}.example").endswith("…")
            assert typed["custom_id"] == field.name
            if field.options:
                assert [option["value"] for option in typed["options"]] == list(field.options)
                assert all(option["label"] == words.plain(f"{key}-{option['value']}") for option in typed["options"])
                assert all(len(option["label"]) <= OPTION_LABEL for option in typed["options"])
            elif not field.person:
                assert len(typed["value"]) <= typed["max_length"] == field.limit <= FIELD_TEXT


def test_what_was_chosen_in_a_form_stands_in_it_when_it_is_opened_again() -> None:
    fields = (Field("reason", options=("help-ask-take", "decline")), Field("name", person=True, required=True))
    form = Form("tests:form", "thanks-form", fields)
    words = _Codes("fr")
    shown: Any = modal(form, form.act, words, {"reason": "decline", "name": "42"}).to_dict()
    choice, person = (label["component"] for label in shown["components"])
    assert [option["default"] for option in choice["options"]] == [False, True]
    assert (choice["required"], person["required"]) == (False, True)
    assert person["default_values"] == [{"id": 42, "type": "user"}]
    empty: Any = modal(form, form.act, words, {}).to_dict()["components"]
    assert not any(option["default"] for option in empty[0]["component"]["options"])
    assert not empty[1]["component"].get("default_values")


class _Codes(Words):
    """Words in which everything is called by its key."""

    def plain(self, key: str, /, **values: object) -> str:  # noqa: ARG002
        """The key."""
        return key


def test_what_was_typed_is_read_back_cleaned() -> None:
    typed = {"type": 4, "custom_id": "what", "value": "  Je\u200b dessine "}
    old = {"type": 1, "components": [{"type": 4, "custom_id": "where", "value": "Laval"}]}
    assert submitted([{"type": 18, "component": typed}, old]) == {"what": "Je dessine", "where": "Laval"}
    assert submitted(None) == {}
    assert submitted([{"type": 18, "component": {"type": 3, "custom_id": "x", "values": ["1"]}}]) == {"x": "1"}
    assert submitted([{"type": 18, "component": {"type": 3, "custom_id": "x", "values": []}}]) == {"x": ""}


@given(st.lists(st.text(max_size=3000), max_size=4))
async def test_a_card_never_says_more_than_discord_takes(blocks: list[str]) -> None:
    shown = card(*blocks)
    assert shown.content_length() <= MESSAGE_TEXT
    assert shown.is_finished()  # so that the library keeps nothing in memory


def test_of_two_buttons_that_do_the_same_the_first_stays_and_links_may_repeat() -> None:
    def acts(*ids: str) -> Any:
        return row(*(button("x", one) for one in ids))

    links = row(link_button("x", "https://a.example"), link_button("x", "https://a.example"))
    kept = each_act_once(["text", acts("a:b", "a:c"), "text", acts("a:b"), None, acts("a:c", "a:d"), links])
    shown = [[getattr(item, "custom_id", None) for item in getattr(one, "children", ())] for one in kept]
    assert shown == [[], ["a:b", "a:c"], [], [], ["a:d"], [None, None]]


def test_labels_are_cut_and_custom_ids_never() -> None:
    assert len(button("x" * 200, "a:b").label or "") == BUTTON_LABEL
    with pytest.raises(ValueError, match="longer"):
        button("x", "a" * (CUSTOM_ID + 1))
    entries = select("a:b", "y" * 300, [Choice(str(n), "x" * 200, "z" * 200) for n in range(40)])
    assert len(entries.options) == OPTIONS
    assert len(entries.placeholder or "") == PLACEHOLDER
    assert all(len(option.label) <= OPTION_LABEL for option in entries.options)
    assert row(None, None) is None


@given(st.integers(0, 60), st.integers(-5, 100), st.integers(1, 12))
def test_a_page_that_does_not_exist_is_the_nearest_one(entries: int, number: int, size: int) -> None:
    page = page_of(range(entries), number, size)
    assert 0 <= page.number < page.count
    assert len(page.entries) <= size
    assert bool(page.entries) == bool(entries)
    everything = [entry for at in range(page.count) for entry in page_of(range(entries), at, size).entries]
    assert everything == list(range(entries))


def test_pages_lead_to_those_before_and_after() -> None:
    def leads_to(number: int) -> list[str]:
        turned = turn(Words("fr"), page_of(range(25), number, 10), lambda at: f"a:b:{at}")
        return [] if turned is None else [str(item.custom_id) for item in turned.children]  # type: ignore[attr-defined]

    assert [leads_to(number) for number in range(3)] == [["a:b:1"], ["a:b:0", "a:b:2"], ["a:b:1"]]
    assert turn(Words("fr"), page_of(range(5), 0, 10), str) is None


def test_a_title_and_the_paragraph_under_it_are_one_text() -> None:
    view = card("### A title", None, "", "Under it", gap(), "Further down", "### Alone")
    texts = [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    assert texts == ["### A title\nUnder it", "Further down", "### Alone"]
