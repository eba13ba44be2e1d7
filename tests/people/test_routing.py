"""Who is asked to lend a hand: what holds in any association."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.routing import (
    FATIGUE,
    MOST,
    PLACE,
    TRADE,
    Helper,
    Proposal,
    Request,
    Roster,
    choose,
    how_many,
    order_requests,
    rested_first,
)

KINDS = ("word", "trade", "place")
STEMS = ["webflow", "devi", "photo", "compt", "logo", "relir", "tarif"]
TRADE_CODES = ["web", "photo", "compta"]
ZONE_CODES = ["53", "72", "49"]


def helpers(*, least: int = 0) -> st.SearchStrategy[list[Helper]]:
    """Some people, each with an id of their own."""
    one = st.builds(
        Helper,
        member_id=st.integers(1, 12),
        trade=st.none() | st.sampled_from(TRADE_CODES),
        zone=st.none() | st.sampled_from(ZONE_CODES),
        words=st.dictionaries(st.sampled_from(STEMS), st.sampled_from(["sites Webflow", "relire un devis", "photo"])),
        cap=st.integers(0, 3),
        asked=st.integers(0, 4),
    )
    return st.lists(one, min_size=least, max_size=12, unique_by=lambda helper: helper.member_id)


REQUESTS = st.builds(
    Request,
    id=st.integers(1, 10**18),
    asker_id=st.integers(1, 12),
    words=st.frozensets(st.sampled_from([*STEMS, "xylophone"])),
    trades=st.frozensets(st.sampled_from(TRADE_CODES)),
    zone=st.none() | st.sampled_from(ZONE_CODES),
    newcomer=st.booleans(),
    since=st.integers(0, 10**6),
)
SOME = st.frozensets(st.integers(1, 12), max_size=4)


def ask(request: Request, people: list[Helper], count: int = MOST, *, place_will_do: bool = False) -> list[Proposal]:
    """Choose when nobody is kept apart and nobody was asked before."""
    return choose(request, Roster(people), avoided=(), asked=(), count=count, place_will_do=place_will_do)


def plain_score(request: Request, helper: Helper, people: list[Helper]) -> float:
    """The table of the module, read aloud; 0 for who can't be told why."""
    one = Roster(people)
    known = {trait.stem: trait.points for trait in one.traits(request) if trait.kind == "word"}
    words = sum(points for stem, points in known.items() if stem in helper.words)
    trade = TRADE if helper.trade in request.trades else 0
    place = PLACE if request.zone is not None and helper.zone == request.zone else 0
    return (words + trade + place) * FATIGUE**helper.asked if words + trade else 0.0


@given(helpers(), st.lists(REQUESTS, max_size=30))
def test_nobody_is_ever_asked_more_than_their_cap_in_a_week(people: list[Helper], requests: list[Request]) -> None:
    roster = Roster(people)
    week = Counter({helper.member_id: helper.asked for helper in people})
    for request in order_requests(requests):
        for proposal in choose(request, roster, avoided=(), asked=(), place_will_do=request.newcomer):
            roster.note_asked(proposal.member_id)
            week[proposal.member_id] += 1
    assert all(week[helper.member_id] <= max(helper.cap, helper.asked) for helper in people)


@given(helpers(), REQUESTS, SOME, SOME, st.integers(0, 5), st.booleans())
def test_the_asker_the_avoided_and_the_asked_are_never_asked(
    people: list[Helper], request: Request, avoided: frozenset[int], asked: frozenset[int], count: int, wide: bool
) -> None:
    found = choose(request, Roster(people), avoided=avoided, asked=asked, count=count, place_will_do=wide)
    chosen = [proposal.member_id for proposal in found]
    assert len(set(chosen)) == len(chosen) <= count
    assert not {request.asker_id, *avoided, *asked} & set(chosen)


@given(helpers(), REQUESTS, SOME, SOME)
def test_whoever_is_kept_apart_leaves_their_turn_to_the_next(
    people: list[Helper], request: Request, avoided: frozenset[int], asked: frozenset[int]
) -> None:
    """As if they weren't there: how rare a word is doesn't depend on who may be asked about this request."""
    found = choose(request, Roster(people), avoided=avoided, asked=asked, count=40)
    everybody = {proposal.member_id: proposal.score for proposal in ask(request, people, 40)}
    assert {proposal.member_id: proposal.score for proposal in found} == {
        member: score for member, score in everybody.items() if member not in avoided | asked
    }


@given(helpers(), REQUESTS, st.integers(0, 5))
def test_the_best_are_chosen_as_the_table_says(people: list[Helper], request: Request, count: int) -> None:
    may = [helper for helper in people if helper.asked < helper.cap and helper.member_id != request.asker_id]
    scores = {helper.member_id: plain_score(request, helper, people) for helper in may}
    found = ask(request, people, count)
    best = sorted((score for score in scores.values() if score), reverse=True)[:count]
    assert [proposal.score for proposal in found] == pytest.approx(best)
    assert all(proposal.score == pytest.approx(scores[proposal.member_id]) for proposal in found)


