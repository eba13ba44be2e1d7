"""One file: migrations, transactions that are whole or nothing, and a file that is damaged, full or locked."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import Refusal
from bot.storage import migrations
from bot.storage.association import Associations
from bot.storage.backup import taken_at
from bot.storage.database import (
    CallInsideTransaction,
    Database,
    refuse_calls_outside,
)
from bot.storage.faults import DatabaseUnusable
from bot.storage.migrations import scripts, statements
from bot.storage.search import Synonyms
from tests.storage.notes import note, noted
from tests.world import World

# Migrations


def schema(path: Path) -> list[tuple[str, ...]]:
    """What a file is made of."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    connection.close()
    return rows


def made_by(version: int, path: Path) -> None:
    """A file as an earlier version of the code left it, with a member in it."""
    connection = sqlite3.connect(path, isolation_level=None)
    for number, script in scripts():
        if number <= version:
            connection.executescript(script.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("INSERT INTO members (id, state, notice_version, created_at) VALUES (7, 'present', 1, 0)")
    connection.execute("INSERT INTO profiles (member_id, what, shown, updated_at) VALUES (7, 'Je dessine', 1, 99)")
    connection.close()


async def test_a_new_file_has_the_newest_schema_and_needs_no_backup(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "1.db")
    assert await database.read().value("PRAGMA user_version") == scripts()[-1][0]
    assert await database.read().value("PRAGMA foreign_keys") == 1
    assert await database.read().value("PRAGMA journal_mode") == "wal"
    await database.close()
    assert not (tmp_path / "backups").exists()


async def test_whoever_was_known_before_that_was_noted_is_not_new(tmp_path: Path) -> None:
    made_by(8, tmp_path / "1.db")
    database = await Database.open(tmp_path / "1.db")
    assert await database.read().value("SELECT introduced_at FROM profiles WHERE member_id = 7") == 0
    await database.close()


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in scripts()] == list(range(1, len(scripts()) + 1))


@pytest.mark.parametrize("version", [number for number, _ in scripts()[:-1]])
async def test_an_older_file_is_copied_then_brought_up_with_its_data(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "1.db", tmp_path / "2.db"
    made_by(version, old)
    database = await Database.open(old)
    assert await database.read().value("SELECT what FROM profiles WHERE member_id = 7") == "Je dessine"
    await database.close()
    await (await Database.open(new)).close()
    assert schema(old) == schema(new)
    (copy,) = (tmp_path / "backups").glob("*.db")
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    assert connection.execute("SELECT what FROM profiles").fetchall() == [("Je dessine",)]
    connection.close()
    assert time.time() - taken_at(copy) < 60  # so that `restore` takes it


async def test_a_failing_migration_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by(1, tmp_path / "1.db")
    before = schema(tmp_path / "1.db")
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_house.sql").write_text("SELECT 1;")
    (folder / "0002_broken.sql").write_text("CREATE TABLE half (id INTEGER);\nCREATE TABLE members (id INTEGER);")
    monkeypatch.setattr(migrations, "MIGRATIONS", folder)
    with pytest.raises(DatabaseUnusable):
        await Database.open(tmp_path / "1.db")
    assert schema(tmp_path / "1.db") == before


async def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "1.db")
    await database.maintain(f"PRAGMA user_version = {scripts()[-1][0] + 1}")
    await database.close()
    with pytest.raises(DatabaseUnusable, match="newer"):
        await Database.open(tmp_path / "1.db")


def test_a_script_is_split_into_statements_and_triggers_stay_whole() -> None:
    script = """
    -- a comment; with a semicolon
    CREATE TABLE a (x TEXT DEFAULT ';');
    CREATE TRIGGER t AFTER DELETE ON a
    BEGIN
        DELETE FROM b WHERE x = old.x;
        DELETE FROM c;
    END;
    SELECT 1;
    """
    assert [statement.split()[-1] for statement in statements(script)] == ["';');", "END;", "1;"]
    with pytest.raises(ValueError, match="never ends"):
        statements("CREATE TRIGGER t AFTER DELETE ON a BEGIN DELETE FROM b;")


