"""I/O points: where a process touches its file or the network. At one of them it is killed.

A statement has two, before it and after it; COMMIT has one more, while its thread is at it. A call has three: before it
is sent; on its way (Discord gets it, and acts on it some seconds after the process died); once it is answered.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, Final

import aiohttp
import aiosqlite

from bot.schedule.clock import Clock

KILLED_ON_ITS_WAY: Final = "X-Killed-On-Its-Way"
"""The header by which a call asks the stand-in to kill its process before it acts. Holds the process's id."""

Tell = Callable[[str], None]
"""Says something to the parent, for certain: also when the next thing that happens is SIGKILL."""


class Points:
    """Counts the points that are passed from an instant on, and dies at the one that was chosen (0: at none)."""

    def __init__(self, clock: Clock, tell: Tell, *, die_at: int, since: int) -> None:
        self.passed = 0
        self._clock = clock
        self._tell = tell
        self._die_at = die_at
        self._since = since

    def _chosen(self, what: str) -> bool:
        if self._clock.now() < self._since:
            return False
        self.passed += 1
        if self.passed != self._die_at:
            return False
        self._tell(f"killed {what}")
        return True

    def reach(self, what: str) -> None:
        """Pass a point, or die at it."""
        if self._chosen(what):
            os.kill(os.getpid(), signal.SIGKILL)

    def watch_statements(self) -> None:
        """Make every statement, of every connection, two points."""
        for name in ("execute", "execute_fetchall", "execute_insert"):
            setattr(aiosqlite.Connection, name, self._watched(getattr(aiosqlite.Connection, name)))

    def _watched(self, original: Any) -> Any:
        async def watched(connection: aiosqlite.Connection, sql: str, *values: Any) -> Any:
            what = " ".join(sql.split())[:50]
            self.reach(f"before {what}")
            running = asyncio.ensure_future(original(connection, sql, *values))
            if sql == "COMMIT":
                await asyncio.sleep(0)
                self.reach("during COMMIT")
            result = await running
            self.reach(f"after {what}")
            return result

        return watched

    def watch_calls(self, trace: aiohttp.TraceConfig) -> None:
        """Make every call three points."""
        trace.on_request_start.append(self._before)
        trace.on_request_end.append(self._after)

    async def _before(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, call: aiohttp.TraceRequestStartParams
    ) -> None:
        self.reach(f"before {_named(call)}")
        if self._chosen(f"with {_named(call)} on its way"):
            call.headers[KILLED_ON_ITS_WAY] = str(os.getpid())

    async def _after(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, call: aiohttp.TraceRequestEndParams
    ) -> None:
        self.reach(f"after {_named(call)} was answered {call.response.status}")


def _named(call: aiohttp.TraceRequestStartParams | aiohttp.TraceRequestEndParams) -> str:
    return f"{call.method} {call.url.path.removeprefix('/api')}"
