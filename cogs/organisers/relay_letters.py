"""What is written to one person about the rota: would you, it is your turn, you are no longer on it."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.delivery.contact import Fallback, Letter, LetterKind, Piece, Weight
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.organisers import relay_cards as cards
from cogs.organisers import relay_store as store
from cogs.organisers import relay_turns as turns
from cogs.organisers.relay_rules import WEEK, Host, Standing, monday_of

ASKED: Final = "organisers:relay-asked"
REMOVED: Final = "organisers:relay-removed"
PURPOSE: Final = "relay"
"""What the ask is for."""


async def ask(house: House, association: Association, db: Connection, asked: Host) -> None:
    """Ask somebody, in private. Whoever doesn't want to be asked is not, which nobody learns."""
    await house.contact.write(association, db, asked.member_id, ASKED, str(asked.asked_at))


async def end_ask(house: House, association: Association, db: Connection, asked: Host) -> None:
    """It isn't asked any more: what has not gone won't, what went says that it is over."""
    await house.contact.take_back(association, db, asked.member_id, ASKED, str(asked.asked_at))
    await house.contact.show_again(db, ASKED, str(asked.asked_at))


class Letters:
    """The letters of the rota: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(ASKED, Weight.ASK, self._asked, purpose=PURPOSE),
            # whoever agreed to welcome relies on hearing of it in time
            LetterKind(turns.TURN, Weight.MATTER, self._turn, counted=False, fallback=Fallback.THREAD),
            LetterKind(REMOVED, Weight.MATTER, self._removed),
        ):
            house.contact.register(kind)

    async def _asked(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing once it was answered, or forgotten."""
        found = await store.host(association.read(), letter.member_id)
        if found is None or found.standing is not Standing.ASKED:
            return None
        words, named = association.words_in(letter.language), turns.are_named(association)
        return Piece(cards.asked(words, association.guild_id, association.name, named=named))

    async def _turn(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing once the week is over, or somebody else's."""
        monday, today = date.fromisoformat(letter.key), turns.today(self._house, association)
        found = await store.turn(association.read(), monday)
        if found is None or found.member_id != letter.member_id or today >= monday + WEEK:
            return None
        words, named = association.words_in(letter.language), turns.are_named(association)
        now = monday_of(today) == monday
        return Piece(cards.your_turn(words, association.guild_id, found, now=now, named=named))

    async def _removed(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing to somebody who is on it again."""
        found = await store.host(association.read(), letter.member_id)
        if found is not None and found.standing is Standing.AGREED:
            return None
        return Piece([association.words_in(letter.language)("relay-removed")])
