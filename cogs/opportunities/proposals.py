"""What is written to whom a mission may suit: somebody thought of them, or they follow such ones. Nobody reads of a
mission whose author is away, or to whom the team closed missions for a time."""

from __future__ import annotations

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.opportunities import alert_store, hands, interest_store, letter_cards, letters, places
from cogs.opportunities.alert_rules import Alert
from cogs.opportunities.letter_cards import Told
from cogs.opportunities.rules import Mission


class Proposals:
    """The letters of this feature that propose a mission: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(letters.NAMED, Weight.ASK, self._named, purpose=letters.PURPOSE),
            LetterKind(letters.ALERT, Weight.ASK, self._alert, purpose=letters.PURPOSE),
        ):
            house.contact.register(kind)

    async def _named(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        mission = await hands.proposable(self._house, db, int(letter.key))
        asked = await interest_store.named(db, int(letter.key), letter.member_id)
        if mission is None or asked is None or asked.answer == "no":
            return None
        if not await hands.meet(self._house, association, db, mission.author_id, letter.member_id):
            return None
        namer = asked.named_by
        if namer is not None and not await hands.meet(self._house, association, db, namer, letter.member_id):
            namer = None
        told = await self._told(association, db, mission, letter.member_id, None)
        return Piece(
            letter_cards.named(
                letters.words_for(association, letter), self._house.catalogue, told, namer, association.guild_id
            )
        )

    async def _alert(self, association: Association, letter: Letter) -> Piece | None:
        """Of the missions that were chosen for it, those that are still open; a letter that has not gone says nothing
        to whoever switched alerts off by now, nor of what they follow no more."""
        db, reader = association.read(), letter.member_id
        wanted, went = await alert_store.get(db, reader), letter.message_id is not None
        if wanted is None or (not wanted.active and not went):
            return None
        told = []
        for mission_id in await alert_store.told_together(db, reader, int(letter.key)):
            mission = await hands.proposable(self._house, db, mission_id)
            if mission is None or not (went or wanted.fits(mission)):
                continue
            if await hands.meet(self._house, association, db, mission.author_id, reader):
                told.append(await self._told(association, db, mission, reader, wanted))
        words = letters.words_for(association, letter)
        return Piece(letter_cards.alert(words, self._house.catalogue, told, association.guild_id)) if told else None

    async def _told(
        self, association: Association, db: Connection, mission: Mission, reader: int, wanted: Alert | None
    ) -> Told:
        url = await places.url(self._house, association, mission.id)
        hand = await interest_store.of(db, mission.id, reader)
        raised = hand is not None and hand.up
        if wanted is None:
            return Told(mission, url, raised)
        return Told(mission, url, raised, wanted.reasons(mission), wanted.far(mission))
