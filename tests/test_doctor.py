"""What `doctor` finds, on this machine and at Discord's; a stand-in plays Discord, REST and gateway."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest
from aiohttp import WSMsgType, web
from pydantic import SecretStr
from typer.testing import CliRunner

from bot import doctor
from bot.cli import app
from bot.doctor import Finding, Level, machine
from bot.doctor.work import due_work
from bot.schedule.clock import DAY, HOUR
from bot.settings import Settings
from bot.storage.backup import Ledger, back_up
from bot.storage.database import Database
from bot.storage.migrations import scripts

TOKEN = ".".join(("a" * 24, "b" * 6, "c" * 27))
NOW = 1_800_000_000
GUILD, BOT, HALL, OFFICE = 500000000000000001, 500000000000000002, 500000000000000003, 500000000000000004
MEMBERS_GRANTED = 1 << 15
"""Flag gateway_guild_members_limited of an application."""
EVERY_CHANNEL_RIGHT = discord.Permissions.all_channel().value


class StandIn:
    """Plays Discord on this machine: REST under /api, the gateway under /gateway. Its fields are its mood."""

    def __init__(self) -> None:
        self.flags = MEMBERS_GRANTED
        self.rights = EVERY_CHANNEL_RIGHT
        self.office_there = True
        self.on_servers = [GUILD]
        self.hang_up: int | None = None
        self.requests: list[str] = []
        self.identified = 0
        self.ready = asyncio.Event()
        self.left_with: list[int | None] = []
        self.url = ""

    async def __aenter__(self) -> StandIn:
        served = web.Application()
        served.router.add_get("/gateway", self._gateway)
        served.router.add_get("/api/{path:.*}", self._rest)
        self._runner = web.AppRunner(served)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _rest(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        self.requests.append(path)
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        answer = self._answers().get(path)
        return _json({"message": "Unknown", "code": 0}, 404) if answer is None else _json(answer)

    def _answers(self) -> dict[str, Any]:
        user = {"id": str(BOT), "username": "comptoir", "discriminator": "0", "avatar": None, "bot": True}
        everyone = {"id": str(GUILD), "name": "@everyone", "permissions": str(self.rights), "position": 0}
        guild: dict[str, Any] = {"id": str(GUILD), "name": "Les Indés", "owner_id": "1", "icon": None, "features": []}
        role = everyone | {"color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
        channels = [_channel(HALL, "présentations")] + [_channel(OFFICE, "équipe")] * self.office_there
        return {
            "users/@me": user,
            "oauth2/applications/@me": _application(self.flags, user),
            "users/@me/guilds": [guild | {"id": str(server)} for server in self.on_servers],
            f"guilds/{GUILD}": guild | {"roles": [role], "emojis": [], "stickers": []},
            f"guilds/{GUILD}/members/{BOT}": {"user": user, "roles": [], "joined_at": None, "flags": 0},
            f"guilds/{GUILD}/channels": channels,
        }

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.json()["op"] == 2:
                self.identified += 1
                if self.hang_up is not None:
                    await socket.close(code=self.hang_up)
                    break
                await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": self._ready_event()})
                self.ready.set()
        self.left_with.append(socket.close_code)
        return socket

    def _ready_event(self) -> dict[str, Any]:
        application = {"id": str(BOT), "flags": self.flags}
        home = self.url.replace("http", "ws", 1) + "/gateway"
        user = self._answers()["users/@me"]
        return {
            "v": 10,
            "user": user,
            "guilds": [],
            "session_id": "s",
            "resume_gateway_url": home,
            "application": application,
        }


def _json(answer: Any, status: int = 200) -> web.Response:
    """As Discord answers: without a charset in the content type, which discord.py would take for plain text."""
    return web.Response(body=json.dumps(answer).encode(), status=status, headers={"Content-Type": "application/json"})


def _channel(channel_id: int, name: str) -> dict[str, Any]:
    return {"id": str(channel_id), "guild_id": str(GUILD), "type": 0, "name": name, "position": 0} | {
        "permission_overwrites": [],
        "parent_id": None,
        "topic": None,
        "nsfw": False,
    }


def _application(flags: int, owner: dict[str, Any]) -> dict[str, Any]:
    return {"id": str(BOT), "name": "Comptoir", "description": "", "icon": None, "owner": owner, "flags": flags} | {
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "",
    }


@pytest.fixture
async def stand_in(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[StandIn]:
    """Discord, played on this machine."""
    async with StandIn() as playing:
        monkeypatch.setattr(discord.http.Route, "BASE", playing.url + "/api")
        yield playing


async def association(folder: Path, guild_id: int = GUILD, **preferences: int | str) -> Path:
    """An association's file with these preferences (`introductions_channel=…`)."""
    path = folder / f"{guild_id}.db"
    database = await Database.open(path)
    async with database.transaction() as db:
        for name, value in preferences.items():
            await db.run(
                "INSERT INTO preferences (name, value, changed_at) VALUES (:name, :value, 0)",
                name=name.replace("_", "-"),
                value=str(value),
            )
    await database.close()
    return path


