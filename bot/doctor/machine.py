"""What can be checked on this machine: files, backups, space, clock, zones, the lists that people edit."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.app import FEATURES
from bot.content import Content, declared
from bot.doctor.advice import NO_TOKEN
from bot.doctor.files import association_files, read_only
from bot.doctor.finding import Finding, Level
from bot.doctor.rooms import checkups
from bot.doctor.work import due_work
from bot.people.catalogue import Catalogue
from bot.schedule.clock import DAY
from bot.settings import CODE_DATA, Settings
from bot.storage import preferences as prefs
from bot.storage import rotation
from bot.storage.migrations import scripts
from bot.storage.search import Synonyms

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
OLD_BACKUP: Final = 2 * DAY

_TOKEN: Final = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_UNREADABLE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)


def offline(settings: Settings, now: int) -> list[Finding]:
    """Everything that can be checked on this machine. `now` is what its clock says (UTC seconds)."""
    return [
        token(settings),
        *data_directory(settings.data_dir),
        *databases(settings.data_dir),
        *backups(settings.data_dir, now),
        *put_aside(settings.data_dir),
        *due_work(settings.data_dir, now),
        *checkups(settings.data_dir, now),
        *erasures(settings.data_dir),
        disk_space(settings.data_dir),
        clock(now),
        zones(prefs.HOLIDAYS),
        *content(settings),
        *features_content(settings),
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


def backups(folder: Path, now: int) -> list[Finding]:
    """When the newest backup of each association was made."""
    return [_backup(path, folder / "backups", now) for path in association_files(folder)]


def _backup(path: Path, folder: Path, now: int) -> Finding:
    subject = f"backup of {path.name}"
    newest = max(rotation.backups(folder, int(path.stem)).values(), default=None)
    todo = "Comptoir makes one each night while it runs; its log says why it did not. Now: python -m bot backup"
    if newest is None:
        return Finding(Level.WARN, subject, f"There is none in {folder}.", todo)
    made = f"The newest is of {datetime.fromtimestamp(newest, UTC):%Y-%m-%d %H:%M} UTC"
    if now - newest > OLD_BACKUP:
        return Finding(Level.WARN, subject, f"{made}, {(now - newest) // DAY} days ago.", todo)
    return Finding(Level.OK, subject, f"{made}.")


def put_aside(folder: Path) -> list[Finding]:
    """Which files a backup took the place of, and when they go: who erased themselves later is still in them."""
    return [
        Finding(Level.OK, path.name, f"From before a restore; it goes in the night after {_day(at)}.")
        for path, at in ((path, at + rotation.PUT_ASIDE) for path, at in rotation.asides(folder).items())
    ]


def _day(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d}"


def erasures(folder: Path) -> list[Finding]:
    """Whether the list of erasures can still be replayed when a backup is restored."""
    ledger, key = folder / "erasures", folder / "erasures.key"
    if not ledger.exists():
        return []
    if not key.exists():
        todo = f"Bring {key.name} back from the backups: without it a restore would bring erased people back."
        return [Finding(Level.FAIL, "erasures", f"{key} is missing.", todo)]
    return [Finding(Level.OK, "erasures", "Whoever was erased stays erased after a restore.")]


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


def features_content(settings: Settings) -> list[Finding]:
    """Whether the files that people edit and a feature reads make sense together, whichever copies are in use."""
    for feature in FEATURES:  # a feature declares what it reads when it is imported
        importlib.import_module(feature)
    return [_feature_content(settings, one) for one in declared.values()]


def _feature_content(settings: Settings, one: Content) -> Finding:
    files = one.files(settings)
    own = ", ".join(str(path) for path in files if not path.is_relative_to(CODE_DATA))
    try:
        one.read(files)
    except _UNREADABLE as error:
        todo = f"Mend the file, or take it away: the one in {CODE_DATA} serves then."
        return Finding(Level.FAIL, one.subject, f"These files can't be read: {error}.", todo)
    return Finding(Level.OK, one.subject, f"They can be read ({f'your copy, {own}' if own else 'as shipped'}).")


def _standing(folder: Path) -> Path:
    """The folder itself, or the nearest above it that exists."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())
