"""Whoever is chosen agrees or has an easy no; a mission that is open again says so to all whom it concerns; no id is
ever given again, so that nothing that was written speaks of something else."""

from __future__ import annotations

from bot.people import ties
from bot.schedule.clock import HOUR
from cogs.opportunities import interest_store
from cogs.opportunities.rules import State
from tests.opportunities.hands import (
    act,
    choose,
    come_back,
    days,
    hand_of,
    keep_apart,
    leave,
    letters_of,
    name,
    people_in,
    raise_hand,
    thread_url,
    threads,
)
from tests.opportunities.stage import WHAT, Stage
from tests.test_letters_story import come_to, inbox
from tests.world import buttons_of, text_of


async def test_whoever_is_chosen_has_an_easy_no_and_its_author_hears_of_it_kindly(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    for who in (basile, carla):
        await raise_hand(stage, who, mission)
    await choose(stage, mission, basile)
    assert list(buttons_of(inbox(basile)[0])) == ["C’est d’accord", "Finalement, pas cette fois"]
    assert "Rien n’est promis" in letters_of(basile)[0]
    no = await basile.user.click(inbox(basile)[0], label="Finalement, pas cette fois")
    assert "il n’y a rien à expliquer" in text_of(no)
    await days(stage)
    assert (await stage.get(mission.id)).open
    assert await ties.of(stage.world.association.read(), basile.id) == []
    assert "la personne choisie ne pourra pas faire ta mission" in letters_of(anna)[-1]
    assert "pas cette fois. Merci de l’avoir dit" in letters_of(basile)[0]
    assert f"La mission « {WHAT} » est de nouveau ouverte" in letters_of(carla)[0]  # edited where it stood
    assert "Ça m’intéresse" in buttons_of(inbox(carla)[0])
    whom = text_of(await act(stage, anna, "filled", mission.id))
    assert str(basile.id) not in whom
    assert "déjà noté" in text_of(await act(stage, basile, "agree", mission.id))
    assert "déjà noté" in text_of(await act(stage, carla, "not_this_time", mission.id))


async def test_a_no_after_it_was_agreed_undoes_the_tie(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    await act(stage, basile, "agree", mission.id)
    assert len(await ties.of(stage.world.association.read(), anna.id)) == 1
    await act(stage, basile, "not_this_time", mission.id)
    assert await ties.of(stage.world.association.read(), anna.id) == []


async def test_its_author_says_that_it_was_done_and_can_say_thank_you(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    early = await stage.press(anna, f"help_requests:thank_matter:mission:{mission.id}")
    assert early.modal is None
    own = await act(stage, anna, "one", mission.id)
    done = await stage.press(anna, buttons_of(own)["C’est fait ensemble"])
    assert "Dire merci" in buttons_of(done)
    assert len(await ties.of(stage.world.association.read(), basile.id)) == 1
    assert "Dire merci" in buttons_of(await act(stage, anna, "one", mission.id))
    assert "Seule la personne" in text_of(await act(stage, basile, "done", mission.id))


async def test_a_mission_that_is_open_again_asks_for_new_hands_and_tells_whoever_is_chosen_twice(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    for who in (basile, carla):
        await raise_hand(stage, who, mission)
    await choose(stage, mission, basile)
    assert "de nouveau ouverte" in text_of(await act(stage, anna, "still_open", mission.id))
    for who in (basile, carla):
        assert "est de nouveau ouverte. Si elle te tente encore" in letters_of(who)[0]
        assert str(who.id) not in text_of(await act(stage, anna, "one", mission.id))  # their yes is over
        hand = await hand_of(stage, who, mission)
        assert "ne lève plus la main" in text_of(await act(stage, anna, "chosen", mission.id, hand.id))
    await raise_hand(stage, basile, mission, "Toujours partant")
    assert "Toujours partant" in text_of(await act(stage, anna, "one", mission.id))
    await choose(stage, mission, basile)
    await days(stage, 2)
    assert f"<@{anna.id}> aimerait faire avec toi" in letters_of(basile)[-1]
    assert len(letters_of(carla)) == 1  # one kind word, once


async def test_whoever_has_not_heard_yet_still_holds_a_hand_up_when_it_is_open_again(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    for who in (basile, carla):
        await raise_hand(stage, who, mission)
    await stage.world.env.advance_time(10 * HOUR)  # in the evening nothing goes
    await choose(stage, mission, basile)
    await act(stage, anna, "still_open", mission.id)
    own = text_of(await act(stage, anna, "one", mission.id))
    assert all(f"<@{who.id}>" in own for who in (basile, carla))
    await come_to(stage.world, "2026-01-07 08:31")
    assert letters_of(basile) == letters_of(carla) == []


async def test_whoever_is_kept_apart_since_they_were_chosen_is_not_tied(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    await keep_apart(stage, anna, basile)
    assert "déjà noté" in text_of(await act(stage, basile, "agree", mission.id))
    assert await ties.of(stage.world.association.read(), basile.id) == []


async def test_no_private_thread_is_handed_to_somebody_else(stage: Stage) -> None:
    anna, basile, carla, denis = [await stage.member(one) for one in ("Anna", "Basile", "Carla", "Denis")]
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    await act(stage, anna, "still_open", mission.id)
    await raise_hand(stage, basile, mission)
    lowered = (await hand_of(stage, basile, mission)).id
    await act(stage, basile, "take_back", mission.id)
    assert threads(stage) == []  # nobody had written there
    secret = await stage.share(denis, what="Un secret entre Denis et Carla")
    await raise_hand(stage, carla, secret)
    assert (await hand_of(stage, carla, secret)).id > lowered
    await choose(stage, secret, carla)
    (thread,) = threads(stage)
    assert await people_in(stage, thread) == {denis.id, carla.id}
    assert await thread_url(stage, secret, carla) is not None
    for change in (leave, come_back):
        await change(stage, carla)
    assert {anna.id, basile.id} & await people_in(stage, thread) == set()


async def test_what_was_written_of_an_erased_mission_never_speaks_of_the_next(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    first, other = await stage.share(anna), await stage.share(anna, what="Une affiche")
    for mission in (first, other):
        await raise_hand(stage, basile, mission)
    await name(stage, carla, other, basile.id)
    await act(stage, anna, "elsewhere", first.id)
    await act(stage, anna, "forget", other.id)  # its kind word waits: a matter a day
    fresh = await stage.share(anna, what="Tout autre chose")
    assert fresh.id > other.id
    await act(stage, anna, "elsewhere", fresh.id)
    await days(stage)
    assert "Tout autre chose" not in str(letters_of(basile))
    assert "Une mission pour laquelle tu avais levé la main" in letters_of(basile)[-1]


async def test_who_holds_a_hand_up_finds_it_among_their_missions(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    mine = await act(stage, basile, "mine", 0)
    assert "Là où ta main est levée" in text_of(mine)
    assert WHAT in text_of(mine)
    opened = await stage.press(basile, "opportunities:pick", str(mission.id))
    assert "Ta main est levée" in text_of(opened)
    await stage.press(basile, buttons_of(opened)["Finalement non"])
    assert await interest_store.of_mission(stage.world.association.read(), mission.id) == []
    assert "Là où ta main" not in text_of(await act(stage, basile, "mine", 0))


async def test_a_mission_that_the_team_took_down_stays_closed_after_a_no(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, world = await stage.share(anna), stage.world
    await raise_hand(stage, basile, mission)
    await choose(stage, mission, basile)
    async with world.association.transaction() as db:
        standing = await world.bot.house.publications.get(db, "opportunities:card", mission.id)
        assert standing is not None
        await world.bot.house.publications.remove(world.association, db, standing)
    await act(stage, basile, "not_this_time", mission.id)
    assert (await stage.get(mission.id)).state is State.WITHDRAWN
    assert stage.cards() == []
