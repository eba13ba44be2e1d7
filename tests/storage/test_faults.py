"""Full disks, locks, damaged pages, killed processes: each ends in a clear message, and nothing is lost."""

from __future__ import annotations

import asyncio
import errno
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from bot.errors import Refusal
from bot.storage import files, rotation
from bot.storage.association import Association, Associations, lock
from bot.storage.backup import Ledger, back_up, restore
from bot.storage.connections import BUSY
from bot.storage.database import Database
from bot.storage.faults import DatabaseUnusable, refusal
from bot.storage.search import Synonyms
from tests.storage.notes import note, noted

GUILD, OTHER = 424242424242424242, 535353535353535353
MONDAY = 1_800_000_000
MEMBERS = 15_000
ROOT = Path(__file__).parents[2]

LOCK = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("COMMIT")
"""

WRITE = """
import asyncio, sys
from pathlib import Path
from bot.storage.association import lock
from bot.storage.database import Database

async def write():
    path = Path(sys.argv[1])
    async with lock(path.parent):
        database = await Database.open(path)
        for number in range(1_000_000):
            async with database.transaction() as db:
                for side in ("left", "right"):
                    await db.run("INSERT INTO meta (name, value) VALUES (:name, 'x')", name=f"{side}{number:07}")
            print(number, flush=True)

