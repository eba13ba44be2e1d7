"""The tips' search, measured on made-up tips: it finds what is meant, and nothing where nothing fits."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.search import Synonyms
from tests.tips.french import AFTERWARDS, NOTHING, NOTHING_AFTERWARDS, QUERIES, TIPS
from tests.tips.quality import found, quality, share_all

CATEGORIES = {"administratif", "prospection", "tarifs", "outils", "vie", "autre"}


@pytest.fixture
async def shared(tmp_path: Path) -> AsyncIterator[Association]:
    """An association where the made-up tips were shared."""
    opened = await Association.open(tmp_path / "1.db", 1, Synonyms.load(CODE_DATA / "synonyms.toml"))
    await share_all(opened)
    yield opened
    await opened.close()


def test_the_made_up_tips_are_such_as_people_share() -> None:
    assert len(TIPS) >= 90
    assert {tip.category for tip in TIPS.values()} == CATEGORIES
    for ref, tip in TIPS.items():
        assert 0 < len(tip.title) <= 90, ref
        assert 1 <= len(re.findall(r"[.?!](?=\s|$| »)", tip.body)) <= 4, ref
        assert not re.search(r"[€%]|\beuros?\b", tip.text), ref
        assert tip.tags, ref
    assert all(meant <= set(TIPS) for meant in (QUERIES | AFTERWARDS).values())


async def test_tips_are_found_by_what_people_type(shared: Association) -> None:
    seen = await quality(shared, QUERIES)
    assert len(QUERIES) >= 70
    assert seen.recall >= 0.85, seen.missed
    assert seen.precision >= 0.75


async def test_a_question_that_no_tip_answers_finds_nothing(shared: Association) -> None:
    seen = await quality(shared, QUERIES, [*NOTHING, *NOTHING_AFTERWARDS])
    assert len(NOTHING) >= 25
    assert seen.silence >= 0.9, seen.noise


async def test_questions_that_nothing_was_tuned_on_fare_nearly_as_well(shared: Association) -> None:
    seen = await quality(shared, AFTERWARDS, NOTHING_AFTERWARDS)
    assert not set(AFTERWARDS) & set(QUERIES)
    assert seen.recall >= 0.8, seen.missed
    assert seen.silence >= 0.8, seen.noise


async def test_one_common_word_of_a_question_is_no_answer(shared: Association) -> None:
    assert await found(shared, "clients") != []
    assert await found(shared, "clients pour ma fanfare de quartier") == []
    assert await found(shared, "quelqu’un qui connaît un bon accordeur de piano pour un client") == []


async def test_a_question_in_plain_words_finds_what_its_short_form_finds(shared: Association) -> None:
    for question, words in (
        ("comment relancer un client qui ne paie pas", "relances impayés"),
        ("est-ce que quelqu’un sait comment on demande un acompte", "acompte"),
        ("bonjour, vous connaissez une bonne mutuelle ?", "mutuelle"),
    ):
        assert (await found(shared, question))[0] == (await found(shared, words))[0]


async def test_a_category_narrows(shared: Association) -> None:
    assert {TIPS[ref].category for ref in await found(shared, "devis")} > {"tarifs"}
    assert {TIPS[ref].category for ref in await found(shared, "devis", "tarifs")} == {"tarifs"}
    assert await found(shared, "urssaf", "prospection") == []


async def test_nothing_typed_shows_all_tips_the_newest_first(shared: Association) -> None:
    newest = sorted(TIPS, reverse=True)
    assert await found(shared, "") == newest[:100]
    assert await found(shared, "", "vie") == [ref for ref in newest if TIPS[ref].category == "vie"]
