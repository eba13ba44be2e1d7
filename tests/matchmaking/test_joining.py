"""Saying yes or no to a round: one tap, before people are brought together and after."""

from __future__ import annotations

import pytest
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from cogs.matchmaking import match_store, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Outcome, Rhythm, State
from tests.introductions.test_refusals import press
from tests.matchmaking.stage import (
    announce,
    announcement,
    end_round,
    join,
    member,
    open_coffee,
    people,
    run_round,
    until,
)
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, a schedule, and rounds from two people on."""
    return await open_coffee(world)


async def test_one_tap_is_enough_and_a_second_one_is_harmless(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    round_ = await announce(world)
    said = await join(world, anna, place)
    assert f"C’est noté pour <t:{round_.match_at}:F> : un fil privé s’ouvrira entre toi et une autre" in text_of(said)
    assert list(buttons_of(said)) == ["Mes réglages"]
    assert text_of(await join(world, anna, place)) == text_of(said)
    db = world.association.read()
    assert [turn.member_id for turn in await round_store.turns(db, round_.id)] == [anna.id]
    assert not (await people_store.get(db, anna.id)).subscribed


async def test_the_notice_comes_first_and_its_button_carries_the_act(world: World, place: ChannelHandle) -> None:
    nora = world.join("Nora")
    round_ = await announce(world)
    notice = await join(world, nora, place)
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=nora.id) == 0
    said = await nora.click(message_of(notice), label="J’ai lu, on y va")
    assert "C’est noté" in text_of(said)
    assert "Une ligne sur ce que tu fais aide à te trouver la bonne personne" in text_of(said)
    form = await nora.click(message_of(said), label="Je me présente")
    assert form.modal is not None
    turn = await round_store.turn(world.association.read(), round_.id, nora.id)
    assert turn is not None
    assert turn.coming


async def test_whoever_wants_to_meet_in_person_is_asked_where(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna", zone=None)
    async with world.association.transaction() as db:
        await people_store.choose(db, anna.id, world.clock.now(), rhythm=Rhythm.ONCE, how=How.IN_PERSON)
    await announce(world)
    assert "il manque un endroit" in text_of(await join(world, anna, place))


async def test_somebody_changes_their_mind_and_back(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    round_ = await announce(world)
    nothing = await anna.click(announcement(place), label="Je passe mon tour")
    assert "Rien à faire : ce tour se fait déjà sans toi" in text_of(nothing)
    assert await round_store.turns(world.association.read(), round_.id) == []
    await join(world, anna, place)
    out = await anna.click(announcement(place), label="Je passe mon tour")
    assert "ce tour se fera sans toi. À une prochaine" in text_of(out)
    back = await anna.click(message_of(out), label="Finalement, j’en suis")
    assert "C’est noté pour <t:" in text_of(back)


async def test_a_subscriber_passes_and_the_next_round_counts_on_them_again(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    async with world.association.transaction() as db:
        await people_store.choose(db, anna.id, world.clock.now(), rhythm=Rhythm.EVERY, how=How.BOTH)
    round_ = await announce(world)
    out = await anna.click(announcement(place), label="Je passe mon tour")
    assert "Tu en es de nouveau au suivant" in text_of(out)
    turn = await round_store.turn(world.association.read(), round_.id, anna.id)
    assert turn is not None
    assert not turn.coming


async def test_saying_yes_answers_whether_somebody_stays(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    async with world.association.transaction() as db:
        await people_store.choose(db, anna.id, world.clock.now(), rhythm=Rhythm.EVERY, how=How.BOTH)
        await people_store.note_asked(db, anna.id, world.clock.now())
    await announce(world)
    await join(world, anna, place)
    assert (await people_store.get(world.association.read(), anna.id)).asked_at is None


async def test_late_joiners_wait_then_are_brought_together(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    emma, farid = await people(world, "Emma", "Farid")
    await run_round(world, place, who)
    late = await emma.click(announcement(place), label="Me joindre en route")
    assert "Dès que quelqu’un se libère, un fil privé s’ouvre ; sinon, tu passes en premier la prochaine" in text_of(
        late
    )
    assert text_of(await emma.click(announcement(place), label="Me joindre en route")) == text_of(late)
    found = await farid.click(announcement(place), label="Me joindre en route")
    (match,) = await match_store.of_member(world.association.read(), farid.id, 5)
    assert set(match.people) == {emma.id, farid.id}
    thread = f"https://discord.com/channels/{world.guild.id}/{match.thread_id}"
    assert f"Te voilà avec <@{emma.id}>. Le fil privé est ici : {thread}" in text_of(found)
    again = await emma.click(announcement(place), label="Me joindre en route")
    assert f"Te voilà avec <@{farid.id}>" in text_of(again)
    assert len(await match_store.of_member(world.association.read(), emma.id, 5)) == 1
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    points = await press(world, emma, f"matchmaking:out:{round_.id}")
    assert f"le bouton du fil le dit, sans demander de raison : {thread}" in text_of(points)
    seat = (await match_store.of_member(world.association.read(), emma.id, 5))[0].seat_of(emma.id)
    assert seat.says is None  # no bail-out


async def test_whoever_waits_can_stop_waiting(world: World, place: ChannelHandle) -> None:
    await run_round(world, place, await people(world, "Anna", "Bruno", "Chloé", "Driss"))
    emma, farid = await people(world, "Emma", "Farid")
    late = await emma.click(announcement(place), label="Me joindre en route")
    gone = await emma.click(message_of(late), label="Ne plus attendre")
    assert "plus de binôme cherché pour ce tour" in text_of(gone)
    alone = await farid.click(announcement(place), label="Me joindre en route")
    assert "Dès que quelqu’un se libère" in text_of(alone)
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    turn = await round_store.turn(world.association.read(), round_.id, emma.id)
    assert turn is not None
    assert turn.outcome is Outcome.OUT


async def test_without_private_threads_a_late_joiner_is_told_to_write(world: World, place: ChannelHandle) -> None:
    await run_round(world, place, await people(world, "Anna", "Bruno", "Chloé", "Driss"))
    await world.choose({prefs.THREADS_CHANNEL: None})
    emma, farid = await people(world, "Emma", "Farid")
    await emma.click(announcement(place), label="Me joindre en route")
    found = await farid.click(announcement(place), label="Me joindre en route")
    assert "Il n’y a pas de fil pour cette fois : un message direct suffit" in text_of(found)


async def test_too_late_is_said_kindly_with_the_next_date(world: World, place: ChannelHandle) -> None:
    await run_round(world, place, await people(world, "Anna", "Bruno", "Chloé", "Driss"))
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    nora = world.join("Nora")
    await until(world, round_.match_at + 9 * DAY - HOUR)
    late = await press(world, nora, f"matchmaking:in:{round_.id}")
    assert "Il n’est plus possible de se joindre à ce tour. Le prochain café : <t:" in text_of(late)
    await end_round(world)
    assert "Il n’est plus possible de se joindre" in text_of(await press(world, nora, f"matchmaking:in:{round_.id}"))
    assert "Rien à faire" in text_of(await press(world, nora, f"matchmaking:out:{round_.id}"))
    for forged in ("matchmaking:in:99", "matchmaking:out:99"):
        assert "plus à jour" in text_of(await press(world, nora, forged))


async def test_a_kept_place_can_be_given_up(world: World, place: ChannelHandle) -> None:
    (anna,) = await people(world, "Anna")
    await run_round(world, place, [anna])
    old = (await round_store.newest(world.association.read(), 1))[0]
    assert old.state is State.TOO_FEW
    given_up = await press(world, anna, f"matchmaking:out:{old.id}")
    assert "la place n’est plus gardée" in text_of(given_up)
    round_ = await announce(world)
    assert await round_store.turns(world.association.read(), round_.id) == []


async def test_the_panel_leads_to_settings_and_status(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    panel = place.history()[0]
    assert list(buttons_of(panel)) == ["Participer", "Où j’en suis"]
    assert "### Participer au café" in text_of(await anna.click(panel, label="Participer"))
    assert "### Où j’en suis, côté café" in text_of(await anna.click(panel, label="Où j’en suis"))
