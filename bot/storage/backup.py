"""Backups: consistent copies made while the bot runs, restored only after a check, with erasures replayed.

Somebody who was erased must not come back with an old copy. The ledger `DATA_DIR/erasures` holds one line an erasure,
`<time> <keyed hash>`, written and fsynced before the rows go; restoring a copy erases again whoever was erased after
the copy was made. The hash is keyed (`DATA_DIR/erasures.key`), so the ledger names nobody.
"""

from __future__ import annotations

import hmac
import os
import secrets
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiosqlite

from bot.storage.database import DatabaseUnusable, copy, scripts

STAMP = "%Y%m%dT%H%M%SZ"


class Ledger:
    """Who was erased and when, without saying who."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "erasures"
        self._key_path = data_dir / "erasures.key"

    def record(self, guild_id: int, member_id: int, at: int) -> None:
        """Write an erasure down, durably, before it is done."""
        line = f"{at} {self._hash(guild_id, member_id)}\n".encode()
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
            os.fsync(handle)
        finally:
            os.close(handle)
        _sync_folder(self._path.parent)

    def erased_since(self, guild_id: int, member_ids: list[int], since: int) -> list[int]:
        """Those of `member_ids` who were erased at `since` or later."""
        if not self._path.exists():
            return []
        later = {
            line.split()[1] for line in self._path.read_text().splitlines() if line and int(line.split()[0]) >= since
        }
        return [member_id for member_id in member_ids if self._hash(guild_id, member_id) in later]

    def _hash(self, guild_id: int, member_id: int) -> str:
        return hmac.digest(self._key(), f"{guild_id}:{member_id}".encode(), "sha256").hex()

    def _key(self) -> bytes:
        try:
            return self._key_path.read_bytes()
        except FileNotFoundError:
            self._key_path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._key_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            key = secrets.token_bytes(32)
            try:
                os.write(handle, key)
                os.fsync(handle)
            finally:
                os.close(handle)
            return key


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the file now in place, the one put aside, how many erasures were replayed."""

    path: Path
    aside: Path | None
    erased: int


async def back_up(path: Path, folder: Path, at: int) -> Path:
    """Copy one association's file to `folder` while others write to it; the copy appears whole or not at all."""
    stamp = datetime.fromtimestamp(at, UTC).strftime(STAMP)
    target = folder / f"{path.stem}-{stamp}.db"
    async with aiosqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None) as connection:
        await copy(connection, target)
    target.chmod(0o600)
    _sync_folder(folder)
    return target


def taken_at(backup: Path) -> int:
    """When a backup was made, from its name. Raises `DatabaseUnusable` for a name that isn't a backup's."""
    try:
        stamp = backup.stem.split("-", 1)[1]
        return int(datetime.strptime(stamp, STAMP).replace(tzinfo=UTC).timestamp())
    except (IndexError, ValueError):
        raise DatabaseUnusable(
            f"{backup.name}: a backup is named <guild id>-<time>.db, such as 123-20270131T040000Z.db"
        ) from None


def restore(backup: Path, data_dir: Path) -> Restored:
    """Put a backup in place of its association's file, which is kept aside. The bot must be stopped (the caller holds
    the lock).

    Raises `DatabaseUnusable` when the backup is damaged, newer than this code, or badly named; nothing has changed
    then.
    """
    since = taken_at(backup)
    guild_id = int(backup.stem.split("-", 1)[0])
    target = data_dir / f"{guild_id}.db"
    candidate = target.with_suffix(".restoring")
    shutil.copyfile(backup, candidate)
    try:
        erased = _check_and_replay(candidate, guild_id, since, Ledger(data_dir))
    except BaseException:
        candidate.unlink(missing_ok=True)
        raise
    aside = _put_aside(target)
    candidate.replace(target)
    _sync_folder(data_dir)
    return Restored(target, aside, erased)


def _check_and_replay(path: Path, guild_id: int, since: int, ledger: Ledger) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        (problem,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if problem != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DatabaseUnusable(f"this backup is damaged ({problem}); try an older one")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if not 0 < version <= scripts()[-1][0]:
            raise DatabaseUnusable(f"this backup has schema {version}; this code knows up to {scripts()[-1][0]}")
        connection.execute("PRAGMA foreign_keys = ON")
        members = [row[0] for row in connection.execute("SELECT id FROM members")]
        gone = ledger.erased_since(guild_id, members, since)
        connection.executemany("DELETE FROM members WHERE id = ?", [(member,) for member in gone])
        if gone:
            connection.execute("INSERT INTO search (search) VALUES ('optimize')")
            connection.execute("VACUUM")
    except sqlite3.DatabaseError as error:
        raise DatabaseUnusable(f"{path.name} is not a usable backup: {error}") from error
    finally:
        connection.close()
    return len(gone)


def _put_aside(target: Path) -> Path | None:
    if not target.exists():
        return None
    aside = target.with_name(f"{target.stem}.before-restore")
    with sqlite3.connect(target) as connection:  # take the write-ahead log in before the file is moved
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    target.replace(aside)
    for side in ("-wal", "-shm"):
        target.with_name(target.name + side).unlink(missing_ok=True)
    return aside


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
