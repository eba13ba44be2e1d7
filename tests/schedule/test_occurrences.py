"""Recurring things happen once on each date that their rule names, at the wall clock's hour, in each zone."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.schedule.occurrences import (
    RAREST,
    Occurrence,
    OnHoliday,
    Pause,
    Rhythm,
    Unit,
    days_between,
    instant_of,
    named_dates,
    next_occurrence,
    occurrences,
)
from bot.schedule.quiet import public_holidays

PARIS, MONTREAL = ZoneInfo("Europe/Paris"), ZoneInfo("America/Montreal")
ZONES = [PARIS, MONTREAL, *map(ZoneInfo, ("Indian/Reunion", "Pacific/Noumea", "UTC"))]
FRANCE = public_holidays("FR")
EVE, LAST = date(2024, 12, 31), date(2045, 12, 31)
DAYS = [EVE + timedelta(days=n) for n in range(1, (LAST - EVE).days + 1)]
DAY = timedelta(days=1)

dates = st.dates(date(2025, 1, 1), LAST)
zones = st.sampled_from(ZONES)
wishes = st.sampled_from(OnHoliday)
minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))
hours = st.one_of(st.sampled_from([time(0), time(1, 59), time(2), time(2, 30), time(3), time(23, 59)]), minutes)


@st.composite
def rhythms(draw: st.DrawFn, rarest: int = 1000) -> Rhythm:
    """Any rhythm, often ones; at most every `rarest`."""
    unit = draw(st.sampled_from(Unit))
    every = st.one_of(st.integers(1, 3), st.integers(1, min(rarest, RAREST[unit])))
    anchor = st.dates(date(2000, 1, 1), date(2050, 1, 1))
    day, nth = st.integers(1, 31), st.sampled_from([1, 2, 3, 4, -1])
    return Rhythm(
        unit, draw(hours), draw(every), draw(st.integers(0, 6)), draw(day), draw(nth), draw(anchor), draw(wishes)
    )


@st.composite
def some_pauses(draw: st.DrawFn) -> list[Pause]:
    """Up to three pauses, of one day to a year; they may overlap."""
    firsts = draw(st.lists(dates, max_size=3))
    return [Pause(first, first + timedelta(days=draw(st.integers(0, 365)))) for first in firsts]


def is_named(rhythm: Rhythm, day: date) -> bool:
    """The rule, said of a single day and in other words than the code's."""
    months = (day.year - rhythm.anchor.year) * 12 + day.month - rhythm.anchor.month
    match rhythm.unit:
        case Unit.DAYS:
            return (day - rhythm.anchor).days % rhythm.every == 0
        case Unit.WEEKS:
            monday, first_monday = (each - timedelta(days=each.isoweekday() - 1) for each in (day, rhythm.anchor))
            return day.weekday() == rhythm.weekday and (monday - first_monday).days % (7 * rhythm.every) == 0
        case Unit.MONTH_DAY:
            is_last = (day + DAY).day == 1
            return months % rhythm.every == 0 and (day.day == rhythm.day or (is_last and rhythm.day > day.day))
        case Unit.MONTH_WEEKDAY:
            is_last_such = (day + 7 * DAY).month != day.month
            is_nth = is_last_such if rhythm.nth == -1 else (day.day + 6) // 7 == rhythm.nth
            return months % rhythm.every == 0 and day.weekday() == rhythm.weekday and is_nth


def happens_on(rhythm: Rhythm, day: date, pauses: Sequence[Pause], holidays: Container[date]) -> date | None:
    """When what this named day stands for happens, looking ahead one day after the other."""

    def is_paused(day: date) -> bool:
        return any(pause.first <= day <= pause.last for pause in pauses)

    if is_paused(day) or (rhythm.on_holiday is OnHoliday.SKIP and day in holidays):
        return None
    if rhythm.on_holiday is OnHoliday.KEEP or day not in holidays:
        return day
    while not is_named(rhythm, day := day + DAY):
        if day.isoweekday() <= 5 and day not in holidays and not is_paused(day):
            return day
    return None


