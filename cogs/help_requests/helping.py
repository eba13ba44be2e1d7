"""Lending a hand: from the card, from the list, or when the bot asked. Several may help."""

from __future__ import annotations

import discord

from bot.delivery import letters as delivered
from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, leaving
from bot.ui.cards import card
from bot.ui.press import Press
from cogs.help_requests import arrivals, cards, letters, people_store, places, posts, rules, store
from cogs.help_requests.rules import Request


@action("help_requests:join", reaches=True)
async def join(press: Press, request_id: int) -> None:
    """ "Je peux aider": join the conversation of a request that everybody sees."""
    if not await notice.accepted(press, f"help_requests:join:{request_id}"):
        return
    await press.defer()
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, f"help_requests:join:{request_id}")
        request = _public(rules.check_wanted(await letters.wanted(db, request_id)))
        if request.asker_id == press.user_id:
            raise Refusal("help-own-request")
        await lend(press, db, request, by=0)
    await press.house.outbox.send_now(press.association)
    await press.show(await _helps(press, request, "help-joined"))


@action("help_requests:take", reaches=True)
async def take(press: Press, request_id: int) -> None:
    """ "Je m'en occupe": join; the others who were asked read "C'est pris, merci." Of a private request its asker
    decides first, and until then nobody else hears of it."""
    association = press.association
    async with association.transaction() as db:
        request = await asked(press, db, request_id)
        await people_store.answer(db, request.id, press.user_id, "yes")
        if request.private:
            await _offer(press, db, request)
        else:
            await lend(press, db, request, by=press.user_id)
    if request.private:
        await press.change(card(press.words("help-taking-private")))
    await press.house.outbox.send_now(association)
    if not request.private:
        await press.change(await _helps(press, request, "help-taking"))


@action("help_requests:decline")
@leaving
async def decline(press: Press, request_id: int) -> None:
    """ "Je ne peux pas": nobody ever hears of it."""
    async with press.association.transaction() as db:
        request = await asked(press, db, request_id)
        await people_store.answer(db, request.id, press.user_id, "no")
    await press.change(card(press.words("help-declined")))


async def asked(press: Press, db: Connection, request_id: int) -> Request:
    """The request for which this person was asked and still may answer. Raises `Refusal` for anything else."""
    found = await people_store.asked(db, request_id, press.user_id)
    if found is None:
        raise Refusal("help-not-asked")
    request = await store.get(db, request_id)
    key = letters.opening(request) if request is not None else ""
    await delivered.still_asked(db, press.user_id, letters.ASK, key)
    if found.answer is not None or press.user_id in await _taking_part(db, request_id):
        raise Refusal("help-said-already")
    return rules.check_wanted(await letters.wanted(db, request_id))


async def lend(press: Press, db: Connection, request: Request, *, by: int) -> None:
    """Somebody helps from now on: they join the conversation, the asker hears of it there. The letter of `by` is
    changed by this press, those of the others say that it is taken. Of two who are to be kept apart neither hears: it
    looks the same to whoever offered, and others are still asked."""
    house, association, now = press.house, press.association, press.now()
    if await house.lifecycle.kept_apart(association, db, request.asker_id, [press.user_id]):
        await people_store.join(db, request.id, press.user_id, now, approved=None)
        return
    new = await people_store.join(db, request.id, press.user_id, now, approved=True)
    await posts.attend(house, db, request.id)
    await house.contact.taken(association, db, letters.topic(request.id), by=by)
    await posts.show(house, association, db, request.id)
    await arrivals.bring(house, db, request, press.user_id, say=new)


async def _offer(press: Press, db: Connection, request: Request) -> None:
    """Tell the asker of a private request who offers to help, unless the two are to be kept apart: then it looks the
    same to whoever offered, and the asker hears nothing."""
    house, association = press.house, press.association
    await people_store.join(db, request.id, press.user_id, press.now(), approved=None)
    if not await house.lifecycle.kept_apart(association, db, request.asker_id, [press.user_id]):
        key = f"{request.id}:{house.lifecycle.alias(association, press.user_id)}"
        await house.contact.write(association, db, request.asker_id, letters.OFFER, key)


async def _taking_part(db: Connection, request_id: int) -> set[int]:
    return {*await people_store.helpers(db, request_id), *await people_store.offers(db, request_id)}


async def _helps(press: Press, request: Request, key: str) -> discord.ui.LayoutView:
    """Thanks, and the way to the conversation once there is one."""
    url = await places.conversation_url(press.house, press.association, press.association.read(), request)
    return cards.helps(press.words, key, url)


def _public(request: Request) -> Request:
    """A private request can't be joined, nor told from one that never was."""
    if request.private:
        raise Refusal("help-over")
    return request
