"""The order of the rota: it goes round, skips whoever can't, and gives everybody as many weeks."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from cogs.organisers.relay_rules import (
    WEEK,
    Absence,
    Host,
    Standing,
    following,
    forecast,
    is_away,
    monday_of,
    read_absence,
    reminder_day,
)

MONDAY = date(2026, 1, 5)
people = st.lists(st.integers(1, 9), unique=True, min_size=1, max_size=9)


def hosts(members: list[int]) -> list[Host]:
    """These members, in this order, all of whom said yes."""
    return [Host(member, place, Standing.AGREED) for place, member in enumerate(members, 1)]


@given(people, st.integers(0, 12), st.integers(1, 3))
def test_when_nobody_is_away_everybody_has_as_many_weeks(members: list[int], after: int, rounds: int) -> None:
    weeks = forecast(hosts(members), [], members, after=after, monday=MONDAY, weeks=rounds * len(members))
    assert Counter(who for _, who in weeks) == dict.fromkeys(members, rounds)
    assert [week for week, _ in weeks] == [MONDAY + number * WEEK for number in range(len(weeks))]


@given(people, st.data())
def test_nobody_has_a_week_that_an_absence_touches_nor_one_while_they_are_gone(
    members: list[int], data: st.DataObject
) -> None:
    here = data.draw(st.sets(st.sampled_from(members)))
    days = st.integers(-10, 60)
    absences = [
        Absence(
            number, data.draw(st.sampled_from(members)), MONDAY + timedelta(first), MONDAY + timedelta(first + more)
        )
        for number, (first, more) in enumerate(data.draw(st.lists(st.tuples(days, st.integers(0, 20)), max_size=5)))
    ]
    for week, who in forecast(hosts(members), absences, here, after=0, monday=MONDAY, weeks=8):
        free = [member for member in here if not is_away(absences, member, week)]
        assert who in free if free else who is None


def test_only_who_said_yes_comes_next_and_after_the_last_the_first() -> None:
    known = [*hosts([1, 2, 3]), Host(4, 4, Standing.ASKED), Host(5, 5, Standing.DECLINED)]
    assert following(known, 3, lambda _: True) == known[0]
    assert following(known, 1, lambda host: host.member_id != 2) == known[2]
    assert following(known, 1, lambda _: False) is None
    assert following(known[:1], 1, lambda _: True) == known[0]


def test_a_weekend_away_leaves_the_week_alone() -> None:
    saturday = MONDAY + timedelta(5)
    assert not is_away([Absence(1, 7, saturday, saturday + timedelta(1))], 7, MONDAY)
    assert is_away([Absence(1, 7, MONDAY - timedelta(9), MONDAY)], 7, MONDAY)
    assert not is_away([Absence(1, 8, MONDAY, MONDAY)], 7, MONDAY)


def test_the_word_before_comes_on_the_last_day_that_people_work() -> None:
    new_year = {date(2026, 1, 1), date(2026, 1, 2)}
    assert reminder_day(MONDAY, lambda day: day.weekday() < 5) == date(2026, 1, 2)
    assert reminder_day(MONDAY, lambda day: day.weekday() < 5 and day not in new_year) == date(2025, 12, 31)
    assert monday_of(date(2026, 1, 11)) == MONDAY


def test_days_away_are_read_and_refused_when_they_make_no_sense() -> None:
    today = date(2026, 1, 8)
    assert read_absence("12/1", "16 janvier", today) == (date(2026, 1, 12), date(2026, 1, 16))
    assert read_absence("lundi", "", today) == (date(2026, 1, 12),) * 2
    assert read_absence("24/12", "2/1", today) == (date(2026, 12, 24), date(2027, 1, 2))
    for first, last, key in (
        ("bientôt", "", "relay-day-not-understood"),
        ("12/1", "tard", "relay-day-not-understood"),
        ("12/1/2026", "11/1/2026", "relay-days-backwards"),
        ("1/1/2026", "2/1/2026", "relay-days-backwards"),
        ("12/1/2026", "13/1/2027", "relay-days-too-many"),
    ):
        with pytest.raises(Refusal, match=key):
            read_absence(first, last, today)
