"""What somebody follows among missions, as they see it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import discord

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Choice, button, card, row, select
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.opportunities import cards
from cogs.opportunities.alert_rules import Alert
from cogs.opportunities.rules import REMOTE, Kind


def code_name(words: Words, catalogue: Catalogue, code: str) -> str:
    """What a kind, a trade or a place is called; empty for one that the list no longer has."""
    if code in set(Kind):
        return cards.kind_name(words, Kind(code))
    return catalogue.trade_label(code, words.language) or cards.place_name(words, catalogue, code)


def names(words: Words, catalogue: Catalogue, codes: Iterable[str]) -> str:
    """What some of them are called, in a line of text; empty for none."""
    return ", ".join(name for code in codes if (name := code_name(words, catalogue, code)))


def following(
    words: Words,
    catalogue: Catalogue,
    alert: Alert | None,
    trades: Sequence[Choice],
    zones: Sequence[str],
    *,
    unheard: Safe | None,
) -> discord.ui.LayoutView:
    """What somebody follows, and everything that can be chosen. `zones`: the places on offer, by code; `unheard`:
    they refuse letters of this kind; where that can be changed."""
    chosen = alert or Alert(0, active=False)
    ordered = [*sorted(chosen.kinds), *sorted(chosen.trades), *sorted(chosen.zones)]
    return card(
        words(
            "mission-alerts",
            on="yes" if chosen.active else "no",
            what=names(words, catalogue, ordered),
            all="no" if names(words, catalogue, ordered) else "yes",
        ),
        words("mission-alerts-unheard", where=unheard) if chosen.active and unheard is not None else None,
        row(_kinds(words, chosen)),
        row(select("opportunities:alert_trade", words.plain("mission-alerts-trade"), trades)),
        row(_zones(words, catalogue, chosen, zones)),
        row(
            _switch(words, on=chosen.active),
            button(words.plain("mission-another-place"), "opportunities:alert_place"),
            button(words.plain("offer-opportunities-list"), custom_id("opportunities:list", 0, "")),
        ),
    )


def _switch(words: Words, *, on: bool) -> discord.ui.Button[discord.ui.LayoutView]:
    if on:
        return button(words.plain("mission-alerts-stop"), "opportunities:alerts_off")
    return button(words.plain("mission-alerts-start"), "opportunities:alerts_on", style=PRIMARY)


def _kinds(words: Words, alert: Alert) -> discord.ui.Select[discord.ui.LayoutView]:
    choices = [Choice(kind.value, cards.kind_name(words, kind), chosen=kind in alert.kinds) for kind in Kind]
    return _several("opportunities:alert_kinds", words.plain("mission-alerts-kinds"), choices)


def _zones(
    words: Words, catalogue: Catalogue, alert: Alert, zones: Sequence[str]
) -> discord.ui.Select[discord.ui.LayoutView]:
    named = [(code, cards.place_name(words, catalogue, code)) for code in (REMOTE, *zones)]
    choices = [Choice(code, name, chosen=code in alert.zones) for code, name in named if name]
    return _several("opportunities:alert_zones", words.plain("mission-alerts-zones"), choices)


def _several(act: str, placeholder: str, choices: Sequence[Choice]) -> discord.ui.Select[discord.ui.LayoutView]:
    """A list to choose any number of entries from, none included."""
    made = select(act, placeholder, choices, most=len(choices))
    made.min_values = 0
    return made
