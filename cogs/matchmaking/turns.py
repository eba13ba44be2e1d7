"""What a round is to somebody: whether the next one counts on them, how they say yes, how they are let out of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.matchmaking import counting, dates, match_store, people_store, round_store
from cogs.matchmaking.own_cards import Next
from cogs.matchmaking.rules import FREE, Match, Outcome, Round, State, Turn

NOT_HELD: Final = frozenset({State.TOO_FEW, State.CALLED_OFF})
"""The states of a round that doesn't take place: whoever was coming is coming to the next one."""


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


def waits(turn: Turn | None) -> bool:
    """Whether somebody has no partner in a round, and can still get one."""
    return turn is not None and turn.coming and turn.outcome in FREE


async def match_in(db: Connection, round_: Round, member_id: int) -> Match | None:
    """The match that goes on for somebody in a round, or None."""
    found = await match_store.of_member_in(db, round_.id, member_id)
    return next((match for match in found if match.open and member_id in match.people), None)


async def say_yes(db: Connection, round_: Round, member_id: int, now: int) -> None:
    """Count somebody in who says so; it also answers whether they stay."""
    await round_store.say(db, round_.id, member_id, now, coming=True)
    if (await people_store.get(db, member_id)).asked_at is not None:
        await people_store.note_asked(db, member_id, None)


async def leave_out(db: Connection, member_id: int, *, before: date = date.max) -> bool:
    """Somebody stops, or rests until a day: what they said yes to before it is taken back, and nobody is looked for any
    more. Whether there was anything."""
    left = False
    newest = await round_store.newest(db, 2)  # one is announced while the one before still runs
    for at, round_ in enumerate(newest):
        turn = await round_store.turn(db, round_.id, member_id)
        if turn is None or not turn.coming:
            continue
        if round_.state is State.RUNNING and waits(turn):
            stays = await match_in(db, round_, member_id) is not None
            await round_store.settle(db, round_.id, member_id, Outcome.MATCHED if stays else Outcome.OUT)
        elif at == 0 and (round_.state in NOT_HELD or (round_.state is State.ANNOUNCED and round_.day < before)):
            await round_store.unsay(db, round_.id, member_id)
        else:
            continue
        left = True
    return left
