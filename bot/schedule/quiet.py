"""Quiet hours: when the bot leaves people alone. Pure wall-clock rules in the association's own zone.

"24 h" in a promise to people means one working day: the same time on the next working day, and where that falls in
quiet hours, the moment when they end.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.schedule.clock import MINUTE

LATE: Final = 30 * MINUTE
"""How long before quiet hours a day is over, in seconds."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Evenings, nights, weekends and public holidays. `holidays` holds the dates that nobody works."""

    zone: ZoneInfo
    start: time = time(19, 0)
    end: time = time(8, 30)
    holidays: Container[date] = field(default=frozenset())

    def is_working_day(self, day: date) -> bool:
        """Whether people of the association work on this date."""
        return day.weekday() < 5 and day not in self.holidays

    def over_at(self, instant: int) -> int:
        """`instant` itself outside quiet hours, else the instant (UTC seconds) at which they end."""
        local = datetime.fromtimestamp(instant, self.zone)
        if self.is_working_day(local.date()) and self.end <= local.time() < self.start:
            return instant
        day = local.date() if local.time() < self.end else local.date() + timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return self._instant(day, self.end)

    def after_working_days(self, instant: int, days: int) -> int:
        """The instant `days` working days after `instant`, outside quiet hours."""
        local = datetime.fromtimestamp(self.over_at(instant), self.zone)
        day = local.date()
        for _ in range(days):
            day += timedelta(days=1)
            while not self.is_working_day(day):
                day += timedelta(days=1)
        return self.over_at(self._instant(day, local.time()))

    def evening(self, instant: int) -> int:
        """Late on the day of `instant`, when a word may still go before quiet hours: the end of a question that waits
        "until that day"."""
        return self._instant(datetime.fromtimestamp(instant, self.zone).date(), self.start) - LATE

    def _instant(self, day: date, at: time) -> int:
        local = datetime.combine(day, at, self.zone)
        return int(local.astimezone(UTC).timestamp())


@lru_cache(maxsize=32)
def public_holidays(country: str, part: str | None = None) -> Container[date]:
    """The public holidays of a country (ISO code, and its subdivision), from the `holidays` library, imported on
    demand."""
    import holidays

    return holidays.country_holidays(country, subdiv=part)
