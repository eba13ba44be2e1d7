"""The files of associations, as somebody looks at them from outside."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def association_files(folder: Path) -> list[Path]:
    """Each association's file."""
    return sorted(path for path in folder.glob("*.db") if path.stem.isdecimal())


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that can't change the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
