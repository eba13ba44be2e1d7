"""Sharing a tip, changing it, filing it, taking it down."""

from __future__ import annotations

from typing import Any, Final

import discord

from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import drafts, limits, notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.confirm import confirmation
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import Safe
from cogs.tips import cards, categories, finding, posts, proposal_store, rules, store
from cogs.tips.rules import Tip, Written

FIELDS: Final = (
    Field("title", required=True, limit=rules.TITLE),
    Field("body", required=True, long=True, limit=rules.BODY),
    Field("category", limit=rules.CATEGORY),
    Field("tags", limit=rules.LIST),
)
FORM: Final = declare(Form("tips:written", "tips-form", FIELDS))
EDIT: Final = declare(Form("tips:edited", "tips-form", FIELDS))


@action("tips:share", opens_form=True)
async def share(press: Press) -> None:
    """Open the form, with what was refused in it if something was; the notice comes first."""
    if await notice.accepted(press, "tips:share"):
        left = await drafts.newest(press.association.read(), press.user_id, FORM.act, press.now())
        await press.open(FORM, values=texts(left.payload) if left else {})


@action("tips:written", reaches=True)
async def written(press: Press) -> None:
    """Publish what was written."""
    said = await read(press)
    notice.require(press, "tips:share")
    await press.defer()
    async with press.association.transaction() as db:
        await still_here(press, db)
        tip_id = await posts.share(press.house, press.association, db, press.user_id, said)
        await drafts.discard(db, press.user_id, FORM.act)
    await press.house.outbox.send_now(press.association)
    await show_shared(press, tip_id)


async def show_shared(press: Press, tip_id: int, key: str = "") -> None:
    """Say where one's tip stands, and what says something close already."""
    association, words = press.association, press.words
    outcome, url = await press.house.publications.outcome(association, posts.CARD, tip_id)
    tip = await own_tip(press, association.read(), tip_id)
    close = await finding.close_to(press, tip)
    urls = await posts.urls_of(press.house, association, [other.id for other in close])
    listed = await categories.listed(association.read(), words)
    await press.show(cards.shared(words, tip, url, listed, close, urls, key=key or f"tips-{outcome}"))


@action("tips:file")
async def file_under(press: Press, tip_id: int) -> None:
    """Put one's tip into another category."""
    association = press.association
    async with association.transaction() as db:
        await own_tip(press, db, tip_id)
        listed = await categories.listed(db, press.words)
        if press.choice not in {one.code for one in listed}:
            raise Refusal("kernel-stale-press")
        await store.file_under(db, tip_id, press.choice)
        await posts.show(press.house, association, db, tip_id)
    await press.house.outbox.send_now(association)
    await show_shared(press, tip_id, "tips-filed-now")


@action("tips:edit", opens_form=True)
async def edit(press: Press, tip_id: int) -> None:
    """Open the form with one's tip in it."""
    tip = await own_tip(press, press.association.read(), tip_id)
    await press.open(EDIT, str(tip_id), values=await as_fields(press, tip))


@action("tips:edited", reaches=True)
async def edited(press: Press, tip_id: int) -> None:
    """Show one's tip as it is written now, where it stands: its thread stays. One that was withdrawn is back. Those who
    agreed to other words are not named under these."""
    said = await read(press)
    house, association = press.house, press.association
    async with association.transaction() as db:
        await still_here(press, db)
        before = await own_tip(press, db, tip_id)
        told_anew = (before.title, before.body) != (said.title, said.body)
        unnamed = told_anew and await proposal_store.no_longer_agreed(db, tip_id)
        await store.rewrite(db, tip_id, said, press.now())
        await posts.show(house, association, db, tip_id)
    await house.outbox.send_now(association)
    outcome, url = await house.publications.outcome(association, posts.CARD, tip_id)
    key = "tips-updated" if outcome == "published" and before.stands else f"tips-{outcome}"
    done = press.words(key)
    if unnamed:
        done = Safe(f"{done}\n{press.words('tips-names-gone')}")
    await say(press, cards.done(press.words, done, url, mine=True))


@action("tips:withdraw_ask")
@leaving
async def ask_to_withdraw(press: Press, tip_id: int) -> None:
    """Ask once before taking a tip down."""
    tip = await own_tip(press, press.association.read(), tip_id)
    question = press.words("tips-withdraw-ask", title=tip.title)
    act = custom_id("tips:withdraw", tip_id)
    await press.show(confirmation(press.words, question, "tips-withdraw", act))


@action("tips:withdraw")
@leaving
async def withdraw(press: Press, tip_id: int) -> None:
    """Take one's tip down; it can be brought back."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        tip = await own_tip(press, db, tip_id)
        if tip.stands:
            await posts.withdraw(house, association, db, tip)
    await house.outbox.send_now(association)
    await say(press, cards.done(press.words, press.words("tips-withdrawn", title=tip.title), None, mine=True))


@action("tips:forget_ask")
@leaving
async def ask_to_forget(press: Press, tip_id: int) -> None:
    """Ask once before removing a withdrawn tip for good."""
    tip = await own_tip(press, press.association.read(), tip_id)
    question = press.words("tips-forget-ask", title=tip.title)
    await press.show(confirmation(press.words, question, "tips-forget", custom_id("tips:forget", tip_id)))


@action("tips:forget")
@leaving
async def forget(press: Press, tip_id: int) -> None:
    """Remove a withdrawn tip for good."""
    async with press.association.transaction() as db:
        tip = await own_tip(press, db, tip_id)
        if tip.stands:
            raise Refusal("kernel-stale-press")
        await store.forget(db, tip_id)
    await press.answer("tips-forgotten")


async def read(press: Press) -> Written:
    """The form, checked. Raises `Refusal`; what was typed is kept by the router."""
    said = rules.read(press.fields, await categories.listed(press.association.read(), press.words))
    await limits.check_links(press, said.title, said.body)
    return said


async def own_tip(press: Press, db: Connection, tip_id: int) -> Tip:
    """One's own tip. Raises `Refusal` for somebody else's, or when it is gone."""
    tip = await store.get(db, tip_id)
    if tip is None:
        raise Refusal("tips-gone")
    if tip.author_id != press.user_id:
        raise Refusal("tips-not-yours")
    return tip


async def still_here(press: Press, db: Connection) -> None:
    """Look again inside the transaction: they may have left or erased themselves this instant."""
    press.member = await members.get(db, press.user_id)
    notice.require(press, "tips:share")


async def as_fields(press: Press, tip: Tip) -> dict[str, str]:
    """A tip as its form shows it."""
    listed = await categories.listed(press.association.read(), press.words)
    category = categories.label_of(listed, tip.category)
    return {"title": tip.title, "body": tip.body, "category": category, "tags": ", ".join(tip.tags)}


def texts(payload: Any) -> dict[str, str]:
    """What a draft holds, as a form takes it."""
    return {name: value for name, value in payload.items() if isinstance(value, str)}


async def say(press: Press, view: discord.ui.LayoutView) -> None:
    """Answer in place of a letter or a private message whose button was pressed; never in place of what others see."""
    message = press.interaction.message
    private = message is not None and (press.interaction.guild_id is None or message.flags.ephemeral)
    await (press.change(view) if private else press.show(view))
