"""A file that nobody uses is closed, and opens again for whoever comes, however they come at once."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.schedule.clock import SystemClock
from bot.storage import preferences as prefs
from bot.storage.association import Association, Associations
from bot.storage.database import Database, refuse_calls_outside
from bot.storage.preferences import choose
from bot.storage.search import Synonyms
from tests.storage.notes import note, noted

SLOW = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000) SELECT count(*) FROM n"

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 15_000}


def threads(wanted: int) -> bool:
    """Whether as many threads serve open connections; those that are ending get a moment."""
    until = time.monotonic() + 1
    while sum("_connection_worker" in thread.name for thread in threading.enumerate()) != wanted:
        if time.monotonic() > until:
            return False
        time.sleep(0.001)
    return True


def beside(path: Path) -> list[str]:
    """The files that SQLite keeps beside an open one."""
    return sorted(file.name for file in path.parent.glob(f"{path.name}-*"))


@pytest.fixture
async def associations(tmp_path: Path, synonyms: Synonyms) -> AsyncIterator[Associations]:
    """Three new associations."""
    opened = Associations(tmp_path, synonyms)
    for guild_id in (1, 2, 3):
        await opened.of(guild_id)
    yield opened
    await opened.close()


# A file


async def test_a_resting_file_costs_no_thread_and_leaves_no_log(database: Database) -> None:
    await note(database, "a")
    assert threads(2)
    assert beside(database.path) == ["1.db-shm", "1.db-wal"]
    assert await database.rest()
    assert threads(0)
    assert beside(database.path) == []
    assert not await database.rest()


async def read(database: Database) -> None:
    """Somebody looks."""
    assert await noted(database) == ["before"]


async def write(database: Database) -> None:
    """Somebody writes."""
    await note(database, "after")


async def tidy(database: Database) -> None:
    """Housekeeping."""
    (checkpoint,) = await database.maintain("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not checkpoint["busy"]


async def look_over(database: Database) -> None:
    """A check."""
    assert await database.check(thorough=True) is None


@pytest.mark.parametrize("come", [read, write, tidy, look_over])
async def test_whoever_comes_wakes_it(database: Database, come: Callable[[Database], Awaitable[None]]) -> None:
    await note(database, "before")
    await database.rest()
    await come(database)
    assert threads(2)
    assert await database.read().value("PRAGMA foreign_keys") == 1
    set_anew = [(await database.maintain(f"PRAGMA {name}"))[0][0] for name in PRAGMAS]
    assert dict(zip(PRAGMAS, set_anew, strict=True)) == PRAGMAS


async def test_many_who_come_at_once_open_it_once(database: Database) -> None:
    await database.rest()
    names = [f"n{number}" for number in range(10)]
    await asyncio.gather(*(note(database, name) for name in names), *(noted(database) for _ in range(10)))
    assert threads(2)
    assert await noted(database) == sorted(names)


async def test_it_does_not_rest_while_somebody_reads(database: Database) -> None:
    reading = asyncio.create_task(database.read().value(SLOW))
    await asyncio.sleep(0)
    assert not await database.rest()
    assert await reading == 300_000
    assert await database.rest()


async def test_a_read_that_was_given_up_ends_before_it_rests(database: Database) -> None:
    reading = asyncio.create_task(database.read().value(SLOW))
    await asyncio.sleep(0.01)
    reading.cancel()
    await asyncio.wait([reading])
    assert await database.rest()
    assert threads(0)
    assert await noted(database) == []


async def test_it_does_not_rest_while_somebody_writes(database: Database) -> None:
    async with database.transaction() as db:
        await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
        assert not await database.rest()
        await db.run("INSERT INTO meta (name, value) VALUES ('b', 'x')")
    assert await noted(database) == ["a", "b"]


async def test_who_comes_while_it_goes_to_rest_is_served(database: Database) -> None:
    resting = asyncio.create_task(database.rest())
    await asyncio.sleep(0)
    await asyncio.gather(note(database, "a"), noted(database))
    assert await resting
    assert await noted(database) == ["a"]


async def test_a_file_closed_while_it_rests_stays_closed(database: Database) -> None:
    await database.rest()
    await database.close()
    for come in (noted(database), note(database, "a"), database.maintain("VACUUM")):
        with pytest.raises(sqlite3.ProgrammingError, match=r"1\.db is closed"):
            await come
    assert not await database.rest()
    await database.close()
    assert threads(0)


async def test_closing_comes_in_between_those_who_wake_it(database: Database) -> None:
    await database.rest()
    came = await asyncio.gather(
        *(noted(database) for _ in range(3)), database.close(), note(database, "late"), return_exceptions=True
    )
    assert isinstance(came[-1], sqlite3.ProgrammingError)
    assert threads(0)


@pytest.mark.parametrize("turns", range(0, 40, 2))
async def test_closing_waits_for_whoever_is_waking_it(database: Database, turns: int) -> None:
    await database.rest()
    reading = asyncio.create_task(noted(database))
    for _ in range(turns):
        await asyncio.sleep(0.0001)
    await database.close()
    (came,) = await asyncio.gather(reading, return_exceptions=True)
    assert came == [] or isinstance(came, sqlite3.ProgrammingError)
    assert threads(0)


async def test_a_file_that_is_gone_is_not_made_anew_in_its_sleep(database: Database) -> None:
    await note(database, "a")
    await database.rest()
    elsewhere = database.path.rename(database.path.with_name("moved"))
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        await note(database, "b")
    assert not database.path.exists()
    assert threads(0)
    elsewhere.rename(database.path)
    await note(database, "b")
    assert await noted(database) == ["a", "b"]


@pytest.mark.parametrize("steps", range(0, 60, 3))
async def test_a_cancelled_awakening_is_whole_and_leaves_nobody_waiting(database: Database, steps: int) -> None:
    await database.rest()
    task = asyncio.create_task(note(database, "a"))
    for _ in range(steps):
        await asyncio.sleep(0 if steps % 2 else 0.0001)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await asyncio.wait_for(note(database, "b"), 5)
    assert await noted(database) in (["a", "b"], ["b"])
    assert await database.rest()
    assert threads(0)


@pytest.mark.parametrize("seed", range(12))
async def test_rest_at_any_moment_loses_nothing(database: Database, seed: int) -> None:
    """Writers, readers and those who give up, while the file is put to rest again and again."""
    chance = random.Random(seed)  # noqa: S311 (to be repeated)
    kept: list[str] = []

    async def come(name: str) -> None:
        await asyncio.sleep(chance.random() / 50)
        if chance.random() < 0.5:
            await noted(database)
            return
        await note(database, name)
        kept.append(name)

    async def put_to_rest() -> None:
        for _ in range(25):
            await asyncio.sleep(chance.random() / 200)
            await database.rest()

    comers = [asyncio.create_task(come(f"n{number:02}")) for number in range(30)]
    resting = asyncio.create_task(put_to_rest())
    await asyncio.sleep(0.01)
    for task in chance.sample(comers, 6):
        task.cancel()
    told = await asyncio.gather(*comers, return_exceptions=True)
    await resting
    assert {type(error) for error in told if error is not None} <= {asyncio.CancelledError}
    assert set(kept) <= set(await noted(database))
    assert await database.check(thorough=True) is None
    await database.close()
    assert threads(0)


# An association


async def test_preferences_and_searches_are_there_after_a_rest(association: Association) -> None:
    async with association.transaction() as db:
        await choose(db, SystemClock(), prefs.NAME, "Les Indés")
        await association.search.put(db, "tip", 7, "Un devis clair")
        association.expect_changes()
    assert (await association.search.find(association.read(), "tip", "devis")).hits
    assert await association.rest()
    assert association.search._vocabulary is None
    assert threads(0)
    assert association.name == "Les Indés"
    assert [hit.ref for hit in (await association.search.find(association.read(), "tip", "devis")).hits] == [7]


async def test_those_not_used_for_long_rest_and_the_others_stay_awake(associations: Associations) -> None:
    one, two, three = associations
    for idle in (one, two, three):
        idle.used_at -= 600
    three.read()
    async with two.transaction():
        two.used_at -= 600  # a long transaction is in use until its end
        assert await associations.rest_idle(300) == 1
    assert await associations.rest_idle(300) == 0
    assert threads(4)
    assert await one.read().value("SELECT 1") == 1
    assert threads(6)
    assert await associations.rest_idle(0) == 3
    assert threads(0)


async def test_reading_and_writing_are_noted_on_the_clock_of_the_loop(association: Association) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    association.used_at = 0.0
    association.read()
    assert began <= association.used_at <= loop.time()
    association.used_at = 0.0
    async with association.transaction():
        assert association.used_at >= began
        association.used_at = 0.0
    assert association.used_at >= began


# A word after each change


async def test_whoever_watches_hears_of_what_was_kept_and_of_nothing_else(associations: Associations) -> None:
    heard: list[int] = []
    associations.watch(lambda changed: heard.append(changed.guild_id))
    opened_later = await associations.of(4)
    first = next(iter(associations))
    await first.read().rows("SELECT * FROM meta")
    assert heard == []
    for association in (first, opened_later):
        async with association.transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
            assert association.guild_id not in heard  # not before it is kept

    async def think_again() -> None:
        async with first.transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('b', 'x')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await think_again()

    async def write_what_can_not_be_kept() -> None:
        async with first.transaction() as db:
            await db.run("PRAGMA defer_foreign_keys = ON")
            await db.run("INSERT INTO tags (member_id, side, position, label) VALUES (7, 'offer', 0, 'x')")

    with pytest.raises(sqlite3.IntegrityError):
        await write_what_can_not_be_kept()
    assert heard == [1, 4]


async def test_whoever_watches_finds_the_new_preferences_and_may_call_outside(associations: Associations) -> None:
    names: list[str] = []

    def look(changed: Association) -> None:
        refuse_calls_outside()
        names.append(changed.name)

    associations.watch(look)
    first = next(iter(associations))
    async with first.transaction() as db:
        await choose(db, SystemClock(), prefs.NAME, "Les Indés")
        first.expect_changes()
    assert names == ["Les Indés"]


async def test_a_watcher_that_fails_breaks_nothing_and_is_logged(
    associations: Associations, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[int] = []

    def fail(changed: Association) -> None:
        raise ZeroDivisionError

    associations.watch(fail)
    associations.watch(lambda changed: heard.append(changed.guild_id))
    first = next(iter(associations))
    await note(first.database, "before")
    async with first.transaction() as db:
        await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
    assert heard == [1]
    assert await noted(first.database) == ["a", "before"]
    assert ["watcher" in record.getMessage() for record in caplog.records] == [True]


@pytest.mark.parametrize("steps", range(30))
async def test_a_cancelled_change_is_told_when_it_was_kept(
    associations: Associations, steps: int, tmp_path: Path
) -> None:
    heard: list[int] = []
    associations.watch(lambda changed: heard.append(changed.guild_id))
    first = next(iter(associations))

    async def change() -> None:
        async with first.transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")

    task = asyncio.create_task(change())
    for _ in range(steps):
        await asyncio.sleep(0 if steps % 2 else 0.0001)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert heard == [1] * len(await noted(first.database))
