"""What somebody who runs Comptoir types, and what they read: the real process against a stand-in for Discord."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot import cli
from bot.cli import app
from bot.doctor import MEMBERS_LOST, PORTAL
from bot.settings import Settings
from bot.storage.association import lock
from bot.storage.backup import Ledger, back_up
from bot.storage.database import Database
from bot.storage.migrations import scripts
from tests.test_doctor import GUILD, TOKEN, StandIn, association, stand_in

__all__ = ["stand_in"]  # a fixture of these tests too

NOW = 1_800_000_000
ROOT = Path(__file__).parent.parent
PROCESS = f"""
import sys, discord, yarl
sys.path.insert(0, {str(ROOT)!r})
at = sys.argv.pop(1)
discord.http.Route.BASE = at + "/api"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(at.replace("http", "ws", 1) + "/gateway")
from bot.cli import app
app(prog_name="python -m bot")
"""
"""`python -m bot`, with Discord's addresses replaced by the stand-in's."""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every command runs in an empty folder: a developer's own `.env` and data are left alone, and so is the umask."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    before, handlers = os.umask(0o022), logging.getLogger().handlers[:]
    yield
    os.umask(before)
    logging.getLogger().handlers[:] = handlers  # a command's own handler writes to a stream that is closed by now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data directory of these commands."""
    return tmp_path / "data"


def typed(*words: str, folder: Path, token: str = TOKEN, answer: str = "", **env: str) -> Result:
    """What a command answers, with its exit code."""
    said = {"DATA_DIR": str(folder), "DISCORD_TOKEN": token, **env}
    return CliRunner().invoke(app, words, env=said, input=answer)


class Process:
    """A running `python -m bot`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def ended(self) -> tuple[int, str]:
        """Its exit code and all that it said."""
        async with asyncio.timeout(30):
            said, _ = await self._process.communicate()
        assert self._process.returncode is not None
        return self._process.returncode, said.decode()

    def tell(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._process.send_signal(number)


@asynccontextmanager
async def started(
    discord: StandIn, folder: Path, *words: str, token: str = TOKEN, **env: str
) -> AsyncIterator[Process]:
    """A process of its own that takes the stand-in for Discord; killed when it outlives the block."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROCESS, discord.url, *words),
        env={"DATA_DIR": str(folder), "DISCORD_TOKEN": token, "PATH": "", **env},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield Process(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def run(discord: StandIn, folder: Path, *, token: str = TOKEN) -> tuple[int, str]:
    """What `run` says when it ends by itself."""
    async with started(discord, folder, "run", token=token) as process:
        return await process.ended()


def test_a_run_without_a_token_says_where_to_find_one(folder: Path) -> None:
    told = typed("run", folder=folder, token="")
    assert told.exit_code == 2
    assert "DISCORD_TOKEN is missing" in told.stderr
    assert PORTAL in told.stderr
    assert not folder.exists()


def test_an_odd_token_is_refused_without_being_shown(folder: Path) -> None:
    odd = TOKEN.replace(".", "")
    told = typed("run", folder=folder, token=odd)
    assert (told.exit_code, "three parts" in told.stderr) == (2, True)
    assert odd not in told.output


def test_a_setting_that_can_not_be_understood_is_named_without_its_value(folder: Path) -> None:
    told = typed("run", folder=folder, MEMBERS_INTENT="perhaps", LOG_LEVEL="LOUD")
    assert told.exit_code == 2
    assert "MEMBERS_INTENT, LOG_LEVEL" in told.stderr
    assert "perhaps" not in told.stderr


def test_a_list_with_a_mistake_is_told_at_the_start(folder: Path) -> None:
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "zones.toml").write_text("[[zone]", encoding="utf-8")
    told = typed("run", folder=folder)
    assert (told.exit_code, "zones.toml" in told.stderr) == (2, True)


async def test_a_token_that_discord_refuses_ends_the_run_at_once(stand_in: StandIn, folder: Path) -> None:
    wrong = TOKEN.replace("b", "d")
    code, said = await run(stand_in, folder, token=wrong)
    assert code == 2
    assert "Discord refuses this token" in said
    assert PORTAL in said
    assert wrong not in said
    assert stand_in.requests == ["users/@me"]
    assert stand_in.identified == 0


async def test_a_missing_intent_is_told_before_an_identify_is_spent(stand_in: StandIn, folder: Path) -> None:
    stand_in.flags = 0
    code, said = await run(stand_in, folder)
    assert code == 2
    assert "Server Members Intent" in said
    assert f"MEMBERS_INTENT=false; then {MEMBERS_LOST}" in said
    assert stand_in.identified == 0


@pytest.mark.parametrize(("hang_up", "said"), [(4004, "refuses this token"), (4014, "Server Members Intent")])
async def test_a_refusal_of_the_gateway_ends_the_run_and_is_not_repeated(
    hang_up: int, said: str, stand_in: StandIn, folder: Path
) -> None:
    stand_in.hang_up = hang_up
    code, told = await run(stand_in, folder)
    assert (code, said in told, TOKEN in told) == (2, True, False)
    assert stand_in.identified == 1


