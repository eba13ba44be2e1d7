"""What whoever reported something hears of it: that somebody takes care of it, that nobody does yet, that it was
handled, never how."""

from __future__ import annotations

from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.moderation import case_store, letter_cards, rules
from cogs.moderation.preferences import REFERENT
from cogs.moderation.rules import Case, Role, State

PROGRESS: Final = "moderation:progress"
"""The kind of letter to a reporter; its key is the case's number, what became of it, and how often it was handed back
before: "12-taken-0", "12-closed-1", or "12-untaken-0" when nobody took it."""
UNTAKEN: Final = "untaken"
_OVERTAKES: Final[dict[str, tuple[str, ...]]] = {State.TAKEN: (UNTAKEN,), State.CLOSED: (UNTAKEN, State.TAKEN)}
"""What needs no longer be told, once this is."""


async def tell(house: House, association: Association, db: Connection, case: Case, what: str) -> None:
    """Write to whoever reported a case, in the caller's transaction, what became of it."""
    if case.reporter.id is None:
        return
    turn = rules.turn(await case_store.entries(db, case.id))
    for over in _OVERTAKES.get(what, ()):
        await house.contact.take_back(association, db, case.reporter.id, PROGRESS, _key(case, over, turn))
    await house.contact.write(association, db, case.reporter.id, PROGRESS, _key(case, what, turn))


async def untell(house: House, association: Association, db: Connection, case: Case, turn: int) -> None:
    """Nobody takes care of it any more, who did in this turn: what said so goes, or says that it is over."""
    key = _key(case, State.TAKEN, turn)
    if case.reporter.id is not None:
        await house.contact.take_back(association, db, case.reporter.id, PROGRESS, key)
        await house.contact.show_again(db, PROGRESS, key)


def _key(case: Case, what: str, turn: int) -> str:
    return f"{case.id}-{what}-{turn}"


class Progress:
    """The letter to whoever reported something."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(PROGRESS, Weight.MATTER, self._render, unheld=True))

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        number, what, turn = letter.key.split("-")
        case = await case_store.get(db, int(number))
        if case is None or case.reporter.id != letter.member_id:
            return None
        now = rules.turn(await case_store.entries(db, case.id))
        if what != State.CLOSED and (int(turn) != now or case.waits != (what == UNTAKEN)):
            return None
        words = association.words_in(letter.language)
        another = await another_referent(self._house, association, case)
        return Piece(letter_cards.progress(words, case, what, association.guild_id, another=another))


async def another_referent(house: House, association: Association, case: Case) -> int | None:
    """The referent of now, when a case that waits may go to them and its reporter didn't read so: they may decide it.
    Whether they are still no organiser is asked when they do."""
    chosen = association.preferences[REFERENT]
    if chosen is None or not case.waits:
        return None
    known, alias = await members.get(association.read(), chosen), house.lifecycle.alias(association, chosen)
    closed = case.has(alias, Role.REFERENT, Role.READER, Role.NAMESAKE) or case.is_about(alias)
    return None if closed or known is None or not known.accepted or known.id == case.reporter.id else chosen
