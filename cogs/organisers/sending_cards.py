"""What organisers see of what is about to be sent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.delivery.causes import cause_of
from bot.delivery.reports import name_of
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Choice, button, card, row, select
from bot.ui.pager import Page, turn
from bot.ui.parked import answers
from bot.words.i18n import Words
from bot.words.text import Safe, moment

SHOWN: Final = 8
"""Entries on a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is about to happen: `code` is `j<job>` or `o<row>`, `at` a UTC instant. Parked things have the
    `reason` why."""

    code: str
    kind: str
    at: int
    parked: bool
    reason: str


def upcoming(
    words: Words, page: Page[Entry], *, suspended: bool, now: int, zone_times: Sequence[str]
) -> discord.ui.LayoutView:
    """Everything that is scheduled or waits, the next one first; each can be looked at."""
    lines = [_line(words, entry, now) for entry in page.entries]
    return card(
        words("sending-title"),
        words("sending-suspended") if suspended else None,
        "\n".join(lines) if lines else words("sending-nothing"),
        row(
            select(
                custom_id("organisers:entry"),
                words.plain("sending-choose"),
                [
                    Choice(entry.code, name_of(words, entry.kind), when)
                    for entry, when in zip(page.entries, zone_times, strict=True)
                ],
            )
        )
        if page.entries
        else None,
        turn(words, page, lambda number: custom_id("organisers:upcoming", number)),
        row(
            button(words.plain("offer-organisers-rhythms"), "organisers:rhythms"),
            switch(words, suspended=suspended),
        ),
    )


def switch(words: Words, *, suspended: bool) -> discord.ui.Button[discord.ui.LayoutView]:
    """The button that stops everything, or lets it go on."""
    if suspended:
        return button(words.plain("sending-resume"), "organisers:resume", style=PRIMARY)
    return button(words.plain("sending-suspend"), "organisers:suspend", style=DANGER)


def _line(words: Words, entry: Entry, now: int) -> Safe:
    what = name_of(words, entry.kind)
    if entry.parked:
        return words("sending-parked", what=what, reason=cause_of(entry.reason))
    if entry.at <= now:
        return words("sending-now", what=what)
    return words("sending-line", what=what, at=moment(entry.at, "f"), left=moment(entry.at, "R"))


def entry(
    words: Words, shown: Entry, preview: discord.ui.Item[Any] | None, *, note: str, now: int
) -> discord.ui.LayoutView:
    """One of them: when, what it would say now (presented by the message `note`), and how to stop it."""
    view = card(
        words("sending-entry", what=name_of(words, shown.kind)),
        _line(words, shown, now),
        words(note),
    )
    if preview is not None:
        view.add_item(preview)
    acts = card(
        answers(words, shown.code)
        if shown.parked
        else row(button(words.plain("sending-skip"), custom_id("organisers:skip_ask", shown.code), style=DANGER)),
        row(button(words.plain("sending-back"), custom_id("organisers:upcoming", 0))),
    )
    view.add_item(_container(acts))
    view.stop()
    return view


def answered(words: Words, key: str, *, suspended: bool) -> discord.ui.LayoutView:
    """After an act: what it did, and the way back."""
    return card(
        words(key),
        row(
            button(words.plain("offer-organisers-upcoming"), custom_id("organisers:upcoming", 0)),
            switch(words, suspended=suspended),
        ),
    )


def as_preview(shown: discord.ui.LayoutView) -> discord.ui.Item[Any]:
    """A card inside another one: exactly what would be posted, with buttons that can't be pressed."""
    container = _container(shown)
    for item in container.walk_children():  # type: ignore[attr-defined]  # a container walks, an Item doesn't
        if isinstance(item, discord.ui.Button | discord.ui.Select):
            item.disabled = True
    return container


def _container(shown: discord.ui.LayoutView) -> discord.ui.Item[Any]:
    """What a card is made of, to be part of another message."""
    (container,) = shown.children
    shown.remove_item(container)
    return container
