"""Whoever raised a hand, or shared a mission, goes; messages, threads, or the feature fail."""

from __future__ import annotations

from bot.delivery import letters as delivered
from bot.delivery.letters import State as Went
from bot.storage import features
from bot.storage import preferences as prefs
from bot.storage.preferences import declared
from cogs.opportunities import interest_store
from tests.opportunities.hands import (
    act,
    choose,
    come_back,
    days,
    hand_of,
    leave,
    letters_of,
    raise_hand,
    thread_url,
    threads,
)
from tests.opportunities.stage import WHAT, Stage
from tests.test_letters_story import close_messages, inbox
from tests.world import message_of, text_of


async def test_whoever_goes_is_not_shown_and_whoever_is_back_is(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission, "Un mot")
    await leave(stage, basile)
    assert letters_of(anna) == ["Ce n’est plus d’actualité, merci."]
    assert str(basile.id) not in text_of(await act(stage, anna, "one", mission.id))
    await come_back(stage, basile)
    assert f"<@{basile.id}>" in letters_of(anna)[0]
    assert f"<@{basile.id}>" in text_of(await act(stage, anna, "one", mission.id))


async def test_whoever_is_erased_leaves_nothing_of_their_hand(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission, "Un mot")
    await stage.world.erase(basile)
    await stage.world.beat()
    assert letters_of(anna) == ["Ce n’est plus d’actualité, merci."]
    assert await interest_store.of_mission(stage.world.association.read(), mission.id) == []


async def test_whoever_is_erased_once_they_were_chosen_takes_the_thread_along(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    assert len(threads(stage)) == 1
    await stage.world.erase(basile)
    await stage.world.beat()
    assert threads(stage) == []
    assert (await stage.get(mission.id)).filled_by is None


async def test_an_author_who_goes_hides_the_thread_and_what_was_written_of_them(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    (thread,) = threads(stage)
    await leave(stage, anna)
    assert WHAT not in text_of(thread.history()[0])
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    await come_back(stage, anna)
    assert WHAT in text_of(thread.history()[0])
    assert str(anna.id) in letters_of(basile)[0]


async def test_an_author_who_is_erased_leaves_a_kind_word_that_names_nobody(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await stage.world.erase(anna)
    await stage.world.beat()
    (word,) = letters_of(basile)
    assert "n’est plus d’actualité. Merci de l’avoir fait" in word
    assert WHAT not in word


async def test_a_mission_that_its_author_erases_lets_go_whoever_raised_a_hand(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await act(stage, anna, "forget", mission.id)
    assert "Merci de l’avoir fait" in letters_of(basile)[0]
    assert letters_of(anna) == ["Ce n’est plus d’actualité, merci."]


async def test_without_a_channel_for_threads_the_two_are_told_to_write_to_each_other(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await stage.world.choose({prefs.THREADS_CHANNEL: None})
    await raise_hand(stage, basile, mission)
    hand = await hand_of(stage, basile, mission)
    asked = text_of(await act(stage, anna, "choose", mission.id, hand.id))
    assert "Il n’y a pas de fil privé ici" in asked
    said = text_of(await choose(stage, mission, basile))
    assert f"<@{basile.id}> le saura. Pour en parler, le plus simple est de lui écrire" in said
    assert "fil privé" not in said
    assert "le plus simple est de vous écrire directement" in letters_of(basile)[0]
    await days(stage, 2)
    assert "n’a pas pu s’ouvrir" not in str(letters_of(anna))  # nothing was promised


async def test_a_thread_that_somebody_deleted_leaves_them_writing_to_each_other(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    await stage.world.beat()
    assert "Un fil privé vous attend" in letters_of(basile)[0]
    stage.world.env.backend.delete_channel(threads(stage)[0].id)
    await stage.world.env.settle()
    for change in (leave, come_back):  # what is shown again finds that it is gone
        await change(stage, anna)
    await stage.world.beat()
    assert await thread_url(stage, mission, basile) is None
    assert "le plus simple est de vous écrire directement" in letters_of(basile)[0]


async def test_closed_messages_keep_the_word_for_the_next_use_and_the_list_shows_it_at_once(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, world = await stage.share(anna), stage.world
    close_messages(world, anna)
    await raise_hand(stage, basile, mission, "Un mot")
    held = await delivered.of_member(world.association.read(), anna.id, Went.HELD)
    assert [letter.kind for letter in held] == ["opportunities:raised"]
    assert "Un mot" in text_of(await act(stage, anna, "one", mission.id))


async def test_it_all_goes_on_after_a_restart(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission, "Un mot")
    await stage.world.restart()
    stage = Stage(stage.world, stage.place)
    letter = inbox(anna)[0]
    asked = await anna.user.click(letter, label="Choisir")
    await anna.user.click(message_of(asked), label="Oui, ensemble")
    await stage.world.beat()
    assert (await stage.get(mission.id)).filled_by == basile.id
    assert await thread_url(stage, mission, basile) is not None


async def test_while_the_feature_is_off_a_hand_can_only_be_lowered(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, world = await stage.share(anna), stage.world
    await raise_hand(stage, basile, mission)
    switch = features.declared["opportunities"].preference
    await world.choose({declared[switch.name]: "0"})
    hand = await hand_of(stage, basile, mission)
    for said in (f"chosen:{mission.id}:{hand.id}", "alerts_on", f"still_open:{mission.id}"):
        await stage.press(anna, f"opportunities:{said}")
    assert (await stage.get(mission.id)).open
    assert "C’est retiré" in text_of(await act(stage, basile, "take_back", mission.id))
    await world.choose({declared[switch.name]: "1"})
    assert "c’est transmis" in text_of(await raise_hand(stage, basile, mission))


async def test_while_everything_is_suspended_words_wait(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, world = await stage.share(anna), stage.world
    await world.choose({prefs.SUSPENDED: "1"})
    assert "c’est transmis" in text_of(await raise_hand(stage, basile, mission))
    assert letters_of(anna) == []
    await world.choose({prefs.SUSPENDED: "0"})
    await days(stage)
    assert len(letters_of(anna)) == 1