asyncio.run(write())
"""


@asynccontextmanager
async def process(script: str, *arguments: object) -> AsyncIterator[asyncio.subprocess.Process]:
    """A Python process of its own, killed when it outlives the block."""
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", script, *map(str, arguments)), stdout=subprocess.PIPE, cwd=ROOT
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


async def line_of(started: asyncio.subprocess.Process) -> bytes:
    """The next line that a process says."""
    assert started.stdout is not None
    return await asyncio.wait_for(started.stdout.readline(), 30)


async def failing(work: Coroutine[Any, Any, object]) -> BaseException:
    """What some work fails with."""
    (error,) = await asyncio.gather(work, return_exceptions=True)
    assert isinstance(error, BaseException)
    return error


def told(error: BaseException) -> str:
    """The message that people get for an error; empty when it is a bug like any other."""
    said = refusal(error)
    return said.key if said else ""


def damage(path: Path) -> None:
    """What a bad disk does: a row of pages in the middle of the file says nothing any more."""
    with path.open("r+b") as file:
        middle = path.stat().st_size // 4096 // 2
        file.seek(4096 * middle)
        file.write(b"\xff" * 4096 * 8)


# A full disk


async def test_a_full_disk_is_told_and_the_next_write_works_once_there_is_room(database: Database) -> None:
    await note(database, "before")
    pages = await database.read().value("PRAGMA page_count")
    await database.maintain(f"PRAGMA max_page_count = {pages}")
    error = await failing(note(database, "x" * 100_000))
    assert told(error) == "kernel-disk-full"
    assert await noted(database) == ["before"]
    assert await database.check(thorough=True) is None
    await database.maintain("PRAGMA max_page_count = 1000000")
    await note(database, "after")
    assert await noted(database) == ["after", "before"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_too_full_for_the_ledger_is_told_the_same(number: int) -> None:
    assert told(OSError(number, "no room")) == "kernel-disk-full"
    assert told(OSError(errno.EACCES, "not allowed")) == ""
    assert told(ValueError("a bug")) == ""


async def test_a_copy_that_finds_no_room_leaves_nothing_behind(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "no room", str(path))

    with monkeypatch.context() as trouble:
        trouble.setattr(files, "sync", full)
        error = await failing(back_up(database.path, tmp_path / "backups", MONDAY))
    assert told(error) == "kernel-disk-full"
    assert list((tmp_path / "backups").iterdir()) == []
    assert (await back_up(database.path, tmp_path / "backups", MONDAY)).is_file()


# A lock


async def test_a_lock_of_ten_seconds_held_by_another_process_only_delays(database: Database) -> None:
    await note(database, "before")
    async with process(LOCK, database.path, 10) as other:
        assert await line_of(other) == b"held\n"
        began = time.monotonic()
        writing = asyncio.create_task(note(database, "after"))
        while not writing.done() and time.monotonic() - began < 5:
            assert await asyncio.wait_for(noted(database), 3) == ["before"]  # whoever reads does not wait
            await asyncio.sleep(0.1)
        await writing
        waited = time.monotonic() - began
    print(f"a lock of 10 s delayed a write by {waited:.1f} s")  # noqa: T201 (a figure, for pytest -s)
    assert 9 < waited < BUSY
    assert await noted(database) == ["after", "before"]


async def test_a_lock_that_lasts_is_told_and_the_next_write_works_once_it_is_gone(database: Database) -> None:
    await database.maintain("PRAGMA busy_timeout = 100")  # instead of 15 s
    async with process(LOCK, database.path, 60) as other:
        assert await line_of(other) == b"held\n"
        assert told(await failing(note(database, "a"))) == "kernel-busy"
        assert await noted(database) == []
    await note(database, "b")
    assert await noted(database) == ["b"]


# A damaged file


@pytest.mark.parametrize("thorough", [False, True])
async def test_damage_is_found_by_a_check_and_told_to_whoever_meets_it(database: Database, thorough: bool) -> None:
    async with database.transaction() as db:
        for number in range(2_000):  # most of the file, so that its middle is among them
            await db.run("INSERT INTO meta (name, value) VALUES (:name, 'x')", name=f"{number:0500}")
    assert await database.check(thorough=thorough) is None
    await database.rest()
    damage(database.path)
    assert await database.check(thorough=thorough)
    assert told(await failing(noted(database))) == "kernel-association-unusable"
    await database.rest()
    database.path.write_bytes(b"this was a database once" * 1000)
    assert told(await failing(noted(database))) == "kernel-association-unusable"


async def test_only_a_thorough_check_compares_an_index_with_its_table(database: Database) -> None:
    await note(database, "a")
    await database.maintain(
        "CREATE INDEX odd ON meta (value)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX odd ON meta (value) WHERE value > ''y''' WHERE name = 'odd'",
    )
    await database.rest()
    assert await database.check(thorough=False) is None
    assert "odd" in (await database.check(thorough=True) or "")


async def test_a_check_does_not_wait_for_whoever_writes(database: Database) -> None:
    async with database.transaction() as db:
        await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
        assert await asyncio.wait_for(database.check(thorough=True), 5) is None


async def test_a_check_of_a_closed_file_is_no_verdict(database: Database) -> None:
    await database.close()
    with pytest.raises(sqlite3.ProgrammingError):
        await database.check(thorough=False)


def fill(path: Path) -> None:
    """Some 30 MB of introductions."""
    people = range(1, MEMBERS + 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO members (id, state, notice_version, created_at) VALUES (?, 'present', 1, 0)",
            ((person,) for person in people),
        )
        connection.executemany(
            "INSERT INTO profiles (member_id, what, shown, updated_at) VALUES (?, ?, 1, 0)",
            ((person, f"Je suis {person:06} et je dessine. " * 45) for person in people),
        )
        connection.execute("COMMIT")


async def test_a_damaged_file_is_refused_alone_and_its_newest_backup_brings_it_back(
    tmp_path: Path, synonyms: Synonyms, caplog: pytest.LogCaptureFixture
) -> None:
    for guild_id in (GUILD, OTHER):
        await (await Association.open(tmp_path / f"{guild_id}.db", guild_id, synonyms)).close()
    path, folder = tmp_path / f"{GUILD}.db", tmp_path / "backups"
    await back_up(path, folder, MONDAY - 86400)
    fill(path)
    newest = await back_up(path, folder, MONDAY)
    Ledger(tmp_path).record(GUILD, 7, MONDAY + 1)
    damage(path)

    associations = Associations(tmp_path, synonyms)
    await associations.open_all()
    with pytest.raises(Refusal, match="kernel-association-unusable"):
        await associations.of(GUILD)
    await note((await associations.of(OTHER)).database, "works")
    await associations.close()
    (said,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "restore a backup (python -m bot restore)" in said

    copies = rotation.backups(folder, GUILD)
    assert max(copies, key=copies.__getitem__) == newest
    began = time.monotonic()
    assert restore(newest, tmp_path).erased == 1
    associations = Associations(tmp_path, synonyms)
    back = await associations.of(GUILD)
    assert await back.read().value("SELECT count(*) FROM profiles") == MEMBERS - 1
    took = time.monotonic() - began
    print(f"{path.stat().st_size / 2**20:.0f} MiB restored and opened in {took:.1f} s")  # noqa: T201
    assert path.stat().st_size > 28 * 2**20
    assert took < 60
    assert await back.database.check(thorough=True) is None
    await associations.close()


# Two processes


async def test_what_a_killed_process_answered_is_kept_and_nothing_is_half(tmp_path: Path) -> None:
    path = tmp_path / f"{GUILD}.db"
    async with process(WRITE, path) as other:
        while (answered := int(await line_of(other))) < 40:
            pass
        other.send_signal(signal.SIGKILL)
        await other.wait()
        assert other.stdout is not None
        answered = max([answered, *map(int, (await other.stdout.read()).split())])
    async with lock(tmp_path):
        database = await Database.open(path)
        names = await noted(database)
        await database.close()
    left = [name.removeprefix("left") for name in names if name.startswith("left")]
    assert left == [name.removeprefix("right") for name in names if name.startswith("right")]
    assert left == [f"{number:07}" for number in range(len(left))]
    assert len(left) in {answered + 1, answered + 2}  # kept, and not yet answered


# A disk that takes its time


@pytest.mark.parametrize("make", ["a backup", "the copy before a migration"])
async def test_the_event_loop_goes_on_while_a_copy_reaches_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: str
) -> None:
    path = tmp_path / f"{GUILD}.db"
    await (await Database.open(path)).close()
    order: list[str] = []
    sync: Callable[[Path], None] = files.sync
    loop = asyncio.get_running_loop()

    def slowly(synced: Path) -> None:
        order.append(synced.suffix or synced.name)
        gone_on = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop)
        gone_on.result(5)  # would never come if the loop itself were waiting here
        sync(synced)

    monkeypatch.setattr(files, "sync", slowly)
    if make == "a backup":
        await back_up(path, tmp_path / "backups", MONDAY)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 1")
        with pytest.raises(DatabaseUnusable):  # the tables of the second migration are there already
            await Database.open(path)
    assert order == [".part", "backups"]
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.suffix == ".db"
