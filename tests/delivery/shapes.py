"""What the stand-in's answers look like: Discord's JSON, as far as the library reads it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from aiohttp import web

BOT_ID: Final = 555000000000000001


class Refused(Exception):  # noqa: N818 (an answer)
    """What Discord says no with."""

    def __init__(self, status: int, code: int) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


APPLICATION: Final = {
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


def user(user_id: int, *, bot: bool) -> dict[str, Any]:
    """An account."""
    return {"id": str(user_id), "username": "x", "discriminator": "0", "avatar": None, "bot": bot}


def member(thread_id: int, user_id: int) -> dict[str, Any]:
    """Somebody in a thread."""
    return {"id": str(thread_id), "user_id": str(user_id), "join_timestamp": "2027-01-15T08:00:00+00:00", "flags": 0}


def is_archived(channel: dict[str, Any]) -> bool:
    """Whether a channel is a thread that rests."""
    return bool(channel.get("thread_metadata", {}).get("archived"))


def is_open(channel: dict[str, Any]) -> bool:
    """Whether a channel is a thread that does not rest."""
    return "thread_metadata" in channel and not is_archived(channel)


def archived_at(thread: dict[str, Any] | str) -> datetime:
    """When a thread was archived; also of the instant itself, as a page of a list gives it."""
    return datetime.fromisoformat(thread if isinstance(thread, str) else thread["thread_metadata"]["archive_timestamp"])


def number(thread: dict[str, Any] | str) -> int:
    """A thread's number; also of the number itself."""
    return int(thread if isinstance(thread, str) else thread["id"])


def text(message: dict[str, Any]) -> str:
    """What a message says."""
    blocks = [block for component in message["components"] for block in component.get("components", [])]
    return str(message["content"]) or " ".join(block["content"] for block in blocks if block.get("content"))


def json_response(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """The library wants the header without a charset."""
    if value is None:
        return web.Response(status=204)
    sent = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(status=status, body=json.dumps(value).encode(), headers=sent)
