"""What moves a search on at once, what is remembered of a no, and what is left alone once it was answered."""

from __future__ import annotations

import json

import pytest

from bot.people import lifecycle
from bot.storage import preferences as prefs
from cogs.warm_intros.rules import Answer, Says
from tests.pressing import Pressing
from tests.test_letters_story import inbox
from tests.warm_intros import present_stage
from tests.warm_intros.present_stage import again, present, says
from tests.warm_intros.search_stage import (
    WHO,
    WHY,
    asked,
    days,
    evening,
    folk,
    intros,
    letters_of,
    long_after,
    look,
    newest,
    note_door,
    press,
)
from tests.warm_intros.target_stage import names
from tests.world import World, text_of


@pytest.mark.parametrize(("said", "kept"), [("Plus tard", Answer.SILENT), ("Ne plus me proposer", Answer.NO)])
async def test_later_and_never_move_a_search_on_at_once(world: World, said: str, kept: Answer) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile, f"{WHO} du coin")
    await look(world, anna)
    await note_door(world, chloe)
    await basile.user.click(inbox(basile)[0], label=said)
    await world.beat()
    assert [(one.member_id, one.answer) for one in await asked(world)] == [(basile.id, kept), (chloe.id, None)]


async def test_later_is_a_no_to_a_question_that_has_its_day(world: World) -> None:
    anna, ines, basile, chloe = await folk(world, "Anna", "Inès", "Basile", "Chloé")
    await note_door(world, ines)
    await look(world, anna)
    await names(world, ines, basile)
    await note_door(world, chloe)
    put_off = await basile.user.click(inbox(basile)[0], label="Plus tard")
    assert "On en reste là" in text_of(put_off)
    await world.beat()
    assert [one.member_id for one in await asked(world)] == [ines.id, chloe.id]
    await long_after(world, 8)
    assert len(letters_of(basile)) == 1


