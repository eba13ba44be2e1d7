"""Who would gain from meeting whom, and why: a few people by name, and what holds for any."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.matchmaking.affinity import (
    WEIGHTS,
    How,
    Met,
    Pair,
    Person,
    Reason,
    can_meet,
    cost_of_repeat,
    parts,
    reasons,
    reasons_among,
    score,
    worth_of_needs,
)
from cogs.matchmaking.pairing.scores import FORBIDDEN, scores_of
from tests.matchmaking.community import chance, community, crowd

ANNA, BASILE, CHLOE = range(1, 4)
LOTS = st.integers(0, 2**63)


def person(member_id: int, offers: str = "", seeks: str = "", **traits: object) -> Person:
    """Somebody who offers and seeks some subjects, each said with a capital."""
    said = ({word: word.capitalize() for word in words.split()} for words in (offers, seeks))
    return replace(Person(member_id, *said), **traits)  # type: ignore[arg-type]


def need(value: str, giver: int, taker: int) -> Reason:
    """That one offers what the other seeks."""
    return Reason("need", value, giver, taker)


NEW = Reason("new")
WHY = {
    "nothing in common": (person(ANNA), person(BASILE), False, ()),
    "they never met": (person(ANNA), person(BASILE), True, (NEW,)),
    "she offers what he seeks": (
        person(ANNA, "seo logo"),
        person(BASILE, "", "seo"),
        True,
        (need("Seo", ANNA, BASILE), NEW),
    ),
    "each offers what the other seeks": (
        person(ANNA, "seo", "devis"),
        person(BASILE, "devis", "seo"),
        False,
        (need("Seo", ANNA, BASILE), need("Devis", BASILE, ANNA)),
    ),
    "one need of each before a second one": (
        person(ANNA, "seo logo", "devis"),
        person(BASILE, "devis", "seo logo"),
        True,
        (need("Logo", ANNA, BASILE), need("Devis", BASILE, ANNA), need("Seo", ANNA, BASILE)),
    ),
    "a place before a third need": (
        person(ANNA, "logo photo seo", zone="53"),
        person(BASILE, "", "logo photo seo", zone="53"),
        True,
        (need("Logo", ANNA, BASILE), need("Photo", ANNA, BASILE), Reason("place", "53")),
    ),
    "place, then trade": (
        person(ANNA, zone="53", trade="web", family="it"),
        person(BASILE, zone="53", trade="web", family="it"),
        True,
        (Reason("place", "53"), Reason("trade", "web"), NEW),
    ),
    "the family of two trades": (
        person(ANNA, trade="web", family="it"),
        person(BASILE, trade="data", family="it"),
        False,
        (Reason("family", "it"),),
    ),
    "a place where both can be": (
        person(ANNA, zone="53", zones={"53", "72", "49"}),
        person(BASILE, zone="44", zones={"44", "72", "49"}),
        False,
        (Reason("place", "49"),),
    ),
    "no place for coffee at a distance": (
        person(ANNA, zone="53", zones={"53", "72"}, how=How.REMOTE),
        person(BASILE, zone="72", zones={"72"}),
        False,
        (),
    ),
    "nothing of what is nobody's business": (
        person(ANNA, newcomer=True, isolation=1.0, helped=0.0, first=True),
        person(BASILE, isolation=0.0, helped=9.0, partners={7, 8}),
        False,
        (),
    ),
}


@pytest.mark.parametrize(("anna", "basile", "new", "told"), WHY.values(), ids=WHY)
def test_reasons_are_true_and_the_most_telling_comes_first(
    anna: Person, basile: Person, new: bool, told: tuple[Reason, ...]
) -> None:
    assert reasons(anna, basile, met_before=not new) == told


def test_a_trio_is_told_what_holds_for_all_three_and_who_offers_what_to_whom() -> None:
    anna = person(ANNA, "seo", zone="53", trade="web", family="it")
    basile = person(BASILE, "", "seo", zone="53", trade="data", family="it")
    chloe = person(CHLOE, zone="72", trade="web", family="it")
    assert reasons_among([anna, basile, chloe], met_before=True) == (need("Seo", ANNA, BASILE), Reason("family", "it"))


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ((How.REMOTE, ""), (How.REMOTE, ""), True),
        ((How.REMOTE, "53"), (How.BOTH, "72"), True),
        ((How.BOTH, "53"), (How.BOTH, "72"), True),
        ((How.IN_PERSON, "53"), (How.REMOTE, "53"), False),
        ((How.IN_PERSON, "53"), (How.BOTH, "72"), False),
        ((How.IN_PERSON, "53 72"), (How.BOTH, "72 49"), True),
        ((How.IN_PERSON, "53"), (How.IN_PERSON, "53"), True),
        ((How.IN_PERSON, "53"), (How.IN_PERSON, "72"), False),
    ],
)
def test_in_person_takes_a_zone_that_suits_both(one: tuple[How, str], other: tuple[How, str], can: bool) -> None:
    a, b = (person(number, how=how, zones=frozenset(zones.split())) for number, (how, zones) in enumerate((one, other)))
    assert can_meet(a, b) is can_meet(b, a) is can


@pytest.mark.parametrize(
    ("part", "anna", "basile", "points"),
    [
        ("needs", person(ANNA, "seo"), person(BASILE, "", "seo"), 100),
        ("needs", person(ANNA, "seo logo photo", "devis"), person(BASILE, "devis", "seo logo photo"), 300),
        ("both_ways", person(ANNA, "seo", "devis"), person(BASILE, "devis", "seo"), 60),
        ("work", person(ANNA, trade="web", family="it"), person(BASILE, trade="web", family="it"), 20),
        ("work", person(ANNA, trade="web", family="it"), person(BASILE, trade="data", family="it"), 10),
        ("place", person(ANNA, zone="53"), person(BASILE, zone="53"), 20),
        ("change", person(ANNA, zone="53", near_last=False), person(BASILE, zone="53", near_last=False), 40),
        ("change", person(ANNA, zone="53", near_last=True), person(BASILE, zone="53", near_last=True), 0),
        ("change", person(ANNA, zone="53", near_last=True), person(BASILE, zone="72"), 20),
        ("isolation", person(ANNA, isolation=1.0), person(BASILE, isolation=0.2), 64),
        ("isolation", person(ANNA, isolation=1.0), person(BASILE, isolation=1.0), 0),
        ("newness", person(ANNA, newcomer=True), person(BASILE), 120),
        ("newness", person(ANNA, newcomer=True), person(BASILE, newcomer=True), -60),
        ("circles", person(ANNA, partners={7, 8}), person(BASILE, partners={9}), 60),
        ("circles", person(ANNA, partners={7, 8}), person(BASILE, partners={8}), 0),
    ],
)
def test_a_score_is_made_of_the_points_of_the_table(part: str, anna: Person, basile: Person, points: int) -> None:
    assert parts(anna, basile)[part] == parts(basile, anna)[part] == points
    assert score(anna, basile) == sum(parts(anna, basile).values())


def test_a_need_of_whoever_received_little_help_is_worth_up_to_three_times_as_much() -> None:
    people = [
        person(ANNA, "", "seo", helped=0),
        person(BASILE, "", "seo", helped=4),
        person(CHLOE, "", "seo", helped=8),
    ]
    assert worth_of_needs(people) == {ANNA: 300, BASILE: 100, CHLOE: 100}
    assert worth_of_needs([replace(one, helped=0.0) for one in people]) == dict.fromkeys((ANNA, BASILE, CHLOE), 100)
    giver = person(4, "seo")
    scores = [score(giver, one, worth={**worth_of_needs(people), 4: 100}, seed=0) for one in people]
    assert scores[0] > scores[1] + 150


def test_to_meet_again_costs_less_the_longer_ago_and_the_rarer_it_was() -> None:
    yesterday, long_ago, often = Met(1, 1), Met(1, 40), Met(3, 40)
    assert cost_of_repeat(yesterday) > cost_of_repeat(often) > cost_of_repeat(long_ago) > 0


@given(LOTS, st.integers(0, 12), st.sets(st.tuples(st.integers(1, 6), st.integers(7, 12))))
def test_all_scores_at_once_are_the_scores_of_each_two(lot: int, size: int, apart: set[Pair]) -> None:
    people = crowd(size, chance(lot))
    scores, worth = scores_of(people, apart, lot), worth_of_needs(people)
    for seat, a in enumerate(people):
        for other, b in enumerate(people):
            may = a is not b and can_meet(a, b) and (min(a.id, b.id), max(a.id, b.id)) not in apart
            assert scores[seat, other] == (score(a, b, seed=lot, worth=worth) if may else FORBIDDEN)


@given(LOTS)
def test_a_score_is_never_below_zero_and_the_same_from_both_sides(lot: int) -> None:
    a, b = crowd(2, chance(lot))
    assert 0 <= score(a, b, seed=lot) == score(b, a, seed=lot)


def test_all_scores_of_a_community_are_those_of_each_two_too() -> None:
    people = community(300, seed=1)
    scores = scores_of(people, set(), seed=5)
    assert np.array_equal(scores, scores.T)
    worth = worth_of_needs(people)
    for seat in (0, 150, 299):
        told = [score(people[seat], other, seed=5, worth=worth) for other in people]
        told[seat] = FORBIDDEN
        assert scores[seat].tolist() == told


def test_a_round_is_worth_most_where_everything_comes_together() -> None:
    best = WEIGHTS.meeting + 4 * (WEIGHTS.need + WEIGHTS.deficit) + WEIGHTS.both_ways + WEIGHTS.trade + WEIGHTS.place
    best += 2 * WEIGHTS.change + WEIGHTS.isolation + WEIGHTS.welcome + WEIGHTS.circles + 7
    assert best < np.iinfo(np.int16).max
