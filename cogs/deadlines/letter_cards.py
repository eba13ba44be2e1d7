"""What one person reads of deadlines in private. Pure: records in, blocks of a letter out."""

from __future__ import annotations

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, row
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.deadlines import cards
from cogs.deadlines.entries import Deadline, Report


def reminder(words: Words, deadline: Deadline, reminder_id: int, where: str, guild_id: int) -> list[Block]:
    """A reminder of a deadline, and its three answers."""
    warnings = cards.warnings(words, deadline)
    return [
        words("deadlines-letter", day=cards.heading(words, deadline.day), title=cards.title(words, deadline)),
        words("deadlines-about", parts=" · ".join(warnings)) if warnings else None,
        cards.disclaimer(words, where),
        row(
            button(words.plain("deadlines-done"), _act("done", reminder_id, guild_id), style=PRIMARY),
            button(words.plain("deadlines-stop-topic"), _act("stop_topic", reminder_id, guild_id)),
            button(words.plain("offer-deadlines-report"), _act("report_reminded", reminder_id, guild_id)),
        ),
    ]


def done(words: Words, title: str, reminder_id: int, guild_id: int) -> list[Block]:
    """The same, once it was dealt with."""
    undo = button(words.plain("deadlines-undo"), _act("not_done", reminder_id, guild_id))
    return [words("deadlines-letter-done", title=title), row(undo)]


def stopped(words: Words, title: str, topic: str, reminder_id: int, guild_id: int) -> list[Block]:
    """The same, once its topic is followed no longer."""
    resume = button(words.plain("deadlines-resume-topic"), _act("resume_topic", reminder_id, guild_id))
    return [words("deadlines-letter-stopped", title=title, topic=topic), row(resume)]


def lost(words: Words, said: Safe, guild_id: int) -> list[Block]:
    """To whoever follows what can't be relied on any more."""
    see = button(words.plain("offer-deadlines-following"), custom_id("deadlines:following", guild_id=guild_id))
    return [said, row(see)]


def check(words: Words, place: str, jurisdiction: str, guild_id: int) -> list[Block]:
    """To somebody who may work there: would they compare some dates with their sources?"""
    see = custom_id("deadlines:checking", jurisdiction, guild_id=guild_id)
    return [
        words("deadlines-check-letter", place=place),
        row(button(words.plain("deadlines-check-see"), see, style=PRIMARY)),
    ]


def settled(words: Words, report: Report) -> list[Block]:
    """To whoever reported a date: organisers took care of it, and what came of it."""
    return [words("deadlines-report-thanks", which=report.which, outcome=report.outcome)]


def gone(words: Words) -> list[Block]:
    """In place of a reminder whose date isn't shown any more."""
    return [Safe(words("deadlines-letter-gone"))]


def _act(name: str, reminder_id: int, guild_id: int) -> str:
    return custom_id(f"deadlines:{name}", reminder_id, guild_id=guild_id)
