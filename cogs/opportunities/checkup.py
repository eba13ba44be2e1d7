"""What `doctor` asks about missions: those that nobody sees, and those whose time is over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from bot.schedule.clock import DAY
from bot.storage import checkups, features
from bot.storage import preferences as prefs
from bot.storage.checkups import Trouble
from cogs.opportunities import store
from cogs.opportunities.preferences import CHANNEL

CHOOSE: Final = "Choose one with /installer, or switch missions off with /reglages."
LOOK: Final = "Is the bot running? It looks after this once a day; its log says more."
GRACE: Final = 2 * DAY
"""The daily look may come that much later, in seconds."""


def look(connection: sqlite3.Connection, now: int) -> Iterator[Trouble]:
    """What is amiss with missions in an association's file. Nothing ends where everything rests."""
    chosen = prefs.chosen_channels(connection)
    if "opportunities" in features.off_in(connection):
        return
    if CHANNEL in chosen and prefs.THREADS_CHANNEL not in chosen:
        yield Trouble("Missions can be shared, but no channel is chosen for private threads.", CHOOSE)
    if CHANNEL not in chosen and store.any_open(connection):
        yield Trouble("Missions are shared, but no channel is chosen in which they would be seen.", CHOOSE)
    if not prefs.is_suspended(connection) and store.overdue(connection, now - GRACE):
        yield Trouble("A mission is still open, past its end.", LOOK)


checkups.declare("missions", look)
