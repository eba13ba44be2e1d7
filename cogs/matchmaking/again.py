"""Meeting a past partner again: both say yes, or nothing happens. A no, silence, an avoid entry, closed messages, a
pause, somebody who left: whoever asks reads the same sentence at once, and never hears which it was."""

from __future__ import annotations

from datetime import date
from typing import Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.errors import Refusal
from bot.people import avoid, members, objections
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.cards import card
from bot.ui.press import Press
from bot.words.text import OPTIONS
from cogs.matchmaking import (
    again_cards,
    dates,
    match_store,
    meeting_place,
    own_cards,
    own_letters,
    people,
    people_store,
    taking_part,
    threads,
)
from cogs.matchmaking.again_cards import Partner
from cogs.matchmaking.people_store import Invitation
from cogs.matchmaking.rules import AGAIN_AFTER, Match

START: Final = "matchmaking:again"


async def from_command(press: Press, person: discord.abc.User | None) -> None:
    """A person who was chosen in the command, or the list of those who can be."""
    if person is None:
        await choose(press)
    elif person.bot:
        raise Refusal("coffee-again-bot")
    else:
        await ask(press, person.id)


# Choosing


@action("matchmaking:again")
async def choose(press: Press) -> None:
    """Those with whom they had coffee long ago."""
    last = await long_ago(press)
    found = await _named(press, list(last)[:OPTIONS]) if last else []
    if found is None:
        raise Refusal("coffee-again-unnamed", command=press.association.command("cafe recroiser"))
    if not found:
        raise Refusal("coffee-again-nobody", offers=("matchmaking:status",))
    await press.show(again_cards.whom(press.words, [Partner(one.id, one.display_name, last[one.id]) for one in found]))


async def long_ago(press: Press) -> dict[int, date]:
    """The past partners who are here and whom somebody can wish to meet again, and the day of their last coffee, the
    newest first. Whom they avoid themselves is not proposed; whoever avoids them is."""
    association, db = press.association, press.association.read()
    past = sorted(await match_store.past(db, [press.user_id]), key=lambda one: -one.last)
    avoided, among_us = set(await avoid.of(db, press.user_id)), await members.among_us(db)
    return {
        one.other_id: dates.local_day(association, one.last)
        for one in past
        if one.last <= press.now() - AGAIN_AFTER
        and one.other_id in among_us
        and press.house.lifecycle.alias(association, one.other_id) not in avoided
    }


async def _named(press: Press, wanted: list[int]) -> list[discord.Member] | None:
    """These members of the server as Discord knows them, in this order; None when it doesn't answer."""
    guild = press.house.client.get_guild(press.association.guild_id)
    if guild is None:
        raise Refusal("kernel-no-association")
    try:
        async with outside():
            found = {one.id: one for one in await guild.query_members(user_ids=wanted, limit=len(wanted))}
    except (Undeliverable, Undecided):
        return None
    return [found[one] for one in wanted if one in found]


@action("matchmaking:again_choose")
async def chosen(press: Press) -> None:
    """One of them."""
    found = await match_store.past(press.association.read(), [press.user_id])
    other = next((one.other_id for one in found if str(one.other_id) == press.choice), None)
    if other is None:
        raise Refusal("kernel-stale-press")
    await ask(press, other)


# Asking


@action("matchmaking:again_ask", reaches=True)
async def ask(press: Press, other_id: int) -> None:
    """Wish to meet somebody again. When that person wishes it too, their thread opens at once."""
    act = custom_id("matchmaking:again_ask", other_id)
    if not await notice.accepted(press, act):
        return
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, act)
        await objections.require_none(db, press.user_id)
        await _check_partner(press, db, other_id)
        match = await _wish(press, db, other_id)
    if match is None:
        await press.answer("coffee-again-sent")
    else:
        await press.house.outbox.send_now(press.association)
        await press.show(again_cards.opened(press.words, await meeting_place.of(press, match.id)))


