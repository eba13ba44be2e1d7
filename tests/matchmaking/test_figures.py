"""Figures that organisers see: never of fewer than five people, and nothing that says who."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.matchmaking.affinity import Group, Pairing
from cogs.matchmaking.figures import Figures, Share, Sizes, of_round, outlook, without
from cogs.matchmaking.rules import FIGURES, Match, Round, Says, Seat, State

CLOSED: Final = Round(1, date(2026, 1, 6), 0, State.CLOSED, 0, 0, 0, None, None)
_ids = count(1)


def seat(member_id: int | None, says: Says | None = None, *, knows: bool = False) -> Seat:
    """Somebody's place in a match."""
    return Seat(next(_ids), 0, member_id, says, None, knows, False)


def match(*seats: Seat, state: str = "closed") -> Match:
    """A coffee of these."""
    return Match(next(_ids), 1, state, 0, None, None, None, seats)


def test_if_one_says_that_they_met_both_did_and_both_gave_news() -> None:
    found = of_round(
        CLOSED,
        [
            match(seat(1, Says.MET), seat(2)),
            match(seat(3), seat(4)),
            match(seat(5, Says.PLANNED), seat(6)),
            match(seat(7, knows=True), seat(8)),
        ],
    )
    assert found == Figures(8, Share(2, 8), Share(4, 8))


def test_of_three_whoever_could_not_did_not_meet() -> None:
    found = of_round(CLOSED, [match(seat(1, Says.MET), seat(2), seat(3, Says.CANNOT)), match(seat(4), seat(5))])
    assert found == Figures(5, Share(2, 5), Share(3, 5))


def test_whoever_was_brought_together_twice_is_one_person() -> None:
    left = match(seat(1, Says.CANNOT), seat(2), state="called-off")
    found = of_round(CLOSED, [left, match(seat(2, Says.MET), seat(3)), match(seat(4), seat(5), seat(6))])
    assert found == Figures(6, Share(2, 6), Share(3, 6))


def test_whoever_objects_is_in_no_figure_and_neither_is_what_they_said() -> None:
    matches = [match(seat(1, Says.MET), seat(2)), match(seat(3), seat(4)), match(seat(5), seat(6))]
    assert of_round(CLOSED, without(matches, {1})) == Figures(5, Share(0, 5), Share(0, 5))
    assert of_round(CLOSED, without(matches, {1, 3})) == Figures()


def test_the_erased_stay_in_the_figures_without_a_name() -> None:
    found = of_round(CLOSED, [match(seat(1, Says.MET), seat(None)), match(seat(2), seat(None), seat(3))])
    assert found == Figures(5, Share(2, 5), Share(2, 5))


def test_of_four_people_nothing_is_said() -> None:
    assert of_round(CLOSED, [match(seat(1, Says.MET), seat(2)), match(seat(3), seat(4))]) == Figures()


def test_while_a_round_goes_on_only_how_many_take_part_is_said() -> None:
    going_on = replace(CLOSED, state=State.RUNNING)
    assert of_round(going_on, [match(seat(1, Says.MET), seat(2)), match(seat(3), seat(4), seat(5))]) == Figures(5)


@pytest.mark.parametrize(("whole", "percent"), [(19, None), (20, 35), (300, 2)])
def test_a_share_is_said_in_per_cent_from_twenty_people_on(whole: int, percent: int | None) -> None:
    assert Share(7, whole).percent == percent


says = st.sampled_from([None, *Says])
groups = st.lists(st.lists(st.tuples(st.none() | st.integers(1, 30), says), min_size=2, max_size=3), max_size=20)


@given(groups, st.sampled_from(State))
def test_no_figure_ever_rests_on_fewer_than_five_people(
    drawn: Iterable[list[tuple[int | None, Says | None]]], state: State
) -> None:
    found = of_round(replace(CLOSED, state=state), [match(*(seat(*one) for one in group)) for group in drawn])
    shares = [share for share in (found.met, found.answered) if share is not None]
    assert all(FIGURES <= share.whole == found.took_part and share.part <= share.whole for share in shares)
    assert found.took_part is None or found.took_part >= FIGURES
    assert found.met is None or found.answered is None or found.met.part <= found.answered.part


# Looking ahead


def pairing(*sizes: int, repeats: int = 0, out: int = 0) -> Pairing:
    """Groups of these sizes, of which the first holds the repeats; who sits out."""
    made = tuple(Group(tuple(range(size)), 0 if number else repeats, 0, ()) for number, size in enumerate(sizes))
    return Pairing(made, tuple(range(out)), odd=False, method="exact")


def test_a_pairing_is_told_by_its_sizes() -> None:
    assert outlook(10, 8, pairing(2, 2, 3, repeats=1, out=3)).sizes == Sizes(pairs=2, trios=1, repeats=1, out=3)


@pytest.mark.parametrize("coming", [4, 0])
def test_of_fewer_than_five_only_whether_they_are_enough_is_told(coming: int) -> None:
    found = outlook(coming, 4, pairing(2, 2))
    assert (found.enough, found.people, found.sizes) == (coming >= 4, None, None)


def test_a_round_that_would_not_take_place_has_no_sizes() -> None:
    found = outlook(7, 8, None)
    assert (found.enough, found.people, found.sizes) == (False, 7, None)


@pytest.mark.parametrize(("least", "told"), [(2, True), (6, True), (7, False)])
def test_the_team_may_want_figures_of_more_people_only_and_never_of_fewer_than_five(least: int, told: bool) -> None:
    round_of = [match(seat(1, Says.MET), seat(2)), match(seat(3), seat(4)), match(seat(5), seat(6))]
    assert (of_round(CLOSED, round_of, least).took_part is not None) is told
    assert (outlook(6, 4, pairing(2, 2, 2), least).people is not None) is told
    assert of_round(CLOSED, round_of[:2], least) == Figures()
    assert outlook(4, 4, pairing(2, 2), least).people is None
