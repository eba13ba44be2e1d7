"""What a feature does for its rows of the outbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from bot.delivery.performing import Rendered
from bot.delivery.rows import Row, Sent
from bot.storage.association import Association
from bot.storage.database import Connection

REPORT: Final = "kernel:report"
"""The kind of the lines to organisers (`bot.delivery.reports`)."""


async def _say_nothing(association: Association, row: Row) -> Rendered:  # noqa: ARG001
    return Rendered()


async def _record_nothing(association: Association, db: Connection, row: Row, sent: Sent) -> None:
    pass


async def _go_on(association: Association, db: Connection, row: Row) -> None:
    pass


async def _decide_nothing(association: Association, db: Connection, row: Row, reason: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a feature does for its rows. `render` returns None to drop the row; `sent` records the result and `failed`
    decides what follows when it isn't sent (a refusal's reason, `parked`, `skipped`, or `dropped` by `render`), both in
    the transaction that settles the row. What undoes a row that was given up is the outbox's own: a kind isn't told.
    `revived` is told, in the transaction, that organisers try a parked row again. `private`: where its rows stand is
    one person's matter, and organisers hear of a refusal only where their own set-up is the cause. `unheld`: its rows
    leave while everything is suspended, too, and nobody skips them: whom they are about may be an organiser."""

    name: str
    render: Callable[[Association, Row], Awaitable[Rendered | None]] = _say_nothing
    sent: Callable[[Association, Connection, Row, Sent], Awaitable[None]] = _record_nothing
    failed: Callable[[Association, Connection, Row, str], Awaitable[None]] = _decide_nothing
    revived: Callable[[Association, Connection, Row], Awaitable[None]] = _go_on
    private: bool = False
    unheld: bool = False
