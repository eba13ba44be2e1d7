"""Files that appear whole or not at all, and outlive a power cut."""

from __future__ import annotations

import os
from pathlib import Path

STAMP = "%Y%m%dT%H%M%SZ"
"""How a copy's name says when it was made."""


def unfinished(target: Path) -> Path:
    """Where a file is written until it is whole; what stood there before is gone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.stem}.part")
    part.unlink(missing_ok=True)
    return part


def finish(part: Path, target: Path) -> None:
    """Put what is written in the place of `target`, durably, for this user alone."""
    part.chmod(0o600)
    sync(part)
    part.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
