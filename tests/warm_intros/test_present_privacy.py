"""What each of three can see before all said yes: the same whatever the others said, wish, or are. All ways at once, in
one world each, and what is seen is compared day by day: letters, answers, one's own export, one's own data."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import pytest
from simcord.actors import MemberActor

from bot.delivery import wishes
from bot.people import lifecycle, members
from bot.schedule.clock import DAY
from cogs.warm_intros.rules import Intro
from tests.pressing import Pressing
from tests.warm_intros.present_stage import again, exported, newest, present, says
from tests.warm_intros.search_stage import days, evening, folk, keep_apart, letters_of, look, note_door
from tests.warm_intros.target_stage import names
from tests.world import World, text_of

Way = Callable[[World, Intro, MemberActor, MemberActor], Awaitable[None]]


def plain(text: str) -> str:
    """A text without what tells people, rows and instants apart."""
    return re.sub(r"\d+", "…", text)


async def silent(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """Nobody says anything."""


async def one_no(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """One says no."""
    await says(world, one, intro, yes=False)


async def other_no(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """The other says no."""
    await says(world, other, intro, yes=False)


async def yes_and_no(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """One says yes, the other no."""
    await says(world, one, intro, yes=True)
    await says(world, other, intro, yes=False)


async def yes_and_silence(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """One says yes, the other nothing."""
    await says(world, one, intro, yes=True)


async def rests(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """The other rests from then on."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.pause(world.association, db, other.id)


