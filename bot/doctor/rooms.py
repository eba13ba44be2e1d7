"""What the features find amiss in each association's file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bot.app import FEATURES
from bot.doctor.files import association_files, read_only
from bot.doctor.finding import Finding, Level
from bot.storage.checkups import declared


def know_features() -> None:
    """Import every feature, and its `checkup` where it has one: what it declares is known then."""
    for feature in FEATURES:
        import_module(feature)
        if find_spec(f"{feature}.checkup"):
            import_module(f"{feature}.checkup")


def checkups(folder: Path, now: int) -> list[Finding]:
    """What features say of each file. One that can't be read, or is older than its feature, is told elsewhere."""
    know_features()
    return [finding for path in association_files(folder) for finding in _of(path, now)]


def _of(path: Path, now: int) -> Iterator[Finding]:
    for subject, checkup in declared.items():
        try:
            with closing(read_only(path)) as connection:
                troubles = list(checkup(connection, now))
        except sqlite3.Error:
            continue
        if not troubles:
            yield Finding(Level.OK, subject, f"{path.name}: nothing is amiss.")
        for trouble in troubles:
            yield Finding(Level.WARN, subject, f"{path.name}: {trouble.found}", trouble.todo)
