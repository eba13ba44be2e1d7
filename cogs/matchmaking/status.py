"""Where somebody stands: the next round, their last coffees, why they sat out. Seen by themselves alone."""

from __future__ import annotations

from datetime import date

from bot.delivery import wishes
from bot.people import objections
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.press import Press
from bot.words.text import Safe, moment
from cogs.matchmaking import (
    again,
    counting,
    dates,
    match_store,
    meeting_place,
    people_store,
    round_store,
    status_cards,
    taking_part,
    talk,
    turns,
)
from cogs.matchmaking.rules import Match, Outcome, Round, State
from cogs.matchmaking.status_cards import LAST, Coffee, Running, Standing


@action("matchmaking:status")
async def show(press: Press) -> None:
    """All of it, and what can be done."""
    association, db = press.association, press.association.read()
    one, wanted = await people_store.get(db, press.user_id), await wishes.of(db, press.user_id)
    standing = Standing(
        one=one,
        next_=await turns.next_of(association, db, press.user_id),
        running=await _running(press, db),
        why=await _why(press, db),
        coffees=[await _coffee(press, db, match) for match in await match_store.of_member(db, press.user_id, LAST)],
        again=bool(await again.long_ago(press)),
        nowhere=taking_part.is_nowhere(one, await taking_part.places(press, db, one)),
        left_alone=one.subscribed and (wanted.paused(press.now()) or counting.PURPOSE in wanted.refused),
    )
    await press.show(status_cards.status(press.words, standing, press.today()))


async def _running(press: Press, db: Connection) -> Running | None:
    """The round that runs, for somebody who has no partner in it and can have one."""
    round_ = await round_store.running(db)
    if round_ is None or not round_.takes(press.now()) or await objections.stands(db, press.user_id):
        return None
    turn = await round_store.turn(db, round_.id, press.user_id)
    if (turn is not None and turn.outcome is Outcome.MATCHED) or await turns.match_in(db, round_, press.user_id):
        return None
    return Running(round_.id, waits=turns.waits(turn))


async def _why(press: Press, db: Connection) -> tuple[date, Safe] | None:
    """Why they had no partner in the last round that they came to, in the words that the letter has too."""
    turn = next((turn for turn in await round_store.turns_of(db, press.user_id, LAST) if turn.outcome), None)
    round_ = await round_store.get(db, turn.round_id) if turn is not None else None
    if turn is None or round_ is None or await _had_coffee(db, round_, press.user_id):
        return None
    said = await _said(press, db, round_, turn.outcome)
    return (round_.day, said) if said is not None else None


async def _had_coffee(db: Connection, round_: Round, member_id: int) -> bool:
    """Whether somebody has, or had, coffee in a round, also when they waited for somebody else."""
    found = await match_store.of_member_in(db, round_.id, member_id)
    return any(match.state != "called-off" and member_id in match.people for match in found)


async def _said(press: Press, db: Connection, round_: Round, outcome: Outcome | None) -> Safe | None:
    words = press.words
    match outcome:
        case Outcome.ODD:
            return words("coffee-odd")
        case Outcome.NOBODY:
            return words("coffee-nobody")
        case Outcome.WAITING if round_.state is State.RUNNING:
            return words("coffee-mine-waiting")
        case Outcome.WAITING:
            at = await dates.next_at(db)
            return words("coffee-waited", again="no" if at is None else "yes", when=moment(at or 0, "D"))
        case _:
            return None


async def _coffee(press: Press, db: Connection, match: Match) -> Coffee:
    """A coffee as they see it; whoever left or was erased has no name."""
    others = [seat.member_id for seat in match.seats if seat.member_id != press.user_id]
    here = await talk.present(db, [one for one in others if one is not None])
    shown = tuple(one if one in here else None for one in others)
    return Coffee(match, talk.day(press.association, match), shown, meeting_place.thread_url(press.association, match))
