"""Reported dates, as organisers see them: what is needed to look at one, and nothing of who reported it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, each_act_once, line, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.deadlines.cards import title
from cogs.deadlines.entries import Deadline, Entry, Outcome, Report
from cogs.deadlines.entry_cards import deadline_day
from cogs.deadlines.organising_cards import back

REPORTS: Final = 3
"""Reports on a page."""


def report_line(
    words: Words, report: Report, known: Entry | None, coming: Deadline | None, *, again: bool = False
) -> discord.ui.LayoutView:
    """A reported date, in the organisers' channel: what is needed to look at it, and nothing of who reported it.
    `again`: they were told of it before."""
    if report.settled_at is not None:
        about = known.titles[words.language] if known is not None else "none"
        return card(words("deadlines-report-settled", title=about, outcome=report.outcome))
    waits = words("deadlines-report-again", since=moment(report.at, "d")) if again else None
    return card(waits, *_report(words, report, known, coming))


def _report(words: Words, report: Report, known: Entry | None, coming: Deadline | None) -> list[Block]:
    said = words("deadlines-report-line", which=report.which, what=Safe(_quoted(words, report.what)))
    now = words("deadlines-report-now", day=deadline_day(words, coming), title=title(words, coming)) if coming else None
    look = (
        button(words.plain("deadlines-report-correct"), custom_id("deadlines:entry", known.id), style=PRIMARY)
        if known is not None
        else button(words.plain("deadlines-report-find"), custom_id("deadlines:entries", 0), style=PRIMARY)
    )
    settle = (
        button(words.plain(f"deadlines-report-{outcome}"), custom_id("deadlines:settle", outcome, report.id))
        for outcome in (Outcome.CORRECTED, Outcome.UNCHANGED)
    )
    return [said, now, row(look, *settle)]


def _quoted(words: Words, what: str) -> str:
    return "\n".join(words("deadlines-report-quote", text=text) for text in what.splitlines())


def reports(words: Words, page: Page[Report], known: Mapping[str, Entry]) -> discord.ui.LayoutView:
    """A page of reports that nobody took care of; of two about one entry, the first leads to it."""
    blocks: list[Block] = []
    for report in page.entries:
        blocks += [line(), *_report(words, report, known.get(report.entry), None)]
    return card(
        words("deadlines-reports"),
        *(each_act_once(blocks) or [words("deadlines-reports-none")]),
        turn(words, page, lambda number: custom_id("deadlines:reports", number)),
        row(back(words)),
    )


# To whoever reported


def mine(words: Words, reports_: Sequence[Report]) -> discord.ui.LayoutView:
    """What somebody reported and waits, and the way to withdraw it."""
    lines = [words("deadlines-mine-line", which=one.which, since=moment(one.at, "d")) for one in reports_]
    choices = [Choice(str(one.id), one.which) for one in reports_]
    return card(
        words("deadlines-mine"),
        Safe("\n".join(lines)) if lines else words("deadlines-mine-none"),
        row(select("deadlines:withdraw_chosen", words.plain("deadlines-mine-choose"), choices)) if choices else None,
        row(button(words.plain("offer-deadlines-coming"), "deadlines:coming")),
    )


def full(words: Words, most: int, typed: str) -> discord.ui.LayoutView:
    """As many wait as can at once: what was `typed` is given back."""
    return card(
        words("deadlines-report-full", most=most),
        words("kernel-typed", typed=typed),
        row(button(words.plain("offer-deadlines-mine"), "deadlines:mine", style=PRIMARY)),
    )
