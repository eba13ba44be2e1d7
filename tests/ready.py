"""What is the same for all tests of a run, and made once: the content files as they are read, and an empty file with
its tables. Each story would else spend half of its start on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiosqlite
from fluent.runtime import FluentResource

from bot.people.catalogue import Catalogue
from bot.storage import database, migrations
from bot.storage.migrations import migrate, scripts
from bot.storage.search import Synonyms
from bot.words import i18n
from cogs.deadlines import book
from cogs.deadlines.reading import read
from cogs.prompts import bank

_empty: list[sqlite3.Connection] = []
"""The file of an association that knows nobody, in memory, once there is one."""


def once(read: Callable[..., Any]) -> Callable[..., Any]:
    """A reader of files, once for each state of its files."""
    known: dict[Any, Any] = {}

    def remembered(*said: Any) -> Any:
        key = tuple((one, one.stat().st_mtime_ns) if isinstance(one, Path) else one for one in said)
        if key not in known:
            known[key] = read(*said)
        return known[key]

    return remembered


@contextmanager
def a_message(key: str, **said: str) -> Iterator[None]:
    """A message that exists for a while only, by language. To read all wording anew afterwards would take a second."""
    bundles = {language: i18n._bundle(language) for language in said}
    for language, bundle in bundles.items():
        bundle.add_resource(FluentResource(f"{key} = {said[language]}"))
    yield
    for bundle in bundles.values():
        bundle._messages.pop(key)
        bundle._compiled.pop(key, None)


async def migrate_or_copy(writer: aiosqlite.Connection, path: Path) -> None:
    """Migrate a file; one that is new, by the scripts as they are, becomes a copy of the first of its kind."""
    (row,) = await writer.execute_fetchall("PRAGMA user_version")
    usual = row[0] == 0 and migrations.scripts is scripts
    if usual and _empty:
        await writer._execute(_empty[0].backup, writer._conn)  # type: ignore[no-untyped-call]
        return
    await migrate(writer, path)
    if usual:
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        await writer.backup(copy)
        _empty.append(copy)


def prepare() -> None:
    """Have all of it made once from now on."""
    Catalogue.load = once(Catalogue.load)  # type: ignore[method-assign]
    Synonyms.load = once(Synonyms.load)  # type: ignore[method-assign]
    vars(book)["read"] = once(read)
    bank.load = once(bank.load)
    vars(database)["migrate"] = migrate_or_copy
