"""What somebody is told of their coffee in private: there is no thread, the other can't, somebody else was looked for,
did they meet? Each says what is true when it is read, or nothing any more."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters as delivered
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State as Went
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.matchmaking import match_store, round_store, talk, talk_cards
from cogs.matchmaking.rules import Match, Outcome, Says, Seat, State

NO_THREAD: Final = "matchmaking:no-thread"
NO_THREAD_AT_ONCE: Final = "matchmaking:no-thread-at-once"
"""The same letter: at once to whoever just asked for a coffee, to the others at an hour that suits."""
CHECK: Final = "matchmaking:check"
ASKED_ANOTHER: Final = "matchmaking:asked-another"
"""The key of these is the match's id."""
PARTNER_OUT: Final = "matchmaking:partner-out"
BACK_ON: Final = "matchmaking:back-on"
"""The key of these is the match's id, the seat of whoever can't or can after all, and since when they can't."""
PURPOSE: Final = "coffee"
"""What the question is for, as people may refuse it."""
NAMING: Final = frozenset({NO_THREAD, NO_THREAD_AT_ONCE, CHECK, PARTNER_OUT, BACK_ON})
"""The kinds that name others."""


async def tell_without_thread(
    house: House, association: Association, db: Connection, match: Match, *, by: int | None = None
) -> None:
    """Tell each of them once with whom they have coffee: no thread does. `by`: whose press it follows from."""
    for member_id in match.people:
        if not await _was_told(db, match, member_id):
            kind = NO_THREAD_AT_ONCE if member_id == by else NO_THREAD
            await house.contact.write(association, db, member_id, kind, str(match.id))


async def is_without_thread(db: Connection, match: Match) -> bool:
    """Whether one of them was told that there is no thread."""
    return any([await _was_told(db, match, one) for one in _seated(match)])


async def _was_told(db: Connection, match: Match, member_id: int) -> bool:
    kinds = (NO_THREAD, NO_THREAD_AT_ONCE)
    return any([await delivered.named(db, member_id, kind, str(match.id)) for kind in kinds])


async def is_asked_in_private(db: Connection, match: Match) -> bool:
    """Whether one of them was asked in private whether they met."""
    return any([await delivered.named(db, one, CHECK, str(match.id)) for one in _seated(match)])


def _seated(match: Match) -> list[int]:
    return [seat.member_id for seat in match.seats if seat.member_id is not None]


async def tell_out(
    house: House, association: Association, db: Connection, match: Match, leaving: Seat, member_id: int
) -> None:
    """Tell somebody that their coffee changes; one word says all that they have not read of it yet."""
    for letter in await _changes(db, member_id, f"{match.id}:"):
        await house.contact.take_back(association, db, member_id, PARTNER_OUT, letter.key)
    key = f"{match.id}:{leaving.id}:{house.clock.now()}"
    await house.contact.write(association, db, member_id, PARTNER_OUT, key)


async def tell_back(
    house: House, association: Association, db: Connection, match: Match, returning: Seat, member_id: int
) -> None:
    """Somebody can after all: who read that they can't, or that there is no coffee any more, reads so; who did not
    needn't know. `match` is as it was before."""
    theirs = await _changes(db, member_id, f"{match.id}:{returning.id}:")
    for letter in theirs:
        await house.contact.take_back(association, db, member_id, PARTNER_OUT, letter.key)
    changes = theirs if match.open else await _changes(db, member_id, f"{match.id}:")
    read = [letter for letter in changes if letter.state in {Went.SENDING, Went.SENT}]
    if read:
        await house.contact.write(association, db, member_id, BACK_ON, read[-1].key)


async def untell_another(house: House, association: Association, db: Connection, match: Match, member_id: int) -> None:
    """Nobody else is looked for after all: whoever read so reads that it is over, who did not needn't know."""
    await house.contact.take_back(association, db, member_id, ASKED_ANOTHER, str(match.id))
    await house.contact.show_again(db, ASKED_ANOTHER, str(match.id), to=member_id)


async def _changes(db: Connection, member_id: int, begin: str) -> list[Letter]:
    """What somebody was told of changes of a coffee, or will be."""
    found = await delivered.of_member(db, member_id, Went.WAITING, Went.HELD, Went.SENDING, Went.SENT)
    return [letter for letter in found if letter.kind == PARTNER_OUT and letter.key.startswith(begin)]


