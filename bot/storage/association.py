"""An association: one guild, one file. And the set of those this process serves."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
import secrets
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.errors import Refusal, StartRefused
from bot.logs import fields
from bot.schedule.quiet import QuietHours, public_holidays
from bot.storage import meta
from bot.storage import preferences as prefs
from bot.storage.database import Connection, Database
from bot.storage.faults import DatabaseUnusable
from bot.storage.preferences import Preferences
from bot.storage.search import Index, Synonyms
from bot.words.i18n import Words
from bot.words.text import Safe

log = logging.getLogger(__name__)

Watcher = Callable[["Association"], None]
"""Hears that a transaction was committed; called in the event loop, and must not wait."""


class Association:
    """What the bot keeps for one guild, awake or at rest. `used_at` is the event loop's time of the last use."""

    def __init__(self, guild_id: int, database: Database, synonyms: Synonyms, watchers: Sequence[Watcher] = ()) -> None:
        self.guild_id = guild_id
        self.database = database
        self._time = asyncio.get_running_loop().time
        self.used_at = self._time()
        self._watchers = watchers
        self.preferences = Preferences()
        self.search = Index(synonyms)
        self._changes_expected = False
        self._commands: dict[str, int] = {}

    @classmethod
    async def open(cls, path: Path, guild_id: int, synonyms: Synonyms, watchers: Sequence[Watcher] = ()) -> Association:
        """Open the file, creating it when missing; `watchers` hear of each change. Raises `DatabaseUnusable`."""
        association = cls(guild_id, await Database.open(path), synonyms, watchers)
        try:
            await association.reload()
        except BaseException as error:
            await association.close()
            if isinstance(error, sqlite3.DatabaseError):
                raise DatabaseUnusable(f"{path.name}: {error}") from error
            raise
        return association

    async def reload(self) -> None:
        """Take up what a transaction changed in preferences and commands."""
        self.preferences = await Preferences.load(self.read())
        rows = await self.read().rows("SELECT name, id FROM commands")
        self._commands = {row["name"]: row["id"] for row in rows}

    def read(self) -> Connection:
        """Look without a lock; see `Database.read`."""
        self._use()
        return self.database.read()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Write, all or nothing; see `Database.transaction`."""
        self._use()
        before: int | None = None
        try:
            async with self.database.transaction() as db:
                before = self.database.commits
                yield db
        finally:
            await self._settle(changed=before is not None and self.database.commits > before)

    async def _settle(self, *, changed: bool) -> None:
        """A transaction ended: what is held in memory follows, then whoever watches hears of it."""
        self._use()
        self.search.settle()
        try:
            if self._changes_expected:
                self._changes_expected = False
                await self.reload()
        finally:
            for watcher in self._watchers if changed else ():
                try:
                    watcher(self)
                except Exception:  # the change is kept, whatever becomes of the word about it
                    log.exception("a watcher of changes failed", extra=fields(guild=self.guild_id))

    def _use(self) -> None:
        self.used_at = self._time()

    async def rest(self) -> bool:
        """Close the file until it is asked something again; preferences stay in memory. False when it is being asked
        now, or when it rests already."""
        if not await self.database.rest():
            return False
        self.search.let_go()
        return True

    def expect_changes(self) -> None:
        """Say that this transaction changes preferences: they are read anew when it ends."""
        self._changes_expected = True

    @property
    def name(self) -> str:
        """The association's name, empty until organisers give it."""
        return self.preferences[prefs.NAME]

    @property
    def contact(self) -> str:
        """Where a person writes about their data, empty until organisers give it."""
        return self.preferences[prefs.CONTACT]

    @property
    def words(self) -> Words:
        """The association's own language and voice, for what everybody sees."""
        return self.words_in(None)

    def words_in(self, language: str | None) -> Words:
        """Words for one reader: their language when they chose one, the association's voice."""
        return Words(language or self.preferences[prefs.LANGUAGE], self.preferences[prefs.VOICE])

    @property
    def zone(self) -> ZoneInfo:
        """The association's time zone."""
        return ZoneInfo(self.preferences[prefs.ZONE])

    @property
    def quiet_hours(self) -> QuietHours:
        """When people of this association are left alone."""
        country, part = prefs.HOLIDAYS[self.preferences[prefs.ZONE]]
        start, end = self.preferences[prefs.QUIET_FROM], self.preferences[prefs.QUIET_UNTIL]
        return QuietHours(self.zone, start, end, public_holidays(country, part))

    def command(self, name: str) -> Safe:
        """A clickable mention of a command (`presentation ecrire`), or its plain name before the first sync."""
        root = self._commands.get(name.split(" ")[0])
        return Safe(f"</{name}:{root}>" if root else f"`/{name}`")

    async def leave_bytes(self, db: Connection, now: int) -> None:
        """Note that rows were erased, whose bytes `clean_bytes` overwrites."""
        await meta.put(db, "bytes", f"{now} {secrets.token_hex(4)}")  # two erasures of one second are two notes

    async def clean_bytes(self) -> None:
        """Overwrite what erased rows left in the search index, in free pages and in the write-ahead log."""
        noted = await meta.get(self.read(), "bytes")
        if noted is None:
            return
        (checkpoint,) = await self.database.maintain(
            "INSERT INTO search (search) VALUES ('optimize')", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"
        )
        if checkpoint["busy"]:  # somebody reads (a backup): the next housekeeping finishes
            return
        async with self.transaction() as db:
            await meta.drop(db, "bytes", value=noted)

    async def close(self) -> None:
        """Finish what is in flight and close the file."""
        await self.database.close()


