"""What somebody means by what they chose from a list, or typed instead: a kind, a trade, a place."""

from __future__ import annotations

from bot.errors import Refusal
from bot.ui.press import Press
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import fold
from cogs.opportunities import cards
from cogs.opportunities.rules import ANYWHERE, REMOTE, Kind


def kind(typed: str, *, forged: bool = False) -> str:
    """The code of a kind; empty for nothing. Raises `Refusal` for what is none; `forged`: it came from no list."""
    if not typed or typed in set(Kind):
        return typed
    named = {fold(cards.kind_name(Words(language), one)): one.value for language in LANGUAGES for one in Kind}
    return _meant(named.get(fold(typed)), "mission-unknown-kind", typed, forged=forged)


def trade(press: Press, typed: str, *, forged: bool = False) -> str:
    """The code of a trade, chosen from the list or meant by its words; empty for nothing."""
    if not typed or typed in press.catalogue.trades:
        return typed
    meant = [] if forged else press.catalogue.propose_trades(typed)
    return _meant(meant[0].id if meant else None, "mission-unknown-trade", typed, forged=forged)


def place(press: Press, typed: str, *, forged: bool = False, unknown: str = "mission-unknown-place") -> str:
    """`REMOTE`, `ANYWHERE`, or the code of a zone, chosen from the list or meant by a town; empty for nothing.
    `unknown`: the refusal of any other."""
    if not typed or typed in {REMOTE, ANYWHERE} or typed in press.catalogue.zones:
        return typed
    zones = [] if forged else press.catalogue.match_zones(typed)
    return _meant(_far(typed) or (zones[0].id if zones else None), unknown, typed, forged=forged)


def _far(typed: str) -> str | None:
    """What is no zone, as it is called in either language."""
    said = {
        fold(Words(language).plain(f"mission-place-{code}")): code
        for language in LANGUAGES
        for code in (REMOTE, ANYWHERE)
    }
    return said.get(fold(typed))


def _meant(code: str | None, refusal: str, typed: str, *, forged: bool) -> str:
    if code is None or forged:
        raise Refusal("kernel-stale-press") if forged else Refusal(refusal, typed=typed)
    return code
