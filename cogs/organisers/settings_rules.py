"""What organisers type in settings, read; and what of it is refused. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.errors import Refusal

WAKING: Final = timedelta(hours=2)
"""How long the bot may write to people on a working day, at least: with less, nothing that waits would ever go."""

_NUMBER: Final = re.compile(r"\d{1,6}")
_TIME: Final = re.compile(r"(\d{1,2}) ?(?:h|:|heures?)? ?(\d{2})?", re.IGNORECASE)


def read_number(text: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises `Refusal`."""
    said = text.strip()
    if not _NUMBER.fullmatch(said) or not least <= int(said) <= most:
        raise Refusal("settings-not-a-number", least=least, most=most)
    return int(said)


def read_time(text: str) -> time:
    """A wall-clock time such as 19:30, 8 h or 18h30. Raises `Refusal`."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refusal("settings-not-a-time")
    return time(int(found[1]), int(found[2] or 0))


def check_quiet(begin: time, end: time) -> None:
    """Quiet hours end in the morning and begin later that day. Raises `Refusal`."""
    day = date(2024, 1, 1)
    if datetime.combine(day, begin) - datetime.combine(day, end) < WAKING:
        raise Refusal("settings-quiet-too-long")
