"""Quiet hours are wall-clock rules: evenings, weekends, holidays, in the association's own zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.schedule.clock import DAY, HOUR, SystemClock
from bot.schedule.quiet import QuietHours, public_holidays
from bot.storage.preferences import HOLIDAYS

PARIS = ZoneInfo("Europe/Paris")
START, END = 1735689600, 1893456000  # 2025 to 2029
HOURS = {zone: QuietHours(ZoneInfo(zone), holidays=public_holidays(*HOLIDAYS[zone])) for zone in HOLIDAYS}

instants = st.integers(START, END)
rules = st.sampled_from(list(HOURS.values()))


def at(text: str, zone: ZoneInfo = PARIS) -> int:
    """A local time as an instant."""
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def local(instant: int, zone: ZoneInfo = PARIS) -> str:
    """An instant as local time."""
    return datetime.fromtimestamp(instant, zone).strftime("%Y-%m-%d %H:%M")


def is_quiet(rule: QuietHours, instant: int) -> bool:
    """Said again in other words than the code's."""
    there = datetime.fromtimestamp(instant, rule.zone)
    if there.isoweekday() >= 6 or there.date() in rule.holidays:
        return True
    return there.time() < time(8, 30) or there.time() >= time(19)


@settings(max_examples=300, deadline=None)
@given(rules, instants)
@example(HOURS["Europe/Paris"], at("2027-03-28 02:30"))
@example(HOURS["Europe/Paris"], at("2027-10-31 02:30"))
def test_the_end_of_quiet_hours_is_never_quiet_and_never_before(rule: QuietHours, instant: int) -> None:
    over = rule.over_at(instant)
    assert over >= instant
    assert not is_quiet(rule, over)
    assert over == instant or is_quiet(rule, instant)
    assert rule.over_at(over) == over
    assert over - instant < 12 * DAY


@settings(max_examples=200, deadline=None)
@given(rules, instants, st.integers(0, 20 * DAY), st.integers(0, 5))
def test_whoever_asked_earlier_is_answered_no_later(rule: QuietHours, instant: int, more: int, days: int) -> None:
    assert rule.over_at(instant) <= rule.over_at(instant + more)
    assert rule.after_working_days(instant, days) <= rule.after_working_days(instant + more, days)
    assert rule.after_working_days(instant, days) < rule.after_working_days(instant, days + 1)


@settings(max_examples=200, deadline=None)
@given(rules, instants, st.integers(0, 5))
def test_working_days_are_counted_without_weekends_and_holidays(rule: QuietHours, instant: int, days: int) -> None:
    after = rule.after_working_days(instant, days)
    assert not is_quiet(rule, after)
    first = datetime.fromtimestamp(rule.over_at(instant), rule.zone)
    last = datetime.fromtimestamp(after, rule.zone)
    between = [first.date() + timedelta(days=n) for n in range(1, (last.date() - first.date()).days + 1)]
    assert sum(day.isoweekday() < 6 and day not in rule.holidays for day in between) == days
    assert last.time() == first.time()


@pytest.mark.parametrize(
    ("asked", "over"),
    [
        ("2027-01-13 10:00", "2027-01-13 10:00"),
        ("2027-01-13 18:59", "2027-01-13 18:59"),
        ("2027-01-13 19:00", "2027-01-14 08:30"),
        ("2027-01-13 03:00", "2027-01-13 08:30"),
        ("2027-01-15 20:00", "2027-01-18 08:30"),  # a Friday evening
        ("2027-07-13 19:30", "2027-07-15 08:30"),  # the eve of 14 July
        ("2027-03-27 12:00", "2027-03-30 08:30"),  # a changed clock, then Easter Monday
        ("2027-10-31 02:30", "2027-11-02 08:30"),  # the other change, then All Saints
        ("2027-12-24 21:00", "2027-12-27 08:30"),
    ],
)
def test_when_quiet_hours_end_in_mayenne(asked: str, over: str) -> None:
    assert local(HOURS["Europe/Paris"].over_at(at(asked))) == over


@pytest.mark.parametrize(
    ("asked", "days", "answered"),
    [
        ("2027-01-13 10:00", 1, "2027-01-14 10:00"),
        ("2027-01-13 22:00", 1, "2027-01-15 08:30"),
        ("2027-01-15 10:00", 1, "2027-01-18 10:00"),
        ("2027-01-15 10:00", 3, "2027-01-20 10:00"),
        ("2027-03-26 10:00", 1, "2027-03-30 10:00"),  # the hour changes meanwhile, the wall clock does not
        ("2027-10-29 18:30", 1, "2027-11-02 18:30"),
        ("2027-05-05 12:00", 1, "2027-05-07 12:00"),  # Ascension
        ("2027-01-13 10:00", 0, "2027-01-13 10:00"),
    ],
)
def test_what_twenty_four_hours_mean(asked: str, days: int, answered: str) -> None:
    assert local(HOURS["Europe/Paris"].after_working_days(at(asked), days)) == answered


def test_each_zone_keeps_its_own_holidays() -> None:
    slavery = date(2027, 12, 20)  # its abolition, kept in La Réunion
    assert not HOURS["Indian/Reunion"].is_working_day(slavery)
    assert HOURS["Europe/Paris"].is_working_day(slavery)
    assert not HOURS["America/Montreal"].is_working_day(date(2027, 6, 24))


def test_quiet_hours_of_noon_in_paris_are_not_those_of_noumea() -> None:
    noon = at("2027-01-13 12:00")
    assert HOURS["Europe/Paris"].over_at(noon) == noon
    assert HOURS["Pacific/Noumea"].over_at(noon) > noon + 8 * HOUR


def test_the_machine_has_a_clock() -> None:
    assert abs(SystemClock().now() - datetime.now(UTC).timestamp()) < 2
