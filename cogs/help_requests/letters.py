"""What is written to one person about a help request: the question, an offer, "how does it stand", a thanks."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters as delivered
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State as Went
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import helper_store, letter_cards, network_store, people_store, places, store, thanks_store
from cogs.help_requests.people_store import Asked
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


def opening(request: Request) -> str:
    """The key of what is said once each time that a request is open: when it is reopened, people can be asked anew."""
    return f"{request.id}:{request.created_at}"


def request_of(key: str) -> int:
    """The id of the request that such a key is about."""
    return int(key.partition(":")[0])


def still_key(request: Request, which: int) -> str:
    """The key of the first or second question to an asker; a request that was reopened is asked about anew."""
    return f"{request.id}:{which}:{request.created_at}"


async def take_back_asks(house: House, association: Association, db: Connection, member_id: int) -> None:
    """Somebody doesn't want to be asked: questions that have not gone never were. What a person put to them by name
    stays."""
    for letter in await delivered.of_member(db, member_id, Went.WAITING, Went.HELD):
        request_id = request_of(letter.key) if letter.kind == ASK else 0
        asked = await people_store.asked(db, request_id, member_id)
        if asked is not None and asked.named_by is None:
            await house.contact.take_back(association, db, member_id, ASK, letter.key)
            if not letter.put_off:
                await people_store.forget_asked(db, request_id, member_id)


async def wanted(db: Connection, request_id: int) -> Request | None:
    """A request for which help is welcome and whose asker is here, else None."""
    request = await store.get(db, request_id)
    return request if request is not None and request.wanted and await members.is_here(db, request.asker_id) else None


class Letters:
    """The letters of this feature: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(ASK, Weight.ASK, self._ask, purpose=PURPOSE, about=self._about),
            LetterKind(STILL, Weight.ASK, self._still, purpose=OWN),
            LetterKind(OFFER, Weight.MATTER, self._offer),
            LetterKind(DRY, Weight.MATTER, self._dry),
            LetterKind(NO_THREAD, Weight.MATTER, self._no_thread),
            LetterKind(THANKED, Weight.MATTER, self._thanked),
        ):
            house.contact.register(kind)

    async def _ask(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await wanted(db, request_of(letter.key))
        if request is None or letter.key != opening(request):
            return None
        asked = await people_store.asked(db, request.id, letter.member_id)
        if asked is None or asked.answer is not None or not await self._may_ask(db, letter, asked):
            return None
        if await self._apart(association, db, request.asker_id, letter.member_id):
            return None
        words = association.words_in(letter.language)
        if asked.reasons:
            because = letter_cards.why(words, self._house.catalogue, asked.reasons)
        else:
            because = letter_cards.named(words, await self._namer(association, db, asked))
        url = None if request.private else await places.url(self._house, association, db, request)
        return Piece(letter_cards.ask(words, request, url, because, association.guild_id))

    async def _about(self, association: Association, letter: Letter) -> str:
        """The question, of a request that everybody sees."""
        db = association.read()
        request = await store.get(db, request_of(letter.key))
        if request is None or request.private or letter.key != opening(request):
            return ""
        if not await members.is_here(db, request.asker_id):
            return ""
        return "" if await self._apart(association, db, request.asker_id, letter.member_id) else request.question

    async def _may_ask(self, db: Connection, letter: Letter, asked: Asked) -> bool:
        """Whether the bot may still put a question by itself: its reader may have stopped, or rest, by now."""
        by_name, went = asked.named_by is not None, letter.state is Went.SENT
        return by_name or went or await helper_store.lends(db, letter.member_id, self._house.clock.now())

    async def _namer(self, association: Association, db: Connection, asked: Asked) -> int | None:
        """Who thought of somebody, unless they left, or the two are to be kept apart by now."""
        namer = asked.named_by
        if namer is None or not await members.is_here(db, namer):
            return None
        return None if await self._apart(association, db, namer, asked.member_id) else namer

    async def _apart(self, association: Association, db: Connection, one: int, other: int) -> bool:
        return bool(await self._house.lifecycle.kept_apart(association, db, one, [other]))

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
        if request is None or helper is None or await self._apart(association, db, request.asker_id, helper):
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.offer(words, request, helper, association.guild_id))

    async def _dry(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await wanted(db, request_of(letter.key))
        if request is None or request.answered:
            return None
        networks = await network_store.everywhere(db)
        return Piece(letter_cards.dry(association.words_in(letter.language), request, networks))

    async def _no_thread(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await wanted(db, int(letter.key))
        if request is None or request.thread_id is not None:
            return None
        helpers = await people_store.helpers(db, request.id)
        apart = await self._house.lifecycle.kept_apart(association, db, request.asker_id, helpers)
        shown = [helper for helper in helpers if helper not in apart]
        return Piece(letter_cards.no_thread(association.words_in(letter.language), shown)) if shown else None

    async def _thanked(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        thanks = await thanks_store.get(db, int(letter.key.partition(":")[0]))
        if thanks is None or not await members.is_here(db, thanks.giver_id):
            return None
        if await self._apart(association, db, thanks.giver_id, letter.member_id):
            return None
        request = await store.get(db, int(thanks.matter.removeprefix("help:"))) if "help:" in thanks.matter else None
        standing = await self._house.publications.get(db, places.THANKS, thanks.id)
        url = self._house.publications.url(association, standing)
        question = "" if request is None else request.line if request.private else request.question
        words = association.words_in(letter.language)
        return Piece(letter_cards.thanked(words, thanks.giver_id, thanks.reason, question, url))
