"""Jobs of a feature that is off stay as they are and wake nobody; its schedules have no next occurrence."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, time

import pytest

from bot.schedule import due, schedules
from bot.schedule.clock import DAY, MINUTE
from bot.schedule.jobs import Job, JobKind, Jobs, Late, plan
from bot.schedule.occurrences import Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import features
from bot.storage.association import Association
from bot.storage.database import Connection
from tests.schedule.conftest import Clock

DAILY = Recurring(Rhythm(Unit.DAYS, time(9, 0)))


async def switch(association: Association, *, on: bool) -> None:
    """As `choose` writes it."""
    async with association.transaction() as db:
        await db.run(
            "INSERT OR REPLACE INTO preferences (name, value, changed_at) VALUES ('feature-test', :on, 0)",
            on=str(int(on)),
        )


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feature that can be off."""
    monkeypatch.setitem(features.declared, "test", features.Feature("test", tables=()))


@pytest.fixture
def done(jobs: Jobs) -> list[str]:
    """The keys of what was done; kinds of `test`, of another feature, and a schedule."""
    keys: list[str] = []

    async def decide(association: Association, db: Connection, job: Job, _: object) -> None:
        keys.append(f"{job.kind}/{job.key}{' late' if job.late else ''}")

    jobs.register(JobKind("test:say", decide, late=Late.NOTE, grace=DAY, sends=True))
    jobs.register(JobKind("test:quiet", decide, late=Late.DO))
    jobs.register(JobKind("test:soon", decide, late=Late.SKIP, grace=DAY, sends=True))
    jobs.register(JobKind("other:say", decide, late=Late.DO, sends=True))
    jobs.register(JobKind("test:daily", decide, late=Late.SKIP, sends=True, recurs=DAILY))
    return keys


async def test_what_is_due_waits_wakes_nobody_and_is_late_when_it_is_on_again(
    association: Association, jobs: Jobs, clock: Clock, done: list[str]
) -> None:
    await switch(association, on=False)
    async with association.transaction() as db:
        for kind, key in (("test:say", "a"), ("test:say", "b"), ("test:quiet", "c"), ("test:soon", "d")):
            await plan(db, kind, key, due_at=clock.at)
        await plan(db, "other:say", "e", due_at=clock.at)
    await jobs.run_due()
    assert done == ["other:say/e"]
    found = await due.next_time(association.read(), clock.at)
    assert (found.overdue, found.later) == (False, None)
    assert await due.upcoming(association.read(), ["test:say", "test:soon"]) == []
    with sqlite3.connect(association.database.path) as connection:
        assert due.standing(connection, clock.at + 1) == (0, 0)
    clock.at += 30 * DAY
    await switch(association, on=True)
    await jobs.run_due()
    assert done[1:] == ["test:quiet/c late", "test:say/a late"]  # what came too late is passed over; no burst
    clock.at += MINUTE
    await jobs.run_due()
    assert done[3:] == ["test:say/b late"]


async def test_what_is_switched_off_while_it_asks_outside_is_not_decided(
    association: Association, jobs: Jobs, clock: Clock
) -> None:
    decided: list[str] = []

    async def gather(where: Association, job: Job) -> None:
        await switch(where, on=False)

    async def decide(where: Association, db: Connection, job: Job, _: object) -> None:
        decided.append(job.key)

    jobs.register(JobKind("test:slow", decide, gather=gather, late=Late.DO))
    async with association.transaction() as db:
        await plan(db, "test:slow", "a", due_at=clock.at)
    await jobs.run_due()
    assert decided == []
    assert [job.key for job in await due.due_since(association.read(), 0, clock.at, ["test:slow"])] == ["a"]


async def test_a_schedule_has_no_next_occurrence_while_off_and_then_the_next_one_alone(
    association: Association, jobs: Jobs, clock: Clock, done: list[str]
) -> None:
    async with association.transaction() as db:
        await schedules.put(db, "test:daily", DAILY.rhythm, active=True, now=clock.at)
        await jobs.replan(association, db)
    assert len(await due.upcoming(association.read(), ["test:daily"])) == 1
    await switch(association, on=False)
    async with association.transaction() as db:
        await jobs.replan(association, db)
    assert await association.read().value("SELECT count(*) FROM jobs WHERE kind = 'test:daily'") == 0
    with sqlite3.connect(association.database.path) as connection:
        assert due.unplanned(connection) == []
    clock.at += 20 * DAY + MINUTE
    await switch(association, on=True)
    async with association.transaction() as db:
        await jobs.replan(association, db)
    (planned,) = await due.upcoming(association.read(), ["test:daily"])
    assert clock.at <= planned.due_at <= clock.at + DAY
    assert datetime.fromtimestamp(planned.due_at, UTC).date().isoformat() == planned.key
    await jobs.run_due()
    assert done == []
