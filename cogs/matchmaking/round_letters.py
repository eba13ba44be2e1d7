"""What somebody is told of a round: they are alone this time, it doesn't take place, nobody was free until its end."""

from __future__ import annotations

from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.people import members
from bot.storage.association import Association
from bot.ui.house import House
from cogs.matchmaking import dates, people_store, round_cards, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Outcome, State

LEFT_OUT: Final = "matchmaking:left-out"
CALLED_OFF: Final = "matchmaking:called-off"
WAITED: Final = "matchmaking:waited"
"""The key of each is the round's id."""
_ALONE: Final = frozenset({Outcome.ODD, Outcome.NOBODY})


class Letters:
    """The letters of a round: each says what is true when it is read, or nothing any more."""

    def __init__(self, house: House) -> None:
        house.contact.register(LetterKind(LEFT_OUT, Weight.MATTER, self._left_out))
        house.contact.register(LetterKind(CALLED_OFF, Weight.MATTER, self._called_off))
        house.contact.register(LetterKind(WAITED, Weight.MATTER, self._waited))

    async def _left_out(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        turn = await round_store.turn(db, int(letter.key), letter.member_id)
        if turn is None or turn.outcome not in _ALONE:
            return None
        one, profile = await people_store.get(db, letter.member_id), await members.profile(db, letter.member_id)
        nowhere = one.how is How.IN_PERSON and not one.zones and (profile is None or profile.zone is None)
        return Piece(round_cards.left_out(association.words_in(letter.language), turn.outcome, nowhere=nowhere))

    async def _called_off(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        round_ = await round_store.get(db, int(letter.key))
        if round_ is None or round_.state not in {State.TOO_FEW, State.CALLED_OFF}:
            return None
        next_at = await dates.next_at(db)
        return Piece(round_cards.not_this_time(association.words_in(letter.language), round_, next_at))

    async def _waited(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        turn = await round_store.turn(db, int(letter.key), letter.member_id)
        if turn is None or turn.outcome is not Outcome.WAITING:
            return None
        return Piece(round_cards.waited(association.words_in(letter.language), await dates.next_at(db)))
