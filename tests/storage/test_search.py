"""Search that speaks French: measured on made-up members, fresh after every change, unmoved by hostile queries."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.people.lifecycle import Lifecycle
from bot.people.members import accept_notice
from bot.storage.association import Association
from bot.storage.backup import Ledger
from bot.storage.search import Hit, Synonyms, tokens
from tests.storage.french import NOBODY, PROFILES, QUERIES
from tests.storage.test_backup import Clock

KIND = "member"


async def fill(association: Association) -> None:
    """Make the made-up members findable."""
    async with association.transaction() as db:
        for ref, text in PROFILES.items():
            facets = ["zone-53" if ref % 2 else "zone-72", f"trade-{ref % 5}"]
            await association.search.put(db, KIND, ref, text, facets=facets)


@pytest.fixture
async def filled(association: Association) -> Association:
    """An association of made-up members."""
    await fill(association)
    return association


async def hits(association: Association, query: str, **options: Any) -> tuple[Hit, ...]:
    """What a query finds."""
    return (await association.search.find(association.read(), KIND, query, **options)).hits


async def found(association: Association, query: str, **options: Any) -> list[int]:
    """Whom a query finds, best first."""
    return [hit.ref for hit in await hits(association, query, **options)]


# Quality


async def test_members_are_found_by_what_people_type(filled: Association) -> None:
    shares, missed = [], []
    for query, meant in QUERIES.items():
        if meant:
            first = await found(filled, query)
            shares.append(len(meant & set(first[:5])) / len(meant))
            if shares[-1] < 1:
                missed.append((query, first))
    assert len(PROFILES) >= 40
    assert len(shares) >= 40
    assert sum(shares) / len(shares) >= 0.95, missed


async def test_a_query_that_nothing_fits_finds_nobody_rather_than_noise(filled: Association) -> None:
    unfitting = [*NOBODY, *(query for query, meant in QUERIES.items() if not meant)]
    noise = {query: refs for query in unfitting if (refs := await found(filled, query))}
    assert len(unfitting) >= 30
    assert len(noise) <= len(unfitting) * 0.1, noise


async def test_whoever_matches_more_words_comes_first(filled: Association) -> None:
    matched = [hit.matched for hit in await hits(filled, "électricienne bornes recharge yoga")]
    assert matched == sorted(matched, reverse=True)
    assert matched[:2] == [3, 1]
    assert await found(filled, "guide châteaux Loire yoga") == [32, 33]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("electricite", "électricité"),
        ("soeur", "sœur"),
        ("l'agronomie", "l’agronomie"),
        ("JURISTE", "juriste"),
        ("cafe\u0301", "café"),
        ("graphiste", "graphistes"),
        ("photo", "photographe"),
    ],
)
async def test_two_spellings_find_the_same_members(filled: Association, one: str, other: str) -> None:
    assert await found(filled, one) == await found(filled, other) != []


async def test_nothing_typed_finds_everybody_and_emoji_alone_nobody(filled: Association) -> None:
    assert sorted(await found(filled, "")) == sorted(PROFILES)
    assert sorted(await found(filled, "   ")) == sorted(PROFILES)
    assert await found(filled, "🦄") == []


async def test_little_words_count_only_when_there_is_nothing_else(filled: Association) -> None:
    assert await found(filled, "qui fait du yoga avec nous") == await found(filled, "yoga") == [33]
    assert 1 in await found(filled, "pour")


async def test_facets_keep_to_a_trade_and_a_zone(filled: Association) -> None:
    everybody = set(await found(filled, "", facets=[["zone-53"]]))
    assert everybody == {ref for ref in PROFILES if ref % 2}
    assert set(await found(filled, "", facets=[["zone-53", "zone-72"], ["trade-1"]])) == {
        r for r in PROFILES if r % 5 == 1
    }
    assert await found(filled, "yoga", facets=[["zone-72"]]) == []
    assert await found(filled, "yoga", facets=[["zone-53"]]) == [33]


async def test_a_facet_is_no_word(filled: Association) -> None:
    assert await found(filled, "zone-53") == []
    assert await found(filled, "xkindxmember") == []


async def test_one_kind_does_not_find_another(filled: Association) -> None:
    async with filled.transaction() as db:
        await filled.search.put(db, "tip", 1, "Un tuyau sur le yoga")
    assert await found(filled, "yoga") == [33]
    assert [hit.ref for hit in (await filled.search.find(filled.read(), "tip", "yoga")).hits] == [1]


async def test_words_nearest_to_a_query_are_offered(filled: Association) -> None:
    assert "menuisier" in await filled.search.nearest_words(filled.read(), "menuiserrrie")
    assert await filled.search.nearest_words(filled.read(), "🦄") == []


def test_words_are_cut_as_french_is_written() -> None:
    assert tokens("L’œuvre d’Anaïs, qu'on C++ et C# (n8n)") == [
        "oeuvre",
        "anaïs",
        "on",
        "cplusplus",
        "et",
        "csharp",
        "n8n",
    ]


def test_what_texts_speak_of_is_one_whichever_synonym_says_it(synonyms: Synonyms) -> None:
    spoken_of = synonyms.subjects(["relire un devis", "Community manager", "les devis"])
    assert list(spoken_of.values()) == ["relire un devis", "relire un devis", "Community manager"]
    assert synonyms.subjects(["cm"]).keys() == synonyms.subjects(["community manager"]).keys() <= spoken_of.keys()


def test_synonyms_that_come_with_the_code_stand_in_one_group_each(synonyms: Synonyms) -> None:
    assert len(synonyms.concepts("community manager et boutique en ligne")) == 2
    assert len(synonyms.concepts("cm")[0][1]) > 3


# Freshness


async def test_what_was_just_written_is_found_and_what_was_removed_is_not(association: Association) -> None:
    assert await found(association, "luthier") == []
    async with association.transaction() as db:
        await association.search.put(db, KIND, 1, "Luthier, violons et altos")
    assert await found(association, "luthiers") == await found(association, "luthie") == [1]
    async with association.transaction() as db:
        await association.search.put(db, KIND, 1, "Plus rien de tel")
    assert await found(association, "luthier") == []
    async with association.transaction() as db:
        await association.search.remove(db, KIND, 1)
    assert await found(association, "") == []


async def test_what_was_rolled_back_is_not_found(association: Association) -> None:
    with suppress(Refusal):
        async with association.transaction() as db:
            await association.search.put(db, KIND, 1, "Luthier")
            assert (
                await association.search.find(db, KIND, "luthier")
            ).hits  # seen, and so held in memory, before the end
            raise Refusal("kernel-stale-press")
    assert await found(association, "luthier") == []
    assert await association.search.nearest_words(association.read(), "luthier") == []


async def test_what_was_erased_is_not_found_nor_offered(association: Association, tmp_path: Path) -> None:
    async with association.transaction() as db:
        await accept_notice(db, 7, 0)
        await association.search.put(db, KIND, 7, "Luthier", member_id=7)
    assert await found(association, "luthier") == [7]
    async with association.transaction() as db:
        await Lifecycle(Clock(), Ledger(tmp_path)).erase(association, db, 7)
    assert await found(association, "luthier") == []
    assert await association.search.nearest_words(association.read(), "luthie") == []


async def test_a_search_during_a_change_is_right_afterwards(association: Association) -> None:
    async def look() -> None:
        for _ in range(20):
            await found(association, "luthier")

    async def change() -> None:
        for number in range(20):
            async with association.transaction() as db:
                await association.search.put(db, KIND, number, f"Luthier mot{number}")

    await asyncio.gather(look(), change(), look())
    assert len(await found(association, "luthier")) == 20
    assert await found(association, "mot19") == [19]


# Hostile queries


@pytest.fixture(scope="module")
def hostile(
    tmp_path_factory: pytest.TempPathFactory, synonyms: Synonyms
) -> Iterator[tuple[asyncio.Runner, Association]]:
    """One filled association and one loop for many examples."""
    with asyncio.Runner() as runner:
        opened = runner.run(Association.open(tmp_path_factory.mktemp("search") / "1.db", 1, synonyms))
        runner.run(fill(opened))
        yield runner, opened
        runner.run(opened.close())


WORDS = st.sampled_from(
    [
        "yoga",
        '"',
        "'",
        "*",
        "NEAR(",
        "AND",
        "OR",
        "NOT",
        "^",
        "words:",
        "{stems bare}:",
        "-",
        "+",
        "(",
        ")",
        "--",
        ";",
        "\0",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(st.characters(), max_size=40), st.lists(WORDS, max_size=12).map(" ".join)))
@example('yoga" OR words : "site')
@example("NEAR(yoga site, 5)")
@example("yoga*")
@example("a\0b")
@example("\ud800")
@example("yoga " * 800)
@example(" ".join(chr(letter) for letter in range(33, 1000)))
@example("x" * 4000)
@example("yoga site photo film miel pierre grès encre sols café " * 80)
@example("1" * 4000)
@example("ﷺ" * 500)
@example("f# c++ c# a++")
def test_no_query_breaks_the_search(hostile: tuple[asyncio.Runner, Association], query: str) -> None:
    runner, association = hostile
    runner.run(association.search.find(association.read(), KIND, query))
    runner.run(association.search.find(association.read(), KIND, query, facets=[[query]]))
    runner.run(association.search.nearest_words(association.read(), query))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=80))
@example("\0\ud800 é")
def test_every_text_can_be_indexed(hostile: tuple[asyncio.Runner, Association], text: str) -> None:
    runner, association = hostile

    async def index() -> None:
        async with association.transaction() as db:
            await association.search.put(db, "tip", 1, text)

    runner.run(index())
