"""Numbers for organisers, and nobody in them: no search, no door, no answer is ever theirs to read.

They count months that are over, and by fives: who looks twice can't tell from the difference what one person did in
between, or who is gone.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime, tzinfo
from typing import Final

from bot.people import objections
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.matchmaking import FIGURES_FROM
from cogs.warm_intros import bilan_cards, present_store
from cogs.warm_intros.bilan_cards import FIGURES, Figures

STEP: Final = 5
"""Numbers are multiples of this, rounded down."""


@action("warm_intros:bilan")
async def show(press: Press) -> None:
    """What came of the last twelve months that are over."""
    press.require_organiser()
    db, objecting = press.association.read(), await objections.everybody(press.association.read())
    since, until = last_year(press.now(), press.association.zone)
    least = max(FIGURES, press.association.preferences[FIGURES_FROM])
    shown = Figures(
        searches=count(await present_store.searchers(db, since, until), objecting, least),
        yeses=count(await present_store.openers(db, since, until), objecting, least),
        helped=count(await present_store.helped(db, since, until), objecting, least),
    )
    await press.show(bilan_cards.bilan(press.words, shown, least))


def last_year(now: int, zone: tzinfo) -> tuple[int, int]:
    """When the last twelve months that are over by now began, and when they ended (UTC seconds)."""
    until = datetime.fromtimestamp(now, zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return int(until.replace(year=until.year - 1).timestamp()), int(until.timestamp())


def count(people: Sequence[int], objecting: Set[int], least: int = FIGURES) -> int | None:
    """How many times at least, when `least` people stand behind it, else None; those who object to being counted
    aren't. `people` are who it was each time."""
    counted = [one for one in people if one not in objecting]
    return len(counted) // STEP * STEP if len(set(counted)) >= least else None
