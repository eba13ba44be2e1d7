"""Each rule names the days that it should, whatever the span, and those that administrations published."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.schedule.quiet import public_holidays
from cogs.deadlines.rules import (
    KINDS,
    LONGEST,
    PERIODS,
    Day,
    DaysAfterPeriod,
    Fixed,
    FixedDates,
    LastDayOfMonth,
    NthWorkingDayAfter,
    Once,
    Rule,
    TypedYearly,
    Window,
)

FRANCE = public_holidays("FR")
ONE = timedelta(days=1)

days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
common_days = days.filter(lambda day: (day.month, day.day) != (2, 29))
months = st.lists(st.integers(1, 12), min_size=1, max_size=12).map(tuple)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Any window."""
    first = draw(st.integers(1, 31))
    return Window(first, draw(st.integers(first, 31)), draw(months))


rules = st.one_of(
    common_days.map(lambda day: Fixed(day.month, day.day)),
    st.lists(common_days.map(lambda day: f"{day:%m-%d}"), min_size=1, max_size=12).map(
        lambda texts: FixedDates(tuple(texts))
    ),
    months.map(LastDayOfMonth),
    st.builds(lambda n, day: NthWorkingDayAfter(n, day.month, day.day), st.integers(1, 31), common_days),
    windows(),
    st.builds(DaysAfterPeriod, st.sampled_from(sorted(PERIODS)), st.integers(1, 365)),
    days.map(Once),
    st.lists(st.builds(Day.on, days, st.sampled_from(["a", "b", "gone"])), max_size=6).map(
        lambda typed: TypedYearly(("a", "b"), tuple(typed))
    ),
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    """From a day to another, up to two years later."""
    first = draw(days)
    return first, first + timedelta(days=draw(st.integers(0, 730)))


def is_end_of_month(day: date) -> bool:
    """Whether the next day is a first."""
    return (day + ONE).day == 1


def latest_before(month: int, day_of_month: int, day: date) -> date:
    """The nearest such date before a day, looked for backwards."""
    while True:
        day -= ONE
        if (day.month, day.day) == (month, day_of_month):
            return day


def begins_on(rule: Rule, day: date, holidays: Container[date]) -> bool:
    """The rule, said of a single day and in other words than the code's."""
    match rule:
        case Fixed():
            return (day.month, day.day) == (rule.month, rule.day)
        case FixedDates():
            return f"{day:%m-%d}" in rule.days
        case LastDayOfMonth():
            return day.month in rule.months and is_end_of_month(day)
        case NthWorkingDayAfter():
            start = latest_before(rule.month, rule.day, day)
            since = [start + n * ONE for n in range(1, (day - start).days + 1)]
            worked = [each for each in since if each.isoweekday() <= 5 and each not in holidays]
            return len(worked) == rule.n and worked[-1] == day
        case Window():
            stands_in = is_end_of_month(day) and day.day < rule.first_day
            return day.month in rule.months and (day.day == rule.first_day or stands_in)
        case DaysAfterPeriod():
            end = day - timedelta(days=rule.days)
            return is_end_of_month(end) and end.month % PERIODS[rule.period] == 0
        case Once():
            return day == rule.on
        case TypedYearly():
            return any(typed.first == day and typed.key in rule.keys for typed in rule.days)
    raise AssertionError(rule)


@settings(max_examples=200)
@given(rules, spans())
@example(NthWorkingDayAfter(20, 12, 20), (date(2027, 1, 1), date(2027, 3, 1)))
@example(DaysAfterPeriod("year", 365), (date(2024, 12, 30), date(2025, 12, 31)))
@example(Window(29, 31, (2,)), (date(2027, 2, 1), date(2028, 3, 1)))
def test_every_day_that_the_rule_names_is_found_and_no_other(rule: Rule, span: tuple[date, date]) -> None:
    first, last = span
    found = rule.dates(first, last, FRANCE)
    each_day = [first + n * ONE for n in range((last - first).days + 1)]
    assert sorted({day.first for day in found}) == [day for day in each_day if begins_on(rule, day, FRANCE)]


@settings(max_examples=200)
@given(rules, spans(), st.integers(0, 730))
def test_days_ascend_each_once_and_a_span_cut_in_two_holds_the_same(
    rule: Rule, span: tuple[date, date], cut: int
) -> None:
    first, last = span
    found = rule.dates(first, last, FRANCE)
    assert found == sorted(set(found))
    assert all(first <= day.first <= last for day in found)
    assert all(day.first <= day.last <= day.first + LONGEST for day in found)
    middle = min(first + timedelta(days=cut), last)
    assert rule.dates(first, middle, FRANCE) + rule.dates(middle + ONE, last, FRANCE) == found


@given(windows(), spans())
def test_a_window_ends_in_the_month_in_which_it_begins(rule: Window, span: tuple[date, date]) -> None:
    for day in rule.dates(*span, FRANCE):
        assert day.last.month == day.first.month
        assert day.last.day == rule.last_day or (is_end_of_month(day.last) and day.last.day < rule.last_day)


def test_there_are_eight_kinds_of_rule() -> None:
    assert len(KINDS) == len(set(KINDS.values())) == 8


# What was published


def texts(rule: Rule, first: date, last: date) -> list[str]:
    """The days of a rule, as text."""
    return [day.first.isoformat() for day in rule.dates(first, last, FRANCE)]


@pytest.mark.parametrize(
    "published",
    [
        "2013-05-03", "2014-05-05", "2015-05-05", "2016-05-03", "2017-05-03", "2018-05-03", "2021-05-04", "2024-05-03",
        "2026-05-05", "2027-05-04",
    ],
)  # fmt: skip
def test_the_yearly_vat_return_is_due_on_the_days_that_were_published(published: str) -> None:
    year = int(published[:4])
    rule = NthWorkingDayAfter(2, 5, 1)
    assert texts(rule, date(year, 1, 1), date(year, 12, 31)) == [published]


def test_working_days_are_counted_without_holidays_into_the_next_year() -> None:
    rule = NthWorkingDayAfter(5, 12, 24)  # Christmas is a Friday in 2026, New Year's Day too
    assert texts(rule, date(2027, 1, 1), date(2027, 1, 31)) == ["2027-01-04"]


def test_quarters_are_declared_at_the_end_of_the_month_after() -> None:
    rule = LastDayOfMonth((1, 4, 7, 10))
    found = texts(rule, date(2026, 4, 1), date(2027, 3, 31))
    assert found == ["2026-04-30", "2026-07-31", "2026-10-31", "2027-01-31"]


def test_months_end_where_they_end_and_no_weekend_moves_them() -> None:
    found = texts(LastDayOfMonth(), date(2027, 1, 1), date(2028, 2, 29))
    assert found[:4] == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]  # 31 January 2027 is a Sunday
    assert found[-1] == "2028-02-29"
    assert len(found) == 14


