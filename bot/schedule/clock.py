"""The one clock. Times are UTC integers (seconds); tests and the demo give their own."""

from __future__ import annotations

import time
from typing import Final, Protocol

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> int:
        """The present instant, in seconds since 1970 UTC."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> int:
        """The present instant, in seconds since 1970 UTC."""
        return int(time.time())
