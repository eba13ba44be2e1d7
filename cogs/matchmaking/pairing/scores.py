"""The scores of everybody with everybody, as `affinity.score` has them, all at once. For the worker process alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence, Set
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cogs.matchmaking.affinity import WEIGHTS, How, Pair, Person, lot, points_of_isolation, worth_of_needs

Scores = NDArray[np.int16]
"""What two seats would gain from meeting; `FORBIDDEN` where they can't, and for somebody with themselves."""
Seats = NDArray[np.intp]

FORBIDDEN: Final = -1
BLOCK: Final = 256
"""Rows worked on at a time: they stay in the processor's cache, and what lies between takes little memory."""


def scores_of(people: Sequence[Person], apart: Set[Pair], seed: int) -> Scores:
    """The scores of some people, seated in their order. Some two of them are kept apart."""
    scores = _circles(people)
    _add_needs(scores, people)
    _add_traits(scores, people, seed)
    _forbid(scores, people, apart)
    return scores


def _circles(people: Sequence[Person]) -> Scores:
    """Points for who has no common partner, and for meeting at all."""
    scores = np.full((len(people), len(people)), WEIGHTS.meeting + WEIGHTS.circles, dtype=np.int16)
    for seats in _seats_by(person.partners for person in people).values():
        scores[np.ix_(seats, seats)] = WEIGHTS.meeting
    return scores


def _add_needs(scores: Scores, people: Sequence[Person]) -> None:
    """Points for needs. Counted subject by subject: few people share one, and most subjects are of nobody else."""
    met = np.zeros(scores.shape, dtype=np.uint8)
    givers, takers = _seats_by(person.offers for person in people), _seats_by(person.seeks for person in people)
    for subject in givers.keys() & takers.keys():
        met[np.ix_(givers[subject], takers[subject])] += 1
    np.minimum(met, WEIGHTS.needs, out=met)
    known = worth_of_needs(people)
    worth = np.array([known[person.id] for person in people], dtype=np.int16)
    for rows in _blocks(len(people)):
        given, taken = met[rows], met[:, rows].T
        scores[rows] += given * worth + taken * worth[rows, None]
        scores[rows] += ((given > 0) & (taken > 0)) * np.int16(WEIGHTS.both_ways)


def _add_traits(scores: Scores, people: Sequence[Person], seed: int) -> None:
    """Points for what each person has once: trade, zone, ties, newness, lot."""
    trades, families = _codes(person.trade for person in people), _codes(person.family for person in people)
    zones = _codes(person.zone for person in people)
    wants_near = np.array([person.near_last is False for person in people]) * np.int16(WEIGHTS.change)
    wants_far = np.array([person.near_last is True for person in people]) * np.int16(WEIGHTS.change)
    ties = np.array([points_of_isolation(person) for person in people], dtype=np.int16)
    new = np.array([person.newcomer for person in people], dtype=np.int8)
    newness = np.array([0, WEIGHTS.welcome, WEIGHTS.two_newcomers], dtype=np.int16)
    lots = np.array([lot(seed, person.id) for person in people], dtype=np.uint16)
    for rows in _blocks(len(people)):
        same, related = _same(trades, rows), _same(families, rows)
        block = np.where(same, np.int16(WEIGHTS.trade), related * np.int16(WEIGHTS.family))
        near = np.int16(WEIGHTS.place) + wants_near[rows, None] + wants_near
        block += np.where(_same(zones, rows), near, wants_far[rows, None] + wants_far)
        block += np.abs(ties[rows, None] - ties)
        block += newness[new[rows, None] + new]
        block += ((lots[rows, None] * lots) >> 13).astype(np.int16)
        scores[rows] += block


def _forbid(scores: Scores, people: Sequence[Person], apart: Set[Pair]) -> None:
    np.fill_diagonal(scores, FORBIDDEN)
    seats = {person.id: seat for seat, person in enumerate(people)}
    for a, b in apart:
        if a in seats and b in seats:
            scores[seats[a], seats[b]] = scores[seats[b], seats[a]] = FORBIDDEN
    goers = _seats_by(() if person.how is How.REMOTE else person.zones for person in people)
    for seat, person in enumerate(people):
        if person.how is How.IN_PERSON:
            others = np.ones(len(people), dtype=bool)
            for zone in person.zones:
                others[goers[zone]] = False
            scores[seat, others] = scores[others, seat] = FORBIDDEN


def _seats_by(traits: Iterable[Iterable[Hashable]]) -> dict[Any, Seats]:
    """Who has each trait."""
    seats = defaultdict(list)
    for seat, some in enumerate(traits):
        for trait in some:
            seats[trait].append(seat)
    return {trait: np.array(having) for trait, having in seats.items()}


def _codes(values: Iterable[str | None]) -> NDArray[np.int32]:
    """Numbers that are equal where values are; a value that isn't there is -1."""
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int32)


def _same(codes: NDArray[np.int32], rows: slice) -> NDArray[np.bool_]:
    same: NDArray[np.bool_] = (codes[rows, None] == codes) & (codes >= 0)
    return same


def _blocks(n: int) -> Iterable[slice]:
    return (slice(start, start + BLOCK) for start in range(0, n, BLOCK))
