"""The weeks of a quarter: people talk, they answer, nobody is there; and what befalls the bot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum
from random import Random

from bot.schedule.clock import DAY, HOUR, MINUTE
from tests.introductions.test_refusals import press
from tests.soak.quarter_calendar import PARIS, Season
from tests.soak.quarter_people import Crowd
from tests.soak.quarter_story import Act, Story
from tests.soak.quarter_team import Team

PEOPLE = 13
"""Who is there when it begins; about as many come later."""


class Mood(Enum):
    """What a week is like."""

    LIVELY = "people write every day"
    ANSWER = "people write, and answer the question"
    SILENT = "people write, and nobody answers"
    DEAD = "nobody writes"
    STILL = "nobody does anything, and what was asked is settled: there is nothing to tell when it ends"
    PAUSE = "schedules rest"
    DOWN = "the bot is down"
    HELD = "everything is held for some days"
    LOST = "the channel is gone for some days"


def moods(season: Season, chance: Random) -> list[Mood]:
    """The weeks of a quarter, in an order that chance decides; of three weeks, some."""
    if season.weeks < 13:
        return [Mood.ANSWER, *chance.sample([Mood.DOWN, Mood.SILENT, Mood.HELD, Mood.LOST], season.weeks - 1)]
    silence = [Mood.SILENT, Mood.SILENT, Mood.DEAD, Mood.DEAD]
    chance.shuffle(silence)
    silence.insert(chance.randrange(len(silence)), Mood.STILL)  # an ordinary Monday follows it
    blocks = [[Mood.ANSWER], [Mood.ANSWER, Mood.LIVELY], silence, [Mood.PAUSE] * 2]
    blocks += [[Mood.DOWN], [Mood.HELD], [Mood.LOST]]
    chance.shuffle(blocks)
    return [mood for block in blocks for mood in block]


class Weeks:
    """Plans each week, and lives it."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._chance = story.chance
        self._crowd = Crowd(story)
        self._team = Team(story)
        self._moods = moods(story.season, story.chance)
        self._acts: list[tuple[int, int, Act]] = []

    async def arrive(self) -> None:
        """Those who are there from the beginning."""
        for _ in range(PEOPLE):
            await self._story.until(self._story.now + self._chance.randint(5, 40) * MINUTE)
            await self._crowd.join()
        for act in (self._crowd.follow, self._crowd.follow, self._crowd.subscribe, self._crowd.subscribe):
            await act()

    async def live(self, number: int) -> None:
        """One week, from Monday to Sunday evening."""
        monday, mood = self._story.season.monday + timedelta(weeks=number), self._moods[number]
        self._acts = []
        await self._befall(monday, mood)
        self._talk(monday, mood)
        self._do(monday, mood)
        for at, _, act in sorted(self._acts, key=lambda one: one[:2]):
            await self._story.until(at)
            await self._story.act(act)
        await self._story.until(_at(monday + timedelta(days=6), time(23)))

    def _plan(self, day: date, at: time, act: Act) -> None:
        self._acts.append((_at(day, at), len(self._acts), act))

    def _some_time(self, monday: date) -> tuple[date, time]:
        """Mostly when people work."""
        hour = self._chance.choice((7, 9, 10, 11, 12, 14, 15, 16, 17, 18, 21, 23))
        return monday + timedelta(days=self._chance.randrange(7)), time(hour, self._chance.randrange(60))

    # What befalls everybody

    async def _befall(self, monday: date, mood: Mood) -> None:
        match mood:
            case Mood.PAUSE if not self._story.diary.paused(monday):
                self._plan(monday, time(6), lambda: self._team.pause(monday, 14))
            case Mood.DOWN:
                self._plan(monday, time(self._chance.randrange(8)), self._story.stop)
                self._plan(monday + timedelta(days=6), time(self._chance.randrange(12, 22)), self._story.start)
            case Mood.HELD:
                self._plan(monday, time(7), self._team.hold)
                self._plan(monday + timedelta(days=1), time(self._chance.choice((8, 11, 16))), self._team.release)
            case Mood.LOST:
                self._plan(monday, time(self._chance.choice((7, 12))), self._team.lose_the_room)
                self._plan(monday + timedelta(days=self._chance.choice((1, 2))), time(15), self._team.choose_a_room)
            case Mood.ANSWER if self._chance.random() < 0.4:
                self._plan(monday, time(9), self._team.skip)
        if mood is not Mood.DOWN:
            self._outage(monday, mood)

    def _outage(self, monday: date, mood: Mood) -> None:
        """The bot starts anew, after a moment or some hours."""
        day, at = self._some_time(monday)
        day = min(day, monday + timedelta(days=5))
        if mood in {Mood.HELD, Mood.LOST}:
            day = monday + timedelta(days=5)  # not while what was begun waits for its end
        elif self._chance.random() < 0.3:
            day, at = monday + timedelta(days=self._chance.randrange(2)), time(8, 10)
        away = self._chance.choice((1, 5 * MINUTE, HOUR, 3 * HOUR, 5 * HOUR))
        back = datetime.fromtimestamp(min(_at(day, at) + away, _at(monday, time(20)) + 6 * DAY), PARIS)
        self._plan(day, at, self._story.stop)
        self._plan(back.date(), back.time(), self._story.start)

    # What people and organisers do

    def _talk(self, monday: date, mood: Mood) -> None:
        for day in range(7):
            if mood in {Mood.LIVELY, Mood.DOWN} or (mood is Mood.HELD and day > 3):
                self._plan(monday + timedelta(days=day), time(self._chance.randrange(7, 23), 13), self._say)
        if mood in {Mood.ANSWER, Mood.SILENT, Mood.LOST, Mood.PAUSE, Mood.HELD}:
            self._plan(monday, time(self._chance.randrange(9, 21), 41), self._say)
        if mood in {Mood.ANSWER, Mood.LOST}:
            self._plan(monday + timedelta(days=self._chance.randrange(1, 5)), time(11, 5), self._answer)

    async def _say(self) -> None:
        """Somebody writes in the room."""
        here = [person for person in self._story.diary.people if not person.away.open]
        if here and not self._story.diary.roomless.open:
            await self._chance.choice(here).who.send(self._story.diary.room, "Bonjour à vous")

    async def _answer(self) -> None:
        """Somebody answers in the thread of the newest question of the room."""
        threads = [] if self._story.diary.roomless.open else self._story.diary.room.threads
        here = [person for person in self._story.diary.people if not person.away.open]
        if here and threads:
            await self._chance.choice(here).who.send(threads[-1], "Chez moi, un message la veille")

    def _do(self, monday: date, mood: Mood) -> None:
        if mood is Mood.STILL:
            self._plan(monday + timedelta(days=6), time(17, 20), self._settle)
        for act, often in self._crowd.acts() if mood is not Mood.STILL else ():
            for _ in range(sum(self._chance.random() < often / 20 / 2 for _ in range(2))):
                self._plan(*self._some_time(monday), act)
        for day, act in self._of_the_team(monday, mood):
            self._plan(monday + timedelta(days=day), time(self._chance.randrange(9, 18), 20), act)

    async def _settle(self) -> None:
        """Everybody's requests are dealt with."""
        sql = "SELECT id FROM help_requests WHERE state = 'open' AND asker_id = :me"
        for person in self._story.diary.here():
            for row in self._story.rows(sql, me=person.who.id):
                await press(self._story.world, person.who, f"help_requests:solve:{row['id']}")

    def _of_the_team(self, monday: date, mood: Mood) -> Iterator[tuple[int, Act]]:
        yield 2, self._team.decide
        yield 3, self._team.settle
        if self._chance.random() < 0.3:
            yield 0, self._team.choose_host
        if mood not in {Mood.SILENT, Mood.DEAD}:
            yield 3, self._team.take_up_again
        if monday == date(2026, 4, 13):
            yield 2, self._team.type_dates
        if monday in {date(2026, 4, 20), date(2026, 11, 9)}:
            yield 3, self._team.correct


def _at(day: date, at: time) -> int:
    return int(datetime.combine(day, at, PARIS).timestamp())
