"""People leave, come back, or want everything gone, in the middle of a request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.enums import MessageType

from bot.schedule.clock import DAY
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    QUESTION,
    TUESDAY,
    ask,
    ask_privately,
    asked,
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
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


async def leave(world: World, who: MemberActor) -> None:
    """Somebody leaves the server."""
    world.guild.remove_member(who)
    await world.env.settle()
    await beats(world)


async def come_back(world: World, who: MemberActor) -> None:
    """Somebody is here again."""
    world.guild.add_member(who.user)
    await world.env.settle()
    await beats(world)


async def standing(world: World, author: MemberActor) -> str:
    """Every message in every channel, thread and direct conversation but the author's own; Discord's own lines ("a
    thread began") aside."""
    backend, own = world.env.backend, author.user.dm_channel.id
    places = [number for number in backend.channels if number != own]
    messages = [message for number in places for message in backend.messages.get(number, {}).values()]
    said = [[message.content, message.components] for message in messages if message.type != MessageType.THREAD_CREATED]
    return json.dumps(said, default=str, ensure_ascii=False)


@pytest.mark.parametrize("forum", [False, True])
async def test_a_request_is_hidden_while_its_asker_is_away(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=forum)
        await come_to(world, TUESDAY)
        anna, basile = await member(world, "Anna"), await helper(world, "Basile")
        await ask(world, anna, "Facturation : une question", "30/3")
        request = (await newest(world)).id
        await leave(world, anna)
        assert "n’est pas visible pour le moment" in text_of(card_of(place, forum=forum))
        assert "Facturation" not in (thread_of(place).name or "")
        assert text_of(last_letter(basile)) == "Ce n’est plus d’actualité, merci."
        assert "Aucune demande ouverte" in text_of(await basile.slash(world.lounge, "coup-de-main liste"))
        assert "n’est plus d’actualité" in text_of(await press(world, basile, f"help_requests:join:{request}"))
        await days(world, 3)
        assert inbox(anna) == []
        await come_back(world, anna)
        assert "Facturation : une question" in text_of(card_of(place, forum=forum))
        joined = await basile.click(card_of(place, forum=forum), label="Je peux aider")
        assert "La suite se passe ici" in text_of(joined)


async def test_everything_that_an_asker_wrote_goes_with_them(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await ask(world, anna, "Facturation : turlututu public", details="turlututu")
    await ask_privately(world, anna, question="turlututu privé", line="Facturation d’un turlututu")
    await press_letter(basile, "Je ne peux pas")
    await press_letter(chloe, "Je m’en occupe")
    await beats(world)
    assert "turlututu" in await standing(world, anna)
    await world.erase(anna)
    await beats(world)
    assert "turlututu" not in await standing(world, anna)
    for table in ("help_requests", "help_asked", "help_helpers", "publications WHERE kind LIKE 'help%'"):
        assert await world.association.read().value(f"SELECT count(*) FROM {table}") == 0
    assert "n’est plus d’actualité" in text_of(await press(world, basile, "help_requests:join:1"))


async def test_what_is_taken_quotes_the_question_until_its_asker_is_erased(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await ask(world, anna, "Facturation : turlututu public")
    await press_letter(chloe, "Je m’en occupe")
    await beats(world)
    assert "turlututu" in text_of(last_letter(basile))
    await world.erase(anna)
    await beats(world)
    assert text_of(last_letter(basile)) == "Ce n’est plus d’actualité, merci."
    assert "turlututu" not in await standing(world, anna)


async def test_ones_own_letters_say_nothing_any_more_once_one_is_erased(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await ask(world, anna, "Facturation : turlututu public", "30/3")
    await days(world, 7)
    assert any("Toujours ouverte" in buttons_of(letter) for letter in inbox(anna))
    receipt = await world.erase(anna)
    assert "s’efface dans Discord" in text_of(receipt)
    await beats(world)
    assert letters_of(anna)
    assert set(letters_of(anna)) == {"Ce message parlait de ce qui a été effacé."}
    assert not any(buttons_of(letter) for letter in inbox(anna))
    rows = await world.association.read().rows("SELECT reference, member_id FROM outbox")
    assert all(row["member_id"] is None and str(anna.id) not in row["reference"] for row in rows)


async def test_a_private_thread_goes_with_its_asker(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask_privately(world, anna, question="turlututu privé", line="Facturation d’un acompte")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    assert len(world.threads.threads) == 1
    await world.erase(anna)
    await beats(world)
    assert world.threads.threads == []


async def test_words_of_others_in_a_private_thread_stay(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask_privately(world, anna, question="turlututu privé", line="Facturation d’un acompte")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    (thread,) = world.threads.threads
    await basile.send(thread, "Voilà comment je ferais")
    await world.erase(anna)
    await beats(world)
    assert "turlututu" not in await standing(world, anna)
    assert any(message.content == "Voilà comment je ferais" for message in thread.history())


async def test_an_erasure_while_the_thread_is_being_opened_leaves_none(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask_privately(world, anna, question="turlututu privé", line="Facturation d’un acompte")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", status=500, times=5)
    await press_letter(anna, "Accepter")
    await world.erase(anna)
    world.env.backend.faults.clear()
    await days(world, 1)
    assert [thread for thread in world.threads.threads if "turlututu" in str(thread.history())] == []


async def test_a_request_whose_only_helper_left_is_open_again(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await ask(world, anna, "Une question de photo", "30/3")
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    assert (await newest(world)).state is State.UNDER_WAY
    await leave(world, basile)
    assert (await newest(world)).state is State.OPEN
    assert "Quelqu’un s’en occupe" not in text_of(card_of(place))
    await come_back(world, basile)
    assert (await newest(world)).state is State.UNDER_WAY
    await chloe.click(card_of(place), label="Je peux aider")
    await leave(world, basile)
    assert (await newest(world)).state is State.UNDER_WAY


async def test_a_helper_who_is_erased_leaves_the_request_open(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question", "30/3")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await world.erase(basile)
    await beats(world)
    assert (await newest(world)).state is State.OPEN
    assert await asked(world) == set()
    await days(world, 2)  # the search goes on without them
    assert (await newest(world)).state is State.OPEN


async def test_a_helper_who_left_is_asked_nothing(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await leave(world, basile)
    await ask(world, anna, "Facturation : une question")
    assert await asked(world) == set()


async def test_an_offer_of_somebody_who_left_waits_no_more(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask_privately(world, anna, line="Facturation d’un acompte")
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    stale = buttons_of(last_letter(anna))["Accepter"].split("@")[0]
    await leave(world, basile)
    assert text_of(last_letter(anna)) == "Ce n’est plus d’actualité, merci."
    assert "déjà noté" in text_of(await press(world, anna, stale))
    assert world.threads.threads == []
    await come_back(world, basile)
    assert f"<@{basile.id}>" in text_of(last_letter(anna))
    await world.erase(basile)
    await beats(world)
    assert text_of(last_letter(anna)) == "Ce n’est plus d’actualité, merci."


async def test_a_question_refused_for_good_goes_with_its_asker(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : turlututu")
    await press_letter(basile, "Ne plus me proposer")
    assert "turlututu" in text_of(last_letter(basile))
    await world.erase(anna)
    await beats(world)
    assert text_of(last_letter(basile)) == "Ce n’est plus d’actualité, merci."


async def test_a_thanks_goes_with_whoever_gave_or_got_it(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna)
    for who in (basile, chloe):
        await who.click(card_of(place), label="Je peux aider")
        shown = await anna.slash(world.lounge, "merci", membre=who, raison=f"turlututu {who.name}")
        await anna.click(message_of(shown), label="Le dire dans le fil")
    await beats(world)
    assert (await standing(world, anna)).count("turlututu") >= 2
    await leave(world, basile)
    assert "turlututu basile" not in "".join(text_of(message) for message in thread_of(place).history())
    await come_back(world, basile)
    assert "turlututu basile" in "".join(text_of(message) for message in thread_of(place).history())
    await world.erase(basile)
    await beats(world)
    said = "".join(text_of(message) for message in thread_of(place).history())
    assert "turlututu basile" not in said
    assert "turlututu chloé" in said
    assert "turlututu chloé" in "".join(letters_of(chloe))
    await world.erase(anna)
    await beats(world)
    assert "turlututu" not in "".join(letters_of(chloe))
    threads = [thread_of(place)] if place.threads else []
    assert "turlututu" not in "".join(text_of(message) for thread in threads for message in thread.history())


async def test_a_solved_request_is_not_found_while_its_asker_is_away(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await anna.click(card_of(place), label="C’est réglé")
    await leave(world, anna)
    assert "En attendant" not in text_of(await ask(world, basile))
    await come_back(world, anna)
    await world.env.advance_time(DAY)
    assert QUESTION in text_of(await ask(world, basile, "Facturer un acompte, client allemand"))


async def test_a_letter_to_an_erased_person_goes_nowhere(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await come_to(world, "2026-01-06 20:00")
    await ask(world, anna, "Facturation : une question")
    await world.erase(basile)
    await come_to(world, "2026-01-07 08:31")
    assert letters_of(basile) == []


@pytest.mark.parametrize("forum", [False, True])
async def test_whoever_is_erased_is_named_in_no_thread(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=forum)
        await come_to(world, TUESDAY)
        anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
        await ask(world, anna, "Une question de photo", "30/3")
        for who in (basile, chloe):
            await who.click(card_of(place, forum=forum), label="Je peux aider")
        await beats(world)
        await chloe.send(thread_of(place), "Voilà comment je ferais")
        await leave(world, basile)
        assert str(basile.id) not in await standing(world, basile)
        await come_back(world, basile)
        assert str(basile.id) in await standing(world, basile)
        await world.erase(basile)
        await beats(world)
        assert str(basile.id) not in await standing(world, basile)
        assert f"<@{chloe.id}> peut aider" in await standing(world, anna)
        await leave(world, anna)
        assert f"<@{anna.id}>" not in await standing(world, anna)
        await come_back(world, anna)
        await world.erase(anna)
        await beats(world)
        said = await standing(world, anna)
        assert f"<@{anna.id}>" not in said
        assert "Voilà comment je ferais" in said
