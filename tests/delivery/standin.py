"""A stand-in for Discord's HTTP API: it keeps messages and threads, drops repeated nonces per author for a while, and
fails as Discord does: before or after having done what was asked.

The real `discord.Client` talks to it over a socket, so what the library does on the way (retries, nonces) is tested
too.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import discord
from aiohttp import web

FORUM: Final = 15
TEXT: Final = 0
BOT_ID: Final = 555000000000000001
GUILD_ID: Final = 600000000000000001
WINDOW: Final = 180
"""Seconds for which a nonce is remembered; Discord promises "a few minutes"."""


class Clock:
    """The clock of the bot and of the stand-in."""

    at = 1800000000

    def now(self) -> int:
        """The instant it was set to."""
        return self.at


@dataclass
class Fault:
    """What the next matching request meets. `done` says that it takes effect all the same; status 0 resets the
    connection."""

    method: str
    ending: str
    status: int = 503
    done: bool = False
    code: int = 0


class StandIn:
    """One server with channels, messages and threads."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.channels: dict[int, dict[str, Any]] = {}
        self.messages: dict[int, dict[int, dict[str, Any]]] = {}
        self.pins: list[int] = []
        self.faults: deque[Fault] = deque()
        self.refused: dict[int, tuple[int, int]] = {}
        self.requests: list[str] = []
        self._nonces: dict[tuple[int, str], tuple[int, dict[str, Any]]] = {}
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
        return [_text(message) for _, message in sorted(self.messages[channel_id].items())]

    def threads(self, parent_id: int) -> list[dict[str, Any]]:
        """The threads of a channel."""
        return [found for found in self.channels.values() if found.get("parent_id") == str(parent_id)]

    def say(self, channel_id: int, text: str, author: int = 7) -> int:
        """Somebody writes."""
        return int(self._message(channel_id, {"content": text}, author)["id"])

    def delete_channel(self, channel_id: int) -> None:
        """Somebody deletes a channel."""
        del self.channels[channel_id]

    # How it answers

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One request."""
        path = request.path.removeprefix("/api")
        self.requests.append(f"{request.method} {path}")
        body = await request.json() if request.can_read_body else {}
        fault = next((f for f in self.faults if f.method == request.method and path.endswith(f.ending)), None)
        if fault is not None:
            self.faults.remove(fault)
            if fault.done:
                self._do(request, path, body)
            if fault.status == 0:
                assert request.transport is not None
                request.transport.abort()
            return _json({"code": fault.code, "message": "fault"}, fault.status or 500)
        try:
            return _json(self._do(request, path, body))
        except _Refused as refused:
            return _json({"code": refused.code, "message": "refused"}, refused.status)

    def _do(self, request: web.Request, path: str, body: dict[str, Any]) -> Any:
        match [request.method, *path.strip("/").split("/")]:
            case ["GET", "users", "@me"]:
                return _user(BOT_ID, bot=True)
            case ["GET", "oauth2", "applications", "@me"]:
                return _APPLICATION
            case ["GET", "guilds", _]:
                return {"id": str(GUILD_ID), "name": "Les Indés"}
            case ["GET", "guilds", _, "threads", "active"]:
                open_ = [thread for thread in self.channels.values() if _is_open(thread)]
                return {"threads": open_, "members": []}
            case [method, "channels", channel_id, *rest]:
                return self._in_channel(request, method, self._place(int(channel_id)), rest, body)
        raise _Refused(404, 0)

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
                if channel.get("thread_metadata", {}).get("archived"):
                    raise _Refused(400, 50083)
                self._find(place, message_id).update(body)
                return self._find(place, message_id)
            case ["DELETE", "messages", message_id]:
                self._find(place, message_id)
                return self.messages[place].pop(int(message_id)) and None
            case ["POST", "messages", message_id, "threads"]:
                self._find(place, message_id)
                if int(message_id) in self.channels:
                    raise _Refused(400, 160004)
                return self._thread(place, body["name"], int(message_id))
            case ["POST", "threads"]:
                thread = self._thread(place, body["name"])
                starter = self._message(int(thread["id"]), body["message"], BOT_ID, int(thread["id"]))
                return {**thread, "message": starter}
            case ["GET", "threads", "archived", "public"]:
                closed = [found for found in self.threads(place) if not _is_open(found)]
                return {"threads": closed, "members": [], "has_more": False}
        raise _Refused(404, 0)

    def _place(self, channel_id: int) -> dict[str, Any]:
        if channel_id not in self.channels:
            raise _Refused(404, 10003)
        if channel_id in self.refused:
            raise _Refused(*self.refused[channel_id])
        return self.channels[channel_id]

    def _find(self, channel_id: int, message_id: str) -> dict[str, Any]:
        try:
            return self.messages[channel_id][int(message_id)]
        except KeyError:
            raise _Refused(404, 10008) from None

    def _post(self, channel_id: int, body: dict[str, Any]) -> dict[str, Any]:
        key = (BOT_ID, str(body.get("nonce")))
        if body.get("enforce_nonce"):
            at, message = self._nonces.get(key, (0, {}))
            if message and self.clock.now() - at <= WINDOW:
                return message
        made = self._message(channel_id, body, BOT_ID)
        self._nonces[key] = (self.clock.now(), made)
        return made

    def _history(self, channel_id: int, query: Any) -> list[dict[str, Any]]:
        after = int(query.get("after", 0))
        later = [message for number, message in sorted(self.messages[channel_id].items()) if number > after]
        return later[: int(query.get("limit", 50))][::-1]

    def _edit_thread(self, thread: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        if thread["thread_metadata"]["archived"] and body.get("archived", True):
            raise _Refused(400, 50083)
        thread["name"] = body.get("name", thread["name"])
        thread["thread_metadata"]["archived"] = body.get("archived", thread["thread_metadata"]["archived"])
        return thread

    def _thread(self, parent: int, name: str, thread_id: int | None = None) -> dict[str, Any]:
        made = thread_id or self._snowflake()
        self.messages[made] = {}
        self.channels[made] = {
            "id": str(made),
            "type": 11,
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
            },
        }
        return self.channels[made]

    def _message(self, channel_id: int, body: dict[str, Any], author: int, made: int | None = None) -> dict[str, Any]:
        made = made or self._snowflake()
        self.messages[channel_id][made] = {
            "id": str(made),
            "channel_id": str(channel_id),
            "author": _user(author, bot=author == BOT_ID),
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


class _Refused(Exception):  # noqa: N818 (an answer)
    def __init__(self, status: int, code: int) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


_APPLICATION: Final = {
    "id": str(BOT_ID),
    "name": "Comptoir",
    "description": "",
    "icon": None,
    "bot_public": False,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": {"id": "7", "username": "x", "discriminator": "0", "avatar": None},
    "interactions_endpoint_url": None,
    "role_connections_verification_url": None,
}


def _user(user_id: int, *, bot: bool) -> dict[str, Any]:
    return {"id": str(user_id), "username": "x", "discriminator": "0", "avatar": None, "bot": bot}


def _is_open(channel: dict[str, Any]) -> bool:
    return "thread_metadata" in channel and not channel["thread_metadata"]["archived"]


def _text(message: dict[str, Any]) -> str:
    blocks = [block for component in message["components"] for block in component.get("components", [])]
    return str(message["content"]) or " ".join(block["content"] for block in blocks if block.get("content"))


def _json(value: Any, status: int = 200) -> web.Response:
    """The library wants the header without a charset."""
    if value is None:
        return web.Response(status=204)
    return web.Response(status=status, body=json.dumps(value).encode(), headers={"Content-Type": "application/json"})
