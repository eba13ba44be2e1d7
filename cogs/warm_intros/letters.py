"""What is written to one person about a search: the question, "no lead this time", "a thread is open", "did it
help"."""

from __future__ import annotations

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State as Went
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import network_lines, networks
from cogs.warm_intros import door_store, intro_store, letter_cards, search_job, search_store
from cogs.warm_intros.kinds import ASK, FOUND, HELPED, INTRODUCE, NO_THREAD, NOTHING, OWN, THREAD
from cogs.warm_intros.rules import Answer, Helped, Kind
from cogs.warm_intros.standing import said_in, wanted


class Letters:
    """The letters of searches: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(ASK, Weight.ASK, self._ask, purpose=INTRODUCE, closed=self._closed, declined=self._declined),
            LetterKind(NOTHING, Weight.REPLY, self._nothing),
            LetterKind(FOUND, Weight.MATTER, self._found),
            LetterKind(NO_THREAD, Weight.MATTER, self._no_thread),
            LetterKind(HELPED, Weight.ASK, self._helped, purpose=OWN),
        ):
            house.contact.register(kind)

    async def _ask(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        search = await wanted(self._house, db, int(letter.key))
        asked = await search_store.asked(db, int(letter.key), letter.member_id)
        if search is None or asked is None or asked.answer not in {None, Answer.SILENT}:
            return None
        if await self._house.lifecycle.kept_apart(association, db, search.asker_id, [letter.member_id]):
            return None
        words = association.words_in(letter.language)
        door = await door_store.own(db, asked.door_id, letter.member_id) if asked.door_id is not None else None
        because = letter_cards.because(words, asked.reasons, door)
        if because is None and letter.state is not Went.SENT:
            return None  # they took that door away before they were asked
        return Piece(letter_cards.ask(words, search, because, association.guild_id))

    async def _closed(self, association: Association, db: Connection, letter: Letter) -> None:  # noqa: ARG002
        """It won't reach them by itself: nobody waits for their answer, which is welcome all the same."""
        asked = await search_store.asked(db, int(letter.key), letter.member_id)
        if asked is not None and asked.answer is None:
            await search_store.answer(db, int(letter.key), letter.member_id, Answer.SILENT)
            await search_job.look(db, self._house.clock.now())

    async def _declined(self, association: Association, db: Connection, letter: Letter) -> None:  # noqa: ARG002
        """ "Plus tard", "Ne plus me proposer": a no for this search, so that somebody else is asked at once. A yes of
        whoever said "Plus tard" is welcome all the same."""
        asked = await search_store.asked(db, int(letter.key), letter.member_id)
        if asked is not None and asked.answer in {None, Answer.SILENT}:
            said = Answer.SILENT if letter.state is Went.WAITING else Answer.NO
            await search_store.answer(db, int(letter.key), letter.member_id, said)
            await search_job.look(db, self._house.clock.now())

    async def _nothing(self, association: Association, letter: Letter) -> Piece | None:
        db, words = association.read(), association.words_in(letter.language)
        search = await search_store.get(db, int(letter.key))
        if search is None:
            return None
        lines = network_lines(words, await networks(db))
        return Piece(letter_cards.nothing(words, search, lines, association.guild_id))

    async def _found(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        intro = await intro_store.get(db, int(letter.key))
        url = await self._house.private_threads.url(association, db, THREAD, int(letter.key))
        if intro is None or url is None:
            return None
        return Piece(letter_cards.found(association.words_in(letter.language), await said_in(db, intro), url))

    async def _no_thread(self, association: Association, letter: Letter) -> Piece | None:
        """Whom they can write to instead: everybody said yes to being introduced."""
        db = association.read()
        intro = await intro_store.get(db, int(letter.key))
        there = await self._house.private_threads.thread_of(db, THREAD, int(letter.key)) is not None
        if intro is None or intro.opened_at is None or there:
            return None
        others = [one for one in intro.people if one != letter.member_id and await members.is_here(db, one)]
        apart = await self._house.lifecycle.kept_apart(association, db, letter.member_id, others)
        shown = [one for one in others if one not in apart]
        words, searched = association.words_in(letter.language), letter.member_id == intro.first_id
        who = await said_in(db, intro) if searched else ""
        return Piece(letter_cards.no_thread(words, who, shown)) if shown else None

    async def _helped(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        intro = await intro_store.get(db, int(letter.key.partition(":")[0]))
        if intro is None or intro.kind is Kind.PRESENTED or intro.helped not in {None, Helped.LATER}:
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.helped(words, intro, await said_in(db, intro), association.guild_id))
