"""What deadlines add to a round-up: the next two weeks; to the team, what of the calendar waits for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import LINE, Need, SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import Safe, escape
from cogs.deadlines import cards, report_store, store
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.entries import Deadline

PLACE: Final = 60
AHEAD: Final = timedelta(days=14)
REPORTED: Final = 55
TO_TYPE: Final = 50
STALE: Final = 40
UNCONFIRMED: Final = 30
"""How much a need weighs: a date that looks wrong, one that only organisers can type, one that members no longer see,
one that they never saw."""


class Telling:
    """The section of members, and the needs of organisers. Its note says that this is not advice, and where to report
    a date: whatever is cut away, that stays."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("deadlines", PLACE, self.gather, enough=False))
        house.sections.watch_needs(self.needs)
        house.features.watch_who_waits("deadlines", self._followers)

    async def gather(self, association: Association, words: Words, span: Span) -> Sequence[Safe]:
        """All dates from the day of the round-up on, the nearest first: of a window that runs already, its end."""
        here = await dates(self._house, association, association.read(), at=span.now)
        found = sorted(here.coming(until=here.today + AHEAD), key=lambda deadline: _next(deadline, here.today))
        return [_line(words, deadline, here.today) for deadline in found]

    async def _followers(self, association: Association, db: Connection) -> list[int]:  # noqa: ARG002 (one shape)
        """Who counts on being reminded."""
        return await store.all_followers(db)

    async def needs(self, association: Association, words: Words, span: Span) -> Sequence[Need]:
        """What of the calendar waits for somebody, each with its way."""
        db = association.read()
        here, found = await dates(self._house, association, db, at=span.now), []
        reports = len(await report_store.waiting(db))
        if reports:
            act = custom_id("deadlines:reports", 0)
            found.append(_need(words, REPORTED, words("need-deadlines-reports", count=reports), act))
        if here.awaited:
            found.append(_need(words, TO_TYPE, _awaited(words, here), "deadlines:dates"))
        for weight, kind, entries, act in (
            (STALE, "stale", here.stale, "deadlines:confirm"),
            (UNCONFIRMED, "unconfirmed", here.unconfirmed, "deadlines:confirm_local"),
        ):
            if entries:
                found.append(_need(words, weight, words(f"need-deadlines-{kind}", count=len(entries)), act))
        return found


def _next(deadline: Deadline, today: date) -> date:
    """The day of a deadline that is still to come: a window's first, or its last once it runs."""
    return deadline.day.last if deadline.day.first < today else deadline.day.first


def _line(words: Words, deadline: Deadline, today: date) -> Safe:
    runs = deadline.day.first < today
    said = {"day": cards.until(words, deadline.day) if runs else cards.days(words, deadline.day)}
    line = words("section-deadlines-line", title=cards.title(words, deadline), **said)
    if len(line) <= LINE:  # an address that is cut leads nowhere
        return line
    return words("section-deadlines-line", title=escape(deadline.title(words.language)), **said)


def _awaited(words: Words, here: Dates) -> Safe:
    titles = dict.fromkeys(entry.titles[words.language] for entry, _ in here.awaited)
    return words("need-deadlines-typed", count=len(here.awaited), titles=", ".join(titles))


def _need(words: Words, weight: int, text: Safe, act: str) -> Need:
    return Need(weight, text, button(words.plain("deadlines-see"), act))