def happening(
    rhythm: Rhythm,
    zone: ZoneInfo = PARIS,
    *,
    after: date = EVE,
    pauses: Sequence[Pause] = (),
    holidays: Container[date] = frozenset(),
) -> list[Occurrence]:
    """What happens until the end of 2045."""
    found = occurrences(rhythm, zone, after=after, pauses=pauses, holidays=holidays)
    return list(takewhile(lambda occurrence: occurrence.date <= LAST, found))


def wall(instant: int, zone: ZoneInfo) -> datetime:
    """What the clock on the wall shows."""
    return datetime.fromtimestamp(instant, zone).replace(tzinfo=None)


def utc(instant: int) -> str:
    """An instant as text."""
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%d %H:%M")


def days_of(found: list[Occurrence], count: int | None = None) -> list[str]:
    """On which days they happen, as text."""
    return [occurrence.day.isoformat() for occurrence in found[:count]]


def assert_first_showing(instant: int, day: date, at: time, zone: ZoneInfo) -> None:
    """The wall clock shows `at` for the first time, or jumps over it just then."""
    wanted, shown, just_before = datetime.combine(day, at), wall(instant, zone), wall(instant - 1, zone)
    if shown == wanted:
        assert all(wall(instant - earlier * 1800, zone) != wanted for earlier in (1, 2, 3, 4))
    else:
        assert just_before < wanted < shown
        assert shown - just_before > timedelta(seconds=1)


@settings(max_examples=100, deadline=None)
@given(rhythms(), zones)
@example(Rhythm(Unit.DAYS, time(2, 30)), PARIS)
@example(Rhythm(Unit.DAYS, time(2, 30)), MONTREAL)
@example(Rhythm(Unit.DAYS, time(1, 30)), MONTREAL)
@example(Rhythm(Unit.WEEKS, time(2, 30), weekday=6), PARIS)
def test_each_date_that_the_rule_names_comes_once_and_at_its_hour(rhythm: Rhythm, zone: ZoneInfo) -> None:
    found = happening(rhythm, zone)
    assert [occurrence.date for occurrence in found] == [day for day in DAYS if is_named(rhythm, day)]
    assert all(earlier.instant < later.instant for earlier, later in pairwise(found))
    for occurrence in found:
        assert occurrence.day == occurrence.date
        assert_first_showing(occurrence.instant, occurrence.day, rhythm.at, zone)


@settings(max_examples=70, deadline=None)
@given(rhythms(rarest=12), zones, some_pauses())
@example(Rhythm(Unit.WEEKS, time(9), weekday=3, on_holiday=OnHoliday.MOVE), PARIS, [])
@example(Rhythm(Unit.DAYS, time(9), every=2, on_holiday=OnHoliday.MOVE), PARIS, [])
@example(Rhythm(Unit.MONTH_DAY, time(9), on_holiday=OnHoliday.SKIP), PARIS, [Pause(date(2027, 7, 1), date(2027, 9, 1))])
def test_pauses_and_holidays_take_out_or_move_what_they_should(
    rhythm: Rhythm, zone: ZoneInfo, pauses: list[Pause]
) -> None:
    found = happening(rhythm, zone, pauses=pauses, holidays=FRANCE)
    expected = [(day, happens_on(rhythm, day, pauses, FRANCE)) for day in DAYS if is_named(rhythm, day)]
    assert [(occurrence.date, occurrence.day) for occurrence in found] == [pair for pair in expected if pair[1]]
    assert all(earlier.instant < later.instant for earlier, later in pairwise(found))
    assert all(occurrence.instant == instant_of(occurrence.day, rhythm.at, zone) for occurrence in found)


@settings(max_examples=200, deadline=None)
@given(rhythms(), st.dates(date(2020, 1, 1), LAST))
def test_named_dates_start_strictly_after_and_do_not_depend_on_where_one_starts(rhythm: Rhythm, after: date) -> None:
    named = list(islice(named_dates(rhythm, after), 6))
    assert named[0] > after
    assert all(is_named(rhythm, day) for day in named)
    assert list(islice(named_dates(rhythm, named[0]), 5)) == named[1:]
    assert next(named_dates(rhythm, named[0] - DAY)) == named[0]


