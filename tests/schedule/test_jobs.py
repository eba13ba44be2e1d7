"""Due work happens once, whole, and again after a crash; what keeps failing is told once and holds nobody up."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.people import members
from bot.schedule import jobs as module
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import PAUSES, Job, JobKind, Jobs, Late, cancel, plan
from bot.storage.association import Association, Associations
from bot.storage.database import CallInsideTransaction, Connection, refuse_calls_outside
from tests.schedule.conftest import Clock, Reported

KIND = "test:kind"


@dataclass
class Work:
    """A kind of job that notes what it does, and fails where it is told to."""

    fails: Callable[[str], BaseException | None] = lambda step: None  # noqa: ARG005
    gathered: list[str] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)

    async def gather(self, association: Association, job: Job) -> str:
        """Ask outside, without a lock."""
        refuse_calls_outside()
        self._fail("gather")
        self.gathered.append(job.key)
        return f"seen {job.key} in {association.guild_id}"

    async def decide(self, association: Association, db: Connection, job: Job, seen: Any) -> None:
        """Write what follows, in one transaction."""
        with pytest.raises(CallInsideTransaction):
            refuse_calls_outside()
        assert seen in {f"seen {job.key} in {association.guild_id}", None}
        await db.run("INSERT INTO meta (name, value) VALUES (:name, 'x')", name=f"done {job.key} {job.due_at}")
        self._fail("decide")
        self.decided.append(job.key)

    def _fail(self, step: str) -> None:
        error = self.fails(step)
        if error is not None:
            raise error

    def kind(self, **options: Any) -> JobKind:
        """The kind."""
        if "every" not in options:
            options.setdefault("late", Late.DO)
        return JobKind(KIND, self.decide, gather=self.gather, **options)


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Failures are meant here."""
    caplog.set_level(logging.CRITICAL, "bot.schedule.jobs")


async def planned(association: Association, key: str, due_at: int, **options: Any) -> None:
    """Make something due."""
    async with association.transaction() as db:
        await plan(db, KIND, key, due_at=due_at, **options)


async def rows(association: Association) -> list[tuple[str, str, int, int]]:
    """What is planned."""
    found = await association.read().rows("SELECT key, state, due_at, attempts FROM jobs ORDER BY id")
    return [(row["key"], row["state"], row["due_at"], row["attempts"]) for row in found]


async def done(association: Association) -> list[str]:
    """What the decisions wrote."""
    return [row["name"] for row in await association.read().rows("SELECT name FROM meta WHERE name LIKE 'done%'")]


# Planning


async def test_a_job_of_the_same_kind_and_key_is_planned_once(association: Association, clock: Clock) -> None:
    await planned(association, "a", 10, payload={"n": 1})
    await planned(association, "a", 20, payload={"n": 2})
    await planned(association, "a", 30, keep=True)
    assert await rows(association) == [("a", "due", 20, 0)]
    assert await association.read().value("SELECT payload FROM jobs") == '{"n": 2}'
    async with association.transaction() as db:
        await cancel(db, KIND, "a")
    assert await rows(association) == []


async def test_a_job_about_a_person_goes_with_them(association: Association) -> None:
    async with association.transaction() as db:
        await members.accept_notice(db, 7, 0)
        await plan(db, KIND, "a", due_at=1, member_id=7)
        await db.run("DELETE FROM members")
    assert await rows(association) == []


# Running


async def test_what_is_due_happens_once_and_the_rest_waits(
    jobs: Jobs, associations: Associations, clock: Clock
) -> None:
    work = Work()
    jobs.register(work.kind())
    for association in associations:
        await planned(association, f"now{association.guild_id}", clock.at)
        await planned(association, "later", clock.at + 1)
    await asyncio.gather(jobs.run_due(), jobs.run_due())
    await jobs.run_due()
    assert sorted(work.decided) == ["now1", "now2"]
    for association in associations:
        assert await rows(association) == [("later", "due", clock.at + 1, 0)]


async def test_the_earliest_comes_first(jobs: Jobs, association: Association, clock: Clock) -> None:
    work = Work()
    jobs.register(work.kind())
    for key, ago in (("b", 10), ("c", 5), ("a", 20)):
        await planned(association, key, clock.at - ago)
    await jobs.run_due()
    assert work.decided == ["a", "b", "c"]


async def test_a_kind_that_nobody_knows_waits_for_its_feature(
    jobs: Jobs, association: Association, clock: Clock
) -> None:
    await planned(association, "a", clock.at)
    await jobs.run_due()
    work = Work()
    jobs.register(work.kind())
    await jobs.run_due()
    assert work.decided == ["a"]


async def test_a_decision_and_the_end_of_its_row_are_one(jobs: Jobs, association: Association, clock: Clock) -> None:
    work = Work(fails=lambda step: RuntimeError() if step == "decide" else None)
    jobs.register(work.kind())
    await planned(association, "a", clock.at)
    await jobs.run_due()
    assert await done(association) == []
    assert await rows(association) == [("a", "due", clock.at + PAUSES[0], 1)]


@pytest.mark.parametrize("step", ["gather", "decide"])
async def test_a_crash_before_the_end_leaves_the_job_to_be_done_again(
    jobs: Jobs, association: Association, clock: Clock, step: str
) -> None:
    work = Work(fails=lambda at: asyncio.CancelledError() if at == step else None)
    jobs.register(work.kind())
    await planned(association, "a", clock.at)
    with pytest.raises(asyncio.CancelledError):
        await jobs.run_due()
    assert await done(association) == []
    assert await rows(association) == [("a", "due", clock.at, 0)]
    work.fails = lambda at: None  # noqa: ARG005
    await jobs.run_due()
    assert work.decided == ["a"]
    assert await rows(association) == []
    assert len(await done(association)) == 1


