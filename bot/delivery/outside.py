"""A call to Discord ends within 30 s in one of three ways: a result, a refusal with its reason, or "undecided"."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
import discord

from bot.delivery.breaker import BreakerOpen
from bot.storage.database import refuse_calls_outside

TIMEOUT: Final = 30.0

_REASONS: Final = {
    10003: "channel-gone",
    10004: "permission",  # a server that the bot is no longer in
    10008: "message-gone",
    50001: "permission",
    50013: "permission",
    40058: "permission",
    160006: "full",
    30047: "permission",
    50007: "dm-closed",
    50278: "dm-closed",  # no server in common any more
}
_NO_SUCH_PERSON: Final = frozenset({10007, 10013})
_TOO_FAST: Final = frozenset({20016, 20022, 20028, 20029, 30046, 40003, 40004, 40006, 130000})
"""Slow mode, write limits, direct messages opened too fast, things that Discord switched off for a while: Discord says
403 or 400 to some of them, but means later."""


class Undeliverable(Exception):  # noqa: N818 (a value the feature decides on)
    """Discord refused for a reason that trying again won't change: `channel-gone`, `message-gone`, `permission`,
    `full`, `dm-closed`, `member-gone`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Undecided(Exception):  # noqa: N818
    """No clear answer (5xx, reset, time-out, too fast): it may have happened or not."""


@asynccontextmanager
async def outside() -> AsyncIterator[None]:
    """A call to Discord: never inside a transaction, never longer than 30 s, its failures sorted."""
    refuse_calls_outside()
    try:
        async with asyncio.timeout(TIMEOUT):
            yield
    except discord.HTTPException as error:
        if meaning := _meaning(error):
            raise meaning from error
        raise
    except BreakerOpen as error:
        raise Undecided("breaker") from error
    except discord.RateLimited as error:  # a wait that the library finds too long
        raise Undecided("HTTP 429") from error
    except (TimeoutError, OSError, aiohttp.ClientError) as error:
        raise Undecided(f"network {type(error).__name__}") from error


@asynccontextmanager
async def towards_somebody() -> AsyncIterator[None]:
    """The same where the call names a person, who may be gone."""
    try:
        async with outside():
            yield
    except discord.HTTPException as error:
        if error.code in _NO_SUCH_PERSON:
            raise Undeliverable("member-gone") from error
        raise


def _meaning(error: discord.HTTPException) -> Undeliverable | Undecided | None:
    """What an error of Discord says; None when the request itself was wrong."""
    if error.code in _TOO_FAST:
        return Undecided(f"HTTP {error.status} ({error.code})")
    reason = _REASONS.get(error.code) or ("permission" if error.status == 403 else None)
    if reason is not None:
        return Undeliverable(reason)
    lost = error.status == 404 and error.code == 0  # Discord names what it doesn't know; this came from a proxy of it
    if error.status in {401, 429} or error.status >= 500 or lost:
        return Undecided(f"HTTP {error.status}")
    return None