@settings(max_examples=150, deadline=None)
@given(rhythms(rarest=24), dates)
def test_named_dates_lie_at_least_as_far_apart_as_is_said(rhythm: Rhythm, after: date) -> None:
    named = islice(named_dates(rhythm, after), 8)
    assert all((later - day).days >= days_between(rhythm.unit, rhythm.every) for day, later in pairwise(named))


@settings(max_examples=150, deadline=None)
@given(rhythms(rarest=12), zones, some_pauses(), dates, st.integers(0, 86400 * 900))
def test_the_next_one_is_the_first_of_the_list_that_is_neither_known_nor_past(
    rhythm: Rhythm, zone: ZoneInfo, pauses: list[Pause], after: date, later: int
) -> None:
    now = instant_of(after, time(0), zone) + later - 86400 * 300
    found = next_occurrence(rhythm, zone, after=after, not_before=now, pauses=pauses, holidays=FRANCE)
    listed = occurrences(rhythm, zone, after=after, pauses=pauses, holidays=FRANCE)
    assert found == next((occurrence for occurrence in listed if occurrence.instant >= now), None)
    assert found is None or (found.date > after and found.instant >= now)


@settings(max_examples=40, deadline=None)
@given(rhythms(rarest=12), zones, some_pauses(), dates)
def test_asking_for_the_next_one_again_and_again_walks_through_the_list(
    rhythm: Rhythm, zone: ZoneInfo, pauses: list[Pause], after: date
) -> None:
    listed = islice(occurrences(rhythm, zone, after=after, pauses=pauses, holidays=FRANCE), 12)
    now = instant_of(after, time(0), zone)
    for occurrence in listed:
        asked = next_occurrence(rhythm, zone, after=after, not_before=now, pauses=pauses, holidays=FRANCE)
        assert asked == occurrence
        after, now = occurrence.date, occurrence.instant


@pytest.mark.parametrize(
    ("zone", "day", "at", "instant"),
    [
        (PARIS, date(2027, 3, 27), time(2, 30), "2027-03-27 01:30"),
        (PARIS, date(2027, 3, 28), time(1, 59), "2027-03-28 00:59"),
        (PARIS, date(2027, 3, 28), time(2, 0), "2027-03-28 01:00"),
        (PARIS, date(2027, 3, 28), time(2, 30), "2027-03-28 01:00"),  # the clocks jump to 3:00
        (PARIS, date(2027, 3, 28), time(3, 0), "2027-03-28 01:00"),
        (PARIS, date(2027, 3, 29), time(2, 30), "2027-03-29 00:30"),
        (PARIS, date(2027, 10, 30), time(2, 30), "2027-10-30 00:30"),
        (PARIS, date(2027, 10, 31), time(2, 30), "2027-10-31 00:30"),  # the first of both
        (PARIS, date(2027, 10, 31), time(2, 30, fold=1), "2027-10-31 00:30"),
        (PARIS, date(2027, 10, 31), time(3, 0), "2027-10-31 02:00"),
        (PARIS, date(2027, 11, 1), time(2, 30), "2027-11-01 01:30"),
        (MONTREAL, date(2027, 3, 14), time(2, 30), "2027-03-14 07:00"),
        (MONTREAL, date(2027, 11, 7), time(1, 30), "2027-11-07 05:30"),
        (ZoneInfo("Indian/Reunion"), date(2027, 3, 28), time(2, 30), "2027-03-27 22:30"),
        (ZoneInfo("Pacific/Noumea"), date(2027, 10, 31), time(2, 30), "2027-10-30 15:30"),
        (ZoneInfo("Australia/Lord_Howe"), date(2027, 10, 3), time(2, 15), "2027-10-02 15:30"),  # jumps half an hour
        (ZoneInfo("America/Havana"), date(2027, 3, 14), time(0, 0), "2027-03-14 05:00"),  # jumps at midnight
        (ZoneInfo("Pacific/Apia"), date(2011, 12, 30), time(10, 0), "2011-12-30 10:00"),  # jumped a whole day
    ],
)
def test_an_hour_that_is_skipped_or_comes_twice_has_one_instant(
    zone: ZoneInfo, day: date, at: time, instant: str
) -> None:
    assert utc(instant_of(day, at, zone)) == instant


