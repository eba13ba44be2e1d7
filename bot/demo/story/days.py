"""The story's calendar: days after the opening, on the clocks of its region."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.schedule.clock import HOUR

PARIS: Final = ZoneInfo("Europe/Paris")
OPENING: Final = 1768204800
"""When the association opens its doors: Monday 12 January 2026, 9:00 in Paris (UTC seconds)."""
DOORS: Final = OPENING - HOUR
"""When the first people join the server."""
LAST: Final = 94
"""The day, after the opening, on which the visitor comes: Thursday 16 April 2026."""


def moment(day: int, hour: int = 10, minute: int = 0) -> int:
    """The instant (UTC seconds) so many days after the opening, at a time of the region's clocks."""
    opening = datetime.fromtimestamp(OPENING, UTC).astimezone(PARIS)
    there = (opening + timedelta(days=day)).replace(hour=hour, minute=minute)
    return int(there.timestamp())
