"""What organisers planned: how often, the next rounds, and when one that is announced now would take place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from bot.schedule import schedules
from bot.schedule.occurrences import Rhythm, instant_of
from bot.schedule.schedules import Recurring
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import dates, round_store
from cogs.matchmaking.dates import ANNOUNCE
from cogs.matchmaking.preferences import CHANNEL, MINIMUM
from cogs.matchmaking.rules import AHEAD
from cogs.matchmaking.team_cards import Coming, Plan, Rounds

COMING: Final = 3
"""How many of the next rounds are shown."""


async def plan(house: House, association: Association, db: Connection) -> Plan:
    """What organisers decided."""
    chosen = association.preferences
    rhythm, active = await rhythm_of(house, db)
    return Plan(
        active=active,
        rhythm=rhythm,
        coming=await _coming(house, association, db, rhythm),
        minimum=str(chosen[MINIMUM]),
        minimums=MINIMUM.choices,
        channel_id=place(house, association),
        has_threads=_standing(house, chosen[prefs.THREADS_CHANNEL]) is not None,
        held=chosen[prefs.SUSPENDED],
    )


def place(house: House, association: Association) -> int | None:
    """The channel where rounds are announced, if one is chosen and still there."""
    return _standing(house, association.preferences[CHANNEL])


def _standing(house: House, channel_id: int | None) -> int | None:
    return channel_id if channel_id is not None and house.client.get_channel(channel_id) is not None else None


async def rounds(db: Connection) -> Rounds:
    """The rounds that are announced, and under way."""
    announced = await round_store.announced(db)
    pauses = [stored.pause for stored in await schedules.all_pauses(db)] if announced is not None else []
    paused = announced is not None and any(announced.day in pause for pause in pauses)
    return Rounds(announced, await round_store.running(db), in_a_pause=paused)


async def turn(house: House, association: Association, db: Connection, *, on: bool) -> None:
    """Plan rounds from now on, or no more of them."""
    now = house.clock.now()
    rhythm, _ = await rhythm_of(house, db)
    await schedules.put(db, ANNOUNCE, rhythm, active=on, now=now)
    await schedules.replan(association, db, ANNOUNCE, _declared(house), now)


async def rhythm_of(house: House, db: Connection) -> tuple[Rhythm, bool]:
    """How often rounds are planned, or would be; and whether they are."""
    known = await schedules.get(db, ANNOUNCE)
    return (known.rhythm, known.active) if known else (_declared(house).rhythm, False)


async def next_day(house: House, association: Association, db: Connection) -> tuple[date, int]:
    """For which day, and when (UTC seconds), a round that is announced now brings people together: some days ahead, on
    a working day, at the hour of the rhythm."""
    rhythm, _ = await rhythm_of(house, db)
    today = dates.local_day(association, house.clock.now())
    day = today + timedelta(days=AHEAD)
    while not association.quiet_hours.is_working_day(day):
        day += timedelta(days=1)
    return day, instant_of(day, rhythm.at, association.zone)


async def _coming(house: House, association: Association, db: Connection, rhythm: Rhythm) -> list[Coming]:
    """The next rounds that aren't announced yet."""
    known, declared, now = await schedules.get(db, ANNOUNCE), _declared(house), house.clock.now()
    after = known.done_date if known else None
    coming: list[Coming] = []
    while len(coming) < COMING:
        found = await schedules.following(association, db, rhythm, declared, after=after, not_before=now)
        if found is None:
            break
        coming.append(Coming(found.due_at, found.occurrence.instant))
        after = found.occurrence.date
    return coming


def _declared(house: House) -> Recurring:
    kind = house.jobs.kind(ANNOUNCE)
    assert kind is not None
    assert kind.recurs is not None
    return kind.recurs
