"""Messages to send, exactly once. Nothing a job decides, and no public post that an act causes, is sent directly.

Why nothing is lost: a row is written in the transaction that decided it, and stays until Discord's answer is recorded.
Why nothing comes twice: the row's random token is the nonce of each attempt, which Discord dedups per author for some
minutes; after that window, and for forum posts, which have no nonce, a repeated attempt first looks for our own
message that carries the token as its container's component id. A thread under a message can exist only once. Edits and
deletions may be repeated. The honest bound: a twin is possible only when the channel's history can't be read *and* the
window has passed.

Rows hold ids, never text: features register a `Kind` whose `render` is called at send, so what appears is what is true
then. Order holds per channel. A deleted channel, a deleted message or a lost permission is an outcome that the feature
decides on.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import discord

from bot.delivery import rows
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable
from bot.delivery.rows import RETRIED_HOURLY, Operation, Row, Sent
from bot.logs import fields
from bot.schedule.clock import HOUR, MINUTE, Clock
from bot.schedule.jobs import Report
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection

__all__ = ["Kind", "Operation", "Outbox", "Rendered", "Row", "Sent"]

log = logging.getLogger(__name__)

PAUSES: Final = (5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR)
"""Pauses between attempts that Discord did not answer, in seconds; after the last one the row is parked."""
REPORT: Final = "kernel:report"
"""The kind of the lines to organisers (`bot.delivery.reports`)."""
NONCE_WINDOW: Final = MINUTE
"""How long we rely on Discord to drop a repeated nonce; it promises "a few minutes"."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a row shows when it is sent: a layout, a title for threads, and whom it may ping (nobody)."""

    view: discord.ui.LayoutView | None = None
    title: str = ""
    archived: bool | None = None
    mentions: discord.AllowedMentions = field(default_factory=discord.AllowedMentions.none)


async def _say_nothing(association: Association, row: Row) -> Rendered:  # noqa: ARG001
    return Rendered()


async def _record_nothing(association: Association, db: Connection, row: Row, sent: Sent) -> None:
    pass


