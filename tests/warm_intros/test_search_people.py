"""Searches while people leave, rest, are erased, keep apart, close their messages; and while the bot rests."""

from __future__ import annotations

from typing import Literal

import pytest
from simcord.actors import MemberActor

from bot.people import members
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from bot.storage.features import declared
from cogs.warm_intros.rules import Answer, IntroState, SearchState
from tests.pressing import Pressing
from tests.test_letters_story import close_messages, inbox
from tests.warm_intros.search_stage import (
    WHO,
    WHY,
    asked,
    days,
    folk,
    intros,
    keep_apart,
    letters_of,
    long_after,
    look,
    newest,
    note_door,
    people_in,
    press,
)
from tests.world import World, text_of

Going = Literal["leave", "pause", "erase"]
GOING = ("leave", "pause", "erase")


async def goes(world: World, who: MemberActor, how: Going) -> None:
    """Somebody leaves, rests, or wants everything gone."""
    lifecycle, association = world.bot.house.lifecycle, world.association
    if how == "leave":
        world.guild.remove_member(who)
        await world.env.settle()
    else:
        async with association.transaction() as db:
            await getattr(lifecycle, how)(association, db, who.id)
    await world.beat()


async def returns(world: World, who: MemberActor, how: Going) -> None:
    """Somebody is back."""
    if how == "leave":
        world.guild.add_member(who.user)
        await world.env.settle()
    else:
        async with world.association.transaction() as db:
            await world.bot.house.lifecycle.resume(world.association, db, who.id)
    await world.beat()


async def opened(world: World) -> tuple[MemberActor, MemberActor, MemberActor]:
    """Anna looks for somebody; Basile is asked, Chloé could be."""
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile, f"{WHO} du coin")
    await look(world, anna)
    await note_door(world, chloe)
    return anna, basile, chloe


@pytest.mark.parametrize("how", GOING)
async def test_whoever_was_asked_goes_and_the_next_one_is_asked_at_once(world: World, how: Going) -> None:
    anna, basile, chloe = await opened(world)
    await goes(world, basile, how)
    assert [one.member_id for one in await asked(world)][-1] == chloe.id
    assert len(letters_of(chloe)) == 1
    assert letters_of(anna) == []
    if how != "erase":
        await returns(world, basile, how)
        assert "Un fil privé" in text_of(await press(world, basile, "yes", (await newest(world)).id))
        assert letters_of(chloe) == ["C’est pris, merci."]


@pytest.mark.parametrize("how", GOING)
async def test_nobody_is_asked_for_somebody_who_is_gone(world: World, how: Going) -> None:
    anna, basile, chloe = await opened(world)
    number = (await newest(world)).id
    await goes(world, anna, how)
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    if how != "erase":
        assert "Ce n’est plus d’actualité" in text_of(await press(world, basile, "yes", number))
    await days(world, 3)
    assert letters_of(chloe) == []
    if how == "erase":
        assert await world.association.read().value("SELECT count(*) FROM searches") == 0
        return
    await returns(world, anna, how)
    assert len(letters_of(chloe)) == 1
    await long_after(world, 14)
    assert "Pas de piste" in letters_of(anna)[-1]


@pytest.mark.parametrize("how", GOING)
async def test_words_in_the_thread_hide_while_one_of_the_two_is_away_and_go_with_them(world: World, how: Going) -> None:
    anna, basile, _ = await opened(world)
    await press(world, basile, "yes", (await newest(world)).id)
    (thread,) = world.threads.threads
    for who in (anna, basile):
        first = next(iter(message for message in thread.history() if message.components), None)
        assert first is not None
        assert WHY in text_of(first)
        await goes(world, who, how)
        left = [text_of(message) for message in thread.history() if message.components]
        assert all(WHY not in said for said in left)
        if how == "erase":
            assert await world.association.read().value("SELECT count(*) FROM intros") == 0
            return
        await returns(world, who, how)
    assert await people_in(world, thread.id) == {anna.id, basile.id}


