"""What is written to one person about a help request: the question, an offer, "how does it stand", a thanks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.people import avoid, members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import letter_cards, network_store, people_store, places, store, thanks_store
from cogs.help_requests.rules import Request

ASK: Final = "help_requests:ask"
STILL: Final = "help_requests:still"
OFFER: Final = "help_requests:offer"
DRY: Final = "help_requests:dry"
NO_THREAD: Final = "help_requests:no-thread"
THANKED: Final = "help_requests:thanked"
PURPOSE: Final = "help"
OWN: Final = "help-own"
"""What an ask is for: to lend a hand, or to say how one's own request stands."""


def topic(request_id: int) -> str:
    """What several people are asked together."""
    return f"help:{request_id}"


def still_key(request: Request, which: int) -> str:
    """The key of the first or second question to an asker; a request that was reopened is asked about anew."""
    return f"{request.id}:{which}:{request.created_at}"


async def kept_apart(
    house: House, association: Association, db: Connection, member_id: int, others: Iterable[int]
) -> set[int]:
    """Those whom an avoid entry keeps apart from somebody, whoever wrote it."""
    return await avoid.kept_apart(db, member_id, others, lambda one: house.lifecycle.alias(association, one))


async def wanted(db: Connection, request_id: int) -> Request | None:
    """A request for which help is welcome and whose asker is here, else None."""
    request = await store.get(db, request_id)
    return request if request is not None and request.wanted and await is_here(db, request.asker_id) else None


async def is_here(db: Connection, member_id: int) -> bool:
    """Whether somebody is known and has not left."""
    member = await members.get(db, member_id)
    return member is not None and member.state == "present"


class Letters:
    """The letters of this feature: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(ASK, Weight.ASK, self._ask, purpose=PURPOSE),
            LetterKind(STILL, Weight.ASK, self._still, purpose=OWN),
            LetterKind(OFFER, Weight.MATTER, self._offer),
            LetterKind(DRY, Weight.MATTER, self._dry),
            LetterKind(NO_THREAD, Weight.MATTER, self._no_thread),
            LetterKind(THANKED, Weight.MATTER, self._thanked),
        ):
            house.contact.register(kind)

    async def _ask(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await wanted(db, int(letter.key))
        asked = await people_store.asked(db, int(letter.key), letter.member_id)
        if request is None or asked is None or asked.answer is not None:
            return None
        if await kept_apart(self._house, association, db, request.asker_id, [letter.member_id]):
            return None
        words = association.words_in(letter.language)
        if asked.reasons:
            because = letter_cards.why(words, self._house.catalogue, asked.reasons)
        else:
            namer = asked.named_by
            because = letter_cards.named(words, namer if namer and await is_here(db, namer) else None)
        url = None if request.private else await places.url(self._house, association, db, request)
        return Piece(letter_cards.ask(words, request, url, because, association.guild_id))

    async def _still(self, association: Association, letter: Letter) -> Piece | None:
        number, which, _ = letter.key.split(":")
        request = await wanted(association.read(), int(number))
        if request is None or (which == "1" and request.answered):
            return None
        return Piece(letter_cards.still(association.words_in(letter.language), request, association.guild_id))

    async def _offer(self, association: Association, letter: Letter) -> Piece | None:
        db, (number, alias) = association.read(), letter.key.split(":")
        request = await wanted(db, int(number))
        offers = await people_store.offers(db, int(number))
        helper = next((one for one in offers if self._house.lifecycle.alias(association, one) == alias), None)
        if request is None or helper is None:
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.offer(words, request, helper, association.guild_id))

    async def _dry(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await wanted(db, int(letter.key))
        if request is None or request.answered:
            return None
        networks = await network_store.everywhere(db)
        return Piece(letter_cards.dry(association.words_in(letter.language), request, networks))

    async def _no_thread(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await wanted(db, int(letter.key))
        helpers = await people_store.helpers(db, int(letter.key))
        if request is None or request.thread_id is not None or not helpers:
            return None
        return Piece(letter_cards.no_thread(association.words_in(letter.language), helpers))

    async def _thanked(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        thanks = await thanks_store.get(db, int(letter.key.partition(":")[0]))
        if thanks is None or not await is_here(db, thanks.giver_id):
            return None
        request = await store.get(db, int(thanks.matter.removeprefix("help:"))) if "help:" in thanks.matter else None
        standing = await self._house.publications.get(db, places.THANKS, thanks.id)
        url = self._house.publications.url(association, standing)
        question = "" if request is None else request.line if request.private else request.question
        words = association.words_in(letter.language)
        return Piece(letter_cards.thanked(words, thanks.giver_id, thanks.reason, question, url))
