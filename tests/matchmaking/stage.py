"""What stories about coffee have in common: a channel, a schedule, people who come, a round from end to end."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import members
from bot.people.members import Profile
from bot.schedule import due, schedules
from bot.schedule.clock import MINUTE
from cogs.matchmaking import match_store, round_store
from cogs.matchmaking.dates import ANNOUNCE
from cogs.matchmaking.jobs import RHYTHM
from cogs.matchmaking.preferences import CHANNEL, MINIMUM
from cogs.matchmaking.rules import Match, Round
from tests.world import World


async def open_coffee(world: World, *, minimum: str = "4", planned: bool = True) -> ChannelHandle:
    """Organisers choose a channel for coffee and, when `planned`, switch its schedule on."""
    place = world.guild.create_text_channel("café")
    await world.env.settle()
    await world.choose({CHANNEL: place.id, MINIMUM: minimum})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
        await world.bot.house.panels.place(world.association, db)
        if planned:
            await schedules.put(db, ANNOUNCE, RHYTHM, active=True, now=world.clock.now())
            await world.bot.house.jobs.replan(world.association, db)
    await world.beat()
    return place


async def member(
    world: World,
    name: str,
    what: str = "Je fais des sites web",
    *,
    trade: str | None = None,
    zone: str | None = "53",
    offers: Sequence[str] = (),
    seeks: Sequence[str] = (),
) -> MemberActor:
    """Somebody who accepted the notice and has an introduction: told by the store, as many are needed."""
    who = world.join(name)
    await world.env.settle()
    async with world.association.transaction() as db:
        await members.accept_notice(db, who.id, world.clock.now())
        profile = Profile(who.id, what, trade, zone, "", tuple(offers), tuple(seeks), True, world.clock.now())
        await members.save_profile(db, profile)
    return who


async def people(world: World, *names: str) -> list[MemberActor]:
    """Several of them."""
    return [await member(world, name) for name in names]


async def until(world: World, instant: int) -> None:
    """Let time pass up to an instant, then let the heart beat, and a few minutes more for what waits."""
    await world.later(max(0, instant - world.clock.now()))
    await world.later(MINUTE)


async def announce(world: World) -> Round:
    """Let the next round be announced."""
    planned = await due.upcoming(world.association.read(), [ANNOUNCE])
    await until(world, planned[0].due_at)
    found = await round_store.announced(world.association.read())
    assert found is not None
    return found


def announcement(place: ChannelHandle) -> discord.Message:
    """The newest message in the channel: the announcement, where one stands."""
    found: discord.Message = place.history()[-1]
    return found


async def join(world: World, who: MemberActor, place: ChannelHandle) -> InteractionResult:
    """Somebody presses "Partant cette fois"."""
    answer: InteractionResult = await who.click(announcement(place), label=world.words("coffee-in"))
    return answer


async def bring_together(world: World) -> list[Match]:
    """Let the moment come when people are brought together; the round's matches."""
    round_ = await round_store.announced(world.association.read())
    assert round_ is not None
    await until(world, round_.match_at)
    return await match_store.of_round(world.association.read(), round_.id)


async def run_round(world: World, place: ChannelHandle, who: Sequence[MemberActor]) -> list[Match]:
    """A round from its announcement to its threads, with these people."""
    await announce(world)
    for one in who:
        await join(world, one, place)
    return await bring_together(world)


async def end_round(world: World) -> None:
    """Let the round that runs come to its end."""
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    assert round_.closes_at is not None
    await until(world, round_.closes_at)


def thread_of(world: World, match: Match) -> ChannelHandle:
    """The private thread of a match."""
    return next(thread for thread in world.threads.threads if thread.id == match.thread_id)


def partner(match: Match, who: MemberActor) -> int:
    """With whom somebody was brought together."""
    return next(other for other in match.people if other != who.id)
