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
import json
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import discord

from bot.delivery.discord_calls import Calls, Undecided, Undeliverable
from bot.logs import fields
from bot.schedule.clock import DAY, HOUR, MINUTE, Clock
from bot.schedule.jobs import Report
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection

log = logging.getLogger(__name__)

PAUSES: Final = (5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR)
"""Pauses between attempts that Discord did not answer, in seconds; after the last one the row is parked."""
NONCE_WINDOW: Final = MINUTE
"""How long we rely on Discord to drop a repeated nonce; it promises "a few minutes"."""
KEEP_SENT: Final = 7 * DAY
RETRIED_HOURLY: Final = ("permission", "full")
"""Refusals that organisers can end; meanwhile they hold up nothing else."""


class Operation(StrEnum):
    """What a row does on Discord."""

    POST = "post"
    EDIT = "edit"
    DELETE = "delete"
    FORUM_POST = "forum-post"
    THREAD = "thread"
    THREAD_EDIT = "thread-edit"
    THREAD_DELETE = "thread-delete"
    PIN = "pin"


@dataclass(frozen=True, slots=True)
class Row:
    """An operation to do. `channel_id` and `message_id` may come from the row it waits for; `attempts` counts this
    one, and `attempt_at` is when the first one before it began."""

    id: int
    kind: str
    operation: Operation
    channel_id: int
    message_id: int | None
    reference: Mapping[str, Any]
    member_id: int | None
    token: int
    attempts: int
    attempt_at: int | None

    @property
    def marker(self) -> int:
        """The token as a component id, which has 31 bits."""
        return self.token & 0x7FFFFFFF


