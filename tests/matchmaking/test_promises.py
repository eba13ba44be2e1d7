"""What a review found could break: a job that fails, wishes of quiet, questions that nobody could read, half-kept
promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.delivery import wishes
from bot.people import avoid
from bot.schedule import due, schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.worker import WorkerDied
from cogs.matchmaking import match_store, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.counting import PURPOSE
from cogs.matchmaking.dates import ANNOUNCE, CLOSE, MATCH
from cogs.matchmaking.jobs import RHYTHM
from cogs.matchmaking.preferences import MINIMUM
from cogs.matchmaking.rules import Outcome, Rhythm, State
from tests.help_requests.stage import letters_of
from tests.introductions.test_refusals import press
from tests.matchmaking.stage import (
    announce,
    announcement,
    bring_together,
    end_round,
    join,
    open_coffee,
    people,
    run_round,
    thread_of,
    until,
)
from tests.test_letters_story import beats, close_messages
from tests.world import World, message_of, text_of

PARIS = ZoneInfo("Europe/Paris")
FOUR = ("Anna", "Bruno", "Chloé", "Driss")


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, a schedule, and rounds from four people on."""
    return await open_coffee(world)


async def subscribe(world: World, *who: MemberActor, rhythm: Rhythm = Rhythm.EVERY) -> None:
    """They take part without a tap."""
    async with world.association.transaction() as db:
        for one in who:
            await people_store.choose(db, one.id, world.clock.now(), rhythm=rhythm, how=How.BOTH)


async def two_silent_rounds(world: World, who: list[MemberActor]) -> None:
    """Two rounds in which everybody but the first one writes."""
    for _ in range(2):
        await announce(world)
        for match in await bring_together(world):
            for one in who[1:]:
                if one.id in match.people:
                    await one.send(thread_of(world, match), "Bonjour !")
        await end_round(world)


async def test_when_the_worker_always_dies_everybody_is_told_and_the_next_round_comes(
    world: World, place: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await people(world, *FOUR)
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)

    async def die(*_: object) -> None:
        raise WorkerDied(-9)

    with monkeypatch.context() as broken:
        broken.setattr(world.bot.house.workers, "run", die)
        await until(world, round_.match_at)
        for _ in range(30):
            await beats(world, 2 * HOUR)
    assert any("WorkerDied" in event or "job failed" in event for event in world.failures.events)
    world.failures.events.clear()
    found = await round_store.get(world.association.read(), round_.id)
    assert found is not None
    assert found.state is State.CALLED_OFF
    assert all("Le café n’a pas lieu cette fois" in letters_of(one)[-1] for one in who)
    await announce(world)
    assert len(await bring_together(world)) == 2


