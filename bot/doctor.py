"""`python -m bot doctor`: what is well, what to look at, what to mend, and how.

It runs beside a working bot: it takes no lock, opens files read-only, and speaks to Discord over REST alone (a second
gateway connection would cost one of the thousand a day). A check is a small function that returns findings; the token
is never part of one.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp
import discord
from discord.abc import GuildChannel

from bot.app import FEATURES
from bot.delivery.permissions import FORUM, ORGANISERS, TEXT, THREADS, WELCOME, Need, everything, missing
from bot.people.catalogue import Catalogue
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.settings import CODE_DATA, Settings
from bot.storage import preferences as prefs
from bot.storage.backup import taken_at
from bot.storage.database import DatabaseUnusable, scripts
from bot.storage.preferences import Control, Preference
from bot.storage.search import Synonyms
from bot.words.i18n import Words

T = TypeVar("T")

PORTAL: Final = "https://discord.com/developers/applications"
MEMBERS_LOST: Final = "nobody is welcomed, and who left is found out once a day only"
NO_TOKEN: Final = (
    f"Copy the bot's token from {PORTAL} (your application, Bot, Reset Token) into the environment or into .env,"
    " as DISCORD_TOKEN=…"
)
TOKEN_REFUSED: Final = (
    f"It was reset, or its bot was deleted. Make a new one: {PORTAL} (your application, Bot, Reset Token)."
)
INTENT_REFUSED: Final = (
    f'Switch on "Server Members Intent": {PORTAL} (your application, Bot, Privileged Gateway Intents).'
    f" Or set MEMBERS_INTENT=false; then {MEMBERS_LOST}."
)

NETWORK_FILE_SYSTEMS: Final = frozenset(
    [
        "9p",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    ]
)
MOUNTS: Final = Path("/proc/mounts")
LITTLE_SPACE: Final = 500 * 2**20
OLD_BACKUP: Final = 7 * DAY
WRONG_CLOCK: Final = MINUTE
PATIENCE: Final = 60.0
"""Seconds that Discord gets to answer everything."""

_TOKEN: Final = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_UNREADABLE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)


class Level(StrEnum):
    """How things stand."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it stands, in a few words, and what to do about it."""

    level: Level
    subject: str
    found: str
    todo: str = ""


def offline(settings: Settings, now: int) -> list[Finding]:
    """Everything that can be checked on this machine. `now` is what its clock says (UTC seconds)."""
    return [
        token(settings),
        *data_directory(settings.data_dir),
        *databases(settings.data_dir),
        *backups(settings.data_dir, now),
        disk_space(settings.data_dir),
        clock(now),
        zones(prefs.HOLIDAYS),
        *content(settings),
    ]


def token(settings: Settings) -> Finding:
    """Whether the token could be one: three parts with dots between them."""
    given = settings.discord_token.get_secret_value()
    if not given:
        return Finding(Level.FAIL, "token", "DISCORD_TOKEN is missing.", NO_TOKEN)
    if not _TOKEN.fullmatch(given):
        found = "DISCORD_TOKEN is not a bot's token, which has three parts with dots between them."
        return Finding(Level.FAIL, "token", found, NO_TOKEN)
    return Finding(Level.OK, "token", "DISCORD_TOKEN has the shape of a token.")


def data_directory(folder: Path) -> Iterator[Finding]:
    """Whether the bot can keep its files there, safely."""
    subject = "data directory"
    standing = _standing(folder)
    if not standing.is_dir():
        yield Finding(Level.FAIL, subject, f"{standing} is not a directory.", "Set DATA_DIR to a directory.")
    elif not os.access(standing, os.W_OK | os.X_OK):
        todo = "Give the user that runs the bot the right to write there, or set DATA_DIR elsewhere."
        yield Finding(Level.FAIL, subject, f"{standing} can't be written to.", todo)
    elif standing != folder:
        yield Finding(Level.OK, subject, f"{folder} will be made at the first start.")
    else:
        yield Finding(Level.OK, subject, f"{folder} is there and can be written to.")
    kind = file_system(standing.resolve(), MOUNTS.read_text()) if MOUNTS.exists() else ""
    if kind in NETWORK_FILE_SYSTEMS:
        todo = "SQLite's locks don't hold there and files get damaged: set DATA_DIR to a disk of this machine."
        yield Finding(Level.WARN, subject, f"{folder} is on a network file system ({kind}).", todo)


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds an absolute path, from the text of /proc/mounts; empty when unknown."""
    found, deepest = "", -1
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        at = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point))
        if path.is_relative_to(at) and len(at.parts) >= deepest:  # of two on one point, the later covers the earlier
            found, deepest = kind, len(at.parts)
    return found


def databases(folder: Path) -> list[Finding]:
    """Whether each association's file is whole and of a schema that this code knows."""
    return [_database(path) for path in association_files(folder)]


