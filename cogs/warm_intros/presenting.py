"""Presenting two people to one another: both are asked, each on their own, and neither reads who the other is before
both said yes. Whatever comes of it, whoever thought of it is told the same, at once and on the day that was said: the
job asks, never the press."""

from __future__ import annotations

from typing import Any, Final

import discord

from bot.errors import Refusal
from bot.people import members, objections
from bot.storage.database import Connection
from bot.ui import choosing_member, drafts, notice
from bot.ui.actions import action, leaving
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.third_parties import check_names_nobody
from cogs.warm_intros import (
    intro_store,
    kinds,
    present_ending,
    present_job,
    present_rules,
    present_store,
    presenting_cards,
)
from cogs.warm_intros.preferences import silence
from cogs.warm_intros.rules import WHY, Intro, Kind

PRESENT: Final = "warm_intros:present"
BOT: Final = "intros-present-bot"
FORM: Final = declare(
    Form(
        "warm_intros:presented",
        "intros-present-form",
        (
            Field("one", required=True, person=True),
            Field("whom", required=True, person=True),
            Field("why", required=True, long=True, limit=WHY),
        ),
    )
)


async def from_menu(press: Press, member: discord.Member | discord.User) -> None:
    """From the menu on somebody: they stand in the form already."""
    if member.bot:
        raise Refusal(BOT)
    if member.id == press.user_id:
        raise Refusal("intros-present-yourself")
    await with_one(press, member.id)


@action("warm_intros:present_one", opens_form=True)
async def with_one(press: Press, member_id: int) -> None:
    """Open the form with somebody in it; the notice comes first."""
    if await notice.accepted(press, f"warm_intros:present_one:{member_id}"):
        await press.open(FORM, values={"one": str(member_id)})


@action(PRESENT, opens_form=True)
async def present(press: Press) -> None:
    """Open the form, with what was refused in it if something was; the notice comes first."""
    if await notice.accepted(press, PRESENT):
        left = await drafts.newest(press.association.read(), press.user_id, FORM.act, press.now())
        await press.open(FORM, values={name: str(text) for name, text in left.payload.items()} if left else {})


@action("warm_intros:presented", reaches=True)
async def presented(press: Press) -> None:
    """Keep whom to ask, and say by when it is known. Nobody is asked in this press."""
    one, other = (choosing_member.chosen(press, field=name, bot=BOT) for name in ("one", "whom"))
    present_rules.check_people(press.user_id, one, other)
    why = _why(press, one, other)
    notice.require(press, PRESENT)
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)  # they may have left or erased themselves this instant
        notice.require(press, PRESENT)
        await objections.require_none(db, press.user_id)
        for person in (one, other):
            await members.require_among_us(db, person)
        kept = await _keep(press, db, one, other, why)
        await drafts.discard(db, press.user_id, FORM.act)
    await press.show(presenting_cards.presented(press.words, kept))


@action("warm_intros:present_undo")
@leaving
async def undo(press: Press, intro_id: int) -> None:
    """Present nobody after all: whoever was asked reads that it is over."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        intro = await intro_store.get(db, intro_id)
        if intro is None or intro.kind is not Kind.PRESENTED or intro.introducer_id != press.user_id:
            raise Refusal("kernel-stale-press")
        if not intro.goes_on(press.now()):
            raise Refusal("intros-present-over")
        await present_ending.call_off(house, association, db, intro)
        await house.contact.take_back(association, db, press.user_id, kinds.NOT_THIS_TIME, str(intro.id))
    await press.answer("intros-present-undone")
    await house.outbox.send_now(association, patience=0)


async def _keep(press: Press, db: Connection, one: int, other: int, why: str) -> Intro:
    """The same two again, while they are asked already, are one introduction."""
    before = await present_store.presented(db, press.user_id, one, other)
    if before is not None and before.goes_on(press.now()):
        return before
    now, quiet = press.now(), press.association.quiet_hours
    days = present_job.ROOM * silence(press.association.preferences)
    intro_id = await intro_store.add(
        db,
        kind=Kind.PRESENTED,
        introducer=press.user_id,
        first=one,
        second=other,
        why=why,
        answer_by=quiet.evening(quiet.after_working_days(now, days)),
        now=now,
    )
    intro = await intro_store.get(db, intro_id)
    assert intro is not None
    await present_ending.promise_word(press.house, press.association, db, intro)
    await present_job.look(db, now)
    return intro


def _why(press: Press, one: int, other: int) -> str:
    """The reason that both will read. Raises `Refusal` when it says who the other is, or leads to anybody."""
    said, known = present_rules.why(press.fields), press.catalogue.known_names
    named = present_rules.named_in(said, _names(press, (one, other)), known)
    if named is not None:
        raise Refusal("intros-present-named", found=named)
    check_names_nobody(said, known)
    return said


def _names(press: Press, member_ids: tuple[int, ...]) -> list[str]:
    """What these members are called, as Discord says with a press that chose them."""
    data: Any = press.interaction.data or {}
    users, nicks = (data.get("resolved", {}).get(kind, {}) for kind in ("users", "members"))
    names: list[str | None] = []
    for key in map(str, member_ids):
        user = users.get(key, {})
        names += [user.get("username"), user.get("global_name"), nicks.get(key, {}).get("nick")]
    return [name for name in names if name]
