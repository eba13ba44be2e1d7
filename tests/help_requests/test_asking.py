"""Somebody asks for a hand before everybody: published first, then what may help meanwhile; nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY, HOUR
from cogs.help_requests import CHANNEL
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    QUESTION,
    TUESDAY,
    ask,
    card_of,
    member,
    newest,
    one_of_mine,
    open_channel,
    people_in,
    thread_of,
)
from tests.help_requests.stage import again as resubmit
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of


@pytest.mark.parametrize("forum", [False, True])
async def test_a_question_and_a_day_are_enough(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=forum)
        await come_to(world, TUESDAY)
        anna = await member(world, "Anna")
        done = await ask(world, anna)
        assert "C’est publié" in text_of(done)
        card = card_of(place, forum=forum)
        assert QUESTION in text_of(card)
        assert "pour le 9 janvier 2026" in text_of(card)
        assert list(buttons_of(card)) == ["Je peux aider", "C’est réglé"]
        thread = thread_of(place)
        assert thread.name == QUESTION
        assert anna.id in await people_in(world, thread)  # she hears of what is said there
        assert inbox(anna) == []  # she saw it appear


async def test_the_panel_offers_to_ask_and_the_notice_comes_first(world: World) -> None:
    place = await open_channel(world)
    anna = world.join("Anna")
    panel = card_of(place)
    assert list(buttons_of(panel)) == ["Demander un coup de main", "Demander en privé", "Proposer mon aide"]
    notice = await anna.click(panel, label="Demander un coup de main")
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")
    assert form.modal is not None
    done = await anna.submit_modal(form, {"question": QUESTION, "by_when": "demain"})
    assert "C’est publié" in text_of(done)
    assert (await newest(world)).state is State.OPEN


async def test_the_day_can_be_changed_from_the_answer(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    done = await ask(world, anna, by_when="la semaine prochaine")
    assert "16 janvier 2026" in text_of(card_of(place))
    form = await anna.click(message_of(done), label="Modifier")
    await resubmit(anna, form, by_when="fin du mois")
    await beats(world)
    assert "31 janvier 2026" in text_of(card_of(place))


async def test_a_forum_post_carries_its_state_as_a_tag(tmp_path: Path) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=True)
        await come_to(world, TUESDAY)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await ask(world, anna)
        assert _tags(world, place) == ["Ouverte"]
        await basile.click(card_of(place, forum=True), label="Je peux aider")
        await beats(world)
        assert _tags(world, place) == ["En cours"]
        await anna.click(card_of(place, forum=True), label="C’est réglé")
        await beats(world)
        assert _tags(world, place) == ["Réglée"]


async def test_a_day_that_is_not_understood_is_refused_and_the_rest_is_kept(world: World) -> None:
    await open_channel(world)
    anna = await member(world, "Anna")
    form = await anna.slash(world.lounge, "coup-de-main demander")
    refused = await anna.submit_modal(form, {"question": QUESTION, "by_when": "bientôt", "details": "Un contexte"})
    assert "Je n’ai pas compris « bientôt »" in text_of(refused)
    again = await anna.click(message_of(refused), label="Corriger")
    assert again.modal is not None
    values = {field["component"]["custom_id"]: field["component"].get("value") for field in again.modal["components"]}
    assert values == {"question": QUESTION, "by_when": "bientôt", "details": "Un contexte"}
    done = await resubmit(anna, again, by_when="12/1")
    assert "C’est publié" in text_of(done)


async def test_its_subject_is_chosen_afterwards_and_shown(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    done = await ask(world, anna)
    act = f"help_requests:categorise:{(await newest(world)).id}"
    said = await anna.select(message_of(done), ["tarifs"], custom_id=act)
    assert "C’est rangé sous « Tarifs »" in text_of(said)
    assert "Tarifs" in text_of(card_of(place))
    forged = await press(world, basile, f"help_requests:edit:{(await newest(world)).id}")
    assert "Seule la personne" in text_of(forged)


async def test_solved_requests_that_fit_are_shown_meanwhile_and_others_are_not(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await anna.click(card_of(place), label="C’est réglé")
    await ask(world, anna, "Quel logiciel de visioconférence choisir ?")
    done = await ask(world, basile, "Facturer un acompte en Allemagne : client allemand, quelle TVA ?")
    assert "En attendant, ceci peut aider." in text_of(done)
    assert QUESTION in text_of(done)
    assert "visioconférence" not in text_of(done)
    done = await ask(world, basile, "Qui connaît un bureau à partager à Laval ?")
    assert "En attendant" not in text_of(done)


async def test_without_a_channel_it_is_kept_and_published_once_there_is_one(world: World) -> None:
    anna = await member(world, "Anna")
    done = await ask(world, anna, by_when="12/1/2026")
    assert "quand l’équipe aura choisi un salon" in text_of(done)
    place = await open_channel(world)
    await beats(world)
    assert QUESTION in text_of(card_of(place))
    assert len([message for message in place.history() if QUESTION in text_of(message)]) == 1


async def test_it_is_never_lost_when_discord_does_not_answer(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    world.env.inject_error("POST", f"/channels/{place.id}/messages", status=500, times=5)
    done = await ask(world, anna)
    assert "paraîtra dès que Discord le permettra" in text_of(done)
    world.env.backend.faults.clear()
    await beats(world, HOUR)
    await beats(world, HOUR)
    assert len([message for message in place.history() if QUESTION in text_of(message)]) == 1


async def test_what_could_not_be_published_is_published_again_by_its_asker_once(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    world.env.inject_error("POST", f"/channels/{place.id}/messages", status=500, times=None)
    await ask(world, anna, by_when="30/3")
    for _ in range(23):  # it is tried for hours, and given up at night: the word about it waits for the morning
        await world.later(HOUR)
    assert any("n’a pas pu paraître" in text_of(message) for message in inbox(anna))
    world.env.backend.faults.clear()
    one = await one_of_mine(world, anna)
    done = await anna.click(message_of(one), label="Publier à nouveau")
    assert "C’est publié" in text_of(done)
    await beats(world, HOUR)
    assert len([message for message in place.history() if QUESTION in text_of(message)]) == 1


async def test_the_same_form_sent_twice_is_one_request(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    await ask(world, anna)
    await ask(world, anna)
    assert len([message for message in place.history() if QUESTION in text_of(message)]) == 1
    await world.later(DAY)
    await ask(world, anna)
    assert len([message for message in place.history() if QUESTION in text_of(message)]) == 2


async def test_other_words_keep_the_card_and_the_conversation(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    await ask(world, anna)
    card, thread = card_of(place).id, thread_of(place).id
    form = await anna.click(message_of(await one_of_mine(world, anna)), label="Modifier")
    assert form.modal is not None
    assert form.modal["components"][1]["component"]["value"] == "09/01/2026"
    done = await resubmit(anna, form, question="Comment facturer un acompte à un client suisse ?")
    assert "C’est à jour" in text_of(done)
    await beats(world)
    assert card_of(place).id == card
    assert thread_of(place).id == thread
    assert "suisse" in text_of(card_of(place))
    assert "suisse" in (thread_of(place).name or "")


async def test_a_deleted_card_is_posted_anew_when_its_asker_changes_it(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    await ask(world, anna)
    await world.organiser.delete(card_of(place))
    request = await newest(world)
    form = await anna.click(message_of(await one_of_mine(world, anna)), label="Modifier")
    await resubmit(anna, form, details="Un client à Berlin")
    await beats(world)
    assert "Un client à Berlin" in text_of(card_of(place))
    assert (await newest(world)).id == request.id


async def test_a_deleted_forum_post_comes_back_only_when_its_asker_changes_it(tmp_path: Path) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=True)
        await come_to(world, TUESDAY)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await ask(world, anna)
        await world.bot.http.delete_channel(thread_of(place).id)
        await world.env.settle()
        seen = await basile.slash(world.lounge, "coup-de-main liste")
        await basile.click(message_of(seen), label="Je peux aider")
        await beats(world)
        assert len(place.threads) == 1  # where one begins
        form = await anna.click(message_of(await one_of_mine(world, anna)), label="Modifier")
        await resubmit(anna, form, details="Un client à Berlin")
        await beats(world)
        assert QUESTION in text_of(card_of(place, forum=True))


async def test_everything_is_found_again_after_a_restart(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    form = await anna.slash(world.lounge, "coup-de-main demander")
    await world.restart()
    await anna.submit_modal(form, {"question": QUESTION, "by_when": "vendredi"})
    await beats(world)
    await world.restart()
    joined = await basile.click(card_of(place), label="Je peux aider")
    assert "La suite se passe ici" in text_of(joined)
    await world.restart()
    done = await anna.click(card_of(place), label="C’est réglé")
    assert "C’est noté, tant mieux" in text_of(done)


async def test_an_emptied_list_and_ones_own_requests_can_be_seen(world: World) -> None:
    await open_channel(world)
    await come_to(world, TUESDAY)
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    assert "Aucune demande ouverte" in text_of(await anna.slash(world.lounge, "coup-de-main liste"))
    assert "Aucune demande pour l’instant" in text_of(await anna.slash(world.lounge, "coup-de-main mes-demandes"))
    await ask(world, anna)
    seen = await basile.slash(world.lounge, "coup-de-main liste")
    assert QUESTION in text_of(seen)
    own = await anna.slash(world.lounge, "coup-de-main liste")
    assert "Je peux aider" not in buttons_of(own)
    none = await basile.select(message_of(seen), ["outils"], custom_id="help_requests:list_subject")
    assert "Aucune demande ouverte sur Outils" in text_of(none) or "Outils" in text_of(none)
    every = await basile.select(message_of(none), ["all"], custom_id="help_requests:list_subject")
    joined = await basile.click(message_of(every), label="Je peux aider")
    assert "La suite se passe ici" in text_of(joined)
    assert "en cours" in text_of(await anna.slash(world.lounge, "coup-de-main mes-demandes"))


async def test_withdrawing_takes_the_card_away(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    await ask(world, anna)
    one = await one_of_mine(world, anna)
    asked = await anna.click(message_of(one), label="Retirer")
    done = await anna.click(message_of(asked), label="Retirer")
    assert "C’est retiré" in text_of(done)
    await beats(world)
    assert not [message for message in place.history() if QUESTION in text_of(message)]
    assert await world.association.read().value("SELECT count(*) FROM help_requests") == 0


@pytest.mark.parametrize("forum", [False, True])
async def test_the_whole_story_of_a_request_in_english(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, language="en") as world:
        place = await open_channel(world, forum=forum)
        await come_to(world, TUESDAY)
        anna = await member(world, "Anna", "I build websites")
        basile = await member(world, "Basile", "I do accounting")
        done = await ask(world, anna, "How do I invoice a German client?", "Friday")
        assert "It is published" in text_of(done)
        card = card_of(place, forum=forum)
        assert "by 9 January 2026" in text_of(card)
        joined = await basile.click(card, label="I can help")
        assert "It goes on here" in text_of(joined)
        await beats(world)
        assert "Somebody is on it" in text_of(card_of(place, forum=forum))
        solved = await anna.click(card_of(place, forum=forum), label="It is solved")
        assert "Noted, good to hear" in text_of(solved)
        assert "Who helped?" in text_of(solved)
        await beats(world)
        assert "Solved." in text_of(card_of(place, forum=forum))
        assert list(buttons_of(card_of(place, forum=forum))) == []


async def test_hostile_text_is_shown_harmless(world: World) -> None:
    place = await open_channel(world)
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    hostile = "@everyone **gras** [lien](https://x.fr) <@1> `code` \u202eenvers"
    await ask(world, anna, hostile, details="> # titre @here ||caché||")
    text = text_of(card_of(place))
    assert "@everyone" not in text
    assert "@here" not in text
    assert "\\*\\*gras" in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    "forged",
    [
        "help_requests:join:1",
        "help_requests:solve:99999999999999999999",
        "help_requests:take:1",
        "help_requests:name:1",
        "help_requests:accept:1:2",
        "help_requests:categorise:1",
        "help_requests:reopen:1",
        "help_requests:withdraw:1",
        "help_requests:who_helped:1",
        "help_requests:lend_often",
        "help_requests:mine_one",
        "help_requests:step:help-channel",
        "help_requests:send:1",
        "help_requests:thank_shown:1:2",
        "help_requests:network_remove:1",
    ],
)
async def test_a_forged_press_gets_a_short_private_answer(world: World, forged: str) -> None:
    await open_channel(world)
    anna = await member(world, "Anna")
    answer = await press(world, anna, forged)
    assert answer.ephemeral
    assert len(text_of(answer)) < 200


def test_the_channel_is_optional_and_may_be_a_forum() -> None:
    assert CHANNEL.default is None
    assert CHANNEL.forum


def _tags(world: World, place: ChannelHandle) -> list[str]:
    """The tags of the newest post."""
    thread = world.env.backend.channels[thread_of(place).id]
    forum = world.env.backend.channels[thread.parent_id or 0]
    names = {int(tag["id"]): str(tag["name"]) for tag in forum.available_tags}
    return [names[int(tag)] for tag in thread.applied_tags]
