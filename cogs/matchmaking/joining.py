"""Saying yes or no to a round: the buttons of its announcement, before people are brought together and after."""

from __future__ import annotations

import discord

from bot.errors import Refusal
from bot.people import members, objections
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.press import Press
from bot.words.text import moment
from cogs.matchmaking import (
    dates,
    meeting_place,
    own_cards,
    people_store,
    rematching,
    round_store,
    taking_part,
    turns,
)
from cogs.matchmaking.rules import Match, Outcome, Round, State
from cogs.matchmaking.turns import NOT_HELD


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
        await objections.require_none(db, press.user_id)
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
        await turns.say_yes(db, round_, press.user_id, press.now())
        return None
    match = await turns.match_in(db, round_, press.user_id)
    if match is not None or turns.waits(await round_store.turn(db, round_.id, press.user_id)):
        return match
    return await rematching.join_late(press.house, press.association, db, round_, press.user_id)


async def _say_when(press: Press, round_: Round) -> None:
    db = press.association.read()
    one, profile = await people_store.get(db, press.user_id), await members.visible_profile(db, press.user_id)
    where = taking_part.is_nowhere(one, await taking_part.places(press, db, one))
    await press.show(own_cards.coming(press.words, round_.match_at, introduce=profile is None, where=where))


async def _say_with_whom(press: Press, round_: Round, match: Match | None) -> None:
    if match is None:
        await press.show(own_cards.waiting(press.words, round_.id))
        return
    await press.show(own_cards.together(press.words, await meeting_place.of(press, match.id)))


@action("matchmaking:out")
@leaving
async def pass_turn(press: Press, round_id: int) -> None:
    """ "Je passe mon tour": this one goes without them. Whoever has a partner says so in the thread, where it is a
    bail-out; whoever waits for one isn't looked for any more."""
    async with press.association.transaction() as db:
        round_ = await _known(db, round_id)
        match = await turns.match_in(db, round_, press.user_id) if round_.state is State.RUNNING else None
        if match is None:
            said = await _pass(press, db, round_)
    if match is not None:
        said = own_cards.too_late_to_pass(press.words, await meeting_place.of(press, match.id))
    await press.show(said)


async def _pass(press: Press, db: Connection, round_: Round) -> discord.ui.LayoutView:
    """Note it, where the round counts on them, or could; what they are told."""
    words, turn = press.words, await round_store.turn(db, round_.id, press.user_id)
    subscribed = (await people_store.get(db, press.user_id)).subscribed
    if round_.state is State.ANNOUNCED and (turn is not None or subscribed):
        await round_store.say(db, round_.id, press.user_id, press.now(), coming=False)
    elif round_.state is State.RUNNING and turns.waits(turn):
        await round_store.settle(db, round_.id, press.user_id, Outcome.OUT)
        return own_cards.let_go(words, "coffee-pass-unlisted")
    elif round_.state in NOT_HELD and turn is not None and turn.coming:
        await round_store.unsay(db, round_.id, press.user_id)
        return own_cards.let_go(words, "coffee-pass-unkept")
    else:
        return own_cards.let_go(words, "coffee-pass-nothing")
    return own_cards.passing(words, round_.id, subscribed=subscribed)
