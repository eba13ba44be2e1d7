"""Panels: each feature's channel has one message with its two or three main acts. They are checked hourly and put back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.delivery.discord_calls import Calls, Undecided, Undeliverable
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.schedule.clock import HOUR
from bot.schedule.jobs import Job, JobKind, Jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import Preference
from bot.words.i18n import Words
from bot.words.text import THREAD_NAME, truncate

KIND: Final = "kernel:panel"
CHECK: Final = "kernel:check-panels"


@dataclass(frozen=True, slots=True)
class Panel:
    """A feature's panel: the preference that says where, what it shows, and its title where it is a forum post."""

    name: str
    channel: Preference[int | None]
    build: Callable[[Words], discord.ui.LayoutView]
    title: str


class Panels:
    """Puts panels in place and keeps them there."""

    def __init__(self, client: discord.Client, calls: Calls, outbox: Outbox, jobs: Jobs) -> None:
        self._client = client
        self._calls = calls
        self._outbox = outbox
        self._panels: dict[str, Panel] = {}
        outbox.register(Kind(KIND, render=self._render, sent=self._sent))
        jobs.register(JobKind(CHECK, self._put_back, gather=self._missing, every=HOUR))

    def register(self, panel: Panel) -> None:
        """Make a panel known."""
        self._panels[panel.name] = panel

    async def open(self, db: Connection) -> None:
        """Organisers saw what will be posted and said yes."""
        await db.run("INSERT INTO meta (name, value) VALUES ('open', '1') ON CONFLICT DO NOTHING")

    async def wait_to_open(self, db: Connection) -> None:
        """A channel changed: nothing is posted or moved until organisers say yes again."""
        await db.run("DELETE FROM meta WHERE name = 'open'")

    async def refresh(self, association: Association, db: Connection) -> None:
        """Edit the panels that stand, where their words changed (language, voice, a new version)."""
        for panel in self._panels.values():
            await self._edit(association, db, panel)

    async def place(self, association: Association, db: Connection) -> None:
        """Post the panels whose channel is chosen and that don't stand there yet; edit those whose words changed."""
        if not await db.value("SELECT value FROM meta WHERE name = 'open'"):
            return
        for panel in self._panels.values():
            channel_id = association.preferences[panel.channel]
            if channel_id is not None:
                await self._place(association, db, panel, channel_id)

    async def _place(self, association: Association, db: Connection, panel: Panel, channel_id: int) -> None:
        standing = await self._edit(association, db, panel)
        if standing is not None and self._parent(standing["channel_id"]) == channel_id:
            return
        if await self._waiting(db, panel.name, channel_id):
            return
        if standing is not None:
            await self._outbox.put(
                db, KIND, Operation.DELETE, channel_id=standing["channel_id"], message_id=standing["message_id"]
            )
            await db.run("DELETE FROM panels WHERE name = :name", name=panel.name)
        forum = isinstance(self._client.get_channel(channel_id), discord.ForumChannel)
        posted = await self._outbox.put(
            db,
            KIND,
            Operation.FORUM_POST if forum else Operation.POST,
            channel_id=channel_id,
            reference={"name": panel.name},
        )
        if not forum:
            await self._outbox.put(db, KIND, Operation.PIN, after=posted)

    async def _edit(self, association: Association, db: Connection, panel: Panel) -> sqlite3.Row | None:
        """Edit a standing panel whose words changed; where it stands."""
        standing = await db.row("SELECT channel_id, message_id, digest FROM panels WHERE name = :name", name=panel.name)
        if standing is not None and standing["digest"] != digest_of(panel.build(association.words)):
            await self._outbox.put(
                db,
                KIND,
                Operation.EDIT,
                channel_id=standing["channel_id"],
                message_id=standing["message_id"],
                reference={"name": panel.name},
            )
        return standing

    def _parent(self, channel_id: int) -> int:
        """The channel itself, or the forum of a post; a post that is gone counts for itself."""
        channel = self._client.get_channel(channel_id)
        return channel.parent_id if isinstance(channel, discord.Thread) else channel_id

    async def _waiting(self, db: Connection, name: str, channel_id: int) -> bool:
        rows = await db.rows(
            "SELECT reference FROM outbox WHERE kind = :kind AND state IN ('due', 'sending') AND channel_id = :channel"
            " AND operation IN ('post', 'forum-post')",
            kind=KIND,
            channel=channel_id,
        )
        return any(json.loads(row["reference"]).get("name") == name for row in rows)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation in {Operation.DELETE, Operation.PIN}:
            return Rendered()
        panel = self._panels.get(row.reference["name"])
        if panel is None:
            return None
        words = association.words
        return Rendered(panel.build(words), title=truncate(words.plain(panel.title), THREAD_NAME))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.operation in {Operation.DELETE, Operation.PIN}:
            return
        panel = self._panels[row.reference["name"]]
        await db.run(
            """
            INSERT INTO panels (name, channel_id, message_id, digest) VALUES (:name, :channel, :message, :digest)
            ON CONFLICT (name) DO UPDATE SET channel_id = :channel, message_id = :message, digest = :digest
            """,
            name=panel.name,
            channel=sent.channel_id,
            message=sent.message_id,
            digest=digest_of(panel.build(association.words)),
        )

    async def _missing(self, association: Association, job: Job) -> list[str]:  # noqa: ARG002 (the shape of a Gather)
        missing = []
        for row in await association.read().rows("SELECT name, channel_id, message_id FROM panels"):
            try:
                if not await self._calls.exists(row["channel_id"], row["message_id"]):
                    missing.append(row["name"])
            except (Undeliverable, Undecided):
                continue
        return missing

    async def _put_back(self, association: Association, db: Connection, job: Job, missing: Any) -> None:  # noqa: ARG002
        for name in missing:
            await db.run("DELETE FROM panels WHERE name = :name", name=name)
        await self.place(association, db)


def digest_of(view: discord.ui.LayoutView) -> str:
    """A short fingerprint of what a card shows."""
    return hashlib.sha256(json.dumps(view.to_components(), sort_keys=True).encode()).hexdigest()[:16]