async def test_discord_out_of_reach_can_be_tried_again(stand_in: StandIn, folder: Path) -> None:
    await stand_in.__aexit__()
    code, said = await run(stand_in, folder)
    assert (code, "can't be reached" in said) == (1, True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_run_in_good_order(number: signal.Signals, stand_in: StandIn, folder: Path) -> None:
    path = await association(folder)
    async with started(stand_in, folder, "run", LOG_LEVEL="debug") as process:
        async with asyncio.timeout(30):
            await stand_in.ready.wait()
        process.tell(number)
        code, said = await process.ended()
    assert code == 0, said
    assert '"event": "stopped"' in said
    assert TOKEN not in said
    assert stand_in.left_with == [1000]
    assert [beside.name for beside in folder.glob(f"{path.name}-*")] == []  # the write-ahead log was taken in


async def test_a_second_process_on_the_same_data_is_refused_while_backups_go_on(
    stand_in: StandIn, folder: Path
) -> None:
    await association(folder)
    stand_in.flags = 0
    async with started(stand_in, folder, "run", MEMBERS_INTENT="false") as process:
        async with asyncio.timeout(30):
            await stand_in.ready.wait()
        code, said = await run(stand_in, folder)
        assert (code, "in use by another Comptoir process" in said) == (2, True)
        async with started(stand_in, folder, "backup") as copying:
            code, said = await copying.ended()
        copy = Path(said.strip())
        assert (code, copy.is_file()) == (0, True)
        async with started(stand_in, folder, "restore", str(copy), "--yes") as restoring:
            code, said = await restoring.ended()
        assert (code, "in use by another Comptoir process" in said) == (2, True)
        process.tell(signal.SIGTERM)
        code, said = await process.ended()
    assert (code, MEMBERS_LOST in said) == (0, True)
    assert stand_in.identified == 1


async def test_files_that_are_being_opened_get_the_time_to_be_open() -> None:
    stop = asyncio.Event()
    opened: list[str] = []

    async def opening(seconds: float) -> None:
        stop.set()
        await asyncio.sleep(seconds)
        opened.append("whole")

    await cli._unless(stop, opening(0.05), patience=5)
    await cli._unless(stop, opening(5), patience=0.01)
    assert opened == ["whole"]


def test_a_backup_is_one_file_an_association(folder: Path) -> None:
    asyncio.run(_several(folder, (1, 2)))
    told = typed("backup", folder=folder)
    copies = [Path(line) for line in told.stdout.split()]
    assert told.exit_code == 0
    assert sorted(copy.name.split("-")[0] for copy in copies) == ["1", "2"]
    assert {copy.parent for copy in copies} == {folder / "backups"}
    assert {copy.stat().st_mode & 0o077 for copy in copies} == {0}
    one = typed("backup", "2", folder=folder)
    assert [Path(line).name.split("-")[0] for line in one.stdout.split()] == ["2"]


@pytest.mark.parametrize("words", [("backup",), ("backup", "7")])
def test_nothing_to_back_up_is_told(words: Sequence[str], folder: Path) -> None:
    told = typed(*words, folder=folder)
    assert (told.exit_code, "nothing to back up" in told.stderr) == (1, True)


def test_a_file_that_can_not_be_copied_does_not_stop_the_others(folder: Path) -> None:
    asyncio.run(_several(folder, (2,)))
    (folder / "1.db").write_text("This is no database at all, though it stands where one should.")
    told = typed("backup", folder=folder)
    assert told.exit_code == 1
    assert "1.db was not copied" in told.stderr
    assert "2-" in told.stdout


def test_a_backup_made_while_members_write_holds_whole_transactions(folder: Path) -> None:
    path = asyncio.run(association(folder))
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as connection:
            for number in range(100_000):
                if stop.is_set():
                    return
                connection.execute("BEGIN IMMEDIATE")
                for side in ("left", "right"):
                    connection.execute("INSERT INTO meta (name, value) VALUES (?, '')", (f"{side}{number}",))
                connection.execute("COMMIT")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        time.sleep(0.1)
        told = typed("backup", folder=folder)
    finally:
        stop.set()
        writer.join()
    assert told.exit_code == 0
    copy = Path(told.stdout.strip())
    ((left, right),) = _look(copy, "SELECT sum(name LIKE 'left%'), sum(name LIKE 'right%') FROM meta")
    assert left == right > 0


async def test_a_backup_does_not_load_discords_library(stand_in: StandIn, folder: Path) -> None:
    await association(folder)
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from bot.cli import app
app(["backup"], standalone_mode=False)
sys.exit(3 if "discord" in sys.modules else 0)
"""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", script),
        env={"DATA_DIR": str(folder), "PATH": ""},
        stdout=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(30):
        await process.communicate()
    assert process.returncode == 0


def test_a_backup_is_restored_with_the_erasures_since(folder: Path) -> None:
    path = asyncio.run(_with_members(folder, 10, 20))
    copy = asyncio.run(back_up(path, folder / "backups", NOW))
    Ledger(folder).record(GUILD, 10, NOW + 60)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM members")
    told = typed("restore", str(copy), folder=folder, answer="y\n")
    assert told.exit_code == 0, told.output
    assert _look(path, "SELECT id FROM members") == [(20,)]
    assert "as of 2027-01-15 08:00 UTC" in told.stdout
    assert f"{GUILD}.before-restore" in told.stdout
    assert "1 member(s)" in told.stdout


def test_a_damaged_file_can_be_replaced_by_its_backup(folder: Path) -> None:
    path = asyncio.run(_with_members(folder, 10))
    copy = asyncio.run(back_up(path, folder / "backups", NOW))
    path.write_text("This is no database any more.")
    told = typed("restore", str(copy), "--yes", folder=folder)
    assert (told.exit_code, _look(path, "SELECT id FROM members")) == (0, [(10,)])


def test_a_restore_that_is_not_confirmed_changes_nothing(folder: Path) -> None:
    path = asyncio.run(_with_members(folder, 10))
    copy = asyncio.run(back_up(path, folder / "backups", NOW))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM members")
    told = typed("restore", str(copy), folder=folder, answer="n\n")
    assert (told.exit_code, _look(path, "SELECT id FROM members")) == (1, [])


@pytest.mark.parametrize("fault", ["damaged", "newer", "badly named", "missing"])
def test_a_backup_that_can_not_be_used_is_refused_and_nothing_changes(fault: str, folder: Path) -> None:
    path = asyncio.run(_with_members(folder, 10))
    copy = asyncio.run(back_up(path, folder / "backups", NOW))
    before = _files(folder)
    if fault == "damaged":
        copy.write_bytes(copy.read_bytes()[:4096] + b"\xff" * 4096)
    elif fault == "newer":
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute(f"PRAGMA user_version = {scripts()[-1][0] + 1}")
    elif fault == "badly named":
        copy = copy.rename(copy.with_name("yesterday.db"))
    else:
        copy.unlink()
    told = typed("restore", str(copy), "--yes", folder=folder)
    assert told.exit_code == 2
    assert copy.name in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert _files(folder) == before


async def test_a_restore_waits_for_nobody_when_the_data_are_in_use(folder: Path) -> None:
    path = await _with_members(folder, 10)
    copy = await back_up(path, folder / "backups", NOW)
    async with lock(folder):
        told = await asyncio.to_thread(typed, "restore", str(copy), "--yes", folder=folder)
    assert (told.exit_code, "Stop it first" in told.stderr) == (2, True)


def test_the_demo_is_told_its_options_and_gives_its_exit_code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    async def tell(**options: Any) -> int:
        asked.update(options)
        return 3

    monkeypatch.setattr("bot.demo.run", tell)
    script, pictures = folder.parent / "visit.toml", folder.parent / "pictures"
    script.touch()
    chosen = ("--seed", "7", "--lang", "en", "--port", "8900", "--script", str(script), "--pictures", str(pictures))
    told = typed("demo", *chosen, folder=folder)
    expected = {"seed": 7, "language": "en", "port": 8900, "script": script, "pictures": pictures}
    assert (told.exit_code, asked) == (3, expected)


def test_pictures_without_a_visit_are_refused_before_anything_begins(folder: Path) -> None:
    told = typed("demo", "--pictures", str(folder), folder=folder)
    assert told.exit_code == 2
    assert "--script" in told.stderr


@pytest.mark.parametrize("missing", ["simcord", "jinja2"])
def test_a_demo_without_what_it_needs_says_what_installs_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    def find(name: str) -> object:
        return None if name == missing else object()

    monkeypatch.setattr("bot.demo.find_spec", find)
    told = typed("demo", "--lang", "en", folder=folder)
    assert told.exit_code == 1
    assert "make demo" in told.stderr


def test_without_a_command_the_commands_are_shown(folder: Path) -> None:
    told = typed(folder=folder)
    assert all(command in told.output for command in ("run", "demo", "doctor", "backup", "restore"))


async def _several(folder: Path, guild_ids: Sequence[int]) -> None:
    for guild_id in guild_ids:
        await association(folder, guild_id)


async def _with_members(folder: Path, *member_ids: int) -> Path:
    path = await association(folder)
    database = await Database.open(path)
    async with database.transaction() as db:
        for member_id in member_ids:
            await db.run(
                "INSERT INTO members (id, state, notice_version, created_at) VALUES (:id, 'present', 1, 0)",
                id=member_id,
            )
    await database.close()
    return path


def _look(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute(sql).fetchall()


def _files(folder: Path) -> dict[str, bytes]:
    """What a data directory holds, backups, the lock and empty side files apart."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".db" or "restor" in path.name}
