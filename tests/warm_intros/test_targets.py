""" "C'est quelqu'un d'ici": the one looked for is a member, and is asked before anybody sees anybody."""

from __future__ import annotations

import json

from bot.delivery import wishes
from bot.people import lifecycle, ties
from cogs.warm_intros.rules import Answer, IntroState, Says, SearchState
from tests.pressing import Pressing
from tests.warm_intros import present_stage
from tests.warm_intros.present_stage import says
from tests.warm_intros.search_stage import (
    WHO,
    WHY,
    asked,
    days,
    evening,
    folk,
    intros,
    keep_apart,
    letters_of,
    look,
    newest,
    note_door,
    people_in,
    press,
)
from tests.warm_intros.target_stage import names
from tests.world import World, text_of


async def test_the_one_looked_for_is_a_member_who_says_yes_before_anybody_sees_anybody(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna)
    search = await newest(world)
    asks = await press(world, ines, "target_whom", search.id)
    assert "À qui penses-tu ?" in text_of(asks)
    assert "Chercher par son nom" in text_of(asks)  # a direct message lists nobody
    hands = Pressing(world)
    form = await hands.press(ines.id, f"warm_intros:target_by_name:{search.id}@{world.guild.id}", dm=True)
    assert form.modal is not None
    assert form.modal["title"] == "Je pense à quelqu’un d’ici"
    found = await hands.submit(
        ines.id, f"warm_intros:target_named:{search.id}@{world.guild.id}", {"name": "bas"}, dm=True
    )
    assert "Basile" in text_of(found)
    noted = await names(world, ines, basile)
    assert "sans dire qui cherche. Si c’est oui, un fil à trois s’ouvre d’ici le <t:" in text_of(noted)

    (letter,) = letters_of(basile)
    assert f"<@{ines.id}> connaît quelqu’un d’ici qui cherche : **{WHO}**" in letter
    assert WHY in letter
    told = json.dumps(await lifecycle.export(world.association.read(), basile.id))
    for text in (letter.lower(), told):
        assert str(anna.id) not in text
        assert "anna" not in text
    assert letters_of(anna) == []
    intro = await present_stage.newest(world)
    assert "un fil à trois s’ouvre" in text_of(await says(world, basile, intro, yes=True))
    (thread,) = world.threads.threads
    assert await people_in(world, thread.id) == {anna.id, ines.id, basile.id}
    assert (await newest(world)).state is SearchState.FOUND
    assert WHO in letters_of(anna)[-1]
    await days(world, 15)
    assert not any("ne s’est pas faite" in text for text in letters_of(ines))
    await press(world, anna, "helped", intro.id)
    db = world.association.read()
    assert {tie.member_id for tie in await ties.of(db, anna.id)} == {ines.id, basile.id}


async def test_a_reason_that_says_who_searches_is_not_passed_on(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna, why="Je suis Anna Durand et je relie des carnets")
    assert "Anna Durand" in letters_of(ines)[0]
    await names(world, ines, basile)
    assert "Durand" not in letters_of(basile)[0]
    assert WHO in letters_of(basile)[0]


async def test_a_no_moves_the_search_on_at_once_and_whoever_thought_of_them_reads_it_on_the_day(world: World) -> None:
    anna, ines, basile, chloe = await folk(world, "Anna", "Inès", "Basile", "Chloé")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    await note_door(world, chloe)
    await world.beat()
    assert len(await asked(world)) == 1  # one at a time: not while somebody is asked to be found
    (intro,) = await intros(world)
    shown = letters_of(ines)
    assert "Cela reste entre nous" in text_of(await says(world, basile, intro, yes=False))
    assert [one.member_id for one in await asked(world)] == [ines.id, chloe.id]
    await press(world, chloe, "yes", (await newest(world)).id)
    assert letters_of(ines) == shown  # not even that somebody else opened the door
    await days(world, 3)
    assert letters_of(ines) == shown
    await evening(world)
    assert f"« {WHO} » : cette rencontre-là ne s’est pas faite cette fois" in letters_of(ines)[-1]
    (opened, closed) = await intros(world)
    assert (opened.state, closed.state, closed.second_says) == (IntroState.OPEN, IntroState.OVER, Says.NO)


