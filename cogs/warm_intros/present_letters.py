"""What is written to those who are to be brought together, each on their own, and to whoever thought of it.

A question that stands with one of them never depends on what the other said, nor on whether they can be asked: only one
that has not gone yet is spared them once it is in vain.
"""

from __future__ import annotations

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State as Went
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.third_parties import what_betrays
from cogs.warm_intros import intro_store, present_ending, presenting_cards, search_store, standing
from cogs.warm_intros.kinds import MEET, NOT_THIS_TIME, PRESENT, TARGET
from cogs.warm_intros.rules import Intro, Kind, Says


class PresentLetters:
    """These letters: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (PRESENT, TARGET):
            house.contact.register(
                LetterKind(kind, Weight.ASK, self._ask, purpose=MEET, declined=self._declined, once=True)
            )
        house.contact.register(LetterKind(NOT_THIS_TIME, Weight.MATTER, self._not_this_time))

    async def _ask(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        intro = await intro_store.get(db, int(letter.key))
        if intro is None or letter.member_id not in intro.asks or not intro.goes_on(self._house.clock.now()):
            return None
        if not await standing.introducer_stands(self._house, association, db, intro, letter.member_id):
            return None
        in_vain = Says.NO in {intro.first_says, intro.second_says}
        if letter.state is not Went.SENT and (
            in_vain or not await standing.may_meet(self._house, association, db, intro)
        ):
            return None
        words = association.words_in(letter.language)
        if intro.kind is Kind.PRESENTED:
            return Piece(presenting_cards.ask(words, intro, association.guild_id))
        who, why = await standing.said_in(db, intro), await self._without_names(db, intro)
        return Piece(presenting_cards.ask_target(words, intro, who, why, association.guild_id))

    async def _declined(self, association: Association, db: Connection, letter: Letter) -> None:
        """ "Plus tard", "Ne plus me proposer": the question has its day, so that both are a no."""
        intro = await intro_store.get(db, int(letter.key))
        if intro is not None and letter.member_id in intro.asks and intro.goes_on(self._house.clock.now()):
            await present_ending.say_no(self._house, association, db, intro, letter.member_id)

    async def _without_names(self, db: Connection, intro: Intro) -> str:
        """Why somebody searches, for whoever must not read who it is: nothing, when it could say so."""
        search = await search_store.get(db, intro.search_id) if intro.search_id is not None else None
        signed = search is None or search.signed
        return "" if signed or what_betrays(intro.why, self._house.catalogue.known_names) is not None else intro.why

    async def _not_this_time(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        intro = await intro_store.get(db, int(letter.key.partition(":")[0]))
        if intro is not None and intro.opened_at is not None:
            return None
        about = str(letter.reference.get("why") or "")
        if intro is not None and not about:
            about = await standing.said_in(db, intro)
        return Piece([presenting_cards.not_this_time(association.words_in(letter.language), about)])
