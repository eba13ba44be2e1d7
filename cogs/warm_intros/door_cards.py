"""What somebody sees of the doors they could open, and the panel of the room. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.people.catalogue import Catalogue, Zone
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, QUIET, Block, Choice, button, card, line, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.warm_intros.rules import CATEGORIES, Door

PAGE: Final = 6
"""Doors on a page."""


def panel(words: Words) -> discord.ui.LayoutView:
    """The one panel of the room."""
    return card(
        words("intros-panel"),
        row(
            button(words.plain("offer-warm_intros-look"), "warm_intros:look", style=PRIMARY),
            button(words.plain("offer-warm_intros-add"), "warm_intros:add"),
            button(words.plain("offer-warm_intros-present"), "warm_intros:present"),
        ),
    )


def kept(
    words: Words,
    catalogue: Catalogue,
    door: Door,
    *,
    key: str,
    zones: Sequence[Zone] = (),
    unknown: str = "",
    rests: bool = False,
) -> discord.ui.LayoutView:
    """One's own door, with the message `key` above it, and what can be said of it or done with it. `zones`: the places
    that may be meant; `unknown`: the place that was typed and that nothing is known of; `rests`: they don't want to be
    brought together with anybody."""
    return card(
        words(key),
        Safe(f"> {_name(words, door)}\n{about(words, catalogue, door)}"),
        words("intros-door-private"),
        words("intros-door-rests") if rests else None,
        row(_category(words, door)),
        words("intros-place-unknown", where=unknown) if unknown else words("intros-place-which") if zones else None,
        row(_place(words, door, zones)) if zones else None,
        row(
            button(words.plain("intros-door-edit"), custom_id("warm_intros:edit", door.id)),
            button(words.plain("intros-door-remove"), custom_id("warm_intros:remove_ask", door.id)),
            button(words.plain("intros-door-another"), "warm_intros:add"),
            button(words.plain("offer-warm_intros-doors"), custom_id("warm_intros:doors", 0)),
        ),
    )


def _category(words: Words, door: Door) -> discord.ui.Select[discord.ui.LayoutView]:
    choices = [
        Choice(code, words.plain(f"intros-category-{code}"), chosen=code == door.category) for code in CATEGORIES
    ]
    return select(custom_id("warm_intros:file", door.id), words.plain("intros-choose-category"), choices)


def _place(words: Words, door: Door, zones: Sequence[Zone]) -> discord.ui.Select[discord.ui.LayoutView]:
    choices = [Choice(zone.id, zone.label(words.language), zone.region, zone.id == door.zone) for zone in zones]
    return select(custom_id("warm_intros:place", door.id), words.plain("intros-choose-place"), choices)


def doors(words: Words, catalogue: Catalogue, page: Page[Door], *, done: Safe | None = None) -> discord.ui.LayoutView:
    """One's own doors, a page of them; `done`: what was just done."""
    entries: list[Block] = []
    for door in page.entries:
        entries += [line(), Safe(f"{_name(words, door)}\n{about(words, catalogue, door)}".strip())]
    choices = [Choice(str(door.id), door.words) for door in page.entries]
    return card(
        done,
        words("intros-doors") if page.entries else words("intros-doors-none"),
        *entries,
        row(select("warm_intros:pick", words.plain("intros-pick-door"), choices)) if choices else None,
        turn(words, page, lambda number: custom_id("warm_intros:doors", number)),
        row(
            button(words.plain("offer-warm_intros-add"), "warm_intros:add", style=QUIET if page.entries else PRIMARY),
            button(words.plain("offer-warm_intros-searches"), "warm_intros:searches"),
        ),
    )


def about(words: Words, catalogue: Catalogue, door: Door) -> Safe:
    """Of which kind a door is, and where; empty when neither was said."""
    category = words.plain(f"intros-category-{door.category}") if door.category in CATEGORIES else ""
    parts = [part for part in (category, catalogue.zone_label(door.zone, words.language)) if part]
    return words("intros-door-about", parts=" · ".join(parts)) if parts else Safe("")


def _name(words: Words, door: Door) -> Safe:
    return words("intros-door", words=door.words)
