"""How rounds stand in a file that is not open for use. One function a query."""

from __future__ import annotations

import sqlite3

from cogs.matchmaking.rules import State


def ids(connection: sqlite3.Connection, state: State) -> set[int]:
    """The rounds that are in a state."""
    found = connection.execute("SELECT id FROM coffee_rounds WHERE state = ?", (state.value,))
    return {round_id for (round_id,) in found}