@pytest.mark.parametrize("script", [path for _, path in scripts()], ids=lambda path: path.stem)
def test_every_statement_of_every_migration_is_complete(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    found = statements(text)
    assert found
    assert all(sqlite3.complete_statement(statement) for statement in found)
    assert "".join("".join(found).split()) == "".join(text.split())


# Transactions


async def test_what_a_transaction_wrote_stays(database: Database) -> None:
    await note(database, "a")
    assert await noted(database) == ["a"]


async def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    async def refused() -> None:
        async with database.transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
            raise Refusal("kernel-stale-press")

    with pytest.raises(Refusal):
        await refused()
    assert await noted(database) == []


async def test_two_transactions_wait_for_each_other(database: Database) -> None:
    async def add() -> None:
        async with database.transaction() as db:
            value = int(await db.value("SELECT value FROM meta WHERE name = 'n'") or 0)
            await asyncio.sleep(0)
            await db.run(
                "INSERT INTO meta (name, value) VALUES ('n', :v) ON CONFLICT (name) DO UPDATE SET value = :v",
                v=str(value + 1),
            )

    await asyncio.gather(*(add() for _ in range(20)))
    assert await database.read().value("SELECT value FROM meta WHERE name = 'n'") == "20"


async def test_reading_does_not_see_an_open_transaction(database: Database) -> None:
    async with database.transaction() as db:
        await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
        assert await noted(database) == []
    assert await noted(database) == ["a"]


async def test_the_reader_can_not_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read().run("INSERT INTO meta (name, value) VALUES ('a', 'x')")


async def test_a_transaction_in_a_transaction_is_refused_and_the_outer_one_lives_on(database: Database) -> None:
    async with database.transaction() as db:
        await db.run("INSERT INTO meta (name, value) VALUES ('outer', 'x')")
        with pytest.raises(RuntimeError, match="nest"):
            async with database.transaction():
                pass
        with pytest.raises(RuntimeError, match="maintenance"):
            await database.maintain("VACUUM")
    assert await noted(database) == ["outer"]


@pytest.mark.parametrize("steps", range(40))
async def test_a_cancelled_transaction_is_whole_or_nothing_and_frees_the_lock(database: Database, steps: int) -> None:
    """Cancel at the n-th turn of the loop, for every n: BEGIN, statements, COMMIT and the lock itself are all met."""
    done = False

    async def write() -> None:
        nonlocal done
        async with database.transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")
            await db.run("INSERT INTO meta (name, value) VALUES ('b', 'x')")
        done = True

    task = asyncio.create_task(write())
    for _ in range(steps):
        await asyncio.sleep(0 if steps % 2 else 0.0001)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()  # impatient: the second one must not cut what the first one waits for
    await asyncio.gather(task, return_exceptions=True)
    assert await noted(database) in ([], ["a", "b"])
    if done:
        assert await noted(database) == ["a", "b"]
    await asyncio.wait_for(note(database, "c"), 5)
    assert "c" in await noted(database)
    refuse_calls_outside()


async def test_a_cancelled_beginning_is_undone(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment that luck would meet only rarely: BEGIN has run, and the block has not started."""
    begun = asyncio.Event()
    writer = (await database._awake()).writer
    execute = writer.execute

    def slow(sql: str, *values: object) -> object:
        if sql.startswith("BEGIN"):
            begun.set()
        return execute(sql, *values)

    monkeypatch.setattr(writer, "execute", slow)
    task = asyncio.create_task(note(database, "a"))
    await asyncio.wait_for(begun.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not writer.in_transaction
    await note(database, "b")
    assert await noted(database) == ["b"]


async def test_closing_waits_for_the_transaction_in_flight(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "1.db")
    inside = asyncio.Event()

    async def write() -> None:
        async with database.transaction() as db:
            inside.set()
            await asyncio.sleep(0.02)
            await db.run("INSERT INTO meta (name, value) VALUES ('a', 'x')")

    task = asyncio.create_task(write())
    await inside.wait()
    await database.close()
    await task
    reopened = await Database.open(tmp_path / "1.db")
    assert await noted(reopened) == ["a"]
    await reopened.close()


# No call outside


async def test_a_call_outside_is_refused_while_a_transaction_is_open(database: Database) -> None:
    refuse_calls_outside()
    async with database.transaction():
        with pytest.raises(CallInsideTransaction):
            refuse_calls_outside()
    refuse_calls_outside()


async def test_a_task_started_inside_may_call_once_the_transaction_is_over(database: Database) -> None:
    over = asyncio.Event()

    async def later() -> None:
        with pytest.raises(CallInsideTransaction):
            refuse_calls_outside()
        await over.wait()
        refuse_calls_outside()
        await note(database, "later")

    async with database.transaction():
        task = asyncio.create_task(later())
        await asyncio.sleep(0)
    over.set()
    await task
    assert await noted(database) == ["later"]


async def test_the_real_client_refuses_to_call_discord_inside_a_transaction(world: World) -> None:
    calls: list[Callable[[], object]] = [
        lambda: world.bot.http.get_channel(world.lounge.id),
        lambda: world.bot.fetch_channel(world.lounge.id),
        lambda: world.bot.get_partial_messageable(world.lounge.id).send("x"),
    ]
    async with world.association.transaction():
        for call in calls:
            with pytest.raises(CallInsideTransaction):
                await call()  # type: ignore[misc]
    with world.env._bot_scope():
        assert (await world.bot.fetch_channel(world.lounge.id)).id == world.lounge.id


# Files in trouble


def overwrite_a_page(path: Path) -> None:
    """What a bad disk does."""
    with path.open("r+b") as file:
        for page in range(2, path.stat().st_size // 4096):
            file.seek(4096 * page)
            file.write(b"\xff" * 512)


@pytest.mark.parametrize("damage", ["a page", "the head", "not a database", "a folder"])
async def test_a_damaged_file_stops_only_its_own_association(tmp_path: Path, synonyms: Synonyms, damage: str) -> None:
    for guild_id in (1, 2):
        await (await Database.open(tmp_path / f"{guild_id}.db")).close()
    path = tmp_path / "1.db"
    match damage:
        case "a page":
            overwrite_a_page(path)
        case "the head":
            path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
        case "not a database":
            path.write_bytes(b"this was no database at all" * 400)
        case _:
            path.unlink()
            path.mkdir()
    associations = Associations(tmp_path, synonyms)
    try:
        await associations.open_all()
        assert list(associations.unusable) == [1]
        assert [found.guild_id for found in associations] == [2]
        with pytest.raises(Refusal, match="kernel-association-unusable"):
            await associations.of(1)
        async with (await associations.of(2)).transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('works', 'x')")
    finally:
        await associations.close()


async def test_damage_found_while_opening_raises_and_closes_the_file(tmp_path: Path) -> None:
    await (await Database.open(tmp_path / "1.db")).close()
    overwrite_a_page(tmp_path / "1.db")
    with pytest.raises(DatabaseUnusable, match=r"1\.db"):
        await Database.open(tmp_path / "1.db")
    for thread in threading.enumerate():
        if "_connection_worker" in thread.name:
            thread.join(5)
            assert not thread.is_alive()


async def test_a_file_without_its_tables_is_unusable_rather_than_a_crash(tmp_path: Path, synonyms: Synonyms) -> None:
    database = await Database.open(tmp_path / "1.db")
    await database.maintain("DROP TABLE preferences")
    await database.close()
    associations = Associations(tmp_path, synonyms)
    await associations.open_all()
    assert list(associations.unusable) == [1]
    await associations.close()


async def test_a_full_disk_undoes_the_transaction_and_works_again_once_there_is_room(database: Database) -> None:
    await note(database, "before")
    pages = await database.read().value("PRAGMA page_count")
    await database.maintain(f"PRAGMA max_page_count = {pages + 2}")

    async def write_much() -> None:
        async with database.transaction() as db:
            await db.run("INSERT INTO meta (name, value) VALUES ('small', 'x')")
            await db.run("INSERT INTO meta (name, value) VALUES ('big', :text)", text="x" * 100_000)

    with pytest.raises(sqlite3.OperationalError, match="full"):
        await write_much()
    assert await noted(database) == ["before"]
    await note(database, "small enough")
    await database.maintain("PRAGMA max_page_count = 1000000")
    await note(database, "after")
    assert await noted(database) == ["after", "before", "small enough"]
    assert await database.read().value("PRAGMA integrity_check") == "ok"


async def test_a_lock_held_elsewhere_for_a_moment_is_waited_for(database: Database) -> None:
    other = sqlite3.connect(database.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.3, lambda: other.execute("COMMIT")).start()
    started = time.monotonic()
    await note(database, "a")
    assert time.monotonic() - started > 0.2
    assert await noted(database) == ["a"]
    other.close()
