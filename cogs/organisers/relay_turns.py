"""Who welcomes this week, and the next: decided on Mondays, anew whenever somebody can't, and told to whoever it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from bot.delivery import wishes
from bot.people import members
from bot.schedule import jobs
from bot.schedule.occurrences import instant_of
from bot.storage import features
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import choose
from bot.ui.house import House
from cogs.introductions import HOST, WELCOME_CHANNEL
from cogs.organisers import relay_rules as rules
from cogs.organisers import relay_store as store
from cogs.organisers.relay_rules import WEEK, Host, Standing

TURN: Final = "organisers:relay-turn"
"""The letter to whoever's turn it is; its key is the Monday of the week."""
REMIND: Final = "organisers:relay-remind"
"""The job that decides on the next week, on the last working day before it; its key is that Monday."""
CHANGE: Final = "organisers:relay"
"""The job that lets the next one welcome, on a Monday, which is its key."""
REMIND_AT: Final = time(9, 0)
CHANGE_AT: Final = time(7, 0)


async def settle(house: House, association: Association, db: Connection, monday: date) -> tuple[int | None, bool]:
    """Whose turn a week is, None when nobody can, and whether that is new: whoever has it keeps it while they can;
    else the next one who can gets it, and is told."""
    hosts, passed = await store.hosts(db), await store.passed(db, monday)
    absences, here = await store.absences(db, monday), await who_can(db, hosts, house.clock.now())

    def free(host: Host) -> bool:
        can = host.member_id in here and host.member_id not in passed
        return can and not rules.is_away(absences, host.member_id, monday)

    had = await store.turn(db, monday)
    keeps = next((host for host in agreed(hosts) if had and host.member_id == had.member_id and free(host)), None)
    if keeps is not None:
        return keeps.member_id, False
    if had is not None:
        passed.add(had.member_id or 0)
        await _take_back(house, association, db, monday, had.member_id)
    found = rules.following(hosts, await stands_at(db, hosts, monday), free)
    if found is not None:
        await store.give(db, monday, found)
        await house.contact.write(association, db, found.member_id, TURN, monday.isoformat())
    await house.contact.show_again(db, TURN, monday.isoformat())
    return (found.member_id if found is not None else None), found is not None or had is not None


async def _take_back(
    house: House, association: Association, db: Connection, monday: date, member_id: int | None
) -> None:
    await store.pass_on(db, monday)
    if member_id is not None:
        await house.contact.take_back(association, db, member_id, TURN, monday.isoformat())


async def who_can(db: Connection, hosts: Iterable[Host], now: int) -> set[int]:
    """Those on the rota who are here, didn't ask to be left alone for now, and may welcome."""
    here = await members.among_us(db)
    known = [host.member_id for host in agreed(hosts) if host.member_id in here]
    wanted = {member_id: await wishes.of(db, member_id) for member_id in known}
    return {one for one, wish in wanted.items() if not wish.paused(now) and not wish.barred("introductions", now)}


async def stands_at(db: Connection, hosts: list[Host], until: date) -> int:
    """The place after which the rota goes on: where the newest of its turns up to a week has its person by now, or had
    it when they are gone."""
    last = await store.last_turn(db, until)
    if last is None:
        return 0
    return next((host.place for host in hosts if host.member_id == last.member_id), last.place)


async def take_up(house: House, association: Association, db: Connection) -> None:
    """It is Monday: this week's host is the one who welcomes. Where nobody can, the one of last week doesn't either."""
    monday = rules.monday_of(today(house, association))
    last = await store.last_turn(db, monday - WEEK)
    host, _ = await settle(house, association, db, monday)
    await _welcome(house, association, db, host, instead_of=last.member_id if last else None)


async def reconsider(house: House, association: Association, db: Connection) -> bool:
    """Somebody can't any more, or left the rota: the weeks that were theirs, this one and the next, go to others.
    Whether one of them is nobody's by now."""
    monday, left_open = rules.monday_of(today(house, association)), False
    had = await store.turn(db, monday)
    if had is not None:
        host, changed = await settle(house, association, db, monday)
        left_open = host is None
        if changed:
            await _welcome(house, association, db, host, instead_of=had.member_id)
    if await store.turn(db, monday + WEEK) is not None:
        host, _ = await settle(house, association, db, monday + WEEK)
        left_open = left_open or host is None
    return left_open


def are_named(association: Association) -> bool:
    """Whether the public welcome is on, which names whoever welcomes."""
    return features.is_on(association, "introductions") and association.preferences[WELCOME_CHANNEL] is not None


async def _welcome(
    house: House, association: Association, db: Connection, host: int | None, *, instead_of: int | None
) -> None:
    """Note who welcomes. With nobody, whoever organisers chose by hand stays."""
    association.expect_changes()
    if host is not None or association.preferences[HOST] == instead_of:
        await choose(db, house.clock, HOST, host)


async def pass_on(house: House, association: Association, db: Connection, monday: date) -> int | None:
    """Whoever has a week passes it on to the next one who can; who that is, None when nobody can."""
    had = await store.turn(db, monday)
    await _take_back(house, association, db, monday, had.member_id if had else None)
    host, _ = await settle(house, association, db, monday)
    if monday == rules.monday_of(today(house, association)):
        await _welcome(house, association, db, host, instead_of=had.member_id if had else None)
    return host


async def plan_ahead(house: House, association: Association, db: Connection) -> None:
    """Plan the next Monday, as long as anybody was asked, and the word to whoever has that week."""
    monday, hosts = rules.monday_of(today(house, association)) + WEEK, await store.hosts(db)
    if not hosts:
        return
    key, zone = monday.isoformat(), association.zone
    await jobs.plan(db, CHANGE, key, due_at=instant_of(monday, CHANGE_AT, zone), keep=True)
    day = rules.reminder_day(monday, association.quiet_hours.is_working_day)
    due_at = instant_of(day, REMIND_AT, zone)
    if agreed(hosts) and due_at > house.clock.now() and await store.turn(db, monday) is None:
        await jobs.plan(db, REMIND, key, due_at=due_at, keep=True)


def today(house: House, association: Association) -> date:
    """The present date where the association is."""
    return datetime.fromtimestamp(house.clock.now(), association.zone).date()


def agreed(hosts: Iterable[Host]) -> list[Host]:
    """Those who said yes, in their order."""
    return [host for host in hosts if host.standing is Standing.AGREED]
