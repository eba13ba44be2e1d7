"""The organisers' panel of the calendar: where members work, what waits, who decided what."""

from __future__ import annotations

from typing import Any

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.pager import page_of
from bot.ui.press import Press
from cogs.deadlines import choice_store, organising_cards, report_store, staleness
from cogs.deadlines.dates import dates
from cogs.deadlines.entries import Change
from cogs.deadlines.organising_cards import HISTORY, Waiting


@action("deadlines:manage")
async def manage(press: Press) -> None:
    """The panel."""
    press.require_organiser()
    db = press.association.read()
    here = await dates(press.house, press.association, db)
    waits = await report_store.waiting(db)
    waiting = Waiting(len(here.awaited), len(waits), len(here.stale), len(here.unconfirmed))
    places = here.book.jurisdictions.values()
    await press.show(organising_cards.manage(press.words, places, here.choices.jurisdictions, waiting))


@action("deadlines:use")
async def use(press: Press) -> None:
    """Say where members work."""
    press.require_organiser()
    async with press.association.transaction() as db:
        here = await dates(press.house, press.association, db)
        if not set(press.selected) <= set(here.book.jurisdictions):
            raise Refusal("kernel-stale-press")
        for code in here.book.jurisdictions:
            active = code in press.selected
            if active is not (code in here.choices.jurisdictions):
                await choice_store.use(db, code, active=active)
                await note(press, db, "opened" if active else "closed", code)
                if not active:
                    await staleness.place_closed(press.house, db, here, code)
    await manage(press)


@action("deadlines:history")
async def show_history(press: Press, number: int) -> None:
    """A page of what was decided."""
    press.require_organiser()
    db = press.association.read()
    here = await dates(press.house, press.association, db)
    page = page_of(await choice_store.history(db), number, HISTORY)
    await press.show(organising_cards.history(press.words, page, here.book.entries, here.book.jurisdictions))


async def note(press: Press, db: Connection, act: str, subject: str, **about: Any) -> None:
    """Remember that the person who acts decided this."""
    await choice_store.note(db, Change(press.user_id, press.now(), act, subject, **about))
