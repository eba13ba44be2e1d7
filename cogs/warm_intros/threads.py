"""The private threads of introductions: of two, and of three."""

from __future__ import annotations

from typing import Final

from bot.delivery.rows import RETRIED_HOURLY
from bot.people import members
from bot.schedule.clock import HOUR
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.private_threads import PrivateThreadKind, Shown
from cogs.warm_intros import intro_store, kinds, present_ending, search_job, search_store, standing, thread_cards
from cogs.warm_intros.kinds import THREAD
from cogs.warm_intros.rules import LATER, IntroState, Kind

SOON: Final = 2 * HOUR
"""A thread that Discord refuses may open yet within that time: nobody is told before, in seconds."""


async def open_for(house: House, association: Association, db: Connection, intro_id: int) -> None:
    """Everybody said yes: open the thread, in the caller's transaction; two weeks later its asker is asked."""
    intro, now = await intro_store.get(db, intro_id), house.clock.now()
    if intro is None:
        return
    ask_at = None if intro.kind is Kind.PRESENTED else association.quiet_hours.over_at(now + LATER)
    await intro_store.open_thread(db, intro.id, now, ask_at)
    await house.private_threads.open(association, db, THREAD, intro.id)


async def came_to_nothing(house: House, association: Association, db: Connection, intro_id: int) -> None:
    """Before their thread was there, one of them went, or is to be kept apart: as if they had said no. A search goes
    on; whoever thought of bringing them together reads on the day what they read in any case."""
    intro, now = await intro_store.get(db, intro_id), house.clock.now()
    if intro is None or intro.state is not IntroState.OPEN:
        return
    await house.publications.take_down(association, db, THREAD, intro.id)
    await intro_store.never_opened(db, intro.id, now)
    if intro.search_id is not None:
        await search_store.reopen(db, intro.search_id)
        await search_job.look(db, now)
    if intro.kind is not Kind.TWO:
        await present_ending.promise_word(house, association, db, intro)


class Threads:
    """What they say, and who belongs in them."""

    def __init__(self, house: House) -> None:
        self._house = house
        how = (self._show, self._people, self._failed, self._opened, self._wanted)
        house.private_threads.register(PrivateThreadKind(THREAD, *how, whole=True, apart=self._apart))

    async def _show(self, association: Association, ref: int) -> Shown | None:
        db, words = association.read(), association.words
        intro = await intro_store.get(db, ref)
        if intro is None:
            return None
        title = words.plain("intros-thread-title")
        if not await members.are_here(db, intro.people):
            return Shown(thread_cards.away(words), title, hidden=True)
        return Shown(thread_cards.thread(words, intro, await standing.said_in(db, intro)), title)

    async def _people(self, db: Connection, ref: int) -> list[int]:
        """Whose words it holds comes first: the asker's, or of people who are presented, the introducer's. Nobody,
        while one of them is away, or not to be brought together with anybody."""
        intro = await intro_store.get(db, ref)
        if intro is None or intro.state is not IntroState.OPEN or not await standing.all_may(self._house, db, intro):
            return []
        owner = intro.introducer_id if intro.kind is Kind.PRESENTED else intro.first_id
        return sorted(intro.people, key=lambda one: one != owner)

    async def _opened(self, association: Association, db: Connection, ref: int, thread: int | None) -> None:
        """Whoever searched hears of it."""
        intro = await intro_store.get(db, ref)
        if intro is not None and intro.kind is not Kind.PRESENTED and thread is not None:
            await self._house.contact.write(association, db, intro.first_id, kinds.FOUND, str(ref))

    async def _apart(self, association: Association, db: Connection, ref: int) -> None:
        await came_to_nothing(self._house, association, db, ref)

    async def _failed(self, association: Association, db: Connection, ref: int, reason: str) -> None:
        """They are told when there will be no thread, and can write to one another."""
        intro, after = await intro_store.get(db, ref), SOON if reason in RETRIED_HOURLY else 0
        for member_id in intro.people if intro is not None else ():
            await self._house.contact.write(association, db, member_id, kinds.NO_THREAD, str(ref), after=after)

    async def _wanted(self, db: Connection, ref: int) -> bool:
        intro = await intro_store.get(db, ref)
        return intro is not None and intro.state is IntroState.OPEN
