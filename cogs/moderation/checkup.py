"""What `doctor` asks about moderation: reports and appeals that nobody would ever hear of, cases kept longer than was
promised."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from bot.schedule import due
from bot.schedule.clock import DAY
from bot.storage import checkups
from bot.storage import preferences as prefs
from bot.storage.checkups import Trouble
from cogs.moderation import act_store, case_store
from cogs.moderation.appeal_lines import WAITS
from cogs.moderation.lines import REFER
from cogs.moderation.rules import KEPT

CHOOSE: Final = "Choose one with /installer."
LOOK: Final = "Is the bot running? It looks after this by itself; its log says more."
GRACE: Final = 9 * DAY
"""The weekly purge may come that much later, in seconds."""


def look(connection: sqlite3.Connection, now: int) -> Iterator[Trouble]:
    """What is amiss with reports in an association's file."""
    chosen = prefs.ORGANISERS_CHANNEL in prefs.chosen_channels(connection)
    reports, appeals = case_store.waiting_ids(connection), act_store.waiting_ids(connection)
    for what, waiting, kind in (("A report", reports, REFER), ("An appeal", appeals, WAITS)):
        if waiting and not chosen:
            yield Trouble(f"{what} waits, but no channel is chosen in which the team would see it.", CHOOSE)
        if waiting - {int(key) for key in due.keys(connection, kind)}:
            yield Trouble(f"{what} waits, but nothing is due to pass it on.", LOOK)
    if case_store.overdue(connection, now - KEPT - GRACE):
        yield Trouble("Closed cases are kept for longer than twelve months.", LOOK)


checkups.declare("moderation", look)