def test_sixty_days_after_a_quarter_is_what_the_swiss_law_says() -> None:
    rule = DaysAfterPeriod("quarter", 60)
    assert texts(rule, date(2026, 1, 1), date(2026, 12, 31)) == ["2026-03-01", "2026-05-30", "2026-08-29", "2026-11-29"]
    assert texts(rule, date(2028, 1, 1), date(2028, 3, 31)) == ["2028-02-29"]
    half = DaysAfterPeriod("half-year", 60)
    assert texts(half, date(2026, 1, 1), date(2026, 12, 31)) == ["2026-03-01", "2026-08-29"]


@pytest.mark.parametrize(
    ("year", "published"),
    [
        (2021, ["2021-05-26", "2021-06-01", "2021-06-08"]),
        (2022, ["2022-05-24", "2022-05-31", "2022-06-08"]),
        (2023, ["2023-05-25", "2023-06-01", "2023-06-08"]),
        (2024, ["2024-05-23", "2024-05-30", "2024-06-06"]),
    ],
)
def test_typed_dates_come_in_their_year_with_whose_they_are(year: int, published: list[str]) -> None:
    keys = ("zone-1", "zone-2", "zone-3")
    days_ = tuple(Day.on(date.fromisoformat(text), key) for text, key in zip(published, keys, strict=True))
    found = TypedYearly(keys, (*days_, Day.on(date(2019, 5, 1), "zone-1"))).dates(
        date(year, 1, 1), date(year, 12, 31), ()
    )
    assert found == list(days_)
    assert TypedYearly(keys).dates(date(year, 1, 1), date(year, 12, 31), ()) == []


@pytest.mark.parametrize(
    ("kind", "values", "reason"),
    [
        ("fixed", {"month": 2, "day": 29}, "every year"),
        ("fixed", {"month": 13, "day": 1}, "month"),
        ("fixed", {"month": True, "day": 1}, "month"),
        ("fixed-dates", {"days": ()}, "no day"),
        ("fixed-dates", {"days": ("2-5",)}, "MM-DD"),
        ("fixed-dates", {"days": (205,)}, "MM-DD"),
        ("fixed-dates", {"days": ("04-31",)}, "every year"),
        ("last-day-of-month", {"months": ()}, "no month"),
        ("last-day-of-month", {"months": (0,)}, "month"),
        ("nth-working-day-after", {"n": 0, "month": 5, "day": 1}, "n is"),
        ("window", {"first_day": 24, "last_day": 15}, "last day"),
        ("window", {"first_day": 0, "last_day": 15}, "day of the month"),
        ("days-after-period", {"period": "week", "days": 60}, "period"),
        ("days-after-period", {"period": "quarter", "days": 0}, "days"),
        ("once", {"on": "2027-09-01"}, "date"),
        ("typed-yearly", {"keys": ()}, "no key"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(kind: str, values: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        KINDS[kind](**values)
