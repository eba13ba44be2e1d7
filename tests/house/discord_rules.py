"""What Discord forbids and SimCord lets pass. Every story ends with this check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import simcord
from simcord.enums import ChannelType, InteractionType

from bot.words.text import COMPONENTS, CUSTOM_ID, MESSAGE_TEXT

LAYOUT_FLAG = 1 << 15


def violations(env: simcord.Env) -> Iterator[str]:
    """Everything in a story that the real Discord would have refused."""
    for record in env.backend.interactions.values():
        if record.type == InteractionType.MODAL_SUBMIT and record.modal is not None:
            yield f"a form was answered with a form: {record.modal.get('custom_id')}"
    for request in env.http_requests:
        body = request.json if isinstance(request.json, dict) else {}
        if request.method == "POST" and request.path.endswith("/messages"):
            channel = env.backend.channels.get(int(request.path.split("/")[2]))
            if channel is not None and channel.type == ChannelType.FORUM:
                yield f"a plain message was posted in a forum: {request.path}"
        for message in (body, body.get("data"), body.get("message")):
            if isinstance(message, dict) and message.get("components") and "title" not in message:
                yield from _message(message)


def _message(message: dict[str, Any]) -> Iterator[str]:
    components = list(_walk(message["components"]))
    if len(components) > COMPONENTS:
        yield f"{len(components)} components in one message"
    text = sum(len(component.get("content", "")) for component in components if component.get("type") == 10)
    if text > MESSAGE_TEXT:
        yield f"{text} characters of text in one message"
    if not int(message.get("flags") or 0) & LAYOUT_FLAG and any(c.get("type") in {10, 17} for c in components):
        yield "layout components without their flag"
    if message.get("content"):
        yield "content beside a layout"
    ids = [component["custom_id"] for component in components if component.get("custom_id")]
    if len(ids) != len(set(ids)):
        yield f"the same custom id twice: {ids}"
    for custom_id in ids:
        if len(custom_id) > CUSTOM_ID:
            yield f"custom id of {len(custom_id)} characters"


def _walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or [])
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield from _walk([component[key]])