def settings(folder: Path, token: str = TOKEN, *, members_intent: bool = True) -> Settings:
    """Settings for a folder, whatever the environment says."""
    return Settings(discord_token=SecretStr(token), data_dir=folder, members_intent=members_intent, _env_file=None)


def of(findings: list[Finding], level: Level) -> str:
    """What findings of a level say."""
    return "\n".join(
        f"{finding.subject}: {finding.found} {finding.todo}" for finding in findings if finding.level is level
    )


async def asked(folder: Path, *, token: str = TOKEN, ahead: float = 0, members_intent: bool = True) -> list[Finding]:
    """What the online part finds; `ahead` is how wrong this machine's clock is, in seconds."""
    given = settings(folder, token, members_intent=members_intent)
    return await doctor.online(given, lambda: time.time() + ahead)


@pytest.mark.parametrize("wrong", ["", "MTIz", "one.two", "a.b.c d", "Bot a.b.c", "a.b.c.d", '"a.b.c"'])
def test_what_can_not_be_a_token_is_told_without_showing_it(wrong: str, tmp_path: Path) -> None:
    found = doctor.token(settings(tmp_path, wrong))
    assert found.level is Level.FAIL
    assert doctor.PORTAL in found.todo
    assert not wrong or wrong not in f"{found}"


def test_a_token_has_three_parts(tmp_path: Path) -> None:
    found = doctor.token(settings(tmp_path))
    assert found.level is Level.OK
    assert TOKEN not in f"{found}"


def test_a_data_directory_that_does_not_exist_yet_is_fine(tmp_path: Path) -> None:
    found = list(machine.data_directory(tmp_path / "new" / "data"))
    assert of(found, Level.FAIL) == ""
    assert "will be made" in of(found, Level.OK)
    assert not (tmp_path / "new").exists()


def test_a_data_directory_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "not a directory" in of(list(machine.data_directory(tmp_path / "data")), Level.FAIL)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_directory_that_can_not_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "can't be written to" in of(list(machine.data_directory(tmp_path)), Level.FAIL)


def test_the_file_system_is_that_of_the_deepest_mount() -> None:
    mounts = (
        "/dev/sda / ext4 rw 0 0\nnas:/x /srv/my\\040share nfs4 rw 0 0\n/dev/sdb /srv/my\\040share/disk xfs rw 0 0\n"
    )
    assert machine.file_system(Path("/srv/mine"), mounts) == "ext4"
    assert machine.file_system(Path("/srv/my share/data"), mounts) == "nfs4"
    assert machine.file_system(Path("/srv/my share/disk/data"), mounts) == "xfs"
    assert machine.file_system(Path("/srv"), "") == ""


def test_a_network_file_system_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "MOUNTS", tmp_path / "mounts")
    (tmp_path / "mounts").write_text(f"nas:/data {tmp_path} nfs4 rw 0 0\n")
    assert "network file system (nfs4)" in of(list(machine.data_directory(tmp_path)), Level.WARN)


async def test_a_whole_file_is_found_whole_and_left_as_it_is(tmp_path: Path) -> None:
    path = await association(tmp_path)
    before = path.read_bytes()
    (found,) = machine.databases(tmp_path)
    assert (found.level, found.subject) == (Level.OK, path.name)
    assert path.read_bytes() == before


