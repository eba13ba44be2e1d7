"""The two connections of a file that is awake, opened and closed together."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite

T = TypeVar("T")

BUSY: Final = 15.0
"""Seconds that a statement waits while another process writes to the file; then it fails with SQLITE_BUSY."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


@dataclass(frozen=True, slots=True)
class Pair:
    """One that writes, one that only reads."""

    writer: aiosqlite.Connection
    reader: aiosqlite.Connection

    @classmethod
    async def open(
        cls, path: Path, prepare: Callable[[aiosqlite.Connection, Path], Awaitable[None]] | None = None
    ) -> Pair:
        """Open a file. One that is opened for the first time is created when missing, and `prepare` gets the writer.

        One that rested is never created: an empty file in its place would say that nobody ever wrote anything.
        """
        opened: list[aiosqlite.Connection] = []
        try:
            writer = await _connect(path, opened, "rwc" if prepare else "rw")
            if prepare is not None:
                await prepare(writer, path)
            return cls(writer, await _connect(path, opened, "ro"))
        except BaseException:
            await unbroken(_close(opened))
            raise

    async def close(self) -> None:
        """Close both, whatever happens; the writer last, which takes the write-ahead log in."""
        await unbroken(_close([self.writer, self.reader]))


async def _connect(path: Path, opened: list[aiosqlite.Connection], mode: str) -> aiosqlite.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    raw = await aiosqlite.connect(uri, uri=True, isolation_level=None, timeout=BUSY)
    opened.append(raw)
    raw.row_factory = sqlite3.Row
    for pragma in _PRAGMAS[1:] if mode == "ro" else _PRAGMAS:
        await raw.execute_fetchall(f"PRAGMA {pragma}")  # fetched: an unread row would keep the next COMMIT from ending
    return raw


async def _close(connections: list[aiosqlite.Connection]) -> None:
    if connections:
        try:
            await connections.pop().close()
        finally:
            await _close(connections)


async def unbroken(work: Coroutine[Any, Any, T] | Any) -> T:
    """Finish `work` even when the caller is cancelled meanwhile, once or more, then let the cancellation go on."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        task.exception()  # seen: the cancellation says more
        raise cancelled
    return task.result()  # type: ignore[no-any-return]
