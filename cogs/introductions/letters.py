"""What a member is told when their card took longer than their press: that it stands, or that it was given up."""

from __future__ import annotations

from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.people import members
from bot.schedule.clock import MINUTE
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import link
from cogs.introductions import cards, store

APPEARED: Final = "introductions:appeared"
GIVEN_UP: Final = "introductions:given-up"


class News:
    """The letters of this feature."""

    def __init__(self, house: House) -> None:
        self._contact = house.contact
        house.contact.register(LetterKind(APPEARED, Weight.MATTER, self._appeared))
        house.contact.register(LetterKind(GIVEN_UP, Weight.MATTER, self._given_up))

    async def appeared(self, association: Association, db: Connection, member_id: int, message_id: int) -> None:
        """A card stands. Whoever published it is mostly still there, and sees it in their answer: `seen` takes this
        back."""
        await self._contact.write(association, db, member_id, APPEARED, str(message_id), after=MINUTE)

    async def given_up(self, association: Association, db: Connection, member_id: int, row_id: int) -> None:
        """A card won't be posted by itself any more."""
        await self._contact.write(association, db, member_id, GIVEN_UP, str(row_id), after=MINUTE)

    async def _appeared(self, association: Association, letter: Letter) -> Piece | None:
        standing = await store.by_message(association.read(), int(letter.key))
        if standing is None or standing.place is None:
            return None
        url = link(association.guild_id, standing.place, standing.message_id)
        return Piece(cards.appeared(association.words_in(letter.language), url))

    async def _given_up(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        standing = await store.get(db, letter.member_id)
        waits = standing is not None and standing.message_id is None
        if not waits or await members.visible_profile(db, letter.member_id) is None:
            return None
        return Piece(cards.given_up(association.words_in(letter.language), association.guild_id))


async def seen(house: House, association: Association, standing: store.Introduction) -> None:
    """Its author sees in an answer that a card stands, and needs no letter."""
    async with association.transaction() as db:
        key = str(standing.message_id)
        await house.contact.take_back(association, db, standing.member_id, APPEARED, key)
