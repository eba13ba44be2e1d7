"""A request that nobody answers: its asker is asked, other networks are named, organisers are told, it is set aside."""

from __future__ import annotations

import pytest
from simcord.builders import ChannelHandle

from cogs.help_requests import for_digest
from cogs.help_requests.preferences import NETWORKS, ORGANISERS
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    QUESTION,
    TUESDAY,
    ask,
    ask_privately,
    card_of,
    days,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    open_channel,
    press_letter,
    thread_of,
)
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, close_messages, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of

FAR = "30/3"
"""A day that is not near: what depends on it doesn't come first."""


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning, and a network that may help."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    await list_network(world)
    return opened


async def list_network(world: World) -> None:
    """Organisers list another network."""
    seen = await world.organiser.slash(world.office, "coup-de-main reseaux")
    form = await world.organiser.click(message_of(seen), label="Ajouter")
    words = {"name": "La CMA", "purpose": "Comptabilité de base", "url": "https://www.cma.fr/aide"}
    await world.organiser.submit_modal(form, words)


def told(world: World) -> list[str]:
    """What organisers were told of requests."""
    return [text for message in world.office.history() if "coup de main" in (text := text_of(message))]


async def test_after_72_hours_and_at_10_days_its_asker_is_asked_once(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await days(world, 2)
    assert letters_of(anna) == []
    await days(world, 1)
    assert f"Où en est ta demande ? « {QUESTION} »" in letters_of(anna)[0]
    assert list(buttons_of(last_letter(anna))) == [
        "Toujours ouverte",
        "C’est réglé",
        "Plus besoin",
        "Plus tard",
        "Ne plus me proposer",
    ]
    await press_letter(anna, "Toujours ouverte")
    await days(world, 5)
    still = [letter for letter in letters_of(anna) if "Où en est" in letter]
    assert still == []
    await days(world, 4)
    assert len([letter for letter in letters_of(anna) if "Où en est" in letter]) == 1


async def test_an_answered_request_is_asked_about_at_10_days_alone(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna, by_when=FAR)
    await basile.send(thread_of(place), "Je l’ai fait l’an dernier")
    await days(world, 5)
    assert letters_of(anna) == []
    await days(world, 6)
    assert len([letter for letter in letters_of(anna) if "Où en est" in letter]) == 1


async def test_at_21_days_it_is_set_aside_silently_and_can_be_reopened(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await days(world, 20)
    assert (await newest(world)).state is State.OPEN
    told = len(inbox(anna))
    await days(world, 2)
    assert (await newest(world)).state is State.ASIDE
    assert "💤 Mise de côté" in text_of(card_of(place))
    assert len(inbox(anna)) == told
    await anna.click(card_of(place), label="Rouvrir")
    await beats(world)
    assert (await newest(world)).state is State.OPEN
    await days(world, 4)
    assert (await newest(world)).state is State.OPEN


async def test_organisers_are_told_after_a_week_once_and_not_who_was_asked(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await days(world, 6)
    assert told(world) == []
    await days(world, 3)
    assert told(world) == ["Un coup de main attend encore une réponse.\nVoir la demande"]
    await days(world, 5)
    assert len(told(world)) == 1


async def test_an_answered_request_is_no_matter_for_organisers(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna, by_when=FAR)
    await days(world, 5)
    await basile.send(thread_of(place), "Je peux regarder lundi")
    await days(world, 4)
    assert told(world) == []
    assert (await newest(world)).answered_at is not None


async def test_organisers_can_leave_steps_out(world: World, place: ChannelHandle) -> None:
    seen = await world.organiser.slash(world.office, "coup-de-main reseaux")
    steps = await world.organiser.click(message_of(seen), label="Régler les étapes")
    for step in (ORGANISERS, NETWORKS):
        await world.organiser.select(message_of(steps), ["off"], custom_id=f"help_requests:step:{step.name}")
    assert world.association.preferences[ORGANISERS] == "off"
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await days(world, 9)
    assert told(world) == []
    assert not [letter for letter in letters_of(anna) if "autres réseaux" in letter]


async def test_the_digest_may_speak_of_it_after_three_working_days(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna, by_when=FAR)
    await ask_privately(world, anna)
    await ask(world, anna, "Une autre question, répondue", FAR)
    await basile.click(card_of(place), label="Je peux aider")
    association = world.association

    async def told_of() -> list[str]:
        return [one.question for one in await for_digest(association, association.read(), world.clock.now())]

    await days(world, 2)
    assert await told_of() == []
    await days(world, 1)
    assert await told_of() == [QUESTION]


async def test_when_help_runs_dry_its_asker_hears_of_other_networks_once(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await days(world, 6)
    assert not [letter for letter in letters_of(anna) if "autres réseaux" in letter]
    await days(world, 3)
    (dry,) = [letter for letter in letters_of(anna) if "autres réseaux" in letter]
    assert "pas encore de réponse" in dry
    assert "[La CMA](https://www.cma.fr/aide) · Comptabilité de base" in dry
    await days(world, 5)
    assert len([letter for letter in letters_of(anna) if "autres réseaux" in letter]) == 1


async def test_it_runs_dry_by_the_day_on_which_help_was_needed(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when="jeudi")
    await days(world, 2)
    assert [letter for letter in letters_of(anna) if "autres réseaux" in letter]


async def test_a_private_request_runs_dry_for_its_asker_alone(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask_privately(world, anna, by_when=FAR)
    await days(world, 2)
    assert [letter for letter in letters_of(anna) if "autres réseaux" in letter]
    await days(world, 20)
    assert told(world) == []
    assert (await newest(world)).state is State.ASIDE


async def test_whoever_closed_their_messages_is_asked_at_their_next_visit(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    close_messages(world, anna)
    await ask(world, anna, by_when=FAR)
    await days(world, 4)
    shown = await anna.slash(world.lounge, "coup-de-main liste")
    assert "Où en est ta demande" in text_of(shown)
    answered = await anna.click(message_of(shown), label="Toujours ouverte")
    assert "elle reste ouverte" in text_of(answered)


async def test_a_solved_request_is_asked_about_no_more(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await anna.click(card_of(place), label="C’est réglé")
    await days(world, 12)
    assert letters_of(anna) == []
    assert told(world) == []


async def test_everything_that_waits_survives_a_restart(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await world.restart()
    await days(world, 9)
    await world.restart()
    await days(world, 13)
    assert [letter for letter in letters_of(anna) if "Où en est" in letter]
    assert (await newest(world)).state is State.ASIDE


async def test_a_request_that_never_stood_waits_for_its_channel_and_begins_then(world: World) -> None:
    await come_to(world, TUESDAY)
    anna = await member(world, "Anna")
    await ask(world, anna, by_when=FAR)
    await days(world, 27)
    assert (await newest(world)).state is State.OPEN
    assert letters_of(anna) == []
    place = await open_channel(world)
    await beats(world)
    assert QUESTION in text_of(card_of(place))
    await days(world, 2)
    assert not [letter for letter in letters_of(anna) if "Où en est" in letter]
    await days(world, 2)
    assert (await newest(world)).state is State.OPEN
    assert len([letter for letter in letters_of(anna) if "Où en est" in letter]) == 1
    assert told(world) == []
    await days(world, 6)
    assert len(told(world)) == 1
    await days(world, 12)
    assert (await newest(world)).state is State.ASIDE


async def test_whoever_said_nothing_can_be_asked_again_once_a_request_is_reopened(
    world: World, place: ChannelHandle
) -> None:
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await ask(world, anna, "Facturation : une question", FAR)
    await press_letter(chloe, "Je ne peux pas")
    await press(world, anna, "help_requests:close:1")
    await beats(world)
    await days(world, 8)
    await press(world, anna, "help_requests:reopen:1")
    await days(world, 6)
    assert [len(inbox(who)) for who in (basile, chloe)] == [2, 1]
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    assert (await newest(world)).state is State.UNDER_WAY


async def test_networks_are_named_again_once_a_request_is_reopened(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, by_when="jeudi")
    await days(world, 3)
    await press(world, anna, "help_requests:close:1")
    await press(world, anna, "help_requests:reopen:1")
    await days(world, 4)
    assert len([letter for letter in letters_of(anna) if "autres réseaux" in letter]) == 2


async def test_the_look_after_a_private_request_rests_while_everything_does(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask_privately(world, anna, by_when=FAR)
    await press(world, world.organiser, "organisers:suspend")
    await days(world, 22)
    assert (await newest(world)).state is State.OPEN
    await press(world, world.organiser, "organisers:resume")
    await days(world, 1)
    assert (await newest(world)).state is State.ASIDE
