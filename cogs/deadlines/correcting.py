"""One entry in the hands of organisers: its dates corrected, hidden for the association, shown again."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import OPTIONS, clean
from cogs.deadlines import cards, choice_store, entry_cards, organising_cards, staleness
from cogs.deadlines.coming import MOVED
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.entries import Entry, Level
from cogs.deadlines.entry_cards import Standing
from cogs.deadlines.organising import note
from cogs.deadlines.typing_in import DAY, read_typed

WHY: Final = 200
"""Characters of a reason, at most."""

FORM: Final = declare(Form("deadlines:corrected", "deadlines-correct-form", (DAY, Field("why", limit=WHY))))


@action("deadlines:entries")
async def show_entries(press: Press, number: int) -> None:
    """A page of entries to choose from."""
    press.require_organiser()
    here = await dates(press.house, press.association, press.association.read())
    await press.show(organising_cards.entries(press.words, page_of(here.in_use, number, OPTIONS)))


@action("deadlines:entry_choose")
async def choose_entry(press: Press) -> None:
    """One of them."""
    await show_entry(press, press.choice)


@action("deadlines:entry")
async def show_entry(press: Press, code: str) -> None:
    """One entry: how it stands, and what can be done with it."""
    db = press.association.read()
    here = await dates(press.house, press.association, db)
    entry = await entry_for(press, db, here, code)
    confirmed = here.choices.confirmed
    checks = [day for day in (entry.checked, confirmed.get(code)) if day is not None]
    stands = Standing(
        hidden=code in here.choices.hidden,
        off=entry.off(confirmed),
        stale=not entry.off(confirmed) and entry.stale(here.today, confirmed),
        checked=max(checks, default=None),
    )
    coming, organiser = here.correctable(entry), press.is_organiser
    await press.show(entry_cards.entry(press.words, entry, coming, stands, here.where, organiser=organiser))


async def entry_for(press: Press, db: Connection, here: Dates, code: str) -> Entry:
    """The entry of this code, for an organiser or for whoever was asked to check those of its place. Raises `Refusal`
    for anybody else."""
    entry = here.book.entries.get(code)
    if not press.is_organiser:
        asked = await choice_store.checks(db, press.user_id, press.now())
        if not asked:
            press.require_organiser()
        if entry is None or entry.jurisdiction.id not in asked:
            raise Refusal("deadlines-not-asked")
    if entry is None:
        raise Refusal("deadlines-entry-gone")
    return entry


@action("deadlines:hide")
async def hide(press: Press, way: str, code: str) -> None:
    """Show members an entry no longer, or again."""
    press.require_organiser()
    async with press.association.transaction() as db:
        here = await dates(press.house, press.association, db)
        entry, hidden = await entry_for(press, db, here, code), way == "hide"
        if await choice_store.hide(db, code, hidden=hidden):
            await note(press, db, "hidden" if hidden else "shown", code)
            if hidden:
                await staleness.entry_hidden(press.house, db, here, entry)
    await show_entry(press, code)


@action("deadlines:correct_form", opens_form=True)
async def ask_for_correction(press: Press, code: str) -> None:
    """Ask for the right date instead of one that was chosen."""
    press.require_organiser()
    here = await dates(press.house, press.association, press.association.read())
    named = _iso(press.choice)
    entry = await entry_for(press, press.association.read(), here, code)
    known = here.choices.corrections.get((entry.id, named), named)
    await press.open(FORM, code, named.isoformat(), values={"day": cards.written(press.words, known)})


@action("deadlines:corrected")
async def corrected(press: Press, code: str, chosen: str) -> None:
    """Keep it; empty, or the date that the rule names: the rule is right."""
    press.require_organiser()
    named, why = _iso(chosen), clean(press.fields.get("why", ""), lines=False)[:WHY]
    async with press.association.transaction() as db:
        here = await dates(press.house, press.association, db)
        entry = await entry_for(press, db, here, code)
        if entry.level in {Level.WINDOW, Level.TYPED}:
            raise Refusal("kernel-stale-press")
        right = read_typed(press, min(named, here.today)) or named
        if abs(right - named) > MOVED:
            raise Refusal("deadlines-day-too-far", days=MOVED.days, named=cards.day(press.words, named))
        before = here.choices.corrections.get((code, named), named)
        await choice_store.correct(db, code, named, right if right != named else None)
        if right != before:
            days = {"before": before.isoformat(), "after": right.isoformat()}
            await note(press, db, "corrected", code, detail=named.isoformat(), why=why, **days)
    await show_entry(press, code)


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal("kernel-stale-press") from None