class Associations:
    """The associations of this process, by guild id. A damaged file stops only its own association.

    One that nobody uses rests (`rest_idle`): its file is closed, since an open one costs two threads, and opens again
    when somebody acts there. So that nothing due is missed meanwhile, the heartbeat notes in memory when each has
    something to do next, looks again after each change (`watch`), and asks a resting one nothing before that time.
    """

    def __init__(self, data_dir: Path, synonyms: Synonyms) -> None:
        self.data_dir = data_dir
        self._synonyms = synonyms
        self._opening = asyncio.Lock()
        self._open: dict[int, Association] = {}
        self._watchers: list[Watcher] = []
        self.unusable: dict[int, str] = {}

    async def open_all(self) -> None:
        """Open, migrate and check every file, before the bot connects."""
        for path in sorted(self.data_dir.glob("*.db")):
            if path.stem.isdecimal():
                await self.find(int(path.stem))

    async def of(self, guild_id: int) -> Association:
        """The association of a guild, created when new. Raises `Refusal` when its file can't be used."""
        association = await self.find(guild_id)
        if association is None:
            raise Refusal("kernel-association-unusable")
        return association

    async def find(self, guild_id: int) -> Association | None:
        """The same for events, which nobody waits for: None when the file can't be used."""
        async with self._opening:  # two events of a new guild must not both create its file
            if guild_id not in self._open and guild_id not in self.unusable:
                await self._open_one(guild_id)
        return self._open.get(guild_id)

    async def _open_one(self, guild_id: int) -> None:
        try:
            association = await Association.open(
                self.data_dir / f"{guild_id}.db", guild_id, self._synonyms, self._watchers
            )
        except DatabaseUnusable as error:
            self.unusable[guild_id] = str(error)
            log.error(
                "this association's file can't be used; restore a backup (python -m bot restore)",
                extra=fields(guild=guild_id, reason=str(error)),
            )
        else:
            self._open[guild_id] = association

    def knows(self, guild_id: int) -> bool:
        """Whether the guild's association is open."""
        return guild_id in self._open

    def __iter__(self) -> Iterator[Association]:
        return iter(tuple(self._open.values()))

    def watch(self, watcher: Watcher) -> None:
        """Tell `watcher` after each transaction that was committed, in any association, open already or later."""
        self._watchers.append(watcher)

    async def rest_idle(self, seconds: float) -> int:
        """Let every association rest that was not used for that long; how many went to rest."""
        rested = 0
        for association in self:
            if asyncio.get_running_loop().time() - association.used_at >= seconds:
                rested += await association.rest()
        return rested

    async def close(self) -> None:
        """Close every file."""
        for association in self:
            await association.close()
        self._open.clear()


@asynccontextmanager
async def lock(data_dir: Path) -> AsyncIterator[None]:
    """Hold the data directory: a second process on the same data is refused, a killed one frees it."""
    data_dir.mkdir(parents=True, exist_ok=True)
    handle = os.open(data_dir / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StartRefused(f"{data_dir} is in use by another Comptoir process. Stop it first.") from error
        yield
    finally:
        os.close(handle)
