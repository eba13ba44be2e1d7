"""What `doctor` asks about coffee: rounds that nobody could see or talk in, and rounds that wait for nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from bot.schedule import due, schedules
from bot.storage import checkups
from bot.storage import preferences as prefs
from bot.storage.checkups import Trouble
from cogs.matchmaking import dates, round_store
from cogs.matchmaking.dates import ANNOUNCE
from cogs.matchmaking.preferences import CHANNEL
from cogs.matchmaking.rules import State

CHOOSE: Final = "Choose one with /installer, or switch the rounds off with /cafe-orga planifier."
LOOK: Final = "Is the bot running? It looks after this once an hour; its log says more."


def look(connection: sqlite3.Connection, now: int) -> Iterator[Trouble]:  # noqa: ARG001 (the shape of a Checkup)
    """What is amiss with coffee in an association's file."""
    chosen = prefs.chosen_channels(connection)
    if schedules.is_on(connection, ANNOUNCE):
        if CHANNEL not in chosen:
            yield Trouble("Rounds are planned, but no channel is chosen to announce them in.", CHOOSE)
        if prefs.THREADS_CHANNEL not in chosen:
            yield Trouble("Rounds are planned, but no channel is chosen for private threads.", CHOOSE)
    if round_store.ids(connection, State.ANNOUNCED) - _waiting(connection, dates.MATCH):
        yield Trouble("A round is announced, but nothing is due to bring people together.", LOOK)
    if round_store.ids(connection, State.RUNNING) - _waiting(connection, dates.CLOSE):
        yield Trouble("A round goes on, but nothing is due to end it.", LOOK)


def _waiting(connection: sqlite3.Connection, kind: str) -> set[int]:
    """The rounds for which a job of this kind is due, or parked."""
    return {int(key) for key in due.keys(connection, kind)}


checkups.declare("coffee", look)
