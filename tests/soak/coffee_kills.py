"""A round of coffee is matched and its threads open, and the process is killed at each point of that: two couples, and
one who is left over and told so. The worker process that pairs them is a real one."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any, Final

from bot.people import members
from bot.people.members import Profile
from bot.schedule import jobs
from bot.schedule.clock import DAY, MINUTE, Clock
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import Preference, choose
from bot.words.i18n import Words
from cogs.matchmaking import people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.dates import MATCH
from cogs.matchmaking.preferences import CHANNEL, MINIMUM
from cogs.matchmaking.rules import Rhythm
from tests.delivery.shapes import BOT_ID
from tests.delivery.standin import DM, GUILD_ID, PRIVATE_THREAD, TEXT
from tests.soak.coffee_facts import Coffee, Facts, look
from tests.soak.every_point import AFTER, ALIVE, DOWNTIMES, LANDED, START, TROUBLES
from tests.soak.judging import Tally
from tests.soak.lane import MEMORY, Lane, lane
from tests.soak.process import synonyms
from tests.soak.weather import MARKED

DUE: Final = int(datetime(2027, 1, 19, 8, tzinfo=UTC).timestamp())
"""A Tuesday, 9:00 in Paris: the instant at which people are brought together."""
BORN: Final = DUE - 2 * MINUTE
PEOPLE: Final = (700, 701, 702, 703, 704)
NAME: Final = "a round of coffee"
LIVES: Final = "tests.soak.coffee_process"
LANES: Final = 2
STRIDE: Final = 4
"""A life with a worker process takes a second of a processor: every fourth point is tried, each time another downtime
and another weather."""
TWICE: Final = 40
"""Scenarios in which the second process is killed too, at a random point."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Where the process dies, how long it is down, and what Discord does meanwhile. The second process may die too."""

    die_at: int
    downtime: int
    trouble: str = ""
    again_at: int = 0

    def __str__(self) -> str:
        again = f", then at {self.again_at}" if self.again_at else ""
        return f"{NAME}: killed at {self.die_at}{again}, down for {self.downtime} s, {self.trouble or 'fair'}"


@dataclass(frozen=True, slots=True)
class Places:
    """The channels of the server."""

    coffee: int
    threads: int
    office: int

    @classmethod
    def make(cls, lane: Lane) -> Places:
        """Create them, and the announcement. At the same instant, in the same order, they get the same numbers."""
        made = cls(*(lane.discord.channel(TEXT) for _ in range(3)))
        lane.discord.say(made.coffee, "", BOT_ID)
        return made

    def announcement(self, lane: Lane) -> int:
        """The message that announces the round."""
        return min(lane.discord.messages[self.coffee])


