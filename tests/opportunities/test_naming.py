"""Somebody knows somebody for a mission: they are asked in their name."""

from __future__ import annotations

from bot.people import lifecycle, objections
from tests.opportunities.hands import (
    act,
    come_back,
    days,
    keep_apart,
    leave,
    letters_of,
    name,
)
from tests.opportunities.stage import WHAT, Stage
from tests.test_letters_story import inbox
from tests.world import buttons_of, message_of, text_of


async def test_a_member_is_asked_in_the_name_of_whoever_knows_them(stage: Stage) -> None:
    world = stage.world
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    whom = await basile.click(stage.cards()[0], label="Je connais quelqu’un")
    assert "À qui penses-tu" in text_of(whom)
    assert f"le plus simple est d’écrire à <@{anna.id}>" in text_of(whom)
    done = await name(stage, basile, mission, carla.id)
    assert "Si c’est possible, la mission lui sera proposée de ta part" in text_of(done)
    (letter,) = letters_of(carla)
    assert f"<@{basile.id}> a pensé à toi pour une mission de <@{anna.id}>" in letter
    assert WHAT in letter
    assert list(buttons_of(inbox(carla)[0])) == [
        "Ça m’intéresse",
        "Je connais quelqu’un",
        "Pas pour moi",
        "Plus tard",
        "Ne plus me proposer",
    ]
    form = await carla.user.click(inbox(carla)[0], label="Ça m’intéresse")
    await carla.user.submit_modal(form, {"word": "Volontiers"})
    await world.beat()
    assert "Ta main est levée" in letters_of(carla)[0]
    assert "Volontiers" in letters_of(anna)[0]
    assert str(basile.id) not in letters_of(anna)[0]


async def test_a_no_is_nobodys_business(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    await name(stage, basile, mission, carla.id)
    assert "Personne ne le saura" in text_of(await carla.user.click(inbox(carla)[0], label="Pas pour moi"))
    await days(stage, 2)
    assert letters_of(anna) == letters_of(basile) == []
    for reader in (anna, basile):
        kept = str(await lifecycle.export(stage.world.association.read(), reader.id))
        assert str(carla.id) not in kept


async def test_whether_somebody_could_be_asked_is_never_said(stage: Stage) -> None:
    anna, basile, carla, denis = [await stage.member(one) for one in ("Anna", "Basile", "Carla", "Denis")]
    mission = await stage.share(anna)
    await keep_apart(stage, denis, basile)
    answers = {text_of(await name(stage, basile, mission, who.id)) for who in (carla, denis, carla)}
    assert len(answers) == 1
    assert letters_of(denis) == []
    assert len(letters_of(carla)) == 1
    other = await stage.share(anna, what="Une affiche")
    assert text_of(await name(stage, basile, other, carla.id)) in answers  # she was asked something this week
    assert len(letters_of(carla)) == 1


async def test_oneself_the_author_a_bot_and_a_stranger_are_not_asked(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, stranger = await stage.share(anna), stage.world.join("Stan")
    for whom, said in (
        (basile.id, "le bouton est « Ça m’intéresse »"),
        (anna.id, "C’est la personne qui partage"),
        (stranger.id, "pas encore parmi nous"),
    ):
        assert said in text_of(await name(stage, basile, mission, whom))


async def test_in_a_direct_message_a_name_is_looked_for(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    await name(stage, anna, mission, basile.id)
    whom = await basile.user.click(inbox(basile)[0], label="Je connais quelqu’un")
    form = await basile.user.click(message_of(whom), label="Chercher par son nom")
    which = await basile.user.submit_modal(form, {"name": "carl"})
    await basile.user.select(message_of(which), [str(carla.id)])
    await stage.world.beat()
    assert "a pensé à toi" in letters_of(carla)[0]


async def test_whoever_thought_of_somebody_and_left_is_not_named(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    await name(stage, basile, mission, carla.id)
    await leave(stage, basile)
    assert "Quelqu’un a pensé à toi" in letters_of(carla)[0]
    await act(stage, anna, "elsewhere", mission.id)
    assert letters_of(carla) == ["Ce n’est plus d’actualité, merci."]


async def test_an_author_thinks_of_somebody_for_their_own_mission(stage: Stage) -> None:
    anna, carla = await stage.member("Anna"), await stage.member("Carla")
    mission = await stage.share(anna)
    await name(stage, anna, mission, carla.id)
    assert f"<@{anna.id}> a pensé à toi pour sa mission" in letters_of(carla)[0]
    assert "C’est la personne qui partage" in text_of(await name(stage, anna, mission, anna.id))


async def test_whoever_rests_or_objects_is_not_asked_and_it_looks_the_same(stage: Stage) -> None:
    anna, basile, carla, denis = [await stage.member(one) for one in ("Anna", "Basile", "Carla", "Denis")]
    mission = await stage.share(anna)
    await leave(stage, carla)
    async with stage.world.association.transaction() as db:
        await objections.add(db, denis.id, stage.world.clock.now())
    said = {text_of(await name(stage, basile, mission, who.id)) for who in (carla, denis)}
    assert said == {text_of(await name(stage, anna, mission, basile.id))}
    assert letters_of(carla) == letters_of(denis) == []


async def test_an_author_who_is_back_finds_whoever_was_thought_of_still_asked(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    await name(stage, basile, mission, carla.id)
    await leave(stage, anna)
    assert letters_of(carla) == ["Ce n’est plus d’actualité, merci."]
    await come_back(stage, anna)
    assert "a pensé à toi" in letters_of(carla)[0]
    assert "Ça m’intéresse" in buttons_of(inbox(carla)[0])