async def test_a_no_to_the_same_is_remembered_for_a_year(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await look(world, anna)
    await press(world, basile, "no", (await newest(world)).id)
    await long_after(world, 16)
    await look(world, anna, WHO.lower(), "Une autre raison")
    assert await asked(world) == []
    await look(world, anna, "Une imprimerie qui relie")
    assert [one.member_id for one in await asked(world)] == [basile.id]


async def test_two_of_whom_one_said_no_are_not_asked_again_by_the_same_person_who_reads_the_same(world: World) -> None:
    ines, anna, basile, paul = await folk(world, "Inès", "Anna", "Basile", "Paul")
    first = text_of(await present(world, ines, anna, basile))
    await says(world, anna, await present_stage.newest(world), yes=False)
    await long_after(world, 16)
    before = letters_of(anna), letters_of(basile)
    answer = text_of(await present(world, ines, basile, anna))
    assert answer.split("<t:")[0] == first.split("<t:")[0]
    assert (letters_of(anna), letters_of(basile)) == before
    await present(world, paul, anna, basile)
    for who in (anna, basile):
        assert [f"<@{paul.id}> aimerait" in letter for letter in letters_of(who)][-1]


async def test_whoever_refused_reads_nothing_of_somebody_else_s_yes(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile, f"{WHO} du coin")
    await look(world, anna)
    await note_door(world, chloe)
    await basile.user.click(inbox(basile)[0], label="Pas maintenant")
    await world.beat()
    await press(world, chloe, "yes", (await newest(world)).id)
    assert letters_of(basile) == ["Aucun souci. Cela reste entre nous."]
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.erase(world.association, db, anna.id)
    await world.beat()
    assert str(anna.id) not in str(letters_of(basile))


async def test_a_number_behind_a_link_or_a_handle_is_seen_in_the_reason(world: World) -> None:
    (anna,) = await folk(world, "Anna")
    for why in ("Voir www.monsite.fr et appeler le 06 12 34 56 78", "Mon insta @anna.relie, 06 12 34 56 78"):
        refused = text_of(await look(world, anna, why=why))
        assert "s’il y a une piste, un fil s’ouvre" in refused
        assert "06 12 34 56 78" in refused
    assert "Je cherche." in text_of(await look(world, anna, why="Voir www.monsite.fr"))


async def test_a_reason_that_is_signed_is_not_passed_on_nor_told_or_exported_before_a_yes(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await note_door(world, ines)
    await look(world, anna, why=f"{WHY}. Merci ! Anna")
    await names(world, ines, basile)
    (letter,) = letters_of(basile)
    assert "Noël" not in letter
    hands, db = Pressing(world), world.association.read()
    intro = await present_stage.newest(world)
    for _ in range(2):
        shown = text_of(await hands.call(basile.id, "moi mes-donnees"))
        kept = json.dumps(await lifecycle.export(db, basile.id), ensure_ascii=False)
        assert "Une mise en relation" in shown
        assert "Noël" not in shown + kept
        await says(world, basile, intro, yes=False)
    assert "Noël" in json.dumps(await lifecycle.export(db, anna.id), ensure_ascii=False)


async def test_whoever_is_thought_of_too_late_is_not_asked_for_nothing(world: World) -> None:
    anna, ines, basile = await folk(world, "Anna", "Inès", "Basile")
    await look(world, anna)
    await long_after(world, 14)
    await note_door(world, ines)
    await world.later(3600)
    assert len(await asked(world)) == 1
    await days(world, 1)
    noted = text_of(await names(world, ines, basile))
    assert "On lui demandera de ta part" in noted
    assert letters_of(basile) == []


async def test_without_a_channel_nobody_is_told_of_a_thread(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await world.choose({prefs.THREADS_CHANNEL: None})
    await look(world, anna)
    said = text_of(await press(world, basile, "yes", (await newest(world)).id))
    assert "Il n’y a pas de fil privé ici" in said
    await long_after(world, 15)
    assert not any("fil s’est ouvert" in letter for letter in letters_of(anna))
    assert "Est-ce que la piste a servi" in letters_of(anna)[-1]


async def test_each_word_says_which_meeting_did_not_come_about_also_after_a_rest(world: World) -> None:
    ines, anna, basile, chloe, denis = await folk(world, "Inès", "Anna", "Basile", "Chloé", "Denis")
    await present(world, ines, anna, basile, "Deux façons de photographier")
    await present(world, ines, chloe, denis, "La même passion du bois")
    house, association = world.bot.house, world.association
    async with association.transaction() as db:
        await house.lifecycle.pause(association, db, ines.id)
    async with association.transaction() as db:
        await house.lifecycle.resume(association, db, ines.id)
    await long_after(world, 8)
    await evening(world)
    (letter,) = letters_of(ines)
    for reason in ("Deux façons de photographier", "La même passion du bois"):
        assert f"« {reason} » : cette rencontre-là ne s’est pas faite cette fois." in letter


async def test_whoever_thinks_of_somebody_still_reads_the_question_and_can_go_back(world: World) -> None:
    anna, ines = await folk(world, "Anna", "Inès")
    await note_door(world, ines)
    await look(world, anna)
    number = (await newest(world)).id
    asks = text_of(await press(world, ines, "target_whom", number))
    for said in (WHO, WHY, f"<@{anna.id}>", "Je préfère en parler d’abord", "Revenir"):
        assert said in asks
    back = text_of(await press(world, ines, "question", number))
    assert back == letters_of(ines)[0]


async def test_being_introduced_can_be_refused_and_doors_still_be_asked_for(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await note_door(world, anna)
    await present(world, ines, anna, basile)
    refused = await anna.user.click(inbox(anna)[0], label="Ne plus me proposer")
    assert "qu’on me présente quelqu’un" in text_of(refused)
    assert (await again(world, 1)).first_says is Says.NO
    await long_after(world, 8)
    await look(world, basile)
    assert f"<@{basile.id}> cherche" in letters_of(anna)[-1]
    assert await intros(world) == []
