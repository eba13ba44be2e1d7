"""Whether what is due gets done: parked, overdue, held by organisers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from bot.doctor.files import association_files, read_only
from bot.doctor.finding import Finding, Level
from bot.schedule.clock import HOUR
from bot.schedule.due import standing, unplanned
from bot.storage.preferences import is_suspended

SUBJECT: Final = "due work"


def due_work(folder: Path, now: int) -> list[Finding]:
    """What waits in each association's file longer than it should. A file that can't be read is told elsewhere."""
    return [finding for path in association_files(folder) for finding in _of(path, now)]


def _of(path: Path, now: int) -> Iterator[Finding]:
    try:
        with closing(read_only(path)) as connection:
            parked, overdue = standing(connection, now - HOUR)
            lost = unplanned(connection)
            held = is_suspended(connection)
    except sqlite3.Error:
        return
    name = path.name
    if parked:
        todo = 'Organisers see each under "Prochains envois", with the reason, and decide: try again or give up.'
        yield Finding(Level.WARN, SUBJECT, f"{name}: {parked} thing(s) could not be done after several tries.", todo)
    for schedule in lost:
        todo = "Restart the bot: it plans it anew when it connects."
        yield Finding(Level.WARN, SUBJECT, f"{name}: {schedule} is switched on, but has no next time.", todo)
    if held:
        todo = 'An organiser ends it with "Reprendre les envois" in the organisers\' channel.'
        yield Finding(Level.WARN, SUBJECT, f"{name}: organisers hold everything that would be sent.", todo)
    elif overdue:
        todo = "Is the bot running, and does Discord answer? Its log says more."
        yield Finding(Level.WARN, SUBJECT, f"{name}: {overdue} thing(s) should have been done an hour ago.", todo)
    elif not parked and not lost:
        yield Finding(Level.OK, SUBJECT, f"{name}: nothing is late.")
