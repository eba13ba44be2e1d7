"""What a reminder's reader answers: "Fait", "Arrêter ce sujet", or that they change their mind. The letter then says
so, wherever it stands."""

from __future__ import annotations

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id, leaving
from bot.ui.cards import button
from bot.ui.press import Press
from cogs.deadlines import cards, store
from cogs.deadlines.dates import dates
from cogs.deadlines.following import REMINDER, take_back
from cogs.deadlines.store import Written


@action("deadlines:done")
async def done(press: Press, reminder_id: int) -> None:
    """It is dealt with: no reminder of this deadline any more."""
    async with press.association.transaction() as db:
        written = await own(press, db, reminder_id)
        await store.mark_done(db, press.user_id, written.deadline, press.now())
        await take_back(press, db, await store.reminders_of(db, press.user_id, deadline=written.deadline))
        await _show_again(press, db, written)
    await _answer(press, "deadlines-noted-done", written, undo=("deadlines-undo", "deadlines:not_done"))


@action("deadlines:not_done")
async def not_done(press: Press, reminder_id: int) -> None:
    """It is not, after all: later reminders come."""
    async with press.association.transaction() as db:
        written = await own(press, db, reminder_id)
        await store.mark_not_done(db, press.user_id, written.deadline)
        await _show_again(press, db, written)
    await _answer(press, "deadlines-noted-not-done", written)


@action("deadlines:stop_topic")
@leaving
async def stop_topic(press: Press, reminder_id: int) -> None:
    """The topic is followed no longer."""
    async with press.association.transaction() as db:
        written = await own(press, db, reminder_id)
        await store.stop(db, press.user_id, [written.topic])
        await take_back(press, db, await store.reminders_of(db, press.user_id, topic=written.topic))
        await _show_again(press, db, written)
    undo = ("deadlines-resume-topic", "deadlines:resume_topic")
    await _answer(press, "deadlines-noted-stopped", written, undo=undo)


@action("deadlines:resume_topic")
async def resume_topic(press: Press, reminder_id: int) -> None:
    """It is followed again."""
    async with press.association.transaction() as db:
        written = await own(press, db, reminder_id)
        await store.follow(db, press.user_id, written.topic, press.now())
        await _show_again(press, db, written)
    await _answer(press, "deadlines-noted-resumed", written)


async def own(press: Press, db: Connection, reminder_id: int) -> Written:
    """One's own reminder. Raises `Refusal` for somebody else's, or when it is forgotten."""
    written = await store.reminder(db, reminder_id)
    if written is None:
        raise Refusal("deadlines-reminder-gone", where=press.association.command("echeances prochaines"))
    if written.member_id != press.user_id:
        raise Refusal("deadlines-not-yours")
    return written


async def _show_again(press: Press, db: Connection, written: Written) -> None:
    for reminder_id in await store.reminders_of(db, press.user_id, deadline=written.deadline):
        await press.house.contact.show_again(db, REMINDER, str(reminder_id))


async def _answer(press: Press, key: str, written: Written, *, undo: tuple[str, str] | None = None) -> None:
    """Beside the letter, which may hold others: it is changed by itself."""
    words = press.words
    here = await dates(press.house, press.association, press.association.read())
    deadline = here.named(written.deadline, written.day)
    topic = here.topic_name(written.topic, words.language)
    title = deadline.title(words.language) if deadline is not None else topic
    said = words(key, title=title, topic=topic)
    back = button(words.plain(undo[0]), custom_id(undo[1], written.id)) if undo else None
    await press.show(cards.noted(words, said, back), replace=False)
    await press.house.outbox.send_now(press.association, patience=0)
