"""Whose trouble an error was, told by the reason that was noted."""

from __future__ import annotations

from typing import Final

_DISCORDS: Final = (
    "HTTP ",  # a status without an answer (`bot.delivery.outside`); HTTPException is a request of ours that was wrong
    "network ",
    "Undecided",
    "DiscordServerError",
    "RateLimited",
    "breaker",
    "Timeout",
    "Server",
    "Connection",
    "ClientConn",
    "ClientOS",
    "ClientPayload",
    "gaierror",
)
_DISKS: Final = ("OperationalError", "DatabaseError", "DatabaseUnusable", "OSError")


def cause_of(reason: str) -> str:
    """The cause as the wording tells apart: `discord`, `disk` or `ours`."""
    if reason.startswith(_DISCORDS):
        return "discord"
    return "disk" if reason in _DISKS else "ours"