async def _check_partner(press: Press, db: Connection, other_id: int) -> None:
    """Raise `Refusal` for somebody with whom they had no coffee, or one that is not long ago: both know that."""
    if other_id == press.user_id:
        raise Refusal("coffee-again-yourself")
    last = await own_letters.last_coffee(db, press.user_id, other_id)
    if last is None:
        raise Refusal("coffee-again-never")
    if last > press.now() - AGAIN_AFTER:
        day = dates.local_day(press.association, last + AGAIN_AFTER)
        raise Refusal("coffee-again-recent", day=own_cards.day(press.words, day))


async def _wish(press: Press, db: Connection, other_id: int) -> Match | None:
    """Keep the wish, and ask the other one if that may be; their match when they wish it too."""
    me, since = press.user_id, press.now() - AGAIN_AFTER
    theirs = await people_store.newest_invitation(db, other_id, me)
    if theirs is not None and theirs.at > since and await _is_open(press, db, theirs):
        await press.house.contact.take_back(press.association, db, me, own_letters.AGAIN, str(theirs.id))
        return await _meet(press, db, theirs)
    mine = await people_store.newest_invitation(db, me, other_id)
    if mine is None or mine.at <= since or mine.answer == "yes":
        await _invite(press, db, other_id)
    return None


async def _is_open(press: Press, db: Connection, invitation: Invitation) -> bool:
    return await own_letters.open_since(press.house, press.association, db, invitation) is not None


async def _invite(press: Press, db: Connection, other_id: int) -> None:
    """The wish is kept in any case, so that nothing in one's own data tells of whether it went."""
    house, association = press.house, press.association
    invitation = await people_store.invite(db, press.user_id, other_id, press.now())
    rests = (await people_store.get(db, other_id)).paused_on(press.today())
    if not rests and not await people.apart(house, association, db, [press.user_id, other_id]):
        await house.contact.write(association, db, other_id, own_letters.AGAIN, str(invitation))


async def _meet(press: Press, db: Connection, invitation: Invitation) -> Match:
    """Both would like to: their thread opens."""
    await people_store.answer(db, invitation.id, "yes")
    both = [invitation.asker_id, invitation.other_id]
    match = await match_store.get(db, await match_store.add(db, None, both, press.now()))
    assert match is not None
    await threads.open_thread(press.house, press.association, db, match, by=press.user_id)
    return match


# Answering


@action("matchmaking:again_yes")
async def accept(press: Press, invitation_id: int) -> None:
    """ "Avec plaisir": their thread opens."""
    act = custom_id("matchmaking:again_yes", invitation_id)
    if not await notice.accepted(press, act):
        return
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, act)
        await objections.require_none(db, press.user_id)
        invitation = await _invited(press, db, invitation_id)
        if not await _is_open(press, db, invitation):
            raise Refusal("letters-over")
        match = await _meet(press, db, invitation)
    await press.house.outbox.send_now(press.association)
    await taking_part.answer_in_place(press, again_cards.opened(press.words, await meeting_place.of(press, match.id)))


@action("matchmaking:again_no")
@leaving
async def decline(press: Press, invitation_id: int) -> None:
    """ "Pas cette fois": nobody ever hears of it."""
    async with press.association.transaction() as db:
        invitation = await _invited(press, db, invitation_id)
        await people_store.answer(db, invitation.id, "no")
    await taking_part.answer_in_place(press, card(press.words("coffee-again-declined")))


async def _invited(press: Press, db: Connection, invitation_id: int) -> Invitation:
    """The wish that waits for this person's answer. Raises `Refusal` for any other, in the same words whether it is
    somebody else's, gone or never was."""
    invitation = await people_store.invitation(db, invitation_id)
    if invitation is None or invitation.other_id != press.user_id:
        raise Refusal("letters-over")
    if invitation.answer is not None:
        raise Refusal("coffee-again-answered")
    return invitation
