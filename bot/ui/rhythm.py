"""A recurring schedule in words: "chaque lundi à 9:00". Pure."""

from __future__ import annotations

from bot.schedule.occurrences import Rhythm
from bot.words.i18n import Words


def in_words(words: Words, rhythm: Rhythm) -> str:
    """The rhythm as people say it."""
    weekday = words.plain(f"weekday-{rhythm.weekday}")
    return words.plain(
        f"rhythm-{rhythm.unit.value}",
        every=rhythm.every,
        weekday=weekday,
        day="last" if rhythm.day == 31 else rhythm.day,
        nth=rhythm.nth if rhythm.nth > 0 else "last",
        at=words.plain("clock-time", hour=rhythm.at.hour, minute=f"{rhythm.at.minute:02}"),
    )
