"""How a digest is cut, since when it tells, and that the bot never speaks twice in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.clock import DAY
from cogs.digest import rules
from cogs.digest.rules import Way

LENGTHS = st.lists(st.integers(0, 40), max_size=12)
ROOM = st.integers(0, 40)


def room_taken(shown: list[int]) -> int:
    """Lines that sections take: one on its heading's line, more under it."""
    return sum(count + (count > 1) for count in shown)


@given(LENGTHS, ROOM)
def test_a_cut_fits_and_shows_no_more_than_there_is(lengths: list[int], room: int) -> None:
    shown = rules.cut(lengths, room)
    assert room_taken(shown) <= room
    assert all(0 <= count <= length for count, length in zip(shown, lengths, strict=True))


@given(LENGTHS, ROOM)
def test_each_section_keeps_a_line_before_another_gets_its_third(lengths: list[int], room: int) -> None:
    shown = rules.cut(lengths, room)
    told = [count for count, length in zip(shown, lengths, strict=True) if length]
    if max(told, default=0) > 1:
        assert min(told) >= 1
    if max(told, default=0) > 2:
        assert all(
            count >= 2 or length < 2 or room_taken(shown) + 2 > room
            for count, length in zip(shown, lengths, strict=True)
        )


@given(LENGTHS, ROOM)
def test_no_room_is_wasted_while_a_section_has_more_to_tell(lengths: list[int], room: int) -> None:
    shown = rules.cut(lengths, room)
    left = room - room_taken(shown)
    for count, length in zip(shown, lengths, strict=True):
        assert count == length or left < (2 if count == 1 else 1)


@given(LENGTHS)
def test_what_fits_is_shown_whole(lengths: list[int]) -> None:
    assert rules.cut(lengths, room_taken(lengths)) == lengths


@given(LENGTHS, ROOM)
def test_with_more_room_a_section_that_comes_first_loses_nothing(lengths: list[int], room: int) -> None:
    assert sum(rules.cut(lengths, room)) <= sum(rules.cut(lengths, room + 1))


def test_six_sections_of_thirty_lines_share_what_stands_under_the_title() -> None:
    assert rules.cut([30] * 6, rules.LINES - 1) == [3, 2, 1, 1, 1, 1]
    assert rules.cut([30, 1, 1], rules.LINES - 1) == [8, 1, 1]
    assert rules.cut([30], rules.LINES - 1) == [10]


@pytest.mark.parametrize(
    ("own_last_word", "standing", "spoken_under", "expected"),
    [
        (None, None, False, Way.POST),
        (None, 5, False, Way.POST),
        (5, 5, False, Way.REPLACE),
        (5, 5, True, Way.POST),
        (9, 5, False, Way.CHANGE),
        (9, 5, True, Way.POST),
        (9, None, False, Way.NOT),
        (9, None, True, Way.POST),
    ],
)
def test_the_bot_never_speaks_twice_in_a_row(
    own_last_word: int | None, standing: int | None, spoken_under: bool, expected: Way
) -> None:
    assert rules.way(own_last_word, standing, spoken_under=spoken_under) is expected


def test_it_tells_since_the_last_one_and_after_a_pause_of_august_of_all_of_it() -> None:
    now = 1_800_000_000
    assert rules.since(None, now) == now - 7 * DAY
    assert rules.since(now - 3 * DAY, now) == now - 3 * DAY
    assert rules.since(now - 42 * DAY, now) == now - 42 * DAY
    assert rules.since(now - 400 * DAY, now) == now - rules.FURTHEST
