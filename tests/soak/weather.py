"""Discord as the soak meets it: several servers, requests that take effect after their process died, and bad days."""

from __future__ import annotations

import os
import re
import signal
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from aiohttp import web

from tests.delivery import shapes
from tests.delivery.standin import Clock, Fault, StandIn
from tests.soak.instants import SharedClock
from tests.soak.points import KILLED_ON_ITS_WAY

ON_ITS_WAY: Final = 25
"""Seconds after its process's death when a request takes effect: the library waits 30 for an answer."""
MARKED: Final = re.compile(r" · [0-9a-f]{8}$")
"""The end of a private thread's name that nobody should see."""

_TROUBLES: Final = ((503, False), (503, True), (0, False), (0, True))
_REPEATED: Final = (502, True)  # the library asks again by itself, after a second


@dataclass(frozen=True, slots=True)
class Straggler:
    """A request whose process is dead already."""

    at: int
    request: web.Request
    path: str
    body: dict[str, Any]


class Discord(StandIn):
    """Outlives the processes that talk to it. With a `fate`, a few requests in a hundred meet trouble."""

    def __init__(self, clock: SharedClock, fate: Random | None = None) -> None:
        super().__init__(clock)
        self.fate = fate
        self.troubles = 0
        self.seen_half_done: list[str] = []
        """Private threads whose people were let in before they were complete."""
        self._late: list[Straggler] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One request: after those that were still on their way."""
        self.land()
        path = request.path.removeprefix("/api")
        killed = request.headers.get(KILLED_ON_ITS_WAY)
        if killed is not None:
            body = await request.json() if request.can_read_body else {}
            self._late.append(Straggler(self.clock.now() + ON_ITS_WAY, request, path, body))
            os.kill(int(killed), signal.SIGKILL)
            return web.Response(status=500)
        if self.fate is not None and _may_fail(request.method, path) and self.fate.random() < 0.06:
            status, done = self.fate.choice(_TROUBLES) if self.fate.random() < 0.95 else _REPEATED
            self.troubles += 1
            self.faults.append(Fault(request.method, path, status, done))
        return await super().answer(request)

    def land(self) -> None:
        """What was on its way takes effect, at its own time."""
        present = self.clock
        while self._late and self._late[0].at <= present.now():
            late = self._late.pop(0)
            self.clock = then = Clock()
            then.at = late.at
            try:
                self._do(late.request, late.path, late.body)
            except shapes.Refused:
                pass  # what it was about is gone
            finally:
                self.clock = present

    def _do(self, request: web.Request, path: str, body: dict[str, Any]) -> Any:
        match [request.method, *path.strip("/").split("/")]:
            case ["GET", "guilds", guild_id, "threads", "active"]:
                found = [
                    each for each in self.channels.values() if shapes.is_open(each) and each["guild_id"] == guild_id
                ]
                return {"threads": found, "members": []}
            case ["PUT", "channels", thread_id, "thread-members", _]:
                self._look_at(int(thread_id))
        return super()._do(request, path, body)

    def _look_at(self, thread_id: int) -> None:
        """Somebody is let in: what do they see?"""
        name = self.channels.get(thread_id, {}).get("name", "")
        if MARKED.search(name) or not self.messages.get(thread_id):
            self.seen_half_done.append(name)

    def _thread(self, parent: int, *args: Any, **options: Any) -> dict[str, Any]:
        made = super()._thread(parent, *args, **options)
        made["guild_id"] = self.channels[parent]["guild_id"]
        return made


def _may_fail(method: str, path: str) -> bool:
    """Everything but what a job asks before it decides: a job that fails is tried again by rules of its own."""
    return path.startswith(("/channels/", "/guilds/", "/users/@me/channels")) and not (
        method == "GET" and re.fullmatch(r"/channels/\d+", path)
    )
