"""Who helped: said by the asker, wherever they are; it opens no door, and takes nobody's agreement for granted."""

from __future__ import annotations

import json

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import ties
from cogs.help_requests import people_store
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    QUESTION,
    TUESDAY,
    again,
    ask,
    ask_privately,
    card_of,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    one_of_mine,
    open_channel,
    people_in,
    press_letter,
    thread_of,
)
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, come_to, inbox
from tests.tips.stage import open_tips, tips_in
from tests.world import World, buttons_of, components_of, message_of, text_of

SOLVED_BY_TEAM = "L’équipe a noté que ta demande est réglée"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


async def say_who(world: World, anna: MemberActor, *people: MemberActor) -> InteractionResult:
    """Anna solves her newest request, and says who helped."""
    request = (await newest(world)).id
    done = await press(world, anna, f"help_requests:solve:{request}")
    return await anna.select(message_of(done), list(people), custom_id=f"help_requests:who_helped:{request}")


async def test_nobody_is_chosen_before_the_asker_chooses(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    done = await anna.click(card_of(place), label="C’est réglé")
    assert str(basile.id) not in json.dumps(components_of(done))
    noted = await say_who(world, anna, basile)
    assert str(basile.id) in json.dumps(components_of(noted))


async def test_a_tip_waits_for_those_who_joined_even_when_the_asker_did_not_say_who_helped(
    world: World, place: ChannelHandle
) -> None:
    tips = await open_tips(world)
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna, "Facturation : une question", "30/3")
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    noted = await say_who(world, anna, chloe)
    said = await again(anna, await anna.click(message_of(noted), label="En faire une astuce"))
    assert "aux 2 personnes qui ont aidé" in text_of(said)
    await beats(world)
    assert tips_in(tips) == []


async def test_nothing_said_in_a_private_thread_becomes_a_tip(world: World, place: ChannelHandle) -> None:
    await open_tips(world)
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    await ask_privately(world, anna)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    (thread,) = world.threads.threads
    message = await basile.send(thread, "Zorglub ne paie plus : mets-le en demeure")
    for who in (anna, basile):
        refused = await who.context_menu(thread, world.words("menu-make-tip"), message)
        assert refused.modal is None
        assert "Ce qui se dit dans un fil privé y reste" in text_of(refused)
    assert await world.association.read().value("SELECT count(*) FROM tip_drafts") == 0


