"""Telling those who may handle a report, in private, that it waits: whom its reporter chose, or the referent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.delivery.contact import Fallback, Letter, LetterKind, Piece, Weight
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.moderation import case_store, letter_cards, progress
from cogs.moderation.rules import Case, Someone

WAITING: Final = "moderation:waiting"
URGENT: Final = "moderation:waiting-urgent"
REFERRED: Final = "moderation:referred"
"""The kinds of letter, the last one to a referent; the key is the case's number and since when it waits (UTC seconds):
it may wait again."""
TAKEN_OVER: Final = "moderation:taken-over"
"""The kind of letter to whose case somebody else takes care of now; the key is the id of that act."""


async def write(house: House, association: Association, db: Connection, case: Case, to: Iterable[Someone]) -> bool:
    """Write to these people in the caller's transaction; whether somebody can be told."""
    kind = URGENT if case.urgent else WAITING
    reached = False
    for who in to:
        if who.id is not None:
            reached |= await house.contact.write(
                association, db, who.id, kind, f"{case.id}-{house.clock.now()}", topic=topic(case.id)
            )
    return reached


async def refer(house: House, association: Association, db: Connection, case: Case, who: Someone) -> bool:
    """Write to the referent that nobody took it, in the caller's transaction; False when they can't be written to."""
    kind, key = URGENT if case.urgent else REFERRED, f"{case.id}-{house.clock.now()}"
    return who.id is not None and await house.contact.write(association, db, who.id, kind, key, topic=topic(case.id))


async def taken(house: House, association: Association, db: Connection, case_id: int) -> None:
    """Somebody takes care of it: nobody is waited for any more, which all letters about it say, in whatever thread they
    stand."""
    await house.contact.taken(association, db, topic(case_id), by=NOBODY)


async def taken_over(house: House, association: Association, db: Connection, act_id: int, who: Someone) -> None:
    """Tell whoever took care of a case until this act that somebody else does."""
    if who.id is not None:
        await house.contact.write(association, db, who.id, TAKEN_OVER, str(act_id))


NOBODY: Final = 0
"""Stands for no member."""


def topic(case_id: int) -> str:
    """What all letters about a case have in common."""
    return f"moderation {case_id}"


class Letters:
    """What such a letter says. An urgent one, or one to the referent, finds its reader even with closed direct
    messages, in a private thread; where it can't, its reporter hears that nobody took it."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(WAITING, Weight.MATTER, self._render, unheld=True),
            LetterKind(
                URGENT,
                Weight.MATTER,
                self._render,
                urgent=True,
                fallback=Fallback.THREAD,
                closed=self._closed,
                unheld=True,
            ),
            LetterKind(
                REFERRED,
                Weight.MATTER,
                self._render,
                fallback=Fallback.THREAD,
                closed=self._closed,
                unheld=True,
            ),
            LetterKind(TAKEN_OVER, Weight.MATTER, self._taken_over, unheld=True),
        ):
            house.contact.register(kind)

    async def _closed(self, association: Association, db: Connection, letter: Letter) -> None:
        """The referent will not hear of it by themselves: its reporter doesn't wait for them."""
        case = await self._case(db, letter)
        alias = self._house.lifecycle.alias(association, letter.member_id)
        if case is not None and case.waits and case.went_to(alias):
            await progress.tell(self._house, association, db, case, progress.UNTAKEN)

    async def _taken_over(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        act = await case_store.entry(db, int(letter.key))
        case = await case_store.get(db, act.case_id or 0) if act is not None else None
        alias = self._house.lifecycle.alias(association, letter.member_id)
        if case is None or (case.handler is not None and case.handler.alias == alias):
            return None
        return Piece(letter_cards.taken_over(association.words_in(letter.language), case, association.guild_id))

    async def _case(self, db: Connection, letter: Letter) -> Case | None:
        return await case_store.get(db, int(letter.key.partition("-")[0]))

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        case = await self._case(association.read(), letter)
        if case is None or not case.waits:
            return None
        chosen = case.has_chosen(self._house.lifecycle.alias(association, letter.member_id))
        words = association.words_in(letter.language)
        return Piece(letter_cards.waiting(words, case, chosen=chosen, guild_id=association.guild_id))
