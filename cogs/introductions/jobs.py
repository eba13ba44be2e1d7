"""What introductions do when time comes: see that a human answers each of them, and round up those that wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.people import members
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job, JobKind, Late
from bot.schedule.occurrences import OnHoliday, Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import preferences as prefs
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.publications import Publication
from bot.ui.house import House
from bot.words.text import channel
from cogs.introductions import cards
from cogs.introductions.posts import CARD, NOTE, UNANSWERED

RECAP: Final = "introductions:recap"
LOOKED_BACK: Final = 30 * DAY
LOOKED_AT: Final = 20
"""How far back the round-up looks, and at how many cards: each costs a question to Discord."""


async def waiting(
    house: House, association: Association, old_enough: Callable[[Publication], bool] = lambda _: True
) -> list[Publication]:
    """The cards of the last weeks without an answer, of those that are old enough, the newest first. Asks Discord."""
    then = datetime.fromtimestamp(house.clock.now() - LOOKED_BACK, UTC)
    recent = await publications.since(association.read(), CARD, discord.utils.time_snowflake(then), LOOKED_AT)
    return [card for card in recent if old_enough(card) and not await house.publications.has_answer(card)]


class Unanswered:
    """An introduction without an answer from a person gives organisers one line, once. A welcome by the bot is no
    answer."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(
            JobKind(
                UNANSWERED,
                self.decide,
                gather=self.gather,
                late=Late.SKIP,
                grace=7 * DAY,
                sends=True,
                preview=self.preview,
            )
        )

    async def gather(self, association: Association, job: Job) -> bool:
        """Whether somebody else wrote in the card's thread, or replied to the card."""
        standing = await self._house.publications.at(association.read(), int(job.key))
        return standing is None or await self._house.publications.has_answer(standing)

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """The line, if it were due now."""
        standing = await self._house.publications.at(association.read(), int(job.key))
        url = self._house.publications.url(association, standing)
        if standing is None or url is None or await self._house.publications.has_answer(standing):
            return None
        return cards.unanswered(association.words, url)

    async def decide(self, association: Association, db: Connection, job: Job, has_answer: bool) -> None:
        """Write the line, unless the introduction was answered or withdrawn."""
        standing = await self._house.publications.at(db, int(job.key))
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if has_answer or standing is None or place is None:
            return
        await self._house.outbox.put(
            db,
            NOTE,
            Operation.POST,
            channel_id=place,
            reference={"place": standing.place, "message": standing.message_id},
        )


class Recap:
    """A round-up for organisers, at the rhythm that they set: the introductions of the last weeks that still wait for
    a word. Nothing is said when none does."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(RECAP, self._render))
        rhythm = Rhythm(Unit.WEEKS, time(9, 0), weekday=0, on_holiday=OnHoliday.MOVE)
        house.jobs.register(
            JobKind(
                RECAP,
                self.decide,
                gather=self.gather,
                late=Late.NOTE,
                grace=HOUR,
                sends=True,
                preview=self.preview,
                recurs=Recurring(rhythm),
            )
        )

    async def gather(self, association: Association, job: Job) -> list[int]:  # noqa: ARG002 (the shape of a Gather)
        """The cards (message ids) without an answer, the newest first."""
        return [card.message_id for card in await waiting(self._house, association) if card.message_id]

    async def decide(self, association: Association, db: Connection, job: Job, waiting: list[int]) -> None:
        """Post the round-up, when there is something to say."""
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if place is not None and waiting:
            reference = {"cards": waiting, "late": job.planned_at if job.late else None}
            await self._house.outbox.put(db, RECAP, Operation.POST, channel_id=place, reference=reference)

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """The round-up, if it were due now."""
        return await self._card(association, await self.gather(association, job), None)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        view = await self._card(association, row.reference["cards"], row.reference["late"])
        return Rendered(view) if view is not None else None

    async def _card(
        self, association: Association, waiting: Sequence[int], late: int | None
    ) -> discord.ui.LayoutView | None:
        standing = [await self._house.publications.at(association.read(), message_id) for message_id in waiting]
        places = [
            channel(one.thread_id) if one and one.thread_id else url
            for one in standing
            if one is not None and await members.visible_profile(association.read(), one.member_id) is not None
            if (url := self._house.publications.url(association, one)) is not None
        ]
        return cards.recap(association.words, places, late) if places else None