class Rehearsal:
    """The file of an association whose round is announced, to be played again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / f"{GUILD_ID}.db"

    async def prepare(self, lane: Lane) -> None:
        """Write the file once."""
        self._folder.mkdir(parents=True)
        lane.reset(DUE - 5 * DAY, {})
        places = Places.make(lane)
        association = await Association.open(self._file, GUILD_ID, synonyms())
        async with association.transaction() as db:
            await _furnish(db, lane.clock, places)
            round_id = await round_store.add(db, date(2027, 1, 19), DUE, lane.clock.now())
            await round_store.stand(db, round_id, places.coffee, places.announcement(lane))
            await jobs.plan(db, MATCH, str(round_id), due_at=DUE)
        await association.close()

    async def count(self, lane: Lane) -> int:
        """How many points there are when nobody kills it."""
        self._begin(lane, "")
        return (await lane.live(DUE + ALIVE, since=DUE)).passed

    def _begin(self, lane: Lane, trouble: str) -> Places:
        lane.reset(DUE - 5 * DAY, {GUILD_ID: self._file})
        places = Places.make(lane)
        lane.clock.set(BORN)
        fault = TROUBLES[trouble]
        if fault is not None:
            lane.discord.faults.append(replace(fault, ending="/threads"))
        return places

    async def play(self, lane: Lane, scenario: Scenario) -> Tally:
        """One scenario, and what was found."""
        places = self._begin(lane, scenario.trouble)
        tally = Tally(scenarios=1, starts=2, troubles=int(bool(scenario.trouble)))
        deaths = []
        for die_at, until, since in self._lives(scenario, lane):
            life = await lane.live(until, die_at=die_at, since=since)
            deaths += [life.point] if life.killed else []
            lane.clock.set(lane.clock.now() + scenario.downtime)
        await lane.live(lane.clock.now() + AFTER)
        tally.kills = len(deaths)
        tally.starts = 1 + len(deaths)
        _judge(lane, places, look(lane.folder / f"{GUILD_ID}.db"), tally)
        where = f" [{scenario}: {'; '.join(deaths)}]"
        for found in (tally.lost, tally.twice, tally.half):
            found[:] = [what + where for what in found]
        return tally

    @staticmethod
    def _lives(scenario: Scenario, lane: Lane) -> Iterator[tuple[int, int, int]]:
        yield scenario.die_at, DUE + ALIVE, DUE
        if scenario.again_at:
            yield scenario.again_at, lane.clock.now() + AFTER, 0


async def _furnish(db: Connection, clock: Clock, places: Places) -> None:
    now = clock.now()
    chosen: list[tuple[Preference[Any], Any]] = [
        (prefs.NAME, "Les Indés"),
        (prefs.CONTACT, "bonjour@indes53.fr"),
        (prefs.ORGANISERS_CHANNEL, places.office),
        (prefs.THREADS_CHANNEL, places.threads),
        (CHANNEL, places.coffee),
        (MINIMUM, "4"),
    ]
    for preference, value in chosen:
        await choose(db, clock, preference, value)
    for person in PEOPLE:
        await members.accept_notice(db, person, now)
        await members.save_profile(db, Profile(person, "Je tisse du lin", None, "53", "", (), (), True, now))
        await people_store.choose(db, person, now, rhythm=Rhythm.EVERY, how=How.BOTH)


def scenarios(points: int, seed: int, *, stride: int, twice: int) -> list[Scenario]:
    """Every `stride`-th point with one of the downtimes in turn, in fair weather and in foul; and some processes that
    are killed a second time, at a random point."""
    chance, downtimes, weather = Random(f"coffee {seed}"), cycle(DOWNTIMES), cycle(["", *TROUBLES])  # noqa: S311
    chosen = [Scenario(at, next(downtimes), next(weather)) for at in range(1, points + 1, stride)]
    return chosen + [
        Scenario(chance.randint(1, points), LANDED, again_at=chance.randint(1, points + START)) for _ in range(twice)
    ]


async def soak(seed: int, *, quick: bool) -> Tally:
    """All of it, in lanes of its own; what was found."""
    stride, twice = (STRIDE * 10, TWICE // 10) if quick else (STRIDE, TWICE)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=MEMORY)))
        lanes = [await stack.enter_async_context(lane(folder / f"lane{number}", LIVES)) for number in range(LANES)]
        rehearsal, total = Rehearsal(folder / "coffee"), Tally()
        await rehearsal.prepare(lanes[0])
        total.points = await rehearsal.count(lanes[0])
        waiting = scenarios(total.points, seed, stride=stride, twice=twice)

        async def work(one: Lane) -> None:
            while waiting:
                total.add(await rehearsal.play(one, waiting.pop(0)))

        await asyncio.gather(*map(work, lanes))
        return total


# What was found


def _judge(lane: Lane, places: Places, facts: Facts, tally: Tally) -> None:
    lane.discord.land()
    made = list(facts.coffees.values())
    tally.expected += len(PEOPLE)
    tally.lost += _lost(lane, facts, made)
    tally.twice += _twice(lane, places, made)
    tally.half += _half(lane, places, facts, made)
    tally.half += [f"an error was logged: {line}" for line in lane.errors()]
    tally.half += [f"{name!r} was shown half done" for name in lane.discord.seen_half_done]


def _lost(lane: Lane, facts: Facts, made: list[Coffee]) -> Iterator[str]:
    """Everybody has a thread, or was told why not."""
    let_in = {one for thread in _threads(lane) for one in lane.discord.members[thread]}
    for person in PEOPLE:
        seated = any(person in coffee.seated for coffee in made)
        if seated and person not in let_in:
            yield f"{person} has a coffee, and is in no thread"
        if not seated and len(_letters(lane, person)) != 1:
            yield f"{person} has no coffee, and read {_letters(lane, person)}"
    if len(made) != 2 or Counter(facts.outcomes.values()) != {"matched": 4, "odd": 1}:
        yield f"{len(made)} matches were made: {facts.outcomes}"


def _twice(lane: Lane, places: Places, made: list[Coffee]) -> Iterator[str]:
    """Nobody is in two matches, and each match has one thread."""
    seats = Counter(person for coffee in made for person in coffee.seated)
    yield from (f"{person} is in {n} matches" for person, n in seats.items() if n > 1)
    known = {coffee.thread_id for coffee in made}
    yield from (f"thread {thread} is of no match" for thread in _threads(lane) if thread not in known)
    for person in PEOPLE:
        if len(_letters(lane, person)) > 1 or (seats[person] and _letters(lane, person)):
            yield f"{person} read {_letters(lane, person)}"
    if len(lane.discord.messages[places.coffee]) != 1:
        yield f"the channel holds {lane.discord.texts(places.coffee)}"


def _half(lane: Lane, places: Places, facts: Facts, made: list[Coffee]) -> Iterator[str]:
    """Threads hold their people, under their name, with one message; what follows is planned once; no row waits."""
    for coffee in made:
        if coffee.thread_id not in lane.discord.channels:
            yield f"match {coffee.id} has no thread"
            continue
        thread, number = lane.discord.channels[coffee.thread_id], coffee.thread_id
        if lane.discord.members[number] != {BOT_ID, *coffee.seated}:
            yield f"thread {number} has {lane.discord.members[number]} in it, not {coffee.seated}"
        if MARKED.search(thread["name"]) or len(lane.discord.messages[number]) != 1:
            yield f"thread {thread['name']!r} holds {lane.discord.texts(number)}"
    for row in facts.outbox:
        if row["state"] != "sent":
            yield f"row {row['id']} ({row['kind']}, {row['operation']}) is {row['state']} ({row['reason']})"
    planned = Counter(row["kind"] for row in facts.jobs if row["kind"].startswith("matchmaking:"))
    wanted = dict.fromkeys(("matchmaking:nudge", "matchmaking:check-in", "matchmaking:close", "matchmaking:tidy"), 1)
    if planned != wanted:
        yield f"planned is {dict(planned)}"
    if lane.discord.texts(places.office):
        yield f"organisers were told: {lane.discord.texts(places.office)}"
    announced = lane.discord.texts(places.coffee)
    if not any(Words("fr").plain("coffee-running").split("\n")[0] in text for text in announced):
        yield f"the announcement still says {announced}"


def _threads(lane: Lane) -> list[int]:
    return [number for number, channel in lane.discord.channels.items() if channel["type"] == PRIVATE_THREAD]


def _letters(lane: Lane, person: int) -> list[str]:
    """What somebody read in private."""
    return [
        text
        for number, channel in lane.discord.channels.items()
        if channel["type"] == DM and int(channel["recipients"][0]["id"]) == person
        for text in lane.discord.texts(number)
    ]
