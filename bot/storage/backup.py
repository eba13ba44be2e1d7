"""Backups: consistent copies made while the bot runs, restored only after a check, with erasures replayed.

Somebody who was erased must not come back with an old copy. The ledger `DATA_DIR/erasures` holds one line an erasure,
`<time> <keyed hash>`, written and fsynced before the rows go; restoring a copy erases again whoever was erased after
the copy was made. The hash is keyed (`DATA_DIR/erasures.key`), so the ledger names nobody. A line with a second hash
stands for a thing that they left without their name (the view `bequests`): on replay it stays if it is word for word
what it was then. What the copy holds beside it, because they took it out or changed it later, goes with them.
"""

from __future__ import annotations

import errno
import hmac
import os
import re
import secrets
import shutil
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

import aiosqlite

from bot.storage.faults import DatabaseUnusable
from bot.storage.files import STAMP, finish, sync, unfinished
from bot.storage.migrations import copy, scripts

ASIDE = "before-restore"
"""What follows the guild in the name of a file that a backup took the place of."""
_NAME = re.compile(r"(\d{1,20})-(\d{8}T\d{6}Z)(?:-before-\d{4})?", re.ASCII)
RESTORED = "restored"
"""The fact that holds when the copy was made that was put back, until the bot has seen to what was due since."""
_LINE = re.compile(r"(\d+) ([0-9a-f]{64})(?: ([0-9a-f]{64}))?", re.ASCII)
_writing = threading.Lock()
"""The ledger is written in threads: an erasure that comes while old lines are dropped must not be lost with them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What somebody may leave behind without their name: which one it is, and its words."""

    ref: int
    words: str


class Ledger:
    """Who was erased and when, without saying who."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "erasures"
        self._key_path = data_dir / "erasures.key"

    def record(self, guild_id: int, member_id: int, at: int, left: Iterable[Thing] = ()) -> None:
        """Write an erasure down, durably, before it is done; and what they leave behind."""
        erased = f"{at} {self._hash(guild_id, member_id)}"
        entries = [erased, *(f"{erased} {self._thing(guild_id, member_id, thing)}" for thing in left)]
        # the blank line: a line cut short before doesn't spoil this one
        line = "".join(["\n", *(f"{entry}\n" for entry in entries)]).encode()
        with _writing:
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                if os.write(handle, line) != len(line):
                    raise OSError(errno.ENOSPC, "the erasure could not be written down", str(self._path))
                os.fsync(handle)
            finally:
                os.close(handle)
            sync(self._path.parent)

    def shorten(self, before: int) -> int:
        """Drop the erasures before that time, all or none, durably; how many. A line that can't be read stays."""
        with _writing:
            if not self._path.exists():
                return 0
            lines = self._path.read_text("ascii", "surrogateescape").splitlines()
            old = {line for line in lines if (read := _LINE.fullmatch(line)) and int(read[1]) < before}
            if old:
                part = unfinished(self._path)
                kept = "".join(f"{line}\n" for line in lines if line and line not in old)
                part.write_text(kept, "ascii", "surrogateescape")
                finish(part, self._path)
            return sum(" " not in line.partition(" ")[2] for line in old)

    def erased_since(self, guild_id: int, member_ids: list[int], since: int) -> list[int]:
        """Those of `member_ids` who were erased at `since` or later."""
        later = {erased for erased, thing in self._since(since) if thing is None}
        return [member_id for member_id in member_ids if self._hash(guild_id, member_id) in later]

    def left_since(self, guild_id: int, member_id: int, things: Iterable[Thing], since: int) -> list[Thing]:
        """Those of a member's `things` that they left behind, as these are, when they were erased at `since` or
        later."""
        left = {thing for _, thing in self._since(since)}
        return [thing for thing in things if self._thing(guild_id, member_id, thing) in left]

    def _since(self, since: int) -> list[tuple[str, str | None]]:
        """The hashes of each readable line of `since` or later: of the person, and of a thing that they left."""
        if not self._path.exists():
            return []
        lines = [_LINE.fullmatch(line) for line in self._path.read_text(errors="replace").splitlines()]
        return [(line[2], line[3]) for line in lines if line and int(line[1]) >= since]

    def alias(self, guild_id: int, member_id: int) -> str:
        """The keyed hash that stands for a member."""
        return self._hash(guild_id, member_id)

    def _hash(self, guild_id: int, member_id: int) -> str:
        return self._keyed(f"{guild_id}:{member_id}")

    def _thing(self, guild_id: int, member_id: int, thing: Thing) -> str:
        return self._keyed(f"{guild_id}:{member_id}:{thing.ref}:{thing.words}")

    def _keyed(self, text: str) -> str:
        return hmac.digest(self._key(), text.encode(), "sha256").hex()

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
    return target


