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

**Why nothing stays that nobody knows of**: a row that was tried and is then given up (taken back, skipped, nothing left
to say) may have come through unheard. It becomes its own undoing: once no attempt can land any more, it looks for what
carries its token and deletes that. So does one that is taken back while it is being sent.

**The honest bound**: a twin can appear only when the channel's history can't be read *and* Discord has forgotten the
nonce (which it promises for "a few minutes"), or when more than a thousand messages were written meanwhile.

Rows hold ids, never text: features register a `Kind` whose `render` is called at send, so what appears is what is true
then. Order holds per channel for what is new there, and per person in direct messages; edits wait only for the same
message, deletions for nothing; a row may wait for another one's result. A parked row blocks nothing. A deleted channel,
a lost permission, closed direct messages are outcomes that the feature decides on, told to organisers once; a lost
permission is asked for once an hour and channel, not once a row. While organisers suspended everything, only edits,
deletions and rows of `unheld` kinds leave.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from bot.delivery import queue, rows, undoing, waiting
from bot.delivery.breaker import Breaker
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable
from bot.delivery.kinds import REPORT, Kind
from bot.delivery.operations import CHANGING, UNDOING, Operation
from bot.delivery.outcomes import PAUSES, Outcomes
from bot.delivery.performing import Performer, Rendered
from bot.delivery.rows import Row, Sent
from bot.logs import fields
from bot.schedule.clock import Clock
from bot.schedule.jobs import Report
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection

__all__ = ["PAUSES", "REPORT", "Kind", "Operation", "Outbox", "Rendered", "Row", "Sent"]

log = logging.getLogger(__name__)

PATIENCE: Final = 5.0
"""Seconds that an act waits for its rows before it answers that they will appear."""


class Outbox:
    """Sends what waits, one row after the other in each association."""

    def __init__(self, calls: Calls, clock: Clock, report: Report, breaker: Breaker | None = None) -> None:
        self._performer = Performer(calls, clock)
        self._clock = clock
        self._breaker = breaker or Breaker()
        self._kinds: dict[str, Kind] = {}
        self._outcomes = Outcomes(clock, report, self._kinds)
        self._locks: dict[int, asyncio.Lock] = {}
        self._under_way: set[asyncio.Task[None]] = set()

    def register(self, kind: Kind) -> None:
        """Make a kind known."""
        self._kinds[kind.name] = kind

    @property
    def kinds(self) -> Collection[str]:
        """The names of all kinds."""
        return self._kinds.keys()

    @property
    def unheld(self) -> list[str]:
        """The names of the kinds that leave while everything is suspended."""
        return [name for name, kind in self._kinds.items() if kind.unheld]

    def is_private(self, kind: str) -> bool:
        """Whether what rows of a kind say is one person's matter, and not for organisers to see."""
        return kind in self._kinds and self._kinds[kind].private

    async def preview(self, association: Association, row: Row) -> Rendered | None:
        """What a row would show if it were sent now; None when it would be dropped, or shows nothing new."""
        kind = self._kinds.get(row.kind)
        return None if kind is None or row.operation in CHANGING else await kind.render(association, row)

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
        waits, and a deletion makes it needless."""
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

    async def take_back(self, db: Connection, kind: str, member_id: int, reference: Mapping[str, Any]) -> None:
        """Give up what waits to be posted for a member with this reference, is on its way, or was parked."""
        await undoing.take_back(db, self._clock.now(), kind, member_id, reference)

    async def forget(self, db: Connection, feature: str) -> None:
        """Give up whatever new a feature was to say, and ask it nothing: its records are erased."""
        for row in await waiting.of_feature(db, feature):
            await undoing.give_up(db, self._clock.now(), row, "erased")

    async def skip(self, association: Association, db: Connection, row: Row) -> bool:
        """Organisers decided that a row is not sent, nor what waits for it; False when that is not theirs to decide."""
        return await self._outcomes.skip(association, db, row)

    async def revive(self, association: Association, db: Connection, row_id: int) -> bool:
        """Organisers try a parked row again, and what was parked with it; False when it is not parked any more."""
        return await self._outcomes.revive(association, db, row_id)

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
            if await queue.any_cut_short(association.read()):
                # nothing is in flight under this lock: a row that says so was cut short
                async with association.transaction() as db:
                    await queue.take_up(db, self._clock.now())
            while not self._breaker.is_open and (row := await self._claim(association)):
                await self._send(association, row)

    async def _claim(self, association: Association) -> Row | None:
        now = self._clock.now()
        seen = association.preferences[prefs.SUSPENDED]
        # a look is cheaper than a transaction
        if not await queue.any_due(association.read(), now, held=seen, unheld=self.unheld):
            return None
        async with association.transaction() as db:  # what organisers said last counts: nothing leaves after "held"
            return await queue.claim(db, now, held=await prefs.stored(db, prefs.SUSPENDED), unheld=self.unheld)

    async def _send(self, association: Association, row: Row) -> None:
        try:
            rendered = await self._render(association, row)
            if rendered is None:
                await self._outcomes.drop(association, row)
                return
            sent = await self._performer.perform(association.guild_id, row, rendered)
        except Undeliverable as refused:
            await self._outcomes.refused(association, row, refused.reason)
        except Undecided as unknown:
            await self._outcomes.put_off(association, row, str(unknown))
        except Exception as error:
            log.exception("outbox row failed", extra=fields(guild=association.guild_id, row=row.id, kind=row.kind))
            await self._outcomes.park(association, row, type(error).__name__)
        else:
            await self._outcomes.done(association, row, sent)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation in UNDOING:
            return Rendered()
        kind = self._kinds.get(row.kind)
        return None if kind is None else await kind.render(association, row)
