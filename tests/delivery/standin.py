"""A stand-in for Discord's HTTP API: it keeps messages, threads, who is in them and direct messages, drops repeated
nonces per author for a while, and fails as Discord does: before or after having done what was asked.

The real `discord.Client` talks to it over a socket, so what the library does on the way (retries, nonces) is tested
too. Nothing here knows of pytest: another process can serve `StandIn(clock).application()` just as well.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Protocol

import discord
from aiohttp import web

from tests.delivery import shapes
from tests.delivery.shapes import BOT_ID

TEXT: Final = 0
DM: Final = 1
PUBLIC_THREAD: Final = 11
PRIVATE_THREAD: Final = 12
FORUM: Final = 15
GUILD_ID: Final = 600000000000000001
WINDOW: Final = 180
"""Seconds for which a nonce is remembered; Discord promises "a few minutes"."""


class Clock:
    """The clock of the bot and of the stand-in."""

    at = 1800000000

    def now(self) -> int:
        """The instant it was set to."""
        return self.at


class HasTime(Protocol):
    """Whatever tells the stand-in the time."""

    def now(self) -> int:
        """The present instant."""
        ...


@dataclass
class Fault:
    """What the next matching request meets, or with `lasting` every one; an empty method matches all. `done` says that
    it takes effect all the same; status 0 resets the connection. `scope` and `retry_after` are what a 429 says."""

    method: str
    ending: str
    status: int = 503
    done: bool = False
    code: int = 0
    lasting: bool = False
    scope: str = "user"
    retry_after: float = 0.0

    def meets(self, method: str, path: str) -> bool:
        """Whether a request is concerned."""
        return self.method in {"", method} and path.endswith(self.ending)

    def response(self) -> web.Response:
        """What is answered."""
        said = {"code": self.code, "message": "fault"}
        if self.status != 429:
            return shapes.json_response(said, self.status or 500)
        headers = {"Via": "1.1 google", "X-RateLimit-Scope": self.scope}  # without Via the library sees a ban
        said |= {"retry_after": self.retry_after, "global": self.scope == "global"}
        return shapes.json_response(said, 429, headers)


class StandIn:
    """One server with channels, messages and threads, and direct messages beside it."""

    def __init__(self, clock: HasTime) -> None:
        self.clock = clock
        self.channels: dict[int, dict[str, Any]] = {}
        self.messages: dict[int, dict[int, dict[str, Any]]] = {}
        self.pins: list[int] = []
        self.members: dict[int, set[int]] = {}
        """Who is in which thread."""
        self.closed: set[int] = set()
        """People who take no direct messages."""
        self.left: set[int] = set()
        """People who share no server with the bot any more."""
        self.unknown: set[int] = set()
        """Accounts that don't exist."""
        self.faults: deque[Fault] = deque()
        self.refused: dict[int, tuple[int, int]] = {}
        self.requests: list[str] = []
        self._nonces: dict[tuple[int, str], tuple[int, dict[str, Any]]] = {}
        self._dms: dict[int, int] = {}
        self._number = 0

    # What a test sees and sets

    def channel(self, kind: int = TEXT, **values: Any) -> int:
        """A new channel."""
        made = self._snowflake()
        self.channels[made] = {
            "id": str(made),
            "type": kind,
            "guild_id": str(GUILD_ID),
            "name": f"salon-{made % 100}",
            "position": 0,
            "permission_overwrites": [],
            "available_tags": [],
            "flags": 0,
            **values,
        }
        self.messages[made] = {}
        return made

    def texts(self, channel_id: int) -> list[str]:
        """What stands in a channel, in order."""
        return [shapes.text(message) for _, message in sorted(self.messages[channel_id].items())]

    def threads(self, parent_id: int) -> list[dict[str, Any]]:
        """The threads of a channel."""
        return [found for found in self.channels.values() if found.get("parent_id") == str(parent_id)]

    def say(self, channel_id: int, text: str, author: int = 7) -> int:
        """Somebody writes."""
        return int(self._message(channel_id, {"content": text}, author)["id"])

    def archive(self, thread_id: int) -> None:
        """A thread rests."""
        self.channels[thread_id]["thread_metadata"] |= {"archived": True, "archive_timestamp": self._time()}

    def delete_channel(self, channel_id: int) -> None:
        """Somebody deletes a channel."""
        del self.channels[channel_id]

    # How it answers

    def application(self) -> web.Application:
        """All of it, under /api."""
        made = web.Application()
        made.router.add_route("*", "/api/{path:.*}", self.answer)
        return made

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One request."""
        path = request.path.removeprefix("/api")
        self.requests.append(f"{request.method} {path}")
        body = await request.json() if request.can_read_body else {}
        fault = next((fault for fault in self.faults if fault.meets(request.method, path)), None)
        if fault is not None:
            if not fault.lasting:
                self.faults.remove(fault)
            if fault.done:
                self._do(request, path, body)
            if fault.status == 0:
                assert request.transport is not None
                request.transport.abort()
            return fault.response()
        try:
            return shapes.json_response(self._do(request, path, body))
        except shapes.Refused as refused:
            return shapes.json_response({"code": refused.code, "message": "refused"}, refused.status)

    def _do(self, request: web.Request, path: str, body: dict[str, Any]) -> Any:
        match [request.method, *path.strip("/").split("/")]:
            case ["GET", "users", "@me"]:
                return shapes.user(BOT_ID, bot=True)
            case ["GET", "oauth2", "applications", "@me"]:
                return shapes.APPLICATION
            case ["GET", "guilds", _]:
                return {"id": str(GUILD_ID), "name": "Les Indés"}
            case ["GET", "guilds", _, "threads", "active"]:
                open_ = [thread for thread in self.channels.values() if shapes.is_open(thread)]
                return {"threads": open_, "members": []}
            case ["POST", "users", "@me", "channels"]:
                return self._dm(int(body["recipient_id"]))
            case [method, "channels", channel_id, *rest]:
                return self._in_channel(request, method, self._place(int(channel_id)), rest, body)
        raise shapes.Refused(404, 0)

    def _in_channel(  # noqa: C901 (a table of routes)
        self, request: web.Request, method: str, channel: dict[str, Any], rest: list[str], body: dict[str, Any]
    ) -> Any:
        place = int(channel["id"])
        match [method, *rest]:
            case ["GET"]:
                return channel
            case ["PATCH"]:
                return self._edit_thread(channel, body)
            case ["DELETE"]:
                return self.channels.pop(place)
            case ["POST", "messages"]:
                return self._post(place, body)
            case ["GET", "messages"]:
                return self._history(place, request.query)
            case ["PUT", "messages", "pins", message_id]:
                self._find(place, message_id)
                self.pins.append(int(message_id))
                return None
            case ["GET", "messages", message_id]:
                return self._find(place, message_id)
            case ["PATCH", "messages", message_id]:
                if shapes.is_archived(channel):
                    raise shapes.Refused(400, 50083)
                self._find(place, message_id).update(body)
                return self._find(place, message_id)
            case ["DELETE", "messages", message_id]:
                self._find(place, message_id)
                return self.messages[place].pop(int(message_id)) and None
            case ["POST", "messages", message_id, "threads"]:
                self._find(place, message_id)
                if int(message_id) in self.channels:
                    raise shapes.Refused(400, 160004)
                return self._thread(place, body["name"], int(message_id))
            case ["POST", "threads"] if "message" not in body:
                return self._thread(place, body["name"], kind=body["type"], invitable=body["invitable"])
            case ["POST", "threads"]:
                thread = self._thread(place, body["name"])
                starter = self._message(int(thread["id"]), body["message"], BOT_ID, int(thread["id"]))
                return {**thread, "message": starter}
            case ["GET", "threads", "archived", "public"]:
                return self._archived(place, PUBLIC_THREAD, shapes.archived_at, request.query)
            case ["GET", "users", "@me", "threads", "archived", "private"]:
                return self._archived(place, PRIVATE_THREAD, shapes.number, request.query)
            case ["GET", "thread-members"]:
                return [shapes.member(place, user) for user in sorted(self.members[place])]
            case ["PUT", "thread-members", user]:
                return self._add_member(channel, int(user))
        raise shapes.Refused(404, 0)

    def _place(self, channel_id: int) -> dict[str, Any]:
        if channel_id not in self.channels:
            raise shapes.Refused(404, 10003)
        if channel_id in self.refused:
            raise shapes.Refused(*self.refused[channel_id])
        return self.channels[channel_id]

    def _find(self, channel_id: int, message_id: str) -> dict[str, Any]:
        try:
            return self.messages[channel_id][int(message_id)]
        except KeyError:
            raise shapes.Refused(404, 10008) from None

    def _dm(self, user: int) -> dict[str, Any]:
        if user in self.unknown:
            raise shapes.Refused(404, 10013)
        if user not in self._dms:
            self._dms[user] = made = self._snowflake()
            self.channels[made] = {"id": str(made), "type": DM, "recipients": [shapes.user(user, bot=False)]}
            self.messages[made] = {}
        return self.channels[self._dms[user]]

    def _check_open(self, channel: dict[str, Any]) -> None:
        """Direct messages that somebody doesn't take are refused when they are sent, not when they are opened."""
        people = {int(user["id"]) for user in channel.get("recipients", [])}
        if people & self.left:
            raise shapes.Refused(403, 50278)
        if people & self.closed:
            raise shapes.Refused(403, 50007)

    def _add_member(self, thread: dict[str, Any], user: int) -> None:
        if shapes.is_archived(thread):
            raise shapes.Refused(400, 50083)
        if user in self.unknown | self.left:
            raise shapes.Refused(404, 10013 if user in self.unknown else 10007)
        self.members[int(thread["id"])].add(user)

    def _archived(self, parent: int, kind: int, place: Callable[[Any], Any], query: Any) -> dict[str, Any]:
        """A page of archived threads, the last of an order first, up to one whose place in it is given."""
        found = [thread for thread in self.threads(parent) if thread["type"] == kind and shapes.is_archived(thread)]
        if kind == PRIVATE_THREAD:
            found = [thread for thread in found if BOT_ID in self.members[int(thread["id"])]]
        if "before" in query:
            found = [thread for thread in found if place(thread) < place(query["before"])]
        found.sort(key=place, reverse=True)
        limit = int(query.get("limit", 50))
        return {"threads": found[:limit], "members": [], "has_more": len(found) > limit}

    def _post(self, channel_id: int, body: dict[str, Any]) -> dict[str, Any]:
        self._check_open(self.channels[channel_id])
        key = (BOT_ID, str(body.get("nonce")))
        if body.get("enforce_nonce"):
            at, message = self._nonces.get(key, (0, {}))
            if message and self.clock.now() - at <= WINDOW:
                return message
        made = self._message(channel_id, body, BOT_ID)
        self._nonces[key] = (self.clock.now(), made)
        if shapes.is_archived(self.channels[channel_id]):
            self.channels[channel_id]["thread_metadata"]["archived"] = False
        return made

    def _history(self, channel_id: int, query: Any) -> list[dict[str, Any]]:
        after = int(query.get("after", 0))
        later = [message for number, message in sorted(self.messages[channel_id].items()) if number > after]
        return later[: int(query.get("limit", 50))][::-1]

    def _edit_thread(self, thread: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        if shapes.is_archived(thread) and body.get("archived", True):
            raise shapes.Refused(400, 50083)
        thread["name"] = body.get("name", thread["name"])
        if "archived" in body:
            thread["thread_metadata"] |= {"archived": body["archived"], "archive_timestamp": self._time()}
        return thread

    def _thread(
        self, parent: int, name: str, thread_id: int | None = None, *, kind: int = PUBLIC_THREAD, invitable: bool = True
    ) -> dict[str, Any]:
        made = thread_id or self._snowflake()
        self.messages[made] = {}
        self.members[made] = {BOT_ID}
        self.channels[made] = {
            "id": str(made),
            "type": kind,
            "guild_id": str(GUILD_ID),
            "parent_id": str(parent),
            "owner_id": str(BOT_ID),
            "name": name,
            "message_count": 0,
            "member_count": 1,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 10080,
                "archive_timestamp": self._time(),
                "invitable": invitable,
            },
        }
        return self.channels[made]

    def _message(self, channel_id: int, body: dict[str, Any], author: int, made: int | None = None) -> dict[str, Any]:
        made = made or self._snowflake()
        self.messages[channel_id][made] = {
            "id": str(made),
            "channel_id": str(channel_id),
            "author": shapes.user(author, bot=author == BOT_ID),
            "content": body.get("content") or "",
            "timestamp": self._time(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
            "flags": body.get("flags", 0),
            "components": body.get("components", []),
            "nonce": body.get("nonce"),
        }
        return self.messages[channel_id][made]

    def _snowflake(self) -> int:
        self._number += 1
        return discord.utils.time_snowflake(datetime.fromtimestamp(self.clock.now(), UTC)) + self._number

    def _time(self) -> str:
        return datetime.fromtimestamp(self.clock.now(), UTC).isoformat()
