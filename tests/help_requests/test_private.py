"""A private request: its asker decides who reads it; the others know a subject and a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor

from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    TUESDAY,
    ask_privately,
    asked,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    one_of_mine,
    open_channel,
    people_in,
    press_letter,
)
from tests.help_requests.stage import again as resubmit
from tests.introductions.test_refusals import press, submit_raw
from tests.test_letters_story import beats, close_messages, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of

UNPAID = "Mon client ne paie plus"


@pytest.fixture
async def open_world(world: World) -> World:
    """A channel for helping hands, on a Tuesday morning."""
    await open_channel(world)
    await come_to(world, TUESDAY)
    return world


async def _asks(world: World, *names: str) -> tuple[MemberActor, ...]:
    """Anna asks in private, the others may be asked."""
    anna = await member(world, "Anna", where="Mayenne")
    helpers = [await helper(world, name, "facture, relire un courrier") for name in names]
    done = await ask_privately(world, anna)
    assert "C’est parti" in text_of(done)
    return anna, *helpers


async def test_what_others_will_read_is_shown_before_anything_is_sent(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    form = await anna.slash(world.lounge, "coup-de-main demander", prive=True)
    words = {"question": UNPAID, "by_when": "demain", "line": "Relire une facture", "details": "Depuis mars"}
    preview = await anna.submit_modal(form, words)
    said = text_of(preview)
    assert (
        "Visible par toi, par les personnes que tu acceptes et, Discord le veut ainsi, par celles qui gèrent les fils."
        in said
    )
    assert "**Sans sujet** · Relire une facture" in said
    draft = next(act for act in buttons_of(preview).values() if "help_requests:send" in act).rpartition(":")[2]
    chosen = await anna.select(message_of(preview), ["tarifs"], custom_id=f"help_requests:private_category:{draft}")
    assert "**Tarifs** · Relire une facture" in text_of(chosen)
    edited = await anna.click(message_of(chosen), label="Modifier")
    assert edited.modal is not None
    assert edited.modal["components"][1]["component"]["value"] == "07/01/2026"
    preview = await resubmit(anna, edited, line="Relire un devis et une facture")
    assert "**Tarifs** · Relire un devis" in text_of(preview)
    assert letters_of(basile) == []
    left = await anna.click(message_of(preview), label="Pas maintenant")
    assert "Le brouillon est gardé un jour" in text_of(left)
    again = await anna.slash(world.lounge, "coup-de-main demander", prive=True)
    assert again.modal is not None
    assert again.modal["components"][0]["component"]["value"] == UNPAID


async def test_the_people_asked_read_the_subject_and_the_line_alone(open_world: World) -> None:
    world = open_world
    anna, basile = await _asks(world, "Basile")
    (letter,) = letters_of(basile)
    assert "Quelqu’un demande un coup de main, en privé" in letter
    assert "Relire une facture" in letter
    assert "tu as indiqué « facture »" in letter
    assert "Voir la demande" not in letter
    for secret in (UNPAID, str(anna.id), "9 janvier", "Mayenne"):
        assert secret not in letter


async def test_the_asker_approves_before_a_thread_opens(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await _asks(world, "Basile", "Chloé")
    assert world.threads.threads == []
    await press_letter(basile, "Je m’en occupe")
    assert "Si la personne le souhaite, un fil privé s’ouvrira" in text_of(last_letter(basile))
    await beats(world)
    assert world.threads.threads == []
    assert f"<@{basile.id}> propose son aide : « {UNPAID} »" in text_of(last_letter(anna))
    assert "demande un coup de main" in text_of(last_letter(chloe))  # not taken yet
    accepted = await press_letter(anna, "Accepter")
    assert "un fil privé s’ouvre" in text_of(accepted)
    await beats(world)
    (thread,) = world.threads.threads
    assert thread.name == "Un coup de main, en privé"
    assert await people_in(world, thread) == {anna.id, basile.id}
    (first,) = [message for message in thread.history() if message.components]
    assert UNPAID in text_of(first)
    assert text_of(last_letter(chloe)) == "C’est pris, merci."
    assert (await newest(world)).state is State.UNDER_WAY
    assert "déjà noté" in text_of(await press_letter(anna, "Accepter"))


async def test_a_refused_offer_is_heard_by_nobody(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await _asks(world, "Basile", "Chloé")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    before = (letters_of(basile), letters_of(chloe))
    refused = await press_letter(anna, "Pas cette fois")
    assert "Cela reste entre nous" in text_of(refused)
    await beats(world)
    assert (letters_of(basile), letters_of(chloe)) == before
    assert world.threads.threads == []
    assert (await newest(world)).state is State.OPEN
    await press_letter(chloe, "Je m’en occupe")
    await beats(world, DAY)
    await press_letter(anna, "Accepter")
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {anna.id, chloe.id}


async def test_offers_can_be_answered_from_ones_own_requests_when_messages_are_closed(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await _asks(world, "Basile", "Chloé")
    close_messages(world, anna)
    for who in (basile, chloe):
        await press_letter(who, "Je m’en occupe")
    await beats(world)
    one = await one_of_mine(world, anna)
    shown = one.response
    assert shown is not None
    assert text_of(shown).count("propose son aide") == 2
    request = (await newest(world)).id
    for who in (basile, chloe):
        await press(world, anna, f"help_requests:accept:{request}:{who.id}")
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {anna.id, basile.id, chloe.id}


async def test_everything_goes_on_after_a_restart(open_world: World) -> None:
    world = open_world
    anna, basile = await _asks(world, "Basile")
    await world.restart()
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await world.restart()
    await press_letter(anna, "Accepter")
    await beats(world)
    (thread,) = world.threads.threads
    await world.restart()
    (first,) = [message for message in thread.history() if message.components]
    done = await anna.click(first, label="C’est réglé")
    assert "C’est noté, tant mieux" in text_of(done)
    assert "En faire une astuce" not in buttons_of(done)
    await beats(world)
    (first,) = [message for message in thread.history() if message.components]
    assert "C’est réglé." in text_of(first)
    assert buttons_of(first) == {}


async def test_only_its_asker_decides(open_world: World) -> None:
    world = open_world
    _, basile, chloe = await _asks(world, "Basile", "Chloé")
    await press_letter(basile, "Je m’en occupe")
    request = (await newest(world)).id
    for act in (f"accept:{request}:{basile.id}", f"not_this_time:{request}:{basile.id}", f"solve:{request}"):
        for who in (chloe, world.organiser):
            said = text_of(await press(world, who, f"help_requests:{act}"))
            assert "Seule la personne qui a demandé" in said
    for act in (f"join:{request}", f"join:{request + 1}"):
        assert "Ce n’est plus d’actualité" in text_of(await press(world, chloe, f"help_requests:{act}"))


async def test_a_private_request_needs_a_channel_for_private_threads(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    await world.choose({prefs.THREADS_CHANNEL: None})
    refused = await anna.slash(world.lounge, "coup-de-main demander", prive=True)
    assert "salon pour les fils privés" in text_of(refused)
    assert "Demander un coup de main" in buttons_of(refused)


async def test_a_thread_that_cannot_open_is_told_to_its_asker(open_world: World) -> None:
    world = open_world
    anna, basile = await _asks(world, "Basile")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", status=404, code=10003, times=None)
    await press_letter(anna, "Accepter")
    await beats(world)
    await beats(world, DAY)
    assert "Le fil privé n’a pas pu s’ouvrir" in text_of(last_letter(anna))
    assert str(basile.id) in text_of(last_letter(anna))


async def test_a_thread_that_somebody_deleted_is_opened_again_for_the_next_one(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await _asks(world, "Basile", "Chloé")
    for who in (basile, chloe):
        await press_letter(who, "Je m’en occupe")
    await beats(world)
    request = (await newest(world)).id
    await press(world, anna, f"help_requests:accept:{request}:{basile.id}")
    await beats(world)
    (thread,) = world.threads.threads
    await world.bot.http.delete_channel(thread.id)
    await world.env.settle()
    told = len(world.office.history())
    await press(world, anna, f"help_requests:accept:{request}:{chloe.id}")
    await beats(world)
    (other,) = world.threads.threads
    assert other.id != thread.id
    assert await people_in(world, other) == {anna.id, basile.id, chloe.id}
    assert len(world.office.history()) == told  # nobody else hears of it


async def test_a_thread_that_could_not_open_is_tried_again_for_the_next_one(open_world: World) -> None:
    world = open_world
    anna, basile, chloe = await _asks(world, "Basile", "Chloé")
    for who in (basile, chloe):
        await press_letter(who, "Je m’en occupe")
    request = (await newest(world)).id
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", status=404, code=10003, times=1)
    for who in (basile, chloe):
        await press(world, anna, f"help_requests:accept:{request}:{who.id}")
        await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {anna.id, basile.id, chloe.id}


async def test_thanks_for_a_private_help_stay_private(open_world: World) -> None:
    world = open_world
    anna, basile = await _asks(world, "Basile")
    chloe = await member(world, "Chloé")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    (thread,) = world.threads.threads
    asked_how = await anna.slash(thread, "merci", membre=basile, raison="Tout est réglé grâce à toi")
    assert "Le dire dans le fil" not in buttons_of(asked_how)
    (first,) = [message for message in thread.history() if message.components]
    done = await anna.click(first, label="C’est réglé")
    choose = f"help_requests:who_helped:{(await newest(world)).id}"
    await anna.select(message_of(done), [chloe], custom_id=choose)  # who never read the question
    await beats(world)
    assert letters_of(chloe) == [f"<@{anna.id}> te remercie pour ton coup de main : « Relire une facture »"]


async def test_the_form_of_the_other_kind_changes_nothing(open_world: World) -> None:
    world = open_world
    anna, _ = await _asks(world, "Basile")
    before = await newest(world)
    fields = {"question": "Une autre", "by_when": "demain", "details": ""}
    refused = await submit_raw(world, anna, f"help_requests:asked:{before.id}", fields)
    assert "plus à jour" in text_of(refused)
    assert "plus à jour" in text_of(await press(world, anna, f"help_requests:publish_again:{before.id}"))
    assert await newest(world) == before


async def test_the_same_answer_is_given_whether_anybody_could_be_asked_or_not(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    done = await ask_privately(world, anna)
    assert await asked(world) == set()
    await helper(world, "Basile", "facture")
    other = await ask_privately(world, anna, question="Une autre question")
    assert await asked(world) != set()
    assert text_of(done) == text_of(other)


async def test_the_words_of_a_private_request_can_be_changed(open_world: World) -> None:
    world = open_world
    anna, basile = await _asks(world, "Basile")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    form = await anna.click(message_of(await one_of_mine(world, anna)), label="Modifier")
    done = await resubmit(anna, form, question="Mon client paie en retard")
    assert "C’est à jour" in text_of(done)
    await beats(world)
    (thread,) = world.threads.threads
    (first,) = [message for message in thread.history() if message.components]
    assert "Mon client paie en retard" in text_of(first)


async def test_a_private_request_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        await come_to(world, TUESDAY)
        anna, basile = await member(world, "Anna"), await helper(world, "Basile", "invoice")
        form = await anna.slash(world.lounge, "coup-de-main demander", prive=True)
        words = {"question": "My client no longer pays", "by_when": "Friday", "line": "Reading over an invoice"}
        preview = await anna.submit_modal(form, words)
        assert "to those who manage threads" in text_of(preview)
        await anna.click(message_of(preview), label="Send")
        await beats(world)
        assert "Somebody is asking for a hand, in private" in letters_of(basile)[0]
        await press_letter(basile, "I am on it")
        await beats(world)
        await press_letter(anna, "Accept")
        await beats(world)
        (thread,) = world.threads.threads
        assert thread.name == "A helping hand, in private"
        assert len(inbox(basile)) == 1
