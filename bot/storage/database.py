"""A SQLite file: connections, pragmas, transactions, migrations.

Answered means kept: WAL with synchronous=FULL, COMMIT and ROLLBACK that no cancellation can cut. Writes go through one
connection, one transaction at a time (BEGIN IMMEDIATE under a lock, so a read that is followed by a write never meets
SQLITE_BUSY_SNAPSHOT). While a transaction is open no call may leave the process: whoever talks to Discord or to a
worker calls `refuse_calls_outside` first.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
import os
import sqlite3
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from bot.logs import fields
from bot.settings import CODE_DATA

log = logging.getLogger(__name__)
T = TypeVar("T")
Value = str | int | float | bytes | None

MIGRATIONS = CODE_DATA / "migrations"
STAMP = "%Y%m%dT%H%M%SZ"
"""How a copy's name says when it was made."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=5000")


class DatabaseUnusable(Exception):  # noqa: N818 (a state of the file, told to whoever runs the bot)
    """The file is damaged, or newer than this code."""


class CallInsideTransaction(RuntimeError):  # noqa: N818
    """A call to Discord or a worker was tried while a transaction was open: it would hold the lock for seconds."""


def refuse_calls_outside() -> None:
    """Raise `CallInsideTransaction` when the running task has a transaction open."""
    if _inside():
        raise CallInsideTransaction("no call outside while a transaction is open")


class _Open:
    """The mark of an open transaction. A task started inside inherits it, so the mark itself says when it is over."""

    __slots__ = ("over",)

    def __init__(self) -> None:
        self.over = False


_open_transaction: contextvars.ContextVar[_Open | None] = contextvars.ContextVar("open_transaction", default=None)


def _inside() -> bool:
    mark = _open_transaction.get()
    return mark is not None and not mark.over


class Connection:
    """A connection as stores see it: statements with bound values, rows fetched whole."""

    __slots__ = ("_raw",)

    def __init__(self, raw: aiosqlite.Connection) -> None:
        self._raw = raw

    async def rows(self, sql: str, /, **values: Value) -> list[sqlite3.Row]:
        """All rows of a query."""
        return list(await self._raw.execute_fetchall(sql, values))

    async def row(self, sql: str, /, **values: Value) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        found = await self.rows(sql, **values)
        return found[0] if found else None

    async def value(self, sql: str, /, **values: Value) -> Any:
        """The first column of the first row, or None."""
        found = await self.row(sql, **values)
        return None if found is None else found[0]

    async def run(self, sql: str, /, **values: Value) -> int:
        """Run a statement; the number of rows it changed."""
        cursor = await self._raw.execute(sql, values)
        return cursor.rowcount

    async def insert(self, sql: str, /, **values: Value) -> int:
        """Run an INSERT; the new row's id."""
        row = await self._raw.execute_insert(sql, values)
        assert row is not None
        return int(row[0])


class Database:
    """An open file: one writer, one reader. `transaction()` writes, `read()` looks."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = Connection(reader)
        self._raw_reader = reader
        self._lock = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open, check and migrate the file, creating it when missing. Raises `DatabaseUnusable`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        opened: list[aiosqlite.Connection] = []
        try:
            writer = await _connect(path, opened)
            await _check(writer, path)
            await migrate(writer, path)
            reader = await _connect(path, opened, read_only=True)
        except sqlite3.DatabaseError as error:
            await _close_all(opened)
            raise DatabaseUnusable(f"{path.name}: {error}") from error
        except BaseException:
            await _close_all(opened)
            raise
        return cls(path, writer, reader)

    def read(self) -> Connection:
        """The read-only connection: each query is a snapshot of its own; queries that must agree use
        `transaction()`."""
        return self._reader

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A transaction that is durable when the block ends, and leaves nothing behind when it raises."""
        if _inside():
            raise RuntimeError("transactions do not nest: pass the connection on")
        async with self._lock:
            mark = _Open()
            before = _open_transaction.set(mark)
            try:
                await _unbroken(self._writer.execute("BEGIN IMMEDIATE"))
                yield Connection(self._writer)
                await _unbroken(self._writer.execute("COMMIT"))
            except BaseException:
                await _unbroken(self._roll_back())
                raise
            finally:
                mark.over = True
                _open_transaction.reset(before)

    async def _roll_back(self) -> None:
        if not self._writer.in_transaction:
            return
        try:
            await self._writer.execute("ROLLBACK")
        except sqlite3.OperationalError:  # a full disk may have rolled back by itself meanwhile
            if self._writer.in_transaction:
                raise

    async def maintain(self, *statements: str) -> list[sqlite3.Row]:
        """Run statements that can't be part of a transaction (VACUUM, checkpoints), with the writer to themselves;
        what the last one said."""
        if _inside():
            raise RuntimeError("maintenance waits for the transaction to end")
        said: list[sqlite3.Row] = []
        async with self._lock:
            for statement in statements:
                said = list(await _unbroken(self._writer.execute_fetchall(statement)))
        return said

    async def close(self) -> None:
        """Wait for the transaction in flight, then close."""
        async with self._lock:
            await _close_all([self._raw_reader, self._writer])