@pytest.mark.parametrize("changed", [date(2027, 3, 28), date(2027, 10, 31)])
def test_a_sunday_rule_fires_once_on_each_changed_night_in_paris(changed: date) -> None:
    rhythm = Rhythm(Unit.WEEKS, time(2, 30), weekday=6)
    week = happening(rhythm, after=changed - 7 * DAY)[:2]
    assert [occurrence.date for occurrence in week] == [changed, changed + 7 * DAY]
    first = week[0]
    again = next_occurrence(rhythm, PARIS, after=first.date, not_before=first.instant)
    assert again == week[1]


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        (Rhythm(Unit.MONTH_DAY, time(9), day=31), ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]),
        (Rhythm(Unit.MONTH_DAY, time(9), every=12, day=29, anchor=date(2027, 2, 1)), ["2025-02-28", "2026-02-28"]),
        (Rhythm(Unit.MONTH_WEEKDAY, time(9), weekday=4, nth=-1), ["2025-01-31", "2025-02-28", "2025-03-28"]),
        (Rhythm(Unit.MONTH_WEEKDAY, time(9), every=3, weekday=1, nth=2), ["2025-01-14", "2025-04-08", "2025-07-08"]),
        (Rhythm(Unit.WEEKS, time(9), every=2, weekday=1, anchor=date(2025, 1, 8)), ["2025-01-07", "2025-01-21"]),
        (Rhythm(Unit.DAYS, time(9), every=10, anchor=date(2025, 1, 25)), ["2025-01-05", "2025-01-15", "2025-01-25"]),
    ],
)
def test_what_rules_name_in_2025(rhythm: Rhythm, days: list[str]) -> None:
    assert days_of(happening(rhythm), len(days)) == days


@pytest.mark.parametrize(
    ("wish", "days"),
    [
        (OnHoliday.KEEP, ["2027-04-29", "2027-05-06", "2027-05-13"]),
        (OnHoliday.SKIP, ["2027-04-29", "2027-05-13", "2027-05-20"]),
        (OnHoliday.MOVE, ["2027-04-29", "2027-05-07", "2027-05-13"]),
    ],
)
def test_a_thursday_rule_meets_ascension(wish: OnHoliday, days: list[str]) -> None:
    rhythm = Rhythm(Unit.WEEKS, time(9), weekday=3, on_holiday=wish)
    found = happening(rhythm, after=date(2027, 4, 23), holidays=FRANCE)[:3]
    assert days_of(found) == days
    if wish is OnHoliday.MOVE:
        assert [str(occurrence.date) for occurrence in found] == ["2027-04-29", "2027-05-06", "2027-05-13"]
        assert utc(found[1].instant) == "2027-05-07 07:00"


def test_a_saturday_is_kept_unless_it_is_a_holiday() -> None:
    rhythm = Rhythm(Unit.WEEKS, time(9), weekday=5, on_holiday=OnHoliday.MOVE)
    found = happening(rhythm, after=date(2027, 4, 18), holidays=FRANCE)
    # 1 and 8 May are Saturdays: each moves past its Sunday.
    assert days_of(found, 4) == ["2027-04-24", "2027-05-03", "2027-05-10", "2027-05-15"]


def test_a_holiday_that_would_move_onto_the_next_date_merges_with_it() -> None:
    daily = Rhythm(Unit.DAYS, time(9), on_holiday=OnHoliday.MOVE)
    assert days_of(happening(daily, after=date(2027, 7, 12), holidays=FRANCE), 3) == [
        "2027-07-13",
        "2027-07-15",
        "2027-07-16",
    ]
    # Friday 25 December 2026, then the weekend: the Monday is itself named.
    every_three = Rhythm(Unit.DAYS, time(9), every=3, anchor=date(2026, 12, 25), on_holiday=OnHoliday.MOVE)
    assert days_of(happening(every_three, after=date(2026, 12, 20), holidays=FRANCE), 2) == ["2026-12-22", "2026-12-28"]


