"""What is written to somebody about how they take part: their pause is over, do they stay, who would like to meet them
again. Each says what is true when it is read."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.delivery.contact import Fallback, Letter, LetterKind, Piece, Weight
from bot.people import objections, restrictions
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import counting, dates, match_store, own_letter_cards, people, people_store, round_store
from cogs.matchmaking.people_store import Invitation
from cogs.matchmaking.rules import State

PAUSE_OVER: Final = "matchmaking:pause-over"
STAY: Final = counting.STAY
"""The key of these is the id of the round that is announced, or that ended."""
AGAIN: Final = "matchmaking:again"
"""Its key is the invitation's id."""
PURPOSE: Final = counting.PURPOSE
MEETING_AGAIN: Final = "coffee-again"
"""What the asks are for, as people may refuse them."""


class Letters:
    """The letters about taking part."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(PAUSE_OVER, Weight.MATTER, self._pause_over),
            LetterKind(STAY, Weight.ASK, self._stay, purpose=PURPOSE, fallback=Fallback.THREAD),
            LetterKind(AGAIN, Weight.ASK, self._again, purpose=MEETING_AGAIN),
        ):
            house.contact.register(kind)

    async def _pause_over(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing any more once they rest again, stopped, object, or people were brought together."""
        db = association.read()
        if await objections.stands(db, letter.member_id):
            return None
        round_, one = await round_store.get(db, int(letter.key)), await people_store.get(db, letter.member_id)
        if round_ is None or round_.state is not State.ANNOUNCED or not one.subscribed or one.paused_on(round_.day):
            return None
        counted = await counting.counts_on(association, db, round_, letter.member_id)
        words = association.words_in(letter.language)
        return Piece(own_letter_cards.pause_over(words, round_, association.guild_id, counted=counted))

    async def _stay(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        one = await people_store.get(db, letter.member_id)
        if one.asked_at is None or await objections.stands(db, letter.member_id):
            return None
        words = association.words_in(letter.language)
        return Piece(own_letter_cards.stay(words, association.guild_id, subscribed=one.subscribed))

    async def _again(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        invitation = await people_store.invitation(db, int(letter.key))
        last = await open_since(self._house, association, db, invitation)
        if invitation is None or last is None:
            return None
        words, guild_id = association.words_in(letter.language), association.guild_id
        return Piece(own_letter_cards.again(words, invitation.asker_id, last, invitation.id, guild_id))


async def open_since(
    house: House, association: Association, db: Connection, invitation: Invitation | None
) -> date | None:
    """The day of the last coffee of two, one of whom would like to meet the other again, while that can be: both are
    here, nobody keeps them apart, coffee is closed to none of them, it is not answered, and they did not meet
    meanwhile. Else None."""
    if invitation is None or invitation.answer is not None:
        return None
    two = (invitation.asker_id, invitation.other_id)
    closed_to = await restrictions.restricted(db, "matchmaking", house.clock.now())
    open_to = await objections.may_be_matched(db) - closed_to
    if not set(two) <= open_to or await people.apart(house, association, db, two):
        return None
    at = await last_coffee(db, *two)
    return dates.local_day(association, at) if at is not None and at < invitation.at else None


async def last_coffee(db: Connection, one_id: int, other_id: int) -> int | None:
    """When two were last brought together and it took place (UTC seconds), or None."""
    past = await match_store.past(db, [one_id])
    return next((one.last for one in past if one.other_id == other_id), None)
