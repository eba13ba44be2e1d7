"""Backups: made while others write, restored only after a check, and nobody who was erased comes back with one."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StartRefused
from bot.people.lifecycle import Lifecycle
from bot.people.members import Profile, accept_notice, save_profile
from bot.storage.association import Association, lock
from bot.storage.backup import Ledger, back_up, restore, taken_at
from bot.storage.faults import DatabaseUnusable
from bot.storage.migrations import scripts
from bot.storage.search import Synonyms

GUILD = 424242424242424242
ANNA, BRUNO = 111111111111111111, 222222222222222222
MONDAY = 1800000000


class Clock:
    """A clock that tests set."""

    at = MONDAY

    def now(self) -> int:
        """The instant it was set to."""
        return self.at


async def write(association: Association, member_id: int, what: str) -> None:
    """Somebody accepts the notice and introduces themselves."""
    async with association.transaction() as db:
        await accept_notice(db, member_id, MONDAY)
        await save_profile(db, Profile(member_id, what, None, None, "", (), (), True, MONDAY))
        await association.search.put(db, "member", member_id, what, member_id=member_id)


async def erase(association: Association, folder: Path, member_id: int, at: int) -> None:
    """Somebody asks to be erased."""
    clock = Clock()
    clock.at = at
    async with association.transaction() as db:
        await Lifecycle(clock, Ledger(folder)).erase(association, db, member_id)


@pytest.fixture
async def folder(tmp_path: Path, synonyms: Synonyms) -> Path:
    """A data directory with one association, of which a backup was made."""
    association = await Association.open(tmp_path / f"{GUILD}.db", GUILD, synonyms)
    await write(association, ANNA, "Je dessine")
    await write(association, BRUNO, "Je traduis")
    await back_up(association.database.path, tmp_path / "backups", MONDAY)
    await association.close()
    return tmp_path


def backup_in(folder: Path) -> Path:
    """The one backup."""
    (found,) = (folder / "backups").glob("*.db")
    return found


def members_of(path: Path) -> list[int]:
    """Who is in a file."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT member_id FROM profiles ORDER BY 1").fetchall()
    connection.close()
    return [row[0] for row in rows]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and "-shm" not in path.name}


# Making one


async def test_a_backup_made_while_others_write_is_whole_and_consistent(
    association: Association, tmp_path: Path
) -> None:
    going_on = True

    async def keep_writing() -> None:
        number = 0
        while going_on:
            number += 1
            async with association.transaction() as db:  # two rows that always agree
                for name in ("one", "two"):
                    await db.run(
                        "INSERT INTO meta (name, value) VALUES (:n, :v) ON CONFLICT (name) DO UPDATE SET value = :v",
                        n=name,
                        v=str(number),
                    )

    writing = asyncio.create_task(keep_writing())
    for second in range(5):
        copy = await back_up(association.database.path, tmp_path / "backups", MONDAY + second)
        connection = sqlite3.connect(copy)
        values = [row[0] for row in connection.execute("SELECT value FROM meta")]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        assert len(set(values)) <= 1
        assert taken_at(copy) == MONDAY + second
        assert copy.stat().st_mode & 0o077 == 0
    going_on = False
    await writing
    assert not list((tmp_path / "backups").glob("*.part"))


# Bringing one back


async def test_a_backup_is_restored_and_the_present_file_kept_aside(folder: Path, synonyms: Synonyms) -> None:
    association = await Association.open(folder / f"{GUILD}.db", GUILD, synonyms)
    await write(association, 333, "Je suis venue après")
    await association.close()
    done = restore(backup_in(folder), folder)
    assert members_of(done.path) == [ANNA, BRUNO]
    assert done.erased == 0
    assert done.aside is not None
    assert members_of(done.aside) == [333, ANNA, BRUNO]
    again = await Association.open(done.path, GUILD, synonyms)
    assert [hit.ref for hit in (await again.search.find(again.read(), "member", "dessin")).hits] == [ANNA]
    await again.close()


async def test_a_second_restore_keeps_both_files_from_before(folder: Path) -> None:
    first, second = restore(backup_in(folder), folder), restore(backup_in(folder), folder)
    assert first.aside != second.aside
    assert members_of(first.path) == [ANNA, BRUNO]


async def test_a_damaged_present_file_does_not_prevent_the_restore(folder: Path) -> None:
    (folder / f"{GUILD}.db").write_bytes(b"this was a database once" * 1000)
    (folder / f"{GUILD}.db-wal").write_bytes(b"and this its log")
    done = restore(backup_in(folder), folder)
    assert members_of(done.path) == [ANNA, BRUNO]
    assert done.aside is not None
    assert done.aside.read_bytes().startswith(b"this was a database once")
    assert not (folder / f"{GUILD}.db-wal").exists()


async def test_a_missing_present_file_does_not_prevent_the_restore(folder: Path) -> None:
    (folder / f"{GUILD}.db").unlink()
    done = restore(backup_in(folder), folder)
    assert done.aside is None
    assert members_of(done.path) == [ANNA, BRUNO]


async def test_a_copy_made_before_a_migration_can_be_restored_too(folder: Path) -> None:
    copy = backup_in(folder)
    renamed = copy.rename(copy.with_name(f"{copy.stem}-before-0009.db"))
    assert taken_at(renamed) == MONDAY
    assert members_of(restore(renamed, folder).path) == [ANNA, BRUNO]


