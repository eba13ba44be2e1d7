"""Discord's side of the line, for measuring a real discord.py process: every request is answered at once, from memory.

All of discord.py runs, and aiohttp without its socket: routes, locks, JSON, parsers, cache, command tree. Payloads have
the shape of Discord's own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from time import perf_counter
from typing import Any, Final

import aiohttp

APPLICATION: Final = "222222222222222222"
GUILD: Final = 111_111_111_111_111_111
FIRST_MEMBER: Final = 1_100_000_000_000_000_000
"""The first member's id; the others follow."""
CHANNEL: Final = "333333333333333333"
EVERYTHING: Final = str((1 << 53) - 1)
_USER: Final = {"username": "comptoir", "discriminator": "0", "avatar": None, "global_name": None}


class Answer:
    """What aiohttp would have received."""

    status = 200
    reason = "OK"
    headers: Final = {"content-type": "application/json"}

    def __init__(self, content: Any) -> None:
        self._text = json.dumps(content)

    async def text(self, encoding: str) -> str:  # noqa: ARG002 (aiohttp's)
        """The body."""
        return self._text

    async def __aenter__(self) -> Answer:
        return self

    async def __aexit__(self, *error: object) -> None:
        pass


class Transport:
    """Takes the place of the socket. `answered` is when the last interaction was answered; `waiting` is called then."""

    def __init__(self, members: int) -> None:
        self.answered = 0.0
        self.last: Any = None
        self.waiting: Callable[[], None] = lambda: None
        self._members = members
        self._ids = 444_444_444_444_444_444

    def plug_in(self) -> None:
        """From now on no request of this process leaves it."""
        transport = self

        async def request(session: Any, method: str, url: Any, **options: Any) -> Answer:
            return Answer(transport.answer(method, str(url), options))

        aiohttp.ClientSession._request = request  # type: ignore[assignment, method-assign]

    def answer(self, method: str, url: str, options: dict[str, Any]) -> Any:
        """What Discord says to a request."""
        self._ids += 1
        path = url.partition("/api/v10")[2]
        if path.endswith("/callback"):
            self.answered, self.last = perf_counter(), options.get("data")
            self.waiting()
            return {"interaction": {"id": str(self._ids), "type": 2, "response_message_id": str(self._ids)}}
        if path == "/users/@me":
            return {"id": APPLICATION, **_USER, "bot": True}
        if path == "/oauth2/applications/@me":
            return _application()
        if path.endswith("/commands") and method == "PUT":
            told = options.get("json") or json.loads(options["data"])
            return [{**command, "id": str(self._ids + n)} for n, command in enumerate(told)]
        if path.endswith("/members"):
            after = int(dict(options.get("params") or {}).get("after") or 0)
            return [] if after else [member(number) for number in range(self._members)]
        return {"id": str(self._ids)}


def member(number: int) -> dict[str, Any]:
    """A member of the server."""
    user = {**_USER, "id": str(FIRST_MEMBER + number), "username": f"membre{number}", "global_name": f"Membre {number}"}
    return {
        "user": user,
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": EVERYTHING,
    }


def guild() -> dict[str, Any]:
    """GUILD_CREATE of a small server that came into view."""
    return {
        "id": str(GUILD),
        "name": "Les Indés de la Mayenne",
        "unavailable": False,
        "member_count": 1000,
        "owner_id": APPLICATION,
        "roles": [{**_ROLE, "id": str(GUILD), "name": "@everyone"}],
        "channels": [{"id": CHANNEL, "type": 0, "name": "général", "position": 0, "permission_overwrites": []}],
        "threads": [],
        "members": [{**member(0), "user": {"id": APPLICATION, **_USER, "bot": True}}],
        "emojis": [],
        "stickers": [],
        "features": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        **_SERVER,
    }


_ROLE: Final = {
    "color": 0,
    "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    "hoist": False,
    "position": 0,
    "permissions": EVERYTHING,
    "managed": False,
    "mentionable": False,
    "flags": 0,
}
_SERVER: Final = {
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "nsfw_level": 0,
    "premium_tier": 0,
    "system_channel_flags": 0,
    "preferred_locale": "fr",
    "afk_timeout": 300,
    "premium_progress_bar_enabled": False,
}


def _application() -> dict[str, Any]:
    return {
        "id": APPLICATION,
        "name": "Comptoir",
        "description": "",
        "icon": None,
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "owner": {"id": "1", **_USER},
    }


def command(name: str, options: list[dict[str, Any]], resolved: dict[str, Any] | None = None) -> str:
    """INTERACTION_CREATE of a command, as text from the gateway. `options` are Discord's."""
    data = {"id": "5", "name": name, "type": 1, "options": options, "guild_id": str(GUILD)}
    if resolved:
        data["resolved"] = resolved
    channel = {"id": CHANNEL, "type": 0, "name": "général", "position": 0, "permissions": EVERYTHING}
    return json.dumps(
        {
            "id": "555555555555555555",
            "application_id": APPLICATION,
            "type": 2,
            "token": "aW50ZXJhY3Rpb24",
            "version": 1,
            "data": data,
            "guild_id": str(GUILD),
            "guild": {"id": str(GUILD), "locale": "fr", "features": []},
            "channel_id": CHANNEL,
            "channel": channel,
            "member": member(1),
            "locale": "fr",
            "guild_locale": "fr",
            "app_permissions": EVERYTHING,
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(GUILD)},
            "context": 0,
            "attachment_size_limit": 10485760,
        }
    )


def option(name: str, kind: int, value: Any) -> dict[str, Any]:
    """One option of a command."""
    return {"name": name, "type": kind, "value": value}
