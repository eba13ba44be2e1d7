"""What members see of deadlines. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import Block, Choice, button, card, line, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import OPTIONS, Safe, escape
from cogs.deadlines.entries import Deadline, Entry, Label, Level
from cogs.deadlines.rules import Day

PAGE: Final = 4
"""Deadlines on a page: with their notes and addresses, more might not fit Discord's limits."""
NEXT: Final = 5
"""How many dates are shown of the topics that somebody follows: the next one of each entry."""
ALL: Final = "all"
"""Stands for every topic."""

Button = discord.ui.Button[discord.ui.LayoutView]


# A date


def day(words: Words, when: date) -> str:
    """A date as people write it, with its weekday."""
    return words.plain("deadlines-day", weekday=words.plain(f"weekday-{when.weekday()}"), date=written(words, when))


def written(words: Words, when: date) -> str:
    """The same without its weekday, as people type it."""
    return words.plain("day-written", day=when.day, month=words.plain(f"month-{when.month}"), year=str(when.year))


def days(words: Words, when: Day) -> str:
    """A date, or the window in which everybody has their own."""
    if when.first == when.last:
        return day(words, when.first)
    return words.plain("deadlines-between", first=when.first.day, last=written(words, when.last))


def until(words: Words, when: Day) -> str:
    """The end of a window that runs already."""
    return words.plain("deadlines-until", last=written(words, when.last))


def heading(words: Words, when: Day) -> str:
    """The same where a line begins with it."""
    said = days(words, when)
    return said[:1].upper() + said[1:]


def title(words: Words, deadline: Deadline) -> Safe:
    """What is due, with the address of its source."""
    return Safe(f"[{escape(deadline.title(words.language))}]({deadline.entry.source})")


def warnings(words: Words, deadline: Deadline) -> list[str]:
    """How sure a date is, where that must be said."""
    said = {
        Level.WINDOW: "deadlines-window",
        Level.TO_REVALIDATE: "deadlines-to-revalidate",
        Level.TYPED: "deadlines-typed",
    }
    found = [words.plain(said[deadline.entry.level])] if deadline.entry.level in said else []
    if deadline.corrected:
        found.append(words.plain("deadlines-corrected"))
    return found


def audience(words: Words, entry: Entry) -> str:
    """Whom an entry concerns."""
    return ", ".join(label.names[words.language] for label in entry.audience)


def shown(words: Words, deadline: Deadline, *, places: bool) -> Safe:
    """A deadline in a list: when, what, for whom, how sure; `places`: where too."""
    entry, language = deadline.entry, words.language
    place = [entry.jurisdiction.names[language]] if places else []
    about = [*place, words.plain("deadlines-for", audience=audience(words, entry)), *warnings(words, deadline)]
    note = entry.notes.get(language)
    parts = [
        words("deadlines-date", day=heading(words, deadline.day)),
        title(words, deadline),
        words("deadlines-about", parts=" · ".join(about)),
        words("deadlines-note", note=note) if note else "",
    ]
    return Safe("\n".join(part for part in parts if part))


def disclaimer(words: Words, where: str) -> Safe:
    """What stands under, or over, every date that is shown; `where` is `Dates.where`."""
    return words("deadlines-disclaimer", text=words("deadlines-no-advice", where=where))


def report_button(words: Words) -> Button:
    """ "Signaler une date"."""
    return button(words.plain("offer-deadlines-report"), custom_id("deadlines:report", ""))


# What is coming


def coming(
    words: Words,
    page: Page[Deadline],
    topics: Sequence[Label],
    topic: str,
    where: str,
    unknown: Iterable[tuple[Entry, Sequence[Label]]],
) -> discord.ui.LayoutView:
    """A page of what is coming, of one topic or (`topic` empty) of all; `unknown`: entries whose dates are to come, and
    for whom."""
    names = {label.id: label.names[words.language] for label in topics}
    places = len({deadline.entry.jurisdiction.id for deadline in page.entries}) > 1
    blocks: list[Block] = []
    for deadline in page.entries:
        blocks += [line(), shown(words, deadline, places=places)]
    waits = ", ".join(_to_come(words, entry, keys) for entry, keys in unknown)
    return card(
        words("deadlines-coming-title", topic=names.get(topic, "") or ALL),
        disclaimer(words, where),
        *(blocks or [words("deadlines-coming-none" if topics else "deadlines-coming-nowhere")]),
        line(),
        words("deadlines-coming-awaited", entries=waits) if waits else None,
        row(_choose_topic(words, topics, topic)) if topics else None,
        turn(words, page, lambda number: custom_id("deadlines:coming_page", number, topic)),
        row(
            button(words.plain("offer-deadlines-following"), "deadlines:following"),
            button(words.plain("deadlines-agenda"), "deadlines:agenda"),
            report_button(words),
        ),
    )


