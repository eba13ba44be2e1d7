"""Saying yes or no to a round: the buttons of its announcement, before people are brought together and after."""

from __future__ import annotations

from datetime import date

import discord

from bot.errors import Refusal
from bot.people import members
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.press import Press
from bot.words.text import link, moment
from cogs.matchmaking import (
    counting,
    dates,
    match_store,
    own_cards,
    people_store,
    rematching,
    round_store,
    status_cards,
    talk,
)
from cogs.matchmaking.affinity import How
from cogs.matchmaking.own_cards import Next, Place
from cogs.matchmaking.rules import FREE, Match, Outcome, Round, State, Turn

NOT_HELD = frozenset({State.TOO_FEW, State.CALLED_OFF})
"""The states of a round that doesn't take place: whoever was coming is coming to the next one."""


@action("matchmaking:in")
async def come(press: Press, round_id: int) -> None:
    """ "Partant cette fois": counted on, by one tap. While the round runs, somebody free is looked for at once."""
    round_ = await _taking(press, press.association.read(), round_id)
    act = custom_id("matchmaking:in", round_id)
    if not await notice.accepted(press, act):
        return
    if round_.state is State.RUNNING:
        await press.defer()
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, act)
        round_ = await _taking(press, db, round_id)
        match = await _join(press, db, round_)
    if round_.state is State.ANNOUNCED:
        await _say_when(press, round_)
    else:
        await press.house.outbox.send_now(press.association)
        await _say_with_whom(press, round_, match)


async def _taking(press: Press, db: Connection, round_id: int) -> Round:
    """The round, while somebody can still join it. Raises `Refusal`, with the date of the next one, once they can't."""
    round_ = await _known(db, round_id)
    if round_.takes(press.now()):
        return round_
    at = await dates.next_at(db)
    raise Refusal(
        "coffee-join-over",
        again="no" if at is None else "yes",
        when=moment(at or 0),
        offers=("matchmaking:status",),
    )


async def _known(db: Connection, round_id: int) -> Round:
    round_ = await round_store.get(db, round_id)
    if round_ is None:
        raise Refusal("kernel-stale-press")
    return round_


async def _join(press: Press, db: Connection, round_: Round) -> Match | None:
    """Count them in; their match, while the round runs and once they have one. A second time changes nothing."""
    if round_.state is State.ANNOUNCED:
        await say_yes(press, db, round_)
        return None
    match = await _match_in(db, round_, press.user_id)
    if match is not None or _waits(await round_store.turn(db, round_.id, press.user_id)):
        return match
    return await rematching.join_late(press.house, press.association, db, round_, press.user_id)


async def say_yes(press: Press, db: Connection, round_: Round) -> None:
    """Count somebody in who says so; it also answers whether they stay."""
    await round_store.say(db, round_.id, press.user_id, press.now(), coming=True)
    if (await people_store.get(db, press.user_id)).asked_at is not None:
        await people_store.note_asked(db, press.user_id, None)


async def _match_in(db: Connection, round_: Round, member_id: int) -> Match | None:
    """The match that goes on for somebody in a round."""
    found = await match_store.of_member_in(db, round_.id, member_id)
    return next((match for match in found if match.open and member_id in match.people), None)


def _waits(turn: Turn | None) -> bool:
    return turn is not None and turn.coming and turn.outcome in FREE


async def _say_when(press: Press, round_: Round) -> None:
    db = press.association.read()
    one, profile = await people_store.get(db, press.user_id), await members.visible_profile(db, press.user_id)
    nowhere = not one.zones and (profile is None or profile.zone is None)
    where = one.how is How.IN_PERSON and nowhere
    await press.show(own_cards.coming(press.words, round_.match_at, introduce=profile is None, where=where))


async def _say_with_whom(press: Press, round_: Round, match: Match | None) -> None:
    if match is None:
        await press.show(own_cards.waiting(press.words, round_.id))
        return
    await press.show(own_cards.together(press.words, await place_of(press, match.id)))


async def place_of(press: Press, match_id: int) -> Place:
    """Where those who meet talk, as one of them sees it now."""
    association, db = press.association, press.association.read()
    match = await match_store.get(db, match_id)
    if match is None:
        raise Refusal("kernel-stale-press")
    others = await talk.partners(db, match, press.user_id)
    return Place(
        people=status_cards.names(press.words, others or [None]),
        url=thread_url(association, match),
        thread=association.preferences[prefs.THREADS_CHANNEL] is not None,
    )


def thread_url(association: Association, match: Match) -> str | None:
    """The address of a match's thread; None while there is none."""
    return link(association.guild_id, match.thread_id) if match.thread_id is not None else None


@action("matchmaking:out")
async def pass_turn(press: Press, round_id: int) -> None:
    """ "Je passe mon tour": this one goes without them. Whoever has a partner says so in the thread, where it is a
    bail-out; whoever waits for one isn't looked for any more."""
    async with press.association.transaction() as db:
        round_ = await _known(db, round_id)
        match = await _match_in(db, round_, press.user_id) if round_.state is State.RUNNING else None
        if match is None:
            said = await _pass(press, db, round_)
    if match is not None:
        said = own_cards.too_late_to_pass(press.words, await place_of(press, match.id))
    await press.show(said)


async def _pass(press: Press, db: Connection, round_: Round) -> discord.ui.LayoutView:
    """Note it, where the round counts on them, or could; what they are told."""
    words, turn = press.words, await round_store.turn(db, round_.id, press.user_id)
    subscribed = (await people_store.get(db, press.user_id)).subscribed
    if round_.state is State.ANNOUNCED and (turn is not None or subscribed):
        await round_store.say(db, round_.id, press.user_id, press.now(), coming=False)
    elif round_.state is State.RUNNING and _waits(turn):
        await round_store.settle(db, round_.id, press.user_id, Outcome.OUT)
        return own_cards.let_go(words, "coffee-pass-unlisted")
    elif round_.state in NOT_HELD and turn is not None and turn.coming:
        await round_store.unsay(db, round_.id, press.user_id)
        return own_cards.let_go(words, "coffee-pass-unkept")
    else:
        return own_cards.let_go(words, "coffee-pass-nothing")
    return own_cards.passing(words, round_.id, subscribed=subscribed)


async def leave_out(db: Connection, member_id: int, *, before: date = date.max) -> bool:
    """Somebody stops, or rests until a day: what they said yes to before it is taken back, and nobody is looked for any
    more. Whether there was anything."""
    left = False
    newest = await round_store.newest(db, 2)  # one is announced while the one before still runs
    for at, round_ in enumerate(newest):
        turn = await round_store.turn(db, round_.id, member_id)
        if turn is None or not turn.coming:
            continue
        if round_.state is State.RUNNING and _waits(turn):
            await round_store.settle(db, round_.id, member_id, Outcome.OUT)
        elif at == 0 and (round_.state in NOT_HELD or (round_.state is State.ANNOUNCED and round_.day < before)):
            await round_store.unsay(db, round_.id, member_id)
        else:
            continue
        left = True
    return left


async def next_of(association: Association, db: Connection, member_id: int) -> Next:
    """The next round as somebody sees it."""
    newest, at = await round_store.newest(db, 1), await dates.next_at(db)
    if newest and newest[0].state is State.ANNOUNCED:
        counted = await counting.counts_on(association, db, newest[0], member_id)
        return Next(newest[0].match_at, newest[0].id, counted=counted)
    turn = await round_store.turn(db, newest[0].id, member_id) if newest and newest[0].state in NOT_HELD else None
    if turn is not None and turn.coming:
        return Next(at, turn.round_id, counted=True, kept=True)
    return Next(at)
