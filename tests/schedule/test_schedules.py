"""Recurring schedules as they are stored and lived: once a date, whatever the clock, pauses or downtime do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.schedule import schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.jobs import PAUSES, Job, JobKind, Jobs, Late
from bot.schedule.occurrences import OnHoliday, Pause, Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import choose
from tests.schedule.conftest import Clock, Reported

NAME = "test:weekly"
DAILY = Rhythm(Unit.DAYS, time(9, 0))
WEEKLY = Rhythm(Unit.WEEKS, time(9, 0))


@dataclass
class Told:
    """What the schedule did: its dates, and whether they came late."""

    dates: list[str] = field(default_factory=list)
    late: list[bool] = field(default_factory=list)
    fails: bool = False

    async def decide(self, association: Association, db: Connection, job: Job, _: Any) -> None:  # noqa: ARG002
        """Note the date, or fail."""
        if self.fails:
            raise ValueError("no")
        self.dates.append(job.key)
        self.late.append(job.late)


@pytest.fixture
def told() -> Told:
    """What the schedule did."""
    return Told()


def at(*parts: int) -> int:
    """An instant in UTC."""
    return int(datetime(*parts, tzinfo=UTC).timestamp())  # type: ignore[arg-type,misc]


async def begin(jobs: Jobs, association: Association, told: Told, rhythm: Rhythm, **options: Any) -> None:
    """Declare a schedule and switch it on."""
    options.setdefault("late", Late.DO)
    jobs.register(JobKind(NAME, told.decide, recurs=Recurring(rhythm), **options))
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
