"""Days as people type them, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.dates import read_day

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3/8", date(2027, 8, 3)),
        ("24/12", date(2026, 12, 24)),
        ("25/11", date(2026, 11, 25)),
        ("03/08/2028", date(2028, 8, 3)),
        ("3.8.28", date(2028, 8, 3)),
        ("3-8-2028", date(2028, 8, 3)),
        ("2027-01-02", date(2027, 1, 2)),
        ("1er août", date(2027, 8, 1)),
        ("le 1ER AOUT 2028.", date(2028, 8, 1)),
        ("3 déc.", date(2026, 12, 3)),
        ("August 3", date(2027, 8, 3)),
        ("Dec 3rd, 2027", date(2027, 12, 3)),
        ("demain", date(2026, 11, 26)),
        ("aujourd’hui", WEDNESDAY),
        ("après-demain", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 26)),
        ("lundi", date(2026, 11, 30)),
        ("mercredi", date(2026, 12, 2)),
        ("vendredi prochain", date(2026, 11, 27)),
        ("next friday", date(2026, 11, 27)),
        ("vendredi 4 décembre", date(2026, 12, 4)),
        ("jusqu’au 31/12", date(2026, 12, 31)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: date) -> None:
    assert read_day(typed, WEDNESDAY) == meant


@pytest.mark.parametrize("typed", ["", "bientôt", "31/2", "32/1/2027", "3", "août", "1 brumaire", "0/0", "2027-13-01"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed, WEDNESDAY) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(typed: str) -> None:
    found = read_day(typed, WEDNESDAY)
    assert found is None or isinstance(found, date)


@given(st.dates(WEDNESDAY, WEDNESDAY + timedelta(days=364)))
def test_a_day_of_the_coming_year_is_found_without_its_year(day: date) -> None:
    assert read_day(f"{day.day}/{day.month}", WEDNESDAY) == day
