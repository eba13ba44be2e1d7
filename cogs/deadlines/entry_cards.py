"""One entry, as those see it who keep the calendar right. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Choice, button, card, link_button, row, select
from bot.words.i18n import Words
from bot.words.text import OPTIONS, Safe
from cogs.deadlines.cards import Button, audience, day, days, disclaimer
from cogs.deadlines.entries import Deadline, Entry, Level

SHOWN: Final = 6
"""How many dates of one entry are shown."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entry stands here: hidden, waiting for somebody of the place, unchecked for long, and when it was last
    compared with its source."""

    hidden: bool
    off: bool
    stale: bool
    checked: date | None


def entry(
    words: Words, shown: Entry, coming: Sequence[Deadline], stands: Standing, where: str, *, organiser: bool
) -> discord.ui.LayoutView:
    """One entry: how it stands, and when it falls due or did, as far as that can still be corrected. An `organiser` can
    change all of it; somebody who was asked to check it can say that it is right, or what isn't."""
    language = words.language
    place, topic = shown.jurisdiction.names[language], shown.topic.names[language]
    note = shown.notes.get(language)
    return card(
        words("deadlines-entry", title=shown.titles[language]),
        words("deadlines-entry-about", place=place, topic=topic, audience=audience(words, shown)),
        _days(words, coming),
        words("deadlines-note", note=note) if note else None,
        *_standing(words, stands),
        disclaimer(words, where),
        row(*_corrections(words, shown, coming)) if organiser else None,
        _why_not(words, shown) if organiser else None,
        row(*_acts(words, shown, stands, organiser=organiser)),
    )


def _days(words: Words, coming: Sequence[Deadline]) -> Safe:
    said = " · ".join(_day(words, deadline) for deadline in coming[:SHOWN])
    return words("deadlines-entry-days", days=said) if said else words("deadlines-entry-no-day")


def _day(words: Words, deadline: Deadline) -> str:
    corrected = "yes" if deadline.corrected else "no"
    return words.plain("deadlines-entry-day", day=deadline_day(words, deadline), corrected=corrected)


def deadline_day(words: Words, deadline: Deadline) -> str:
    """When it is, and whose date it is where there are several."""
    when = days(words, deadline.day)
    whose = next((key.names[words.language] for key in deadline.entry.keys if key.id == deadline.day.key), "")
    return words.plain("deadlines-whose", title=when, whose=whose) if whose else when


def _standing(words: Words, stands: Standing) -> list[Safe]:
    said = [
        (stands.hidden, "deadlines-entry-hidden"),
        (stands.off, "deadlines-entry-off"),
        (stands.stale, "deadlines-entry-stale"),
    ]
    found = [words(key) for true, key in said if true]
    if stands.checked is not None:
        found.append(words("deadlines-entry-checked", day=day(words, stands.checked)))
    return found


def _corrections(
    words: Words, shown: Entry, coming: Sequence[Deadline]
) -> list[discord.ui.Select[discord.ui.LayoutView]]:
    """The list of its dates to correct; none for what has no date of its own."""
    if shown.level in {Level.WINDOW, Level.TYPED}:
        return []
    choices = [Choice(one.named.isoformat(), _day(words, one)) for one in coming[:OPTIONS]]
    act = custom_id("deadlines:correct_form", shown.id)
    return [select(act, words.plain("deadlines-entry-choose"), choices)] if choices else []


def _why_not(words: Words, shown: Entry) -> Safe | None:
    key = {Level.WINDOW: "deadlines-entry-window", Level.TYPED: "deadlines-entry-typed"}.get(shown.level)
    return words(key) if key else None


def _acts(words: Words, shown: Entry, stands: Standing, *, organiser: bool) -> list[Button | None]:
    waits = stands.off or stands.stale
    hide = ("deadlines-entry-show", "show") if stands.hidden else ("deadlines-entry-hide", "hide")
    return [
        link_button(words.plain("deadlines-entry-source"), shown.source),
        button(words.plain("deadlines-entry-confirm"), custom_id("deadlines:is_right", shown.id), style=PRIMARY)
        if waits or shown.level is not Level.TYPED
        else None,
        button(words.plain(hide[0]), custom_id("deadlines:hide", hide[1], shown.id)) if organiser else None,
        None if organiser else button(words.plain("offer-deadlines-report"), custom_id("deadlines:report", shown.id)),
        button(words.plain("deadlines-manage-back"), custom_id("deadlines:entries", 0)) if organiser else None,
    ]