def test_a_moved_date_passes_over_a_pause_and_a_paused_date_does_not_move() -> None:
    rhythm = Rhythm(Unit.MONTH_DAY, time(9), day=14, on_holiday=OnHoliday.MOVE)
    after_it = [Pause(date(2027, 7, 15), date(2027, 7, 20))]
    assert days_of(happening(rhythm, after=date(2027, 7, 1), pauses=after_it, holidays=FRANCE), 1) == ["2027-07-21"]
    on_it = [Pause(date(2027, 7, 14), date(2027, 7, 14))]
    assert days_of(happening(rhythm, after=date(2027, 7, 1), pauses=on_it, holidays=FRANCE), 1) == ["2027-08-14"]


def test_what_a_holiday_moved_is_still_to_come_when_its_own_date_is_over() -> None:
    rhythm = Rhythm(Unit.WEEKS, time(9), weekday=3, on_holiday=OnHoliday.MOVE)
    ascension = date(2027, 5, 6)
    evening = instant_of(ascension, time(22), PARIS)
    found = next_occurrence(rhythm, PARIS, after=date(2027, 4, 29), not_before=evening, holidays=FRANCE)
    assert found is not None
    assert (found.date, found.day) == (ascension, date(2027, 5, 7))


def test_a_pause_holds_its_first_and_last_day() -> None:
    summer = Pause(date(2027, 8, 1), date(2027, 8, 31))
    assert date(2027, 8, 1) in summer
    assert date(2027, 8, 31) in summer
    assert date(2027, 7, 31) not in summer
    assert date(2027, 9, 1) not in summer
    with pytest.raises(ValueError, match="before it begins"):
        Pause(date(2027, 8, 2), date(2027, 8, 1))


def test_an_endless_pause_and_a_rule_of_holidays_alone_have_no_next_one() -> None:
    now, endless = instant_of(EVE, time(12), PARIS), [Pause(EVE, date.max)]
    for wish in OnHoliday:
        daily = Rhythm(Unit.DAYS, time(9), on_holiday=wish)
        assert next_occurrence(daily, PARIS, after=EVE, not_before=now, pauses=endless, holidays=FRANCE) is None
        assert list(occurrences(daily, PARIS, after=EVE, pauses=endless, holidays=FRANCE)) == []
    new_year = Rhythm(Unit.MONTH_DAY, time(9), every=12, on_holiday=OnHoliday.SKIP)
    assert next_occurrence(new_year, PARIS, after=EVE, not_before=now, holidays=FRANCE) is None


def test_a_pause_of_some_years_ends() -> None:
    now, long = instant_of(EVE, time(12), PARIS), [Pause(EVE, date(2032, 6, 30))]
    found = next_occurrence(Rhythm(Unit.DAYS, time(9)), PARIS, after=EVE, not_before=now, pauses=long)
    assert found is not None
    assert found.date == date(2032, 7, 1)


class Calendar(set[date]):
    """No holiday at all; notes the dates that somebody looked up."""

    def __contains__(self, day: object) -> bool:
        self.add(day)  # type: ignore[arg-type]  # only dates are looked up
        return False


def test_a_schedule_that_never_ran_may_say_so_with_the_first_date_of_all() -> None:
    daily, calendar = Rhythm(Unit.DAYS, time(9), on_holiday=OnHoliday.SKIP), Calendar()
    day = date(2027, 1, 13)
    now = instant_of(day, time(9), PARIS)
    found = next_occurrence(daily, PARIS, after=date.min, not_before=now, holidays=calendar)
    assert found == Occurrence(day, day, now)
    assert len(calendar) < 1000  # and not two thousand years of days
    found = next_occurrence(daily, PARIS, after=date.min, not_before=now + 1)
    assert found == Occurrence(day + DAY, day + DAY, now + 86400)


