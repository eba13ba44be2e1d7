"""Two people who are to be kept apart since: what waited is not said, and nobody can tell why."""

from __future__ import annotations

import pytest
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY
from cogs.help_requests import people_store
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    TUESDAY,
    ask,
    ask_privately,
    card_of,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    open_channel,
    people_in,
    press_letter,
    thread_of,
)
from tests.help_requests.test_leaks import keep_apart
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, message_of, text_of

EVENING = "2026-01-06 20:00"
MORNING = "2026-01-07 08:31"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


async def test_whoever_is_kept_apart_since_reads_the_same_and_nobody_meets_them(
    world: World, place: ChannelHandle
) -> None:
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await ask(world, anna, "Facturation : une question", "30/3")
    await keep_apart(world, anna, basile)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    assert "Merci, c’est noté. La suite se passe ici" in text_of(last_letter(basile))
    assert basile.id not in await people_in(world, thread_of(place))
    assert not any("peut aider" in text_of(message) for message in thread_of(place).history())
    assert (await newest(world)).state is State.OPEN
    await press_letter(chloe, "Je m’en occupe")
    await beats(world)
    assert text_of(thread_of(place).history()[-1]).startswith(f"<@{chloe.id}> peut aider.")
    assert await people_store.helpers(world.association.read(), (await newest(world)).id) == [chloe.id]


async def test_the_card_answers_the_same_to_whoever_is_kept_apart(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna)
    await keep_apart(world, anna, basile)
    kept = [text_of(await basile.click(card_of(place), label="Je peux aider")) for _ in range(2)]
    await beats(world)
    said = [text_of(await chloe.click(card_of(place), label="Je peux aider")) for _ in range(2)]
    assert kept == said
    await beats(world)
    assert basile.id not in await people_in(world, thread_of(place))
    assert len([message for message in thread_of(place).history() if "peut aider" in text_of(message)]) == 1


async def test_an_offer_that_waits_is_not_told_once_the_two_are_kept_apart(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    await ask_privately(world, anna)
    await come_to(world, EVENING)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    assert inbox(anna) == []
    await keep_apart(world, basile, anna)
    await come_to(world, MORNING)
    await beats(world, DAY)
    assert str(basile.id) not in "\n".join(letters_of(anna))


async def test_a_thanks_that_waits_is_not_told_once_the_two_are_kept_apart(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna)
    await come_to(world, EVENING)
    for who in (basile, chloe):
        how = await anna.slash(world.lounge, "merci", membre=who, raison="Parfait conseil")
        await anna.click(message_of(how), label="L’envoyer en privé")
    assert (inbox(basile), inbox(chloe)) == ([], [])
    await keep_apart(world, basile, anna)
    await come_to(world, MORNING)
    assert inbox(basile) == []
    assert "Parfait conseil" in letters_of(chloe)[0]
