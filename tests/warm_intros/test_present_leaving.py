"""Somebody leaves, rests, objects or erases themselves while two are presented, or while one is asked to be found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

import pytest
from simcord.actors import MemberActor

from bot.delivery import letters as delivered
from cogs.warm_intros.rules import Answer, IntroState
from tests.warm_intros.present_stage import REASON, again, newest, present, says
from tests.warm_intros.search_stage import asked, days, evening, folk, letters_of, look, note_door
from tests.warm_intros.target_stage import names
from tests.world import World, text_of

OVER = "Ce n’est plus d’actualité, merci."
Going = Callable[[World, MemberActor], Awaitable[None]]


async def leaves(world: World, who: MemberActor) -> None:
    """They leave the server."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.leave(world.association, db, who.id)


async def rests(world: World, who: MemberActor) -> None:
    """They rest."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.pause(world.association, db, who.id)


async def erases(world: World, who: MemberActor) -> None:
    """They erase themselves."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.erase(world.association, db, who.id)


async def objects(world: World, who: MemberActor) -> None:
    """They don't want to be brought together with anybody."""
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.object(world.association, db, who.id)


WAYS: Final = (leaves, rests, erases, objects)


async def test_without_whoever_presents_it_is_over_for_both(world: World) -> None:
    for go in WAYS:
        ines, anna, basile = await folk(world, *(f"{name}-{go.__name__}" for name in ("Inès", "Anna", "Basile")))
        await present(world, ines, anna, basile)
        intro = await newest(world)
        await says(world, anna, intro, yes=True)
        await go(world, ines)
        await world.beat()
        assert letters_of(basile)[0] == OVER
        await says(world, basile, intro, yes=True)
    assert world.threads.threads == []


async def test_whoever_is_presented_and_goes_leaves_no_trace_with_the_other(world: World) -> None:
    """One of two goes after a yes; of another two, the second before an answer; the others' letters stay."""
    stayed = []
    for go in WAYS:
        ines, anna, basile, chloe, denis = await folk(world, *(f"{name}-{go.__name__}" for name in "IABCD"))
        await present(world, ines, anna, basile)
        first = await newest(world)
        await present(world, ines, chloe, denis)
        second = await newest(world)
        await says(world, anna, first, yes=True)
        before = letters_of(basile), letters_of(chloe)
        for who in (anna, denis):
            await go(world, who)
        await world.beat()
        assert (letters_of(basile), letters_of(chloe)) == before
        for who, intro in ((basile, first), (chloe, second)):
            assert "C’est noté, merci" in text_of(await says(world, who, intro, yes=True))
        stayed.append((ines, basile, chloe))
    await days(world, 8)
    await evening(world)
    for ines, *_ in stayed:
        assert "".join(letters_of(ines)).count("ne s’est pas faite cette fois") >= 1
    assert world.threads.threads == []


async def test_words_go_with_whoever_wrote_them_from_what_was_answered_long_ago_too(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await present(world, ines, anna, basile)
    intro = await newest(world)
    for who in (anna, basile):
        await says(world, who, intro, yes=True)
    assert len(world.threads.threads) == 1
    await erases(world, ines)
    await world.beat()
    assert not any(REASON in letter or str(ines.id) in letter for letter in (*letters_of(anna), *letters_of(basile)))
    assert world.threads.threads == []


async def test_whoever_comes_back_in_time_may_still_say_yes(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await present(world, ines, anna, basile)
    intro, association = await newest(world), world.association
    await rests(world, anna)
    await says(world, basile, intro, yes=True)
    async with association.transaction() as db:
        await world.bot.house.lifecycle.resume(association, db, anna.id)
    await says(world, anna, intro, yes=True)
    assert len(world.threads.threads) == 1


@pytest.mark.parametrize("role", ["introducer", "target"])
async def test_whoever_was_thought_of_or_thought_of_them_goes_and_the_search_moves_on(world: World, role: str) -> None:
    for go, craft in zip(WAYS, ("potier", "luthier", "ferronnier", "tonnelier"), strict=True):
        anna, ines, basile, chloe = await folk(world, *(f"{name}-{go.__name__}" for name in "AIBC"))
        await note_door(world, ines, f"Un {craft}")
        await look(world, anna, f"Un {craft}")
        await names(world, ines, basile)
        intro = await newest(world)
        await note_door(world, chloe, f"Un {craft}")
        assert len(letters_of(basile)) == 1
        await go(world, ines if role == "introducer" else basile)
        await world.beat()
        assert [letter for letter in letters_of(chloe) if "cherche" in letter]
        if (role, go) != ("target", erases):  # of whoever erased themselves nothing is known, not even what they read
            assert letters_of(basile) == [OVER]
        await says(world, basile, intro, yes=True)
        assert letters_of(anna) == []
    assert world.threads.threads == []


@pytest.mark.parametrize("go", [leaves, erases])
async def test_whoever_searches_goes_and_their_words_go_from_every_letter(world: World, go: Going) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    await go(world, anna)
    await world.beat()
    assert letters_of(basile) == [OVER]
    if go is erases:  # what was answered stays as it was answered
        assert "imprimerie" not in str(letters_of(ines))
    await days(world, 3)
    await evening(world)
    assert "ne s’est pas faite cette fois" in letters_of(ines)[-1]


async def test_an_erased_introducer_leaves_no_search_waiting_for_an_answer(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    assert [one.answer for one in await asked(world)] == [Answer.KNOWS]
    intro = await newest(world)
    await erases(world, basile)
    over = await again(world, intro.id)
    assert (over.state, over.second_id) == (IntroState.OVER, None)
    db = world.association.read()
    assert await delivered.named(db, basile.id, "warm_intros:target", str(intro.id)) is None
