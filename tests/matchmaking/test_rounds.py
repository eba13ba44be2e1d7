"""A round as members live it: it is announced, they say yes, a private thread opens, and nobody is left in the dark."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from simcord.builders import ChannelHandle

from bot.people import avoid
from bot.schedule import due, schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from cogs.matchmaking import match_store, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.dates import MATCH
from cogs.matchmaking.preferences import CHANNEL
from cogs.matchmaking.rules import Outcome, Rhythm, State
from tests.help_requests.stage import letters_of, people_in
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
from tests.test_letters_story import beats
from tests.world import World, buttons_of, text_of

PARIS = ZoneInfo("Europe/Paris")
ALONE = "Pas de binôme pour toi cette fois ; tu passes en premier la prochaine."


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, a schedule, and rounds from four people on."""
    return await open_coffee(world)


async def test_two_rounds_from_the_announcement_to_the_end(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    round_ = await announce(world)
    at = datetime.fromtimestamp(round_.match_at, PARIS)
    assert (at.weekday(), at.hour, at.date()) == (1, 9, round_.day)
    assert 4 * DAY < round_.match_at - world.clock.now() <= 5 * DAY
    assert {"Partant cette fois", "Je passe mon tour"} <= set(buttons_of(announcement(place)))
    for one in who:
        await join(world, one, place)
    first = await bring_together(world)
    assert sorted(len(match.people) for match in first) == [2, 2]
    for match in first:
        assert await people_in(world, thread_of(world, match)) == set(match.people)
    assert "Les binômes sont formés" in text_of(announcement(place))
    await end_round(world)
    assert "Ce tour est terminé" in text_of(announcement(place))
    second = await run_round(world, place, who)
    pairs = [frozenset(match.people) for match in (*first, *second)]
    assert len(set(pairs)) == 4  # nobody meets the same person again
    assert (
        len([message for message in place.history() if message.components]) == 2
    )  # beside the panel, one announcement: the bot never speaks twice in a row there


async def test_with_too_few_everybody_who_was_coming_is_told_and_stays_in(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé")
    await run_round(world, place, who)
    assert "Nous n’étions pas assez" in text_of(announcement(place))
    for one in who:
        assert sum("nous n’étions pas assez" in letter for letter in letters_of(one)) == 1
    fourth = (await people(world, "Driss"))[0]
    await announce(world)
    await join(world, fourth, place)
    matches = await bring_together(world)
    assert {member_id for match in matches for member_id in match.people} == {one.id for one in (*who, fourth)}


async def test_the_odd_one_is_told_why_and_goes_first_the_next_time(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss", "Ella")
    matches = await run_round(world, place, who)
    seated = {member_id for match in matches for member_id in match.people}
    alone = next(one for one in who if one.id not in seated)
    assert "nombre impair" in letters_of(alone)[-1]
    assert (await people_store.get(world.association.read(), alone.id)).goes_first
    await end_round(world)
    again = await run_round(world, place, who)
    assert alone.id in {member_id for match in again for member_id in match.people}
    assert not (await people_store.get(world.association.read(), alone.id)).goes_first


async def test_whoever_fits_nobody_reads_the_same_words_whether_or_not_somebody_avoids_them(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss", "Ella", "Fanny")
    house, association = world.bot.house, world.association
    async with association.transaction() as db:
        own = house.lifecycle.alias(association, who[0].id)
        for other in who[1:]:
            alias = house.lifecycle.alias(association, other.id)
            await avoid.add(db, other.id, own, alias, world.clock.now())
        await people_store.choose(db, who[1].id, world.clock.now(), rhythm=Rhythm.ONCE, how=How.IN_PERSON)
        for other in who[2:]:
            await people_store.choose(db, other.id, world.clock.now(), rhythm=Rhythm.ONCE, how=How.REMOTE)
    matches = await run_round(world, place, who)
    assert len(matches) == 2
    assert ALONE in letters_of(who[0])[-1]
    assert letters_of(who[0])[-1] == letters_of(who[1])[-1]


async def test_subscribers_are_counted_on_without_a_tap_and_skip_when_they_say_so(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss", "Ella")
    async with world.association.transaction() as db:
        for one in who:
            await people_store.choose(db, one.id, world.clock.now(), rhythm=Rhythm.EVERY, how=How.BOTH)
    await announce(world)
    await who[4].click(announcement(place), label="Je passe mon tour")
    matches = await bring_together(world)
    assert {member_id for match in matches for member_id in match.people} == {one.id for one in who[:4]}
    assert not any("binôme" in letter for letter in letters_of(who[4]))


async def test_a_restart_at_every_step_opens_no_second_thread(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    round_ = await announce(world)
    await world.restart()
    for one in who:
        await join(world, one, place)
    await world.restart()
    await world.env.advance_time(round_.match_at - world.clock.now())
    await world.restart()
    await beats(world)
    await world.restart()
    await beats(world, HOUR)
    matches = await match_store.of_round(world.association.read(), round_.id)
    assert len(matches) == 2
    assert len(world.threads.threads) == 2
    assert len({member_id for match in matches for member_id in match.people}) == 4


async def test_whoever_leaves_or_changes_their_mind_at_the_last_moment_is_brought_together_with_nobody(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss", "Ella", "Fanny")
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    job = (await due.upcoming(world.association.read(), [MATCH]))[0]
    kind = world.bot.house.jobs.kind(MATCH)
    assert kind is not None
    prepared = await kind.gather(world.association, job)
    await who[0].click(announcement(place), label="Je passe mon tour")
    await world.erase(who[1])
    async with world.association.transaction() as db:
        await kind.decide(world.association, db, job, prepared)
    await beats(world)
    matches = await match_store.of_round(world.association.read(), round_.id)
    assert {member_id for match in matches for member_id in match.people} == {one.id for one in who[2:]}


async def test_the_clocks_may_change_between_the_announcement_and_the_match(tmp_path: Path) -> None:
    async with World(tmp_path) as world:
        place = await open_coffee(world, planned=False)
        await until(world, int(datetime(2026, 3, 20, 12, tzinfo=PARIS).timestamp()))
        async with world.association.transaction() as db:
            found = world.bot.house.jobs.kind("matchmaking:announce")
            assert found is not None
            assert found.recurs is not None
            rhythm = replace(found.recurs.rhythm, anchor=found.recurs.rhythm.anchor + timedelta(days=7))
            await schedules.put(db, found.name, rhythm, active=True, now=world.clock.now())
            await world.bot.house.jobs.replan(world.association, db)
        who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
        round_ = await announce(world)
        announced = datetime.fromtimestamp(round_.announced_at, PARIS)
        at = datetime.fromtimestamp(round_.match_at, PARIS)
        assert announced.utcoffset() != at.utcoffset()
        assert (announced.hour, at.hour, at.weekday()) == (9, 9, 1)
        for one in who:
            await join(world, one, place)
        assert len(await bring_together(world)) == 2
        assert datetime.fromtimestamp(world.clock.now(), UTC).hour == 7


async def test_organisers_who_skip_the_match_leave_nobody_waiting(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    house, association = world.bot.house, world.association
    job = (await due.upcoming(association.read(), [MATCH]))[0]
    async with association.transaction() as db:
        assert await house.jobs.pass_over(association, db, job)
    await until(world, round_.match_at)
    for _ in range(3):
        await beats(world, MINUTE)
    assert "Ce tour n’a pas lieu" in text_of(announcement(place))
    assert all("Le café n’a pas lieu cette fois" in letters_of(one)[-1] for one in who)
    await announce(world)
    assert len(await bring_together(world)) == 2  # they had said yes


async def test_a_week_of_downtime_cancels_the_round_once_and_nothing_bursts(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    await until(world, round_.match_at + 7 * DAY)
    found = await round_store.get(world.association.read(), round_.id)
    assert found is not None
    assert found.state is State.CALLED_OFF
    assert world.threads.threads == []


async def test_a_round_whose_channel_is_gone_goes_on_and_is_announced_where_the_next_one_is_chosen(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    await announce(world)
    for one in who[:3]:
        await join(world, one, place)
    world.env.backend.delete_channel(place.id)
    await world.env.settle()
    await beats(world, 2 * HOUR)
    other = world.guild.create_text_channel("café-2")
    await world.env.settle()
    await world.choose({CHANNEL: other.id})
    await beats(world, 2 * HOUR)
    await join(world, who[3], other)
    assert len(await bring_together(world)) == 2


async def test_without_a_channel_organisers_are_told_and_nothing_else_happens(world: World) -> None:
    await open_coffee(world)
    await world.choose({CHANNEL: None})
    planned = await due.upcoming(world.association.read(), ["matchmaking:announce"])
    await until(world, planned[0].due_at)
    assert any("aucun salon n’est choisi" in text_of(message) for message in world.office.history())
    assert await round_store.announced(world.association.read()) is None


async def test_while_everything_is_suspended_nobody_is_brought_together(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    round_ = await announce(world)
    for one in who:
        await join(world, one, place)
    await world.choose({prefs.SUSPENDED: True})
    await until(world, round_.match_at + HOUR)
    assert await match_store.of_round(world.association.read(), round_.id) == []
    await world.choose({prefs.SUSPENDED: False})
    await beats(world, HOUR)
    assert len(await match_store.of_round(world.association.read(), round_.id)) == 2


async def test_who_waits_until_the_end_goes_first_next_time_and_is_told(world: World, place: ChannelHandle) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    await run_round(world, place, who)
    late = (await people(world, "Ella"))[0]
    await late.click(announcement(place), label="Me joindre en route")
    round_ = await round_store.running(world.association.read())
    assert round_ is not None
    turn = await round_store.turn(world.association.read(), round_.id, late.id)
    assert turn is not None
    assert turn.outcome is Outcome.WAITING
    await end_round(world)
    await beats(world, DAY)
    assert "Personne n’était libre" in letters_of(late)[-1]
    assert (await people_store.get(world.association.read(), late.id)).goes_first
