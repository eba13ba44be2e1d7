"""Who a round counts on, when things happen in it, what counts as news."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.schedule.quiet import QuietHours
from cogs.matchmaking import rules
from cogs.matchmaking.rules import Match, Participation, Rhythm, Round, Says, Seat, State

DAY_OF_ROUND = date(2026, 1, 20)
QUIET = QuietHours(ZoneInfo("Europe/Paris"))
INSTANTS = st.integers(1_760_000_000, 1_900_000_000)


def seat(
    number: int, member_id: int | None, says: Says | None = None, *, knows: bool = False, first: bool = False
) -> Seat:
    """A place in a match."""
    return Seat(number, 7, member_id, says, None, knows, first)


def match(*seats: Seat, state: str = "open") -> Match:
    """A match of these places."""
    return Match(7, 1, state, 0, None, None, None, seats)


@pytest.mark.parametrize(
    ("rhythm", "last_day", "took", "expected"),
    [
        (Rhythm.ONCE, None, False, False),
        (Rhythm.EVERY, date(2026, 1, 6), True, True),
        (Rhythm.SECOND, date(2026, 1, 6), True, False),
        (Rhythm.SECOND, date(2025, 12, 23), False, True),
        (Rhythm.MONTHLY, None, False, True),
        (Rhythm.MONTHLY, date(2026, 1, 6), True, False),
        (Rhythm.MONTHLY, date(2025, 12, 23), False, True),
    ],
)
def test_a_round_counts_on_a_subscriber_in_their_rhythm(
    rhythm: Rhythm, last_day: date | None, took: bool, expected: bool
) -> None:
    one = Participation(1, rhythm)
    assert rules.comes(one, DAY_OF_ROUND, last_day=last_day, took_last_round=took) is expected


def test_a_round_doesnt_count_on_somebody_who_rests_or_is_asked_whether_they_stay() -> None:
    for one in (
        Participation(1, Rhythm.EVERY, paused_until=DAY_OF_ROUND + timedelta(days=1)),
        Participation(1, Rhythm.EVERY, paused_rounds=1),
    ):
        assert not rules.comes(one, DAY_OF_ROUND, last_day=None, took_last_round=False)
    asked = Participation(1, Rhythm.EVERY, asked_at=1)
    assert not rules.comes(asked, DAY_OF_ROUND, last_day=None, took_last_round=False, asked=True)
    back = Participation(1, Rhythm.EVERY, paused_until=DAY_OF_ROUND)
    assert rules.comes(back, DAY_OF_ROUND, last_day=None, took_last_round=False)


@given(INSTANTS, st.one_of(st.none(), st.integers(0, 60 * DAY)))
def test_in_a_round_people_are_asked_before_it_ends_and_never_in_quiet_hours(opened: int, gap: int | None) -> None:
    opened = QUIET.over_at(opened)
    found = rules.times(opened, None if gap is None else opened + gap, QUIET)
    assert opened < found.check_in
    assert opened < found.close
    assert found.nudge > opened
    for at in (found.nudge, found.check_in):
        assert QUIET.over_at(at) == at
    if gap is None or gap < 3 * DAY:
        assert QUIET.over_at(found.close) == found.close
    else:
        assert found.close < opened + gap  # two rounds never overlap, whatever the hour


@given(INSTANTS)
def test_one_can_join_until_a_while_before_the_end(matched: int) -> None:
    closes = matched + 12 * DAY
    round_ = Round(1, DAY_OF_ROUND, matched, State.RUNNING, matched, matched, closes, None, None)
    assert round_.takes(matched)
    assert round_.takes(matched + 7 * DAY)
    assert not round_.takes(matched + 9 * DAY)
    for state in (State.CLOSED, State.TOO_FEW, State.CALLED_OFF):
        assert not Round(1, DAY_OF_ROUND, matched, state, matched, None, None, None, None).takes(matched)


def test_one_who_says_they_met_answers_for_both() -> None:
    assert rules.without_news(match(seat(1, 1, Says.MET), seat(2, 2)), frozenset()) == []


def test_whoever_wrote_or_pressed_gave_news_and_who_cant_be_seen_is_not_silent() -> None:
    both = match(seat(1, 1), seat(2, 2))
    assert rules.without_news(both, frozenset()) == [1, 2]
    assert rules.without_news(both, {1}) == [2]
    assert rules.without_news(both, None) == []
    assert rules.without_news(match(seat(1, 1, Says.PLANNED), seat(2, 2, knows=True)), frozenset()) == []
    assert rules.without_news(match(seat(1, None), seat(2, 2)), frozenset()) == [2]


def test_who_waited_for_somebody_silent_goes_first() -> None:
    one = match(seat(1, 1, Says.PLANNED), seat(2, 2))
    assert rules.who_waited(one, [2]) == [1]
    assert rules.who_waited(one, []) == []
    assert rules.who_waited(match(seat(1, 1), seat(2, 2)), [1, 2]) == []
    assert rules.who_waited(match(seat(1, 1, Says.CANNOT), seat(2, 2)), [2]) == []


@given(st.lists(st.booleans(), min_size=2, max_size=3), st.integers(1, 10_000))
def test_nobody_at_their_first_coffee_is_named_to_begin(firsts: list[bool], number: int) -> None:
    seats = tuple(seat(place, place + 100, first=first) for place, first in enumerate(firsts))
    named = rules.starter(Match(number, 1, "open", 0, None, None, None, seats))
    assert (named is None) == all(firsts)
    assert named is None or not firsts[named - 100]


def test_a_seat_is_for_those_who_sit_there() -> None:
    with pytest.raises(Refusal):
        match(seat(1, 1), seat(2, 2)).seat_of(3)


def test_what_was_called_off_before_anybody_met_is_no_past() -> None:
    assert not match(seat(1, 1, Says.CANNOT), seat(2, 2), state="called-off").took_place
    assert match(seat(1, 1, Says.CANNOT), seat(2, 2, knows=True), state="called-off").took_place
    assert match(seat(1, 1), seat(2, 2), state="closed").took_place