async def test_to_have_helped_is_no_way_into_a_private_thread(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    chloe = await member(world, "Chloé")
    await ask_privately(world, anna)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await say_who(world, anna, chloe)
    request = (await newest(world)).id
    await press(world, anna, f"help_requests:reopen:{request}")
    assert (await newest(world)).state is State.OPEN
    assert "déjà noté" in text_of(await press(world, anna, f"help_requests:accept:{request}:{chloe.id}"))
    await press(world, anna, f"help_requests:accept:{request}:{basile.id}")
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {anna.id, basile.id}


async def test_whoever_was_said_to_have_helped_can_lend_a_hand_once_it_is_reopened(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await say_who(world, anna, basile)
    await press(world, anna, "help_requests:reopen:1")
    await beats(world)
    assert (await newest(world)).state is State.OPEN
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    assert (await newest(world)).state is State.UNDER_WAY
    assert f"<@{basile.id}> peut aider" in text_of(thread_of(place).history()[-1])


async def test_an_offer_stays_one_when_its_helper_is_chosen_and_taken_out_again(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    await ask_privately(world, anna)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    noted = await say_who(world, anna, basile)
    request = (await newest(world)).id
    none = await anna.select(message_of(noted), [], custom_id=f"help_requests:who_helped:{request}")
    assert "C’est noté." in text_of(none)
    assert "merci" not in text_of(none)
    db = world.association.read()
    assert await people_store.who_helped(db, request) == []
    assert await people_store.offers(db, request) == [basile.id]


async def test_what_was_not_told_yet_is_taken_back_with_the_tie(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await come_to(world, "2026-01-06 22:00")
    noted = await say_who(world, anna, basile)
    assert len(await ties.of(world.association.read(), basile.id)) == 1
    choose = "help_requests:who_helped:1"
    await anna.select(message_of(noted), [], custom_id=choose)
    db = world.association.read()
    assert await ties.of(db, basile.id) == []
    assert await db.value("SELECT count(*) FROM thanks") == 0
    assert await db.value("SELECT count(*) FROM help_helpers") == 0
    await come_to(world, "2026-01-07 10:00")
    assert inbox(basile) == []
    await anna.select(message_of(noted), [basile], custom_id=choose)
    await beats(world)
    assert letters_of(basile) == [f"<@{anna.id}> te remercie pour ton coup de main : « {QUESTION} »"]
    assert len(await ties.of(db, basile.id)) == 1


async def test_a_thanks_in_ones_own_words_stays(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    noted = await say_who(world, anna, basile)
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison="Sans toi, rien")
    await anna.click(message_of(asked), label="L’envoyer en privé")
    await anna.select(message_of(noted), [], custom_id="help_requests:who_helped:1")
    await beats(world)
    assert any("Sans toi, rien" in letter for letter in letters_of(basile))
    assert len(await ties.of(world.association.read(), basile.id)) == 1


async def test_who_helped_can_be_said_from_ones_own_requests(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await world.organiser.click(card_of(place), label="C’est réglé")
    one = await one_of_mine(world, anna)
    noted = await anna.select(message_of(one), [basile], custom_id="help_requests:who_helped:1")
    assert "Ton merci part en privé" in text_of(noted)
    await beats(world)
    assert len(inbox(basile)) == 1


async def test_the_asker_hears_when_the_team_says_that_it_is_solved_and_can_reopen_it(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna)
    for _ in range(2):
        await press(world, world.organiser, "help_requests:solve:1")
    await beats(world)
    (letter,) = letters_of(anna)
    assert SOLVED_BY_TEAM in letter
    assert QUESTION in letter
    await world.restart()
    assert "de nouveau ouverte" in text_of(await press_letter(anna, "Rouvrir"))
    assert (await newest(world)).state is State.OPEN


async def test_the_asker_hears_nothing_of_what_was_undone_or_is_their_own_doing(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna)
    await come_to(world, "2026-01-06 22:00")
    await press(world, world.organiser, "help_requests:solve:1")
    await press(world, anna, "help_requests:reopen:1")
    await come_to(world, "2026-01-07 10:00")
    assert not any(SOLVED_BY_TEAM in letter for letter in letters_of(anna))
    await press(world, anna, "help_requests:solve:1")
    await beats(world)
    assert not any(SOLVED_BY_TEAM in letter for letter in letters_of(anna))


async def test_a_reason_can_follow_what_worked(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    done = await anna.click(card_of(place), label="C’est réglé")
    form = await anna.click(message_of(done), label="Dire ce qui a marché")
    done = await anna.submit_modal(form, {"worked": "Une facture sans TVA"})
    await anna.select(message_of(done), [basile], custom_id="help_requests:who_helped:1")
    how = await anna.slash(thread_of(place), "merci", membre=basile, raison="Tu m’as évité une nuit blanche")
    await anna.click(message_of(how), label="L’envoyer en privé")
    await beats(world)
    assert any("Tu m’as évité une nuit blanche" in letter for letter in letters_of(basile))


async def test_what_worked_with_a_private_request_is_sent_to_nobody(world: World, place: ChannelHandle) -> None:
    anna, chloe = await member(world, "Anna"), await member(world, "Chloé")
    await ask_privately(world, anna)
    done = await press(world, anna, "help_requests:solve:1")
    form = await anna.click(message_of(done), label="Dire ce qui a marché")
    await anna.submit_modal(form, {"worked": "Mettre Zorglub en demeure"})
    await say_who(world, anna, chloe)
    await beats(world)
    assert "te remercie pour ton coup de main : « Relire une facture »" in text_of(last_letter(chloe))
    assert "Zorglub" not in text_of(last_letter(chloe))
    assert "En faire une astuce" not in buttons_of(await one_of_mine(world, anna))
