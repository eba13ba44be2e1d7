"""What the bot says in a coffee's thread by itself, twice at most: a word after two working days of silence, and in the
middle of the round the question whether they met. It pings nobody, and reads nothing: it looks whether anybody wrote.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Sequence
from typing import Final

import discord

from bot.delivery.activity import writers
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.schedule import jobs
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import dates, match_store, round_store, rules, talk, talk_cards, talk_letters
from cogs.matchmaking.rules import Match, Says

log = logging.getLogger(__name__)

NUDGE: Final = "matchmaking:nudge"
CHECK_IN: Final = "matchmaking:check-in"
"""The kinds of both jobs, whose key is the instant at which people were brought together, and of what they post; its
reference holds the match's id. A nudge names somebody, so it is published: the match's id is its ref."""
LOOKED_AT: Final = 2000
AT_ONCE: Final = 8
"""At how many threads one run looks, and at how many at a time: each is a question to Discord."""


async def plan(association: Association, db: Connection, match: Match) -> None:
    """A match begins: what the bot says in its thread is due later, for all that were made at that instant."""
    due = rules.times(match.opened_at, await _next_at(db, match), association.quiet_hours)
    for kind, at in ((NUDGE, due.nudge), (CHECK_IN, due.check_in)):
        await jobs.plan(db, kind, str(match.opened_at), due_at=at, keep=True)


async def _next_at(db: Connection, match: Match) -> int | None:
    """When people are next brought together. Whoever is while a round runs has what is left of it."""
    round_ = await round_store.get(db, match.round_id) if match.round_id is not None else None
    if round_ is None or round_.closes_at is None:
        return await dates.next_at(db)
    return match.opened_at + int((round_.closes_at - match.opened_at) / rules.CLOSED)


async def _of(db: Connection, job: Job) -> list[Match]:
    """The matches of a job that still go on."""
    return [match for match in await match_store.opened_at(db, int(job.key)) if match.open]


class Nudges:
    """One line where nobody wrote and nobody pressed anything."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(NUDGE, self._render, self._sent, self._failed, private=True))
        house.jobs.register(
            JobKind(
                NUDGE,
                self.decide,
                gather=self.gather,
                late=Late.SKIP,
                grace=2 * DAY,
                sends=True,
                preview=self.preview,
            )
        )

    async def gather(self, association: Association, job: Job) -> list[int]:
        """The matches in whose thread nobody wrote; one that can't be read is none of them."""
        silent = [match for match in await _of(association.read(), job) if _is_silent(match)]
        at_once = asyncio.Semaphore(AT_ONCE)

        async def is_empty(match: Match) -> bool:
            async with at_once:
                return await writers(self._house.client, match.thread_id or 0) == frozenset()

        looked_at = silent[:LOOKED_AT]
        if len(silent) > LOOKED_AT:
            log.warning("more silent coffees than one look takes (%s): the others get no word", LOOKED_AT)
        empty = await asyncio.gather(*(is_empty(match) for match in looked_at))
        return [match.id for match, nobody in zip(looked_at, empty, strict=True) if nobody]

    async def decide(self, association: Association, db: Connection, job: Job, empty: Collection[int]) -> None:  # noqa: ARG002
        """Write the line, unless something was said meanwhile."""
        for match in await _of(db, job):
            if match.id in empty and _is_silent(match):
                await self._house.outbox.put(
                    db,
                    NUDGE,
                    Operation.POST,
                    channel_id=match.thread_id,
                    reference={"match": match.id},
                    member_id=rules.starter(match),
                )

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """The line as far as organisers may read it: it names nobody."""
        found = [match for match in await _of(association.read(), job) if _is_silent(match)]
        return talk_cards.nudge(association.words, None) if found else None

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        db = association.read()
        standing = await publications.at(db, row.message_id) if row.message_id is not None else None
        match = await match_store.get(db, standing.ref if standing is not None else _match_id(row))
        if match is None or (standing is None and not _is_silent(match)):
            return None
        named = standing.member_id if standing is not None else row.member_id
        here = await talk.present(db, [named]) if named is not None else []
        return Rendered(talk_cards.nudge(association.words, here[0] if here else None))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        """Note where somebody is named, so that it goes with them."""
        ref, named = _match_id(row), row.member_id
        if row.operation is Operation.POST and named is not None and sent.message_id is not None:
            await publications.write(db, NUDGE, ref, named, "")
            await publications.posted(db, NUDGE, ref, sent.channel_id, sent.message_id, None, forum=False)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        if reason == "channel-gone" and row.operation is Operation.POST:
            await match_store.note_thread(db, _match_id(row), None)


class CheckIns:
    """The question in the middle of the round: in the thread, or in private to each where there is none."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(CHECK_IN, self._render, self._sent, self._failed, private=True))
        house.jobs.register(
            JobKind(CHECK_IN, self.decide, late=Late.SKIP, grace=4 * DAY, sends=True, preview=self.preview)
        )

    async def decide(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Ask those who have not all said that they met, once."""
        for match in await _of(db, job):
            if _all_met(match):
                continue
            if match.thread_id is None:
                await self._write(association, db, match)
            elif match.asked_id is None:
                reference = {"match": match.id}
                await self._house.outbox.put(
                    db, CHECK_IN, Operation.POST, channel_id=match.thread_id, reference=reference
                )

    async def _write(self, association: Association, db: Connection, match: Match) -> None:
        """Ask each of them who has not said that they met."""
        for seat in match.seats:
            if seat.member_id in match.people and seat.member_id is not None and seat.says is not Says.MET:
                key = str(match.id)
                await self._house.contact.write(association, db, seat.member_id, talk_letters.CHECK, key)

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """The question, if it were due now."""
        asked = [match for match in await _of(association.read(), job) if not _all_met(match)]
        return talk_cards.check_in(association.words, 0) if asked else None

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        db = association.read()
        match = await match_store.get(db, _match_id(row))
        if match is None or not match.open or match.asked_id is not None or _all_met(match):
            return None
        if await talk_letters.is_asked_in_private(db, match):
            return None
        return Rendered(talk_cards.check_in(association.words, match.id))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        if sent.message_id is not None:
            await match_store.note_asked(db, _match_id(row), sent.message_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        """Where the thread is gone, or nothing can be posted, they are asked in private."""
        match = await match_store.get(db, _match_id(row))
        if match is None or not match.open or reason in {"dropped", "skipped"}:
            return
        if reason == "channel-gone":
            await match_store.note_thread(db, match.id, None)
        await self._write(association, db, match)


def _is_silent(match: Match) -> bool:
    """Whether nobody pressed anything in a thread that stands, and nobody was asked yet."""
    said = any(seat.says is not None or seat.knows for seat in match.seats)
    return match.open and match.thread_id is not None and match.asked_id is None and not said


def _all_met(match: Match) -> bool:
    said: Sequence[Says | None] = [seat.says for seat in match.seats if seat.member_id in match.people]
    return all(one is Says.MET for one in said)


def _match_id(row: Row) -> int:
    return int(row.reference.get("match", 0))
