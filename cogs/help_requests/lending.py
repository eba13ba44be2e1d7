"""Being asked: on what, how often, not for a while. Silence and a no look the same to everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.delivery import wishes
from bot.errors import Refusal
from bot.people import members
from bot.schedule.clock import DAY
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, leaving
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from cogs.help_requests import helper_store, lending_cards, letters, rules
from cogs.help_requests.lending_cards import OFTEN, PAUSES
from cogs.help_requests.letters import PURPOSE

FORM: Final = declare(
    Form(
        "help_requests:subjects_written",
        "help-subjects-form",
        (Field("subjects", required=True, long=True, limit=rules.SUBJECTS),),
    )
)
LENGTHS: Final = dict(zip(PAUSES, (7 * DAY, 30 * DAY, 91 * DAY), strict=True))
"""How long somebody can rest from being asked, in seconds."""


@action("help_requests:lend")
async def show(press: Press) -> None:
    """How it stands, and everything that can be chosen; subjects are proposed from what somebody offers."""
    await _show(press)


async def _show(press: Press, *, beside: bool = False) -> None:
    """With `beside`, what was pressed stays as it is."""
    if not await notice.accepted(press, "help_requests:lend"):
        return
    db = press.association.read()
    offer = await helper_store.get(db, press.user_id)
    wanted = await wishes.of(db, press.user_id)
    asked = offer is not None and offer.active and PURPOSE not in wanted.refused
    view = lending_cards.lending(
        press.words,
        asked=asked,
        subjects=await _subjects(press, db),
        often=wanted.asks_a_week,
        paused_until=offer.paused_until if offer is not None and (offer.paused_until or 0) > press.now() else None,
    )
    await press.show(view, replace=not beside)


async def _subjects(press: Press, db: Connection) -> Sequence[str]:
    """What somebody lends a hand with: as they said, else what they offer in their introduction."""
    offer = await helper_store.get(db, press.user_id)
    if offer is not None and offer.subjects:
        return offer.subjects
    profile = await members.visible_profile(db, press.user_id)
    return profile.offers[: rules.SUBJECT_COUNT] if profile is not None else ()


@action("help_requests:lend_on", opens_form=True)
async def start(press: Press) -> None:
    """They may be asked; somebody without subjects says some first."""
    await _start(press, "help_requests:lend_on")


@action("help_requests:lend_weekly", opens_form=True)
async def start_weekly(press: Press) -> None:
    """The same, from the confirmation of an introduction, whose other offers stay: once a week."""
    await _start(press, "help_requests:lend_weekly", beside=True)


async def _start(press: Press, act: str, *, beside: bool = False) -> None:
    if not await notice.accepted(press, act):
        return
    subjects = await _subjects(press, press.association.read())
    if not subjects:
        await press.open(FORM)
        return
    await _offer(press, subjects)
    await _show(press, beside=beside)


@action("help_requests:subjects", opens_form=True)
async def subjects(press: Press) -> None:
    """Open the form, filled with the subjects as they are."""
    if await notice.accepted(press, "help_requests:subjects"):
        known = await _subjects(press, press.association.read())
        await press.open(FORM, values={"subjects": ", ".join(known)})


@action("help_requests:subjects_written")
async def subjects_written(press: Press) -> None:
    """Keep them: whoever says on what may be asked."""
    said = rules.read_subjects(press.fields.get("subjects", ""))
    notice.require(press, "help_requests:lend")
    await _offer(press, said)
    await show(press)


async def _offer(press: Press, said: Sequence[str]) -> None:
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, "help_requests:lend")
        await helper_store.offer(db, press.user_id, said, press.now())
        await wishes.accept_again(db, press.user_id, PURPOSE)


@action("help_requests:lend_off")
@leaving
async def stop(press: Press) -> None:
    """Not asked any more; what waits for them is dropped."""
    async with press.association.transaction() as db:
        await helper_store.stop(db, press.user_id)
        await letters.take_back_asks(press.house, press.association, db, press.user_id)
    await show(press)


@action("help_requests:lend_often")
async def choose_how_often(press: Press) -> None:
    """Once to three times a week."""
    if press.choice not in OFTEN:
        raise Refusal("kernel-stale-press")
    notice.require(press, "help_requests:lend")
    async with press.association.transaction() as db:
        await wishes.allow_asks(db, press.user_id, int(press.choice))
        await press.house.contact.reconsider(press.association, db, press.user_id)
    await show(press)


@action("help_requests:lend_pause")
async def pause(press: Press) -> None:
    """Not asked for a while, not even what waits for them already."""
    if press.choice not in LENGTHS:
        raise Refusal("kernel-stale-press")
    await _pause(press, press.now() + LENGTHS[press.choice])


@action("help_requests:lend_resume")
async def resume(press: Press) -> None:
    """End the pause."""
    await _pause(press, None)


async def _pause(press: Press, until: int | None) -> None:
    async with press.association.transaction() as db:
        await helper_store.pause(db, press.user_id, until)
        if until is not None:
            await letters.take_back_asks(press.house, press.association, db, press.user_id)
    await show(press)
