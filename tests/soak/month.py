"""A simulated month of two associations in one process that is killed again and again, in changing weather."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Final

from bot.delivery.outbox import Operation
from bot.schedule.clock import DAY, HOUR, MINUTE
from tests.soak import almanac
from tests.soak.almanac import PARIS
from tests.soak.feature import HABITS
from tests.soak.flows import GUILDS, Errand, Places, prepare
from tests.soak.judging import Expected, File, Tally, on_discord
from tests.soak.lane import End, Lane

BEGIN: Final = int(datetime(2027, 3, 8, tzinfo=PARIS).timestamp())
END: Final = int(datetime(2027, 4, 7, 12, tzinfo=PARIS).timestamp())
"""A month in which the clocks of Paris go forward, at an instant around which nothing is due."""
POINTS_AHEAD: Final = 90
"""A kill comes at one of that many points after it was decided on: in a start, or in what is due next."""
_DOWNTIMES: Final = (((1, 2 * MINUTE), 60), ((2 * MINUTE, HOUR), 25), ((HOUR, 8 * HOUR), 12), ((8 * HOUR, 2 * DAY), 3))
"""From and to (seconds), and how many in a hundred."""
_OPERATIONS: Final = (Operation.POST, Operation.FORUM_POST, Operation.PRIVATE_THREAD, Operation.DM)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a month goes: all of it follows from the seed, except for what two associations do at the same time."""

    seed: int
    kills: int
    errands: int

    def errands_of(self, guild_id: int) -> list[Errand]:
        """What an association has planned, at any time of the month, to all kinds of places."""
        chance = Random(f"{self.seed} {guild_id}")  # noqa: S311
        return [self._errand(number, guild_id, chance) for number in range(self.errands)]

    def _errand(self, number: int, guild_id: int, chance: Random) -> Errand:
        operation = _OPERATIONS[number % len(_OPERATIONS)]
        count = {Operation.PRIVATE_THREAD: 2, Operation.DM: 1}.get(operation, 0)
        people = tuple(chance.sample(range(700, 706), count))
        return Errand(f"{guild_id % 10}-{number}", chance.randrange(BEGIN + HOUR, END - 6 * HOUR), operation, people)


async def play(lane: Lane, folder: Path, plan: Plan) -> Tally:
    """Live through the month, and count."""
    folder.mkdir(parents=True)
    lane.reset(BEGIN, {})
    places = {guild_id: Places.make(lane.discord, guild_id) for guild_id in GUILDS}
    files = {
        guild_id: await prepare(
            folder / f"{guild_id}.db", guild_id, there, HABITS, plan.errands_of(guild_id), lane.clock
        )
        for guild_id, there in places.items()
    }
    lane.reset(BEGIN, files, Random(f"{plan.seed} weather"))  # noqa: S311
    assert places == {guild_id: Places.make(lane.discord, guild_id) for guild_id in GUILDS}
    lives = await _live(lane, plan)
    return _judge(lane, plan, places, lives)


async def _live(lane: Lane, plan: Plan) -> list[End]:
    """One life after the other, each killed at some point after an instant that fate chose; the last one isn't."""
    chance = Random(plan.seed)  # noqa: S311
    instants = sorted(chance.randrange(BEGIN + HOUR, END - 2 * DAY) for _ in range(plan.kills))
    lives = []
    for instant in instants:
        life = await lane.live(END, die_at=chance.randint(1, POINTS_AHEAD), since=instant)
        lives.append(life)
        lane.clock.set(min(lane.clock.now() + _downtime(chance), max(lane.clock.now(), END - DAY)))
    lives.append(await lane.live(END))
    return lives


def _downtime(chance: Random) -> int:
    (((least, most), _),) = chance.choices(_DOWNTIMES, [weight for _, weight in _DOWNTIMES])
    return chance.randint(least, most)


def _judge(lane: Lane, plan: Plan, places: dict[int, Places], lives: list[End]) -> Tally:
    lane.discord.land()
    tally = Tally(scenarios=1, starts=len(lives), kills=sum(life.killed for life in lives))
    tally.troubles = lane.discord.troubles
    expected: list[Expected] = []
    for guild_id, there in places.items():
        file = File(lane.folder / f"{guild_id}.db")
        file.judge(lane.discord, tally)
        expected += [errand.expected(there) for errand in plan.errands_of(guild_id)]
        expected += _recurring(file, there, lives, tally)
    on_discord(lane.discord, expected, tally)
    tally.half += [f"an error was logged: {line}" for line in lane.errors()]
    return tally


def _recurring(file: File, there: Places, lives: list[End], tally: Tally) -> list[Expected]:
    """What schedules led to; each has exactly one next occurrence."""
    expected, planned = [], []
    for habit in HABITS:
        dates = almanac.named(habit, BEGIN, END)
        expected += almanac.expect(habit, dates, file.did(), lives, there.text, tally)
        following = almanac.named(habit, END + 1, END + 40 * DAY)[0]
        planned.append((habit.name, following.date.isoformat(), following.instant))
    found = [(row["kind"], row["key"], row["due_at"]) for row in file.jobs]
    if sorted(found) != sorted(planned):
        tally.half.append(f"{file.name}: planned is {found}, not {planned}")
    return expected
