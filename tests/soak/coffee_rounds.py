"""A season, round by round: from each announcement to the end of the round, and what befalls the bot meanwhile."""

from __future__ import annotations

from typing import Any, Final

import discord
from simcord.backend.models.channel import Overwrite
from simcord.enums import OverwriteType

from bot.schedule import due
from bot.schedule.clock import DAY, HOUR, MINUTE
from cogs.matchmaking.dates import ANNOUNCE, CLOSE, MATCH
from tests.soak.coffee_crowd import Crowd
from tests.soak.coffee_facts import Facts, spoken_words
from tests.soak.coffee_fates import Fate
from tests.soak.coffee_season import Season
from tests.soak.coffee_watch import local_day
from tests.soak.coffee_words import begins

PAUSE_OVER: Final = "matchmaking:pause-over"


class Rounds:
    """Plays a season, and judges it."""

    def __init__(self, season: Season) -> None:
        self.season, self.crowd = season, Crowd(season)
        self._diary, self._judge = season.diary, season.judge
        self._reported = 0
        self._downtime = season.chance.randrange(3)
        """When the week without the bot begins: just before people are brought together, the day after, or before the
        next announcement and the end of the round."""

    async def play(self, fates: tuple[Fate, ...]) -> None:
        """All rounds, and some weeks in which everything comes to its end."""
        for fate in fates:
            await self._round(fate)
        await self._end()

    async def _round(self, fate: Fate) -> None:
        round_id = await self._announced()
        self.season.tally.scenarios += 1
        at = self.season.facts.rounds[round_id]["match_at"]
        await self.crowd.say(round_id)
        if fate is Fate.NO_CHANNEL:
            await self._lose_channel()
        if self.season.chance.random() < 0.5:
            await self.season.restart()
        await self.reach(at - 17 * HOUR)
        await self.crowd.change_minds(round_id)
        if fate is Fate.FEW:
            await self.crowd.pass_all_but(round_id, 7)
        await self.season.moves.organise("matchmaking:preview", self._outlook(round_id))
        self.season.look()
        await self.reach(at - MINUTE)
        await self._bring_together(round_id, fate)
        await self._run(round_id, at, self._downtime if fate is Fate.DOWN else 0)

    def _outlook(self, round_id: int) -> str:
        """What organisers read of who would come."""
        return begins(self.season.world, "coffee-preview-people", people=len(self._diary.coming(round_id)))

    # The announcement

    async def _announced(self) -> int:
        """Wait until the next round is announced; its id."""
        while (row := self.season.facts.announced) is None or row["id"] in self._diary.rounds:
            planned = [job["due_at"] for job in self.season.facts.jobs if job["kind"] == ANNOUNCE]
            await self.reach(max(planned[0], self.season.now + MINUTE))
        over = self._diary.announce(row["id"], local_day(row["match_at"]))
        asked = {person.id for person in self._diary.here() if person.asked_in is not None}
        self.season.lost(
            f"the rest of {member_id} is over, and nobody said so"
            for member_id in over
            if member_id not in asked and not self.season.facts.letter(member_id, PAUSE_OVER, str(row["id"]))
        )
        return int(row["id"])

    async def _lose_channel(self) -> None:
        season = self.season
        assert season.acts.place is not None
        gone, season.acts.place = season.acts.place, None
        season.world.env.backend.delete_channel(gone.id)
        await season.world.env.settle()
        await season.until(season.now + DAY)
        await season.moves.choose_place("café-bis")
        await season.until(season.now + 3 * HOUR)
        if season.acts.announcement() is None:
            season.lost(["the announcement did not come again in the channel that was chosen anew"])

    # Bringing together

    async def _bring_together(self, round_id: int, fate: Fate) -> None:
        season, at = self.season, self.season.facts.rounds[round_id]["match_at"]
        match fate:
            case Fate.MEANWHILE:
                await season.world.env.advance_time(at - season.now)
                await season.meanwhile(lambda: self.crowd.change_minds_at_once(round_id))
            case Fate.CUT:
                await season.world.env.advance_time(at - season.now)
                await season.cut(season.chance.randint(1, 40))
            case Fate.FULL:
                season.world.env.inject_error("POST", self._threads, status=400, code=160006, times=None)
            case Fate.FORBIDDEN:
                self._forbid(True)
            case Fate.SKIPPED:
                await self._skip()
            case Fate.CALLED_OFF:
                await season.moves.organise(f"matchmaking:call_off:{round_id}")
            case Fate.HELD:
                await self._hold(at)
            case Fate.DOWN if self._downtime == 0:
                await self._down()
        present = self._diary.coming(round_id)
        await season.until(max(at, season.now) + MINUTE)
        self._judge_match(round_id, present)
        await self._relieve(fate)

    def _judge_match(self, round_id: int, present: set[int]) -> None:
        season, state = self.season, self.season.facts.rounds[round_id]["state"]
        if state == "running" and season.workers.last is not None:
            self._diary.match(round_id, present)
            season.lost(self._judge.matched(round_id, present, season.workers.last))
        elif state in {"too-few", "called-off"}:
            self._diary.drop(round_id, present)
            season.tally.passed_over += 1
            season.lost(self._judge.dropped(round_id, present))
        else:
            season.lost([f"round {round_id} is {state} after its hour"])

    @property
    def _threads(self) -> str:
        return f"/channels/{self.season.world.threads.id}/threads"

    def _forbid(self, forbidden: bool) -> None:
        denied = discord.Permissions(create_private_threads=True).value if forbidden else 0
        bot = self.season.world.env.backend.bot_user.id
        overwrite = Overwrite(bot, OverwriteType.MEMBER, deny=denied)
        self.season.world.env.backend.set_overwrite(self.season.world.threads.id, overwrite)

    async def _relieve(self, fate: Fate) -> None:
        """What was wrong with the place for threads is mended some hours later."""
        season = self.season
        if fate in {Fate.FULL, Fate.FORBIDDEN}:
            season.tally.troubles += 1
            reports = spoken_words(season.world, season.world.office.id)
            signs = [begins(season.world, key) for key in ("report-full", "report-permission")]
            if sum(any(sign in said for sign in signs) for said in reports) != self._reported + 1:
                season.lost([f"organisers were told {reports[-3:]} where no thread could be opened"])
            self._reported += 1
            await season.until(season.now + season.chance.randint(1, 4) * HOUR)
            self._forbid(False)
            faults: list[dict[str, Any]] = season.world.env.backend.faults
            faults[:] = [fault for fault in faults if fault["path"] != self._threads]
            await season.until(season.now + 2 * HOUR)

    async def _skip(self) -> None:
        house, association = self.season.world.bot.house, self.season.world.association
        (job,) = await due.upcoming(association.read(), [MATCH])
        async with association.transaction() as db:
            await house.jobs.pass_over(association, db, job)

    async def _hold(self, at: int) -> None:
        season = self.season
        await season.moves.suspend(held=True)
        await season.until(at + 26 * HOUR)
        if season.facts.announced is None:
            season.lost(["people were brought together while everything was suspended"])
        await season.moves.suspend(held=False)

    async def _down(self) -> None:
        """A week goes by without the bot."""
        season = self.season
        before = season.look()
        await season.world.env.advance_time(7 * DAY)
        await season.restart()
        for _ in range(15):
            await season.step(season.now + MINUTE)
        self._judge_close(before)

    # A round that runs

    async def _run(self, round_id: int, at: int, downtime: int) -> None:
        """What people do with their coffee, until the next round is announced; the bot may be down after the first
        day, or at the end (`downtime`)."""
        season = self.season
        for number, when in enumerate((2 * HOUR, 2 * DAY + 3 * HOUR, 7 * DAY + HOUR)):
            await self.reach(max(season.now + MINUTE, at + when))
            season.lost(self._judge.in_touch())
            if season.facts.running is not None:
                await self._talk(round_id, number)
            await self.crowd.live()
            season.look()
            season.lost(self._judge.in_touch())
            if downtime == number > 0 or (downtime == 1 and number == 0):
                await self._down()
                downtime = 0
        season.watch.gone()

    async def _talk(self, round_id: int, number: int) -> None:
        if number == 0:
            await self.crowd.ask_status(round_id)
        await self.crowd.talk(round_id, number)
        self.season.look()
        if number < 2:
            self.season.lost(self._judge.waiting_for_nothing(round_id))

    async def reach(self, instant: int) -> None:
        """Time passes up to an instant; a round that ends before then is looked at when it does."""
        season = self.season
        while True:
            ends = [job["due_at"] for job in season.facts.jobs if job["kind"] == CLOSE and job["due_at"] <= instant]
            if not ends or season.facts.running is None:
                break
            await season.until(ends[0] - 1)
            before = season.look()
            await season.until(max(ends[0], season.now + MINUTE))
            self._judge_close(before)
        await season.until(instant)

    def _judge_close(self, before: Facts) -> None:
        running = before.running
        if running is not None and self.season.facts.rounds[running["id"]]["state"] == "closed":
            self.season.lost(self._judge.closed(running["id"], before, self.season.now))

    async def _end(self) -> None:
        """No more rounds; what is under way ends."""
        season = self.season
        await season.moves.organise("matchmaking:turn:off")
        await self.reach(season.now + 30 * DAY)
        season.watch.gone()
        season.lost(self._judge.settled(season.now))
        season.watch.complain(season.tally.twice, self._judge.letters(season.inboxes()))
