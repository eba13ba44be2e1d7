"""One line to organisers, in their channel: something needs a human."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord

from bot.delivery import waiting
from bot.delivery.causes import cause_of
from bot.delivery.outbox import REPORT as KIND
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.words.i18n import Words
from bot.words.text import channel

Show = Callable[[Words, str, str], discord.ui.LayoutView]
"""How a report looks: its text, and what it offers to try again or give up: `o<row>`, `g<row>` (the rows parked like
it), `j<job>`, or nothing."""


class Reports:
    """Writes reports and shows them when they are sent."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._outbox: Outbox | None = None

    def write_to(self, outbox: Outbox) -> None:
        """Give the reports their outbox (which itself reports)."""
        self._outbox = outbox
        outbox.register(Kind(KIND, render=self._render))

    async def __call__(self, association: Association, db: Connection, key: str, **values: str | int) -> None:
        """Queue the message `key` for the organisers' channel; without one, the log has it already. A `parked` value
        (`o<row>`, `g<row>`, `j<job>`) gives the report its two buttons. With a `count` above one, the report about the
        first of them, if there is one, says so instead."""
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if place is None or values.get("channel") == place or self._outbox is None:
            return
        reference = {"key": key, "values": values}
        told = await waiting.report_of(db, KIND, str(values["parked"])) if values.get("count", 1) != 1 else None
        if told is None:
            await self._outbox.put(db, KIND, Operation.POST, channel_id=place, reference=reference)
        elif told.message_id is not None:  # one that waits counts when it is sent
            await self._outbox.put(
                db,
                KIND,
                Operation.EDIT,
                channel_id=told.channel_id,
                message_id=told.message_id,
                reference=reference,
            )

    async def change(self, db: Connection, message: discord.Message, key: str, **values: str | int) -> None:
        """Let a report that stands say something else: somebody took care of it. Nobody is named in a row."""
        assert self._outbox is not None
        await self._outbox.put(
            db,
            KIND,
            Operation.EDIT,
            channel_id=message.channel.id,
            message_id=message.id,
            reference={"key": key, "values": values},
        )

    async def _render(self, association: Association, row: Row) -> Rendered:
        words, values = association.words, dict(row.reference["values"])
        parked = str(values.pop("parked", ""))
        if parked.startswith("g"):
            values["count"] = max(1, len(await waiting.parked_with(association.read(), int(parked[1:]))))
        return Rendered(self._show(words, words(row.reference["key"], **_said(words, values)), parked))


def _said(words: Words, values: dict[str, Any]) -> dict[str, str | int]:
    """The values of a report as people read them."""
    if isinstance(values.get("channel"), int):
        values["channel"] = channel(values["channel"])
    if "kind" in values:
        values["what"] = name_of(words, str(values.pop("kind")))
    if "reason" in values:
        values["reason"] = cause_of(str(values["reason"]))
    return values


def name_of(words: Words, kind: str) -> str:
    """What a kind of job or message is called."""
    key = f"due-{kind.replace(':', '-')}"
    return words.plain(key) if words.has(key) else kind
