"""Who has coffee with whom: what holds in any round, and seasons of a few people."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.matchmaking.affinity import Group, How, Met, Pair, Pairing, Person, Reason, can_meet
from cogs.matchmaking.pairing import EXACT, pair
from cogs.matchmaking.pairing.blossoms import best_matching, pairs_of
from cogs.matchmaking.pairing.table import Table, every_pair, lay, match
from cogs.matchmaking.pairing.widening import best_couples
from tests.matchmaking.checker import complaints
from tests.matchmaking.community import chance, community, crowd, history
from tests.matchmaking.every_way import every_way, evils, evils_with_a_trio

LOTS = st.integers(0, 2**63)


def season(people: list[Person], rounds: int, *, absent: float = 0.0, seed: int = 1) -> Iterator[Pairing]:
    """Rounds of the same people, some of whom are absent now and then; what they were promised is remembered."""
    rng, met = chance(seed), dict[Pair, tuple[int, int]]()
    byes, odd_last, first = Counter[int](), set[int](), set[int]()
    for number in range(1, rounds + 1):
        present = [
            replace(one, byes=byes[one.id], odd_last=one.id in odd_last, first=one.id in first)
            for one in people
            if rng.random() >= absent
        ]
        past = {two: Met(times, number - last) for two, (times, last) in met.items()}
        pairing = pair(present, past, set(), seed + number)
        assert complaints(present, past, set(), pairing, seed=seed + number) == []
        yield pairing
        odd_last = set(pairing.left_out).union(*(group.members for group in pairing.groups if len(group.members) == 3))
        first = first - {one.id for one in present} | set(pairing.left_out)
        byes.update(odd_last)
        for two in chain.from_iterable(combinations(group.members, 2) for group in pairing.groups):
            met[two] = met.get(two, (0, 0))[0] + 1, number


@given(LOTS, st.integers(0, 30), st.sampled_from([3, 24]))
def test_any_round_is_what_it_may_be(lot: int, size: int, trios_from: int) -> None:
    rng = chance(lot)
    people = crowd(size, rng)
    met, apart = history(people, rng)
    pairing = pair(people, met, apart, lot, trios_from=trios_from)
    assert complaints(people, met, apart, pairing, seed=lot, trios_from=trios_from) == []


@pytest.mark.parametrize("lot", range(120))
def test_no_other_way_to_seat_a_few_people_is_better(lot: int) -> None:
    rng = chance(lot)
    people = crowd(rng.choice([4, 5, 6, 7]), rng)
    met, apart = history(people, rng)
    known = {one.id: one for one in people}

    def may_meet(a: int, b: int) -> bool:
        return (a, b) not in apart and can_meet(known[a], known[b])

    pairing = pair(people, met, apart, lot)
    found = evils(people, met, lot, tuple(group.members for group in pairing.groups))
    best = min(evils(people, met, lot, groups) for groups in every_way(list(known), may_meet, trio=False))
    assert found[:-1] == best[:-1]
    assert found == best or pairing.method == "factors"


@pytest.mark.parametrize("lot", range(60))
def test_no_other_trio_of_a_few_people_is_better(lot: int) -> None:
    rng = chance(lot)
    people = crowd(rng.choice([3, 5, 7]), rng)
    met, _ = history(people, rng)
    people = [replace(one, how=How.BOTH) for one in people]
    pairing = pair(people, met, set(), lot, trios_from=3)
    found = evils_with_a_trio(people, met, tuple(group.members for group in pairing.groups))
    everybody = [one.id for one in people]
    assert found == min(
        evils_with_a_trio(people, met, groups) for groups in every_way(everybody, lambda *_: True, trio=True)
    )


@given(LOTS, st.integers(0, 30))
def test_the_same_people_and_seed_give_the_same_round_in_whatever_order(lot: int, size: int) -> None:
    rng = chance(lot)
    people = crowd(size, rng)
    met, apart = history(people, rng)
    pairing = pair(people, met, apart, lot)
    shuffled = rng.sample(people, len(people))
    turned = dict(rng.sample(list(met.items()), len(met)))
    assert pair(shuffled, turned, set(apart), lot) == pairing
    assert pickle.loads(pickle.dumps(pairing)) == pairing  # noqa: S301 (our own bytes)


def test_the_checker_sees_what_is_wrong_with_a_round() -> None:
    people = community(8, 1)
    pairing = pair(people, {}, set(), 1)
    one, *others = pairing.groups

    def complain(groups: list[Group], left: tuple[int, ...] = (), again: Set[Pair] = frozenset()) -> list[str]:
        wrong = replace(pairing, groups=tuple(groups), left_out=left)
        return complaints(people, {two: Met(1, 1) for two in again}, set(), wrong, seed=1)

    a, b = one.members
    assert complain([one, *others]) == []
    assert complain(others, left=(a, b)) == ["3 groups where 4 are possible"]
    again = replace(one, repeats=1, reasons=())
    assert complain([again, *others], again={(a, b)}) == ["1 meet again, of whom some needn't"]
    assert complain([replace(one, score=one.score + 1), *others])
    assert complain([replace(one, reasons=(Reason("place", "nowhere"),)), *others])
    assert complain(others)
    assert complaints(people, {}, {(a, b)}, pairing, seed=1) == [f"{(a, b)} may not meet"]


def test_another_seed_draws_other_lots() -> None:
    people = [Person(number) for number in range(40)]
    assert len({pair(people, {}, set(), seed).groups for seed in range(5)}) == 5


@pytest.mark.parametrize(("size", "groups", "left"), [(0, [], 0), (1, [], 1), (2, [2], 0), (3, [3], 0), (4, [2, 2], 0)])
def test_the_smallest_rounds(size: int, groups: list[int], left: int) -> None:
    pairing = pair(community(size, 1), {}, set(), 1)
    assert [len(group.members) for group in pairing.groups] == groups
    assert (len(pairing.left_out), pairing.odd) == (left, False)


def test_the_odd_number_is_named_only_where_it_is_the_only_cause() -> None:
    people = community(5, 1)
    assert pair(people, {}, set(), 1).odd
    assert pair(people, {}, set(), 1, trios_from=5).left_out == ()
    alone = {(number, 5) for number in range(1, 5)}
    assert (pair(people, {}, alone, 1).left_out, pair(people, {}, alone, 1).odd) == ((5,), False)
    split = {(a, b) for a in (1, 2, 3) for b in (4, 5, 6)}
    assert not pair(community(6, 1), {}, split, 1).odd
    assert len(pair(community(6, 1), {}, split, 1).left_out) == 2


def test_three_of_whom_two_are_kept_apart_make_a_couple() -> None:
    pairing = pair(community(3, 1), {}, {(1, 2)}, 1)
    assert [group.members for group in pairing.groups] in ([(1, 3)], [(2, 3)])
    assert not pairing.odd


@pytest.mark.parametrize("size", [9, 15])
def test_in_a_small_round_everybody_sits_out_once_before_anybody_does_again(size: int) -> None:
    turns = [pairing.left_out for pairing in season(community(size, 2), 2 * size)]
    assert sorted(turns[:size]) == sorted(turns[size:]) == [(number,) for number in range(1, size + 1)]


def test_a_season_of_31_brings_nobody_together_twice_and_nobody_into_a_trio_twice_in_a_row() -> None:
    before: set[int] = set()
    for pairing in season(community(31, 3), 14, absent=0.1):
        assert pairing.repeats == 0
        trio = {member for group in pairing.groups for member in group.members if len(group.members) == 3}
        assert not trio & before
        before = trio


def test_whoever_was_promised_to_go_first_does_not_sit_out_even_if_others_have_to_meet_again() -> None:
    people = [replace(one, first=one.id == 1) for one in community(3, 1)]
    people += [Person(4), Person(5)]
    met = {(1, number): Met(1, 1) for number in range(2, 6)}
    pairing = pair(people, met, set(), 1)
    assert 1 not in pairing.left_out
    assert pairing.repeats == 1


def test_those_who_must_meet_again_did_so_least_often_and_longest_ago() -> None:
    people = [Person(number) for number in range(1, 5)]
    met = {two: Met(1, 2) for two in [(1, 2), (3, 4), (1, 3), (2, 4)]} | {(1, 4): Met(1, 9), (2, 3): Met(1, 9)}
    assert [group.members for group in pair(people, met, set(), 1).groups] == [(1, 4), (2, 3)]


def lexicographic(table: Table, couples: list[tuple[int, int]]) -> tuple[int, int, int]:
    """How many are left over, of them promised to go first; how many couples met before."""
    left = table.left_over(couples)
    return len(left), sum(table.people[seat].first for seat in left), sum(map(table.repeats, couples))


@given(LOTS, st.integers(1, 50), st.sampled_from([0.06, 0.1, 0.3, 1.0]))
def test_few_promising_pairs_leave_nobody_out_and_force_no_repeat_that_all_pairs_would_not(
    lot: int, size: int, allowed: float
) -> None:
    rng = chance(lot)
    people = crowd(size, rng)
    met, apart = history(people, rng)
    apart |= {two for two in met if rng.random() > allowed}
    table = lay(people, met, apart, lot, trios_from=24)
    _, couples = best_couples(table, lot, k=2)
    assert lexicographic(table, couples) == lexicographic(table, match(table, every_pair(table)))


@given(LOTS, st.integers(0, 40), st.sampled_from([0.03, 0.1, 0.3, 1.0]))
def test_whatever_the_prices_a_matching_does_as_much_for_each_wish_as_without(
    lot: int, size: int, allowed: float
) -> None:
    drawn = np.random.default_rng(lot)
    pairs = pairs_of(drawn.random((size, size)) < allowed)
    wishes = [drawn.integers(-most, most + 1, len(pairs[0])) for most in (1, 0, 3, 700)]
    prices = [drawn.integers(-most, most + 1, size) for most in (1, 2, 0, 900)]

    def done(couples: list[tuple[int, int]]) -> list[int]:
        places = {couple: place for place, couple in enumerate(zip(*(seats.tolist() for seats in pairs), strict=True))}
        return [len(couples), *(sum(int(wish[places[couple]]) for couple in couples) for wish in wishes)]

    assert done(best_matching(size, pairs, wishes, prices)) == done(best_matching(size, pairs, wishes))


def test_a_crowd_is_paired_as_well_as_if_all_pairs_had_been_looked_at() -> None:
    people = community(EXACT + 30, 4)
    met = {two: Met(1, 3) for two in zip(range(1, 300), range(101, 400), strict=True)}
    pairing = pair(people, met, set(), 1)
    assert pairing.method == "priced"
    assert complaints(people, met, set(), pairing, seed=1) == []
    table = lay(people, met, set(), 1, trios_from=24)
    best = sum(table.score(couple) for couple in match(table, every_pair(table)))
    assert sum(group.score for group in pairing.groups) >= 0.9995 * best


def test_an_odd_crowd_has_one_trio_and_nobody_left() -> None:
    people = community(EXACT + 101, 5)
    pairing = pair(people, {}, set(), 1)
    assert sorted(len(group.members) for group in pairing.groups)[-2:] == [2, 3]
    assert pairing.left_out == ()


def test_a_process_that_pairs_people_loads_neither_database_nor_discord() -> None:
    program = """
import sys
import bot.errand, cogs.matchmaking.pairing
print(*({"aiosqlite", "asyncio", "discord", "fluent", "pydantic", "sqlite3"} & sys.modules.keys()))
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == []
