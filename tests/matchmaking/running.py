"""What stories about those who meet have in common: a round that runs, with whom one likes, and what they press."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.people import ties
from bot.schedule import jobs
from bot.schedule.clock import DAY
from cogs.matchmaking import match_store, rematching, round_store, seating
from cogs.matchmaking.dates import CLOSE
from cogs.matchmaking.rules import Match, Outcome, Round, Says
from tests.introductions.test_refusals import press
from tests.matchmaking.stage import people, thread_of
from tests.test_letters_story import beats, come_to
from tests.world import World

TUESDAY: Final = "2026-01-06 09:00"
"""A working morning, in local time."""


async def on_tuesday(world: World, *names: str) -> list[MemberActor]:
    """These people, on a Tuesday morning."""
    who = await people(world, *names)
    await come_to(world, TUESDAY)
    return who


async def running(
    world: World, *together: Sequence[MemberActor], alone: Sequence[MemberActor] = (), beat: bool = True
) -> list[Match]:
    """A round that runs, in which these people were brought together; for those `alone`, nobody fitted."""
    now, house, association = world.clock.now(), world.bot.house, world.association
    async with association.transaction() as db:
        round_id = await round_store.add(db, date(2026, 1, 6), now, now)
        for one in [*alone, *(one for group in together for one in group)]:
            await round_store.count_in(db, round_id, one.id, now)
        await round_store.start(db, round_id, now, now + 12 * DAY)
        await jobs.plan(db, CLOSE, str(round_id), due_at=now + 12 * DAY)
        round_ = await round_store.get(db, round_id)
        assert round_ is not None
        for one in alone:
            await round_store.settle(db, round_id, one.id, Outcome.NOBODY)
        made = [await seating.seat(house, association, db, round_, [one.id for one in group]) for group in together]
    if beat:
        await beats(world)
    return [await now_of(world, match) for match in made]


async def join_late(world: World, who: MemberActor) -> Match | None:
    """Somebody joins the round that runs."""
    async with world.association.transaction() as db:
        round_ = await round_store.running(db)
        assert round_ is not None
        await round_store.count_in(db, round_.id, who.id, world.clock.now())
        found = await rematching.join_late(world.bot.house, world.association, db, round_, who.id)
    await beats(world)
    return found


async def the_round(world: World) -> Round:
    """The newest round, as it is now."""
    return (await round_store.newest(world.association.read(), 1))[0]


async def now_of(world: World, match: Match) -> Match:
    """A match as it is now."""
    found = await match_store.get(world.association.read(), match.id)
    assert found is not None
    return found


async def newest(world: World, who: MemberActor) -> Match:
    """Somebody's newest match."""
    return (await match_store.of_member(world.association.read(), who.id, 1))[0]


async def outcome(world: World, who: MemberActor) -> Outcome | None:
    """What became of somebody in the newest round."""
    turn = await round_store.turn(world.association.read(), (await the_round(world)).id, who.id)
    return turn.outcome if turn is not None else None


async def says(world: World, match: Match, who: MemberActor) -> Says | None:
    """What somebody says of a match."""
    return (await now_of(world, match)).seat_of(who.id).says


async def tied(world: World, one: MemberActor, other: MemberActor) -> bool:
    """Whether two people have a tie."""
    return any(tie.member_id == other.id for tie in await ties.of(world.association.read(), one.id))


def cards_in(world: World, match: Match) -> list[discord.Message]:
    """What the bot says in a match's thread."""
    return [message for message in thread_of(world, match).history() if message.components]


async def click(world: World, who: MemberActor, match: Match, key: str, which: int = 0) -> InteractionResult:
    """Somebody presses a button of a message in their thread, the first one if none is said."""
    answer: InteractionResult = await who.click(cards_in(world, match)[which], label=world.words(key))
    await beats(world)
    return answer


async def act(world: World, who: MemberActor, name: str, match: Match) -> InteractionResult:
    """Somebody presses a button that they have somewhere: in another message, or forged."""
    answer = await press(world, who, f"matchmaking:{name}:{match.id}")
    await beats(world)
    return answer


async def gone(world: World, who: MemberActor) -> None:
    """Somebody leaves the server."""
    world.guild.remove_member(who)
    await world.env.settle()
    await beats(world)
