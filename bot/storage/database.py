"""A SQLite file: connections, pragmas, transactions, rest.

Answered means kept: WAL with synchronous=FULL, COMMIT and ROLLBACK that no cancellation can cut. Writes go through one
connection, one transaction at a time (BEGIN IMMEDIATE under a lock, so a read that is followed by a write never meets
SQLITE_BUSY_SNAPSHOT). While a transaction is open no call may leave the process: whoever talks to Discord or to a
worker calls `refuse_calls_outside` first.

An open connection costs a thread, so a file that nobody uses may rest: both its connections close, and the next
statement opens them again.
"""

from __future__ import annotations

import asyncio
import contextvars
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import aiosqlite

from bot.storage import faults
from bot.storage.connections import Pair, unbroken
from bot.storage.faults import DatabaseUnusable
from bot.storage.migrations import migrate

Value = str | int | float | bytes | None


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
    """A connection as stores see it: statements with bound values, rows fetched whole. What is behind it is borrowed
    for each statement."""

    __slots__ = ("_lend",)

    def __init__(self, lend: Callable[[], AbstractAsyncContextManager[aiosqlite.Connection]]) -> None:
        self._lend = lend

    async def rows(self, sql: str, /, **values: Value) -> list[sqlite3.Row]:
        """All rows of a query."""
        async with self._lend() as raw:
            return list(await raw.execute_fetchall(sql, values))

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
        async with self._lend() as raw:
            return (await raw.execute(sql, values)).rowcount

    async def insert(self, sql: str, /, **values: Value) -> int:
        """Run an INSERT; the new row's id."""
        async with self._lend() as raw:
            row = await raw.execute_insert(sql, values)
        assert row is not None
        return int(row[0])


class Database:
    """A file in use, awake or at rest: one writer, one reader. `transaction()` writes, `read()` looks.
    `commits` counts the transactions that were kept."""

    def __init__(self, path: Path, pair: Pair) -> None:
        self.path = path
        self.commits = 0
        self._pair: Pair | None = pair
        self._closed = False
        self._lock = asyncio.Lock()  # who writes; taken before the door, never after it
        self._door = asyncio.Lock()  # who opens or closes the connections
        self._reads = 0
        self._reader = Connection(self._lend_reader)

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open, check and migrate the file, creating it when missing. Raises `DatabaseUnusable`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return cls(path, await Pair.open(path, _prepare))
        except sqlite3.DatabaseError as error:
            raise DatabaseUnusable(f"{path.name}: {error}") from error

    def read(self) -> Connection:
        """The read-only connection: each query is a snapshot of its own; queries that must agree use
        `transaction()`."""
        return self._reader

    @asynccontextmanager
    async def _lend_reader(self) -> AsyncIterator[aiosqlite.Connection]:
        self._reads += 1
        try:
            yield (await self._awake()).reader
        finally:
            self._reads -= 1

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A transaction that is durable when the block ends, and leaves nothing behind when it raises."""
        if _inside():
            raise RuntimeError("transactions do not nest: pass the connection on")
        async with self._lock:
            writer = (await self._awake()).writer
            mark = _Open()
            before = _open_transaction.set(mark)
            try:
                await unbroken(writer.execute("BEGIN IMMEDIATE"))
                yield Connection(lambda: nullcontext(writer))
                await unbroken(self._commit(writer))
            except BaseException:
                await unbroken(_roll_back(writer))
                raise
            finally:
                mark.over = True
                _open_transaction.reset(before)

    async def _commit(self, writer: aiosqlite.Connection) -> None:
        await writer.execute("COMMIT")
        self.commits += 1

    async def maintain(self, *statements: str) -> list[sqlite3.Row]:
        """Run statements that can't be part of a transaction (VACUUM, checkpoints), with the writer to themselves;
        what the last one said."""
        if _inside():
            raise RuntimeError("maintenance waits for the transaction to end")
        said: list[sqlite3.Row] = []
        async with self._lock:
            writer = (await self._awake()).writer
            for statement in statements:
                said = list(await unbroken(writer.execute_fetchall(statement)))
        return said

    async def check(self, *, thorough: bool) -> str | None:
        """Look the whole file over, while others write: None when all is well, else what is wrong with it. `thorough`
        compares indexes with their tables too, and takes several times as long."""
        try:
            said = await self._reader.value(f"PRAGMA {'integrity_check' if thorough else 'quick_check'}(1)")
        except sqlite3.DatabaseError as error:
            if faults.code(error) not in faults.UNREADABLE:
                raise
            return str(error)
        return None if said == "ok" else str(said)

    async def rest(self) -> bool:
        """Close both connections until somebody asks again; False when somebody does now, or when it rests already."""
        async with self._door:
            pair = self._pair
            if pair is None or self._reads or self._lock.locked():
                return False
            self._pair = None  # from here on whoever asks waits at the door
            await pair.close()
        return True

    async def _awake(self) -> Pair:
        pair = self._pair
        if pair is not None:
            return pair
        async with self._door:
            pair = self._pair  # who waited at the door finds it open
            return pair if pair is not None else await unbroken(self._wake())

    async def _wake(self) -> Pair:
        """Open what was open before: the file was checked and migrated then."""
        if self._closed:
            raise sqlite3.ProgrammingError(f"{self.path.name} is closed")
        self._pair = pair = await Pair.open(self.path)
        return pair

    async def close(self) -> None:
        """Wait for the transaction in flight, then close for good."""
        async with self._lock, self._door:
            self._closed = True
            pair, self._pair = self._pair, None
            if pair is not None:
                await pair.close()


async def _roll_back(writer: aiosqlite.Connection) -> None:
    if not writer.in_transaction:
        return
    try:
        await writer.execute("ROLLBACK")
    except sqlite3.OperationalError:  # a full disk may have rolled back by itself meanwhile
        if writer.in_transaction:
            raise


async def _prepare(writer: aiosqlite.Connection, path: Path) -> None:
    (row,) = await writer.execute_fetchall("PRAGMA quick_check(1)")
    if row[0] != "ok":
        raise DatabaseUnusable(f"{path.name} is damaged: {row[0]}")
    await migrate(writer, path)
