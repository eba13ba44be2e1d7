"""What the calendar keeps about people, and what goes when its time is over."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.people.register import MONTH, YEAR, Basis, Holding, Purpose, Until
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.deadlines import report_store, reporting
from cogs.deadlines.book import book_of
from cogs.deadlines.choice_store import CHECKING

CALENDAR: Final = Purpose("calendar", Basis.CONSENT)
CHECKS: Final = Purpose("calendar-checks", Basis.INTEREST)
KEPT: Final = YEAR + MONTH
"""How long it is known what somebody was reminded of, or has done, in seconds: until the next year's is due."""
CODED: Final = ("topic", "deadline", "entry", "subject", "jurisdiction")
"""Columns that hold what the data files call an entry, one of its days, a topic, a jurisdiction."""
SETTLED: Final = 90 * DAY
"""How long a report is kept once it is settled, in seconds."""
HISTORY: Final = 3 * YEAR
"""How long it is remembered who decided what, in seconds."""


def holdings(house: House) -> tuple[Holding, ...]:
    """What is kept. A settled report takes its line along."""

    async def forget_settled(association: Association, db: Connection, now: int) -> int:  # noqa: ARG001
        over = await report_store.settled_before(db, now - SETTLED)
        for report in over:
            await reporting.take_down(house, db, report.channel_id, report.message_id)
            await report_store.forget(db, report.id)
        return len(over)

    def name(code: str, language: str) -> str:
        return book_of(house.settings).name_of(code, language)

    found = (
        Holding("deadline_topics", ("member_id",), CALENDAR),
        Holding("deadline_done", ("member_id",), CALENDAR, Until.WRITTEN, keeps=KEPT, since="at"),
        Holding("deadline_reminders", ("member_id",), CALENDAR, Until.WRITTEN, keeps=KEPT, since="unixepoch(day)"),
        Holding("deadline_reports", ("member_id",), CHECKS, Until.CLOSED, keeps=SETTLED, purge=forget_settled),
        Holding("deadline_checkers", ("member_id",), CHECKS, Until.WRITTEN, keeps=CHECKING, since="at"),
        Holding("deadline_history", ("member_id",), CHECKS, Until.WRITTEN, keeps=HISTORY, since="at"),
    )
    return tuple(replace(holding, coded=CODED, name=name) for holding in found)
