"""Which permission the bot needs where, and what for: one list for set-up, for `doctor` and for the invite link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import discord


@dataclass(frozen=True, slots=True)
class Need:
    """A permission by discord.py's name. The message `permission-<name>` says what it is called, `.why` what it is
    for. Without a `must`, all works but for that one thing."""

    permission: str
    must: bool = True


_TALK: Final = (Need("view_channel"), Need("read_message_history"))

NEEDS: Final = {
    "cards": (
        *_TALK,
        Need("send_messages"),
        Need("create_public_threads"),
        Need("send_messages_in_threads"),
        Need("manage_threads", must=False),
        Need("pin_messages", must=False),
    ),
    "reports": (*_TALK, Need("send_messages"), Need("pin_messages", must=False)),
    "private-threads": (
        *_TALK,
        Need("create_private_threads"),
        Need("send_messages_in_threads"),
        Need("manage_threads", must=False),
    ),
    "messages": (*_TALK, Need("send_messages")),
    "questions": (*_TALK, Need("send_messages"), Need("create_public_threads")),
}
"""What the bot needs in a channel, by what the channel is for (`Preference.use`)."""

FORUM: Final = (
    *_TALK,
    Need("send_messages"),
    Need("send_messages_in_threads"),
    Need("manage_threads", must=False),
)
"""What it needs in a forum, where a post is a message."""


def needed(use: str, channel: object) -> tuple[Need, ...]:
    """What the bot needs in a channel that is used for something."""
    return FORUM if isinstance(channel, discord.ForumChannel) else NEEDS[use]


def everything() -> discord.Permissions:
    """All permissions that the bot asks for when it is invited."""
    asked = {need.permission: True for needs in (FORUM, *NEEDS.values()) for need in needs}
    return discord.Permissions(**asked)


def missing(have: discord.Permissions, needs: tuple[Need, ...]) -> list[Need]:
    """Those of `needs` that `have` lacks."""
    return [need for need in needs if not getattr(have, need.permission)]