async def _drop(association: Association, db: Connection, row: Row, reason: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a feature does for its rows. `render` returns None to drop the row; `sent` records the result and `failed`
    decides what follows when it isn't sent (a refusal's reason, `parked`, or `dropped` by `render`), both in the
    transaction that settles the row."""

    name: str
    render: Callable[[Association, Row], Awaitable[Rendered | None]] = _say_nothing
    sent: Callable[[Association, Connection, Row, Sent], Awaitable[None]] = _record_nothing
    failed: Callable[[Association, Connection, Row, str], Awaitable[None]] = _drop


class Outbox:
    """Sends what waits, one row after the other in each association."""

    def __init__(self, calls: Calls, clock: Clock, report: Report) -> None:
        self._calls = calls
        self._clock = clock
        self._report = report
        self._kinds: dict[str, Kind] = {}
        self._locks: dict[int, asyncio.Lock] = {}

    def register(self, kind: Kind) -> None:
        """Make a kind known."""
        self._kinds[kind.name] = kind

    async def put(
        self,
        db: Connection,
        kind: str,
        operation: Operation,
        *,
        channel_id: int | None = None,
        message_id: int | None = None,
        reference: Mapping[str, Any] | None = None,
        member_id: int | None = None,
        after: int | None = None,
    ) -> int:
        """Write a row in the caller's transaction; its id. An edit replaces an edit of the same message that still
        waits."""
        assert kind in self._kinds, kind
        return await rows.put(
            db,
            self._clock.now(),
            kind,
            operation,
            channel_id=channel_id,
            message_id=message_id,
            reference=reference or {},
            member_id=member_id,
            after=after,
        )

    async def take_back(self, db: Connection, kind: str, member_id: int) -> None:
        """Drop what waits to be posted for a member."""
        await rows.take_back(db, self._clock.now(), kind, member_id)

    async def recover(self, association: Association) -> None:
        """After a start: rows that were being sent when the process ended are due again, with the same token."""
        async with self._locks.setdefault(association.guild_id, asyncio.Lock()):
            await self._take_up(association)

    async def _take_up(self, association: Association) -> None:
        if await rows.any_cut_short(association.read()):
            async with association.transaction() as db:
                await rows.take_up(db)

    async def deliver(self, association: Association) -> None:
        """Send everything that is due now; returns when nothing is left that can be sent now."""
        async with self._locks.setdefault(association.guild_id, asyncio.Lock()):
            await self._take_up(association)  # nothing is in flight under this lock: what seems so was cut short
            while row := await self._claim(association):
                await self._send(association, row)

    async def _claim(self, association: Association) -> Row | None:
        now = self._clock.now()
        if not await rows.any_due(association.read(), now):  # a look is cheaper than a transaction
            return None
        async with association.transaction() as db:
            return await rows.claim(db, now)

    async def _send(self, association: Association, row: Row) -> None:
        kind = self._kinds.get(row.kind)
        try:
            rendered = await self._render(association, row, kind)
            if rendered is None or kind is None:
                await self._drop(association, row, kind)
                return
            sent = await self._perform(association, row, rendered)
        except Undeliverable as refused:
            await self._refused(association, row, refused.reason)
        except Undecided as unknown:
            await self._put_off(association, row, str(unknown))
        except Exception as error:
            log.exception("outbox row failed", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind))
            await self._park(association, row, type(error).__name__)
        else:
            await self._record(association, row, kind, sent)

    async def _render(self, association: Association, row: Row, kind: Kind | None) -> Rendered | None:
        if kind is None:
            return None
        undoing = row.operation in {Operation.UNPOST, Operation.FORUM_UNPOST}
        return Rendered() if undoing else await kind.render(association, row)

    async def _record(self, association: Association, row: Row, kind: Kind, sent: Sent) -> None:
        """Keep the result. When that fails (a full disk), the row is tried again and finds what it sent by its
        token."""
        try:
            await self._done(association, row, kind, sent)
        except Exception as error:
            log.exception("result not recorded", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind))
            await self._put_off(association, row, type(error).__name__)

    async def _perform(self, association: Association, row: Row, rendered: Rendered) -> Sent:
        calls, place, message = self._calls, row.channel_id, row.message_id or 0
        match row.operation:
            case Operation.POST:
                return await self._post(row, rendered)
            case Operation.FORUM_POST:
                return await self._forum_post(association.guild_id, row, rendered)
            case Operation.EDIT:
                await calls.edit(place, message, _marked(rendered, row), rendered.mentions)
            case Operation.DELETE:
                await calls.delete(place, message)
            case Operation.THREAD:
                return Sent(await calls.thread(association.guild_id, place, message, rendered.title), message)
            case Operation.THREAD_EDIT:
                await calls.edit_thread(place, title=rendered.title, archived=rendered.archived)
            case Operation.THREAD_DELETE:
                await calls.delete_thread(place)
            case Operation.PIN:
                await calls.pin(place, message)
            case Operation.UNPOST | Operation.FORUM_UNPOST:
                await self._unpost(association.guild_id, row)
        return Sent(place, row.message_id)

    async def _post(self, row: Row, rendered: Rendered) -> Sent:
        """A repeated nonce is dropped by Discord for some minutes; after that, look before posting again."""
        if row.attempt_at is not None and self._clock.now() - row.attempt_at > NONCE_WINDOW:
            found = await self._calls.find_message(row.channel_id, row.marker, since=row.attempt_at)
            if found:
                return Sent(row.channel_id, found)
        posted = await self._calls.post(row.channel_id, _marked(rendered, row), row.token, rendered.mentions)
        return Sent(row.channel_id, posted)

    async def _forum_post(self, guild_id: int, row: Row, rendered: Rendered) -> Sent:
        """Posts have no nonce: a repeated attempt always looks first, and removes twins."""
        if row.attempt_at is not None:
            twin = await self._calls.find_post(guild_id, row.channel_id, row.marker, since=row.attempt_at)
            if twin:
                return Sent(*twin)
        view = _marked(rendered, row)
        return Sent(*await self._calls.forum_post(row.channel_id, rendered.title, view, rendered.mentions))

    async def _unpost(self, guild_id: int, row: Row) -> None:
        """Find what an undecided post may have left, and delete it."""
        since = row.attempt_at or 0
        if row.operation is Operation.UNPOST:
            found = await self._calls.find_message(row.channel_id, row.marker, since=since)
            if found:
                await self._calls.delete(row.channel_id, found)
            return
        post = await self._calls.find_post(guild_id, row.channel_id, row.marker, since=since)
        if post:
            await self._calls.delete_thread(post[0])

    async def _done(self, association: Association, row: Row, kind: Kind, sent: Sent) -> None:
        async with association.transaction() as db:
            await rows.sent(db, self._clock.now(), row, sent)
            for reason in RETRIED_HOURLY:
                await meta.drop(db, f"told-{reason}-{row.channel_id}")
            await kind.sent(association, db, row, sent)

    async def _refused(self, association: Association, row: Row, reason: str) -> None:
        """Discord said no, and why: told to organisers once; what only waits for them is tried again each hour."""
        log.warning("undeliverable", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind, reason=reason))
        async with association.transaction() as db:
            if reason in RETRIED_HOURLY:
                await rows.begin_again(db, row, self._clock.now() + HOUR, reason)
            else:
                await rows.settle(db, self._clock.now(), row, "dropped", reason)
            told = await meta.note_once(db, f"told-{reason}-{row.channel_id}")
            if told and row.operation is not Operation.PIN and reason != "message-gone" and row.kind != REPORT:
                await self._report(association, db, f"report-{reason}", channel=row.channel_id)
            await self._kinds[row.kind].failed(association, db, row, reason)

    async def _put_off(self, association: Association, row: Row, reason: str) -> None:
        if row.attempts > len(PAUSES):
            await self._park(association, row, reason)
            return
        async with association.transaction() as db:
            await rows.put_off(db, row, self._clock.now() + PAUSES[row.attempts - 1], reason)

    async def _park(self, association: Association, row: Row, reason: str) -> None:
        async with association.transaction() as db:
            await rows.settle(db, self._clock.now(), row, "parked", reason)
            # a report that can't be posted is not reported: it would go to the same channel
            if row.kind != REPORT and await meta.note_once(db, f"told-parked-{row.kind}-{reason}"):
                await self._report(association, db, "report-outbox-parked", kind=row.kind, reason=reason)
            kind = self._kinds.get(row.kind)
            if kind is not None:
                await kind.failed(association, db, row, "parked")

    async def _drop(self, association: Association, row: Row, kind: Kind | None) -> None:
        async with association.transaction() as db:
            await rows.settle(db, self._clock.now(), row, "dropped", "nothing to say")
            if kind is not None:
                await kind.failed(association, db, row, "dropped")


def _marked(rendered: Rendered, row: Row) -> discord.ui.LayoutView:
    """The layout, whose first container carries the row's token, so that the message can be recognised later."""
    assert rendered.view is not None, row.kind
    for item in rendered.view.children:
        if isinstance(item, discord.ui.Container):
            item.id = row.marker
            break
    return rendered.view