async def test_a_round_whose_end_fails_for_days_ends_all_the_same(
    world: World, place: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    await run_round(world, place, await people(world, *FOUR))
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    assert round_.closes_at is not None
    async with world.association.transaction() as db:
        job = (await due.upcoming(db, [CLOSE]))[0]
        await due.put_off(db, job, world.clock.now(), "Odd", parked=True)
    await until(world, round_.closes_at + 2 * DAY)
    await beats(world, 2 * HOUR)
    found = await round_store.get(world.association.read(), round_.id)
    assert found is not None
    assert found.state is State.CLOSED
    assert await due.upcoming(world.association.read(), [CLOSE]) == []


async def test_whoever_wants_to_be_left_alone_is_not_counted_on_but_a_tap_counts(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, *FOUR, "Ella", "Fanny")
    await subscribe(world, *who)
    async with world.association.transaction() as db:
        for one in who[4:]:
            await wishes.pause(db, one.id, world.clock.now() + 90 * DAY)
    await announce(world)
    await join(world, who[5], place)
    matches = await bring_together(world)
    seated = {member_id for match in matches for member_id in match.people}
    assert who[4].id not in seated
    assert len(seated & {one.id for one in who}) >= 4


async def test_whoever_wants_no_more_questions_about_coffee_is_not_counted_on(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, *FOUR, "Ella")
    await subscribe(world, *who)
    async with world.association.transaction() as db:
        await wishes.refuse(db, who[4].id, PURPOSE)
    await announce(world)
    seated = {member_id for match in await bring_together(world) for member_id in match.people}
    assert seated == {one.id for one in who[:4]}


async def test_a_question_that_nobody_could_read_yet_takes_nobody_out(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR)
    await subscribe(world, *who)
    close_messages(world, who[0])
    world_threads = world.threads.id
    await two_silent_rounds(world, who)
    asked = await people_store.get(world.association.read(), who[0].id)
    assert asked.asked_at is not None
    rows = await world.association.read().rows("SELECT id, seen_on FROM members")
    seen = {row["id"]: row["seen_on"] for row in rows}
    assert seen[who[1].id] > seen[who[0].id]  # who writes is there, though they press nothing
    await beats(world, DAY)
    opened = [thread for thread in world.threads.threads if "Je reste" in "".join(map(text_of, thread.history()))]
    assert opened or world_threads  # closed messages: the question has a private thread of its own
    assert len(opened) == 1


async def test_promises_stand_when_organisers_skip_the_end(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR, "Ella")
    matches = await run_round(world, place, who[:4])
    await who[4].click(announcement(place), label="Me joindre en route")
    house, association = world.bot.house, world.association
    job = (await due.upcoming(association.read(), [CLOSE]))[0]
    async with association.transaction() as db:
        assert await house.jobs.pass_over(association, db, job)
    await beats(world, DAY)
    assert (await people_store.get(association.read(), who[4].id)).goes_first
    assert not any("Personne n’était libre" in letter for letter in letters_of(who[4]))
    assert matches


async def test_one_in_two_rounds_means_one_in_two_coffees(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR, "Ella")
    await subscribe(world, *who, rhythm=Rhythm.SECOND)
    await announce(world)
    seated = {member_id for match in await bring_together(world) for member_id in match.people}
    alone = next(one for one in who if one.id not in seated)
    others = await people(world, "Fanny", "Gaël", "Hana")
    await end_round(world)
    await announce(world)
    for one in others:
        await join(world, one, place)
    assert alone.id in {member_id for match in await bring_together(world) for member_id in match.people}


async def test_a_holiday_moves_the_day_of_a_round_too(world: World) -> None:
    await open_coffee(world, planned=False)
    await until(world, int(datetime(2026, 7, 6, 12, tzinfo=PARIS).timestamp()))
    async with world.association.transaction() as db:
        rhythm = replace(RHYTHM, every=1)
        await schedules.put(db, ANNOUNCE, rhythm, active=True, now=world.clock.now())
        await world.bot.house.jobs.replan(world.association, db)
    round_ = await announce(world)
    assert round_.day == date(2026, 7, 15)
    assert datetime.fromtimestamp(round_.match_at, PARIS).date() == date(2026, 7, 15)


async def test_a_pause_that_ends_answers_no_question(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR)
    await subscribe(world, *who)
    async with world.association.transaction() as db:
        await people_store.pause(db, who[0].id, world.clock.now(), rounds=1)
        await people_store.note_asked(db, who[0].id, world.clock.now())
        await people_store.pause(db, who[0].id, world.clock.now())
    assert (await people_store.get(world.association.read(), who[0].id)).asked_at is not None


async def test_a_lost_permission_makes_no_announcement_forgotten(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR)
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    message = announcement(place)
    world.env.inject_error("PATCH", f"/channels/{place.id}/messages/{message.id}", status=403, code=50013, times=1)
    assert len(await bring_together(world)) == 2
    found = await round_store.get(world.association.read(), round_.id)
    assert found is not None
    assert found.message_id == message.id
    await beats(world, 2 * HOUR)
    assert "Les binômes sont formés" in text_of(announcement(place))


async def test_an_even_number_is_never_called_odd(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR, "Ella")
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    house, association = world.bot.house, world.association
    job = (await due.upcoming(association.read(), [MATCH]))[0]
    kind = house.jobs.kind(MATCH)
    assert kind is not None
    prepared = await kind.gather(association, job)
    alone = prepared.pairing.left_out[0]
    partner = next(group.members for group in prepared.pairing.groups)
    leaver = next(one for one in who if one.id == partner[0])
    async with association.transaction() as db:
        await round_store.say(db, round_.id, leaver.id, world.clock.now(), coming=False)
        await avoid.add(
            db, partner[1], house.lifecycle.alias(association, alone), house.lifecycle.alias(association, partner[1]), 1
        )
        await kind.decide(association, db, job, prepared)
    turn = await round_store.turn(association.read(), round_.id, alone)
    assert turn is not None
    assert turn.outcome is Outcome.NOBODY


async def test_enough_at_the_last_moment_is_enough(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR)
    round_ = await announce(world)
    for one in who[:3]:
        await join(world, one, place)
    house, association = world.bot.house, world.association
    job = (await due.upcoming(association.read(), [MATCH]))[0]
    kind = house.jobs.kind(MATCH)
    assert kind is not None
    prepared = await kind.gather(association, job)
    await join(world, who[3], place)
    async with association.transaction() as db:
        await due.drop(db, job)
        await kind.decide(association, db, job, prepared)
    await beats(world, MINUTE)
    assert len(await match_store.of_round(association.read(), round_.id)) == 2
    assert association.preferences[MINIMUM] == 4


async def test_a_match_of_the_last_days_makes_nobody_silent(world: World, place: ChannelHandle) -> None:
    who = await people(world, *FOUR, "Ella", "Fanny")
    await run_round(world, place, who[:4])
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    assert round_.closes_at is not None
    await until(world, round_.closes_at - DAY)
    async with world.association.transaction() as db:
        for one in who[4:]:
            await round_store.count_in(db, round_.id, one.id, world.clock.now())
        await match_store.add(db, round_.id, [one.id for one in who[4:]], world.clock.now())
    await end_round(world)
    assert [(await people_store.get(world.association.read(), one.id)).silent for one in who[4:]] == [0, 0]


async def test_whoever_tapped_and_asks_for_a_pause_is_offered_to_skip_this_one(
    world: World, place: ChannelHandle
) -> None:
    anna = (await people(world, "Anna"))[0]
    await announce(world)
    await join(world, anna, place)
    said = await anna.slash(world.lounge, "cafe pause")
    assert "le prochain tour compte sur toi" in text_of(said)
    await anna.click(message_of(said), label="Je passe mon tour")
    turn = await round_store.turn(world.association.read(), 1, anna.id)
    assert turn is not None
    assert not turn.coming


async def test_whoever_is_left_alone_reads_so_and_a_rhythm_ends_a_refusal(world: World, place: ChannelHandle) -> None:
    anna = (await people(world, "Anna"))[0]
    await subscribe(world, anna)
    async with world.association.transaction() as db:
        await wishes.refuse(db, anna.id, PURPOSE)
    assert "qu’on te laisse tranquille" in text_of(await anna.slash(world.lounge, "cafe statut"))
    await press(world, anna, "matchmaking:rhythm:every")
    assert "qu’on te laisse tranquille" not in text_of(await anna.slash(world.lounge, "cafe statut"))
