"""One line to organisers, in their channel: something needs a human."""

from __future__ import annotations

from collections.abc import Callable

import discord

from bot.delivery.outbox import REPORT as KIND
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.words.text import Safe, channel


class Reports:
    """Writes reports and shows them when they are sent."""

    def __init__(self, show: Callable[[str], discord.ui.LayoutView]) -> None:
        self._show = show
        self._outbox: Outbox | None = None

    def write_to(self, outbox: Outbox) -> None:
        """Give the reports their outbox (which itself reports)."""
        self._outbox = outbox
        outbox.register(Kind(KIND, render=self._render))

    async def __call__(self, association: Association, db: Connection, key: str, **values: str | int) -> None:
        """Queue the message `key` for the organisers' channel; without one, the log has it already."""
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if place is None or values.get("channel") == place or self._outbox is None:
            return
        await self._outbox.put(db, KIND, Operation.POST, channel_id=place, reference={"key": key, "values": values})

    async def _render(self, association: Association, row: Row) -> Rendered:
        values: dict[str, str | int] = dict(row.reference["values"])
        if isinstance(values.get("channel"), int):
            values["channel"] = channel(int(values["channel"]))
        shown: Safe = association.words(row.reference["key"], **values)
        return Rendered(self._show(shown))