class Letters:
    """The letters of those who meet."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(NO_THREAD, Weight.MATTER, self._no_thread),
            LetterKind(NO_THREAD_AT_ONCE, Weight.REPLY, self._no_thread),
            LetterKind(CHECK, Weight.ASK, self._check, purpose=PURPOSE),
            LetterKind(ASKED_ANOTHER, Weight.MATTER, self._asked_another),
            LetterKind(PARTNER_OUT, Weight.MATTER, self._partner_out),
            LetterKind(BACK_ON, Weight.MATTER, self._back_on),
        ):
            house.contact.register(kind)

    async def _no_thread(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        match = await _going_on(db, letter)
        if match is None or match.thread_id is not None or not await talk.partners(db, match, letter.member_id):
            return None
        shown = await talk.of(self._house, association, db, match)
        words, catalogue = association.words_in(letter.language), self._house.catalogue
        return Piece(talk_cards.no_thread(words, catalogue, shown, letter.member_id, association.guild_id))

    async def _check(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        match = await _going_on(db, letter)
        if match is None or match.seat_of(letter.member_id).says is Says.MET:
            return None
        others = await talk.partners(db, match, letter.member_id)
        words = association.words_in(letter.language)
        return Piece(talk_cards.check(words, match, others, association.guild_id)) if others else None

    async def _asked_another(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        match = await _going_on(db, letter)
        if match is None or not await _is_looked_for(db, match, letter.member_id):
            return None
        if not await talk.partners(db, match, letter.member_id):
            return None
        words = association.words_in(letter.language)
        return Piece(talk_cards.asked_another(words, match, association.guild_id))

    async def _partner_out(self, association: Association, letter: Letter) -> Piece | None:
        db, (about, seat_id, _) = association.read(), letter.key.split(":")
        match = await match_store.get(db, int(about))
        if match is None or match.state == "closed" or letter.member_id not in match.people:
            return None
        if any(seat.id == int(seat_id) and seat.says is not Says.CANNOT for seat in match.seats):
            return None  # they can after all
        words = association.words_in(letter.language)
        going_on = await talk.partners(db, match, letter.member_id) if match.open else []
        then = await self._then(db, words, match, letter.member_id)
        return Piece(talk_cards.partner_out(words, going_on=going_on, then=then))

    async def _then(self, db: Connection, words: Words, match: Match, member_id: int) -> Safe | None:
        """What comes after a coffee that was called off: somebody else, or whoever is free until the round ends."""
        if match.round_id is None:
            return None
        for other in reversed(await match_store.of_member_in(db, match.round_id, member_id)):
            if other.id > match.id and other.open and member_id in other.people:
                return talk_cards.found(words, await talk.partners(db, other, member_id), other.thread_id)
        if not await _is_looked_for(db, match, member_id):
            return None
        round_ = await round_store.get(db, match.round_id)
        in_time = round_ is not None and round_.takes(self._house.clock.now())
        return talk_cards.looking(words, in_time=in_time)

    async def _back_on(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        match = await _going_on(db, letter)
        others = await talk.partners(db, match, letter.member_id) if match is not None else []
        if match is None or not others:
            return None
        return Piece(talk_cards.back_on(association.words_in(letter.language), others, match.thread_id))


async def _going_on(db: Connection, letter: Letter) -> Match | None:
    """The match that a letter is about, as long as it goes on and its reader is in it."""
    match = await match_store.get(db, match_id(letter))
    return match if match is not None and match.open and letter.member_id in match.people else None


def match_id(letter: Letter) -> int:
    """The match that a letter of these kinds is about."""
    return int(letter.key.partition(":")[0])


async def _is_looked_for(db: Connection, match: Match, member_id: int) -> bool:
    """Whether somebody is looked for in the round of a match."""
    round_ = await round_store.get(db, match.round_id) if match.round_id is not None else None
    if round_ is None or round_.state is not State.RUNNING:
        return False
    turn = await round_store.turn(db, round_.id, member_id)
    return turn is not None and turn.outcome is Outcome.WAITING
