""" "Je connais quelqu'un": a member is asked in somebody's name, under their caps; whether they were is not said."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.delivery import wishes
from cogs.help_requests.preferences import AT_ONCE
from tests.help_requests.stage import (
    TUESDAY,
    ask,
    ask_privately,
    asked,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    open_channel,
    press_letter,
)
from tests.introductions.test_refusals import _emit, press
from tests.test_letters_story import beats, close_messages, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def open_world(world: World) -> World:
    """A channel for helping hands where one person is asked at a time, on a Tuesday morning."""
    await open_channel(world)
    await world.choose({AT_ONCE: "1"})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    await come_to(world, TUESDAY)
    return world


async def _name(world: World, namer: MemberActor, beginning: str, whom: MemberActor) -> InteractionResult:
    """Somebody who was asked names a member, in a direct message: by the beginning of their name."""
    await press_letter(namer, "Je connais quelqu’un")
    form = await press_letter(namer, "Chercher par son nom")
    await namer.user.submit_modal(form, {"name": beginning})
    chosen: InteractionResult = await namer.user.select(last_letter(namer), [str(whom.id)])
    await beats(world)
    return chosen


async def _choose(world: World, who: MemberActor, custom_id: str, value: str) -> InteractionResult:
    """Choose in a list what it doesn't show, as a forger would."""
    result = _emit(world, who, 3, {"custom_id": custom_id, "component_type": 3, "values": [value]})
    await world.env.settle()
    return result


async def test_a_member_is_asked_in_the_name_of_whoever_knows_them(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await member(world, "Chloé")
    await ask(world, anna, "Facturation : une question")
    assert await asked(world) == {basile.id}
    await press_letter(basile, "Je connais quelqu’un")
    assert f"le plus simple est d’écrire directement à <@{anna.id}>" in text_of(last_letter(basile))
    assert "Je m’en occupe" in buttons_of(last_letter(basile))  # there is a way back
    form = await press_letter(basile, "Chercher par son nom")
    await basile.user.submit_modal(form, {"name": "chlo"})
    await basile.user.select(last_letter(basile), [str(chloe.id)])
    assert "Merci. Si c’est possible, la question lui sera posée de ta part." in text_of(last_letter(basile))
    await beats(world)
    (letter,) = letters_of(chloe)
    assert "Facturation : une question" in letter
    assert f"<@{basile.id}> a pensé à toi" in letter
    await press_letter(chloe, "Je m’en occupe")
    assert "La suite se passe ici" in text_of(last_letter(chloe))


async def test_a_name_that_nobody_has_can_be_corrected(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    await press_letter(basile, "Je connais quelqu’un")
    form = await press_letter(basile, "Chercher par son nom")
    refused = await basile.user.submit_modal(form, {"name": "zzz"})
    assert "Je ne trouve personne" in text_of(refused)
    assert "Corriger" in buttons_of(refused)


async def test_the_list_of_members_is_there_where_the_server_is(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await member(world, "Chloé")
    close_messages(world, basile)
    await ask(world, anna, "Facturation : une question")
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    whom = await basile.click(message_of(shown), label="Je connais quelqu’un")
    choose = f"help_requests:name:{(await newest(world)).id}"
    done = await basile.select(message_of(whom), [chloe], custom_id=choose)
    assert "Merci. Si c’est possible" in text_of(done)
    await beats(world)
    assert len(inbox(chloe)) == 1


async def test_the_answer_is_the_same_for_whoever_cannot_be_asked(open_world: World) -> None:
    """At their cap, refusing, avoiding the asker or the namer, asked before: nobody can tell."""
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    await basile.select(message_of(shown), ["3"], custom_id="help_requests:lend_often")
    free, shy = await member(world, "Libre"), await member(world, "Timide")
    async with world.association.transaction() as db:
        await wishes.refuse(db, shy.id, "help")
    said = []
    for number, whom in enumerate((free, shy, free)):
        await ask(world, anna, f"Facturation : question {number}")
        await _name(world, basile, whom.name[:3], whom)
        said.append(text_of(last_letter(basile)))
    assert len(set(said)) == 1
    assert (len(inbox(free)), len(inbox(shy))) == (1, 0)  # once a week
    assert shy.id not in await asked(world, (await newest(world)).id - 1)


async def test_somebody_who_accepted_nothing_is_not_yet_among_us(open_world: World) -> None:
    world = open_world
    anna, basile, nora = await member(world, "Anna"), await helper(world, "Basile"), world.join("Nora")
    await ask(world, anna, "Facturation : une question")
    refused = await _name(world, basile, "Nora", nora)
    assert "n’est pas encore parmi nous" in text_of(refused)
    assert inbox(nora) == []


async def test_one_names_neither_oneself_nor_the_asker_nor_a_bot(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    assert "le bouton est « Je m’en occupe »" in text_of(await _name(world, basile, "Basile", basile))
    request = (await newest(world)).id
    for whom, said in ((anna.id, "C’est la personne qui demande"), (world.bot.application_id, "pas encore parmi nous")):
        answer = await _choose(world, basile, f"help_requests:name:{request}", str(whom))
        assert said in text_of(answer)


async def test_whoever_was_not_asked_names_nobody(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    request = (await newest(world)).id
    for act in ("take", "decline", "knows", "name"):
        said = text_of(await press(world, basile, f"help_requests:{act}:{request}"))
        assert "s’adressait à quelqu’un d’autre" in said or "plus à jour" in said


async def test_of_a_private_request_the_asker_is_not_told_to_whoever_names(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await member(world, "Chloé")
    await ask_privately(world, anna, line="Facturation d’un acompte")
    await press_letter(basile, "Je connais quelqu’un")
    assert str(anna.id) not in text_of(last_letter(basile))
    assert "seul un membre d’ici peut être proposé" in text_of(last_letter(basile))
    form = await press_letter(basile, "Chercher par son nom")
    await basile.user.submit_modal(form, {"name": "Anna"})
    await basile.user.select(last_letter(basile), [str(anna.id)])
    said = text_of(last_letter(basile))
    await beats(world)
    assert letters_of(anna) == []
    await ask_privately(world, anna, line="Facturation d’un solde", question="Autre chose")
    assert said == "Merci. Si c’est possible, la question lui sera posée de ta part."
    assert inbox(chloe) == []


async def test_a_namer_who_left_is_not_named(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await member(world, "Chloé")
    await ask(world, anna, "Facturation : une question")
    await come_to(world, "2026-01-06 20:00")  # quiet hours: what is written now waits
    await _name(world, basile, "Chlo", chloe)
    assert inbox(chloe) == []
    world.guild.remove_member(basile)
    await come_to(world, "2026-01-07 08:31")
    (letter,) = letters_of(chloe)
    assert "Quelqu’un a pensé à toi" in letter
    assert str(basile.id) not in letter
