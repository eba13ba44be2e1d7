"""A small group that stays the same meets in every way there is before anybody meets again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from cogs.matchmaking.affinity import Met, Pair
from cogs.matchmaking.pairing import pair
from cogs.matchmaking.pairing.blossoms import best_matching, pairs_of
from cogs.matchmaking.pairing.factors import Graph, best_factor, is_played_to_the_end
from tests.matchmaking.community import community


@pytest.mark.parametrize("size", range(4, 31, 2))
def test_a_fixed_group_plays_all_its_rounds_whatever_the_scores(size: int) -> None:
    for seed in range(10):
        drawn = np.random.default_rng([seed, size])
        scores = drawn.integers(0, 900, (size, size))
        graph: Graph = ~np.eye(size, dtype=bool)
        for number in range(size - 1):
            if is_played_to_the_end(graph):
                couples = best_factor(graph, scores, number)
            else:
                couples = best_matching(size, pairs_of(graph), [scores[pairs_of(graph)]])
            assert len(couples) == size // 2
            for a, b in couples:
                assert graph[a, b]
                graph[a, b] = graph[b, a] = False


@pytest.mark.parametrize("size", [4, 5, 6, 7, 8, 13, 18, 30])
def test_pairing_plays_them_and_whoever_sits_out_does_so_once(size: int) -> None:
    people, met = community(size, size), dict[Pair, int]()
    byes, last = Counter[int](), tuple[int, ...]()
    rounds = size - 1 + size % 2
    for number in range(rounds):
        present = [replace(one, byes=byes[one.id], odd_last=one.id in last, first=one.id in last) for one in people]
        pairing = pair(present, {two: Met(1, number - when) for two, when in met.items()}, set(), number)
        assert pairing.repeats == 0
        assert pairing.method == ("exact" if number < (rounds - 1) // 2 else "factors")
        met |= {(group.members[0], group.members[1]): number for group in pairing.groups}
        last = pairing.left_out
        byes.update(last)
    assert len(met) == size * (size - 1) // 2
    assert set(byes.values()) <= {1}


def test_two_threes_who_still_have_to_meet_are_a_dead_end_that_is_never_entered() -> None:
    prism: Graph = np.zeros((6, 6), dtype=bool)
    for a, b in [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (0, 3), (1, 4), (2, 5)]:
        prism[a, b] = prism[b, a] = True
    scores = np.zeros((6, 6), dtype=np.int64)
    scores[[0, 1, 2], [3, 4, 5]] = 100
    dead_end = [(0, 3), (1, 4), (2, 5)]
    assert best_matching(6, pairs_of(prism), [scores[pairs_of(prism)]]) == dead_end
    assert best_factor(prism, scores, 1) not in (dead_end, [])


def test_a_group_without_a_way_to_the_end_is_paired_like_any_other() -> None:
    people = community(6, 1)
    threes = {(a, b) for a in (1, 2, 3) for b in (4, 5, 6)}
    pairing = pair(people, {two: Met(1, 1) for two in threes}, set(), 1)
    assert (pairing.method, pairing.repeats, pairing.left_out) == ("exact", 1, ())
