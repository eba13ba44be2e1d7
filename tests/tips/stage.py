"""What stories about tips share: an open channel, people who share, letters that arrive."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import members
from cogs.tips import CHANNEL
from tests.world import Answer, World, components_of, message_of

PARIS: Final = ZoneInfo("Europe/Paris")
TITLE: Final = "Demander un acompte dès la signature"
BODY: Final = "Je l’écris sur le devis. Depuis, plus d’impayé."


async def open_tips(world: World, *, forum: bool = False) -> ChannelHandle:
    """The tips channel is chosen and its panel stands, on a Tuesday morning."""
    create = world.guild.create_forum_channel if forum else world.guild.create_text_channel
    place = create("astuces")
    await world.env.settle()
    await world.choose({CHANNEL: place.id})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
        await world.bot.house.panels.place(world.association, db)
    await come_to(world, "2026-01-06 10:00")
    return place


async def come_to(world: World, local: str) -> None:
    """It is that time in Paris; the heart beats."""
    at = datetime.fromisoformat(local).replace(tzinfo=PARIS).astimezone(UTC)
    await world.env.advance_time((at - world.env.now()).total_seconds())
    await beats(world)


async def beats(world: World, later: int = 0) -> None:
    """Some time passes, and the heart beats."""
    if later:
        await world.env.advance_time(later)
    for _ in range(3):
        await world.beat()


async def member(world: World, name: str) -> MemberActor:
    """Somebody who is here and accepted the notice."""
    who = world.join(name)
    await world.env.settle()
    async with world.association.transaction() as db:
        await members.accept_notice(db, who.id, world.clock.now())
    return who


async def share(
    world: World, who: MemberActor, title: str = TITLE, body: str = BODY, *, category: str = "", tags: str = ""
) -> InteractionResult:
    """Somebody shares a tip, from the command to the answer."""
    form = await who.slash(world.lounge, "astuce partager")
    if form.modal is None:
        form = await who.click(message_of(form), label=world.words("notice-accept"))
    return await who.submit_modal(form, {"title": title, "body": body, "category": category, "tags": tags})


def tips_in(place: ChannelHandle) -> list[discord.Message]:
    """The tips' cards in a text channel, or the first messages of a forum's posts, without the panel; the oldest
    first."""
    if place.threads and not any(message.components for message in place.history()):
        cards = [message for thread in place.threads for message in thread.history()[:1] if message.components]
    else:
        cards = [message for message in place.history() if message.components]
    return cards[1:]


def inbox(who: MemberActor) -> list[discord.Message]:
    """Somebody's direct messages."""
    return who.user.dm_channel.history()


def listed(answer: Answer) -> list[str]:
    """The tips that a list offers to open, in its order."""
    found = (c["options"] for c in components_of(answer) if c.get("custom_id") == "tips:pick")
    return [str(option["value"]) for option in next(found, [])]


async def open_own(world: World, who: MemberActor) -> InteractionResult:
    """Somebody opens the first of their own tips."""
    mine = await who.slash(world.lounge, "astuce mes-astuces")
    return await who.select(message_of(mine), listed(mine)[:1], custom_id="tips:pick")
