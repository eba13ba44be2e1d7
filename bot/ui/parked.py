"""What could not be done: the report to organisers, and their two answers, "Réessayer" and "Abandonner"."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord

from bot.delivery import waiting
from bot.errors import Refusal
from bot.schedule import due
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id
from bot.ui.cards import PRIMARY, button, card, row
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.i18n import Words

Settle = Callable[[House, Association, Connection, str], Awaitable[bool]]


def report(words: Words, text: str, parked: str) -> discord.ui.LayoutView:
    """A report as organisers see it; what is parked can be tried again or given up."""
    return card(text, answers(words, parked) if parked else None)


def answers(words: Words, parked: str) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """The two answers to something that is parked: `o<row>`, `g<row>` (the rows parked like it) or `j<job>`."""
    return row(
        button(words.plain("parked-try-again"), custom_id("kernel:try_again", parked), style=PRIMARY),
        button(words.plain("parked-give-up"), custom_id("kernel:give_up", parked)),
    )


@action("kernel:try_again")
async def try_again(press: Press, parked: str) -> None:
    """Try what is parked again, from its first attempt."""
    await _settle(press, parked, revive, "again")


@action("kernel:give_up")
async def give_up(press: Press, parked: str) -> None:
    """Leave what is parked undone."""
    await _settle(press, parked, drop, "given-up")


async def _settle(press: Press, parked: str, settle: Settle, answer: str) -> None:
    press.require_organiser()
    house, association = press.house, press.association
    async with association.transaction() as db:
        kind = await kind_of(db, parked)
        if not await settle(house, association, db, parked):
            raise Refusal("parked-gone")
        message = press.interaction.message
        if message is not None and not message.flags.ephemeral:
            await house.reports.change(db, message, "report-settled", kind=kind, answer=answer)
    await house.outbox.send_now(association)
    await press.answer(f"parked-{answer}")


async def kind_of(db: Connection, code: str) -> str:
    """The kind of `o<row>`, `g<row>` or `j<job>`. Raises `Refusal` when it is gone."""
    sort, number = parse(code)
    found = await (due.one(db, number) if sort == "j" else waiting.one(db, number))
    if found is None:
        raise Refusal("parked-gone")
    return found.kind


def parse(code: str) -> tuple[str, int]:
    """What `o<row>`, `g<row>` or `j<job>` says. Raises `Refusal` for anything else."""
    sort, number = code[:1], code[1:]
    if sort not in {"o", "g", "j"} or not number.isdecimal():
        raise Refusal("kernel-stale-press")
    return sort, int(number)


async def revive(house: House, association: Association, db: Connection, code: str) -> bool:
    """Make something parked due again; False when it is not parked any more."""
    sort, number = parse(code)
    if sort == "j":
        return await due.revive(db, number, house.clock.now())
    return any([await house.outbox.revive(association, db, row) for row in await _rows(db, sort, number)])


async def drop(house: House, association: Association, db: Connection, code: str) -> bool:
    """Let something that waits, or is parked, not happen; False when it is gone already."""
    sort, number = parse(code)
    if sort != "j":
        found = [await waiting.one(db, row) for row in await _rows(db, sort, number)]
        return any([row is not None and await house.outbox.skip(association, db, row) for row in found])
    job = await due.one(db, number)
    known = job is not None and house.jobs.kind(job.kind) is not None
    if job is None or not known:  # its feature is off: there is nobody to tell
        return job is not None and job.state == "parked" and await due.drop(db, job)
    may_go = job.state == "parked" or job.kind in house.jobs.sending  # never housekeeping
    return may_go and await house.jobs.pass_over(association, db, job)


async def _rows(db: Connection, sort: str, number: int) -> list[int]:
    return await waiting.parked_with(db, number) if sort == "g" else [number]
