"""The pure rules of tips."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.words.i18n import Words
from cogs.tips import categories, rules
from cogs.tips.rules import Agreement, Category, Proposal, Tip

CATEGORIES = categories.defaults(Words("fr"))
TIP = Tip(1, 7, "Un acompte", "Trente pour cent", "tarifs", "standing", None, None, None, 0, 0, 0, ("devis",))


@dataclass(frozen=True, slots=True)
class Match:
    """What a search says of a tip."""

    ref: int
    matched: int


@given(st.text(max_size=300))
def test_tags_are_one_line_each_and_each_once(text: str) -> None:
    tags = rules.tags(text)
    assert len({tag.casefold() for tag in tags}) == len(tags)
    assert all(tag and "," not in tag and "#" not in tag and "\n" not in tag for tag in tags)
    assert rules.tags(", ".join(tags)) == tags


@given(st.dictionaries(st.sampled_from(["title", "body", "category", "tags"]), st.text(max_size=300)))
def test_a_form_is_read_or_refused_never_broken(fields: dict[str, str]) -> None:
    try:
        written = rules.read(fields, CATEGORIES)
    except Refusal:
        return
    assert 0 < len(written.title) <= rules.TITLE
    assert 0 < len(written.body) <= rules.BODY
    assert written.category in {one.code for one in CATEGORIES}
    assert len(written.tags) <= rules.TAGS
    assert all(len(tag) <= rules.LABEL for tag in written.tags)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", rules.OTHER),
        ("administratif", "administratif"),
        ("Admin", "administratif"),
        ("indépendant", "independance"),
        ("INDEP", "independance"),
        ("vie d'indépendant", "independance"),
        ("tarif", "tarifs"),
        ("tarifs et prix", "tarifs"),
        ("outils", "outils"),
        ("autre", rules.OTHER),
        ("p", rules.OTHER),
        ("jardinage", rules.OTHER),
        ("*_~`", rules.OTHER),
    ],
)
def test_a_category_is_understood_by_its_beginning(typed: str, code: str) -> None:
    assert rules.read({"title": "Titre", "body": "Texte", "category": typed}, CATEGORIES).category == code


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"title": " \u200b ", "body": "Texte"}, "tips-title-blank"),
        ({"title": "Titre", "body": "🎉"}, "tips-body-blank"),
        ({"title": "t" * 91, "body": "Texte"}, "tips-too-long"),
        ({"title": "Titre", "body": "t" * 2001}, "tips-too-long"),
        ({"title": "Titre", "body": "Texte", "tags": "aa, bb, cc, dd, ee"}, "tips-too-many-tags"),
        ({"title": "Titre", "body": "Texte", "tags": "un mot-clé beaucoup trop long"}, "tips-tag-too-long"),
    ],
)
def test_what_can_not_be_published_is_refused_with_its_reason(fields: dict[str, str], key: str) -> None:
    with pytest.raises(Refusal, match=key):
        rules.read(fields, CATEGORIES)


def test_a_tag_that_repeats_the_category_is_left_out() -> None:
    written = rules.read({"title": "Titre", "body": "Texte", "category": "tarifs", "tags": "Tarifs, TJM"}, CATEGORIES)
    assert written.tags == ("TJM",)


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=rules.CATEGORIES))
def test_a_new_category_has_a_code_of_its_own(label: str, others: list[str]) -> None:
    taken: list[str] = []
    for name in [*others, label]:
        taken.append(rules.code_for(name, taken))
    assert len(set(taken)) == len(taken)
    assert all(code and code.isascii() and len(code) <= rules.LABEL + 3 for code in taken)


def test_two_tips_become_one_and_no_word_is_lost_or_said_twice() -> None:
    newer = replace(TIP, id=2, body="Et jamais moins", tags=("devis", "acompte"))
    joined = rules.merged(TIP, newer)
    assert joined.body == "Trente pour cent\n\nEt jamais moins"
    assert joined.title == TIP.title
    assert joined.tags == ("devis", "acompte")
    assert rules.merged(TIP, replace(TIP, id=3)).body == TIP.body
    with pytest.raises(Refusal, match="tips-merge-too-long"):
        rules.merged(replace(TIP, body="a" * 1500), replace(TIP, body="b" * 1500))


def test_those_that_match_more_come_first_then_those_that_served_more() -> None:
    hits = [Match(1, 1), Match(2, 2), Match(3, 1), Match(4, 2)]
    assert [hit.ref for hit in rules.ranked(hits, {3: 5, 4: 1})] == [4, 2, 3, 1]


@pytest.mark.parametrize(
    ("matched", "concepts", "strong"),
    [(1, 1, True), (1, 2, False), (2, 2, True), (2, 5, True), (1, 6, False), (1, 0, False)],
)
def test_only_what_clearly_answers_is_shown_to_whoever_did_not_look(matched: int, concepts: int, strong: bool) -> None:
    assert rules.strong(matched, concepts) is strong


def _proposal(*agreed: bool | None, asked: int) -> Proposal:
    agreements = tuple(Agreement(number, said, False) for number, said in enumerate(agreed))
    return Proposal(1, 9, "request", None, asked, None, 0, agreements)


def test_everybody_has_to_agree_also_those_who_are_gone() -> None:
    assert _proposal(asked=0).agreed
    assert _proposal(True, True, asked=2).agreed
    assert not _proposal(True, None, asked=2).agreed
    assert not _proposal(True, False, asked=2).agreed
    assert not _proposal(True, asked=2).agreed  # the other one was erased, and said nothing


def test_a_category_that_is_no_longer_listed_is_called_like_what_fits_nowhere() -> None:
    assert categories.label_of(CATEGORIES, "gone") == "autre"
    assert categories.label_of([Category("autre", "divers")], "tarifs") == "divers"
