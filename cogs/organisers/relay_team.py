"""The rota of those who welcome newcomers, for organisers: who is on it, in which order; who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.ui.actions import action, custom_id
from bot.ui.confirm import confirmation
from bot.ui.notice import accepted
from bot.ui.press import Press
from bot.words.text import member
from cogs.introductions import HOST
from cogs.organisers import relay_cards as cards
from cogs.organisers import relay_letters as letters
from cogs.organisers import relay_rules as rules
from cogs.organisers import relay_store as store
from cogs.organisers import relay_turns as turns
from cogs.organisers.relay_cards import Rota
from cogs.organisers.relay_rules import WEEK, Host, Standing

WEEKS: Final = 4
"""Weeks that are shown ahead."""


@action("organisers:relay")
async def show(press: Press) -> None:
    """The whole rota."""
    press.require_organiser()
    await press.show(cards.team(press.words, await _rota(press), me=press.user_id))


@action("organisers:relay_person")
async def choose_person(press: Press) -> None:
    """One person, whether they are on it or not."""
    press.require_organiser()
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    await _show_person(press, int(press.choice))


@action("organisers:relay_invite")
async def invite(press: Press, member_id: int) -> None:
    """Ask somebody, in private, whether they would like to: nobody is put on it unasked."""
    press.require_organiser()
    if member_id == press.user_id:
        await join(press)
        return
    await members.require_among_us(press.association.read(), member_id)
    async with press.association.transaction() as db:
        known = await store.host(db, member_id)
        if known is None:
            _check_room(await store.hosts(db))
            asked = await store.put(db, member_id, Standing.ASKED, press.now())
            await letters.ask(press.house, press.association, db, asked)
            await turns.plan_ahead(press.house, press.association, db)
    await press.house.outbox.send_now(press.association)
    await show(press)


@action("organisers:relay_join")
async def join(press: Press) -> None:
    """An organiser takes part: their press says yes."""
    press.require_organiser()
    if not await accepted(press, "organisers:relay_join"):
        return
    async with press.association.transaction() as db:
        if await store.host(db, press.user_id) is None:
            _check_room(await store.hosts(db))
        await store.put(db, press.user_id, Standing.AGREED, press.now())
        await turns.plan_ahead(press.house, press.association, db)
    await show(press)


@action("organisers:relay_move")
async def move(press: Press, member_id: int, way: str) -> None:
    """Change places with the one before, or after."""
    press.require_organiser()
    if way not in {"sooner", "later"}:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        agreed = turns.agreed(await store.hosts(db))
        at = next((number for number, host in enumerate(agreed) if host.member_id == member_id), None)
        other = None if at is None else at - 1 if way == "sooner" else at + 1
        if at is not None and other is not None and 0 <= other < len(agreed):
            await store.swap(db, agreed[at], agreed[other])
    await _show_person(press, member_id)


@action("organisers:relay_remove_ask")
async def ask_to_remove(press: Press, member_id: int) -> None:
    """Ask once."""
    press.require_organiser()
    question = press.words("relay-remove-ask", who=member(member_id))
    await press.show(
        confirmation(press.words, question, "relay-remove", custom_id("organisers:relay_remove", member_id))
    )


@action("organisers:relay_remove")
async def remove(press: Press, member_id: int) -> None:
    """Take somebody off, who is told; or ask them no more."""
    press.require_organiser()
    house, association = press.house, press.association
    async with association.transaction() as db:
        found = await store.host(db, member_id)
        if found is not None and await store.remove(db, member_id):
            if found.standing is not Standing.AGREED:
                await letters.end_ask(house, association, db, found)
            elif member_id != press.user_id:
                await house.contact.write(association, db, member_id, letters.REMOVED, str(press.now()))
            await turns.reconsider(house, association, db)
    await house.outbox.send_now(association)
    await show(press)


async def _rota(press: Press) -> Rota:
    """The rota as it stands, and as it would go on."""
    db, today = press.association.read(), press.today()
    hosts, absences = await store.hosts(db), await store.absences(db, today)
    monday = rules.monday_of(today)
    turn, begun = await store.turn(db, monday), await store.last_turn(db, monday) is not None
    given = await store.turn(db, monday + WEEK)
    begin = monday + 2 * WEEK if given else monday + WEEK
    coming = rules.forecast(
        hosts,
        absences,
        await turns.who_can(db, hosts, press.now()),
        after=await turns.stands_at(db, hosts, monday + WEEK),
        monday=begin,
        weeks=WEEKS - bool(given),
    )
    now, chosen = turn.member_id if turn else None, press.association.preferences[HOST]
    return Rota(
        hosts,
        absences,
        monday,
        now,
        begun=begun,
        coming=[*([(given.monday, given.member_id)] if given else []), *coming],
        by_hand=chosen if begun and chosen != now else None,
        named=turns.are_named(press.association),
    )


async def _show_person(press: Press, member_id: int) -> None:
    agreed = turns.agreed(await store.hosts(press.association.read()))
    host = await store.host(press.association.read(), member_id)
    ends = (agreed[0].member_id, agreed[-1].member_id) if agreed else (0, 0)
    await press.show(cards.person(press.words, host, member_id, first=member_id == ends[0], last=member_id == ends[1]))


def _check_room(hosts: Sequence[Host]) -> None:
    if len(hosts) >= rules.AT_MOST:
        raise Refusal("relay-full", most=rules.AT_MOST)
