"""Time in a quarter: it passes as for a bot whose heart beats whenever something is due, which stops and starts."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from random import Random
from typing import Final, Protocol

from bot.app import build
from bot.schedule.clock import HOUR, MINUTE
from cogs.digest.preferences import CHANNEL as DIGEST
from cogs.digest.rules import POST
from cogs.help_requests import CHANNEL as HELP
from cogs.tips import CHANNEL as TIPS
from tests.introductions.test_refusals import press
from tests.prompts.stage import switch_on
from tests.soak.quarter_calendar import Season, local
from tests.soak.quarter_diary import Diary
from tests.soak.quarter_watch import Watch
from tests.world import World

LONGEST: Final = HOUR
"""Seconds that pass without a heartbeat."""
_WITHOUT_BOT: Final = frozenset({"start", "_say", "_answer", "join", "leave", "come_back", "lose_the_room"})
"""What happens while the bot is down."""
Act = Callable[[], Awaitable[None]]


class Judge(Protocol):
    """Looks at what each heartbeat does."""

    async def before(self) -> None:
        """What is so before a heartbeat."""

    async def after(self) -> None:
        """What is so after it."""


class Story:
    """A quarter that is being lived. Everything that chance decides follows from the seed."""

    def __init__(self, world: World, season: Season, seed: int) -> None:
        self.world = world
        self.season = season
        self.chance = Random(f"{season.name} {seed}")  # noqa: S311
        self.watch = Watch(world)
        self.diary: Diary
        self.faults: dict[str, None] = {}
        self.judges: list[Judge] = []
        self._file: sqlite3.Connection | None = None

    @property
    def now(self) -> int:
        """The present instant, in UTC seconds."""
        return self.world.clock.now()

    @property
    def up(self) -> bool:
        """Whether the bot runs."""
        return not self.diary.down.open

    def fault(self, what: str) -> None:
        """Note what is wrong, once."""
        self.faults.setdefault(f"{self.season.name}: {what}")

    async def open(self) -> None:
        """Everything is set up: channels, the weekly question, the digest."""
        world = self.world
        await world.env.advance_time(self.season.opens.timestamp() - self.now)
        places = [world.guild.create_text_channel(name) for name in ("astuces", "coups-de-main", "conversations")]
        await world.env.settle()
        tips, hands, room = places
        self.diary = Diary(room, rooms=[room.id])
        await world.choose({TIPS: tips.id, HELP: hands.id, DIGEST: room.id})
        async with world.association.transaction() as db:
            await world.bot.house.panels.open(db)
            await world.bot.house.panels.place(world.association, db)
            await world.bot.house.publications.post_waiting(world.association, db)
        await switch_on(world, room)
        await press(world, world.organiser, f"organisers:rhythm_turn:on:{POST}")
        await self.beat()

    def rows(self, sql: str, **values: str | int) -> list[sqlite3.Row]:
        """What the association's file holds, be the bot there or not."""
        if self._file is None:
            path = self.world.settings.data_dir / f"{self.world.guild.id}.db"
            self._file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            self._file.row_factory = sqlite3.Row
        return self._file.execute(sql, values).fetchall()

    def note_forgotten(self) -> None:
        """Whoever stays away for long is forgotten, which is as good as erased."""
        known = {row["id"] for row in self.rows("SELECT id FROM members")}
        for person in self.diary.people:
            if person.introduced and person.erased_at is None and person.who.id not in known:
                if not person.away.open:
                    self.fault(f"{person.name} is forgotten, who is here")
                person.erased_at = self.now

    def close(self) -> None:
        """Nobody looks into the file any more."""
        if self._file is not None:
            self._file.close()

    # Time

    async def until(self, at: int) -> None:
        """Time passes."""
        while self.now < at:
            if not self.up:
                await self._pass(at)
                return
            await self._pass(min(at, self._next()))
            await self.beat()

    def _next(self) -> int:
        """When the heart beats next: when something is due, in a minute where more is due than one beat does."""
        due = "SELECT due_at FROM jobs WHERE state = 'due' UNION ALL SELECT due_at FROM outbox WHERE state = 'due'"
        (first,) = self.rows(f"SELECT min(due_at) FROM ({due})")[0]
        if first is None or self.diary.held.open:
            return self.now + LONGEST
        return min(max(int(first), self.now + MINUTE), self.now + LONGEST)

    async def _pass(self, at: int) -> None:
        await self.world.env.advance_time(at - self.now)

    async def beat(self) -> None:
        """A heartbeat, watched."""
        await self._watched(self.world.beat)

    async def act(self, act: Act) -> None:
        """Somebody does something. What needs the bot waits in vain while it is down."""
        named = getattr(act, "__name__", "")
        if self.up and named not in {"start", "stop"}:
            await self._watched(act)
        elif self.up or named in _WITHOUT_BOT:
            await act()
        self.watch.look()

    async def _watched(self, happens: Act) -> None:
        for judge in self.judges:
            await judge.before()
        await happens()
        self.watch.look()
        for judge in self.judges:
            await judge.after()

    # The bot stops and starts

    async def stop(self) -> None:
        """The bot is gone: it hears of nothing."""
        await self.world.env.settle()
        await self.world.bot.house.associations.close()
        await self.world.env._detach_bot()
        self.diary.down.begin(self.now)

    async def start(self) -> None:
        """It is there again, on the same data."""
        self.diary.down.end(self.now)
        self.diary.restarts += 1
        await self._watched(self._start)
        await self.beat()

    async def _start(self) -> None:
        self.world.bot = build(self.world.settings, self.world.clock, heartbeat=False, ticks=self.world.clock.now)
        await self.world.env.restart_bot(self.world.bot)
        await self.world.env.settle()

    def __str__(self) -> str:
        return f"{self.season.name}, {local(self.now):%a %d/%m %H:%M}"
