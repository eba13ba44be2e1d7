"""The one select of trades: there are more of them than Discord lists at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.people.catalogue import Catalogue, Trade
from bot.ui.cards import Choice
from bot.words.i18n import Words
from bot.words.text import OPTIONS

ALL_FAMILIES: Final = ""
"""The family code that stands for the list of families."""


def trade_choices(
    words: Words, catalogue: Catalogue, proposed: Sequence[Trade], chosen: str | None, family: str | None
) -> list[Choice]:
    """The trades proposed, then those of the same families, and a way to all families; opened on a family, its trades.
    `t.<trade>` chooses one, `t.` none, `f.` opens the families, `f.<family>` one of them."""
    if family == ALL_FAMILIES:
        return [Choice(f"f.{entry.id}", entry.names[words.language]) for entry in catalogue.families][:OPTIONS]
    families = [family] if family else [trade.family for trade in proposed]
    current = catalogue.trades.get(chosen or "")
    first = [current] if current else []
    near = [trade for trade in catalogue.trades.values() if trade.family in families]
    trades = list(dict.fromkeys([*first, *(() if family else proposed), *near]))[: OPTIONS - 2]
    names = {entry.id: entry.names[words.language] for entry in catalogue.families}
    entries = [
        Choice(f"t.{trade.id}", trade.names[words.language], names[trade.family], trade.id == chosen)
        for trade in trades
    ]
    if not entries:
        return trade_choices(words, catalogue, proposed, chosen, ALL_FAMILIES)
    none = [Choice("t.", words.plain("trade-none"))] if chosen else []
    return [*entries, Choice("f.", words.plain("trade-others")), *none]
