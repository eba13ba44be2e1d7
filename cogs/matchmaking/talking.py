"""The buttons of a coffee, in its thread and in letters: did you meet, do you know each other, can you come? Whoever is
in it answers for themselves, may change their mind, and nobody else learns what they pressed."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import ties
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.press import Press
from cogs.matchmaking import match_store, people_store, rematching, talk, talk_cards
from cogs.matchmaking.rules import Match, Says


@action("matchmaking:met")
async def met(press: Press, match_id: int) -> None:
    """ "Ça y est, on s'est parlé": once all say so, they are tied. Who comes by a tap may subscribe now."""
    if not await _may(press, "met", match_id):
        return
    async with press.association.transaction() as db:
        await _say(press, db, match_id, Says.MET)
        subscribed = (await people_store.get(db, press.user_id)).subscribed
    await press.show(talk_cards.after_met(press.words, offer=not subscribed))
    await _send(press)


@action("matchmaking:planned")
async def planned(press: Press, match_id: int) -> None:
    """ "C'est prévu": news, and nothing to do."""
    if not await _may(press, "planned", match_id):
        return
    async with press.association.transaction() as db:
        await _say(press, db, match_id, Says.PLANNED)
    await press.answer("coffee-planned-noted")
    await _send(press)


@action("matchmaking:cannot")
@leaving
async def cannot(press: Press, match_id: int) -> None:
    """ "Je ne pourrai pas": the others are told without a reason, and somebody else is looked for."""
    if not await _may(press, "cannot", match_id):
        return
    house, association = press.house, press.association
    async with association.transaction() as db:
        match = await _own(db, match_id, press.user_id)
        await _untie(db, match, press.user_id)
        await rematching.leave(house, association, db, match, press.user_id)
        others = await _told(db, match, press.user_id)
    await press.show(talk_cards.after_cannot(press.words, match_id, others))
    await _send(press)


@action("matchmaking:known")
async def known(press: Press, match_id: int) -> None:
    """ "On se connaît déjà": it counts as a past meeting; somebody else may be looked for."""
    if not await _may(press, "known", match_id):
        return
    async with press.association.transaction() as db:
        match = await _own(db, match_id, press.user_id)
        await match_store.know(db, match.seat_of(press.user_id).id, press.now())
        offer = await _may_change(press, db, match)
    await press.show(talk_cards.after_known(press.words, match_id, offer=offer))


@action("matchmaking:unknown")
async def unknown(press: Press, match_id: int) -> None:
    """ "On ne se connaît pas": said by mistake, it counts no more, and they keep this coffee."""
    if not await _may(press, "unknown", match_id):
        return
    async with press.association.transaction() as db:
        match = await _own(db, match_id, press.user_id)
        await match_store.know(db, match.seat_of(press.user_id).id, press.now(), knows=False)
        await rematching.look_no_more(press.house, press.association, db, match, press.user_id)
    await press.answer("coffee-unknown-noted")
    await _send(press)


@action("matchmaking:another")
async def another(press: Press, match_id: int) -> None:
    """ "Oui, quelqu'un d'autre": whoever is free, at once; until then they keep this coffee."""
    if not await _may(press, "another", match_id):
        return
    house, association = press.house, press.association
    async with association.transaction() as db:
        match = await _own(db, match_id, press.user_id)
        if not await _may_change(press, db, match):
            raise Refusal("coffee-too-late")
        await match_store.know(db, match.seat_of(press.user_id).id, press.now())
        found = await rematching.look_for_another(house, association, db, match, press.user_id)
        others = await talk.partners(db, found, press.user_id) if found is not None else []
    await press.show(talk_cards.after_another(press.words, match_id, others))
    await _send(press)


@action("matchmaking:keep")
async def keep(press: Press, match_id: int) -> None:
    """ "On garde ce café": nobody else is looked for, for whoever says so."""
    if not await _may(press, "keep", match_id):
        return
    async with press.association.transaction() as db:
        match = await _own(db, match_id, press.user_id)
        if not match.open or press.user_id not in match.people:
            raise Refusal("coffee-off")
        await rematching.keep(db, match, [press.user_id])
    await press.answer("coffee-kept")


async def _may(press: Press, name: str, match_id: int) -> bool:
    """Whether the person is in this coffee (raises `Refusal` for anybody else) and accepted the notice."""
    await _own(press.association.read(), match_id, press.user_id)
    return await notice.accepted(press, custom_id(f"matchmaking:{name}", match_id))


async def _own(db: Connection, match_id: int, member_id: int) -> Match:
    """Somebody's own coffee. Raises `Refusal` for any other."""
    match = await match_store.get(db, match_id)
    if match is None:
        raise Refusal("coffee-not-yours")
    match.seat_of(member_id)
    return match


async def _say(press: Press, db: Connection, match_id: int, says: Says) -> None:
    """Keep that somebody met, or will. A coffee that was called off takes place again when both still can."""
    match = await _own(db, match_id, press.user_id)
    seat = match.seat_of(press.user_id)
    if says is Says.PLANNED:
        await _check_planned(press, db, match)
    if seat.says is Says.CANNOT:
        await rematching.come_back(press.house, press.association, db, match, press.user_id)
    await rematching.keep(db, match, match.people if match.open else [press.user_id])
    if says is Says.MET:
        await _tie(press, db, match)
    else:
        await _untie(db, match, press.user_id)
    await match_store.say(db, seat.id, says, press.now())


async def _check_planned(press: Press, db: Connection, match: Match) -> None:
    """Raise `Refusal` for a coffee that can't be had any more: its time is over, or another one can't."""
    can_return = match.seat_of(press.user_id).says is Says.CANNOT
    if match.open and not can_return:
        return
    if await rematching.is_over(press.house, db, match):
        raise Refusal("coffee-over")
    if not can_return:
        raise Refusal("coffee-off")


async def _tie(press: Press, db: Connection, match: Match) -> None:
    for seat in match.seats:
        if seat.says is Says.MET and seat.member_id is not None:
            await ties.confirm(db, press.user_id, seat.member_id, _matter(match), press.now())


async def _untie(db: Connection, match: Match, member_id: int) -> None:
    """Whoever said by mistake that they met takes it back."""
    for seat in match.seats:
        if seat.member_id is not None and match.seat_of(member_id).says is Says.MET:
            await ties.undo(db, member_id, seat.member_id, _matter(match))


def _matter(match: Match) -> str:
    return f"coffee:{match.id}"


async def _told(db: Connection, match: Match, member_id: int) -> list[int]:
    """To whom it matters that somebody can't: those who waited for them in a coffee that went on."""
    waiting = match.open or match.seat_of(member_id).says is Says.CANNOT
    over = match.state == "closed" or rematching.met(match, but=member_id)
    return await talk.partners(db, match, member_id) if waiting and not over else []


async def _may_change(press: Press, db: Connection, match: Match) -> bool:
    """Whether somebody else can still be looked for."""
    round_ = await rematching.running(db, match)
    going_on = match.open and press.user_id in match.people and not rematching.met(match)
    return going_on and round_ is not None and round_.takes(press.now())


async def _send(press: Press) -> None:
    await press.house.outbox.send_now(press.association, patience=0)
