"""What is under way while the process is killed: one thing at a time, from the job that is due to its message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from bot.delivery.outbox import Operation
from bot.people import members
from bot.schedule import schedules
from bot.schedule.clock import HOUR, MINUTE, Clock
from bot.schedule.jobs import plan
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection
from tests.delivery.standin import FORUM, GUILD_ID, TEXT, StandIn
from tests.soak.feature import ERRAND, PLACE, WEEKLY, Habit
from tests.soak.judging import Expected
from tests.soak.process import synonyms

DUE: Final = int(datetime(2027, 1, 18, 8, tzinfo=UTC).timestamp())
"""A Monday, 9:00 in Paris: the instant at which everything is due."""
PREPARED: Final = DUE - HOUR
BORN: Final = DUE - 2 * MINUTE
PEOPLE: Final = (700, 701)
GUILDS: Final = (GUILD_ID, GUILD_ID + 1)


@dataclass(frozen=True, slots=True)
class Places:
    """The channels of one server."""

    text: int
    forum: int

    @classmethod
    def make(cls, discord: StandIn, guild_id: int) -> Places:
        """Create them. At the same instant, in the same order, they get the same numbers."""
        return cls(discord.channel(TEXT, guild_id=str(guild_id)), discord.channel(FORUM, guild_id=str(guild_id)))

    def of(self, operation: Operation) -> int:
        """Where something of this kind goes."""
        return self.forum if operation is Operation.FORUM_POST else self.text


@dataclass(frozen=True, slots=True)
class Errand:
    """A job of one time, and the message that it leads to."""

    key: str
    due_at: int
    operation: Operation
    people: tuple[int, ...] = ()

    async def plan(self, db: Connection, places: Places) -> None:
        """Make it due."""
        payload: dict[str, Any] = {"place": places.of(self.operation), "operation": self.operation.value}
        await plan(db, ERRAND, self.key, due_at=self.due_at, payload={**payload, "people": list(self.people)})

    def expected(self, places: Places) -> Expected:
        """What it leads to."""
        place = self.people[0] if self.operation is Operation.DM else places.of(self.operation)
        return Expected(self.operation, place, f"{ERRAND} {self.key}", frozenset(self.people))


@dataclass(frozen=True, slots=True)
class Flow:
    """What is due in each association of a process: schedules, or an errand."""

    name: str
    habits: tuple[Habit, ...] = ()
    errands: tuple[Errand, ...] = ()
    guilds: tuple[int, ...] = GUILDS[:1]

    @property
    def creates(self) -> str:
        """The end of the request that makes the thing itself."""
        (operation,) = {errand.operation for errand in self.errands} or {Operation.POST}
        return "/threads" if operation in {Operation.FORUM_POST, Operation.PRIVATE_THREAD} else "/messages"

    def expected(self, places: Places) -> list[Expected]:
        """What one association's server shows in the end."""
        posted = [Expected(Operation.POST, places.text, f"{habit.name} {_day(DUE)}") for habit in self.habits]
        return posted + [errand.expected(places) for errand in self.errands]


def _day(instant: int) -> date:
    return datetime.fromtimestamp(instant, UTC).date()


FLOWS: Final = (
    Flow("a schedule's message", habits=(WEEKLY,)),
    Flow("a forum post", errands=(Errand("a", DUE, Operation.FORUM_POST),)),
    Flow("a private thread", errands=(Errand("a", DUE, Operation.PRIVATE_THREAD, PEOPLE),)),
    Flow("a direct message", errands=(Errand("a", DUE, Operation.DM, PEOPLE[:1]),)),
    Flow("two associations", habits=(WEEKLY,), guilds=GUILDS),
)


async def prepare(
    path: Path, guild_id: int, places: Places, habits: Iterable[Habit], errands: Sequence[Errand], clock: Clock
) -> Path:
    """An association's file in which all this is planned; closed, so that it can be copied."""
    association = await Association.open(path, guild_id, synonyms())
    async with association.transaction() as db:
        await meta.put(db, PLACE, str(places.text))
        for person in {person for errand in errands for person in errand.people}:
            await members.accept_notice(db, person, clock.now())
        for habit in habits:
            await schedules.put(db, habit.name, habit.rhythm, active=True, now=clock.now())
            await schedules.replan(association, db, habit.name, habit.recurring, clock.now())
        for errand in errands:
            await errand.plan(db, places)
    await association.close()
    return path