async def test_the_introducer_is_erased_and_the_thread_says_nothing_of_them_any_more(world: World) -> None:
    anna, basile, _ = await opened(world)
    await press(world, basile, "yes", (await newest(world)).id)
    await days(world, 1)
    await goes(world, basile, "erase")
    for thread in world.threads.threads:
        assert all(str(basile.id) not in text_of(one) for one in thread.history() if one.components)
    assert all(str(basile.id) not in said for said in letters_of(anna))
    await long_after(world, 15)
    assert "aidé" not in letters_of(anna)[-1]
    listed = text_of(await Pressing(world).press(anna.id, "warm_intros:searches"))
    assert "Il y a une piste" in listed


async def test_the_introducer_goes_while_the_thread_is_on_its_way_and_the_search_goes_on(world: World) -> None:
    anna, basile, chloe = await opened(world)
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", status=500, times=None)
    await press(world, basile, "yes", (await newest(world)).id)
    assert (await newest(world)).state is SearchState.FOUND
    await goes(world, basile, "pause")
    assert (await newest(world)).state is SearchState.LOOKING
    assert [one.state for one in await intros(world)] == [IntroState.OVER]
    assert len(letters_of(chloe)) == 1
    assert letters_of(anna) == []
    world.failures.events.clear()


async def test_nothing_of_a_search_stands_anywhere_once_its_asker_is_erased(world: World) -> None:
    anna, basile, chloe = await opened(world)
    number = (await newest(world)).id
    await press(world, basile, "no", number)
    refused = await chloe.user.click(inbox(chloe)[-1], label="Ne plus me proposer")
    assert WHO in text_of(refused)
    await goes(world, anna, "erase")
    for who in (basile, chloe):
        assert all(WHO not in said and WHY not in said and str(anna.id) not in said for said in letters_of(who))
    rows = await world.association.read().rows("SELECT * FROM search_asked")
    assert rows == []


