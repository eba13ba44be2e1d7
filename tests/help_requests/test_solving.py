""" "C'est réglé": one tap, silent; who helped, what worked and a tip are optional; thanks come from people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from simcord.builders import ChannelHandle

from bot.people import ties
from cogs.help_requests import people_store
from cogs.help_requests.rules import State
from cogs.tips import CHANNEL as TIPS
from tests.help_requests.stage import (
    QUESTION,
    TUESDAY,
    ask,
    card_of,
    days,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    one_of_mine,
    open_channel,
    press_letter,
    thread_of,
)
from tests.help_requests.stage import again as resubmit
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, buttons_of, components_of, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


async def test_one_tap_solves_it_and_rings_nowhere(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    said = len(thread_of(place).history())
    done = await anna.click(card_of(place), label="C’est réglé")
    assert done.ephemeral
    assert "C’est noté, tant mieux. Le reste est facultatif." in text_of(done)
    await beats(world)
    assert "✅ C’est réglé." in text_of(card_of(place))
    assert buttons_of(card_of(place)) == {}
    assert len(thread_of(place).history()) == said
    assert inbox(basile) == []
    assert (await newest(world)).state is State.SOLVED


async def test_an_archived_thread_stays_archived(tmp_path: Path) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=True)
        await come_to(world, TUESDAY)
        anna = await member(world, "Anna")
        await ask(world, anna)
        thread: Any = world.env.backend.channels[thread_of(place).id]
        thread.archived = True
        await press(world, anna, f"help_requests:solve:{(await newest(world)).id}")
        await beats(world)
        assert thread.archived
        assert "✅ C’est réglé." in text_of(card_of(place, forum=True))


async def test_organisers_solve_it_too_and_nobody_else_does(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    refused = await basile.click(card_of(place), label="C’est réglé")
    assert "Seule la personne qui a demandé, ou l’équipe" in text_of(refused)
    done = await world.organiser.click(card_of(place), label="C’est réglé")
    assert text_of(done) == "C’est noté : la demande est réglée."
    assert (await newest(world)).state is State.SOLVED
    request = (await newest(world)).id
    for act in ("who_helped", "what_worked", "make_tip"):
        assert "Seule la personne" in text_of(await press(world, world.organiser, f"help_requests:{act}:{request}"))


async def test_a_solved_request_thanks_its_helpers_once(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    done = await anna.click(card_of(place), label="C’est réglé")
    choose = f"help_requests:who_helped:{(await newest(world)).id}"
    noted = await anna.select(message_of(done), [basile, chloe], custom_id=choose)
    assert "Ton merci part en privé" in text_of(noted)
    await beats(world)
    await anna.select(message_of(noted), [basile], custom_id=choose)
    await anna.select(message_of(noted), [basile, chloe], custom_id=choose)
    await anna.select(message_of(noted), [basile], custom_id=choose)
    await beats(world)
    assert letters_of(basile) == [f"<@{anna.id}> te remercie pour ton coup de main : « {QUESTION} »"]
    assert len(inbox(chloe)) == 1
    assert await ties.of(world.association.read(), chloe.id) == []
    db = world.association.read()
    assert await people_store.who_helped(db, (await newest(world)).id) == [basile.id]
    assert [(tie.member_id, tie.matter) for tie in await ties.of(db, basile.id)] == [(anna.id, "help:1")]


async def test_nobody_helped_themselves_and_strangers_are_not_kept(world: World, place: ChannelHandle) -> None:
    anna, nora = await member(world, "Anna"), world.join("Nora")
    await ask(world, anna)
    done = await anna.click(card_of(place), label="C’est réglé")
    choose = f"help_requests:who_helped:{(await newest(world)).id}"
    assert "On ne se remercie pas soi-même" in text_of(await anna.select(message_of(done), [anna], custom_id=choose))
    assert "pas encore parmi nous" in text_of(await anna.select(message_of(done), [nora], custom_id=choose))
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=nora.id) == 0


async def test_what_worked_stands_on_the_card_and_helps_the_next_one(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    done = await anna.click(card_of(place), label="C’est réglé")
    form = await anna.click(message_of(done), label="Dire ce qui a marché")
    noted = await anna.submit_modal(form, {"worked": "L’autoliquidation : une facture sans TVA"})
    assert "C’est noté sur la demande" in text_of(noted)
    await beats(world)
    assert "**Ce qui a marché** : L’autoliquidation" in text_of(card_of(place))
    found = await ask(world, basile, "Autoliquidation ou TVA sur ma facture ?")
    assert QUESTION in text_of(found)


async def test_a_solved_request_can_become_a_tip(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, details="Un client à Berlin")
    done = await anna.click(card_of(place), label="C’est réglé")
    form = await anna.click(message_of(done), label="En faire une astuce")
    assert form.modal is not None
    assert QUESTION in str(form.modal)
    assert "Un client à Berlin" in str(form.modal)
    await anna.click(message_of(await one_of_mine(world, anna)), label="Rouvrir")
    refused = await press(world, anna, f"help_requests:make_tip:{(await newest(world)).id}")
    assert "Une astuce se fait d’une demande réglée" in text_of(refused)


async def test_the_tip_and_its_request_are_linked_both_ways(world: World, place: ChannelHandle) -> None:
    shelf = world.guild.create_text_channel("astuces")
    await world.env.settle()
    await world.choose({TIPS: shelf.id})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    anna = await member(world, "Anna")
    await ask(world, anna)
    done = await anna.click(card_of(place), label="C’est réglé")
    form = await anna.click(message_of(done), label="En faire une astuce")
    await resubmit(anna, form)
    await beats(world)
    tip = card_of(shelf)
    links = {part.get("url") for part in components_of(card_of(place)) if part.get("url")}
    assert links == {f"https://discord.com/channels/{world.guild.id}/{shelf.id}/{tip.id}"}
    assert any(str(card_of(place).id) in str(part) for part in components_of(tip))


async def test_a_double_tap_changes_nothing(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna)
    request = (await newest(world)).id
    await press(world, anna, f"help_requests:solve:{request}")
    first = await newest(world)
    await beats(world, 60)
    await press(world, anna, f"help_requests:solve:{request}")
    assert await newest(world) == first


async def test_those_who_were_asked_are_let_go(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    await anna.click(card_of(place), label="C’est réglé")
    await beats(world)
    assert text_of(last_letter(basile)) == "> Facturation : une question\nC’est pris, merci."
    late = await press(world, basile, f"help_requests:join:{(await newest(world)).id}")
    assert "Ce n’est plus d’actualité" in text_of(late)


async def test_it_can_be_reopened_and_closed(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    one = await one_of_mine(world, anna)
    closed = await anna.click(message_of(one), label="Plus besoin")
    assert "la demande est fermée" in text_of(closed)
    await beats(world)
    assert "Ce n’est plus d’actualité" in text_of(card_of(place))
    assert list(buttons_of(card_of(place))) == ["Rouvrir"]
    assert "Seule la personne" in text_of(await basile.click(card_of(place), label="Rouvrir"))
    reopened = await anna.click(card_of(place), label="Rouvrir")
    assert "La demande est de nouveau ouverte" in text_of(reopened)
    await beats(world)
    assert list(buttons_of(card_of(place))) == ["Je peux aider", "C’est réglé"]


@pytest.mark.parametrize("label", ["C’est réglé", "Plus besoin", "Toujours ouverte"])
async def test_the_asker_answers_in_the_letter_that_asks(world: World, place: ChannelHandle, label: str) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when="30/3")
    await days(world, 3)
    assert f"Où en est ta demande ? « {QUESTION} »" in letters_of(anna)[0]
    await press_letter(anna, label)
    await beats(world)
    said = text_of(last_letter(anna))
    expected = {
        "C’est réglé": ("C’est noté, tant mieux", State.SOLVED),
        "Plus besoin": ("la demande est fermée", State.CLOSED),
        "Toujours ouverte": ("elle reste ouverte", State.OPEN),
    }
    sentence, state = expected[label]
    assert sentence in said
    assert (await newest(world)).state is state
