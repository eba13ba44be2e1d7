"""Recurring schedules as they are stored and lived: once a date, whatever the clock, pauses or downtime do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.schedule import schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.jobs import PAUSES, Job, JobKind, Jobs, Late
from bot.schedule.occurrences import Occurrence, OnHoliday, Pause, Rhythm, Unit, instant_of, occurrences
from bot.schedule.schedules import Recurring, next_planned
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import choose
from tests.schedule.conftest import Clock, Reported
from tests.schedule.test_occurrences import FRANCE, PARIS, assert_first_showing, dates, rhythms, some_pauses, zones

NAME = "test:weekly"
DAILY = Rhythm(Unit.DAYS, time(9, 0))
WEEKLY = Rhythm(Unit.WEEKS, time(9, 0))
EVERY_SECOND_TUESDAY = Rhythm(Unit.WEEKS, time(9, 0), every=2, weekday=1, anchor=date(2027, 3, 16))
THURSDAY = Rhythm(Unit.WEEKS, time(9, 0), weekday=3, on_holiday=OnHoliday.MOVE)


@dataclass
class Told:
    """What the schedule did: its dates, whether they came late, and which instants they were told to speak of."""

    dates: list[str] = field(default_factory=list)
    late: list[bool] = field(default_factory=list)
    spoke_of: list[int | None] = field(default_factory=list)
    fails: bool = False

    async def decide(self, association: Association, db: Connection, job: Job, _: Any) -> None:  # noqa: ARG002
        """Note the date, or fail."""
        if self.fails:
            raise ValueError("no")
        self.dates.append(job.key)
        self.late.append(job.late)
        self.spoke_of.append(job.payload.get("at"))


@pytest.fixture
def told() -> Told:
    """What the schedule did."""
    return Told()


def at(*parts: int) -> int:
    """An instant in UTC."""
    return int(datetime(*parts, tzinfo=UTC).timestamp())  # type: ignore[arg-type,misc]


async def begin(
    jobs: Jobs, association: Association, told: Told, rhythm: Rhythm, *, ahead: int = 0, **options: Any
) -> None:
    """Declare a schedule and switch it on."""
    options.setdefault("late", Late.DO)
    jobs.register(JobKind(NAME, told.decide, recurs=Recurring(rhythm, ahead=ahead), **options))
    async with association.transaction() as db:
        await schedules.put(db, NAME, rhythm, active=True, now=0)
        await jobs.replan(association, db)


async def live(jobs: Jobs, clock: Clock, until: int, step: int = HOUR) -> None:
    """Beat each hour."""
    while clock.at < until:
        clock.at += step
        await jobs.run_due()


async def test_across_a_clock_change_it_keeps_the_local_hour_once_a_date(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 3, 25, 20)
    await begin(jobs, association, told, Rhythm(Unit.DAYS, time(2, 30)))
    await live(jobs, clock, at(2027, 4, 2, 20))
    assert told.dates == [f"2027-03-{day}" for day in range(26, 32)] + ["2027-04-01", "2027-04-02"]
    clock.at = at(2027, 10, 29, 20)
    told.dates.clear()
    await live(jobs, clock, at(2027, 11, 2, 20), step=10 * MINUTE)
    assert told.dates[-4:] == ["2027-10-30", "2027-10-31", "2027-11-01", "2027-11-02"]
    assert len(told.dates) == len(set(told.dates))


@pytest.mark.parametrize("jump", [-HOUR, HOUR, -DAY])
async def test_a_clock_that_jumps_repeats_no_date(
    jobs: Jobs, association: Association, clock: Clock, told: Told, jump: int
) -> None:
    clock.at = at(2027, 1, 4, 8, 30)
    await begin(jobs, association, told, DAILY)
    for _ in range(5):
        await live(jobs, clock, clock.at + DAY)
        clock.at += jump
        await jobs.run_due()
    assert len(told.dates) == len(set(told.dates))
    assert told.dates == sorted(told.dates)


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (Late.DO, ["2027-01-05", "2027-01-13"]),
        (Late.NOTE, ["2027-01-05", "2027-01-13"]),
        (Late.SKIP, ["2027-01-12", "2027-01-13"]),
    ],
)
async def test_after_a_week_of_downtime_it_speaks_once_or_not_at_all(
    jobs: Jobs, association: Association, clock: Clock, told: Told, late: Late, expected: list[str]
) -> None:
    clock.at = at(2027, 1, 4, 20)
    await begin(jobs, association, told, DAILY, late=late, grace=12 * HOUR)
    clock.at = at(2027, 1, 12, 12)
    await jobs.run_due()
    await live(jobs, clock, at(2027, 1, 13, 12))
    assert told.dates == expected
    assert told.late[0] == (late is not Late.SKIP)
    assert not told.late[1]


async def test_a_parked_occurrence_does_not_hold_up_the_next(
    jobs: Jobs, association: Association, clock: Clock, told: Told, reported: Reported, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL", "bot.schedule.jobs")
    clock.at = at(2027, 1, 4, 20)
    await begin(jobs, association, told, WEEKLY)
    told.fails = True
    clock.at = at(2027, 1, 11, 9)
    for pause in (0, *PAUSES):
        clock.at += pause
        await jobs.run_due()
    assert [line[1] for line in reported.lines] == ["report-job-parked"]
    told.fails = False
    await live(jobs, clock, at(2027, 1, 18, 12))
    assert told.dates == ["2027-01-18"]
    (parked,) = await association.read().rows("SELECT key FROM jobs WHERE state = 'parked'")
    assert parked["key"] == "2027-01-11"


async def test_pauses_and_holidays_are_kept_and_a_zone_that_changes_moves_the_hour(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 4, 26, 20)
    async with association.transaction() as db:
        await schedules.add_pause(db, Pause(date(2027, 5, 5), date(2027, 5, 7)))
    await begin(jobs, association, told, Rhythm(Unit.DAYS, time(9, 0), on_holiday=OnHoliday.SKIP))
    await live(jobs, clock, at(2027, 5, 10, 12))
    skipped = {"2027-05-01", "2027-05-05", "2027-05-06", "2027-05-07", "2027-05-08"}  # 6 May is Ascension, too
    assert not skipped & set(told.dates)
    assert told.dates[-1] == "2027-05-10"
    async with association.transaction() as db:
        association.expect_changes()
        await choose(db, clock, prefs.ZONE, "Indian/Reunion")
    async with association.transaction() as db:
        await jobs.replan(association, db)
    (due,) = await association.read().rows("SELECT due_at FROM jobs WHERE kind = :kind", kind=NAME)
    assert due["due_at"] == at(2027, 5, 11, 5)


async def test_switching_off_and_on_again_repeats_no_date(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 1, 4, 7, 30)
    await begin(jobs, association, told, DAILY)
    await live(jobs, clock, at(2027, 1, 4, 9), step=30 * MINUTE)
    later = Rhythm(Unit.DAYS, time(18, 0))
    for active in (False, True):
        async with association.transaction() as db:
            await schedules.put(db, NAME, later, active=active, now=clock.at)
            await jobs.replan(association, db)
    await live(jobs, clock, at(2027, 1, 5, 20))
    assert told.dates == ["2027-01-04", "2027-01-05"]


async def test_what_was_left_over_is_taken_up_one_a_minute(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    from bot.schedule.jobs import plan

    jobs.register(JobKind("test:one", told.decide, late=Late.DO, sends=True))
    jobs.register(JobKind("test:quiet", told.decide, late=Late.DO))
    async with association.transaction() as db:
        for key in "abc":
            await plan(db, "test:one", key, due_at=clock.at)
            await plan(db, "test:quiet", key.upper(), due_at=clock.at)
    clock.at += DAY
    seen = []
    for _ in range(3):
        await jobs.run_due()
        seen.append(sorted(told.dates))
        clock.at += MINUTE
    assert seen == [["A", "B", "C", "a"], ["A", "B", "C", "a", "b"], ["A", "B", "C", "a", "b", "c"]]


async def test_housekeeping_goes_on_while_everything_is_held(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    from bot.schedule.jobs import plan

    jobs.register(JobKind("test:one", told.decide, late=Late.DO, sends=True))
    jobs.register(JobKind("test:quiet", told.decide, late=Late.DO))
    async with association.transaction() as db:
        association.expect_changes()
        await choose(db, clock, prefs.SUSPENDED, value=True)
        await plan(db, "test:one", "loud", due_at=clock.at)
        await plan(db, "test:quiet", "quiet", due_at=clock.at)
    await jobs.run_due()
    assert told.dates == ["quiet"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 25), [Pause(date(2026, 12, 21), date(2027, 1, 3)), Pause(date(2027, 8, 1), date(2027, 8, 31))]),
        (date(2027, 1, 2), [Pause(date(2026, 12, 21), date(2027, 1, 3)), Pause(date(2027, 8, 1), date(2027, 8, 31))]),
        (date(2027, 8, 31), [Pause(date(2027, 8, 1), date(2027, 8, 31)), Pause(date(2027, 12, 21), date(2028, 1, 3))]),
    ],
)
def test_the_next_usual_pauses_are_suggested(today: date, expected: list[Pause]) -> None:
    assert schedules.suggested(today) == expected


async def test_a_backlog_does_not_hold_up_what_is_on_time(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    from bot.schedule.jobs import plan

    over: list[str] = []

    async def passed_over(association: Association, db: Connection, job: Job) -> None:
        over.append(job.key)

    jobs.register(JobKind("test:one", told.decide, late=Late.DO, sends=True))
    jobs.register(JobKind("test:over", told.decide, late=Late.SKIP, sends=True, passed_over=passed_over))
    async with association.transaction() as db:
        for number in range(20):
            await plan(db, "test:one", f"old {number}", due_at=clock.at - 2 * DAY)
            await plan(db, "test:over", f"over {number}", due_at=clock.at - 2 * DAY - 1)
        await plan(db, "test:one", "today", due_at=clock.at)
    await jobs.run_due()
    assert told.dates == ["today", "old 0"]
    assert len(over) == 20


async def test_after_a_restore_what_may_have_been_done_is_not_done_again(
    jobs: Jobs, association: Association, clock: Clock, told: Told, reported: Reported
) -> None:
    from bot.schedule.jobs import plan
    from bot.storage import meta
    from bot.storage.backup import RESTORED

    clock.at = at(2027, 1, 4, 3)
    await begin(jobs, association, told, DAILY, sends=True)
    jobs.register(JobKind("test:one", told.decide, late=Late.DO, sends=True))
    jobs.register(JobKind("test:quiet", told.decide, late=Late.DO))
    async with association.transaction() as db:
        await plan(db, "test:one", "one", due_at=at(2027, 1, 4, 7))
        await plan(db, "test:quiet", "quiet", due_at=at(2027, 1, 4, 7))
        await meta.put(db, RESTORED, str(clock.at))
    clock.at = at(2027, 1, 4, 12)
    await jobs.settle_in(association)
    await live(jobs, clock, at(2027, 1, 5, 9))
    assert told.dates == ["quiet", "2027-01-05"]
    assert reported.lines == [(association.guild_id, "report-restored", {"count": 1})]
    (parked,) = await association.read().rows("SELECT key, reason FROM jobs WHERE state = 'parked'")
    assert tuple(parked) == ("one", "restored")


# Ahead of what is announced


@pytest.mark.parametrize(
    ("unit", "every", "allowed"),
    [
        (Unit.DAYS, 6, False),
        (Unit.DAYS, 7, True),
        (Unit.WEEKS, 1, True),
        (Unit.MONTH_DAY, 1, True),
        (Unit.MONTH_WEEKDAY, 1, True),
    ],
)
def test_a_schedule_allows_what_leaves_enough_days(unit: Unit, every: int, allowed: bool) -> None:
    assert Recurring(DAILY, shortest=7).allows(Rhythm(unit, time(9), every=every)) is allowed
    assert Recurring(DAILY).allows(Rhythm(unit, time(9), every=every))


async def waiting(association: Association) -> tuple[str, int]:
    """The date and the hour of the occurrence that is planned."""
    (row,) = await association.read().rows("SELECT key, due_at FROM jobs WHERE kind = :kind", kind=NAME)
    return row["key"], row["due_at"]


async def test_it_announces_by_the_wall_clock_though_the_clocks_change_before_the_date(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 3, 24, 20)
    await begin(jobs, association, told, EVERY_SECOND_TUESDAY, ahead=5)
    assert await waiting(association) == ("2027-03-30", at(2027, 3, 25, 8))  # a Thursday at nine, in winter time
    await live(jobs, clock, at(2027, 3, 25, 8))
    assert told.dates == ["2027-03-30"]
    assert told.spoke_of == [at(2027, 3, 30, 7)]  # a Tuesday at nine, in summer time
    assert await waiting(association) == ("2027-04-13", at(2027, 4, 8, 7))
    await live(jobs, clock, at(2027, 4, 20))
    assert told.dates == ["2027-03-30", "2027-04-13"]


async def test_what_could_only_be_announced_late_is_passed_over(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 3, 25, 8) + 1
    await begin(jobs, association, told, EVERY_SECOND_TUESDAY, ahead=5)
    assert await waiting(association) == ("2027-04-13", at(2027, 4, 8, 7))


async def test_a_holiday_moves_the_occurrence_and_not_its_announcement(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 5, 3, 20)
    await begin(jobs, association, told, THURSDAY, ahead=2)
    assert await waiting(association) == ("2027-05-06", at(2027, 5, 4, 7))  # Ascension
    await live(jobs, clock, at(2027, 5, 12))
    assert told.dates == ["2027-05-06", "2027-05-13"]
    assert told.spoke_of == [at(2027, 5, 7, 7), at(2027, 5, 13, 7)]


@pytest.mark.parametrize(
    ("back_at", "expected"),
    [(at(2027, 3, 26, 8), ["2027-03-30", "2027-04-13"]), (at(2027, 3, 26, 8) + 1, ["2027-04-13"])],
)
async def test_how_late_an_announcement_is_counts_from_when_it_was_due(
    jobs: Jobs, association: Association, clock: Clock, told: Told, back_at: int, expected: list[str]
) -> None:
    clock.at = at(2027, 3, 24, 20)
    await begin(jobs, association, told, EVERY_SECOND_TUESDAY, ahead=5, late=Late.SKIP, grace=DAY)
    clock.at = back_at
    await jobs.run_due()
    await live(jobs, clock, at(2027, 4, 9))
    assert told.dates == expected


async def test_a_pause_that_begins_before_the_date_takes_the_announcement_with_it(
    jobs: Jobs, association: Association, clock: Clock, told: Told
) -> None:
    clock.at = at(2027, 3, 24, 20)
    await begin(jobs, association, told, EVERY_SECOND_TUESDAY, ahead=5)
    async with association.transaction() as db:
        await schedules.add_pause(db, Pause(date(2027, 3, 30), date(2027, 4, 5)))
        await jobs.replan(association, db)
    assert await waiting(association) == ("2027-04-13", at(2027, 4, 8, 7))


@settings(max_examples=150, deadline=None)
@given(rhythms(rarest=12), zones, some_pauses(), dates, st.integers(0, 86400 * 900), st.integers(0, 40))
@example(THURSDAY, PARIS, [], date(2027, 4, 22), 86400 * 310, 2)
def test_the_next_one_is_the_first_that_can_still_be_announced_at_its_hour(
    rhythm: Rhythm, zone: ZoneInfo, pauses: list[Pause], after: date, later: int, ahead: int
) -> None:
    now = instant_of(after, time(0), zone) + later - 86400 * 300
    found = next_planned(rhythm, zone, ahead=ahead, after=after, not_before=now, pauses=pauses, holidays=FRANCE)
    listed = list(islice(occurrences(rhythm, zone, after=after, pauses=pauses, holidays=FRANCE), 2000))

    def too_late(each: Occurrence) -> bool:
        day = each.date - timedelta(days=ahead) if ahead else each.day
        silent = ahead > 0 and any(day in pause for pause in pauses)  # nothing is announced during a pause
        return silent or instant_of(day, rhythm.at, zone) < now

    if found is None:
        assert all(map(too_late, listed))
        return
    assert found.occurrence in listed
    assert now <= found.due_at <= found.occurrence.instant
    if ahead:
        assert_first_showing(found.due_at, found.occurrence.date - timedelta(days=ahead), rhythm.at, zone)
    else:
        assert found.due_at == found.occurrence.instant
    assert all(map(too_late, listed[: listed.index(found.occurrence)]))
    assert not too_late(found.occurrence)


@settings(max_examples=40, deadline=None)
@given(rhythms(rarest=12), zones, some_pauses(), dates, st.integers(1, 40))
def test_each_is_announced_once_and_in_order(
    rhythm: Rhythm, zone: ZoneInfo, pauses: list[Pause], after: date, ahead: int
) -> None:
    now, announced = instant_of(after, time(0), zone), []
    for _ in range(8):
        found = next_planned(rhythm, zone, ahead=ahead, after=after, not_before=now, pauses=pauses, holidays=FRANCE)
        if found is None:
            break
        announced.append(found)
        after, now = found.occurrence.date, found.due_at
    listed = occurrences(rhythm, zone, after=date(2024, 12, 31), pauses=pauses, holidays=FRANCE)
    in_time = (
        each
        for each in listed
        if not announced
        or (
            each.date >= announced[0].occurrence.date
            and not any(each.date - timedelta(days=ahead) in pause for pause in pauses)
        )
    )
    assert [each.occurrence for each in announced] == list(islice(in_time, len(announced)))
    assert all(earlier.due_at < later.due_at for earlier, later in pairwise(announced))