async def test_what_waited_to_be_sent_is_looked_for_before_it_is_sent_again(tmp_path: Path, synonyms: Synonyms) -> None:
    """It may have been sent since the copy; what was tried before that is looked for from then on."""
    association = await Association.open(tmp_path / f"{GUILD}.db", GUILD, synonyms)
    async with association.transaction() as db:
        for token, state, tried in ((1, "due", None), (2, "due", MONDAY - 500), (3, "sent", None)):
            await db.run(
                "INSERT INTO outbox (kind, operation, token, state, due_at, attempt_at)"
                " VALUES ('x', 'post', :token, :state, 0, :tried)",
                token=token,
                state=state,
                tried=tried,
            )
    await association.close()
    copy = await back_up(association.database.path, tmp_path / "backups", MONDAY)
    connection = sqlite3.connect(restore(copy, tmp_path).path)
    rows = connection.execute("SELECT attempt_at, attempts FROM outbox ORDER BY token").fetchall()
    connection.close()
    assert rows == [(MONDAY, 1), (MONDAY - 500, 1), (None, 0)]


@pytest.mark.parametrize(
    "name",
    [
        "copy.db",
        "123.db",
        "123-yesterday.db",
        "abc-20270131T040000Z.db",
        "123-20271331T040000Z.db",
        "-20270131T040000Z.db",
    ],
)
def test_a_badly_named_backup_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    before = contents(tmp_path)
    with pytest.raises(DatabaseUnusable, match="named"):
        restore(tmp_path / name, tmp_path)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("wrong", ["damaged", "newer", "empty", "without parents", "not a database"])
async def test_an_unusable_backup_is_refused_and_nothing_changed(folder: Path, wrong: str) -> None:
    copy = backup_in(folder)
    match wrong:
        case "damaged":
            with copy.open("r+b") as file:
                file.seek(4096 * 4)
                file.write(b"\xff" * 4096 * 8)
        case "newer":
            with sqlite3.connect(copy) as connection:
                connection.execute(f"PRAGMA user_version = {scripts()[-1][0] + 1}")
            connection.close()
        case "empty":
            copy.write_bytes(b"")
        case "without parents":
            with sqlite3.connect(copy) as connection:
                connection.execute("DELETE FROM members WHERE id = ?", (ANNA,))  # foreign keys are off by default
            connection.close()
        case _:
            copy.write_bytes(b"no database" * 1000)
    before = contents(folder)
    with pytest.raises(DatabaseUnusable):
        restore(copy, folder)
    assert contents(folder) == before


# Erasures


async def test_whoever_was_erased_after_the_backup_does_not_come_back(folder: Path, synonyms: Synonyms) -> None:
    association = await Association.open(folder / f"{GUILD}.db", GUILD, synonyms)
    await erase(association, folder, ANNA, MONDAY + 3600)
    await association.close()
    done = restore(backup_in(folder), folder)
    assert done.erased == 1
    assert members_of(done.path) == [BRUNO]
    assert b"dessin" not in done.path.read_bytes()
    again = await Association.open(done.path, GUILD, synonyms)
    assert not (await again.search.find(again.read(), "member", "dessin")).hits
    await again.close()


async def test_whoever_came_back_before_the_backup_is_not_erased_again(folder: Path, synonyms: Synonyms) -> None:
    association = await Association.open(folder / f"{GUILD}.db", GUILD, synonyms)
    await erase(association, folder, ANNA, MONDAY - 3600)
    await association.close()
    assert restore(backup_in(folder), folder).erased == 0


async def test_an_erasure_in_another_association_does_not_count(folder: Path) -> None:
    Ledger(folder).record(GUILD + 1, ANNA, MONDAY + 1)
    assert restore(backup_in(folder), folder).erased == 0


async def test_the_ledger_names_nobody(folder: Path) -> None:
    Ledger(folder).record(GUILD, ANNA, MONDAY)
    written = (folder / "erasures").read_bytes()
    assert str(ANNA).encode() not in written
    assert f"{ANNA:x}".encode() not in written
    assert ANNA.to_bytes(8, "little") not in written
    assert ANNA.to_bytes(8, "big") not in written
    for name in ("erasures", "erasures.key"):
        assert (folder / name).stat().st_mode & 0o077 == 0


def test_a_ledger_line_cut_short_spoils_no_other(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.record(GUILD, ANNA, MONDAY)
    whole = (tmp_path / "erasures").read_bytes()
    (tmp_path / "erasures").write_bytes(whole + b"18000")  # the power went
    ledger.record(GUILD, BRUNO, MONDAY)
    assert ledger.erased_since(GUILD, [ANNA, BRUNO, 333], MONDAY) == [ANNA, BRUNO]


async def test_an_erasure_that_can_not_be_written_down_is_not_done(association: Association, tmp_path: Path) -> None:
    await write(association, ANNA, "Je dessine")
    (tmp_path / "erasures").mkdir()  # nothing can be written there
    with pytest.raises(OSError, match="erasures"):
        await erase(association, tmp_path, ANNA, MONDAY)
    assert await association.read().value("SELECT count(*) FROM profiles") == 1


# One process at a time

HOLD = """
import asyncio, sys
from pathlib import Path
from bot.storage.association import lock

async def hold():
    async with lock(Path(sys.argv[1])):
        print("held", flush=True)
        await asyncio.sleep(60)

asyncio.run(hold())
"""


async def test_a_second_process_is_refused_and_a_killed_one_frees_the_data(tmp_path: Path) -> None:
    first = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, str(tmp_path), stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    try:
        assert first.stdout is not None
        assert await asyncio.wait_for(first.stdout.readline(), 30) == b"held\n"
        with pytest.raises(StartRefused, match="in use"):
            async with lock(tmp_path):
                pass
    finally:
        os.kill(first.pid, signal.SIGKILL)
        await first.wait()
    async with lock(tmp_path):
        pass


async def test_the_lock_is_free_again_after_its_block(tmp_path: Path) -> None:
    for _ in range(2):
        async with lock(tmp_path / "new"):
            pass
