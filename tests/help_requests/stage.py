"""What stories about helping hands have in common: a channel, people who ask and who lend, and what they are told."""

from __future__ import annotations

from typing import Any, Final

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.schedule.clock import DAY, MINUTE
from cogs.help_requests import CHANNEL, people_store, store
from cogs.help_requests.rules import Request
from tests.test_letters_story import beats, inbox
from tests.world import World, message_of, text_of

TUESDAY: Final = "2026-01-06 10:00"
"""A working morning, in local time."""
QUESTION: Final = "Comment facturer un acompte à un client allemand ?"


async def open_channel(world: World, *, forum: bool = False) -> ChannelHandle:
    """Organisers choose a channel for helping hands, and say yes to what will be posted."""
    create = world.guild.create_forum_channel if forum else world.guild.create_text_channel
    place = create("coups-de-main")
    await world.env.settle()
    await world.choose({CHANNEL: place.id})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
        await world.bot.house.panels.place(world.association, db)
        await world.bot.house.publications.post_waiting(world.association, db)
    await world.beat()
    return place


async def member(world: World, name: str, what: str = "Je fais des sites web", **fields: str) -> MemberActor:
    """Somebody who introduced themselves."""
    who = world.join(name)
    await world.introduce(who, what, **fields)
    return who


async def helper(
    world: World, name: str, offers: str = "facturation", what: str = "Je fais des sites web", **fields: str
) -> MemberActor:
    """Somebody who may be asked for a hand with what they offer."""
    who = await member(world, name, what, offers=offers, **fields)
    shown = await who.slash(world.lounge, "coup-de-main aider")
    await who.click(message_of(shown), label=world.words("help-lend-yes"))
    return who


async def ask(
    world: World, who: MemberActor, question: str = QUESTION, by_when: str = "vendredi", details: str = ""
) -> InteractionResult:
    """Somebody asks before everybody: the answer that they see."""
    form = await who.slash(world.lounge, "coup-de-main demander")
    done = await who.submit_modal(form, {"question": question, "by_when": by_when, "details": details})
    await beats(world)
    return done


async def again(who: MemberActor, form: InteractionResult, **changes: str) -> InteractionResult:
    """Somebody changes some fields of a form that is filled already, and sends it."""
    assert form.modal is not None
    fields = [entry["component"] for entry in form.modal["components"]]
    return await who.submit_modal(form, {field["custom_id"]: field.get("value") or "" for field in fields} | changes)


async def one_of_mine(world: World, who: MemberActor) -> InteractionResult:
    """Somebody opens their newest request."""
    mine = await who.slash(world.lounge, "coup-de-main mes-demandes")
    assert mine.response is not None  # what was held for them may follow it
    chosen = [str((await newest(world)).id)]
    return await who.select(mine.response, chosen, custom_id="help_requests:mine_one")


async def ask_privately(world: World, who: MemberActor, **fields: str) -> InteractionResult:
    """Somebody asks in private, up to "Envoyer"."""
    form = await who.slash(world.lounge, "coup-de-main demander", prive=True)
    words = {"question": "Mon client ne paie plus", "by_when": "vendredi", "line": "Relire une facture", **fields}
    preview = await who.submit_modal(form, words)
    done = await who.click(message_of(preview), label=world.words("help-private-send"))
    await beats(world)
    return done


async def newest(world: World) -> Request:
    """The request that was made last."""
    number = await world.association.read().value("SELECT max(id) FROM help_requests")
    found = await store.get(world.association.read(), number)
    assert found is not None
    return found


async def asked(world: World, request_id: int | None = None) -> set[int]:
    """Everybody who was asked for a request, the newest one if none is said."""
    number = request_id or (await newest(world)).id
    return await people_store.asked_ids(world.association.read(), number)


async def days(world: World, count: int) -> None:
    """Days pass, a heartbeat each, and a few minutes for what is overdue."""
    for _ in range(count):
        await beats(world, DAY)
    for _ in range(3):
        await beats(world, MINUTE)


def card_of(place: ChannelHandle, *, forum: bool = False) -> discord.Message:
    """The newest request's card."""
    if forum:
        return place.threads[-1].history()[0]
    return [message for message in place.history() if message.components][-1]


def thread_of(place: ChannelHandle) -> ChannelHandle:
    """The newest request's thread."""
    found: ChannelHandle = place.threads[-1]
    return found


async def people_in(world: World, thread: Any) -> set[int]:
    """Who was brought into a thread, the bot aside."""
    found = await world.bot.http.get_thread_members(thread.id)
    assert world.bot.user is not None
    return {int(person["user_id"]) for person in found} - {world.bot.user.id}


def letters_of(who: MemberActor) -> list[str]:
    """What the bot wrote to somebody."""
    return [text_of(message) for message in inbox(who)]


def last_letter(who: MemberActor) -> discord.Message:
    """The newest message that the bot wrote to somebody."""
    return inbox(who)[-1]


async def press_letter(who: MemberActor, label: str) -> InteractionResult:
    """Somebody presses a button of their newest letter."""
    answer: InteractionResult = await who.user.click(last_letter(who), label=label)
    return answer
