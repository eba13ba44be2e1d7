"""Which permission the bot needs where, and what for: one list for set-up, for `doctor` and for the invite link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import discord


@dataclass(frozen=True, slots=True)
class Need:
    """A permission by discord.py's name. The message `permission-<name>` says what it is called, `.why` what it is for.
    Without a `must`, all works but for that one thing."""

    permission: str
    must: bool = True


_TALK: Final = (Need("view_channel"), Need("read_message_history"))

TEXT: Final = (
    *_TALK,
    Need("send_messages"),
    Need("create_public_threads"),
    Need("send_messages_in_threads"),
    Need("manage_threads", must=False),
    Need("pin_messages", must=False),
)
FORUM: Final = (*_TALK, Need("send_messages"), Need("send_messages_in_threads"), Need("manage_threads", must=False))
ORGANISERS: Final = (*_TALK, Need("send_messages"), Need("pin_messages", must=False))
THREADS: Final = (
    *_TALK,
    Need("create_private_threads"),
    Need("send_messages_in_threads"),
    Need("manage_threads", must=False),
)
WELCOME: Final = (*_TALK, Need("send_messages"))


def everything() -> discord.Permissions:
    """All permissions that the bot asks for when it is invited."""
    asked = {need.permission: True for needs in (TEXT, FORUM, ORGANISERS, THREADS, WELCOME) for need in needs}
    return discord.Permissions(**asked, attach_files=True, embed_links=True)


def missing(have: discord.Permissions, needs: tuple[Need, ...]) -> list[Need]:
    """Those of `needs` that `have` lacks."""
    return [need for need in needs if not getattr(have, need.permission)]
