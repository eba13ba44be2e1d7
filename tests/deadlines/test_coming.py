"""What falls due in an association, with what its organisers chose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.deadlines.coming import Choices, awaited, coming, followable, topics
from cogs.deadlines.coming import within as topics_within
from cogs.deadlines.entries import Deadline
from cogs.deadlines.rules import Day
from tests.deadlines.shelf import SHIPPED

TODAY = date(2026, 12, 1)
FRANCE = Choices()
CFE = date(2026, 12, 15)
TYPED = Choices(
    typed={
        "fr-income-tax": [
            Day.on(date(2027, 6, 3), "zone-2"),
            Day.on(date(2027, 5, 27), "zone-1"),
            Day.on(date(2027, 5, 1), "an old key"),
        ]
    }
)


def refs(found: list[Deadline]) -> list[str]:
    """What they are called."""
    return [deadline.ref for deadline in found]


def within(
    days: int, choices: Choices = FRANCE, *, today: date = TODAY, about: tuple[str, ...] | None = None
) -> list[str]:
    """What comes in so many days."""
    return refs(coming(SHIPPED, today, today + timedelta(days=days), choices, topics=about))


def test_the_next_days_come_nearest_first() -> None:
    assert within(30) == [
        "fr-cfe-payment.2026-12-15",
        "fr-vat-monthly.2026-12-15",
        "fr-vat-simplified-instalment.2026-12-15",
        "fr-cfe-first-declaration.2026-12-31",
        "fr-micro-monthly.2026-12-31",
    ]
    assert within(13) == []


def test_a_window_is_there_from_its_first_day_to_its_last() -> None:
    ref, only = "fr-vat-quarterly.2027-01-15", ("vat-quarterly",)
    assert within(0, today=date(2027, 1, 14), about=only) == []
    for day in (15, 20, 24):
        assert within(0, today=date(2027, 1, day), about=only) == [ref]
    assert within(0, today=date(2027, 1, 25), about=only) == []
    assert within(3, today=date(2027, 1, 12), about=only) == [ref]  # it ends after these three days


def test_what_only_some_need_is_for_those_who_follow_it() -> None:
    assert not any("contributions" in ref for ref in within(365))
    assert within(70, about=("contributions-quarterly",)) == ["fr-contributions-quarterly.2027-02-05"]
    assert within(30, about=()) == []


def test_what_is_hidden_or_elsewhere_does_not_come() -> None:
    assert "fr-cfe-payment.2026-12-15" not in within(30, Choices(hidden={"fr-cfe-payment"}))
    assert within(365, Choices(jurisdictions=())) == []
    assert within(365, Choices(jurisdictions={"be"})) == []


def test_a_jurisdiction_that_is_off_shows_what_was_confirmed() -> None:
    both = Choices(jurisdictions={"fr", "be"}, confirmed={"be-vat-quarterly": TODAY})
    assert [ref for ref in within(60, both) if ref.startswith("be")] == ["be-vat-quarterly.2027-01-25"]
    assert not any(ref.startswith("be") for ref in within(60, replace(both, jurisdictions={"fr"})))


def test_a_correction_moves_one_occurrence_which_keeps_its_name() -> None:
    corrected = Choices(corrections={("fr-cfe-payment", CFE): date(2026, 12, 17)})
    (found,) = [one for one in coming(SHIPPED, TODAY, date(2026, 12, 20), corrected) if one.entry.topic.id == "cfe"]
    assert (found.ref, found.named, found.day) == ("fr-cfe-payment.2026-12-15", CFE, Day.on(date(2026, 12, 17)))
    assert found.reminders == (date(2026, 12, 3), date(2026, 12, 14))
    later = coming(SHIPPED, date(2027, 12, 1), date(2027, 12, 20), corrected)
    assert "fr-cfe-payment.2027-12-15" in refs(later)


@pytest.mark.parametrize(("right", "comes"), [(date(2027, 1, 20), True), (date(2027, 3, 1), False)])
def test_a_correction_brings_in_or_takes_out_what_the_rule_names_elsewhere(right: date, comes: bool) -> None:
    corrected = Choices(corrections={("fr-cfe-payment", CFE): right})
    ref = "fr-cfe-payment.2026-12-15"
    assert ref not in within(20, corrected)
    assert (ref in within(30, corrected, today=date(2027, 1, 10))) is comes


def test_a_correction_of_a_date_that_the_rule_does_not_name_changes_nothing() -> None:
    odd = Choices(corrections={("fr-cfe-payment", date(2026, 12, 14)): TODAY, ("gone", CFE): TODAY})
    assert within(30, odd) == within(30)


def test_typed_dates_come_with_whose_they_are_and_keep_their_name_when_typed_anew() -> None:
    found = coming(SHIPPED, date(2027, 5, 1), date(2027, 6, 30), TYPED, topics=topics_within(SHIPPED, "income-tax"))
    assert refs(found) == ["fr-income-tax.2027-zone-1", "fr-income-tax.2027-zone-2"]
    assert found[0].title("fr") == "Déclaration de revenus en ligne (départements 01 à 19)"
    assert found[1].title("en") == "Income tax return online (départements 20 to 54)"
    anew = replace(TYPED, typed={"fr-income-tax": [Day.on(date(2027, 5, 28), "zone-1")]})
    assert within(60, anew, today=date(2027, 5, 1), about=("income-tax.zone-1",)) == ["fr-income-tax.2027-zone-1"]


def test_each_zone_is_followed_by_itself() -> None:
    offered = {topic.id: topic.names["fr"] for topic in followable(SHIPPED, TODAY, TYPED)}
    zones = [code for code in offered if code.startswith("income-tax.")]
    assert zones == ["income-tax.zone-1", "income-tax.zone-2", "income-tax.zone-3"]
    assert "income-tax" not in offered
    assert offered["income-tax.zone-2"] == "Impôt sur le revenu · départements 20 à 54"
    found = coming(SHIPPED, date(2027, 5, 1), date(2027, 6, 30), TYPED, topics=("income-tax.zone-2",))
    assert refs(found) == ["fr-income-tax.2027-zone-2"]
    assert topics_within(SHIPPED, "cfe") == {"cfe"}
    assert {"income-tax", *zones} == topics_within(SHIPPED, "income-tax")  # other places have one date for all


def test_organisers_are_told_which_dates_are_missing() -> None:
    assert [(entry.id, key.id) for entry, key in awaited(SHIPPED, 2027, TYPED)] == [("fr-income-tax", "zone-3")]
    assert len(awaited(SHIPPED, 2028, TYPED)) == 3
    assert awaited(SHIPPED, 2027, Choices(hidden={"fr-income-tax"})) == []
    swiss = Choices(jurisdictions={"ch"})
    assert awaited(SHIPPED, 2027, swiss) == []
    confirmed = replace(swiss, confirmed={"ch-income-tax": TODAY})
    assert [(entry.id, key.id) for entry, key in awaited(SHIPPED, 2027, confirmed)] == [("ch-income-tax", "canton")]


def test_topics_are_those_of_what_can_come() -> None:
    assert [topic.id for topic in topics(SHIPPED, TODAY, FRANCE)] == [
        "micro-monthly",
        "micro-quarterly",
        "income-tax-option",
        "cfe",
        "vat-simplified",
        "vat-monthly",
        "vat-quarterly",
        "income-tax",
        "results",
        "contributions-5th",
        "contributions-20th",
        "contributions-quarterly",
        "e-invoicing",
    ]
    assert "vat-simplified" not in [topic.id for topic in topics(SHIPPED, date(2027, 6, 1), FRANCE)]
    both = Choices(jurisdictions={"fr", "be"}, confirmed={"be-income-tax-advance": TODAY, "be-vat-client-list": TODAY})
    assert {topic.id for topic in topics(SHIPPED, TODAY, both)} - {t.id for t in topics(SHIPPED, TODAY, FRANCE)} == {
        "vat-client-list"
    }


def test_what_nobody_checked_for_long_does_not_come() -> None:
    late = date(2028, 1, 5)
    assert within(60, today=late) == []
    assert within(60, Choices(confirmed={"fr-micro-monthly": late}), today=late) == [
        "fr-micro-monthly.2028-01-31",
        "fr-micro-monthly.2028-02-29",
    ]


@given(
    st.dates(TODAY, date(2027, 5, 30)),  # until the data is too old to be shown
    st.integers(0, 200),
    st.integers(0, 200),
    st.dictionaries(st.just(("fr-cfe-payment", CFE)), st.dates(TODAY, date(2027, 10, 1)), max_size=1),
)
def test_a_span_cut_in_two_brings_the_same(
    start: date, length: int, cut: int, corrections: dict[tuple[str, date], date]
) -> None:
    choices = replace(TYPED, corrections=corrections)
    end = start + timedelta(days=length)
    middle = min(start + timedelta(days=cut), end)
    every = tuple(topic.id for topic in followable(SHIPPED, TODAY, choices))
    whole = coming(SHIPPED, start, end, choices, topics=every)
    first = coming(SHIPPED, start, middle, choices, topics=every)
    second = coming(SHIPPED, middle + timedelta(days=1), end, choices, topics=every)
    assert whole == sorted(whole, key=lambda deadline: (deadline.day, deadline.entry.id))
    assert len(set(refs(whole))) == len(whole)
    assert all(deadline.day.first <= end and deadline.day.last >= start for deadline in whole)
    assert set(refs(whole)) == set(refs(first)) | set(refs(second))
