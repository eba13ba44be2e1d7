"""The schema, one numbered script after the other, and the copy that is made before it changes."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import aiosqlite

from bot.logs import fields
from bot.settings import CODE_DATA
from bot.storage.faults import DatabaseUnusable
from bot.storage.files import STAMP, finish, unfinished

log = logging.getLogger(__name__)

MIGRATIONS = CODE_DATA / "migrations"


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
    part = await asyncio.to_thread(unfinished, target)
    try:
        await connection.execute("VACUUM INTO ?", (str(part),))
        await asyncio.to_thread(finish, part, target)  # it waits for the disk, and the event loop must not
    except BaseException:
        part.unlink(missing_ok=True)  # half a copy on a full disk would keep it full
        raise
