"""Nobody's data lie here for ever: after eighteen months without an act somebody is told, after two years they are
erased. Any act counts, and stops it; and whoever the word did not reach is not erased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.delivery import letters
from bot.delivery.contact import Fallback, Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State
from bot.people import presence
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.press import Press
from bot.ui.sections import TO_CHOOSE, Need, Span
from bot.words.i18n import Words
from cogs.privacy import choice_cards
from cogs.privacy.jobs import plan_erasure

INACTIVE: Final = "privacy:inactive"
"""The kind of the letter; its key is the date on which it was written."""
A_WEEK: Final = 50
"""How many people are told in one week, at most: of all whom the bot knew when it began to note their acts, nothing may
be heard since the same day."""


@action("privacy:stay")
async def stay(press: Press) -> None:
    """That they acted says it (`cogs.privacy.presence`)."""
    await press.answer("privacy-stays" if press.member is not None else "privacy-nothing-known")


class Inactivity:
    """The letter, and the weekly look."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(
            LetterKind(INACTIVE, Weight.MATTER, self._render, fallback=Fallback.THREAD, before_notice=True)
        )
        house.sections.watch_needs(self._untold)

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing once they acted."""
        now = self._house.clock.now()
        if not await presence.is_silent(association.read(), letter.member_id, presence.day_of(now)):
            return None
        words, told = association.words_in(letter.language), presence.day_of(letter.sent_at or now)
        return Piece(choice_cards.inactive(words, told + presence.WARNING, association.guild_id))

    async def look(self, association: Association, db: Connection, now: int) -> int:
        """Tell those who were silent for long, let those be erased who were told in time; how many they are."""
        today = presence.day_of(now)
        await presence.begin(db, today)
        written = 0
        for member_id in await presence.to_be_told(db, today):
            letter = await _letter(db, member_id)
            if letter is not None and letter.state is State.SENT:
                await presence.note_told(db, member_id, presence.day_of(letter.sent_at or now))
            elif letter is not None and letter.state is State.HELD:  # there may be a way to them by now
                await self._house.contact.take_back(association, db, member_id, INACTIVE, letter.key)
                await self._write(association, db, member_id, today.isoformat())
            elif letter is None and written < A_WEEK:
                await self._write(association, db, member_id, today.isoformat())
                written += 1
        over = await presence.over(db, today)
        for member_id in over:
            await plan_erasure(db, member_id, now)
        return len(over)

    async def _write(self, association: Association, db: Connection, member_id: int, key: str) -> None:
        await self._house.contact.write(association, db, member_id, INACTIVE, key)

    async def _untold(self, association: Association, words: Words, span: Span) -> Sequence[Need]:
        """Those whom the word can't reach for want of a channel for private threads: their data stay until then."""
        if association.preferences[prefs.THREADS_CHANNEL] is not None:
            return ()
        db = association.read()
        found = [await _letter(db, one) for one in await presence.to_be_told(db, presence.day_of(span.now))]
        count = sum(letter is not None and letter.state is State.HELD for letter in found)
        if not count:
            return ()
        way = button(words.plain("need-channel"), custom_id("organisers:step", 1))
        return [Need(TO_CHOOSE, words("need-privacy-untold", count=count), way)]


async def _letter(db: Connection, member_id: int) -> Letter | None:
    """The newest word to somebody that is on its way to them, or reached them."""
    found = await letters.of_member(db, member_id, State.WAITING, State.SENDING, State.SENT, State.HELD)
    return next((letter for letter in reversed(found) if letter.kind == INACTIVE), None)
