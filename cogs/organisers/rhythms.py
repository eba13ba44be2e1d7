"""Organisers set recurring schedules, and the pauses that all of them keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from bot.errors import Refusal
from bot.schedule import schedules
from bot.schedule.jobs import JobKind
from bot.schedule.occurrences import OnHoliday, Pause, Rhythm, Unit
from bot.schedule.schedules import PAUSES_AT_MOST, Recurring
from bot.storage.database import Connection
from bot.storage.features import owner
from bot.ui.actions import Rest, action
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.dates import read_day
from cogs.organisers import rhythm_cards as cards
from cogs.organisers.rhythm_cards import DAYS, EVERY, HOURS, NTH, Shown

COMING: Final = 3
"""How many of the next occurrences are shown."""
LONGEST: Final = 120
"""Days that a pause can last: a longer one is a schedule that is switched off."""

PAUSE: Final = declare(
    Form(
        "organisers:pause_written",
        "pause-form",
        (Field("first", required=True, limit=30), Field("last", required=True, limit=30)),
    )
)


@action("organisers:rhythms")
async def show_all(press: Press) -> None:
    """All schedules and pauses."""
    press.require_organiser()
    await _show_all(press)


@action("organisers:rhythm_open")
async def open_one(press: Press) -> None:
    """One schedule, chosen from the list."""
    press.require_organiser()
    await _show_one(press, press.choice)


@action("organisers:rhythm_show")
async def show_one(press: Press, name: Rest) -> None:
    """One schedule, from wherever it is spoken of."""
    press.require_organiser()
    await _show_one(press, name)


@action("organisers:rhythm_set")
async def set_part(press: Press, part: str, name: Rest) -> None:
    """Change one part of a schedule's rhythm."""
    press.require_organiser()
    read = _PARTS.get(part)
    if read is None:
        raise Refusal("kernel-stale-press")
    try:
        await _change(press, name, lambda rhythm: read(rhythm, press.choice, press.today()))
    except (ValueError, KeyError):
        raise Refusal("kernel-stale-press") from None
    await _show_one(press, name)


@action("organisers:rhythm_turn")
async def turn(press: Press, way: str, name: Rest) -> None:
    """Begin a schedule, or stop it."""
    press.require_organiser()
    await _change(press, name, lambda rhythm: rhythm, active=way == "on")
    await _show_one(press, name)


@action("organisers:pause_form", opens_form=True)
async def ask_for_pause(press: Press) -> None:
    """Ask from when to when."""
    press.require_organiser()
    await press.open(PAUSE)


@action("organisers:pause_written")
async def pause_written(press: Press) -> None:
    """Rest between two days, both included."""
    press.require_organiser()
    today = press.today()
    first = read_day(press.fields.get("first", ""), today)
    last = read_day(press.fields.get("last", ""), first or today)
    if first is None or last is None:
        raise Refusal("pause-not-understood")
    if (last - first).days >= LONGEST and read_day(press.fields.get("last", ""), today) != last:
        raise Refusal("pause-backwards")  # without its year, the last day was meant to be this year's
    await _add(press, first, last)


@action("organisers:pause_suggested")
async def pause_suggested(press: Press, first: str, last: str) -> None:
    """Rest as suggested."""
    press.require_organiser()
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise Refusal("kernel-stale-press") from None
    await _add(press, *days)


@action("organisers:pause_remove")
async def remove_pause(press: Press) -> None:
    """Take a pause away."""
    press.require_organiser()
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await schedules.remove_pause(db, int(press.choice))
        await press.house.jobs.replan(press.association, db)
    await _show_all(press)


async def _add(press: Press, first: date, last: date) -> None:
    if last < first or last < press.today():
        raise Refusal("pause-backwards")
    if (last - first).days >= LONGEST:
        raise Refusal("pause-too-long", days=LONGEST)
    async with press.association.transaction() as db:
        known = [stored.pause for stored in await schedules.all_pauses(db)]
        if len(known) >= PAUSES_AT_MOST:
            raise Refusal("pause-too-many")
        if Pause(first, last) not in known:  # a double press is one pause
            await schedules.add_pause(db, Pause(first, last))
        await press.house.jobs.replan(press.association, db)
    await _show_all(press)


