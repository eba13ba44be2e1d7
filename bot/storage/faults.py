"""What can be wrong with a file or with the disk under it, and the sentence that people get then."""

from __future__ import annotations

import errno
import sqlite3
from typing import Final

from bot.errors import Refusal

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
UNREADABLE: Final = DAMAGED | {sqlite3.SQLITE_IOERR}


class DatabaseUnusable(Exception):  # noqa: N818 (a state of the file, told to whoever runs the bot)
    """The file is damaged, or newer than this code."""


def code(error: BaseException) -> int:
    """SQLite's primary result code of an error; 0 when SQLite didn't raise it."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def refusal(error: BaseException) -> Refusal | None:
    """What to tell somebody whose act failed because of the file or the disk; None for any other error."""
    if code(error) == sqlite3.SQLITE_BUSY:
        return Refusal("kernel-busy")
    if code(error) == sqlite3.SQLITE_FULL or (isinstance(error, OSError) and error.errno in FULL):
        return Refusal("kernel-disk-full")
    return Refusal("kernel-association-unusable") if code(error) in DAMAGED else None