async def test_of_two_who_are_kept_apart_neither_is_asked_for_the_other(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    for one in (basile, chloe):
        await note_door(world, one)
    await keep_apart(world, anna, basile)
    await keep_apart(world, chloe, anna)
    await look(world, anna)
    await long_after(world, 16)
    assert await asked(world) == []
    assert "Pas de piste" in letters_of(anna)[-1]


async def test_whoever_is_kept_apart_after_being_asked_can_not_tell_it_from_a_search_that_is_over(world: World) -> None:
    anna, basile, chloe = await opened(world)
    number = (await newest(world)).id
    await keep_apart(world, anna, basile)
    assert text_of(await press(world, basile, "yes", number)) == "Ce n’est plus d’actualité, merci."
    assert await intros(world) == []
    await days(world, 3)
    assert len(letters_of(chloe)) == 1


async def test_closed_messages_move_on_at_once_and_a_yes_at_the_next_visit_is_welcome(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile, f"{WHO} du coin")
    close_messages(world, basile)
    await look(world, anna)
    await note_door(world, chloe)
    await world.later(60)
    first, second = await asked(world)
    assert (first.member_id, first.answer, second.member_id) == (basile.id, Answer.SILENT, chloe.id)
    visit = await Pressing(world).press(basile.id, "warm_intros:searches")
    assert WHO in text_of(visit.followups[-1])
    await press(world, basile, "yes", (await newest(world)).id)
    assert letters_of(chloe) == ["C’est pris, merci."]


async def test_the_day_comes_for_somebody_whose_messages_are_closed_too(world: World) -> None:
    (anna,) = await folk(world, "Anna")
    close_messages(world, anna)
    await look(world, anna)
    await long_after(world, 16)
    assert inbox(anna) == []
    visit = await Pressing(world).press(anna.id, "warm_intros:searches")
    assert "Pas de piste cette fois" in text_of(visit.followups[-1])


async def test_while_everything_is_suspended_nobody_is_asked_and_no_day_is_forgotten(world: World) -> None:
    anna, basile, chloe = await opened(world)
    await world.choose({prefs.SUSPENDED: True})
    await press(world, basile, "no", (await newest(world)).id)
    await long_after(world, 20)
    assert letters_of(chloe) == []
    assert letters_of(anna) == []
    await world.choose({prefs.SUSPENDED: False})
    await days(world, 1)
    (letter,) = letters_of(anna)
    assert "Pas de piste" in letter
    assert letters_of(chloe) == []


async def test_switched_off_it_tells_who_waits_and_switched_on_again_it_keeps_its_word(world: World) -> None:
    anna, basile, chloe = await opened(world)
    switch = declared["warm_intros"].preference
    await world.choose({switch: False})
    await world.later(2 * 3600)
    assert "Mises en relation" in letters_of(anna)[-1] or "mise" in letters_of(anna)[-1]
    await press(world, basile, "no", (await newest(world)).id)
    listed = text_of(await Pressing(world).press(anna.id, "warm_intros:searches"))
    assert "Je cherche. Réponse" in listed
    await days(world, 2)
    assert letters_of(chloe) == []
    await world.choose({switch: True})
    await days(world, 1)
    assert len(letters_of(chloe)) == 1
    await long_after(world, 14)
    assert "Pas de piste" in letters_of(anna)[-1]


async def test_after_a_restart_and_a_week_of_downtime_the_search_goes_on(world: World) -> None:
    anna, basile, chloe = await opened(world)
    await world.restart()
    await world.env.advance_time(7 * DAY)
    await world.beat()
    assert [(one.member_id, one.answer) for one in await asked(world)] == [
        (basile.id, Answer.SILENT),
        (chloe.id, None),
    ]
    await world.restart()
    await world.env.advance_time(30 * DAY)
    await world.beat()
    assert "Pas de piste" in letters_of(anna)[-1]
    assert letters_of(chloe) == ["Ce n’est plus d’actualité, merci."]


async def test_the_same_introducer_wanted_by_five_is_asked_once_a_week_and_all_are_answered(world: World) -> None:
    *askers, basile = await folk(world, "Anna", "Chloé", "Denis", "Elsa", "Farid", "Basile")
    await note_door(world, basile)
    for one in askers:
        await look(world, one)
    assert len(inbox(basile)) == 1
    for day in range(17):
        await days(world, 1)
        assert len(inbox(basile)) <= 1 + (day + 1) // 7
    assert len(inbox(basile)) == 3
    assert ["Pas de piste" in letters_of(one)[-1] for one in askers] == [True] * 5


async def test_two_who_look_at_once_may_each_be_asked_for_the_other(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, anna, "Un notaire à la retraite")
    await note_door(world, basile, "Une imprimerie")
    await look(world, anna, "Une imprimerie")
    hers = (await newest(world)).id
    await look(world, basile, "Un notaire")
    his = (await newest(world)).id
    assert "cherche : **Un notaire**" in letters_of(anna)[0]
    await press(world, anna, "yes", his)
    await press(world, basile, "yes", hers)
    first, second = world.threads.threads
    assert await people_in(world, first.id) == await people_in(world, second.id) == {anna.id, basile.id}


async def test_whoever_objects_to_being_brought_together_is_asked_nothing_and_looks_no_more(world: World) -> None:
    anna, basile, chloe = await opened(world)
    number = (await newest(world)).id
    lifecycle, association = world.bot.house.lifecycle, world.association
    async with association.transaction() as db:
        await lifecycle.object(association, db, basile.id)
    await world.beat()
    assert len(letters_of(chloe)) == 1
    async with association.transaction() as db:
        await lifecycle.object(association, db, anna.id)
    await world.beat()
    assert (await newest(world)).state is SearchState.WITHDRAWN
    assert letters_of(chloe) == ["Ce n’est plus d’actualité, merci."]
    assert "Ce n’est plus d’actualité" in text_of(await press(world, chloe, "yes", number))
    refused = text_of(await Pressing(world).submit(anna.id, "warm_intros:looked", {"who": "Un notaire", "why": WHY}))
    assert "Je cherche" not in refused


async def test_a_door_taken_away_before_the_question_left_is_asked_nothing(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    door = await note_door(world, basile)
    await world.env.advance_time(10 * 3600)  # the evening: the question waits for the morning
    await look(world, anna)
    assert len(await asked(world)) == 1
    await Pressing(world).press(basile.id, f"warm_intros:remove:{door}")
    await days(world, 2)
    assert letters_of(basile) == []
    assert await members.get(world.association.read(), basile.id) is not None
