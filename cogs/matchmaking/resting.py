"""Pauses: a number of rounds, or until a day. They end by themselves, and that is said (`own_letters.PAUSE_OVER`)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.dates import read_day
from bot.words.text import clean, truncate
from cogs.matchmaking import own_cards, people_store, taking_part, turns
from cogs.matchmaking.rules import PAUSE_DAYS, PAUSE_ROUNDS

ASK: Final = "matchmaking:pause_ask"
DAY: Final = 40
"""Characters of a day as it is typed."""
MONTH: Final = timedelta(days=30)
FORM: Final = declare(Form("matchmaking:pause_until", "coffee-rest-form", (Field("day", required=True, limit=DAY),)))


async def pause(press: Press, day: str | None, rounds: int | None) -> None:
    """From the command: until a day as it was typed, for some rounds, or as they choose now."""
    if day is not None and rounds is not None:
        raise Refusal("coffee-rest-either", offers=(ASK,))
    if day is not None:
        await _rest(press, until=_read(press, day, offers=("matchmaking:pause_day",)))
    elif rounds is not None:
        await _rounds(press, rounds)
    else:
        await ask(press)


@action("matchmaking:pause_ask")
async def ask(press: Press) -> None:
    """For how long?"""
    await _check_counted(press)
    if await notice.accepted(press, ASK):
        await press.show(own_cards.rests(press.words))


async def _check_counted(press: Press) -> None:
    """Raise `Refusal` for somebody on whom no round counts: they have nothing to rest from."""
    db = press.association.read()
    if (await people_store.get(db, press.user_id)).subscribed:
        return
    coming = await turns.next_of(press.association, db, press.user_id)
    if coming.counted and coming.round_id is not None:  # by a tap: this one can go without them
        raise Refusal("coffee-rest-this-one", offers=(custom_id("matchmaking:out", coming.round_id),))
    raise Refusal("coffee-rest-nothing", offers=(taking_part.SETTINGS,))


@action("matchmaking:pause_for")
async def pause_for(press: Press, code: str) -> None:
    """A length that was proposed: a number of rounds, or a month."""
    if code == "month":
        await _rest(press, until=press.today() + MONTH)
    elif code.isdecimal():
        await _rounds(press, int(code))
    else:
        raise Refusal("kernel-stale-press")


@action("matchmaking:pause_day", opens_form=True)
async def open_day(press: Press) -> None:
    """Ask for the day."""
    await _check_counted(press)
    await press.open(FORM)


@action("matchmaking:pause_until")
async def day_written(press: Press) -> None:
    """Rest until the day that was typed."""
    await _rest(press, until=_read(press, press.fields.get("day", "")))


def _read(press: Press, typed: str, offers: tuple[str, ...] = ()) -> date:
    """The first day on which they are back. Raises `Refusal` for one that can't be."""
    text, today = clean(typed, lines=False), press.today()
    day = read_day(text, today)
    if day is None:
        raise Refusal("coffee-rest-not-understood", typed=truncate(text, DAY), offers=offers)
    if not today < day <= today + timedelta(days=PAUSE_DAYS):
        raise Refusal("coffee-rest-out-of-reach", past="yes" if day <= today else "no", offers=offers)
    return day


async def _rounds(press: Press, rounds: int) -> None:
    if not 1 <= rounds <= PAUSE_ROUNDS:
        raise Refusal("coffee-rest-rounds", limit=PAUSE_ROUNDS, offers=("matchmaking:pause_day",))
    await _rest(press, rounds=rounds)


async def _rest(press: Press, *, until: date | None = None, rounds: int = 0) -> None:
    """Keep it; a round that is announced for a day on which they rest goes without them."""
    await _check_counted(press)
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, ASK)
        await people_store.pause(db, press.user_id, press.now(), until=until, rounds=rounds)
        await turns.leave_out(db, press.user_id, before=until or date.max)
        next_ = await turns.next_of(association, db, press.user_id)
    runs = await taking_part.runs(press)
    await press.show(own_cards.resting(press.words, next_, until=until, rounds=rounds, runs=runs))


@action("matchmaking:resume")
async def resume(press: Press) -> None:
    """End the pause."""
    async with press.association.transaction() as db:
        if (await people_store.get(db, press.user_id)).subscribed:
            await people_store.pause(db, press.user_id, press.now())
    await taking_part.show(press)
