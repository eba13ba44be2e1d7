"""Stops calling Discord before Discord stops listening. It bans an address for a while after 10,000 invalid requests in
ten minutes: answered 401, 403 or 429, except where a 429 is about a limit shared with others.

The library repeats a request that meets 429 by itself, so responses are counted where they arrive, below the library.
A refused token gets 401 from every route: a few of those are enough. Answers to interactions are never stopped (people
wait for them, and each act makes only one), but they count.
"""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Final

import aiohttp
from yarl import URL

from bot.logs import fields

WINDOW: Final = 600.0
"""Seconds over which Discord counts."""
MOST: Final = 100
"""Invalid requests in the window; one more opens the breaker."""
FEW: Final = 50
"""It stays open until the window holds fewer than this."""
REFUSALS: Final = 5
"""Refusals of the bot's token that open it; it then stays open until the window holds none."""

log = logging.getLogger(__name__)

_ROUTE: Final = re.compile(r"/api(?:/v\d+)?/(\w+)")
_SPARED: Final = frozenset({"interactions", "webhooks"})


class BreakerOpen(Exception):  # noqa: N818 (an answer: not now)
    """The call was not made: too many invalid requests lately."""


class Breaker:
    """Counts invalid requests; open while there are too many. `now` gives seconds that never go back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._invalid: deque[float] = deque()
        self._refusals: deque[float] = deque()
        self._open = False

    @property
    def is_open(self) -> bool:
        """Whether calls have to wait."""
        self._forget()
        if self._open and len(self._invalid) < FEW and not self._refusals:
            self._open = False
            log.info("calls to Discord resume", extra=self._counts())
        return self._open

    def check(self) -> None:
        """Raise `BreakerOpen` while it is open."""
        if self.is_open:
            raise BreakerOpen

    def count(self, status: int, scope: str | None = None, *, with_token: bool = True) -> None:
        """A response arrived. `scope` is its X-RateLimit-Scope; `with_token` says that the bot's token was sent."""
        if status not in {401, 403, 429} or (status == 429 and scope == "shared"):
            return
        self._forget()
        self._invalid.append(self._now())
        if status == 401 and with_token:
            self._refusals.append(self._now())
        if not self._open and (len(self._invalid) > MOST or len(self._refusals) >= REFUSALS):
            self._open = True
            log.error("too many invalid requests: calls to Discord stop", extra=self._counts())

    def trace(self) -> aiohttp.TraceConfig:
        """For `discord.Client(http_trace=...)`: counts every response, and while open stops requests that the library
        is about to repeat."""
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._before)
        config.on_request_end.append(self._after)
        return config

    async def _before(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestStartParams
    ) -> None:
        if _with_token(params.url):
            self.check()

    async def _after(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        answer = params.response
        self.count(answer.status, answer.headers.get("X-RateLimit-Scope"), with_token=_with_token(params.url))

    def _forget(self) -> None:
        for times in (self._invalid, self._refusals):
            while times and times[0] <= self._now() - WINDOW:
                times.popleft()

    def _counts(self) -> Mapping[str, int]:
        return fields(invalid=len(self._invalid), refusals=len(self._refusals))


def _with_token(url: URL) -> bool:
    """Whether a request carries the bot's token: a route of the API that is neither an answer to an interaction nor the
    gateway."""
    route = _ROUTE.match(url.path)
    return route is not None and route[1] not in _SPARED
