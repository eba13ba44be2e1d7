"""Which reminder leaves on which morning. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.quiet import QuietHours, public_holidays
from cogs.deadlines import due
from cogs.deadlines.coming import Choices, coming
from cogs.deadlines.due import Reminder
from tests.deadlines.shelf import SHIPPED

QUIET = QuietHours(ZoneInfo("Europe/Paris"), holidays=public_holidays("FR"))
CHOICES = Choices()
days = st.dates(date(2026, 12, 1), date(2027, 12, 27))


def due_on(today: date) -> dict[str, Reminder]:
    """The reminders whose time has come on a day, by deadline."""
    found = coming(SHIPPED, today, today + due.AHEAD, CHOICES)
    return {one.deadline.ref: one for one in due.newest(found, due.looked_at(today, QUIET))}


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 4), date(2026, 12, 6)),  # a Friday
        (date(2026, 12, 5), date(2026, 12, 6)),
        (date(2026, 12, 24), date(2026, 12, 27)),  # Christmas is a Friday
        (date(2027, 5, 5), date(2027, 5, 6)),  # Ascension Day
    ],
)
def test_what_falls_on_a_day_off_leaves_before_it(today: date, last: date) -> None:
    assert due.looked_at(today, QUIET) == last


def test_the_newest_reminder_stands_for_those_before_it() -> None:
    cfe = "fr-cfe-payment.2026-12-15"
    assert cfe not in due_on(date(2026, 11, 30))
    assert due_on(date(2026, 12, 1))[cfe].days_before == 14
    assert due_on(date(2026, 12, 10))[cfe].days_before == 14
    assert due_on(date(2026, 12, 11))[cfe].days_before == 3  # the 12th is a Saturday
    assert due_on(date(2026, 12, 15))[cfe].days_before == 3
    assert cfe not in due_on(date(2026, 12, 16))


def test_a_window_is_reminded_of_until_it_closes() -> None:
    vat = "fr-vat-quarterly.2027-01-15"
    assert due_on(date(2027, 1, 8))[vat].on == date(2027, 1, 8)
    assert vat in due_on(date(2027, 1, 24))
    assert vat not in due_on(date(2027, 1, 25))


def test_whoever_follows_on_the_day_of_a_reminder_still_gets_it() -> None:
    one = due_on(date(2026, 12, 1))["fr-cfe-payment.2026-12-15"]
    assert one.on == date(2026, 12, 1)
    midnight = int(datetime(2026, 12, 2, tzinfo=QUIET.zone).timestamp())
    assert one.follows_before(QUIET) == midnight


@given(days)
def test_a_reminder_never_leaves_late_unless_it_was_missed(today: date) -> None:
    """On each morning, whatever is due that was not due the morning before has its date today, or on days off ahead."""
    before = {(ref, one.days_before) for ref, one in due_on(today - timedelta(days=1)).items()}
    for ref, one in due_on(today).items():
        if (ref, one.days_before) not in before and one.deadline.entry.valid_from is None:
            assert today <= one.on <= due.looked_at(today, QUIET)


@given(days, st.integers(0, 30))
def test_after_downtime_each_deadline_gives_one_reminder_and_none_that_is_past(today: date, down: int) -> None:
    after = today + timedelta(days=down)
    found = due_on(after)
    assert all(one.deadline.day.last >= after for one in found.values())
    assert all(one.on <= due.looked_at(after, QUIET) for one in found.values())
    assert len(found) == len({one.deadline.ref for one in found.values()})