async def test_a_job_cancelled_while_it_gathers_is_not_decided(
    jobs: Jobs, association: Association, clock: Clock
) -> None:
    work = Work()

    async def gather(association: Association, job: Job) -> None:
        async with association.transaction() as db:
            await cancel(db, KIND, job.key)

    jobs.register(JobKind(KIND, work.decide, gather=gather, late=Late.DO))
    await planned(association, "a", clock.at)
    await jobs.run_due()
    assert work.decided == []


async def test_a_job_put_off_while_it_gathers_keeps_its_new_time(
    jobs: Jobs, association: Association, clock: Clock
) -> None:
    work = Work()

    async def gather(association: Association, job: Job) -> None:
        if job.due_at == clock.at:
            await planned(association, job.key, clock.at + DAY)
            raise RuntimeError

    jobs.register(JobKind(KIND, work.decide, gather=gather, late=Late.DO))
    await planned(association, "a", clock.at)
    await jobs.run_due()
    assert await rows(association) == [("a", "due", clock.at + DAY, 0)]


# Failing


async def test_a_failing_job_is_retried_with_growing_pauses_then_parked_and_told_once(
    jobs: Jobs, association: Association, clock: Clock, reported: Reported
) -> None:
    work = Work(fails=lambda step: ValueError("Marie") if step == "gather" else None)
    jobs.register(work.kind())
    await planned(association, "a", clock.at)
    pauses = []
    for _ in PAUSES:
        await jobs.run_due()
        ((_, state, due_at, _),) = await rows(association)
        assert state == "due"
        pauses.append(due_at - clock.at)
        assert reported.lines == []
        clock.at = due_at - 1
        await jobs.run_due()  # not yet
        clock.at = due_at
    assert pauses == list(PAUSES) == sorted(PAUSES)
    for _ in range(3):
        await jobs.run_due()
        clock.at += 30 * DAY
    ((_, state, _, _),) = await rows(association)
    assert state == "parked"
    parked = await association.read().value("SELECT id FROM jobs")
    expected = {"kind": KIND, "reason": "ValueError", "parked": f"j{parked}"}
    assert reported.lines == [(1, "report-job-parked", expected)]


async def test_a_failing_job_holds_up_no_other(jobs: Jobs, associations: Associations, clock: Clock) -> None:
    work = Work()

    async def gather(association: Association, job: Job) -> str:
        if job.key == "bad":
            raise RuntimeError
        return await work.gather(association, job)

    jobs.register(JobKind(KIND, work.decide, gather=gather, late=Late.DO))
    for association in associations:
        await planned(association, "bad", clock.at - 1)
        await planned(association, "good", clock.at)
    await jobs.run_due()
    assert work.decided == ["good", "good"]


async def test_an_association_whose_file_fails_holds_up_no_other(
    jobs: Jobs, associations: Associations, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work()
    jobs.register(work.kind())
    for association in associations:
        await planned(association, f"in{association.guild_id}", clock.at)
    damaged = await associations.of(1)

    def read() -> Connection:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(damaged, "read", read)
    await jobs.run_due()
    assert work.decided == ["in2"]


async def test_a_parked_job_can_be_planned_again(jobs: Jobs, association: Association, clock: Clock) -> None:
    await planned(association, "a", clock.at)
    async with association.transaction() as db:
        await db.run("UPDATE jobs SET state = 'parked', attempts = 6")
    await planned(association, "a", clock.at)
    assert await rows(association) == [("a", "due", clock.at, 0)]


# Housekeeping and lateness


async def test_housekeeping_is_planned_once_an_association_and_moves_on(
    jobs: Jobs, association: Association, clock: Clock
) -> None:
    work = Work()
    jobs.register(work.kind(every=HOUR))
    await jobs.settle_in(association)
    await jobs.settle_in(association)
    assert await rows(association) == [("", "due", clock.at + HOUR, 0)]
    clock.at += 10 * HOUR
    await jobs.run_due()
    assert work.decided == [""]  # once, however late
    assert await rows(association) == [("", "due", clock.at + HOUR, 0)]


async def test_housekeeping_that_keeps_failing_is_told_once_and_goes_on(
    jobs: Jobs, association: Association, clock: Clock, reported: Reported
) -> None:
    work = Work(fails=lambda step: RuntimeError() if step == "gather" else None)
    jobs.register(work.kind(every=HOUR))
    await jobs.settle_in(association)
    for _ in range(200):
        clock.at += HOUR
        await jobs.run_due()
    assert len(reported.lines) == 1
    work.fails = lambda step: None  # noqa: ARG005
    clock.at += HOUR
    await jobs.run_due()
    assert work.decided == [""]
    assert await rows(association) == [("", "due", clock.at + HOUR, 0)]


@pytest.mark.parametrize(
    ("late", "after", "happens"),
    [
        (Late.DO, 30 * DAY, True),
        (Late.SKIP, DAY, True),
        (Late.SKIP, DAY + 1, False),
    ],
)
async def test_after_a_long_silence_each_kind_knows_what_late_means(
    jobs: Jobs, association: Association, clock: Clock, late: Late, after: int, happens: bool
) -> None:
    work = Work()
    jobs.register(work.kind(late=late, grace=DAY))
    await planned(association, "a", clock.at)
    clock.at += after
    await jobs.run_due()
    assert work.decided == (["a"] if happens else [])
    assert work.gathered == (["a"] if happens else [])
    assert await rows(association) == []


def test_a_job_that_needs_nothing_from_outside_needs_no_gather() -> None:
    assert JobKind("x", Work().decide, late=Late.DO).gather is module.nothing
