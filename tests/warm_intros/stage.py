"""What stories about warm introductions share: a room, people in it, doors, presses."""

from __future__ import annotations

from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import members
from cogs.warm_intros import CHANNEL, door_store
from cogs.warm_intros.rules import Door
from tests.pressing import Pressing
from tests.world import World

PRINTER = "Une imprimerie qui fait de petites séries"


async def open_room(world: World) -> ChannelHandle:
    """The channel is chosen and its panel stands."""
    place = world.guild.create_text_channel("mises-en-relation")
    await world.env.settle()
    await world.choose({CHANNEL: place.id})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
        await world.bot.house.panels.place(world.association, db)
    await world.beat()
    return place


async def people(world: World, *names: str) -> list[int]:
    """These people are here and accepted the notice."""
    found = [world.join(name) for name in names]
    await world.env.settle()
    async with world.association.transaction() as db:
        for one in found:
            await members.accept_notice(db, one.id, world.clock.now())
    return [one.id for one in found]


async def open_door(world: World, who: int, words: str = PRINTER, where: str = "") -> InteractionResult:
    """Somebody notes a door."""
    return await Pressing(world).submit(who, "warm_intros:added", {"words": words, "where": where})


async def doors_of(world: World, who: int) -> list[Door]:
    """What is kept of somebody's doors, the newest first."""
    return await door_store.of_member(world.association.read(), who)