async def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    path = await association(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    (tmp_path / "2.db").write_text("This is no database at all, though it stands where one should.")
    found = machine.databases(tmp_path)
    assert [finding.level for finding in found] == [Level.FAIL, Level.FAIL]
    assert all("restore" in finding.todo for finding in found)


async def test_a_row_that_refers_to_nothing_is_told(tmp_path: Path) -> None:
    path = await association(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO tags (member_id, side, position, label) VALUES (7, 'offer', 0, 'x')")
    (found,) = machine.databases(tmp_path)
    assert (found.level, "tags refers to nothing" in found.found) == (Level.FAIL, True)


@pytest.mark.parametrize(("version", "level"), [(scripts()[-1][0] + 1, Level.FAIL), (scripts()[-1][0] - 1, Level.OK)])
async def test_a_file_of_another_version_is_told(tmp_path: Path, version: int, level: Level) -> None:
    path = await association(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    (found,) = machine.databases(tmp_path)
    assert found.level is level
    assert str(version) in found.found


async def test_the_newest_backup_of_each_association_is_told(tmp_path: Path) -> None:
    path, folder = await association(tmp_path), tmp_path / "backups"
    assert f"{path.name}: There is none in {folder}" in of(machine.backups(tmp_path, NOW), Level.WARN)
    await back_up(path, folder, NOW - 8 * DAY)
    (folder / f"{path.stem}-before-0002.db").write_bytes(b"")
    assert "of 2027-01-07 08:00 UTC, 8 days ago. Comptoir makes one" in of(machine.backups(tmp_path, NOW), Level.WARN)
    await back_up(path, folder, NOW - 60)
    assert f"{path.name}: The newest is of 2027-01-15 07:59 UTC." in of(machine.backups(tmp_path, NOW), Level.OK)
    other = await association(tmp_path, GUILD + 1)
    assert f"{other.name}: There is none" in of(machine.backups(tmp_path, NOW), Level.WARN)


@pytest.mark.parametrize(("age", "level"), [(2 * DAY, Level.OK), (2 * DAY + 1, Level.WARN)])
async def test_a_backup_older_than_two_days_is_warned_of(tmp_path: Path, age: int, level: Level) -> None:
    await back_up(await association(tmp_path), tmp_path / "backups", NOW - age)
    (found,) = machine.backups(tmp_path, NOW)
    assert found.level is level


async def test_what_is_parked_late_or_held_is_told(tmp_path: Path) -> None:
    path = await association(tmp_path)
    assert f"{path.name}: nothing is late" in of(due_work(tmp_path, NOW), Level.OK)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO jobs (kind, key, due_at) VALUES ('test:late', '', ?)", (NOW - 2 * HOUR,))
        file.execute("INSERT INTO jobs (kind, key, due_at, state) VALUES ('test:parked', '', 0, 'parked')")
    told = of(due_work(tmp_path, NOW), Level.WARN)
    assert "1 thing(s) could not be done" in told
    assert "1 thing(s) should have been done an hour ago" in told
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO preferences (name, value, changed_at) VALUES ('association-suspended', '1', 0)")
    told = of(due_work(tmp_path, NOW), Level.WARN)
    assert "organisers hold everything" in told
    assert "an hour ago" not in told


async def test_a_schedule_without_a_next_time_is_told(tmp_path: Path) -> None:
    path = await association(tmp_path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO schedules (name, rhythm, active, changed_at) VALUES ('test:recap', '', 1, 0)")
    assert f"{path.name}: test:recap is switched on, but has no next time" in of(due_work(tmp_path, NOW), Level.WARN)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO jobs (kind, key, due_at) VALUES ('test:recap', '2027-01-18', ?)", (NOW + HOUR,))
    assert of(due_work(tmp_path, NOW), Level.WARN) == ""


def test_a_file_from_before_a_restore_is_named_with_the_day_on_which_it_goes(tmp_path: Path) -> None:
    assert machine.put_aside(tmp_path) == []
    aside = tmp_path / "1.before-restore"
    aside.write_bytes(b"")
    os.utime(aside, (NOW, NOW))
    (found,) = machine.put_aside(tmp_path)
    assert (found.level, found.subject) == (Level.OK, "1.before-restore")
    assert "2027-02-14" in found.found


def test_a_ledger_of_erasures_without_its_key_is_a_failure(tmp_path: Path) -> None:
    assert machine.erasures(tmp_path) == []
    Ledger(tmp_path).record(1, 2, NOW)
    assert of(machine.erasures(tmp_path), Level.OK)
    (tmp_path / "erasures.key").unlink()
    assert "erasures.key is missing" in of(machine.erasures(tmp_path), Level.FAIL)


def test_little_space_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = shutil.disk_usage(tmp_path).free
    monkeypatch.setattr(machine, "LITTLE_SPACE", free // 2)
    assert machine.disk_space(tmp_path / "new").level is Level.OK
    monkeypatch.setattr(machine, "LITTLE_SPACE", free * 2)
    assert machine.disk_space(tmp_path / "new").level is Level.WARN


def test_a_clock_that_lost_its_battery_is_told() -> None:
    assert machine.clock(0).level is Level.FAIL
    assert machine.clock(NOW).level is Level.OK


def test_a_missing_time_zone_is_told() -> None:
    assert machine.zones(["Europe/Paris", "Pacific/Tahiti"]).level is Level.OK
    found = machine.zones(["Europe/Paris", "Europe/Ys"])
    assert (found.level, "Europe/Ys" in found.found) == (Level.FAIL, True)


def test_the_lists_as_shipped_can_be_read(tmp_path: Path) -> None:
    assert {finding.level for finding in machine.content(settings(tmp_path))} == {Level.OK}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("trades.toml", "[[family]"),
        ("trades.toml", '[[family]]\nid = "x"\nfr = "X"\n[[family.trade]]\nid = "y"\n'),
        ("trades.toml", 'family = "x"'),
        ("zones.toml", '[[zone]]\nid = "53"\nfr = "Mayenne"\n[[zone]]\nid = "53"\nfr = "Mayenne"\n'),
        ("synonyms.toml", 'group = [["dev"]]'),
    ],
)
def test_a_list_with_a_mistake_is_told_by_its_name(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    told = of(machine.content(settings(tmp_path)), Level.FAIL)
    assert told.startswith(name)
    assert str(tmp_path) in told
    assert "\n" not in told


async def test_all_is_well_when_all_is_well(tmp_path: Path, stand_in: StandIn) -> None:
    await association(tmp_path, introductions_channel=HALL, organisers_channel=OFFICE)
    found = await asked(tmp_path)
    assert [finding.found for finding in found if finding.level is not Level.OK] == []
    told = of(found, Level.OK)
    assert "#présentations (Introductions channel): every permission" in told
    assert "#équipe (Team channel): every permission" in told
    assert stand_in.identified == 0


async def test_a_token_that_discord_refuses_is_told(tmp_path: Path, stand_in: StandIn) -> None:
    (found,) = await asked(tmp_path, token=TOKEN[::-1])
    assert (found.level, doctor.PORTAL in found.todo) == (Level.FAIL, True)


async def test_discord_out_of_reach_is_told(tmp_path: Path, stand_in: StandIn) -> None:
    await stand_in.__aexit__()
    (found,) = await asked(tmp_path)
    assert (found.level, "can't be reached" in found.found) == (Level.FAIL, True)


async def test_a_missing_permission_is_told_with_its_channel_and_use(tmp_path: Path, stand_in: StandIn) -> None:
    await association(tmp_path, introductions_channel=HALL, organisers_channel=OFFICE)
    stand_in.rights &= ~discord.Permissions(create_public_threads=True, pin_messages=True).value
    found = await asked(tmp_path)
    failed = of(found, Level.FAIL)
    assert '#présentations (Introductions channel): "Create Public Threads" is missing' in failed
    assert "Edit the channel #présentations" in failed
    assert "Pin Messages" not in failed
    assert "Pin Messages" in of(found, Level.WARN)


async def test_a_chosen_channel_that_is_gone_is_told(tmp_path: Path, stand_in: StandIn) -> None:
    await association(tmp_path, introductions_channel=HALL, organisers_channel=OFFICE)
    stand_in.office_there = False
    assert "Team channel: it was deleted" in of(await asked(tmp_path), Level.FAIL)


async def test_a_missing_intent_is_told_unless_it_is_not_asked_for(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in.flags = 0
    assert "Server Members Intent" in of(await asked(tmp_path), Level.FAIL)
    found = await asked(tmp_path, members_intent=False)
    assert of(found, Level.FAIL) == ""
    assert doctor.MEMBERS_LOST in of(found, Level.WARN)


async def test_servers_without_bot_and_bots_without_server_are_told(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in.on_servers = []
    await association(tmp_path, 600000000000000001)
    told = of(await asked(tmp_path), Level.WARN)
    assert "600000000000000001.db, but the bot is not on that server" in told
    assert "permissions=" in told


async def test_a_clock_that_disagrees_with_discords_is_told(tmp_path: Path, stand_in: StandIn) -> None:
    assert "120 s ahead" in of(await asked(tmp_path, ahead=120), Level.WARN).replace("119 s", "120 s").replace(
        "121 s", "120 s"
    )
    assert "agrees" in of(await asked(tmp_path), Level.OK)


def test_the_command_ends_with_1_when_something_is_to_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = {"DATA_DIR": str(tmp_path / "data"), "DISCORD_TOKEN": TOKEN}
    well = CliRunner().invoke(app, ["doctor", "--offline"], env=said)
    assert (well.exit_code, "0 to mend" in well.output) == (0, True)
    (tmp_path / "data").write_text("")
    ill = CliRunner().invoke(app, ["doctor", "--offline"], env=said)
    assert (ill.exit_code, "1 to mend" in ill.output) == (1, True)
    assert TOKEN not in well.output + ill.output
