"""What stories about raised hands share: raising one, what people are written, the thread of two."""

from __future__ import annotations

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import avoid
from bot.schedule.clock import DAY
from cogs.opportunities import interest_store, places
from cogs.opportunities.rules import Interest, Mission
from tests.opportunities.stage import Stage
from tests.test_letters_story import inbox
from tests.world import text_of


async def raise_hand(stage: Stage, who: MemberActor, mission: Mission, word: str = "") -> InteractionResult:
    """Somebody would like to do a mission."""
    answer = await stage.hands.submit(who.id, f"opportunities:raised:{mission.id}", {"word": word})
    await stage.world.beat()
    return answer


async def hand_of(stage: Stage, who: MemberActor, mission: Mission) -> Interest:
    """Somebody's raised hand."""
    found = await interest_store.of(stage.world.association.read(), mission.id, who.id)
    assert found is not None
    return found


async def choose(stage: Stage, mission: Mission, who: MemberActor) -> InteractionResult:
    """The author of a mission chooses somebody who raised a hand."""
    hand, act = await hand_of(stage, who, mission), f"opportunities:chosen:{mission.id}"
    answer = await stage.hands.press(mission.author_id, f"{act}:{hand.id}")
    await stage.world.beat()
    return answer


async def act(stage: Stage, who: MemberActor, name: str, *arguments: int, dm: bool = False) -> InteractionResult:
    """Somebody presses a button; what follows happens."""
    said = ":".join((f"opportunities:{name}", *(str(one) for one in arguments)))
    answer = await stage.hands.press(who.id, f"{said}@{stage.world.guild.id}" if dm else said, dm=dm)
    await stage.world.beat()
    return answer


async def name(stage: Stage, who: MemberActor, mission: Mission, whom: int) -> InteractionResult:
    """Somebody thinks of a member for a mission."""
    answer = await stage.hands.press(who.id, f"opportunities:name:{mission.id}", [str(whom)])
    await stage.world.beat()
    return answer


async def days(stage: Stage, count: int = 1) -> None:
    """Days pass, with a heartbeat at this time of each."""
    for _ in range(count):
        await stage.world.later(DAY)


async def weeks(stage: Stage, count: int) -> None:
    """Weeks pass in which the heart hardly beats: quicker than as many days."""
    for _ in range(count):
        await stage.world.later(7 * DAY)


async def keep_apart(stage: Stage, author: MemberActor, other: MemberActor) -> None:
    """Somebody does not want to be brought together with somebody."""
    association, lifecycle = stage.world.association, stage.world.bot.house.lifecycle
    async with association.transaction() as db:
        alias, own = (lifecycle.alias(association, who.id) for who in (other, author))
        await avoid.add(db, author.id, alias, own, stage.world.clock.now())


async def close_to(stage: Stage, who: MemberActor) -> None:
    """The team closes missions to somebody for a time."""
    world, alias = stage.world, stage.world.bot.house.lifecycle.alias(stage.world.association, who.id)
    async with world.association.transaction() as db:
        acted = await db.insert(
            "INSERT INTO case_acts (act, at, actor_alias) VALUES ('paused', :now, 'x')", now=world.clock.now()
        )
        await world.bot.house.restrictions.impose(
            world.association,
            db,
            "opportunities",
            alias=alias,
            member_id=who.id,
            until=world.clock.now() + 40 * DAY,
            act_id=acted,
        )


async def leave(stage: Stage, who: MemberActor) -> None:
    """Somebody goes: they rest, which hides them as if they had left."""
    async with stage.world.association.transaction() as db:
        await stage.world.bot.house.lifecycle.pause(stage.world.association, db, who.id)
    await stage.world.beat()


async def come_back(stage: Stage, who: MemberActor) -> None:
    """They are here again."""
    async with stage.world.association.transaction() as db:
        await stage.world.bot.house.lifecycle.resume(stage.world.association, db, who.id)
    await stage.world.beat()


def letters_of(who: MemberActor) -> list[str]:
    """What the bot wrote to somebody, as it stands now."""
    return [text_of(message) for message in inbox(who)]


def threads(stage: Stage) -> list[ChannelHandle]:
    """The private threads that stand."""
    return list(stage.world.threads.threads)


async def people_in(stage: Stage, thread: ChannelHandle) -> set[int]:
    """Who was brought into a thread, the bot aside."""
    found = await stage.world.bot.http.get_thread_members(thread.id)
    assert stage.world.bot.user is not None
    return {int(person["user_id"]) for person in found} - {stage.world.bot.user.id}


async def thread_url(stage: Stage, mission: Mission, who: MemberActor) -> str | None:
    """Where an author and somebody talk."""
    world, hand = stage.world, await hand_of(stage, who, mission)
    return await world.bot.house.private_threads.url(
        world.association, world.association.read(), places.THREAD, hand.id
    )