def test_however_far_a_pause_moved_it_it_is_found() -> None:
    rhythm = Rhythm(Unit.MONTH_DAY, time(9), every=24, day=14, anchor=date(2027, 7, 1), on_holiday=OnHoliday.MOVE)
    pauses = [Pause(date(2027, 7, 15), date(2029, 6, 30))]
    now = instant_of(date(2029, 6, 1), time(9), PARIS)
    found = next_occurrence(rhythm, PARIS, after=date.min, not_before=now, pauses=pauses, holidays=FRANCE)
    assert found is not None
    assert (found.date, found.day) == (date(2027, 7, 14), date(2029, 7, 2))


def test_only_what_is_asked_for_is_worked_out() -> None:
    calendar = Calendar()
    found = occurrences(Rhythm(Unit.DAYS, time(9), on_holiday=OnHoliday.SKIP), PARIS, after=EVE, holidays=calendar)
    assert len(list(islice(found, 3))) == 3
    assert len(calendar) == 3


def test_twenty_years_of_a_daily_rule_take_well_under_a_second() -> None:
    summers = [Pause(date(year, 8, 1), date(year, 8, 31)) for year in range(2025, 2046)]
    rhythm = Rhythm(Unit.DAYS, time(2, 30), on_holiday=OnHoliday.SKIP)
    start = perf_counter()
    assert len(happening(rhythm, pauses=summers, holidays=FRANCE)) > 6500
    assert perf_counter() - start < 1


@settings(max_examples=300, deadline=None)
@given(rhythms())
def test_a_rhythm_reads_as_it_was_written(rhythm: Rhythm) -> None:
    assert Rhythm.read(rhythm.written()) == rhythm
    assert Rhythm.read(rhythm.written()).written() == rhythm.written()


def test_what_is_written_stays_readable() -> None:
    text = (
        '{"unit": "month-weekday", "at": "09:05", "every": 2, "weekday": 3, "day": 1, "nth": -1, '
        '"anchor": "2024-01-01", "on_holiday": "move"}'
    )
    rhythm = Rhythm(Unit.MONTH_WEEKDAY, time(9, 5), every=2, weekday=3, nth=-1, on_holiday=OnHoliday.MOVE)
    assert rhythm.written() == text
    assert Rhythm.read(text) == rhythm


GOOD = json.loads(Rhythm(Unit.WEEKS, time(9)).written())
WRONG_TEXT = st.text().map("?{}".format)  # such that it says nothing by chance
WRONG = st.one_of(
    st.none(), st.booleans(), st.floats(), WRONG_TEXT, st.just([]), st.just({}), st.integers(max_value=-2)
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(GOOD)), WRONG)
def test_one_wrong_value_makes_the_whole_unreadable(name: str, wrong: object) -> None:
    with pytest.raises(ValueError):
        Rhythm.read(json.dumps({**GOOD, name: wrong}))


@pytest.mark.parametrize(
    "text",
    ["", "weekly", "null", "[]", '"weeks"', "{}", '{"unit": "weeks"}', json.dumps({**GOOD, "colour": "red"})],
)
def test_what_is_no_rhythm_is_not_read_as_one(text: str) -> None:
    with pytest.raises(ValueError):
        Rhythm.read(text)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"every": 0}, "For weeks, every is from 1 to 104, not 0"),
        ({"every": 105}, "For weeks, every is from 1 to 104, not 105"),
        ({"every": True}, "every is from 1 to 104, not True"),
        ({"weekday": 7}, "A weekday is from 0"),
        ({"weekday": -1}, "A weekday is from 0"),
        ({"day": 0}, "A day of the month is from 1 to 31"),
        ({"day": 32}, "A day of the month is from 1 to 31"),
        ({"nth": 0}, "or -1 for the last, not 0"),
        ({"nth": 5}, "or -1 for the last, not 5"),
        ({"at": time(9, 0, 1)}, "to the minute"),
        ({"at": time(9, 0, 0, 1)}, "to the minute"),
        ({"at": time(9, tzinfo=UTC)}, "a wall clock"),
    ],
)
def test_a_rhythm_that_makes_no_sense_is_refused(wrong: dict[str, int], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Rhythm(**{"unit": Unit.WEEKS, "at": time(9), **wrong})  # type: ignore[arg-type]  # wrong on purpose