async def test_a_silence_of_three_working_days_is_a_no_and_comes_too_late_then(world: World) -> None:
    anna, ines, basile, chloe = await folk(world, "Anna", "Inès", "Basile", "Chloé")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    await note_door(world, chloe)
    await days(world, 3)
    assert WHO in letters_of(basile)[0]  # the day that was said isn't over
    await evening(world)
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    assert [one.member_id for one in await asked(world)] == [ines.id, chloe.id]
    (intro,) = await intros(world)
    assert "plus d’actualité" in text_of(await says(world, basile, intro, yes=True))
    assert world.threads.threads == []
    async with world.association.transaction() as db:
        await wishes.allow_asks(db, basile.id, 3)
    await note_door(world, basile)
    await press(world, chloe, "no", (await newest(world)).id)
    assert [one.member_id for one in await asked(world)] == [ines.id, chloe.id]  # nobody is asked twice


async def test_who_cannot_be_named_is_said_at_once(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    stranger = world.join("Victor")
    await world.env.settle()
    await note_door(world, ines)
    await look(world, anna)
    assert "il suffit de répondre « Oui, avec plaisir »" in text_of(await names(world, ines, ines))
    assert "C’est la personne qui cherche" in text_of(await names(world, ines, anna))
    assert "pas encore parmi nous" in text_of(await names(world, ines, stranger))
    assert "s’adressait à quelqu’un d’autre" in text_of(await names(world, basile, ines))
    assert [one.answer for one in await asked(world)] == [None]
    await names(world, ines, basile)
    assert "C’est déjà noté" in text_of(await names(world, ines, basile))
    assert [one.answer for one in await asked(world)] == [Answer.KNOWS]


async def test_nobody_is_asked_twice_for_one_search_as_whomever(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    async with world.association.transaction() as db:
        for who in (ines, basile):
            await wishes.allow_asks(db, who.id, 3)
    await note_door(world, basile)
    await look(world, anna)
    await press(world, basile, "no", (await newest(world)).id)
    await note_door(world, ines)
    await world.later(60 * 60)
    await days(world, 1)
    assert [one.member_id for one in await asked(world)] == [basile.id, ines.id]
    before = letters_of(basile)
    await names(world, ines, basile)
    assert letters_of(basile) == before
    (intro,) = await intros(world)
    assert intro.state is IntroState.OVER


async def test_whoever_was_thought_of_and_said_no_is_not_asked_to_open_a_door_either(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    async with world.association.transaction() as db:
        await wishes.allow_asks(db, basile.id, 3)
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    await note_door(world, basile)
    (intro,) = await intros(world)
    await says(world, basile, intro, yes=False)
    before = letters_of(basile)
    await days(world, 4)
    assert [one.member_id for one in await asked(world)] == [ines.id]
    assert letters_of(basile) == before


async def test_kept_apart_by_the_time_of_a_yes_opens_nothing_and_reads_the_same(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    (intro,) = await intros(world)
    await keep_apart(world, anna, basile)
    assert "Si tout s’y prête, un fil à trois s’ouvre" in text_of(await says(world, basile, intro, yes=True))
    assert world.threads.threads == []
    assert (await newest(world)).state is SearchState.LOOKING
    await days(world, 3)
    await evening(world)
    assert "ne s’est pas faite cette fois" in letters_of(ines)[-1]


async def test_a_search_taken_back_is_over_for_whoever_was_thought_of_too(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    (intro,) = await intros(world)
    await press(world, anna, "withdraw", (await newest(world)).id)
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    assert "plus d’actualité" in text_of(await says(world, basile, intro, yes=True))
    await days(world, 3)
    await evening(world)
    assert "ne s’est pas faite cette fois" in letters_of(ines)[-1]
