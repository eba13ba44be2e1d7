"""Thanks: with a reason, once a person and matter, in the thread or in private; a thanked help is a tie."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.builders import ChannelHandle

from bot.people import ties
from bot.schedule.clock import DAY
from tests.help_requests.stage import (
    TUESDAY,
    ask,
    card_of,
    helper,
    letters_of,
    member,
    newest,
    open_channel,
    press_letter,
    thread_of,
)
from tests.introductions.test_refusals import press, submit_raw
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of

REASON = "Tes trois phrases m’ont évité une semaine d’hésitation"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


@pytest.mark.parametrize("forum", [False, True])
async def test_a_thanked_help_is_shown_in_the_thread_and_ties_the_two(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_channel(world, forum=forum)
        await come_to(world, TUESDAY)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await ask(world, anna)
        await basile.click(card_of(place, forum=forum), label="Je peux aider")
        asked = await anna.slash(world.lounge, "merci", membre=basile, raison=REASON)
        assert f"À <@{basile.id}> : « {REASON} »" in text_of(asked)
        done = await anna.click(message_of(asked), label="Le dire dans le fil")
        assert text_of(done) == "C’est dit."
        await beats(world)
        word = thread_of(place).history()[-1]
        assert text_of(word) == f"🙏 <@{anna.id}> remercie <@{basile.id}> : {REASON}"
        assert f"<@{anna.id}> te remercie : « {REASON} »" in letters_of(basile)[0]
        (tie,) = await ties.of(world.association.read(), basile.id)
        assert (tie.member_id, tie.matter) == (anna.id, f"help:{(await newest(world)).id}")


async def test_it_can_be_said_in_private(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    before = len(thread_of(place).history())
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison=REASON)
    done = await anna.click(message_of(asked), label="L’envoyer en privé")
    assert text_of(done) == "C’est dit, en privé."
    await beats(world)
    assert len(thread_of(place).history()) == before
    assert letters_of(basile) == [f"<@{anna.id}> te remercie : « {REASON} »"]


async def test_without_a_request_it_is_private_and_ties_nobody(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison=REASON)
    assert "Le dire dans le fil" not in buttons_of(asked)
    await anna.click(message_of(asked), label="L’envoyer en privé")
    await beats(world)
    assert letters_of(basile) == [f"<@{anna.id}> te remercie : « {REASON} »"]
    assert await ties.of(world.association.read(), anna.id) == []


async def test_one_thanks_a_person_and_matter(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison=REASON)
    send = buttons_of(asked)["L’envoyer en privé"]
    await anna.click(message_of(asked), label="L’envoyer en privé")
    assert "C’est déjà dit" in text_of(await anna.slash(world.lounge, "merci", membre=basile, raison="Encore merci"))
    assert "C’est déjà fait" in text_of(await press(world, anna, send))
    await beats(world, DAY)
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison="Pour autre chose")
    assert "L’envoyer en privé" in buttons_of(asked)


async def test_a_reason_may_follow_the_thanks_that_came_with_solving(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    done = await anna.click(card_of(place), label="C’est réglé")
    await anna.select(message_of(done), [basile], custom_id=f"help_requests:who_helped:{(await newest(world)).id}")
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison=REASON)
    await anna.click(message_of(asked), label="Le dire dans le fil")
    await beats(world)
    assert sum(REASON in letter for letter in letters_of(basile)) == 1
    again = await anna.slash(thread_of(place), "merci", membre=basile, raison="Encore")
    assert "C’est déjà dit" in text_of(again)


async def test_said_in_a_thread_it_is_for_that_request(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna)
    await basile.click(card_of(place), label="Je peux aider")
    await beats(world)
    asked = await chloe.slash(thread_of(place), "merci", membre=basile, raison="Cela m’a servi aussi")
    await chloe.click(message_of(asked), label="Le dire dans le fil")
    await beats(world)
    assert "Cela m’a servi aussi" in text_of(thread_of(place).history()[-1])


async def test_a_reason_is_required_and_nobody_thanks_themselves(world: World, place: ChannelHandle) -> None:
    anna, basile, nora = await member(world, "Anna"), await member(world, "Basile"), world.join("Nora")
    for raison, membre, said in (
        ("…", basile, "Il manque la raison"),
        (REASON, anna, "On ne se remercie pas soi-même"),
        (REASON, nora, "n’est pas encore parmi nous"),
    ):
        assert said in text_of(await anna.slash(world.lounge, "merci", membre=membre, raison=raison))
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=nora.id) == 0


async def test_the_notice_comes_first_and_the_reason_is_asked_again(world: World, place: ChannelHandle) -> None:
    basile, nora = await member(world, "Basile"), world.join("Nora")
    notice = await nora.slash(world.lounge, "merci", membre=basile, raison=REASON)
    assert REASON in text_of(notice)
    form = await nora.click(message_of(notice), label="J’ai lu, on y va")
    asked = await nora.submit_modal(form, {"reason": REASON})
    await nora.click(message_of(asked), label="L’envoyer en privé")
    await beats(world)
    assert len(inbox(basile)) == 1


async def test_a_forged_thanks_is_refused(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    refused = await submit_raw(world, anna, f"help_requests:thanked:{anna.id}", {"reason": REASON})
    assert "On ne se remercie pas soi-même" in text_of(refused)
    asked = await anna.slash(world.lounge, "merci", membre=basile, raison=REASON)
    send = buttons_of(asked)["L’envoyer en privé"].replace(str(basile.id), str(anna.id))
    assert "On ne se remercie pas soi-même" in text_of(await press(world, anna, send))
    refused = await submit_raw(world, anna, "help_requests:thanked:1", {"reason": "x" * 4000})
    assert "4000" in text_of(refused).replace("\u202f", "").replace(" ", "").replace("\xa0", "")


async def test_thanks_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        place = await open_channel(world)
        await come_to(world, TUESDAY)
        anna, basile = await member(world, "Anna"), await helper(world, "Basile", "invoicing")
        await ask(world, anna, "Invoicing: a question", "Friday")
        await press_letter(basile, "I am on it")
        await beats(world)
        asked = await anna.slash(world.lounge, "merci", membre=basile, raison="It saved my week")
        await anna.click(message_of(asked), label="Say it in the thread")
        await beats(world)
        assert "thanks" in text_of(thread_of(place).history()[-1])
        await beats(world, DAY)
        assert any("thanks you: “It saved my week”" in letter for letter in letters_of(basile))
