"""Weights and shares: what counts as an answer, what is left out, and that counting stays right in large numbers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.association import Association
from bot.storage.search import PROSE, Synonyms

KIND = "tip"
MANY = 1_200
"""More than are ranked, and than are shown."""


async def write(association: Association, texts: dict[int, str]) -> None:
    """Make some texts findable."""
    async with association.transaction() as db:
        for ref, text in texts.items():
            await association.search.put(db, KIND, ref, text)


async def found(association: Association, query: str, share: float = PROSE) -> list[int]:
    """The references that a query finds, best first."""
    return [hit.ref for hit in (await association.search.find(association.read(), KIND, query, share=share)).hits]


async def test_a_common_word_alone_is_left_out_beside_a_rare_one(association: Association) -> None:
    await write(association, dict.fromkeys(range(20), "le client et sa facture") | {50: "le client et son accordéon"})
    assert await found(association, "client accordéon") == [50]
    assert (await found(association, "client accordéon", 0))[0] == 50
    assert len(await found(association, "client accordéon", 0)) == 21


async def test_a_known_word_beside_an_unknown_one_is_left_out(association: Association) -> None:
    await write(association, {1: "le contrat", 2: "la lune"})
    assert await found(association, "contrat trombone") == []
    assert await found(association, "contrat trombone", 0) == [1]
    assert await found(association, "contrat") == [1]


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("repeindre un trombone", [50]),
        ("polir un trombone", [50]),
        ("nettoyer un trombone", [50]),
        ("peinture du trombone", []),
        ("chantier du trombone", []),
    ],
)
async def test_a_verb_weighs_less_than_a_noun(association: Association, query: str, refs: list[int]) -> None:
    await write(association, {n: f"mot{n}" for n in range(30)} | {50: "le trombone"})
    assert await found(association, query) == refs


async def test_a_hit_of_rare_words_is_found_behind_hundreds_of_common_ones(association: Association) -> None:
    await write(association, {1: "une trompette"} | dict.fromkeys(range(2, 400), "le client et sa facture"))
    assert await found(association, "client facture trompette") == [1]


async def test_words_that_thousands_have_still_count(association: Association) -> None:
    texts = dict.fromkeys(range(1, MANY), "le client et sa facture")
    await write(association, texts | {MANY: "la facture", MANY + 1: "le client, sa facture et la trompette"})
    assert await found(association, "client facture trompette") == [MANY + 1]
    both = await found(association, "client facture")
    assert len(both) == 100
    assert MANY not in both
    assert (await found(association, "client")) == (await found(association, "clients"))


WORDS = st.sampled_from("client facture devis acompte relancer trompette lune contrats inconnu négocier le".split())


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, synonyms: Synonyms) -> Iterator[tuple[asyncio.Runner, Association]]:
    """An association of a few texts, and one loop for many examples."""
    with asyncio.Runner() as runner:
        opened = runner.run(Association.open(tmp_path_factory.mktemp("ranking") / "1.db", 1, synonyms))
        words = "client facture devis acompte relance trompette lune contrat".split()
        texts = {n: " ".join(word for bit, word in enumerate(words) if n >> bit & 1) for n in range(1, 90)}
        runner.run(write(opened, texts))
        yield runner, opened
        runner.run(opened.close())


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.floats(0, 1), st.floats(0, 1))
def test_asking_for_a_larger_share_only_leaves_hits_out(
    small: tuple[asyncio.Runner, Association], query: str, one: float, other: float
) -> None:
    runner, association = small
    less, more = sorted((one, other))
    wide = runner.run(found(association, query, less))
    narrow = runner.run(found(association, query, more))
    assert set(narrow) <= set(wide)
    assert set(wide) <= set(runner.run(found(association, query, 0)))
