"""An outbox on the real library, against a stand-in for Discord."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.delivery import outbox as module
from bot.delivery.discord_calls import Calls
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.search import Synonyms
from bot.ui.cards import card
from tests.delivery.desk import ANNA, BRUNO, CLARA, Desk, at
from tests.delivery.standin import GUILD_ID, Clock, StandIn

KIND = "test:kind"


@pytest.fixture
def clock() -> Clock:
    """The clock of the bot and of Discord."""
    return Clock()


@pytest.fixture
async def discord_(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[StandIn]:
    """The stand-in, where the library finds Discord."""
    stand_in = StandIn(clock)
    application = web.Application()
    application.router.add_route("*", "/api/{path:.*}", stand_in.answer)
    async with TestServer(application) as server:
        monkeypatch.setattr(discord.http.Route, "BASE", str(server.make_url("/api")))
        yield stand_in


@pytest.fixture
async def client(discord_: StandIn) -> AsyncIterator[discord.Client]:
    """The real client, logged in and not connected."""
    made = discord.Client(intents=discord.Intents.none())
    await made.login("MTIz.abc.def")
    discord_.requests.clear()
    guild = discord.Guild(data={"id": GUILD_ID, "name": "Les Indés"}, state=made._connection)  # type: ignore[typeddict-item]
    made._connection._add_guild(guild)  # as the gateway would
    yield made
    await made.close()


@pytest.fixture
async def association(tmp_path: Path) -> AsyncIterator[Association]:
    """An association of the stand-in's server."""
    opened = await Association.open(tmp_path / f"{GUILD_ID}.db", GUILD_ID, Synonyms.load(CODE_DATA / "synonyms.toml"))
    yield opened
    await opened.close()


@dataclass
class Post:
    """The outbox of a feature that says what its reference says, and notes what it is told."""

    association: Association
    client: discord.Client
    clock: Clock
    reported: list[tuple[str, dict[str, str | int]]] = field(default_factory=list)
    recorded: list[Sent] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    on_sent: Callable[[Row], Awaitable[None]] | None = None
    on_render: Callable[[Row], Awaitable[None]] | None = None

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Another process on the same file."""
        self.outbox = Outbox(Calls(self.client), self.clock, self._report)
        self.outbox.register(Kind(KIND, self._render, self._sent, self._failed))

    async def put(self, operation: Operation = Operation.POST, text: str | None = "x", **options: Any) -> int:
        """Decide on a row."""
        async with self.association.transaction() as db:
            return await self.outbox.put(db, KIND, operation, reference={"text": text}, **options)

    async def deliver(self, later: int = 0) -> None:
        """Time passes; then what is due is sent."""
        self.clock.at += later
        await self.outbox.deliver(self.association)

    async def state(self, row_id: int) -> str:
        """How a row stands."""
        return str(await self.association.read().value("SELECT state FROM outbox WHERE id = :id", id=row_id))

    async def column(self, row_id: int, name: str) -> Any:
        """A value of a row."""
        return await self.association.read().value(f"SELECT {name} FROM outbox WHERE id = :id", id=row_id)

    async def _report(self, association: Association, db: Connection, key: str, **values: str | int) -> None:  # noqa: ARG002
        assert db is not None
        self.reported.append((key, values))

    async def _render(self, association: Association, row: Row) -> Rendered | None:  # noqa: ARG002
        if self.on_render is not None:
            await self.on_render(row)
        text = row.reference["text"]
        return None if text is None else Rendered(card(text), title=text, archived=row.reference.get("archived"))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        await db.run("INSERT INTO meta (name, value) VALUES (:name, 'x')", name=f"sent {row.id}")
        if self.on_sent is not None:
            await self.on_sent(row)
        self.recorded.append(sent)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        self.failures.append(reason)


@pytest.fixture
def post(association: Association, client: discord.Client, clock: Clock, caplog: pytest.LogCaptureFixture) -> Post:
    """The outbox."""
    caplog.set_level(logging.CRITICAL, module.__name__)
    return Post(association, client, clock)


@pytest.fixture
async def desk(
    association: Association, client: discord.Client, discord_: StandIn, clock: Clock, caplog: pytest.LogCaptureFixture
) -> Desk:
    """Somebody who writes letters, on a Friday morning, and three members."""
    caplog.set_level(logging.CRITICAL, "bot.delivery")
    clock.at = at("2027-01-15 10:00")
    made = Desk(association, client, discord_, clock)
    await made.accept(ANNA, BRUNO, CLARA)
    return made
