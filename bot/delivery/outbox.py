"""Messages to send, exactly once. Nothing a job decides, and no public post that an act causes, is sent directly.

A row goes `due -> sending -> sent`. **Why nothing is lost**: it is written in the transaction that decided it, and
stays until Discord's answer is recorded. A crash leaves it `due` (never tried) or `sending` (undecided: Discord may
have done it or not); on the next start, `sending` is due again with the same token.

**Why nothing comes twice**: each operation can be recognised by its row's random 64-bit token, or may be repeated.

- *post, direct message*: a repeated attempt first looks in the channel for our message that carries the token as its
  container's component id. What had not landed when it looked is caught by the nonce, which is the token too: Discord
  dedups it per author for a few minutes, and an attempt is cut after 30 s. Our clock may be off by two hours.
- *forum post, private thread*: no nonce exists, and the library repeats a creation by itself. A repeated attempt waits
  until the one before can no longer land, then looks among our threads; so does a creation that took as long as the
  library's own retry. The first one found is kept, its twins are deleted.
- *thread under a message, adding a person, pin*: Discord itself allows each once.
- *edits, deletions*: doing them again changes nothing.

**The honest bound**: a twin can appear only when the channel's history can't be read *and* Discord has forgotten the
nonce (which it promises for "a few minutes"), or when more than a thousand messages were written meanwhile.

Rows hold ids, never text: features register a `Kind` whose `render` is called at send, so what appears is what is true
then. Order holds per channel, and per person in direct messages; a row may wait for another one's result. A parked
row blocks nothing. A deleted channel, a lost permission, closed direct messages are outcomes that the feature decides
on, told to organisers once. While organisers suspended everything, only edits and deletions leave.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.delivery import rows, waiting
from bot.delivery.breaker import Breaker
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable
from bot.delivery.performing import Performer, Rendered
from bot.delivery.rows import LANDED, RETRIED_HOURLY, WITHOUT_NONCE, Operation, Row, Sent
from bot.logs import fields
from bot.schedule.clock import HOUR, MINUTE, Clock
from bot.schedule.jobs import Report
from bot.storage import meta
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection

__all__ = ["Kind", "Operation", "Outbox", "Rendered", "Row", "Sent"]

log = logging.getLogger(__name__)

PAUSES: Final = (5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR)
"""Pauses between attempts that Discord did not answer, in seconds; after the last one the row is parked."""
REPORT: Final = "kernel:report"
"""The kind of the lines to organisers (`bot.delivery.reports`)."""
PATIENCE: Final = 5.0
"""Seconds that an act waits for its rows before it answers that they will appear."""
_PRIVATE_REASONS: Final = frozenset({"message-gone", "dm-closed", "member-gone"})
"""Refusals that are a feature's or a person's own matter: organisers are not told."""


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

    def __init__(self, calls: Calls, clock: Clock, report: Report, breaker: Breaker | None = None) -> None:
        self._performer = Performer(calls, clock)
        self._clock = clock
        self._report = report
        self._breaker = breaker or Breaker()
        self._kinds: dict[str, Kind] = {}
        self._locks: dict[int, asyncio.Lock] = {}
        self._under_way: set[asyncio.Task[None]] = set()

    def register(self, kind: Kind) -> None:
        """Make a kind known."""
        self._kinds[kind.name] = kind

    @property
    def kinds(self) -> Collection[str]:
        """The names of all kinds."""
        return self._kinds.keys()

    async def preview(self, association: Association, row: Row) -> Rendered | None:
        """What a row would show if it were sent now; None when it would be dropped."""
        kind = self._kinds.get(row.kind)
        return None if kind is None else await kind.render(association, row)

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

    async def open_private_thread(
        self,
        db: Connection,
        kind: str,
        *,
        channel_id: int,
        member_ids: Sequence[int],
        reference: Mapping[str, Any] | None = None,
    ) -> int:
        """Write the rows of a private thread in the caller's transaction; the id of the first. The thread is created
        under a marked name, gets its first message, then its name, and only then its people: nobody sees it half done.
        Each row is rendered by `kind`, with the same reference."""
        thread = await self.put(db, kind, Operation.PRIVATE_THREAD, channel_id=channel_id, reference=reference)
        first = await self.put(db, kind, Operation.POST, reference=reference, after=thread)
        name = await self.put(db, kind, Operation.THREAD_EDIT, reference=reference, after=first)
        for member_id in member_ids:
            await self.put(db, kind, Operation.ADD_MEMBER, reference=reference, member_id=member_id, after=name)
        return thread

    async def take_back(self, db: Connection, kind: str, member_id: int) -> None:
        """Drop what waits to be posted for a member."""
        await waiting.take_back(db, self._clock.now(), kind, member_id)

    async def skip(self, association: Association, db: Connection, row: Row) -> None:
        """Organisers decided that a row is not sent, nor what waits for it."""
        await rows.settle(db, self._clock.now(), row, "dropped", "skipped")
        await self._tell_failed(association, db, row, "skipped")

    async def send_now(self, association: Association, *, patience: float = PATIENCE) -> None:
        """Deliver, for an act that somebody waits for: what takes longer goes on by itself."""
        task = asyncio.create_task(self.deliver(association))
        self._under_way.add(task)
        task.add_done_callback(self._ended)
        await asyncio.wait({task}, timeout=patience)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("delivery failed", exc_info=task.exception())

    async def finish(self, within: float) -> None:
        """Let what is under way end, for `within` seconds; what is cut is undecided, and taken up at the next start."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=within)
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def deliver(self, association: Association) -> None:
        """Send everything that is due now; returns when nothing is left that can be sent now."""
        async with self._locks.setdefault(association.guild_id, asyncio.Lock()):
            if await rows.any_cut_short(association.read()):
                # nothing is in flight under this lock: a row that says so was cut short
                async with association.transaction() as db:
                    await rows.take_up(db, self._clock.now())
            while not self._breaker.is_open and (row := await self._claim(association)):
                await self._send(association, row)

    async def _claim(self, association: Association) -> Row | None:
        now, held = self._clock.now(), association.preferences[prefs.SUSPENDED]
        if not await rows.any_due(association.read(), now, held=held):  # a look is cheaper than a transaction
            return None
        async with association.transaction() as db:
            return await rows.claim(db, now, held=held)

    async def _send(self, association: Association, row: Row) -> None:
        kind = self._kinds.get(row.kind)
        try:
            rendered = await self._render(association, row, kind)
            if rendered is None or kind is None:
                await self._drop(association, row)
                return
            sent = await self._performer.perform(association.guild_id, row, rendered)
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
            told = reason not in _PRIVATE_REASONS and await meta.note_once(db, f"told-{reason}-{row.channel_id}")
            if told and row.operation is not Operation.PIN and row.kind != REPORT:
                await self._report(association, db, f"report-{reason}", channel=row.channel_id)
            await self._tell_failed(association, db, row, reason)

    async def _put_off(self, association: Association, row: Row, reason: str) -> None:
        if row.attempts > len(PAUSES):
            await self._park(association, row, reason)
            return
        pause = PAUSES[row.attempts - 1]
        if row.operation in WITHOUT_NONCE:
            pause = max(pause, LANDED)
        async with association.transaction() as db:
            await rows.put_off(db, row, self._clock.now() + pause, reason)

    async def _park(self, association: Association, row: Row, reason: str) -> None:
        """Give up until organisers say "Réessayer" or "Abandonner"; they are asked once."""
        async with association.transaction() as db:
            await rows.settle(db, self._clock.now(), row, "parked", reason)
            # a report that can't be posted is not reported: it would go to the same channel
            if row.kind != REPORT:
                await self._report(
                    association, db, "report-outbox-parked", kind=row.kind, reason=reason, parked=f"o{row.id}"
                )
            await self._tell_failed(association, db, row, "parked")

    async def _drop(self, association: Association, row: Row) -> None:
        async with association.transaction() as db:
            await rows.settle(db, self._clock.now(), row, "dropped", "nothing to say")
            await self._tell_failed(association, db, row, "dropped")

    async def _tell_failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        kind = self._kinds.get(row.kind)
        if kind is not None:
            await kind.failed(association, db, row, reason)