@given(helpers(), REQUESTS, st.booleans())
def test_every_reason_is_true_and_can_be_told(people: list[Helper], request: Request, wide: bool) -> None:
    by_id = {helper.member_id: helper for helper in people}
    for proposal in ask(request, people, place_will_do=wide):
        helper = by_id[proposal.member_id]
        counted = {trait.stem for trait in Roster(people).traits(request)}
        shared = {helper.words[stem] for stem in request.words & helper.words.keys() & counted}
        told = {kind: [reason.value for reason in proposal.reasons if reason.kind == kind] for kind in KINDS}
        assert sorted(told["word"]) == sorted(shared)
        assert told["trade"] == [helper.trade for _ in range(helper.trade in request.trades)]
        assert told["place"] == [helper.zone for _ in range(helper.zone is not None and helper.zone == request.zone)]
        assert len(set(proposal.reasons)) == len(proposal.reasons) > 0
        assert wide or proposal.reasons[0].kind != "place"


@given(helpers(), REQUESTS, st.randoms(use_true_random=False))
def test_the_same_people_are_chosen_each_time_in_whatever_order_they_come(
    people: list[Helper], request: Request, chance: Random
) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert ask(request, people) == ask(request, people) == ask(request, shuffled)


@given(helpers(least=1), REQUESTS, st.data())
def test_being_asked_once_more_never_raises_anybody(
    people: list[Helper], request: Request, data: st.DataObject
) -> None:
    tired = data.draw(st.sampled_from(people))
    after = [replace(helper, asked=helper.asked + 1) if helper is tired else helper for helper in people]
    before, later = rank(tired, ask(request, people, 40)), rank(tired, ask(request, after, 40))
    assert later >= before


@given(helpers(least=1), REQUESTS, st.data())
def test_counting_on_is_the_same_as_preparing_anew(people: list[Helper], request: Request, data: st.DataObject) -> None:
    tired = data.draw(st.sampled_from(people))
    roster = Roster(people)
    roster.note_asked(tired.member_id)
    after = [replace(helper, asked=helper.asked + 1) if helper is tired else helper for helper in people]
    assert choose(request, roster, avoided=(), asked=(), count=40) == ask(request, after, 40)


def rank(helper: Helper, found: list[Proposal]) -> int:
    """How many come before somebody; all do when they are not asked."""
    chosen = [proposal.member_id for proposal in found]
    return chosen.index(helper.member_id) if helper.member_id in chosen else 1_000


@given(st.lists(REQUESTS, unique_by=lambda request: request.id))
def test_newcomers_choose_first_then_who_has_waited_longest(requests: list[Request]) -> None:
    turns = order_requests(requests)
    assert sorted(turns, key=lambda request: request.id) == sorted(requests, key=lambda request: request.id)
    for first, then in pairwise(turns):
        assert (not first.newcomer, first.since) <= (not then.newcomer, then.since)


@given(helpers(), st.integers(0, 200))
def test_as_many_are_asked_at_a_time_as_the_week_allows(people: list[Helper], rounds: int) -> None:
    count = how_many(Roster(people), rounds)
    assert 1 <= count <= MOST
    assert count == 1 or rounds * (count - 0.5) <= sum(helper.cap for helper in people)


TOLD = st.dictionaries(st.integers(1, 60), st.none() | st.integers(0, 5), max_size=40)


@given(TOLD, st.integers(0, 50), st.integers(0, 2**63))
def test_those_told_least_lately_come_first(told: dict[int, int | None], count: int, seed: int) -> None:
    found = rested_first(told, count, seed)
    assert len(found) == len(set(found)) == min(count, len(told))
    rests = [-1 if (at := told[member_id]) is None else at for member_id in found]
    assert rests == sorted(rests)
    left = [told[member_id] for member_id in told if member_id not in found]
    assert all((-1 if at is None else at) >= max(rests, default=-1) for at in left)


@given(TOLD, st.integers(0, 50), st.integers(0, 2**63), st.randoms(use_true_random=False))
def test_the_lot_is_the_same_in_whatever_order_people_come(
    told: dict[int, int | None], count: int, seed: int, chance: Random
) -> None:
    shuffled = list(told.items())
    chance.shuffle(shuffled)
    assert rested_first(told, count, seed) == rested_first(dict(shuffled), count, seed)


@given(TOLD, st.integers(1, 20), st.integers(0, 2**63))
def test_whoever_is_told_goes_behind_all_who_rested_longer(told: dict[int, int | None], count: int, seed: int) -> None:
    """Time after time, everybody is told once before anybody is told twice."""
    now, times = 10, Counter[int]()
    known = dict.fromkeys(told) | told
    for _ in range(len(told)):
        for member_id in rested_first(known, count, seed + now):
            known[member_id], times[member_id], now = now, times[member_id] + 1, now + 1
        spread = [times[member_id] for member_id in told]
        assert max(spread) - min(spread) <= 1


def test_among_those_never_told_each_is_as_likely() -> None:
    drawn = Counter(rested_first(dict.fromkeys(range(20)), 1, seed)[0] for seed in range(4_000))
    assert len(drawn) == 20
    assert all(140 <= times <= 260 for times in drawn.values())  # 200, give or take more than four standard deviations
