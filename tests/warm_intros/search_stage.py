"""What stories about searches share: a Tuesday morning, people, their doors, what they are told."""

from __future__ import annotations

from typing import Final

from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.people import avoid, members
from bot.people.members import Profile
from bot.schedule.clock import DAY, HOUR, MINUTE
from cogs.warm_intros import door_store, intro_store, search_store
from cogs.warm_intros.rules import Asked, Intro, Search
from tests.pressing import Pressing
from tests.test_letters_story import come_to, inbox
from tests.world import World, text_of

TUESDAY: Final = "2026-01-06 10:00"
WHO: Final = "Une imprimerie de petites séries"
WHY: Final = "Cinquante carnets à relier avant Noël"
PRINTER: Final = "Une imprimerie du coin"


async def folk(world: World, *names: str) -> list[MemberActor]:
    """These people are here and accepted the notice; it is a Tuesday morning."""
    found = [world.join(name) for name in names]
    await world.env.settle()
    async with world.association.transaction() as db:
        for one in found:
            await members.accept_notice(db, one.id, world.clock.now())
    if world.clock.now() < 1767690000:  # the first of them come on that morning
        await come_to(world, TUESDAY)
    return found


async def note_door(world: World, who: MemberActor, words: str = PRINTER, zone: str | None = None) -> int:
    """Somebody could open a door."""
    async with world.association.transaction() as db:
        return await door_store.add(db, who.id, words, zone, world.clock.now())


async def has_profile(world: World, who: MemberActor, *, trade: str | None = None, zone: str | None = None) -> None:
    """Somebody introduced themselves."""
    shown = Profile(who.id, "Je fais des choses", trade, zone, "", (), (), shown=True, updated_at=world.clock.now())
    async with world.association.transaction() as db:
        await members.save_profile(db, shown)


async def look(world: World, who: MemberActor, what: str = WHO, why: str = WHY) -> InteractionResult:
    """Somebody looks for somebody; whoever is found first is asked."""
    answer = await Pressing(world).submit(who.id, "warm_intros:looked", {"who": what, "why": why})
    await world.beat()
    return answer


async def press(world: World, who: MemberActor, act: str, *arguments: int) -> InteractionResult:
    """Somebody presses a button of a letter; what follows happens."""
    act = ":".join((f"warm_intros:{act}", *(str(one) for one in arguments)))
    answer = await Pressing(world).press(who.id, f"{act}@{world.guild.id}", dm=True)
    await world.beat()
    return answer


async def days(world: World, count: int) -> None:
    """Days pass, with a heartbeat at this time of each."""
    for _ in range(count):
        await world.later(DAY)


async def evening(world: World) -> None:
    """It is 18:35, of a day on which it was 10:00."""
    await world.later(8 * HOUR + 35 * MINUTE)


async def long_after(world: World, count: int) -> None:
    """Days pass unnoticed, but for the last of them."""
    await world.env.advance_time((count - 1) * DAY)
    await world.beat()
    await world.later(DAY)


async def keep_apart(world: World, author: MemberActor, other: MemberActor) -> None:
    """Somebody does not want to be brought together with somebody."""
    association, lifecycle = world.association, world.bot.house.lifecycle
    async with association.transaction() as db:
        alias, own = (lifecycle.alias(association, who.id) for who in (other, author))
        await avoid.add(db, author.id, alias, own, world.clock.now())


def letters_of(who: MemberActor) -> list[str]:
    """What the bot wrote to somebody, as it stands now."""
    return [text_of(message) for message in inbox(who)]


async def newest(world: World) -> Search:
    """The search that began last."""
    number = await world.association.read().value("SELECT max(id) FROM searches")
    found = await search_store.get(world.association.read(), number)
    assert found is not None
    return found


async def asked(world: World, search_id: int = 0) -> list[Asked]:
    """Who was asked for a search, the newest one if none is said."""
    number = search_id or (await newest(world)).id
    return await search_store.everybody_asked(world.association.read(), number)


async def intros(world: World, search_id: int = 0) -> list[Intro]:
    """What came of a search."""
    number = search_id or (await newest(world)).id
    return await intro_store.of_search(world.association.read(), number)


async def people_in(world: World, thread: int) -> set[int]:
    """Who was brought into a thread, the bot aside."""
    found = await world.bot.http.get_thread_members(thread)
    assert world.bot.user is not None
    return {int(person["user_id"]) for person in found} - {world.bot.user.id}
