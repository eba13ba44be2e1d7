"""How introductions of three end without a thread: called off, given up, or in vain. Whoever thought of one reads so on
the day that was said, whatever the reason."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters as delivered
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import intro_store, kinds, search_job
from cogs.warm_intros.kinds import NOT_THIS_TIME
from cogs.warm_intros.rules import Intro, Kind, Says

STILL_NEWS: Final = 14 * DAY
"""How long after the day that was said somebody who comes back still reads how it stands, in seconds."""


async def promise_word(house: House, association: Association, db: Connection, intro: Intro, again: str = "") -> None:
    """Whoever thought of it reads on the day that was said, and never before, that it came to nothing: written now, so
    that nothing which happens meanwhile can be told from it. Their own words stay with it; a search's go with that."""
    after = max(0, intro.answer_by - house.clock.now())
    said = {"why": intro.why} if intro.kind is Kind.PRESENTED else {}
    key = f"{intro.id}{again}"
    await house.contact.write(association, db, intro.introducer_id, NOT_THIS_TIME, key, reference=said, after=after)


async def promise_again(house: House, association: Association, db: Connection, intro: Intro) -> None:
    """They were away, and what was to be told then is over: they read it all the same, if it is still news."""
    letter = await delivered.named(db, intro.introducer_id, NOT_THIS_TIME, str(intro.id))
    unsaid = letter is not None and letter.state is delivered.State.DROPPED and letter.sent_at is None
    if unsaid and intro.opened_at is None and house.clock.now() < intro.answer_by + STILL_NEWS:
        await promise_word(house, association, db, intro, again=":again")


async def spare(house: House, association: Association, db: Connection, intro: Intro) -> None:
    """It is in vain: whoever has not been asked yet isn't. Questions that went stay as they are."""
    kind = kinds.question(intro)
    for member_id in intro.asks:
        letter = await delivered.named(db, member_id, kind, str(intro.id))
        if letter is not None and not letter.put_off:
            await house.contact.take_back(association, db, member_id, kind, str(intro.id))


async def call_off(house: House, association: Association, db: Connection, intro: Intro) -> None:
    """Two are not presented any more: whoever was asked reads that it is over, also where they said "Ne plus me
    proposer"."""
    await intro_store.close(db, intro.id, house.clock.now())
    await house.contact.taken(association, db, kinds.topic_of(intro), by=0, over=True)
    await house.contact.show_refused(db, kinds.topic_of(intro))


async def give_up(house: House, association: Association, db: Connection, intro: Intro) -> None:
    """Whom an introducer thought of isn't the one: their question is over, and the search goes on."""
    if intro.second_id is not None and intro.second_says is None:
        await intro_store.say(db, intro.id, "second", Says.SILENT)
    await intro_store.close(db, intro.id, house.clock.now())
    await spare(house, association, db, intro)
    if intro.second_says is None:
        await house.contact.show_again(db, kinds.TARGET, str(intro.id))
    await search_job.look(db, house.clock.now())


async def say_no(house: House, association: Association, db: Connection, intro: Intro, member_id: int) -> None:
    """One of those who are asked would rather not: whoever has not been asked yet isn't any more, and a search goes
    on."""
    await intro_store.say(db, intro.id, intro.seat(member_id), Says.NO)
    said = await intro_store.get(db, intro.id)
    if said is not None and said.kind is Kind.PRESENTED:
        await spare(house, association, db, said)
    elif said is not None:
        await give_up(house, association, db, said)
