"""Which backups stay: the last days closely, the weeks before them loosely. Older ones go, and with them the part of
the erasures' ledger that only they needed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from bot.schedule.clock import DAY
from bot.storage.backup import ASIDE, Ledger, taken_at
from bot.storage.faults import DatabaseUnusable
from bot.storage.files import sync

DAYS: Final = 7
WEEKS: Final = 4
BEFORE_MIGRATION: Final = 30 * DAY
"""How long a copy made before a migration stays at least, in seconds."""
PUT_ASIDE: Final = 30 * DAY
"""How long the file stays that a backup took the place of, in seconds."""
REMEMBERED: Final = 60 * DAY
"""How long an erasure stays in the ledger at least: copies may have been taken to another machine."""


def to_keep(times: Iterable[int]) -> set[int]:
    """Of copies made at these times, those that stay: the newest of each of the 7 newest days that have one, and of
    what is older, the newest of each of the 4 newest ISO weeks that have one. Days are UTC's.

    Of daily copies 11 stay, the oldest three to four weeks old; days and weeks without a copy make others stay longer.
    """
    days = {_day(at): at for at in sorted(times)}
    newest = sorted(days.values(), reverse=True)
    weeks: dict[tuple[int, int], int] = {}
    for at in newest[DAYS:]:
        weeks.setdefault(_day(at).isocalendar()[:2], at)
    return {*newest[:DAYS], *list(weeks.values())[:WEEKS]}


def _day(at: int) -> date:
    return datetime.fromtimestamp(at, UTC).date()


def rotate(folder: Path, guild_id: int) -> list[Path]:
    """Delete the backups of an association that need not stay; which ones. It waits for the disk: call it in a thread.

    A copy made before a migration counts as a copy of its time, and stays in any case until the newest copy is 30 days
    younger. A copy that was never finished goes a day later. A file with any other name is left alone.
    """
    copies = backups(folder, guild_id)
    newest = max(copies.values(), default=0)
    kept = to_keep(copies.values())
    gone = [path for path, at in copies.items() if at not in kept and not _young_migration(path, newest - at)]
    unfinished = _times(folder.glob(f"{guild_id}-*.part"))
    gone += [path for path, at in unfinished.items() if newest - at > DAY]
    for path in gone:
        path.unlink(missing_ok=True)
    if gone:
        sync(folder)
    return gone


def asides(data_dir: Path) -> dict[Path, int]:
    """The files that backups took the place of, with what SQLite kept beside them, and when each was put aside."""
    return {path: int(path.stat().st_mtime) for path in sorted(data_dir.glob(f"*.{ASIDE}*"))}


def forget_asides(data_dir: Path, now: int) -> list[Path]:
    """Delete the files that were put aside for long enough, of whichever association; which ones. What people erased
    since is still in them. It waits for the disk: call it in a thread."""
    gone = [path for path, at in asides(data_dir).items() if now - at > PUT_ASIDE]
    for path in gone:
        path.unlink(missing_ok=True)
    if gone:
        sync(data_dir)
    return gone


def _young_migration(copy: Path, age: int) -> bool:
    return "-before-" in copy.stem and age < BEFORE_MIGRATION


def backups(folder: Path, guild_id: int | None = None) -> dict[Path, int]:
    """The backups of one association, or of all, with the time when each was made."""
    return _times(sorted(folder.glob("*.db" if guild_id is None else f"{guild_id}-*.db")))


def _times(paths: Iterable[Path]) -> dict[Path, int]:
    """Those whose names are backups' names, with the time that each says."""
    found = {}
    for path in paths:
        with suppress(DatabaseUnusable):
            found[path] = taken_at(path)
    return found


def newest_backup(folder: Path, guild_id: int) -> int | None:
    """When the newest backup of an association was made; None without any. It waits for the disk."""
    return max(backups(folder, guild_id).values(), default=None)


def oldest_backup(folder: Path) -> int | None:
    """When the oldest backup was made, of whichever association; None without any."""
    return min(backups(folder).values(), default=None)


def shorten_ledger(data_dir: Path, now: int) -> int:
    """Drop from the erasures' ledger what no backup needs any more; how many. An erasure stays as long as there is a
    backup that is older than it, and 60 days at least. It waits for the disk: call it in a thread."""
    oldest = oldest_backup(data_dir / "backups")
    before = now - REMEMBERED
    return Ledger(data_dir).shorten(before if oldest is None else min(before, oldest))
