"""Tips made of what others said: a message, or a request for help that was solved. Nothing is published before
everybody whose words or help are in it agreed; a refusal and silence look the same to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action
from bot.ui.forms import Form, declare
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import clean, member, says_something, truncate
from cogs.tips import agreeing, categories, posts, proposal_store, rules, store
from cogs.tips.actions import FIELDS, FORM, read, show_shared, still_here

QUOTED: Final = declare(Form("tips:quoted", "tips-form", FIELDS))
SOLVED: Final = declare(Form("tips:solved", "tips-form", FIELDS))


@dataclass(frozen=True, slots=True)
class SolvedRequest:
    """A solved request for help, as far as a tip may say it: nothing private ever. `helpers` are others than whoever
    asked; `category` is a code, kept where tips have it too."""

    request_id: int
    title: str
    problem: str
    worked: str
    category: str
    helpers: tuple[int, ...]


async def from_message(press: Press, message: discord.Message) -> None:
    """Open the form with what a message says."""
    author, place = message.author, message.channel.id
    text = clean(message.content)
    check_place(press, place)
    if author.bot or message.webhook_id is not None:
        raise Refusal("tips-not-of-a-bot")
    if not says_something(text):
        raise Refusal("tips-message-empty")
    if not await notice.accepted(press, "tips:menu_again"):
        return
    values = {"body": truncate(text, rules.BODY)}
    if author.id == press.user_id:
        await press.open(FORM, values=values)
        return
    await members.require_among_us(press.association.read(), author.id)
    await press.open(QUOTED, str(author.id), str(message.id), str(place), values=values)


def check_place(press: Press, channel_id: int) -> None:
    """Raise `Refusal` for what is said in a private thread, and for a place that can't be told from one."""
    place: Any = press.interaction.channel
    if place is None or place.id != channel_id:
        guild = press.house.client.get_guild(press.association.guild_id)
        place = guild.get_channel_or_thread(channel_id) if guild is not None else None
    kind = place.type if place is not None else None
    if kind is None:
        raise Refusal("tips-place-unknown")
    if kind is discord.ChannelType.private_thread:
        raise Refusal("tips-not-private")


@action("tips:menu_again")
async def choose_again(press: Press) -> None:
    """The notice was accepted: the message has to be chosen once more, since nothing of it was kept."""
    await press.answer("tips-menu-again")


@action("tips:quoted", reaches=True)
async def quoted(press: Press, author_id: int, message_id: int, place: int) -> None:
    """Ask the author of a message whether this may be published as a tip."""
    check_place(press, place)
    said = await read(press)
    notice.require(press, "tips:share")
    house, association = press.house, press.association
    async with association.transaction() as db:
        await still_here(press, db)
        await members.require_among_us(db, author_id)
        if author_id == press.user_id:
            raise Refusal("kernel-stale-press")
        proposal_id = await proposal_store.propose(db, press.user_id, author_id, said, press.now())
        await agreeing.wait(house, db, proposal_id, press.user_id)
        if author_id not in await house.lifecycle.kept_apart(association, db, press.user_id, [author_id]):
            # the same message is proposed to its author once, whoever does it
            await agreeing.ask(house, association, db, author_id, proposal_id, key=f"message {message_id}")
    await house.outbox.send_now(association)
    await press.answer("tips-agreement-asked", member=member(author_id))


async def draft_from_request(press: Press, solved: SolvedRequest) -> None:
    """Open the form with what a solved request says; the press is a button of whoever asked, declared to open a
    form."""
    association, house = press.association, press.house
    house.features.require(press, "tips")
    notice.require(press, "tips:share")
    async with association.transaction() as db:
        await still_here(press, db)
        if await store.of_request(db, solved.request_id) is not None:
            raise Refusal("tips-request-has-one")
        if await proposal_store.waiting_for(db, solved.request_id) is not None:
            raise Refusal("tips-request-waits")
        present = [person for person in solved.helpers if await _is_here(db, person)]
        proposal_id = await proposal_store.begin(db, press.user_id, solved.request_id, present, press.now())
        await agreeing.wait(house, db, proposal_id, press.user_id)
    await press.open(SOLVED, str(proposal_id), values=await _as_fields(press, solved))


async def _as_fields(press: Press, solved: SolvedRequest) -> dict[str, str]:
    """The problem, what worked, and room for its limits."""
    association = press.association
    listed = await categories.listed(association.read(), press.words)
    known = solved.category in {one.code for one in listed}
    body = association.words.plain("tips-request-body", problem=solved.problem, worked=solved.worked or "…")
    return {
        "title": truncate(clean(solved.title, lines=False), rules.TITLE),
        "body": body,
        "category": categories.label_of(listed, solved.category) if known else "",
    }


@action("tips:solved", reaches=True)
async def solved_written(press: Press, proposal_id: int) -> None:
    """Ask those who helped; without any, it is published at once."""
    said = await read(press)
    house, association = press.house, press.association
    async with association.transaction() as db:
        await still_here(press, db)
        proposal = await proposal_store.get(db, proposal_id)
        if proposal is None or proposal.writer_id != press.user_id or proposal.written is not None:
            raise Refusal("kernel-draft-gone")
        people = [agreement.member_id for agreement in proposal.agreements]
        await proposal_store.fill(db, proposal_id, said, len(people), press.now())
        await agreeing.wait(house, db, proposal_id, press.user_id)
        apart = await house.lifecycle.kept_apart(association, db, press.user_id, people)
        for person in people:
            if person not in apart:
                await agreeing.ask(house, association, db, person, proposal_id, key=f"request {proposal_id}")
        tip_id = await agreeing.publish_if_agreed(house, association, db, proposal_id)
    await house.outbox.send_now(association)
    if tip_id is not None:
        await show_shared(press, tip_id)
    else:
        await press.answer("tips-helpers-asked", count=len(people))


async def tip_of_request(db: Connection, association: Association, house: House, request_id: int) -> str | None:
    """The address of the tip that a request for help became, while it stands."""
    tip = await store.of_request(db, request_id)
    return house.publications.url(association, await house.publications.get(db, posts.CARD, tip.id)) if tip else None


async def _is_here(db: Connection, member_id: int) -> bool:
    found = await members.get(db, member_id)
    return found is not None and found.accepted
