"""Panels: each feature's channel has one message with its two or three main acts. They are checked hourly and put
back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.delivery import waiting
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.schedule.clock import HOUR
from bot.schedule.jobs import Job, JobKind, Jobs
from bot.storage import features, meta, panels
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import Preference
from bot.ui.cards import without_acts
from bot.words.text import THREAD_NAME, truncate

KIND: Final = "kernel:panel"
CHECK: Final = "kernel:check-panels"
OPEN: Final = "open"
"""The fact that organisers saw what will be posted and said yes."""
_MOVED: Final = "moved-"
"""What begins the facts that a channel changed since; the name of its preference follows."""

Moved = Sequence[Preference[int | None]]
"""The channels that changed since organisers said yes."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A feature's panel, by the feature's name: the preference that says where, what it shows, and its title where it
    is a forum post. It stands while the feature is on. `waiting`: what it shows instead while channels that changed
    wait for organisers' yes."""

    name: str
    channel: Preference[int | None]
    build: Callable[[Association], discord.ui.LayoutView]
    title: str
    waiting: Callable[[Association, Moved], discord.ui.LayoutView] | None = None


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
        await meta.note_once(db, OPEN)
        for panel in self._panels.values():
            await meta.drop(db, f"{_MOVED}{panel.channel.name}")

    async def is_open(self, db: Connection, channel: Preference[int | None] | None = None) -> bool:
        """Whether organisers said yes; with `channel`, and that one did not change since."""
        if await meta.get(db, OPEN) is None:
            return False
        return channel is None or await meta.get(db, f"{_MOVED}{channel.name}") is None

    async def wait_to_open(self, db: Connection, channel: Preference[Any], chosen: int | None) -> None:
        """A channel changed: nothing is posted there, and its panel stays where it is, until organisers say yes again;
        all the rest goes on. Where the panel stands already, there is nothing to wait for."""
        for panel in self._panels.values():
            if panel.channel != channel:
                continue
            standing = await panels.get(db, panel.name)
            if chosen is None or (standing is not None and standing.parent_id == chosen):
                await meta.drop(db, f"{_MOVED}{channel.name}")
            else:
                await meta.note_once(db, f"{_MOVED}{channel.name}")

    async def moved(self, db: Connection) -> Moved:
        """The channels that wait for organisers' yes since they changed, of features that are on; none before all was
        published a first time."""
        if not await self.is_open(db):
            return []
        off = await features.off(db)
        known = [panel.channel for panel in self._panels.values() if panel.name not in off]
        moved = await meta.beginning(db, _MOVED)
        return [channel for channel in known if channel.name in moved]

    async def refresh(self, association: Association, db: Connection) -> None:
        """Edit the panels that stand, where their words changed (language, voice, a new version); take away those of
        features that are off."""
        off = await self._clear(db)
        for panel in self._panels.values():
            if panel.name not in off:
                await self._edit(association, db, panel)

    async def place(self, association: Association, db: Connection) -> None:
        """Post the panels whose channel is chosen and that don't stand there yet; edit those whose words changed, take
        away those of features that are off. One whose channel waits for organisers' yes stays where it is."""
        off = await self._clear(db)
        if not await self.is_open(db):
            return
        moved = await meta.beginning(db, _MOVED)
        for panel in self._panels.values():
            channel_id = association.preferences[panel.channel]
            if channel_id is None or panel.name in off:
                continue
            if panel.channel.name not in moved:
                await self._place(association, db, panel, channel_id)
            else:
                await self._edit(association, db, panel)

    async def _clear(self, db: Connection) -> frozenset[str]:
        """Take away the panels of features that are off; which these are."""
        off = await features.off(db)
        for standing in await panels.everywhere(db) if off else ():
            if standing.name in off:
                await self._remove(db, standing)
        return off

    async def _place(self, association: Association, db: Connection, panel: Panel, channel_id: int) -> None:
        standing = await self._edit(association, db, panel)
        if standing is not None and standing.parent_id == channel_id:
            return
        if await waiting.waits(db, KIND, channel_id, {"name": panel.name}):
            return
        if standing is not None:
            await self._remove(db, standing)
        forum = isinstance(self._client.get_channel(channel_id), discord.ForumChannel)
        posted = await self._outbox.put(
            db,
            KIND,
            Operation.FORUM_POST if forum else Operation.POST,
            channel_id=channel_id,
            reference={"name": panel.name},
        )
        await self._outbox.put(db, KIND, Operation.PIN, after=posted)

    async def _edit(self, association: Association, db: Connection, panel: Panel) -> panels.Standing | None:
        """Edit a standing panel whose words changed; where it stands."""
        standing = await panels.get(db, panel.name)
        if standing is not None and standing.digest != digest_of(await self._built(association, db, panel)):
            await self._outbox.put(
                db,
                KIND,
                Operation.EDIT,
                channel_id=standing.channel_id,
                message_id=standing.message_id,
                reference={"name": panel.name},
            )
        return standing

    async def _remove(self, db: Connection, standing: panels.Standing) -> None:
        """Take a panel away from where it stood: its message, or the whole post of a forum."""
        in_post = standing.channel_id != standing.parent_id
        operation = Operation.THREAD_DELETE if in_post else Operation.DELETE
        await self._outbox.put(db, KIND, operation, channel_id=standing.channel_id, message_id=standing.message_id)
        await panels.remove(db, standing.name)

    def moves(self, preference: Preference[Any]) -> bool:
        """Whether a panel stands where this preference says."""
        return any(panel.channel == preference for panel in self._panels.values())

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation in {Operation.DELETE, Operation.THREAD_DELETE, Operation.PIN}:
            return Rendered()
        panel = self._panels.get(row.reference["name"])
        if panel is None or not features.is_on(association, panel.name):
            return None
        words = association.words
        shown = await self._built(association, association.read(), panel)
        return Rendered(shown, title=truncate(words.plain(panel.title), THREAD_NAME))

    async def _built(self, association: Association, db: Connection, panel: Panel) -> discord.ui.LayoutView:
        """What a panel shows, without the acts of features that are off."""
        moved = await self.moved(db) if panel.waiting is not None else ()
        shown = panel.waiting(association, moved) if panel.waiting and moved else panel.build(association)
        return without_acts(shown, lambda act: not features.is_on(association, features.owner(act)))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.operation in {Operation.DELETE, Operation.THREAD_DELETE, Operation.PIN}:
            return
        panel = self._panels[row.reference["name"]]
        before = await panels.get(db, panel.name) if row.operation is Operation.EDIT else None
        parent = before.parent_id if before else row.channel_id
        digest = digest_of(await self._built(association, db, panel))
        await panels.put(db, panels.Standing(panel.name, parent, sent.channel_id, sent.message_id or 0, digest))

    async def _missing(self, association: Association, job: Job) -> list[str]:  # noqa: ARG002 (the shape of a Gather)
        missing = []
        for standing in await panels.everywhere(association.read()):
            try:
                if not await self._calls.exists(standing.channel_id, standing.message_id):
                    missing.append(standing.name)
            except (Undeliverable, Undecided):
                continue
        return missing

    async def _put_back(self, association: Association, db: Connection, job: Job, missing: Any) -> None:  # noqa: ARG002
        for name in missing:
            await panels.remove(db, name)
        await self.place(association, db)


def digest_of(view: discord.ui.LayoutView) -> str:
    """A short fingerprint of what a card shows."""
    return hashlib.sha256(
        json.dumps([item.to_component_dict() for item in view.children], sort_keys=True).encode()
    ).hexdigest()[:16]