def association_files(folder: Path) -> list[Path]:
    """Each association's file."""
    return sorted(path for path in folder.glob("*.db") if path.stem.isdecimal())


def _database(path: Path) -> Finding:
    newest = scripts()[-1][0]
    try:
        with closing(read_only(path)) as connection:
            problems = [row[0] for row in connection.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            problems += [
                f"a row of {row[0]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")
            ]
            (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        problems, version = [str(error)], newest
    if problems:
        todo = "Stop the bot, then restore the newest backup: python -m bot restore FILE"
        return Finding(Level.FAIL, path.name, f"This file is damaged: {'; '.join(problems[:3])}.", todo)
    if version > newest:
        found = f"A newer Comptoir wrote this file (schema {version}; this code knows {newest})."
        return Finding(Level.FAIL, path.name, found, "Update Comptoir.")
    if version < newest:
        return Finding(Level.OK, path.name, f"Whole; goes from schema {version} to {newest} at the next start.")
    return Finding(Level.OK, path.name, f"Whole, schema {version}.")


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that can't change the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)


def backups(folder: Path, now: int) -> list[Finding]:
    """How old the newest backup of each association is."""
    return [_backup(path, folder / "backups", now) for path in association_files(folder)]


def _backup(path: Path, folder: Path, now: int) -> Finding:
    times = [at for copy in folder.glob(f"{path.stem}-*.db") if (at := _taken_at(copy)) is not None]
    todo = "Run python -m bot backup every day (cron, a systemd timer) and copy the files to another machine."
    if not times:
        return Finding(Level.WARN, f"backup of {path.name}", f"There is none in {folder}.", todo)
    age = f"The newest is {_age(now - max(times))} old."
    if now - max(times) > OLD_BACKUP:
        return Finding(Level.WARN, f"backup of {path.name}", age, todo)
    return Finding(Level.OK, f"backup of {path.name}", age)


def _taken_at(copy: Path) -> int | None:
    try:
        return taken_at(copy)
    except DatabaseUnusable:
        return None


def _age(seconds: int) -> str:
    for size, name in ((DAY, "days"), (HOUR, "hours")):
        if seconds >= 2 * size:
            return f"{seconds // size} {name}"
    return f"{max(seconds, 0) // MINUTE} minutes"


def disk_space(folder: Path) -> Finding:
    """Whether there is room for the data, its backups, and the copy that a migration makes."""
    free = shutil.disk_usage(_standing(folder)).free
    found = f"{free // 2**20} MiB are free."
    if free < LITTLE_SPACE:
        return Finding(Level.WARN, "disk", found, f"Make room: {LITTLE_SPACE // 2**20} MiB or more are comfortable.")
    return Finding(Level.OK, "disk", found)


def clock(now: int) -> Finding:
    """Whether this machine's clock can be believed."""
    told = f"This machine believes that it is {datetime.fromtimestamp(now, UTC):%Y-%m-%d %H:%M} UTC."
    if not 2026 <= datetime.fromtimestamp(now, UTC).year < 2100:
        return Finding(Level.FAIL, "clock", told, "Set the clock, and keep it right (timedatectl set-ntp true).")
    return Finding(Level.OK, "clock", told)


def zones(names: Iterable[str]) -> Finding:
    """Whether every time zone that organisers can choose is known here."""
    unknown = [name for name in names if not _zone_known(name)]
    if unknown:
        return Finding(Level.FAIL, "time zones", f"Unknown here: {', '.join(unknown)}.", "Run pip install tzdata.")
    return Finding(Level.OK, "time zones", "All are known.")


def _zone_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def content(settings: Settings) -> list[Finding]:
    """Whether the lists that associations can edit are readable, whichever copy is in use."""
    readers: dict[str, Callable[[Path], object]] = {
        "trades.toml": lambda path: Catalogue.load(path, CODE_DATA / "zones.toml"),
        "zones.toml": lambda path: Catalogue.load(CODE_DATA / "trades.toml", path),
        "synonyms.toml": Synonyms.load,
    }
    return [_content(settings.content(name), read) for name, read in readers.items()]


def _content(path: Path, read: Callable[[Path], object]) -> Finding:
    whose = "as shipped" if path.is_relative_to(CODE_DATA) else f"your copy, {path}"
    try:
        read(path)
    except _UNREADABLE as error:
        said = f"no {error} where there must be one" if isinstance(error, KeyError) else str(error)
        todo = f"Mend the file, or take it away: the one in {CODE_DATA} serves then."
        return Finding(Level.FAIL, path.name, f"It can't be read ({whose}): {said}.", todo)
    return Finding(Level.OK, path.name, f"It can be read ({whose}).")


def _standing(folder: Path) -> Path:
    """The folder itself, or the nearest above it that exists."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


async def online(settings: Settings, now: Callable[[], float]) -> list[Finding]:
    """What Discord says: the token, the intents, the servers, the permissions in each chosen channel."""
    told = _DiscordsClock(now)
    try:
        async with (
            asyncio.timeout(PATIENCE),
            discord.Client(intents=discord.Intents(guilds=True), http_trace=told.trace) as client,
        ):
            await client.login(settings.discord_token.get_secret_value())
            found = [_logged_in(client), told.finding(), members_intent(client, settings)]
            return found + await _servers(client, settings.data_dir)
    except discord.LoginFailure:
        return [Finding(Level.FAIL, "Discord", "It refuses this token.", TOKEN_REFUSED)]
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
        todo = "Check this machine's network, and https://discordstatus.com; then try again."
        return [Finding(Level.FAIL, "Discord", f"It can't be reached ({_short(error)}).", todo)]


class _DiscordsClock:
    """Compares this machine's clock with the Date header of Discord's answers."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._apart: float | None = None
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_end.append(self._note)

    async def _note(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, end: aiohttp.TraceRequestEndParams
    ) -> None:
        if date := end.response.headers.get("Date"):
            self._apart = self._now() - parsedate_to_datetime(date).timestamp()

    def finding(self) -> Finding:
        """How far apart the two clocks are."""
        if self._apart is None:
            return Finding(Level.OK, "clock", "Discord did not say what time it is.")
        if abs(self._apart) > WRONG_CLOCK:
            found = f"It is {abs(self._apart):.0f} s {'ahead of' if self._apart > 0 else 'behind'} Discord's."
            return Finding(Level.WARN, "clock", found, "Keep it right (timedatectl set-ntp true).")
        return Finding(Level.OK, "clock", "It agrees with Discord's.")


def _logged_in(client: discord.Client) -> Finding:
    return Finding(Level.OK, "Discord", f"It takes the token, of {client.user}.")


def sees_members(flags: discord.ApplicationFlags) -> bool:
    """Whether the application may ask for the members intent (bots on many servers need Discord's leave)."""
    return flags.gateway_guild_members or flags.gateway_guild_members_limited


def members_intent(client: discord.Client, settings: Settings) -> Finding:
    """Whether the bot will see members join and leave."""
    if not settings.members_intent:
        found = f"MEMBERS_INTENT=false: {MEMBERS_LOST}."
        return Finding(Level.WARN, "intents", found, "Set MEMBERS_INTENT=true where that is not meant.")
    if not sees_members(client.application_flags):
        return Finding(Level.FAIL, "intents", "Discord won't let the bot see members join and leave.", INTENT_REFUSED)
    return Finding(Level.OK, "intents", "The bot may see members join and leave.")


async def _servers(client: discord.Client, folder: Path) -> list[Finding]:
    """The servers that the bot is on, and the channels that organisers chose there."""
    assert client.application_id is not None
    files = {int(path.stem): path for path in association_files(folder)}
    found: list[Finding] = []
    present: set[int] = set()
    async for guild in client.fetch_guilds(limit=None, with_counts=False):
        present.add(guild.id)
        found.append(Finding(Level.OK, "server", f"The bot is on {guild.name} ({guild.id})."))
        if guild.id in files:
            found += await _permissions(client, guild.id, chosen_channels(files[guild.id]))
    if not present:
        invite = discord.utils.oauth_url(client.application_id, permissions=everything())
        found.append(Finding(Level.WARN, "server", "The bot is on no server yet.", f"Invite it: {invite}"))
    for gone in sorted(files.keys() - present):
        todo = "Invite it again, or move the file away when the association is done with it."
        found.append(Finding(Level.WARN, "server", f"There is {gone}.db, but the bot is not on that server.", todo))
    return found


def chosen_channels(path: Path) -> dict[Preference[int | None], int]:
    """The channels that an association's organisers chose, read without opening it for use."""
    for feature in FEATURES:  # a feature declares its preferences when it is imported
        importlib.import_module(feature)
    try:
        with closing(read_only(path)) as connection:
            stored: dict[str, str] = dict(connection.execute("SELECT name, value FROM preferences"))
    except sqlite3.Error:
        return {}  # `databases` tells
    return {
        preference: int(stored[name])
        for name, preference in prefs.declared.items()
        if preference.control is Control.CHANNEL and stored.get(name, "").isdecimal()
    }


async def _permissions(
    client: discord.Client, guild_id: int, chosen: dict[Preference[int | None], int]
) -> list[Finding]:
    assert client.user is not None
    try:
        guild = await client.fetch_guild(guild_id, with_counts=False)
        me = await guild.fetch_member(client.user.id)
        channels = {channel.id: channel for channel in await guild.fetch_channels()}
    except discord.HTTPException as error:
        return [Finding(Level.FAIL, "server", f"{guild_id} can't be looked at ({_short(error)}).", "Try again later.")]
    found = [
        finding
        for preference, channel_id in chosen.items()
        for finding in channel_permissions(preference, channels.get(channel_id), me)
    ]
    return found or [Finding(Level.WARN, guild.name, "No channel is chosen yet.", "Run /installer there.")]


def channel_permissions(
    preference: Preference[int | None], channel: GuildChannel | None, me: discord.Member
) -> list[Finding]:
    """Whether the bot may do in a chosen channel what it is for."""
    words = Words("en")
    label = words.plain(f"preference-{preference.name}")
    if channel is None:
        found = f"{label}: it was deleted, or the bot can't see it."
        return [Finding(Level.FAIL, me.guild.name, found, "Choose another with /installer, or let the bot see it.")]
    where = f"#{channel.name} ({label})"
    lacking = missing(channel.permissions_for(me), needs(preference, channel))
    if not lacking:
        return [Finding(Level.OK, me.guild.name, f"{where}: every permission is there.")]
    return [
        Finding(
            Level.FAIL if need.must else Level.WARN,
            me.guild.name,
            f'{where}: "{words.plain(f"permission-{need.permission}")}" is missing,'
            f" {words.plain(f'permission-{need.permission}.why')}.",
            f"Edit the channel #{channel.name}, Permissions: allow it to the bot's role.",
        )
        for need in lacking
    ]


def needs(preference: Preference[int | None], channel: GuildChannel) -> tuple[Need, ...]:
    """What the bot needs in a channel: where a forum may be chosen, cards with threads will stand; else messages."""
    if isinstance(channel, discord.ForumChannel):
        return FORUM
    of_kernel = {prefs.ORGANISERS_CHANNEL.name: ORGANISERS, prefs.THREADS_CHANNEL.name: THREADS}
    return of_kernel.get(preference.name, TEXT if preference.forum else WELCOME)


def _short(error: BaseException) -> str:
    """An error in a word: messages of network libraries are long, and one could quote a header."""
    return f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__


def worst(findings: Iterable[Finding]) -> Level:
    """The gravest level among findings."""
    order: tuple[Any, ...] = (Level.OK, Level.WARN, Level.FAIL)
    return max((finding.level for finding in findings), key=order.index, default=Level.OK)
