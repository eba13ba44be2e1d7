"""Following topics: what is chosen is kept, and reminders come by themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.delivery import letters as delivered
from bot.delivery import wishes
from bot.delivery.letters import State as Went
from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, leaving
from bot.ui.press import Press
from cogs.deadlines import cards, report_store, store
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.entries import Label

REMINDER = "deadlines:reminder"
"""The kind of letter that reminds somebody of a deadline; its key is the reminder's id."""


@action("deadlines:following")
async def show(press: Press) -> None:
    """What somebody follows, and everything that can be followed."""
    if not await notice.accepted(press, "deadlines:following"):
        return
    db = press.association.read()
    here, followed = await dates(press.house, press.association, db), await store.topics_of(db, press.user_id)
    await press.show(
        cards.following(
            press.words,
            here.followable,
            followed,
            here.coming(followed) if followed else (),
            here.where,
            unsure=_unsure(press, here, followed),
            notes=await _notes(press, db) if followed else (),
            reported=any(one.settled_at is None for one in await report_store.of_member(db, press.user_id)),
        )
    )


def _unsure(press: Press, here: Dates, followed: Collection[str]) -> list[str]:
    """The names of the topics of theirs that can't be relied on now."""
    return sorted({e.topic.names[press.words.language] for e in here.stale if e.topic.id in followed})


async def _notes(press: Press, db: Connection) -> list[str]:
    """What keeps reminders from reaching them at once."""
    wanted, now = await wishes.of(db, press.user_id), press.now()
    notes = ["deadlines-following-away"] if wanted.paused(now) else []
    return [*notes, "deadlines-following-closed"] if wanted.shut(now) else notes


@action("deadlines:follow")
async def follow(press: Press, part: int) -> None:
    """Follow what is chosen in a list, and nothing else of it."""
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, "deadlines:following")
        offered = _part((await dates(press.house, association, db)).followable, part)
        chosen = set(press.selected)
        if not chosen <= {label.id for label in offered}:
            raise Refusal("kernel-stale-press")
        for topic in chosen:
            await store.follow(db, press.user_id, topic, press.now())
        await _stop(press, db, [label.id for label in offered if label.id not in chosen])
    await show(press)


def _part(topics: Sequence[Label], part: int) -> Sequence[Label]:
    parts = cards.chunks(topics)
    if part >= len(parts):
        raise Refusal("kernel-stale-press")
    return parts[part]


@action("deadlines:stop_all")
@leaving
async def stop_all(press: Press) -> None:
    """Follow nothing any more."""
    async with press.association.transaction() as db:
        await _stop(press, db, await store.topics_of(db, press.user_id))
    await press.show(cards.noted(press.words, press.words("deadlines-stopped-all")))


async def _stop(press: Press, db: Connection, topics: Collection[str]) -> None:
    """What waits for them about these topics is taken back."""
    await store.stop(db, press.user_id, topics)
    for topic in topics:
        await take_back(press, db, await store.reminders_of(db, press.user_id, topic=topic))


async def take_back(press: Press, db: Connection, reminder_ids: Collection[int]) -> None:
    """Reminders that have not gone never do."""
    keys = {str(one) for one in reminder_ids}
    for letter in await delivered.of_member(db, press.user_id, Went.WAITING, Went.HELD):
        if letter.kind == REMINDER and letter.key in keys:
            await press.house.contact.take_back(press.association, db, press.user_id, REMINDER, letter.key)
