"""The optional public welcome: who joined within some minutes is greeted together, and never twice in a row."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery import waiting
from bot.delivery.activity import spoke_last
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.people import members, restrictions
from bot.people.lifecycle import forget_unreferenced
from bot.schedule import jobs
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import channel
from cogs.introductions import cards, store
from cogs.introductions.preferences import CHANNEL, HOST, WELCOME_CHANNEL

WELCOME: Final = "introductions:welcome"
TIDY: Final = "introductions:tidy-newcomers"
GREETED_WITHIN: Final = 2 * DAY
TOGETHER: Final = 10 * MINUTE
"""Seconds for which others are waited for after somebody joined."""
LISTEN_AGAIN: Final = 2 * HOUR
"""When the last word in the channel is the bot's own, it waits this long for somebody to speak, for a day at most."""


class Welcome:
    """Greets newcomers, where organisers switched it on. Nobody gets a direct message."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(WELCOME, self._render, self._welcomed, self._failed))
        house.jobs.register(
            JobKind(
                WELCOME,
                self.decide,
                gather=self.gather,
                late=Late.SKIP,
                grace=GREETED_WITHIN,
                sends=True,
                preview=self.preview,
                passed_over=self.passed_over,
            )
        )
        house.jobs.register(JobKind(TIDY, self.tidy, every=DAY))

    async def joined(self, association: Association, db: Connection, member_id: int) -> None:
        """Somebody joined: greet them soon, with those who join meanwhile. Who rests by their own wish is not named."""
        off = not self._house.features.is_on(association, "introductions")
        if off or association.preferences[WELCOME_CHANNEL] is None or not await self._house.panels.is_open(db):
            return
        known, now = await members.get(db, member_id), self._house.clock.now()
        if known is not None and known.paused_at is not None:
            return
        await members.name(db, member_id, now)
        await store.note_newcomer(db, member_id, now)
        await jobs.plan(db, WELCOME, "", due_at=now + TOGETHER, keep=True)

    async def left(self, db: Connection, member_id: int) -> None:
        """Somebody left before they were welcomed: nothing is said to an empty chair."""
        await store.forget_newcomer(db, member_id)
        await forget_unreferenced(db)

    async def gather(self, association: Association, job: Job) -> bool:  # noqa: ARG002 (the shape of a Gather)
        """Whether the last word in the channel is the bot's own."""
        place = association.preferences[WELCOME_CHANNEL]
        cards = await self._house.publications.messages_in(association.read(), place or 0)
        return place is not None and await spoke_last(self._house.client, place, not_counting=cards)

    async def decide(self, association: Association, db: Connection, job: Job, spoke: bool) -> None:  # noqa: ARG002
        """Greet everybody who waits; after a word of ours, listen for somebody else's first."""
        place, now = association.preferences[WELCOME_CHANNEL], self._house.clock.now()
        first = await store.first_joined(db)
        if first is None or place is None:
            await store.forget_newcomers(db, now)
        elif (spoke and now - first < DAY) or await waiting.speaks(db, place, since=now):
            await jobs.plan(db, WELCOME, "", due_at=now + LISTEN_AGAIN)
        else:
            await self._house.outbox.put(db, WELCOME, Operation.POST, channel_id=place, reference={"until": now})

    async def passed_over(self, association: Association, db: Connection, job: Job) -> None:  # noqa: ARG002
        """It won't be said: nobody is greeted weeks later, with somebody else."""
        await store.forget_newcomers(db, self._house.clock.now())
        await forget_unreferenced(db)

    async def tidy(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Whoever was not greeted in two days won't be, and is not kept (the welcome was switched off meanwhile)."""
        await store.forget_newcomers(db, self._house.clock.now() - GREETED_WITHIN)
        await forget_unreferenced(db)

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:  # noqa: ARG002
        """What would be said now."""
        rendered = await self._greeting(association, self._house.clock.now())
        return rendered.view if rendered else None

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        return await self._greeting(association, row.reference["until"])

    async def _greeting(self, association: Association, until: int) -> Rendered | None:
        db = association.read()
        new = await store.newcomers(db, until)
        if not new:
            return None
        chosen = association.preferences[HOST]
        found = await members.get(db, chosen) if chosen else None
        closed_to = await restrictions.restricted(db, "introductions", self._house.clock.now())
        host = chosen if found is not None and found.state == "present" and chosen not in closed_to else None
        place = association.preferences[CHANNEL]
        view = cards.welcome(association.words, new, host, channel(place) if place else None)
        named = [discord.Object(person) for person in (*new, host) if person]
        return Rendered(view, mentions=discord.AllowedMentions(everyone=False, roles=False, users=named))

    async def _welcomed(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        await store.forget_newcomers(db, row.reference["until"])
        await forget_unreferenced(db)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        if reason in {"channel-gone", "dropped", "skipped"}:
            await self._welcomed(association, db, row, Sent(row.channel_id, None))
