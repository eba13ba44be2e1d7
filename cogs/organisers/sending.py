"""Organisers see what is about to be sent, skip one thing, or hold everything."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import discord

from bot.delivery import waiting
from bot.delivery.operations import CHANGING, Operation
from bot.delivery.reports import name_of
from bot.errors import Refusal
from bot.schedule import due
from bot.schedule.clock import MINUTE
from bot.storage import preferences as prefs
from bot.storage.preferences import choose
from bot.ui import parked
from bot.ui.actions import action, custom_id
from bot.ui.confirm import confirmation
from bot.ui.pager import page_of
from bot.ui.press import Press
from cogs.organisers import sending_cards as cards
from cogs.organisers.sending_cards import SHOWN, Entry

APART: Final = MINUTE
"""Seconds between what waited, once organisers let it go on."""
PRIVATE: Final = frozenset({Operation.DM, Operation.PRIVATE_THREAD, Operation.ADD_MEMBER})
"""What is between the bot and one person: organisers see that it waits, not what it says."""


@action("organisers:upcoming")
async def upcoming(press: Press, number: int) -> None:
    """Show everything that is scheduled, waits or is parked."""
    press.require_organiser()
    page = page_of(await _entries(press), number, SHOWN)
    zone = press.association.zone
    times = [f"{datetime.fromtimestamp(entry.at, UTC).astimezone(zone):%d/%m %H:%M}" for entry in page.entries]
    suspended = press.association.preferences[prefs.SUSPENDED]
    await press.show(cards.upcoming(press.words, page, suspended=suspended, now=press.now(), zone_times=times))


@action("organisers:entry")
async def entry(press: Press) -> None:
    """Show one of them, as it would be sent now."""
    press.require_organiser()
    shown = await _entry(press, press.choice)
    preview, note = await _preview(press, shown.code)
    await press.show(
        cards.entry(
            press.words,
            shown,
            cards.as_preview(preview) if preview is not None else None,
            note=note,
            now=press.now(),
        )
    )


@action("organisers:skip_ask")
async def ask_to_skip(press: Press, code: str) -> None:
    """Ask once before something is skipped."""
    press.require_organiser()
    shown = await _entry(press, code)
    what, own = name_of(press.words, shown.kind), f"skip-{shown.kind.replace(':', '-')}"  # some do more than not leave
    question = press.words(own) if press.words.has(own) else press.words("sending-skip-ask", what=what)
    await press.show(confirmation(press.words, question, "sending-skip", custom_id("organisers:skip", code)))


@action("organisers:skip")
async def skip(press: Press, code: str) -> None:
    """Let one thing not happen; a schedule goes on with its next occurrence."""
    press.require_organiser()
    association = press.association
    async with association.transaction() as db:
        if not await parked.drop(press.house, association, db, code):
            raise Refusal("parked-gone")
    await press.house.outbox.send_now(association)
    await _answer(press, "sending-skipped")


@action("organisers:suspend")
async def suspend(press: Press) -> None:
    """Hold everything that would be sent, in every channel and to everybody."""
    press.require_organiser()
    await _switch(press, on=True)
    await _answer(press, "sending-suspended")


@action("organisers:resume")
async def resume(press: Press) -> None:
    """Go on; what waited goes out one after the other, a minute apart."""
    press.require_organiser()
    await _switch(press, on=False)
    await _answer(press, "sending-resumed")


async def _switch(press: Press, *, on: bool) -> None:
    association = press.association
    async with association.transaction() as db:
        association.expect_changes()
        was = association.preferences[prefs.SUSPENDED]
        await choose(db, press.house.clock, prefs.SUSPENDED, on, by=press.user_id)
        if was and not on:
            await waiting.spread(db, press.now(), APART)
    press.house.client.dispatch("preferences_changed", association)


async def _answer(press: Press, key: str) -> None:
    suspended = press.association.preferences[prefs.SUSPENDED]
    await press.show(cards.answered(press.words, key, suspended=suspended))


async def _entries(press: Press) -> list[Entry]:
    db = press.association.read()
    jobs = [
        Entry(f"j{job.id}", job.kind, job.due_at, job.state == "parked", job.reason or "")
        for job in await due.upcoming(db, press.house.jobs.sending)
    ]
    messages = [
        Entry(f"o{row.id}", row.kind, row.due_at, row.state == "parked", row.reason or "")
        for row in await waiting.upcoming(db)
        if row.state == "parked" or row.kind not in press.house.outbox.unheld
    ]
    return sorted(jobs + messages, key=lambda found: (not found.parked, found.at))


async def _entry(press: Press, code: str) -> Entry:
    found = next((known for known in await _entries(press) if known.code == code), None)
    if found is None:
        raise Refusal("parked-gone")
    return found


async def _preview(press: Press, code: str) -> tuple[discord.ui.LayoutView | None, str]:
    """What would be sent now (None when nothing would, or it can't be said yet), and the message that presents it."""
    house, association = press.house, press.association
    sort, number = parked.parse(code)
    if sort == "j":
        job = await due.one(association.read(), number)
        kind = house.jobs.kind(job.kind) if job is not None else None
        shown = None if job is None or kind is None or kind.preview is None else await kind.preview(association, job)
        return shown, "sending-no-preview" if shown is None else "sending-preview"
    row = await waiting.one(association.read(), number)
    if row is not None and (row.operation in PRIVATE or house.outbox.is_private(row.kind)):
        return None, "sending-private"
    if row is not None and row.operation in CHANGING:
        return None, "sending-change"
    rendered = await house.outbox.preview(association, row) if row is not None else None
    if rendered is None or rendered.view is None:
        return None, "sending-no-preview"
    return rendered.view, "sending-preview"
