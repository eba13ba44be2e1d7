"""What `doctor` asks about warm introductions: answers that are late, threads that nowhere could be opened. It names
nobody, and tells of no search that is in time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from bot.schedule.clock import DAY
from bot.storage import checkups, features
from bot.storage import preferences as prefs
from bot.storage.checkups import Trouble
from cogs.warm_intros import intro_store, search_store
from cogs.warm_intros.preferences import CHANNEL

CHOOSE: Final = "Choose one with /installer: until then, those who say yes can only be told whom to write to."
LOOK: Final = "Is the bot running? It looks after this once an hour; its log says more."
GRACE: Final = 5 * DAY
"""Quiet hours and holidays may keep an answer back for that long, in seconds."""


def look(connection: sqlite3.Connection, now: int) -> Iterator[Trouble]:
    """What is amiss with introductions in an association's file. Nothing is late where everything rests."""
    chosen = prefs.chosen_channels(connection)
    if "warm_intros" in features.off_in(connection):
        return
    if CHANNEL in chosen and prefs.THREADS_CHANNEL not in chosen:
        yield Trouble("People can be introduced, but no channel is chosen for private threads.", CHOOSE)
    if prefs.is_suspended(connection):
        return
    if search_store.overdue(connection, now - GRACE):
        yield Trouble("Somebody looks for somebody, and was not answered on the day that they were told.", LOOK)
    if intro_store.overdue(connection, now - GRACE):
        yield Trouble("People are still asked whether they would meet, past the day that was said.", LOOK)


checkups.declare("introductions of others", look)
