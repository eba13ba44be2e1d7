"""Days as people type them, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.dates import read_day, read_end

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
        ("d’ici samedi", date(2026, 11, 28)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: date) -> None:
    assert read_day(typed, WEDNESDAY) == meant


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("vendredi prochain", date(2026, 11, 26), date(2026, 12, 4)),  # a Thursday: the day after is "demain"
        ("next Friday", date(2026, 11, 26), date(2026, 12, 4)),
        ("vendredi", date(2026, 11, 26), date(2026, 11, 27)),
        ("ce vendredi", date(2026, 11, 26), date(2026, 11, 27)),
        ("vendredi prochain", date(2026, 11, 27), date(2026, 12, 4)),
        ("lundi prochain", date(2026, 11, 29), date(2026, 11, 30)),  # a Sunday: it is next week's in any case
    ],
)
def test_the_next_one_is_not_tomorrow(typed: str, today: date, meant: date) -> None:
    assert read_day(typed, today) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("la semaine prochaine", date(2026, 12, 4)),
        ("d’ici la fin de la semaine prochaine", date(2026, 12, 4)),
        ("next week", date(2026, 12, 4)),
        ("fin de semaine", date(2026, 11, 27)),
        ("end of the week", date(2026, 11, 27)),
        ("fin du mois", date(2026, 11, 30)),
        ("The end of the month", date(2026, 11, 30)),
        ("le mois prochain", date(2026, 12, 31)),
        ("end of next month", date(2026, 12, 31)),
        ("vendredi", date(2026, 11, 27)),
        ("24/12", date(2026, 12, 24)),
        ("mois", None),
        ("une semaine", None),
    ],
)
def test_of_a_week_or_a_month_its_end_is_meant(typed: str, meant: date | None) -> None:
    assert read_end(typed, WEDNESDAY) == meant


def test_an_end_is_never_in_the_past() -> None:
    saturday = date(2026, 11, 28)
    assert read_end("fin de semaine", saturday) == saturday
    assert read_end("fin du mois", date(2026, 11, 30)) == date(2026, 11, 30)
    assert read_end("fin du mois prochain", date(2026, 12, 31)) == date(2027, 1, 31)


@pytest.mark.parametrize("typed", ["", "bientôt", "31/2", "32/1/2027", "3", "août", "1 brumaire", "0/0", "2027-13-01"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed, WEDNESDAY) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(typed: str) -> None:
    for found in (read_day(typed, WEDNESDAY), read_end(typed, WEDNESDAY)):
        assert found is None or isinstance(found, date)


@given(st.dates(WEDNESDAY, WEDNESDAY + timedelta(days=364)))
def test_a_day_of_the_coming_year_is_found_without_its_year(day: date) -> None:
    assert read_day(f"{day.day}/{day.month}", WEDNESDAY) == day