async def erased(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """The other erases themselves."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.erase(world.association, db, other.id)


async def first_erased(world: World, intro: Intro, one: MemberActor, other: MemberActor) -> None:
    """One erases themselves."""
    await erased(world, intro, other, one)


AFTER: Final[Mapping[str, Way]] = {
    "silent": silent,
    "one no": one_no,
    "other no": other_no,
    "yes and no": yes_and_no,
    "yes and silence": yes_and_silence,
    "rests": rests,
    "erased": erased,
    "first erased": first_erased,
}
"""What happens once both were asked."""


async def apart(world: World, introducer: MemberActor, one: MemberActor, other: MemberActor) -> None:
    """The two are kept apart."""
    await keep_apart(world, one, other)


async def apart_from_introducer(world: World, introducer: MemberActor, one: MemberActor, other: MemberActor) -> None:
    """One keeps away from whoever presents them."""
    await keep_apart(world, one, introducer)


async def refuses(world: World, introducer: MemberActor, one: MemberActor, other: MemberActor) -> None:
    """The other wants no such asks."""
    async with world.association.transaction() as db:
        await wishes.refuse(db, other.id, "intro-met")


async def paused(world: World, introducer: MemberActor, one: MemberActor, other: MemberActor) -> None:
    """The other wants no asks for now."""
    async with world.association.transaction() as db:
        await wishes.pause(db, other.id, 2**40)


async def objects(world: World, introducer: MemberActor, one: MemberActor, other: MemberActor) -> None:
    """The other is brought together with nobody."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.object(world.association, db, other.id)


BEFORE = {
    "apart": apart,
    "from introducer": apart_from_introducer,
    "refuses": refuses,
    "paused": paused,
    "objects": objects,
}
"""What is so before anybody is asked."""


async def _seen(world: World, who: MemberActor) -> list[str]:
    """All that somebody can see: what they were written, what is kept of them and told, as they are shown it."""
    data = text_of(await Pressing(world).call(who.id, "moi mes-donnees"))
    return [*map(plain, letters_of(who)), await exported(world, who), plain(data)]


async def test_whoever_presents_two_sees_the_same_whatever_comes_of_it(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="bot")
    ways = [*AFTER, *BEFORE]
    introducers = await folk(world, *(f"Inès{number}" for number in range(len(ways))))
    ones = await folk(world, *(f"Anna{number}" for number in range(len(ways))))
    others = await folk(world, *(f"Basile{number}" for number in range(len(ways))))
    answers, made = [], []
    for way, introducer, one, other in zip(ways, introducers, ones, others, strict=True):
        if way in BEFORE:
            await BEFORE[way](world, introducer, one, other)
        answers.append(plain(text_of(await present(world, introducer, one, other))))
        made.append(await newest(world))
    assert len(set(answers)) == 1
    for way, intro, one, other in zip(ways, made, ones, others, strict=True):
        if way in AFTER:
            await AFTER[way](world, intro, one, other)
    for _ in range(2):
        seen = {str(await _seen(world, introducer)) for introducer in introducers}
        assert len(seen) == 1
        await world.later(2 * DAY)
    waits = ones[ways.index("silent")], ones[ways.index("other no")], ones[ways.index("rests")]
    erased_, first = ones[ways.index("erased")], others[ways.index("first erased")]
    assert len({str([*map(plain, letters_of(who))]) for who in (*waits, erased_, first)}) == 1
    assert (
        len({str([*map(plain, letters_of(ones[ways.index(way)]))]) for way in ("yes and no", "yes and silence")}) == 1
    )
    for way in BEFORE:  # one alone is asked for nothing
        assert letters_of(ones[ways.index(way)]) == letters_of(others[ways.index(way)]) == []
    assert await world.association.read().value("SELECT count(*) FROM intros WHERE state = 'over'") == 0
    await world.later(4 * DAY)
    await evening(world)
    seen = {str(await _seen(world, introducer)) for introducer in introducers}
    assert len(seen) == 1
    assert "ne s’est pas faite cette fois" in letters_of(introducers[0])[-1]
    assert world.threads.threads == []
    assert not any(str(one.id) in caplog.text for one in (*introducers, *ones, *others))


async def test_nobody_who_is_presented_is_told_who_the_other_is_or_that_they_may_be_asked(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    fields = {"one": str(anna.id), "whom": str(basile.id), "why": "Une envie d’exposition"}
    await Pressing(world).submit(ines.id, "warm_intros:presented", fields)
    assert "intros" not in await exported(world, anna)
    assert "letters" not in await exported(world, anna)
    await world.beat()
    for who, other in ((anna, basile), (basile, anna), (ines, anna)):
        shown = text_of(await Pressing(world).call(who.id, "moi mes-donnees"))
        kept = json.dumps(await lifecycle.export(world.association.read(), who.id))
        assert str(other.id) not in shown + kept


async def test_whoever_thought_of_somebody_sees_the_same_whatever_comes_of_it_and_so_does_who_searches(
    world: World,
) -> None:
    crafts = (
        "potier",
        "luthier",
        "ferronnier",
        "tonnelier",
        "vannier",
        "maroquinier",
        "verrier",
        "facteur",
        "vitrailliste",
    )
    ways = ("silent", "no", "refuses", "apart", "apart from asker", "objects", "paused", "left", "erased")
    askers = await folk(world, *(f"Anna{number}" for number in range(len(ways))))
    introducers = await folk(world, *(f"Inès{number}" for number in range(len(ways))))
    targets = await folk(world, *(f"Basile{number}" for number in range(len(ways))))
    answers, made = [], []
    for way, craft, asker, introducer, target in zip(ways, crafts, askers, introducers, targets, strict=True):
        await note_door(world, introducer, f"Un {craft}")
        await look(world, asker, f"Un {craft}", "Une commande")
        assert len(letters_of(introducer)) == 1, craft
        match way:
            case "apart":
                await keep_apart(world, target, introducer)
            case "apart from asker":
                await keep_apart(world, target, asker)
            case "objects" | "refuses" | "paused":
                await BEFORE[way](world, introducer, asker, target)
        answers.append(plain(text_of(await names(world, introducer, target))))
        made.append(await newest(world))
    assert len(set(answers)) == 1
    by_way = dict(zip(ways, zip(made, targets, strict=True), strict=True))
    await says(world, by_way["no"][1], by_way["no"][0], yes=False)
    await erased(world, *by_way["erased"], by_way["erased"][1])
    async with world.association.transaction() as db:
        await members.mark_left(db, by_way["left"][1].id, world.clock.now())
    for wait in (1, 2):
        for crowd in (askers, introducers):
            seen = {re.sub("|".join(crafts), "…", str(await _seen(world, who))) for who in crowd}
            assert len(seen) == 1
        await days(world, wait)
    await evening(world)
    assert all("ne s’est pas faite cette fois" in letters_of(who)[-1] for who in introducers)
    assert all(letters_of(who) == [] for who in askers)
    assert {(await again(world, intro.id)).state.value for intro in made} == {"over"}
