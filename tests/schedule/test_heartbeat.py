"""The heartbeat: once a minute, sooner when something is due sooner, and nothing for those who need nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from bot.delivery.discord_calls import Calls
from bot.delivery.outbox import Outbox
from bot.schedule.clock import DAY, SystemClock
from bot.schedule.heartbeat import GLANCE_AFTER, IDLE, Heartbeat
from bot.schedule.jobs import Job, JobKind, Jobs, Late, plan
from bot.storage.association import Association, Associations
from bot.storage.database import Connection
from tests.schedule.conftest import Clock, Reported

KIND = "test:kind"


class Worked:
    """Which associations' jobs were done."""

    def __init__(self) -> None:
        self.where: list[int] = []
        self.done = asyncio.Event()

    async def decide(self, association: Association, db: Connection, job: Job, _: Any) -> None:  # noqa: ARG002
        """Note it."""
        self.where.append(association.guild_id)
        self.done.set()


@pytest.fixture
def worked() -> Worked:
    """What was done."""
    return Worked()


def _heart(associations: Associations, reported: Reported, worked: Worked, clock: Any) -> Heartbeat:
    jobs = Jobs(associations, clock, reported)
    jobs.register(JobKind(KIND, worked.decide, late=Late.DO))
    outbox = Outbox(Calls(discord.Client(intents=discord.Intents.none())), clock, reported)
    return Heartbeat(associations, jobs, outbox, clock)


@pytest.fixture
async def beating(associations: Associations, reported: Reported, worked: Worked) -> AsyncIterator[Heartbeat]:
    """A heart that beats, on the real clock."""
    heart = _heart(associations, reported, worked, SystemClock())
    heart.start()
    await heart.beat()
    yield heart
    await heart.stop(1)


@pytest.mark.parametrize("ahead", [0, 1])
async def test_what_is_due_sooner_than_the_next_minute_wakes_it(
    beating: Heartbeat, association: Association, worked: Worked, ahead: int
) -> None:
    async with association.transaction() as db:
        await plan(db, KIND, "soon", due_at=SystemClock().now() + ahead)
    async with asyncio.timeout(ahead + 10 * GLANCE_AFTER + 1):
        await worked.done.wait()
    assert worked.where == [1]


async def test_only_those_who_need_it_are_worked_for(
    associations: Associations, reported: Reported, worked: Worked, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heart = _heart(associations, reported, worked, clock)
    first, second = associations
    async with second.transaction() as db:
        await plan(db, KIND, "later", due_at=clock.at + DAY)
    await heart.beat()
    assert heart.next_time() == clock.at + DAY
    looked: list[int] = []
    monkeypatch.setattr(heart, "_work", _noting(heart._work, looked))
    await heart.beat()
    assert looked == []
    clock.at += DAY
    await heart.beat()
    assert looked == worked.where == [second.guild_id]
    async with first.transaction() as db:
        await plan(db, KIND, "now", due_at=clock.at)
    await heart.beat()
    assert worked.where == [second.guild_id, first.guild_id]


def _noting(work: Any, looked: list[int]) -> Any:
    async def noted(association: Association, *others: Any) -> None:
        looked.append(association.guild_id)
        await work(association, *others)

    return noted


async def test_a_file_that_rests_is_opened_when_its_time_comes(
    associations: Associations, reported: Reported, worked: Worked, clock: Clock
) -> None:
    heart = _heart(associations, reported, worked, clock)
    for association in associations:
        async with association.transaction() as db:
            await plan(db, KIND, "later", due_at=clock.at + IDLE)
    await heart.beat()
    assert await associations.rest_idle(0) == 2
    clock.at += IDLE
    await heart.beat()
    assert sorted(worked.where) == [1, 2]


async def test_one_association_s_trouble_does_not_stop_the_others(
    associations: Associations, reported: Reported, worked: Worked, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL")
    heart = _heart(associations, reported, worked, clock)
    for association in associations:
        async with association.transaction() as db:
            await plan(db, KIND, "now", due_at=clock.at)
    first, second = associations
    await first.close()
    await heart.beat()
    assert worked.where == [second.guild_id]


async def test_a_slow_association_does_not_hold_up_the_others(
    associations: Associations, reported: Reported, worked: Worked, clock: Clock
) -> None:
    began, gate = asyncio.Event(), asyncio.Event()

    async def slow(association: Association, job: Job) -> None:
        began.set()
        await gate.wait()

    jobs = Jobs(associations, clock, reported)
    jobs.register(JobKind("test:slow", worked.decide, gather=slow, late=Late.DO))
    jobs.register(JobKind(KIND, worked.decide, late=Late.DO))
    outbox = Outbox(Calls(discord.Client(intents=discord.Intents.none())), clock, reported)
    heart = Heartbeat(associations, jobs, outbox, clock)
    first, second = associations
    async with first.transaction() as db:
        await plan(db, "test:slow", "", due_at=clock.at)
    beat = asyncio.create_task(heart.beat())
    await began.wait()
    await asyncio.gather(*(task for one, task in heart._at_work.items() if one == second.guild_id))  # its first look
    async with second.transaction() as db:
        await plan(db, KIND, "", due_at=clock.at)
    await heart.beat()
    assert worked.where == [second.guild_id]
    gate.set()
    await beat
    assert worked.where == [second.guild_id, first.guild_id]


async def test_a_clock_that_is_set_back_does_not_put_it_to_sleep(
    beating: Heartbeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.schedule import heartbeat as module

    asked: list[dict[str, Any]] = []

    def note(job: str, **changes: Any) -> None:
        asked.append(changes)

    monkeypatch.setattr(beating._scheduler, "modify_job", note)
    monkeypatch.setattr(module, "JUMP", 0.05)
    real = time.time
    watching = asyncio.create_task(beating._watch_the_clock())
    await asyncio.sleep(0.08)
    assert asked == []
    monkeypatch.setattr("bot.schedule.heartbeat.time.time", lambda: real() - 3600)
    await asyncio.sleep(0.15)
    watching.cancel()
    assert len(asked) == 1
