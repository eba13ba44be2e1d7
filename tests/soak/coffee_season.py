"""The server of a season, its people and the bot: time passes from one thing that is due to the next, and now and then
the bot is restarted, or cut short in the middle of what it does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from bot.people import members
from bot.people.members import Profile
from bot.schedule import schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.occurrences import Pause
from bot.storage import preferences as prefs
from cogs.matchmaking import people_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.dates import ANNOUNCE
from cogs.matchmaking.jobs import RHYTHM
from cogs.matchmaking.preferences import MINIMUM
from cogs.matchmaking.rules import Rhythm
from tests import world as worlds
from tests.house import discord_rules
from tests.soak.coffee_acts import Acts
from tests.soak.coffee_diary import Diary
from tests.soak.coffee_facts import Facts, look, path_of
from tests.soak.coffee_judging import Judge
from tests.soak.coffee_moves import Moves
from tests.soak.coffee_pairing import Asked, Gate, WatchedWorkers, complaints
from tests.soak.coffee_people import Person, Place
from tests.soak.coffee_watch import PARIS, Watch
from tests.soak.judging import Tally
from tests.world import World

BEGIN: Final = int(datetime(2026, 3, 20, 12, tzinfo=PARIS).timestamp())
"""A Friday; the first round takes place on the Tuesday after the clocks went forward."""
AUGUST: Final = Pause(date(2026, 8, 1), date(2026, 8, 31))
PEOPLE: Final = 40
GRACE: Final = 30 * DAY
"""How long the bot keeps what it knows of somebody who left."""
STEP: Final = 12 * HOUR
PATIENCE: Final = 60.0
"""Seconds (of a busy machine) that the bot gets to come to rest after each step."""
RESTARTS: Final = 0.03
"""How likely a restart is at each step."""
ZONES: Final = ("53", "53", "53", "72", "72", "49", "35")
WAYS: Final = ("both", "both", "both", "both", "remote", "in-person")
RHYTHMS: Final = ("once", "once", "every", "every", "second", "monthly")
WHAT: Final = "Je tisse du lin"
SUBJECTS: Final = ("facturation", "logo", "photo", "relecture", "vidéo", "devis", "traduction", "marché public")


class Season:
    """What everything else in a season needs."""

    def __init__(self, world: World, workers: WatchedWorkers, seed: int) -> None:
        self.world, self.workers = world, workers
        self.chance = Random(f"coffee {seed}")  # noqa: S311 (to be repeated)
        self.tally = Tally(starts=1)
        self.diary = Diary([])
        self.watch = Watch(world, self.diary, self.tally)
        self.acts = Acts(world, self.diary, self.watch)
        self.moves = Moves(self.acts, self.diary, self.watch)
        self.judge = Judge(self.diary, self.watch)
        workers.heard = self._heard
        self.calm = False
        """Whether nobody restarts the bot for now."""

    @property
    def now(self) -> int:
        """The simulated instant."""
        found: float = self.world.env.now().timestamp()
        return int(found)

    @property
    def facts(self) -> Facts:
        """How things stood when they were last looked at."""
        return self.watch.facts

    def _heard(self, asked: Asked) -> None:
        self.watch.complain(self.tally.half, complaints(asked, self.diary))

    def lost(self, complaints_: Iterable[str]) -> None:
        """Keep complaints that somebody was left in the dark, or something did not happen."""
        self.watch.complain(self.tally.lost, iter(complaints_))

    # Time

    async def until(self, instant: int) -> None:
        """Time passes, from one thing that is due to the next."""
        while self.now < instant:
            await self.step(min(instant, self._next()))

    async def step(self, instant: int) -> None:
        """It is later; the heart beats; everything is looked at."""
        await self.world.env.advance_time(max(0, instant - self.now))
        if not self.calm and self.chance.random() < RESTARTS:
            await self.restart()
        await self.world.beat()
        self.look()

    def look(self) -> Facts:
        """See how things stand; whoever left long ago is forgotten."""
        for person in self.diary.long_gone(self.now - GRACE - STEP - HOUR):
            self.diary.erase(person, Place.STRANGER)
        return self.watch.look(self.acts.place)

    def _next(self) -> int:
        """When something that may lead to a message is next due."""
        sending, facts = self.world.bot.house.jobs.sending, look(path_of(self.world))
        jobs = [row["due_at"] for row in facts.jobs if row["state"] == "due" and row["kind"] in sending]
        rows = [row["due_at"] for row in facts.outbox if row["state"] == "due"]
        overdue = [self.now + MINUTE for at in jobs if at <= self.now and not self.is_held]
        return int(min([at for at in (*jobs, *rows) if at > self.now] + overdue + [self.now + STEP]))

    @property
    def is_held(self) -> bool:
        """Whether organisers suspended everything."""
        return self.world.association.preferences[prefs.SUSPENDED]

    async def restart(self) -> None:
        """The bot is restarted."""
        self.tally.starts += 1
        await self.world.restart()

    async def cut(self, calls: int) -> None:
        """The heart beats, and is cut short after so many calls to Discord; then the bot is restarted."""
        env = self.world.env
        before = len(env.http_requests)
        with env._bot_scope():
            beating = asyncio.create_task(self.world.bot.beat())
        while not beating.done() and len(env.http_requests) < before + calls:  # noqa: ASYNC110 (it stops between two)
            await asyncio.sleep(0)
        self.tally.kills += not beating.done()
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await self.restart()

    async def meanwhile(self, act: Callable[[], Awaitable[None]]) -> None:
        """The heart beats, and people act while the worker pairs them."""
        gate = self.workers.gate = Gate()
        with self.world.env._bot_scope():
            beating = asyncio.create_task(self.world.bot.beat())
        waiting = asyncio.create_task(gate.reached.wait())
        await asyncio.wait({beating, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        try:
            if gate.reached.is_set():
                await act()
        finally:
            self.workers.gate = None
            gate.opened.set()
        await beating
        await self.world.env.settle()

    def inboxes(self) -> dict[int, list[int]]:
        """The messages that the bot wrote to each person, answers to a press aside."""
        backend = self.world.env.backend
        return {
            channel.recipient_ids[0]: [
                number
                for number, message in backend.messages[channel.id].items()
                if message.author_id == backend.bot_user.id and message.visible_to(None)
            ]
            for channel in backend.channels.values()
            if len(channel.recipient_ids) == 1
        }

    def end(self) -> None:
        """What the bot logged as an error, and what Discord would have refused, is wrong."""
        failures = self.world.failures.events
        self.tally.half += [f"an error was logged: {event}" for event in failures]
        failures.clear()
        self.tally.half += [f"Discord would refuse: {each}" for each in discord_rules.violations(self.world.env)]

    # People

    async def settle_in(self) -> None:
        """A channel, a schedule, and forty people."""
        await self.world.choose({MINIMUM: "8"})
        await self.moves.choose_place("café")
        await self.world.later(BEGIN - self.now)
        for number in range(PEOPLE):
            await self.join(f"membre-{number}", introduced=True)
        await self.plan()
        self.look()

    async def join(self, name: str, *, introduced: bool = False) -> Person:
        """Somebody joins the server; most of the first ones are introduced, and some take part in a rhythm."""
        draw = self.chance.choice
        person = Person(self.world.join(name), self.chance.random(), self.chance.random(), "both", "", Place.STRANGER)
        self.diary.add(person)
        await self.world.env.settle()
        if introduced:
            person.place, person.how, person.zone = Place.HERE, draw(WAYS), draw(ZONES)
            person.rhythm = draw(RHYTHMS)
            tags = (tuple(self.chance.sample(SUBJECTS, 2)), tuple(self.chance.sample(SUBJECTS, 2)))
            now, way = self.now, (Rhythm(person.rhythm), How(person.how))
            async with self.world.association.transaction() as db:
                await members.accept_notice(db, person.id, now)
                await members.save_profile(db, Profile(person.id, WHAT, None, person.zone, "", *tags, True, now))
                await people_store.choose(db, person.id, now, rhythm=way[0], how=way[1])
        return person

    async def plan(self) -> None:
        """Every second Tuesday, so that the clocks change between an announcement and its round; not in August."""
        rhythm = replace(RHYTHM, anchor=RHYTHM.anchor + timedelta(days=7))
        async with self.world.association.transaction() as db:
            await schedules.put(db, ANNOUNCE, rhythm, active=True, now=self.now)
            await schedules.add_pause(db, AUGUST)
            await self.world.bot.house.jobs.replan(self.world.association, db)


def open_world(folder: Path) -> tuple[World, WatchedWorkers]:
    """A server whose bot's workers are watched; enter it with `async with`."""
    found: list[World] = []
    workers = WatchedWorkers(lambda: look(path_of(found[0])))
    worlds.WORKERS = workers
    found.append(World(folder))
    found[0].env.settle_timeout = PATIENCE
    return found[0], workers
