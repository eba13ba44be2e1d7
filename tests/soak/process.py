"""The process that is killed: the real storage, jobs, outbox, heartbeat and library, with a small feature and without a
gateway. It lives from the clock's present instant to a given one, and moves the clock itself."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import discord

from bot.delivery.breaker import Breaker
from bot.delivery.discord_calls import Calls
from bot.delivery.outbox import Outbox
from bot.schedule.clock import MINUTE
from bot.schedule.heartbeat import Heartbeat
from bot.schedule.jobs import Jobs
from bot.settings import CODE_DATA
from bot.storage.association import Association, Associations
from bot.storage.database import Connection
from bot.storage.search import Synonyms
from tests.soak.feature import Feature
from tests.soak.instants import SharedClock
from tests.soak.points import Points, Tell

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Life:
    """How long a process lives (UTC seconds), and at which point from an instant on it is killed (0: at none)."""

    folder: str
    api: str
    clock: str
    until: int
    die_at: int = 0
    since: int = 0


@cache
def synonyms() -> Synonyms:
    """Read once: every life has the same."""
    return Synonyms.load(CODE_DATA / "synonyms.toml")


async def live(life: Life, tell: Tell) -> None:
    """Start as the bot does, beat as its heartbeat does, end in order: if it gets that far."""
    clock = SharedClock(Path(life.clock))
    points = Points(clock, tell, die_at=life.die_at, since=life.since)
    breaker = Breaker()
    trace = breaker.trace()
    discord.http.Route.BASE = life.api
    points.watch_statements()
    points.watch_calls(trace)
    async with discord.Client(intents=discord.Intents.none(), http_trace=trace) as client:
        await client.login("MTIz.abc.def")
        associations = Associations(Path(life.folder), synonyms())
        jobs = Jobs(associations, clock, _report)
        outbox = Outbox(Calls(client), clock, _report, breaker)
        heartbeat = Heartbeat(associations, jobs, outbox, clock)
        Feature(client, clock, jobs, outbox)
        await associations.open_all()
        for association in associations:
            serve(client, association.guild_id)
            await jobs.settle_in(association)
        tell(f"started {points.passed}")
        await beat(heartbeat, clock, life.until)
        await associations.close()
        tell(f"ended {points.passed}")


async def beat(heartbeat: Heartbeat, clock: SharedClock, until: int) -> None:
    """Every minute, and sooner when something is due sooner."""
    while True:
        await heartbeat.beat()
        now = clock.now()
        if now >= until:
            return
        clock.set(min(heartbeat.next_time() or until, now + MINUTE, until))


def serve(client: discord.Client, guild_id: int) -> None:
    """A server comes into view, as the gateway would tell."""
    guild = discord.Guild(data={"id": guild_id, "name": "Les Indés"}, state=client._connection)  # type: ignore[typeddict-item]
    client._connection._add_guild(guild)


async def _report(association: Association, db: Connection, key: str, **values: str | int) -> None:
    log.error("organisers would be told: %s %s", key, values)
