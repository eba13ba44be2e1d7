"""What people are thanked for: a request, or something that another feature brought about (an introduction)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from bot.storage.database import Connection

Whom = Callable[[Connection, int, int], Awaitable[int | None]]
"""Says whom somebody may thank for something, if anybody: number of the matter, giver."""

_of_others: Final[dict[str, Whom]] = {}


def register_thanks(name: str, whom: Whom) -> None:
    """Make it possible to say thanks for matters `<name>:<number>` of another feature, to whom that one says. A button
    that leads there holds the matter and nobody's number: it may stand in a direct message for years."""
    _of_others[name] = whom


async def whom_to_thank(db: Connection, matter: str, giver: int) -> int | None:
    """Whom somebody may thank for a matter of another feature, as that one knows; None for nobody."""
    name, _, number = matter.partition(":")
    asked = _of_others.get(name)
    return await asked(db, int(number), giver) if asked is not None and number.isdecimal() else None
