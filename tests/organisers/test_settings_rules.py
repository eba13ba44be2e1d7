"""What organisers type in settings: times and numbers as people write them, quiet hours that leave room."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from cogs.organisers.settings_rules import check_quiet, read_number, read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("19:30", time(19, 30)), ("8h", time(8)), ("8 h 05", time(8, 5)), (" 18H30 ", time(18, 30)), ("7", time(7))],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "midi", "24:00", "12:60", "7 8 9", "-1", "１９:30x"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="settings-not-a-time"):
        read_time(typed)


@given(st.times())
def test_a_written_time_is_read_back(at: time) -> None:
    assert read_time(f"{at:%H:%M}") == at.replace(second=0, microsecond=0)


@given(st.integers(-5, 50))
def test_a_number_is_taken_within_its_bounds_alone(number: int) -> None:
    if 4 <= number <= 40:
        assert read_number(f" {number} ", 4, 40) == number
    else:
        with pytest.raises(Refusal, match="settings-not-a-number"):
            read_number(str(number), 4, 40)


def test_quiet_hours_leave_two_hours_of_a_day_at_least() -> None:
    check_quiet(time(10, 30), time(8, 30))
    for begin, end in ((time(10, 29), time(8, 30)), (time(8), time(19)), (time(9), time(9))):
        with pytest.raises(Refusal, match="settings-quiet-too-long"):
            check_quiet(begin, end)