async def _connect(path: Path, opened: list[aiosqlite.Connection], *, read_only: bool = False) -> aiosqlite.Connection:
    mode = "ro" if read_only else "rwc"
    connection = aiosqlite.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    raw = await connection
    opened.append(raw)
    raw.row_factory = sqlite3.Row
    for pragma in _PRAGMAS[1:] if read_only else _PRAGMAS:
        await raw.execute_fetchall(f"PRAGMA {pragma}")  # fetched: an unread row would keep the next COMMIT from ending
    return raw


async def _close_all(connections: list[aiosqlite.Connection]) -> None:
    for connection in connections:
        await _unbroken(connection.close())


async def _unbroken(work: Coroutine[Any, Any, T] | Any) -> T:
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


async def _check(writer: aiosqlite.Connection, path: Path) -> None:
    (row,) = await writer.execute_fetchall("PRAGMA quick_check(1)")
    if row[0] != "ok":
        raise DatabaseUnusable(f"{path.name} is damaged: {row[0]}")


def scripts() -> list[tuple[int, Path]]:
    """The migrations that come with the code, in order: number and file."""
    return [(int(path.name[:4]), path) for path in sorted(MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))]


def statements(script: str) -> list[str]:
    """The statements of a script; a trigger's inner semicolons don't end it."""
    found: list[str] = []
    pending = ""
    for piece in script.rstrip().removesuffix(";").split(";"):
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending:
        raise ValueError(f"a statement never ends: {pending[:60]}")
    return found


async def migrate(writer: aiosqlite.Connection, path: Path) -> None:
    """Bring a file to the newest schema, each migration in one transaction, after a copy of a file that holds data."""
    version = await _version(writer)
    known = scripts()
    newest = known[-1][0]
    if version > newest:
        raise DatabaseUnusable(
            f"{path.name} was written by a newer version (schema {version}, this code knows {newest})"
        )
    if 0 < version < newest:
        stamp = datetime.now(UTC).strftime(STAMP)
        await copy(writer, path.parent / "backups" / f"{path.stem}-{stamp}-before-{newest:04}.db")
    for number, script in known:
        if number <= version:
            continue
        await writer.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements(script.read_text(encoding="utf-8")):
                await writer.execute(statement)
            await writer.execute(f"PRAGMA user_version = {number}")
            await writer.execute("COMMIT")
        except BaseException:
            if writer.in_transaction:
                await writer.execute("ROLLBACK")
            raise
        log.info("migrated", extra=fields(file=path.name, to=number))


async def _version(connection: aiosqlite.Connection) -> int:
    (row,) = await connection.execute_fetchall("PRAGMA user_version")
    return int(row[0])


async def copy(connection: aiosqlite.Connection, target: Path) -> None:
    """Write a consistent copy of the open file to `target`, which appears whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    await connection.execute("VACUUM INTO ?", (str(unfinished),))
    unfinished.chmod(0o600)
    sync(unfinished)
    unfinished.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