def _to_come(words: Words, entry: Entry, keys: Sequence[Label]) -> str:
    title_ = entry.titles[words.language]
    if len(keys) == len(entry.keys):
        return title_
    return words.plain("deadlines-whose", title=title_, whose=", ".join(key.names[words.language] for key in keys))


def _choose_topic(words: Words, topics: Sequence[Label], topic: str) -> discord.ui.Select[discord.ui.LayoutView]:
    """Topics beyond what a select holds are found by typing in the command."""
    every = Choice(ALL, words.plain("deadlines-coming-all"), chosen=not topic)
    choices = [Choice(label.id, label.names[words.language], chosen=label.id == topic) for label in topics]
    return select("deadlines:coming_topic", words.plain("deadlines-coming-choose"), [every, *choices])


# Following


def following(
    words: Words,
    topics: Sequence[Label],
    followed: Collection[str],
    coming_: Sequence[Deadline],
    where: str,
    *,
    unsure: Iterable[str] = (),
    notes: Iterable[str] = (),
    reported: bool = False,
) -> discord.ui.LayoutView:
    """What somebody follows, and what is next of it. `unsure`: the names of topics that wait for organisers to check
    them; `notes`: messages about how reminders reach them now; `reported`: they wait for a word about a date."""
    known = {label.id for label in topics}
    mine, gone, waiting = known & set(followed), set(followed) - known, ", ".join(unsure)
    return card(
        words("deadlines-following"),
        *_choose_topics(words, topics, followed),
        words("deadlines-coming-nowhere") if not topics else None,
        _next(words, coming_) if mine else words("deadlines-following-none") if not gone else None,
        words("deadlines-following-unsure", topics=waiting) if waiting else None,
        words("deadlines-following-gone", count=len(gone)) if gone and not waiting else None,
        *(words(note) for note in notes),
        disclaimer(words, where),
        row(
            button(words.plain("deadlines-agenda"), "deadlines:agenda"),
            report_button(words),
            button(words.plain("deadlines-following-stop"), "deadlines:stop_all") if followed else None,
            button(words.plain("offer-deadlines-mine"), "deadlines:mine") if reported else None,
        ),
    )


def _choose_topics(
    words: Words, topics: Sequence[Label], followed: Collection[str]
) -> list[discord.ui.ActionRow[discord.ui.LayoutView] | None]:
    return [
        row(
            several(
                custom_id("deadlines:follow", part),
                words.plain("deadlines-following-choose", part=part + 1),
                [Choice(label.id, label.names[words.language], chosen=label.id in followed) for label in chunk],
            )
        )
        for part, chunk in enumerate(chunks(topics))
    ]


def chunks(topics: Sequence[Label]) -> list[Sequence[Label]]:
    """Topics as several selects hold them."""
    return [topics[start : start + OPTIONS] for start in range(0, len(topics), OPTIONS)]


def several(act: str, placeholder: str, choices: Sequence[Choice]) -> discord.ui.Select[discord.ui.LayoutView]:
    """A list to choose any number of entries from, none included."""
    made = select(act, placeholder, choices, most=len(choices))
    made.min_values = 0
    return made


def _next(words: Words, coming_: Sequence[Deadline]) -> Safe:
    firsts: dict[tuple[str, str], Deadline] = {}
    for deadline in coming_:
        firsts.setdefault((deadline.entry.id, deadline.day.key), deadline)
    lines = [
        words("deadlines-letter", day=heading(words, deadline.day), title=title(words, deadline))
        for deadline in list(firsts.values())[:NEXT]
    ]
    return Safe("\n".join([words("deadlines-following-next"), *lines])) if lines else words("deadlines-following-quiet")


# The calendar file


def agenda(words: Words, file: discord.File, where: str, *, mine: bool, others: bool) -> discord.ui.LayoutView:
    """The file, and what to do with it. `mine`: it holds the topics that its reader follows; `others`: they follow
    some, so that there are two files."""
    attached: discord.ui.File[discord.ui.LayoutView] = discord.ui.File(file)
    other = ("deadlines-agenda-all", "deadlines:agenda_all") if mine else ("deadlines-agenda-mine", "deadlines:agenda")
    return card(
        words("deadlines-agenda-ready", mine="yes" if mine else "no"),
        attached,
        disclaimer(words, where),
        row(
            button(words.plain(other[0]), other[1]) if others else None,
            button(words.plain("offer-deadlines-following"), "deadlines:following") if not others else None,
            report_button(words),
        ),
    )


def noted(words: Words, said: Safe, *buttons: Button | None) -> discord.ui.LayoutView:
    """After an act: what it did, and what takes it back or comes next."""
    return card(said, row(*buttons, button(words.plain("offer-deadlines-coming"), "deadlines:coming")))