def taken_at(backup: Path) -> int:
    """When a backup was made, from its name. Raises `DatabaseUnusable` for a name that isn't a backup's."""
    return _named(backup)[1]


def _named(backup: Path) -> tuple[int, int]:
    """The guild and the time that a backup's name says; one made before a migration says so too."""
    name = _NAME.fullmatch(backup.stem)
    with suppress(ValueError):
        if name is not None:
            return int(name[1]), int(datetime.strptime(name[2], STAMP).replace(tzinfo=UTC).timestamp())
    raise DatabaseUnusable(f"{backup.name}: a backup is named <guild id>-<time>.db, such as 123-20270131T040000Z.db")


def restore(backup: Path, data_dir: Path) -> Restored:
    """Put a backup in place of its association's file, which is kept aside. The bot must be stopped (the caller holds
    the lock).

    Raises `DatabaseUnusable` when the backup is damaged, newer than this code, or badly named; nothing has changed
    then.
    """
    guild_id, since = _named(backup)
    target = data_dir / f"{guild_id}.db"
    candidate = target.with_suffix(".restoring")
    try:
        shutil.copyfile(backup, candidate)
        candidate.chmod(0o600)
        erased = _check_and_replay(candidate, guild_id, since, Ledger(data_dir))
    except BaseException:
        candidate.unlink(missing_ok=True)
        raise
    sync(candidate)
    aside = _keep_aside(target)
    candidate.replace(target)  # at no moment is there no file: an empty one would be made in its place
    sync(data_dir)
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
        _leave_behind(connection, ledger, guild_id, gone, since)
        connection.executemany("DELETE FROM members WHERE id = ?", [(member,) for member in gone])
        # what waited when the copy was made may have been sent since: the outbox looks before it posts again
        connection.execute(
            "UPDATE outbox SET attempts = max(attempts, 1), attempt_at = coalesce(attempt_at, ?) WHERE state = 'due'",
            (since,),
        )
        # what was due since may have been done: jobs ask organisers (`bot.schedule.jobs`)
        connection.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (RESTORED, str(since)),
        )
        if gone:
            connection.execute("INSERT INTO search (search) VALUES ('optimize')")
            connection.execute("VACUUM")
    except sqlite3.DatabaseError as error:
        raise DatabaseUnusable(f"this is not a usable backup ({error}); try an older one") from error
    finally:
        connection.close()
    return len(gone)


def _leave_behind(connection: sqlite3.Connection, ledger: Ledger, guild_id: int, gone: list[int], since: int) -> None:
    """What people left without their name is nobody's again; a copy from before that was possible has no way."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = 'bequests'").fetchone():
        for member in gone:
            rows = connection.execute("SELECT ref, words FROM bequests WHERE member_id = ?", (member,)).fetchall()
            left = ledger.left_since(guild_id, member, [Thing(*row) for row in rows], since)
            connection.executemany(
                "INSERT INTO bequests (member_id, ref) VALUES (?, ?)", [(member, thing.ref) for thing in left]
            )


def _keep_aside(target: Path) -> Path | None:
    if not target.exists():
        return None
    aside = _free_name(target.with_name(f"{target.stem}.{ASIDE}"))
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target)) as connection:
        # takes the write-ahead log in; a damaged file, the very reason to restore, goes aside as it is
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    aside.hardlink_to(target)
    aside.touch()  # it was put aside now, whenever it was written last: from then its days are counted
    for side in ("-wal", "-shm"):
        beside = target.with_name(target.name + side)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + side))
    return aside


def _free_name(wanted: Path) -> Path:
    """`wanted`, or the same with a number: restoring twice must not lose the file from before the first time."""
    names = chain((wanted,), (wanted.with_name(f"{wanted.name}-{number}") for number in count(2)))
    return next(name for name in names if not name.exists())
