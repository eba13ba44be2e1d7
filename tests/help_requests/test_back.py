"""What an asker or giver comes back to: their words stand again where they stood, and only there."""

from __future__ import annotations

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.people import lifecycle
from tests.help_requests.stage import (
    TUESDAY,
    ask,
    ask_privately,
    card_of,
    days,
    helper,
    last_letter,
    member,
    open_channel,
    press_letter,
    thread_of,
)
from tests.help_requests.test_leaks import keep_apart
from tests.help_requests.test_people_go import come_back, leave
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, come_to
from tests.world import World, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The channel for requests, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


def first_of(thread: ChannelHandle) -> discord.Message:
    """The bot's first words in a thread."""
    return next(message for message in thread.history() if message.components)


async def test_a_private_thread_says_its_words_again(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    await ask_privately(world, anna)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    (thread,) = world.threads.threads
    words = text_of(first_of(thread))
    await leave(world, anna)
    assert text_of(first_of(thread)) != words
    await come_back(world, anna)
    assert text_of(first_of(thread)) == words


async def test_thanks_are_shown_again(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    how = await anna.slash(thread_of(place), "merci", membre=basile, raison="Parfait conseil")
    await anna.click(message_of(how), label="Le dire dans le fil")
    await beats(world)
    thread = thread_of(place)
    assert any("Parfait conseil" in text_of(message) for message in thread.history())
    await leave(world, anna)
    assert not any("Parfait conseil" in text_of(message) for message in thread.history())
    await come_back(world, anna)
    assert any("Parfait conseil" in text_of(message) for message in thread.history())


async def deleted(world: World, place: ChannelHandle) -> None:
    """Organisers delete the newest card."""
    world.env.backend.delete_message(place.id, card_of(place).id)
    await world.env.settle()


def shown(place: ChannelHandle, words: str) -> int:
    """How many messages of the channel say this."""
    return sum(words in text_of(message) for message in place.history())


async def test_a_card_that_organisers_deleted_does_not_come_back_with_its_asker(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, "Une insulte", "30/3")
    await deleted(world, place)
    await leave(world, anna)
    await come_back(world, anna)
    await leave(world, anna)
    await come_back(world, anna)
    assert shown(place, "Une insulte") == 0


async def test_a_card_that_organisers_deleted_does_not_come_back_when_weeks_have_passed(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, "Une insulte", "30/3")
    await deleted(world, place)
    await days(world, 23)
    assert shown(place, "Une insulte") == 0


async def test_nobody_took_what_was_closed(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question", "30/3")
    await press(world, anna, "help_requests:close:1")
    await beats(world)
    assert text_of(last_letter(basile)) == "Ce n’est plus d’actualité, merci."


async def test_nobody_took_what_was_withdrawn(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question", "30/3")
    await press(world, anna, "help_requests:withdraw:1")
    await beats(world)
    assert text_of(last_letter(basile)) == "Ce n’est plus d’actualité, merci."


async def test_an_export_does_not_tell_whether_anybody_could_be_asked(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    await keep_apart(world, basile, anna)
    await ask_privately(world, anna)
    await helper(world, "Chloé", "facture")
    await ask_privately(world, anna, question="Une autre question")
    rows = (await lifecycle.export(world.association.read(), anna.id))["help_requests"]
    told = [row.keys() for row in rows]
    assert len(told) == 2
    assert all("round" not in names for names in told)
