"""What organisers do in a quarter: decide, schedule, skip, pause, hold everything, type and correct dates, lose their
channel and choose another one."""

from __future__ import annotations

from datetime import date, timedelta

from bot.schedule import due
from bot.storage.preferences import Preference
from cogs.digest.preferences import CHANNEL as DIGEST
from cogs.prompts.preferences import CHANNEL, HOST
from cogs.prompts.turns import ASK
from tests.deadlines.stage import correct, type_date
from tests.introductions.test_refusals import press, submit_raw
from tests.soak.quarter_calendar import local
from tests.soak.quarter_story import Story

CORRECTED = ("fr-contributions-5th", date(2026, 5, 5), "6/5"), ("fr-cfe-direct-debit", date(2026, 11, 30), "27/11")
"""An entry of each season, the date that its rule names, and the right one as it is typed."""
TAX_DAYS = {"zone-1": "2026-05-21", "zone-2": "2026-05-28", "zone-3": "2026-06-04"}


class Team:
    """The organisers, who are one."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._world = story.world
        self._chance = story.chance

    async def decide(self) -> None:
        """Say yes or no to what members proposed."""
        rows = await self._world.association.read().rows("SELECT id FROM prompt_suggestions WHERE state = 'waiting'")
        for row in rows:
            if self._chance.random() < 0.7:
                await self._press(f"prompts:accept:{row['id']}")
            else:
                words = {"word": "Merci, elle ressemble à une autre."}
                await submit_raw(self._world, self._world.organiser, f"prompts:declined:{row['id']}", words)

    async def settle(self) -> None:
        """Take care of the dates that were reported."""
        rows = await self._world.association.read().rows("SELECT id FROM deadline_reports WHERE settled_at IS NULL")
        for row in rows:
            await self._press(f"deadlines:settle:{row['id']}")

    async def choose_host(self) -> None:
        """Somebody is invited to answer first."""
        if here := self._story.diary.here():
            await self._world.choose({HOST: self._chance.choice(here).who.id})

    async def skip(self) -> None:
        """Leave the next question out."""
        job = next((one for one in await due.upcoming(self._world.association.read(), [ASK])), None)
        if job is not None:
            await self._press(f"prompts:skip:{job.id}")
            self._story.diary.skipped.add(date.fromisoformat(job.key))

    async def pause(self, first: date, days: int) -> None:
        """Schedules rest for some days."""
        last = first + timedelta(days=days - 1)
        await self._press(f"organisers:pause_suggested:{first}:{last}")
        self._story.diary.pauses.append((first, last))

    async def hold(self) -> None:
        """Nothing is sent."""
        await self._press("organisers:suspend")
        self._story.diary.held.begin(self._story.now)

    async def release(self) -> None:
        """It goes on."""
        self._story.diary.held.end(self._story.now)
        await self._press("organisers:resume")

    async def take_up_again(self) -> None:
        """Begin anew with the questions that ended by themselves."""
        level = await self._world.association.read().value("SELECT level FROM prompt_ritual")
        if level == "stopped":
            await self._press("prompts:resume")

    async def lose_the_room(self) -> None:
        """Somebody deletes the channel."""
        self._world.env.backend.delete_channel(self._story.diary.room.id)
        self._story.diary.roomless.begin(self._story.now)
        await self._world.env.settle()

    async def choose_a_room(self) -> None:
        """Another channel is the room."""
        diary = self._story.diary
        diary.room = self._world.guild.create_text_channel(f"conversations-{len(diary.rooms)}")
        diary.rooms.append(diary.room.id)
        await self._world.env.settle()
        chosen: dict[Preference[int | None], int] = {CHANNEL: diary.room.id, DIGEST: diary.room.id}
        await self._world.choose(chosen)
        diary.roomless.end(self._story.now)

    async def type_dates(self) -> None:
        """The dates of the income tax are known."""
        for zone, day in TAX_DAYS.items():
            await type_date(self._world, 2026, "fr-income-tax", zone, day)

    async def correct(self) -> None:
        """A date is another one this year."""
        entry, named, day = CORRECTED[0 if local(self._story.now).month < 7 else 1]
        await correct(self._world, entry, named.isoformat(), day, "Annoncé par l’Urssaf")
        self._story.diary.corrected.add((entry, named))

    async def _press(self, act: str) -> None:
        await press(self._world, self._world.organiser, act)
