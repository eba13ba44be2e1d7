"""The breaker: Discord never gets many invalid requests, whatever goes wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from bot.delivery.breaker import FEW, MOST, REFUSALS, WINDOW, Breaker, BreakerOpen
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable, outside
from bot.ui.cards import card
from tests.delivery.standin import Fault, StandIn


class Seconds:
    """A clock that never goes back."""

    at = 1000.0

    def now(self) -> float:
        """Where it stands."""
        return self.at


@pytest.fixture
def seconds() -> Seconds:
    """The breaker's clock."""
    return Seconds()


@pytest.fixture
def breaker(seconds: Seconds) -> Breaker:
    """A closed breaker."""
    return Breaker(seconds.now)


@pytest.fixture
async def client(discord_: StandIn, breaker: Breaker) -> AsyncIterator[discord.Client]:
    """The real client, logged in, with the breaker below it."""
    made = discord.Client(intents=discord.Intents.none(), http_trace=breaker.trace())
    await made.login("MTIz.abc.def")
    discord_.requests.clear()
    yield made
    await made.close()


def _count(breaker: Breaker, status: int, times: int, scope: str | None = None) -> None:
    for _ in range(times):
        breaker.count(status, scope)


# Counting


@pytest.mark.parametrize(("status", "scope"), [(403, None), (429, None), (429, "user"), (429, "global")])
def test_it_opens_past_the_limit(breaker: Breaker, status: int, scope: str | None) -> None:
    _count(breaker, status, MOST, scope)
    breaker.check()
    _count(breaker, status, 1, scope)
    assert breaker.is_open
    with pytest.raises(BreakerOpen):
        breaker.check()


@pytest.mark.parametrize(("status", "scope"), [(200, None), (404, None), (500, None), (429, "shared")])
def test_what_discord_does_not_count_is_not_counted(breaker: Breaker, status: int, scope: str | None) -> None:
    _count(breaker, status, 10 * MOST, scope)
    assert not breaker.is_open


def test_it_closes_when_the_window_holds_few_and_says_each_once(
    breaker: Breaker, seconds: Seconds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    _count(breaker, 403, MOST - FEW + 2)
    seconds.at += 60
    _count(breaker, 429, FEW + 20)
    seconds.at += WINDOW - 60  # the first ones are forgotten
    assert breaker.is_open
    seconds.at += 60
    assert not breaker.is_open
    assert not breaker.is_open
    assert [record.levelno for record in caplog.records] == [logging.ERROR, logging.INFO]
    assert {name: value for name, value in vars(caplog.records[0]).items() if name in {"invalid", "refusals"}} == {
        "invalid": MOST + 1,
        "refusals": 0,
    }


def test_a_slow_trickle_never_opens_it(breaker: Breaker, seconds: Seconds) -> None:
    for _ in range(10 * MOST):
        seconds.at += WINDOW / MOST
        breaker.count(403)
        assert not breaker.is_open


def test_a_refused_token_opens_it_at_once_until_no_refusal_is_left(breaker: Breaker, seconds: Seconds) -> None:
    _count(breaker, 401, REFUSALS - 1)
    assert not breaker.is_open
    seconds.at += 60
    _count(breaker, 401, 1)
    assert breaker.is_open
    seconds.at += WINDOW - 1
    assert breaker.is_open
    seconds.at += 1
    assert not breaker.is_open


# Through the library


@pytest.mark.parametrize("status", [401, 403, 429])
async def test_a_storm_stays_far_under_discords_limit(
    client: discord.Client, discord_: StandIn, seconds: Seconds, status: int
) -> None:
    """Fifteen at a time go on calling for an hour; the library repeats what met a 429 by itself."""
    calls, places = Calls(client), [discord_.channel() for _ in range(15)]
    discord_.faults.append(Fault("", "", status=status, retry_after=0.001, lasting=True))
    arrived: list[tuple[float, int]] = []
    for _ in range(120):
        seconds.at += 30
        before = len(discord_.requests)
        ended = await asyncio.gather(
            *(calls.post(place, card("x"), 1, discord.AllowedMentions.none()) for place in places),
            return_exceptions=True,
        )
        assert {type(end) for end in ended} <= {Undecided, Undeliverable}
        arrived.append((seconds.at, len(discord_.requests) - before))
    for start, _ in arrived:
        assert sum(count for at, count in arrived if start <= at < start + WINDOW) < 120


async def test_an_open_breaker_is_undecided_and_nothing_leaves(
    client: discord.Client, discord_: StandIn, breaker: Breaker
) -> None:
    _count(breaker, 403, MOST + 1)
    with pytest.raises(Undecided, match="breaker"):
        await Calls(client).post(discord_.channel(), card("x"), 1, discord.AllowedMentions.none())
    with pytest.raises(Undecided, match="breaker"):
        async with outside():
            breaker.check()
    assert discord_.requests == []


async def test_an_answer_to_an_interaction_is_never_stopped_but_counts(
    client: discord.Client, discord_: StandIn, breaker: Breaker
) -> None:
    answer = discord.Webhook.partial(123, "token", client=client)
    discord_.faults.append(Fault("POST", "/webhooks/123/token", status=401, code=50027, lasting=True))
    for _ in range(MOST + 1):
        assert not breaker.is_open  # an expired interaction says nothing about the bot's token
        with pytest.raises(discord.HTTPException, match="50027"):
            await answer.send("Bonjour")
    assert breaker.is_open
    discord_.requests.clear()
    with pytest.raises(discord.HTTPException, match="50027"):
        await answer.send("Bonjour")
    assert discord_.requests == ["POST /webhooks/123/token"]


async def test_the_gateway_is_never_stopped(client: discord.Client, breaker: Breaker) -> None:
    _count(breaker, 403, MOST + 1)
    elsewhere = discord.http.Route.BASE.removesuffix("/api").replace("http:", "ws:")
    with pytest.raises(aiohttp.WSServerHandshakeError):  # it was asked, and is none
        await client.http.ws_connect(elsewhere)


async def test_after_the_window_calls_resume(
    client: discord.Client, discord_: StandIn, breaker: Breaker, seconds: Seconds
) -> None:
    place = discord_.channel()
    _count(breaker, 401, REFUSALS)
    seconds.at += WINDOW
    await Calls(client).post(place, card("x"), 1, discord.AllowedMentions.none())
    assert discord_.texts(place) == ["x"]
