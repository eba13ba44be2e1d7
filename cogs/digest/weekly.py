"""The weekly digest: one post in the channel that organisers chose, copies for whoever subscribed, the team's part.

**Never twice in a row.** What stands last in the channel decides (`rules.way`): after anybody's word the digest is
posted. When the last word is the digest of last week, the new one takes its place: it is posted, then the old one is
deleted, so that the rendezvous is kept and one digest stands. When it is something else that the bot said by itself, or
is about to say, the digest that stands further up is changed, silently; without one, this week's is not posted.
`/gazette` and the copies don't depend on it.

**What comes late** says so after an hour and is passed over after a day, be it the bot that was away, a suspension or a
permission that was missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final

import discord

from bot.delivery import waiting
from bot.delivery.activity import answered, own_last_word
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.schedule.jobs import Job, JobKind, Late
from bot.schedule.occurrences import OnHoliday, Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.sections import Section, Span
from cogs.digest import cards, rules, store, telling
from cogs.digest.copies import Copies
from cogs.digest.preferences import CHANNEL
from cogs.digest.rules import POST, Digest, Way
from cogs.digest.team import Team

RHYTHM: Final = Rhythm(Unit.WEEKS, time(8, 30), weekday=0, on_holiday=OnHoliday.MOVE)


@dataclass(frozen=True, slots=True)
class Found:
    """What the next digest would tell, where, and how it gets there, as far as could be heard; `standing` is the one
    that stands there."""

    span: Span
    sections: list[Section]
    place: int | None
    way: Way
    standing: Digest | None


class Weekly:
    """Decides on the digest when its time comes, and shows it."""

    def __init__(self, house: House, copies: Copies, team: Team) -> None:
        self._house = house
        self._copies = copies
        self._team = team
        self._shown: dict[int, list[Section]] = {}
        house.outbox.register(Kind(POST, self._render, self._sent, self._failed))
        house.jobs.register(
            JobKind(
                POST,
                self.decide,
                gather=self.gather,
                late=Late.SKIP,
                grace=rules.OVER,
                sends=True,
                preview=self.preview,
                recurs=Recurring(RHYTHM),
            )
        )

    async def gather(self, association: Association, job: Job) -> Found:  # noqa: ARG002 (the shape of a Gather)
        """What there is to tell, and who spoke last in the channel."""
        span = await telling.next_span(association, self._house.clock.now())
        sections = await self._news(association, span)
        place = association.preferences[CHANNEL]
        if place is None or not sections:
            return Found(span, sections, place, Way.NOT, None)
        standing = await store.standing(association.read(), place)
        return Found(span, sections, place, await self._way(association, place, standing), standing)

    async def _news(self, association: Association, span: Span) -> list[Section]:
        """What there is to tell; nothing where that alone is no reason to post."""
        sections = await self._house.sections.of(association, association.words, span)
        return sections if self._house.sections.are_enough(sections) else []

    async def _way(self, association: Association, place: int, standing: Digest | None) -> Way:
        client, db = self._house.client, association.read()
        cards_there = await self._house.publications.messages_in(db, place)
        own = await own_last_word(client, place, not_counting=cards_there)
        # the thread under a message has the message's id
        spoken = own is not None and await answered(client, own, not_by=lambda _: False) is True
        return rules.way(own, standing.message_id if standing else None, spoken_under=spoken)

    async def decide(self, association: Association, db: Connection, job: Job, found: Found) -> None:
        """Write the digest, where it goes, its copies, and the team's part."""
        place = association.preferences[CHANNEL]
        if place is not None and found.sections:
            await self._write(association, db, job, place, found)
        await self._team.write(association, db, found.span, job.planned_at)

    async def _write(self, association: Association, db: Connection, job: Job, place: int, found: Found) -> None:
        digest_id = await store.add(db, date.fromisoformat(job.key), found.span.since, found.span.now)
        if digest_id is None:
            return
        await store.forget(db, found.span.now - rules.KEPT)
        await telling.note_people(db, digest_id, found.sections, found.span.now)
        await self._send(db, digest_id, job.planned_at, place, found)
        await self._copies.write(association, db, digest_id)

    async def _send(self, db: Connection, digest_id: int, planned_at: int, place: int, found: Found) -> None:
        outbox, standing = self._house.outbox, found.standing if place == found.place else None
        way = await self._way_now(db, place, found)
        if way is Way.CHANGE and standing is not None and standing.message_id is not None:
            await store.stand(db, digest_id, place, standing.message_id)
            await self.show_again(db, place, standing.message_id)
            return
        if way is Way.NOT:
            return
        reference = {"digest": digest_id, "at": planned_at}
        posted = await outbox.put(db, POST, Operation.POST, channel_id=place, reference=reference)
        if way is Way.REPLACE and standing is not None:
            await outbox.put(db, POST, Operation.DELETE, channel_id=place, message_id=standing.message_id, after=posted)

    async def _way_now(self, db: Connection, place: int, found: Found) -> Way:
        """What was heard, unless a word of ours came since, or is on its way."""
        moved = place != found.place  # the channel was changed this instant
        if await waiting.speaks(db, place, since=found.span.now):
            standing = None if moved or found.standing is None else found.standing.message_id
            return rules.way(rules.ON_ITS_WAY, standing, spoken_under=False)
        return Way.POST if moved else found.way

    async def show_again(self, db: Connection, channel_id: int, message_id: int) -> None:
        """Show a digest that stands as it is now."""
        await self._house.outbox.put(db, POST, Operation.EDIT, channel_id=channel_id, message_id=message_id)

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:  # noqa: ARG002
        """What would be posted now: the digest, or where there is none, the team's part."""
        span = await telling.next_span(association, self._house.clock.now())
        sections = await self._news(association, span)
        if association.preferences[CHANNEL] is None or not sections:
            return await self._team.card(association, span, None)
        day = telling.local_day(association, span.now)
        return cards.post(association.words, cards.RUNNING, day, sections, None)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        match row.operation:
            case Operation.DELETE:
                return Rendered()
            case Operation.EDIT:
                return await self._changed(association, row)
        return await self._new(association, row)

    async def _changed(self, association: Association, row: Row) -> Rendered | None:
        digest = await store.at(association.read(), row.message_id or 0)
        if digest is None:
            return None
        sections = await telling.of(self._house, association, association.words, digest)
        return Rendered(self._laid_out(association, digest, sections, None))

    async def _new(self, association: Association, row: Row) -> Rendered | None:
        digest = await store.get(association.read(), row.reference["digest"])
        planned_at = row.reference["at"]
        late = self._house.clock.now() - planned_at
        if digest is None or late > rules.OVER or association.preferences[CHANNEL] != row.channel_id:
            return None
        if late > rules.WAITED and await self._would_speak_twice(association, row):
            return None
        sections = await telling.of(self._house, association, association.words, digest)
        self._shown[row.token] = sections
        note, enough = planned_at if late > rules.LATE else None, self._house.sections.are_enough(sections)
        return Rendered(self._laid_out(association, digest, sections, note)) if enough else None

    async def _would_speak_twice(self, association: Association, row: Row) -> bool:
        """Whether the bot itself said something else in the channel while this waited. What was tried before may stand
        there already, and is no other word."""
        if row.attempt_at is not None:
            return False
        standing = await store.standing(association.read(), row.channel_id)
        return await self._way(association, row.channel_id, standing) in {Way.CHANGE, Way.NOT}

    def _laid_out(
        self, association: Association, digest: Digest, sections: list[Section], late: int | None
    ) -> discord.ui.LayoutView:
        day = telling.day_of(association, digest)
        return cards.post(association.words, digest.id, day, sections, late)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.operation is Operation.DELETE and row.message_id is not None:
            await store.fall(db, row.message_id)
        if row.operation is not Operation.POST or sent.message_id is None:
            return
        await store.stand(db, row.reference["digest"], sent.channel_id, sent.message_id)
        digest = await store.get(db, row.reference["digest"])
        assert digest is not None
        now_true = await telling.of(self._house, association, association.words, digest)
        if now_true != self._shown.pop(row.token, None):  # somebody went while it was on its way
            await self.show_again(db, sent.channel_id, sent.message_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        """One that somebody deleted stays deleted."""
        self._shown.pop(row.token, None)
        if (
            row.operation is Operation.EDIT
            and row.message_id is not None
            and reason in {"message-gone", "channel-gone"}
        ):
            await store.fall(db, row.message_id)
