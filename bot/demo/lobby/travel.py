"""Travel: the association's time goes by, people live on meanwhile, and the lobby's page answers all along."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, get_args

from bot.schedule.clock import HOUR, MINUTE

if TYPE_CHECKING:
    from bot.demo.stage import Stage

Jump = Literal["hour", "tomorrow", "monday", "month"]
JUMPS: Final[tuple[Jump, ...]] = get_args(Jump)
MONTH: Final = 30
"""A month, in days."""
MORNING: Final = 8 * HOUR + 35 * MINUTE
"""When everything that a morning holds was said, in seconds since midnight."""
EVENING: Final = 18 * HOUR
"""When people answer what the bot asked that day, in seconds since midnight."""
TRIES: Final = 3
"""How often one stretch is tried: on a busy machine SimCord gives up waiting for the bot, and time stands where it
stood."""

log = logging.getLogger(__name__)


class Travel:
    """The clock that the visitor turns. One journey at a time; it takes the `lock` day by day, so that what is pressed
    meanwhile comes between two days. `live` is what people do in the evening."""

    def __init__(self, stage: Stage, lock: asyncio.Lock, live: Callable[[], Awaitable[None]]) -> None:
        self._stage, self._lock, self._live = stage, lock, live
        self._left = self._arrival = 0

    @property
    def now(self) -> datetime:
        """The instant in the association, in its zone."""
        return datetime.fromtimestamp(self._stage.clock.now(), UTC).astimezone(self._stage.association.zone)

    @property
    def busy(self) -> bool:
        """Whether a journey is under way."""
        return self._arrival > 0

    @property
    def progress(self) -> float:
        """How much of the journey lies behind, from 0 to 1; 1 when none is under way."""
        if not self.busy:
            return 1.0
        return min(1.0, (self._stage.clock.now() - self._left) / (self._arrival - self._left))

    def arrival(self, jump: Jump) -> datetime:
        """Where a jump leads from now: an hour on, or a morning just after the bot spoke."""
        if jump == "hour":
            return datetime.fromtimestamp(self._stage.clock.now() + HOUR, UTC).astimezone(self.now.tzinfo)
        days = {"tomorrow": 1, "monday": 7 - self.now.weekday(), "month": MONTH}[jump]
        return _at(self.now, days, MORNING)

    async def go(self, jump: Jump) -> None:
        """Let time pass as a jump says. Does nothing while a journey is under way."""
        if self.busy:
            return
        arrival = self.arrival(jump)
        self._left, self._arrival = self._stage.clock.now(), int(arrival.timestamp())
        try:
            for evening in self._evenings(arrival):
                await self._until(evening)
                await self._evening()
            await self._until(self._arrival)
        finally:
            self._left = self._arrival = 0

    def _evenings(self, arrival: datetime) -> Iterator[int]:
        """The evenings on the way, as instants."""
        departure = self.now
        for days in range((arrival.date() - departure.date()).days):
            if (evening := _at(departure, days, EVENING)) > departure:
                yield int(evening.timestamp())

    async def _evening(self) -> None:
        """An evening that goes wrong costs no more than that evening."""
        async with self._lock:
            try:
                await self._live()
            except Exception:
                log.exception("an evening went wrong")

    async def _until(self, instant: int) -> None:
        for number in range(TRIES):
            async with self._lock:
                try:
                    await self._stage.until(instant)
                except TimeoutError:
                    if number == TRIES - 1:
                        raise
                else:
                    return


def _at(day: datetime, days: int, seconds: int) -> datetime:
    """A wall-clock time so many days later."""
    hours, rest = divmod(seconds, HOUR)
    return (day + timedelta(days=days)).replace(hour=hours, minute=rest // MINUTE, second=0, microsecond=0)