async def _change(press: Press, name: str, change: Callable[[Rhythm], Rhythm], *, active: bool | None = None) -> None:
    kind, declared = _declared(press, name)
    async with press.association.transaction() as db:
        known = await schedules.get(db, kind.name)
        rhythm = change(known.rhythm if known else declared.rhythm)
        on = active if active is not None else bool(known and known.active)
        if active is not False and not declared.allows(rhythm):
            raise Refusal("rhythm-too-short", days=declared.shortest)
        await schedules.put(db, kind.name, rhythm, active=on, now=press.now())
        await schedules.replan(press.association, db, kind.name, declared, press.now())


def _declared(press: Press, name: str) -> tuple[JobKind, Recurring]:
    kind = press.house.jobs.kind(name)
    if kind is None or kind.recurs is None or kind.recurs.always:
        raise Refusal("kernel-stale-press")
    return kind, kind.recurs


async def _show_all(press: Press) -> None:
    db = press.association.read()
    shown = [
        await _shown(press, db, kind, 1)
        for kind in press.house.jobs
        if kind.recurs and not kind.recurs.always and press.house.features.is_on(press.association, owner(kind.name))
    ]
    pauses = await schedules.all_pauses(db)
    known = {stored.pause for stored in pauses}
    suggested = [pause for pause in schedules.suggested(press.today()) if pause not in known]
    await press.show(cards.rhythms(press.words, shown, pauses, suggested))


async def _show_one(press: Press, name: str) -> None:
    kind, _ = _declared(press, name)
    await press.show(cards.one(press.words, await _shown(press, press.association.read(), kind, COMING)))


async def _shown(press: Press, db: Connection, kind: JobKind, count: int) -> Shown:
    assert kind.recurs is not None
    known = await schedules.get(db, kind.name)
    rhythm = known.rhythm if known else kind.recurs.rhythm
    coming: list[int] = []
    after, now = known.done_date if known else None, press.now()
    while len(coming) < count:
        found = await schedules.following(press.association, db, rhythm, kind.recurs, after=after, not_before=now)
        if found is None:
            break
        coming.append(found.occurrence.instant)
        after = found.occurrence.date
    return Shown(kind.name, rhythm, bool(known and known.active), coming, kind.recurs.shortest)


# What each control changes


def _every(rhythm: Rhythm, code: str, today: date) -> Rhythm:
    unit, every = EVERY[code]
    anchor = today - timedelta(days=today.weekday()) if unit is Unit.WEEKS else today
    return replace(rhythm, unit=unit, every=every, anchor=anchor)


def _weekday(rhythm: Rhythm, code: str, _: date) -> Rhythm:
    return replace(rhythm, weekday=int(code))


def _day(rhythm: Rhythm, code: str, _: date) -> Rhythm:
    return replace(rhythm, day=DAYS[DAYS.index(int(code))])


def _nth(rhythm: Rhythm, code: str, _: date) -> Rhythm:
    return replace(rhythm, nth=NTH[NTH.index(int(code))])


def _at(rhythm: Rhythm, code: str, _: date) -> Rhythm:
    hour, minute = code.split("-")
    return replace(rhythm, at=HOURS[HOURS.index(time(int(hour), int(minute)))])


def _holiday(rhythm: Rhythm, code: str, _: date) -> Rhythm:
    return replace(rhythm, on_holiday=OnHoliday(code))


_PARTS: Final[dict[str, Callable[[Rhythm, str, date], Rhythm]]] = {
    "every": _every,
    "weekday": _weekday,
    "day": _day,
    "nth": _nth,
    "at": _at,
    "holiday": _holiday,
}
