"""The digest through the year: each Monday at 8:30 once, whatever clocks, holidays, pauses and downtime do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.schedule import schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.occurrences import Pause
from cogs.digest.preferences import CHANNEL
from cogs.digest.rules import POST
from tests.digest.stage import (
    MONDAY,
    NEWS,
    beats,
    come_to,
    digests,
    hush,
    live,
    open_digest,
    open_thread,
    posted_at,
    say_by_itself,
    talk,
    tell,
)
from tests.introductions.test_refusals import press
from tests.organisers.test_sending import choices, upcoming
from tests.prompts.stage import switch_on
from tests.world import World, buttons_of, message_of, text_of


async def _weeks(world: World, *mornings: str) -> list[str]:
    """Live through some weeks in which people talk; when digests appeared."""
    for morning in mornings:
        await come_to(world, f"{morning} 07:00")
        await talk(world)
        await live(world, f"{morning} 09:30", step=30 * MINUTE)
    return [posted_at(message) for message in digests(world.lounge)]


async def test_it_is_off_until_organisers_switch_it_on(world: World) -> None:
    await open_digest(world, on=False)
    await come_to(world, MONDAY)
    assert digests(world.lounge) == []
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{POST}")
    await come_to(world, "2026-01-19 08:29")
    assert digests(world.lounge) == []
    await come_to(world, "2026-01-19 08:30")
    (digest,) = digests(world.lounge)
    assert text_of(digest).splitlines()[:2] == ["### La gazette du 19 janvier 2026", f"**À venir** · {NEWS}"]
    assert list(buttons_of(digest)) == ["Tout voir", "Recevoir en privé"]


@pytest.mark.parametrize(
    "mornings",
    [
        ("2026-03-16", "2026-03-23", "2026-03-30", "2026-04-07"),  # 29 March: the clocks jump; 6 April is a holiday
        ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02"),  # 25 October: they fall back
    ],
)
async def test_around_a_clock_change_there_is_one_each_week_at_half_past_eight(
    world: World, mornings: tuple[str, ...]
) -> None:
    await open_digest(world)
    assert await _weeks(world, *mornings) == [f"{morning} 08:30" for morning in mornings]


async def test_hour_by_hour_nothing_comes_twice_while_the_clocks_change(world: World) -> None:
    await open_digest(world)
    await come_to(world, "2026-10-24 12:30")
    await live(world, "2026-10-27 12:30", step=HOUR)
    assert [posted_at(message) for message in digests(world.lounge)] == ["2026-10-26 08:30"]


async def test_a_holiday_moves_it_to_the_next_working_day_and_says_that_day(world: World) -> None:
    await open_digest(world)
    await come_to(world, "2026-05-25 08:30")  # Whit Monday
    assert digests(world.lounge) == []
    await come_to(world, "2026-05-26 08:30")
    assert "26 mai 2026" in text_of(digests(world.lounge)[0])


async def test_august_is_quiet_and_september_tells_of_all_of_it(world: World) -> None:
    await open_digest(world)
    async with world.association.transaction() as db:
        await schedules.add_pause(db, Pause(date(2026, 8, 1), date(2026, 8, 31)))
        await world.bot.house.jobs.replan(world.association, db)
    await come_to(world, "2026-07-27 06:00")
    for week in ("2026-07-27", "2026-08-03", "2026-08-10", "2026-08-17", "2026-08-24", "2026-08-31", "2026-09-07"):
        await _weeks(world, week)
    assert [posted_at(m) for m in digests(world.lounge)] == ["2026-07-27 08:30", "2026-09-07 08:30"]
    found = await world.association.read().rows("SELECT since, until FROM digests ORDER BY id")
    assert found[1]["since"] == found[0]["until"]


async def test_after_a_week_of_downtime_there_is_one_and_no_burst(world: World) -> None:
    await open_digest(world)
    await come_to(world, MONDAY)
    await talk(world)
    await come_to(world, "2026-01-18 12:00")
    await world.restart()
    hush(world)
    tell(world, NEWS)
    await world.env.advance_time(15 * DAY)  # until Monday 2 February, noon: two Mondays were missed, one is today
    await live(world, "2026-02-03 12:00", step=HOUR)
    assert [posted_at(m)[:10] for m in digests(world.lounge)] == ["2026-01-12", "2026-02-02"]
    assert "un peu en retard" in text_of(digests(world.lounge)[1])
    await talk(world)
    await come_to(world, "2026-02-09 08:30")
    assert "en retard" not in text_of(digests(world.lounge)[2])


async def test_more_than_a_day_late_it_is_passed_over(world: World) -> None:
    await open_digest(world)
    await come_to(world, "2026-01-11 12:00")
    await world.env.advance_time(3 * DAY)
    await live(world, "2026-01-16 12:00", step=6 * HOUR)
    assert digests(world.lounge) == []


async def test_what_waited_while_everything_was_held_is_not_made_up_for(world: World) -> None:
    await open_digest(world)
    await press(world, world.organiser, "organisers:suspend")
    await live(world, "2026-01-21 12:00")
    await press(world, world.organiser, "organisers:resume")
    await beats(world, MINUTE)
    assert digests(world.lounge) == []
    await come_to(world, "2026-01-26 08:30")
    assert len(digests(world.lounge)) == 1


async def test_a_week_without_news_has_no_digest(world: World) -> None:
    await open_digest(world, told="")
    await come_to(world, MONDAY)
    assert digests(world.lounge) == []
    assert not await world.association.read().rows("SELECT 1 FROM digests")
    tell(world, NEWS)
    await come_to(world, "2026-01-19 08:30")
    assert len(digests(world.lounge)) == 1


async def test_what_is_planned_and_what_the_calendar_says_alone_are_no_digest(world: World) -> None:
    await world.choose({CHANNEL: world.lounge.id})
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{POST}")
    await switch_on(world)
    await come_to(world, "2026-12-06 12:00")
    before = len(digests(world.lounge))
    await live(world, "2026-12-08 12:00")
    assert len(digests(world.lounge)) == before == 0
    shown = text_of(await world.organiser.slash(world.lounge, "gazette"))
    assert "À venir" in shown
    assert "Échéances" in shown


# Never twice in a row


async def test_while_nobody_speaks_the_new_one_takes_the_place_of_the_old_one(world: World) -> None:
    await open_digest(world)
    for morning in ("2026-01-12", "2026-01-19", "2026-01-26"):
        await come_to(world, f"{morning} 08:30")
        assert [posted_at(message) for message in digests(world.lounge)] == [f"{morning} 08:30"]
    await talk(world)
    await come_to(world, "2026-02-02 08:30")
    assert [posted_at(m)[:10] for m in digests(world.lounge)] == ["2026-01-26", "2026-02-02"]
    await come_to(world, "2026-05-04 08:30")
    found = await world.association.read().rows("SELECT day FROM digests ORDER BY id")
    assert [row["day"] for row in found] == [
        "2026-01-26",
        "2026-02-02",
        "2026-05-04",
    ]  # what stands nowhere is forgotten


async def test_after_another_word_of_the_bots_own_the_standing_digest_is_changed_silently(world: World) -> None:
    await open_digest(world)
    await come_to(world, MONDAY)
    await say_by_itself(world)
    tell(world, "autre chose")
    await come_to(world, "2026-01-19 08:30")
    (digest,) = digests(world.lounge)
    assert posted_at(digest) == MONDAY
    assert "19 janvier 2026" in text_of(digest)
    assert "autre chose" in text_of(digest)
    everything = await world.organiser.click(digest, label="Tout voir")
    assert "19 janvier 2026" in text_of(everything)
    await talk(world)
    await come_to(world, "2026-01-26 08:30")
    assert len(digests(world.lounge)) == 2


async def test_without_a_standing_digest_nothing_follows_another_word_of_the_bots_own(world: World) -> None:
    await open_digest(world)
    question = await say_by_itself(world)
    await come_to(world, MONDAY)
    assert digests(world.lounge) == []
    thread = await open_thread(world, question)
    await talk(world, where=thread)  # an answer in its thread is a word of somebody
    await come_to(world, "2026-01-19 08:30")
    assert len(digests(world.lounge)) == 1


async def test_a_digest_under_which_people_talk_stays(world: World) -> None:
    await open_digest(world)
    await come_to(world, MONDAY)
    await talk(world, where=await open_thread(world, digests(world.lounge)[0].id))
    await come_to(world, "2026-01-19 08:30")
    assert len(digests(world.lounge)) == 2


# What goes wrong


async def test_a_channel_that_is_gone_is_told_once_and_the_next_digest_goes_to_the_new_one(world: World) -> None:
    place = world.guild.create_text_channel("gazette")
    await open_digest(world)
    await world.choose({CHANNEL: place.id})
    world.env.backend.delete_channel(place.id)
    await come_to(world, MONDAY)
    await come_to(world, "2026-01-19 08:30")
    told = [text_of(m) for m in world.office.history() if m.components]
    assert sum("n’existe plus" in line and "équipe" not in line for line in told) == 1
    await world.choose({CHANNEL: world.lounge.id})
    await come_to(world, "2026-01-26 08:30")
    assert [posted_at(m) for m in digests(world.lounge)] == ["2026-01-26 08:30"]


async def test_a_permission_that_comes_back_within_the_day_lets_it_appear_and_later_does_not(world: World) -> None:
    await open_digest(world)
    path = f"/channels/{world.lounge.id}/messages"
    world.env.inject_error("POST", path, status=403, code=50013, times=3)
    await come_to(world, MONDAY)
    await live(world, "2026-01-12 15:00", step=HOUR)
    (digest,) = digests(world.lounge)
    assert "un peu en retard" in text_of(digest)
    await talk(world)
    world.env.inject_error("POST", path, status=403, code=50013, times=60)
    await come_to(world, "2026-01-19 08:30")
    await live(world, "2026-01-20 10:30", step=HOUR)
    await come_to(world, "2026-01-23 15:00")
    assert len(digests(world.lounge)) == 1
    await talk(world)
    world.env.backend.faults.clear()
    world.env.inject_error("POST", path, status=403, code=50013, times=1)
    await come_to(world, "2026-01-26 08:30")
    await say_by_itself(world)
    await live(world, "2026-01-26 15:00", step=HOUR)
    assert len(digests(world.lounge)) == 1  # the bot itself spoke meanwhile


async def test_a_restart_between_looking_and_deciding_posts_it_once(world: World) -> None:
    await open_digest(world)

    kind = world.bot.house.jobs.kind(POST)
    assert kind is not None
    looked = kind.gather

    async def look_and_die(*given: Any) -> Any:
        await looked(*given)
        raise RuntimeError("killed")

    object.__setattr__(kind, "gather", look_and_die)
    await come_to(world, MONDAY)
    world.failures.events.clear()
    assert digests(world.lounge) == []
    await world.restart()
    tell(world, NEWS)
    await beats(world, 2 * MINUTE)
    await live(world, "2026-01-13 12:00", step=6 * HOUR)
    assert len(digests(world.lounge)) == 1


async def test_an_undecided_post_is_found_again_and_stands_once(world: World) -> None:
    await open_digest(world)
    world.env.inject_error("POST", f"/channels/{world.lounge.id}/messages", status=503, times=1)
    await come_to(world, MONDAY)
    await beats(world, HOUR)
    assert len(digests(world.lounge)) == 1
    await come_to(world, "2026-01-19 08:30")
    assert len(digests(world.lounge)) == 1


async def test_organisers_see_it_before_it_goes_and_may_skip_it(world: World) -> None:
    await open_digest(world)
    shown = await upcoming(world)
    assert "La gazette" in text_of(shown)
    entry = await world.organiser.select(message_of(shown), choices(shown)[:1], custom_id="organisers:entry")
    assert "Voici ce qui partirait maintenant" in text_of(entry)
    assert NEWS in text_of(entry)
    asked = await world.organiser.click(message_of(entry), label="Sauter cet envoi")
    await world.organiser.click(message_of(asked), label="Sauter cet envoi")
    await live(world, "2026-01-06 12:00")
    assert digests(world.lounge) == []
    await come_to(world, MONDAY)
    assert len(digests(world.lounge)) == 1


async def test_a_digest_that_a_moderator_deleted_stays_deleted(world: World) -> None:
    await open_digest(world)
    await come_to(world, MONDAY)
    await world.organiser.delete(digests(world.lounge)[0])
    await live(world, "2026-01-18 12:00")
    assert digests(world.lounge) == []
    await come_to(world, "2026-01-19 08:30")
    assert [posted_at(m) for m in digests(world.lounge)] == ["2026-01-19 08:30"]


async def test_it_pings_nobody(world: World) -> None:
    await open_digest(world, told="<@1> @everyone")
    await come_to(world, MONDAY)
    sent = [r.json for r in world.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert sent
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent if isinstance(body, dict))
