"""What coffee does when time comes: a round is announced, people are brought together, the round ends."""

from __future__ import annotations

import asyncio
from datetime import time
from typing import Final

import discord

from bot.delivery import activity
from bot.people import objections, presence
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job, JobKind, Late, cancel, plan
from bot.schedule.occurrences import OnHoliday, Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import (
    announcing,
    counting,
    dates,
    match_store,
    matching,
    people_store,
    rematching,
    round_cards,
    round_letters,
    round_store,
    rules,
)
from cogs.matchmaking.matching import Prepared
from cogs.matchmaking.preferences import CHANNEL
from cogs.matchmaking.rules import AHEAD, LONGEST, Match, Outcome, Round, State

TIDY: Final = "matchmaking:tidy"
RHYTHM: Final = Rhythm(Unit.WEEKS, time(9, 0), every=2, weekday=1, on_holiday=OnHoliday.MOVE)
"""What is proposed: every second Tuesday at nine."""
GRACE: Final = 2 * DAY
"""How late people may still be brought together, and how long a round may outlast its end, in seconds."""
AT_ONCE: Final = 8
"""In how many threads is looked at a time."""


class Rounds:
    """From the announcement to the end."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(
            JobKind(
                dates.ANNOUNCE,
                self._announce,
                late=Late.SKIP,
                grace=(AHEAD - 2) * DAY,
                sends=True,
                preview=self._preview,
                recurs=Recurring(RHYTHM, ahead=AHEAD, shortest=7),
            )
        )
        house.jobs.register(
            JobKind(
                dates.MATCH,
                self._match,
                gather=self._prepare,
                late=Late.SKIP,
                grace=GRACE,
                sends=True,
                passed_over=self._passed_over,
            )
        )
        house.jobs.register(
            JobKind(
                dates.CLOSE,
                self._close,
                gather=self._look,
                late=Late.DO,
                sends=True,
                passed_over=self._end_silently,
            )
        )
        house.jobs.register(JobKind(TIDY, self._tidy, every=HOUR))

    # The announcement

    async def _announce(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Announce a round, unless one is announced already that still comes."""
        await self._give_up(association, db)
        if await round_store.announced(db) is not None:
            return
        if association.preferences[CHANNEL] is None:
            await self._house.reports(association, db, "report-coffee-no-channel")
            return
        at = int(job.payload["at"])  # a holiday may have moved it from the date that names it
        await announcing.announce(self._house, association, db, dates.local_day(association, at), at)

    async def _preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """The announcement, if it were due now."""
        if association.preferences[CHANNEL] is None or await round_store.announced(association.read()) is not None:
            return None
        at = int(job.payload["at"])
        shown = Round(
            0, dates.local_day(association, at), at, State.ANNOUNCED, self._house.clock.now(), None, None, None, None
        )
        return round_cards.announcement(association.words, shown, at)

    # Bringing together

    async def _prepare(self, association: Association, job: Job) -> Prepared | None:
        round_ = await round_store.get(association.read(), int(job.key))
        if round_ is None or round_.state is not State.ANNOUNCED:
            return None
        return await matching.prepare(self._house, association, round_)

    async def _match(self, association: Association, db: Connection, job: Job, prepared: Prepared | None) -> None:
        round_ = await round_store.get(db, int(job.key))
        if round_ is not None and round_.state is State.ANNOUNCED and prepared is not None:
            await matching.bring_together(self._house, association, db, round_, prepared)

    async def _passed_over(self, association: Association, db: Connection, job: Job) -> None:
        """Organisers skipped it, or it came too late: nobody is left waiting."""
        round_ = await round_store.get(db, int(job.key))
        if round_ is not None and round_.state is State.ANNOUNCED:
            await matching.call_off(self._house, association, db, round_, State.CALLED_OFF)

    # The end

    async def _look(self, association: Association, job: Job) -> dict[int, frozenset[int] | None]:
        """Who wrote in the threads of those who said nothing, by match; None where that can't be known."""
        at_once = asyncio.Semaphore(AT_ONCE)

        async def look(match: Match) -> tuple[int, frozenset[int] | None]:
            if match.thread_id is None:
                return match.id, None
            async with at_once:
                return match.id, await activity.writers(self._house.client, match.thread_id)

        found = await match_store.of_round(association.read(), int(job.key))
        quiet = [match for match in found if any(seat.says is None and not seat.knows for seat in match.seats)]
        return dict(await asyncio.gather(*map(look, quiet)))

    async def _close(
        self, association: Association, db: Connection, job: Job, wrote: dict[int, frozenset[int] | None]
    ) -> None:
        """Who gave no news for the second time in a row is asked whether they stay; who waited goes first."""
        round_ = await round_store.get(db, int(job.key))
        if round_ is None or round_.state is not State.RUNNING:
            return
        silent: set[int] = set()
        heard: set[int] = set()
        for match in await match_store.of_round(db, round_.id):
            had_time = self._had_time(association, match)
            quiet = rules.without_news(match, wrote.get(match.id)) if match.open and had_time else []
            silent.update(quiet)
            heard.update(seat.member_id for seat in match.seats if seat.member_id and seat.member_id not in quiet)
            for waited in rules.who_waited(match, quiet):
                await people_store.promise_first(db, waited, self._house.clock.now())
        await self._note_silence(association, db, round_, silent - heard - await objections.everybody(db), heard)
        await self._note_seen(db, wrote)
        await self._promise(association, db, round_, say=True)
        await self._end(association, db, round_)

    async def _note_seen(self, db: Connection, wrote: dict[int, frozenset[int] | None]) -> None:
        """Who writes in a thread and presses nothing is there, too."""
        today = presence.day_of(self._house.clock.now())
        for member_id in sorted(frozenset().union(*(people for people in wrote.values() if people is not None))):
            await presence.note(db, member_id, today)

    def _had_time(self, association: Association, match: Match) -> bool:
        """Whether two working days lie behind a match: less is no time to say anything."""
        return association.quiet_hours.after_working_days(match.opened_at, 2) <= self._house.clock.now()

    async def _note_silence(
        self, association: Association, db: Connection, round_: Round, silent: set[int], heard: set[int]
    ) -> None:
        now = self._house.clock.now()
        for member_id in sorted(heard):
            await people_store.note_silence(db, member_id, now, silent=False)
        for member_id in sorted(silent):
            if await people_store.note_silence(db, member_id, now, silent=True) < rules.SILENT:
                continue
            if await self._house.contact.write(association, db, member_id, counting.STAY, str(round_.id)):
                await people_store.note_asked(db, member_id, now)

    async def _promise(self, association: Association, db: Connection, round_: Round, *, say: bool) -> None:
        """For whom nobody was free goes first next time, and is told."""
        for member_id in await rematching.alone(db, round_):
            await people_store.promise_first(db, member_id, self._house.clock.now())
            turn = await round_store.turn(db, round_.id, member_id)
            if say and turn is not None and turn.outcome is Outcome.WAITING:
                await self._house.contact.write(association, db, member_id, round_letters.WAITED, str(round_.id))

    async def _end_silently(self, association: Association, db: Connection, job: Job) -> None:
        """Organisers skipped what would be said at its end; the round ends all the same, and promises stand."""
        round_ = await round_store.get(db, int(job.key))
        if round_ is not None and round_.state is State.RUNNING:
            await self._promise(association, db, round_, say=False)
            await self._end(association, db, round_)

    async def _end(self, association: Association, db: Connection, round_: Round) -> None:
        await match_store.close(db, round_.id)
        await round_store.enter(db, round_.id, State.CLOSED)
        await announcing.show(self._house, association, db, round_.id)

    # Housekeeping

    async def _tidy(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """A coffee of two who wished to meet again ends after two weeks; an announcement whose channel went is posted
        where the next one was chosen."""
        for match in await match_store.open_without_round(db, self._house.clock.now() - LONGEST):
            await match_store.enter(db, match.id, "closed")
        await match_store.forget_empty(db)
        await self._give_up(association, db)
        await self._post_again(association, db)
        await self._keep_going(db)

    async def _give_up(self, association: Association, db: Connection) -> None:
        """Whatever held it up, a round that should long have been matched doesn't take place, one that should long be
        over is: nobody waits for ever, and the next one can come."""
        long_ago = self._house.clock.now() - GRACE
        announced, running = await round_store.announced(db), await round_store.running(db)
        if announced is not None and announced.match_at < long_ago:
            await matching.call_off(self._house, association, db, announced, State.CALLED_OFF)
        if running is not None and (running.closes_at or 0) < long_ago:
            await self._promise(association, db, running, say=True)
            await self._end(association, db, running)
            await cancel(db, dates.CLOSE, str(running.id))

    async def _post_again(self, association: Association, db: Connection) -> None:
        round_, place = await round_store.announced(db), association.preferences[CHANNEL]
        if round_ is None or place is None or self._house.client.get_channel(place) is None:
            return
        stands = round_.message_id is not None and self._house.client.get_channel(round_.channel_id or 0) is not None
        if not stands and not await announcing.on_its_way(db, place, round_.id):
            await announcing.post(self._house, association, db, round_.id)

    async def _keep_going(self, db: Connection) -> None:
        """Whatever became of the rows, people of a round that is announced are brought together, and one that goes on
        ends: `doctor` tells of those for which nothing is due."""
        announced, running = await round_store.announced(db), await round_store.running(db)
        if announced is not None:
            await plan(db, dates.MATCH, str(announced.id), due_at=announced.match_at, keep=True)
        if running is not None and running.closes_at is not None:
            await plan(db, dates.CLOSE, str(running.id), due_at=running.closes_at, keep=True)
