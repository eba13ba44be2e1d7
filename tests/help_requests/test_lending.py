"""Who may be asked: they say so, on what, how often, not for a while, no longer."""

from __future__ import annotations

import pytest

from bot.delivery import wishes
from bot.schedule.clock import DAY
from cogs.help_requests import helper_store, people_store, rounds, store
from tests.help_requests.stage import (
    TUESDAY,
    ask,
    asked,
    helper,
    letters_of,
    member,
    newest,
    open_channel,
    press_letter,
)
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, buttons_of, components_of, message_of, text_of


@pytest.fixture
async def open_world(world: World) -> World:
    """A channel for helping hands, on a Tuesday morning."""
    await open_channel(world)
    await come_to(world, TUESDAY)
    return world


async def test_subjects_are_proposed_from_what_somebody_offers(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna", offers="relire un devis, Webflow")
    shown = await anna.slash(world.lounge, "coup-de-main aider")
    assert "On ne te demande rien pour l’instant" in text_of(shown)
    assert "**Sujets** · relire un devis, Webflow" in text_of(shown)
    on = await anna.click(message_of(shown), label="On peut me demander")
    assert "On peut te demander un coup de main, une fois par semaine au plus" in text_of(on)
    found = await helper_store.get(world.association.read(), anna.id)
    assert found is not None
    assert found.subjects == ("relire un devis", "Webflow")


async def test_somebody_without_offers_says_some_subjects_first(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    shown = await anna.slash(world.lounge, "coup-de-main aider")
    form = await anna.click(message_of(shown), label="On peut me demander")
    refused = await anna.submit_modal(form, {"subjects": " ,; "})
    assert "Il manque au moins un sujet" in text_of(refused)
    form = await anna.click(message_of(refused), label="Corriger")
    on = await anna.submit_modal(form, {"subjects": "facturation, Facturation; relire un devis"})
    assert "**Sujets** · facturation, relire un devis" in text_of(on)


async def test_the_confirmation_of_an_introduction_offers_it_once_a_week(open_world: World) -> None:
    world = open_world
    anna = world.join("Anna")
    done = await world.introduce(anna, "Je fais des sites web", offers="facturation")
    label = "On peut me demander un coup de main"
    on = await anna.click(message_of(done), label=label)
    assert "On peut te demander un coup de main, une fois par semaine au plus" in text_of(on)
    again = await world.introduce(anna, "Je fais des sites web et des logos", offers="facturation")
    assert label not in buttons_of(again)
    basile = await member(world, "Basile")
    await ask(world, basile, "Facturation : une question")
    assert await asked(world) == {anna.id}


async def test_nothing_is_offered_where_hands_are_not_asked_for(world: World) -> None:
    anna = world.join("Anna")
    done = await world.introduce(anna, "Je fais des sites web", offers="facturation")
    assert list(buttons_of(done)) == ["Trouver quelqu’un"]


async def test_the_notice_comes_before_anything_is_kept(open_world: World) -> None:
    world = open_world
    nora = world.join("Nora")
    notice = await nora.slash(world.lounge, "coup-de-main aider")
    shown = await nora.click(message_of(notice), label="J’ai lu, on y va")
    assert "On ne te demande rien pour l’instant" in text_of(shown)
    assert await helper_store.get(world.association.read(), nora.id) is None


async def test_how_often_and_a_pause_are_choices(open_world: World) -> None:
    world = open_world
    anna = await helper(world, "Anna")
    shown = await anna.slash(world.lounge, "coup-de-main aider")
    thrice = await anna.select(message_of(shown), ["3"], custom_id="help_requests:lend_often")
    assert "3 fois par semaine au plus" in text_of(thrice)
    assert (await wishes.of(world.association.read(), anna.id)).asks_a_week == 3
    paused = await anna.select(message_of(thrice), ["month"], custom_id="help_requests:lend_pause")
    assert "En pause jusqu’au" in text_of(paused)
    back = await anna.click(message_of(paused), label="Finir la pause")
    assert "En pause" not in text_of(back)
    assert "plus à jour" in text_of(await press(world, anna, "help_requests:lend_pause"))


async def test_whoever_stops_is_asked_no_more_and_keeps_their_subjects(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facturation")
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    off = await basile.click(message_of(shown), label="Ne plus me demander")
    assert "On ne te demande rien pour l’instant" in text_of(off)
    assert "facturation" in text_of(off)
    await ask(world, anna, "Facturation : une question")
    assert inbox(basile) == []
    assert not [c for c in components_of(off) if c.get("type") == 3]


async def test_never_again_in_a_letter_is_undone_by_offering_again(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    await press_letter(basile, "Ne plus me proposer")
    assert "donner un coup de main" in letters_of(basile)[0]
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    assert "On ne te demande rien pour l’instant" in text_of(shown)
    await beats(world, 8 * DAY)
    await ask(world, anna, "Facturation : une deuxième question")
    assert len(inbox(basile)) == 1
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    await basile.click(message_of(shown), label="On peut me demander")
    await ask(world, anna, "Facturation : une troisième question")
    assert len(inbox(basile)) == 2


async def test_the_data_page_names_what_is_kept_of_helping_hands(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    own = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    assert "« Facturation : une question »" in own
    theirs = text_of(await basile.slash(world.lounge, "moi mes-donnees"))
    for said in (
        "D’accord pour donner des coups de main",
        "Un sujet de coup de main : facturation.",
        "Une question posée",
    ):
        assert said in theirs
    assert "help_" not in own + theirs


async def test_a_question_that_waits_is_not_put_to_whoever_said_stop(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await come_to(world, "2026-01-06 20:00")
    await ask(world, anna, "Facturation : une question")
    assert await asked(world) == {basile.id, chloe.id}
    await press(world, basile, "help_requests:lend_off")
    assert await asked(world) == {chloe.id}
    await come_to(world, "2026-01-07 08:31")
    assert inbox(basile) == []
    assert len(inbox(chloe)) == 1


async def test_a_question_that_waits_is_not_put_to_whoever_rests(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await come_to(world, "2026-01-06 20:00")
    await ask(world, anna, "Facturation : une question", "30/3")
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    await basile.select(message_of(shown), ["week"], custom_id="help_requests:lend_pause")
    await come_to(world, "2026-01-07 08:31")
    assert inbox(basile) == []
    for _ in range(8):
        await beats(world, DAY)
    assert len(inbox(basile)) == 1  # it was never said: it can be asked once the pause is over


async def test_a_question_that_is_on_its_way_is_not_said_to_whoever_said_stop(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await come_to(world, "2026-01-06 20:00")
    await ask(world, anna, "Facturation : une question")
    async with world.association.transaction() as db:  # as when the two cross
        await helper_store.stop(db, basile.id)
    await come_to(world, "2026-01-07 08:31")
    assert inbox(basile) == []


async def test_what_a_person_asks_by_name_waits_for_whoever_said_stop(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await member(world, "Chloé")
    await ask(world, anna, "Facturation : une question", "30/3")
    await come_to(world, "2026-01-06 20:00")
    number = (await newest(world)).id
    how = await press_letter(basile, "Je connais quelqu’un")
    assert how is not None
    async with world.association.transaction() as db:
        request = await store.get(db, number)
        assert request is not None
        await people_store.note_asked(db, number, chloe.id, world.clock.now(), named_by=basile.id)
        assert await rounds.send(world.bot.house, world.association, db, request, chloe.id)
    await press(world, chloe, "help_requests:lend_off")
    await come_to(world, "2026-01-07 08:31")
    assert "pensé à toi" in letters_of(chloe)[0]
