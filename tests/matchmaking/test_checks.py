"""What the bot says in a coffee's thread by itself: a word where nobody spoke, and the question in the middle."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.schedule import due
from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from cogs.matchmaking import checks, match_store
from cogs.matchmaking.checks import CHECK_IN, NUDGE
from cogs.matchmaking.rules import Match
from tests.help_requests.stage import letters_of
from tests.help_requests.test_people_go import come_back, standing
from tests.introductions.test_refusals import press
from tests.matchmaking.running import act, cards_in, click, gone, newest, now_of, on_tuesday, running
from tests.matchmaking.stage import thread_of
from tests.matchmaking.test_talk_cards import text
from tests.test_letters_story import beats, come_to
from tests.world import World, buttons_of, message_of, text_of

WORD = "Et si le premier mot était une date ?"
THURSDAY, SUNDAY, MONDAY = "2026-01-08 09:01", "2026-01-11 23:30", "2026-01-12 08:31"


async def second_coffee(world: World, who: MemberActor) -> None:
    """Somebody has had coffee before."""
    async with world.association.transaction() as db:
        match_id = await match_store.add(db, None, [who.id], world.clock.now() - 30 * DAY)
        await match_store.enter(db, match_id, "closed")


async def test_two_working_days_of_silence_get_one_line_and_no_first_timer_is_named(world: World) -> None:
    who = await on_tuesday(world, "Anna", "Basile", "Chloé", "David", "Elsa", "Farid", "Gaël", "Hugo")
    anna, basile, chloe, david, elsa, farid, gael, hugo = who
    await second_coffee(world, anna)
    first, new, wrote, pressed = await running(world, [anna, basile], [chloe, david], [elsa, farid], [gael, hugo])
    await elsa.send(thread_of(world, wrote), "Bonjour")
    await click(world, gael, pressed, "coffee-known")
    await come_to(world, "2026-01-08 08:59")
    assert [len(cards_in(world, match)) for match in (first, new, wrote, pressed)] == [1, 1, 1, 1]
    await come_to(world, THURSDAY)
    assert [len(cards_in(world, match)) for match in (first, new, wrote, pressed)] == [2, 2, 1, 1]
    assert f"{WORD} <@{anna.id}>, deux créneaux" in text_of(cards_in(world, first)[1])
    assert text_of(cards_in(world, new)[1]).startswith(f"{WORD} Deux créneaux")
    await beats(world, DAY)
    assert len(cards_in(world, first)) == 2


async def test_what_is_too_much_for_one_look_is_logged(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(checks, "LOOKED_AT", 1)
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    await running(world, [anna, basile], [chloe, david])
    await come_to(world, THURSDAY)
    assert "more silent coffees than one look takes (1)" in caplog.text


async def test_whoever_is_named_is_named_no_more_once_they_are_gone(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    await second_coffee(world, anna)
    (match,) = await running(world, [anna, basile, chloe])
    await come_to(world, THURSDAY)
    await gone(world, anna)
    assert str(anna.id) not in await standing(world, anna)
    await come_back(world, anna)
    assert f"<@{anna.id}>" in text_of(cards_in(world, match)[1])
    await world.erase(anna)
    await beats(world)
    assert str(anna.id) not in await standing(world, anna)
    assert len(cards_in(world, match)) == 1


async def test_organisers_see_what_is_planned_and_not_who_is_meant(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    for who in (anna, basile):
        await second_coffee(world, who)
    await running(world, [anna, basile])
    db = world.association.read()
    for job, said in zip(await due.upcoming(db, [NUDGE, CHECK_IN]), (WORD, "Alors, ce café ?"), strict=True):
        kind = world.bot.house.jobs.kind(job.kind)
        assert kind is not None
        assert kind.preview is not None
        shown = await kind.preview(world.association, job)
        assert shown is not None
        assert said in text(shown)
        assert "<@" not in text(shown)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=2)
    await come_to(world, THURSDAY)
    row = await db.value("SELECT id FROM outbox WHERE kind = :kind AND state = 'due'", kind=NUDGE)
    seen = await press(world, world.organiser, "organisers:upcoming:0")
    entry = await world.organiser.select(message_of(seen), [f"o{row}"], custom_id="organisers:entry")
    assert "C’est un échange privé" in text_of(entry)
    assert "<@" not in text_of(entry)


async def test_after_a_long_rest_no_word_comes_too_late(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await world.choose({prefs.SUSPENDED: True})
    await beats(world, 4 * DAY + HOUR)
    await world.choose({prefs.SUSPENDED: False})
    await beats(world)
    assert len(cards_in(world, match)) == 1


async def test_a_thread_that_cannot_be_read_counts_as_no_silence(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    world.env.inject_error("GET", f"/channels/{match.thread_id}/messages", status=403, code=50001, times=None)
    await come_to(world, THURSDAY)
    world.env.backend.faults.clear()
    assert len(cards_in(world, match)) == 1


async def test_in_the_middle_of_the_round_each_thread_is_asked_once(world: World) -> None:
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    match, over = await running(world, [anna, basile], [chloe, david])
    for who in (chloe, david):
        await act(world, who, "met", over)
    await act(world, anna, "met", match)
    await come_to(world, SUNDAY)
    assert len(cards_in(world, match)) == 1
    await come_to(world, MONDAY)
    assert len(cards_in(world, over)) == 1
    (_, asked) = cards_in(world, match)
    assert text_of(asked).startswith("Alors, ce café ?")
    assert list(buttons_of(asked)) == ["Ça y est, on s’est parlé", "C’est prévu", "On ne pourra pas"]
    assert (await now_of(world, match)).asked_id == asked.id
    await world.restart()
    await beats(world, DAY)
    assert len(cards_in(world, match)) == 2


async def test_a_coffee_that_was_called_off_is_not_asked_about_and_the_new_one_in_its_time(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await beats(world, 2 * HOUR)
    await act(world, anna, "cannot", match)
    other = await newest(world, basile)
    await come_to(world, MONDAY)
    await come_to(world, "2026-01-12 10:00")
    assert len(cards_in(world, match)) == 1
    assert "Alors, ce café ?" in text_of(cards_in(world, other)[-1])


async def test_where_nothing_can_be_posted_the_question_comes_in_private_once(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await basile.send(thread_of(world, match), "Bonjour")
    await act(world, basile, "met", match)
    world.env.inject_error("POST", f"/channels/{match.thread_id}/messages", status=403, code=50013, times=None)
    await come_to(world, MONDAY)
    assert [f"avec <@{basile.id}>" in letter for letter in letters_of(anna)] == [True]
    assert letters_of(basile) == []  # who said that they met isn't asked
    world.env.backend.faults.clear()
    await beats(world, HOUR)
    assert len(cards_in(world, match)) == 1


async def test_a_question_nobody_wants_is_not_asked(world: World) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    match: Match = (await running(world, [anna, basile]))[0]
    await act(world, anna, "cannot", match)
    await come_to(world, MONDAY)
    assert not any("Alors, ce café" in letter for who in (anna, basile) for letter in letters_of(who))