@dataclass(frozen=True, slots=True)
class Sent:
    """Where the result stands. For a thread or forum post, `channel_id` is the thread."""

    channel_id: int
    message_id: int | None


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
    decides what follows a refusal, both in the transaction that settles the row."""

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
        if operation is Operation.EDIT:
            await db.run(
                "UPDATE outbox SET state = 'dropped', finished_at = :now "
                "WHERE state = 'due' AND operation = 'edit' AND message_id = :message",
                message=message_id,
                now=self._clock.now(),
            )
        return await db.insert(
            """
            INSERT INTO outbox (kind, operation, channel_id, message_id, reference, member_id, after_id, token, due_at)
                 VALUES (:kind, :operation, :channel, :message, :reference, :member, :after, :token, :now)
            """,
            kind=kind,
            operation=operation.value,
            channel=channel_id,
            message=message_id,
            reference=json.dumps(reference or {}),
            member=member_id,
            after=after,
            token=secrets.randbits(63) | 1,
            now=self._clock.now(),
        )

    async def waits(self, db: Connection, kind: str, channel_id: int, reference: Mapping[str, Any]) -> bool:
        """Whether such a row is on its way to a channel already."""
        return bool(
            await db.value(
                """
                SELECT 1 FROM outbox WHERE kind = :kind AND channel_id = :channel AND reference = :reference
                   AND state IN ('due', 'sending') AND operation IN ('post', 'forum-post')
                """,
                kind=kind,
                channel=channel_id,
                reference=json.dumps(reference),
            )
        )

    async def take_back(self, db: Connection, kind: str, member_id: int) -> None:
        """Drop what waits to be posted for a member."""
        await db.run(
            """
            UPDATE outbox SET state = 'dropped', member_id = NULL, finished_at = :now
             WHERE kind = :kind AND member_id = :member AND state = 'due'
            """,
            kind=kind,
            member=member_id,
            now=self._clock.now(),
        )

    async def recover(self, association: Association) -> None:
        """After a start: rows that were being sent when the process ended are due again, with the same token."""
        async with self._locks.setdefault(association.guild_id, asyncio.Lock()):
            await self._take_up(association)

    async def _take_up(self, association: Association) -> None:
        if await association.read().value("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"):
            async with association.transaction() as db:
                await db.run("UPDATE outbox SET state = 'due' WHERE state = 'sending'")

    async def deliver(self, association: Association) -> None:
        """Send everything that is due now; returns when nothing is left that can be sent now."""
        async with self._locks.setdefault(association.guild_id, asyncio.Lock()):
            await self._take_up(association)  # nothing is in flight under this lock: what seems so was cut short
            while row := await self._claim(association):
                await self._send(association, row)

    async def _claim(self, association: Association) -> Row | None:
        if not await association.read().value(_NEXT, now=self._clock.now()):  # a look is cheaper than a transaction
            return None
        async with association.transaction() as db:
            found = await db.row(_NEXT, now=self._clock.now())
            if found is None:
                return None
            await db.run(
                "UPDATE outbox SET state = 'sending', attempts = attempts + 1, attempt_at = coalesce(attempt_at, :now) "
                "WHERE id = :id",
                id=found["id"],
                now=self._clock.now(),
            )
        values = dict(found)
        return Row(
            **{
                **values,
                "operation": Operation(values["operation"]),
                "reference": json.loads(values["reference"]),
                "attempts": values["attempts"] + 1,
            }
        )

    async def _send(self, association: Association, row: Row) -> None:
        kind = self._kinds.get(row.kind)
        try:
            rendered = await kind.render(association, row) if kind else None
            if rendered is None or kind is None:
                await self._settle(association, row, "dropped", "nothing to say")
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

    async def _done(self, association: Association, row: Row, kind: Kind, sent: Sent) -> None:
        async with association.transaction() as db:
            await db.run(
                """
                UPDATE outbox SET state = 'sent', sent_channel_id = :channel, sent_message_id = :message,
                       member_id = NULL, reason = NULL, finished_at = :now
                 WHERE id = :id
                """,
                id=row.id,
                channel=sent.channel_id,
                message=sent.message_id,
                now=self._clock.now(),
            )
            for reason in RETRIED_HOURLY:
                await meta.drop(db, f"told-{reason}-{row.channel_id}")
            await kind.sent(association, db, row, sent)

    async def _refused(self, association: Association, row: Row, reason: str) -> None:
        """Discord said no, and why: told to organisers once; what only waits for a permission is tried again each
        hour."""
        log.warning("undeliverable", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind, reason=reason))
        async with association.transaction() as db:
            if reason in RETRIED_HOURLY:
                await db.run(
                    """
                    UPDATE outbox SET state = 'due', due_at = :later, attempts = 0, attempt_at = :undecided,
                           reason = :reason
                     WHERE id = :id
                    """,
                    id=row.id,
                    undecided=row.attempt_at,  # an attempt before this one may have come through
                    later=self._clock.now() + HOUR,
                    reason=reason,
                )
            else:
                await self._settle_in(db, row, "dropped", reason)
            told = await meta.note_once(db, f"told-{reason}-{row.channel_id}")
            if told and row.operation is not Operation.PIN and reason != "message-gone":
                await self._report(association, db, f"report-{reason}", channel=row.channel_id)
            kind = self._kinds[row.kind]
            await kind.failed(association, db, row, reason)

    async def _put_off(self, association: Association, row: Row, reason: str) -> None:
        if row.attempts > len(PAUSES):
            await self._park(association, row, reason)
            return
        async with association.transaction() as db:
            await db.run(
                "UPDATE outbox SET state = 'due', due_at = :later, reason = :reason WHERE id = :id",
                id=row.id,
                later=self._clock.now() + PAUSES[row.attempts - 1],
                reason=reason,
            )

    async def _park(self, association: Association, row: Row, reason: str) -> None:
        async with association.transaction() as db:
            await self._settle_in(db, row, "parked", reason)
            await self._report(association, db, "report-outbox-parked", kind=row.kind, reason=reason)

    async def _settle(self, association: Association, row: Row, state: str, reason: str) -> None:
        async with association.transaction() as db:
            await self._settle_in(db, row, state, reason)

    async def _settle_in(self, db: Connection, row: Row, state: str, reason: str) -> None:
        """Settle a row and whatever waited for it: a parked row never blocks."""
        await db.run(
            """
            WITH RECURSIVE waiting (id) AS (
                SELECT :id UNION SELECT outbox.id FROM outbox JOIN waiting ON outbox.after_id = waiting.id
            )
            UPDATE outbox SET state = :state, reason = :reason, finished_at = :now
             WHERE id IN (SELECT id FROM waiting) AND state IN ('due', 'sending')
            """,
            id=row.id,
            state=state,
            reason=reason,
            now=self._clock.now(),
        )

    async def sweep(self, db: Connection) -> None:
        """Forget rows that ended long ago."""
        await db.run(
            """
            DELETE FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < :then
               AND id NOT IN (SELECT after_id FROM outbox WHERE after_id IS NOT NULL AND state IN ('due', 'sending'))
            """,
            then=self._clock.now() - KEEP_SENT,
        )


_NEXT: Final = """
    SELECT waiting.id, waiting.kind, waiting.operation, waiting.reference, waiting.member_id, waiting.token,
           waiting.attempts, waiting.attempt_at,
           coalesce(waiting.channel_id, first.sent_channel_id) AS channel_id,
           coalesce(waiting.message_id, first.sent_message_id) AS message_id
      FROM outbox AS waiting
      LEFT JOIN outbox AS first ON first.id = waiting.after_id
     WHERE waiting.state = 'due' AND waiting.due_at <= :now
       AND (waiting.after_id IS NULL OR first.state = 'sent')
       AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
                        WHERE earlier.channel_id = waiting.channel_id AND earlier.id < waiting.id
                          AND earlier.state = 'due' AND earlier.due_at > :now
                          AND coalesce(earlier.reason, '') NOT IN ('permission', 'full'))
  ORDER BY waiting.id
     LIMIT 1
"""


def _marked(rendered: Rendered, row: Row) -> discord.ui.LayoutView:
    """The layout, whose first container carries the row's token, so that the message can be recognised later."""
    assert rendered.view is not None, row.kind
    for item in rendered.view.children:
        if isinstance(item, discord.ui.Container):
            item.id = row.marker
            break
    return rendered.view
