"""Dates that nobody can compute: organisers type them in every year, one for each key."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.errors import Refusal
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.dates import read_day
from cogs.deadlines import cards, choice_store, organising_cards
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.entries import Entry
from cogs.deadlines.organising import note
from cogs.deadlines.rules import TypedYearly

DAY: Final = Field("day", limit=40)
"""A date as it is typed; empty takes back what stands there."""
FORM: Final = declare(Form("deadlines:date_typed", "deadlines-date-form", (DAY,)))


@action("deadlines:dates")
async def show_dates(press: Press) -> None:
    """The dates of this year; of the next one, once nobody needs this year's any more."""
    press.require_organiser()
    here = await dates(press.house, press.association, press.association.read())
    typed = [entry for entry in here.in_use if isinstance(entry.rule, TypedYearly)]
    over = bool(typed) and all(entry.season_over(here.today) for entry in typed)
    await dates_of(press, here.today.year + over)


@action("deadlines:dates_of")
async def dates_of(press: Press, year: int) -> None:
    """Of a year."""
    press.require_organiser()
    here = await dates(press.house, press.association, press.association.read())
    now = here.today.year
    if year not in {now, now + 1}:
        raise Refusal("kernel-stale-press")
    found = [(entry, _known(here, entry, year)) for entry in here.in_use if isinstance(entry.rule, TypedYearly)]
    await press.show(organising_cards.typed(press.words, year, now + 1 if year == now else now, found))


def _known(here: Dates, entry: Entry, year: int) -> dict[str, date]:
    return {day.key: day.first for day in here.choices.typed.get(entry.id, ()) if day.first.year == year}


@action("deadlines:date_form", opens_form=True)
async def ask_for_date(press: Press, year: int) -> None:
    """Ask for one date of a year, chosen from the list."""
    press.require_organiser()
    here = await dates(press.house, press.association, press.association.read())
    code, _, key = press.choice.partition(".")
    known = _known(here, _typed_entry(here, code, key), year).get(key)
    values = {"day": cards.written(press.words, known)} if known else {}
    await press.open(FORM, str(year), code, key, values=values)


@action("deadlines:date_typed")
async def date_typed(press: Press, year: int, code: str, key: str) -> None:
    """Keep it; empty: it is not known, after all."""
    press.require_organiser()
    async with press.association.transaction() as db:
        _typed_entry(await dates(press.house, press.association, db), code, key)
        day = read_typed(press, date(min(max(year, 1970), 9998), 1, 1))
        if day is not None and day.year != year:
            raise Refusal("deadlines-day-other-year", year=str(year))
        before = await choice_store.type_in(db, code, key, year, day)
        after = day.isoformat() if day else ""
        if before != after:
            await note(press, db, "typed", code, detail=f"{key}.{year}", before=before, after=after)
    await dates_of(press, year)


def _typed_entry(here: Dates, code: str, key: str) -> Entry:
    entry = here.book.entries.get(code)
    if entry is None or not isinstance(entry.rule, TypedYearly) or key not in {label.id for label in entry.keys}:
        raise Refusal("deadlines-entry-gone")
    return entry


def read_typed(press: Press, today: date) -> date | None:
    """The day that was typed, or None for an empty field. Raises `Refusal` for what is no day."""
    typed = press.fields.get("day", "")
    found = read_day(typed, today) if typed else None
    if typed and found is None:
        raise Refusal("deadlines-day-not-understood")
    return found
