"""The private thread of a coffee: one and no more, said before anybody is let in, and a letter where it can't open."""

from __future__ import annotations

from typing import Any

import pytest

from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from cogs.matchmaking import match_store, threads
from tests.help_requests.stage import last_letter, letters_of, people_in, press_letter
from tests.matchmaking.running import TUESDAY, act, cards_in, click, gone, join_late, now_of, on_tuesday, running
from tests.matchmaking.stage import member, thread_of
from tests.test_letters_story import beats, close_messages, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of

WITHOUT = "Le fil privé n’a pas pu s’ouvrir"


def refuse_threads(world: World, **how: Any) -> None:
    """Discord opens no private thread."""
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", **how)


def relent(world: World) -> None:
    """Discord does what it is asked again."""
    world.env.backend.faults.clear()


async def test_a_thread_says_who_they_are_why_these_and_what_to_begin_with(world: World) -> None:
    anna = await member(world, "Anna", "Je tisse du lin", seeks=["facturation"])
    basile = await member(world, "Basile", "Je tiens des comptes", offers=["Facturation"])
    await come_to(world, TUESDAY)
    (match,) = await running(world, [anna, basile])
    thread = thread_of(world, match)
    assert thread.name == "Un café, 6 janvier"
    assert await people_in(world, thread) == {anna.id, basile.id}
    (first,) = cards_in(world, match)
    said = text_of(first)
    assert "Un café, à deux ?" in said
    assert f"• <@{anna.id}> : Je tisse du lin\n• <@{basile.id}> : Je tiens des comptes" in said
    assert f"« Facturation » : <@{basile.id}> en propose, <@{anna.id}> en cherche." in said
    assert "Un coin en commun : Mayenne (53)." in said
    assert "Ce sera votre premier café ensemble." in said
    assert said.count("?\n") + said.endswith("?") >= 3
    assert list(buttons_of(first)) == ["On se connaît déjà", "Je ne pourrai pas"]
    assert (match.thread_id, match.message_id) == (thread.id, first.id)


async def test_three_people_share_a_thread_and_nothing_is_said_of_those_who_met_before(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (before,) = await running(world, [anna, basile])
    async with world.association.transaction() as db:
        await match_store.enter(db, before.id, "closed")
    (match,) = await running(world, [anna, basile, chloe])
    assert await people_in(world, thread_of(world, match)) == {anna.id, basile.id, chloe.id}
    said = text_of(cards_in(world, match)[0])
    assert "Un café, à trois ?" in said
    assert "premier café ensemble" not in said


async def test_without_a_channel_for_threads_each_is_told_with_whom_they_have_coffee(world: World) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    for who, other in ((anna, basile), (basile, anna)):
        (letter,) = letters_of(who)
        assert f"{WITHOUT} : écris directement à <@{other.id}>" in letter
        assert f"• <@{other.id}> : Je fais des sites web" in letter
        assert f"<@{who.id}>" not in letter
        assert "Un coin en commun" in letter
        assert list(buttons_of(last_letter(who))) == ["On se connaît déjà", "Je ne pourrai pas"]
    await world.choose({prefs.THREADS_CHANNEL: world.threads.id})
    await world.later(HOUR)
    assert world.threads.threads == []
    assert "C’est noté. Un mot part" in text_of(await press_letter(anna, "Je ne pourrai pas"))
    assert (await now_of(world, match)).state == "called-off"


async def test_at_night_only_whoever_just_joined_is_told_at_once(world: World) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    await running(world, alone=[anna])
    await come_to(world, "2026-01-06 23:30")
    await join_late(world, basile)
    assert f"écris directement à <@{anna.id}>" in letters_of(basile)[0]
    assert letters_of(anna) == []
    await come_to(world, "2026-01-07 08:31")
    assert [f"écris directement à <@{basile.id}>" in letter for letter in letters_of(anna)] == [True]
    assert len(letters_of(basile)) == 1


@pytest.mark.parametrize("code", [160006, 50013])
async def test_all_are_told_at_once_where_no_thread_can_be_opened_and_none_opens_an_hour_later(
    world: World, code: int
) -> None:
    who = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    refuse_threads(world, status=400 if code == 160006 else 403, code=code, times=None)
    await running(world, who[:2], who[2:])
    for one in who:
        assert sum(WITHOUT in letter for letter in letters_of(one)) == 1
    relent(world)
    for _ in range(3):
        await world.later(HOUR)
    assert world.threads.threads == []
    assert [len(letters_of(one)) for one in who] == [1, 1, 1, 1]


async def test_a_channel_that_is_gone_leaves_nobody_in_the_dark(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    refuse_threads(world, status=404, code=10003, times=None)
    await running(world, [anna, basile])
    assert WITHOUT in letters_of(anna)[0]
    assert WITHOUT in letters_of(basile)[0]


async def test_a_parked_thread_is_not_opened_when_organisers_try_again(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    refuse_threads(world, status=500, times=None)
    await running(world, [anna, basile])
    for _ in range(10):
        await world.later(5 * HOUR)
    world.failures.events.clear()
    assert WITHOUT in letters_of(anna)[0]
    relent(world)
    async with world.association.transaction() as db:
        parked = await db.value("SELECT id FROM outbox WHERE kind = :kind AND state = 'parked'", kind=threads.THREAD)
        assert await world.bot.house.outbox.revive(world.association, db, parked)
    await world.later(HOUR)
    assert world.threads.threads == []


async def test_a_thread_in_which_nothing_can_be_said_goes_before_anybody_sees_it(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=1)
    (match,) = await running(world, [anna, basile])
    assert (world.threads.threads, match.thread_id) == ([], None)
    await world.later(HOUR)
    assert world.threads.threads == []
    for who in (anna, basile):
        assert [WITHOUT in letter for letter in letters_of(who)] == [True]


async def test_a_thread_into_which_somebody_cannot_be_let_is_none(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    world.env.inject_error("PUT", f"/channels/*/thread-members/{basile.id}", status=403, code=50001, times=None)
    await running(world, [anna, basile])
    assert world.threads.threads == []
    assert f"écris directement à <@{basile.id}>" in letters_of(anna)[0]
    assert f"écris directement à <@{anna.id}>" in letters_of(basile)[0]
    relent(world)
    await world.later(HOUR)
    assert (world.threads.threads, len(letters_of(anna))) == ([], 1)


async def test_there_is_one_thread_whatever_happens_while_it_is_opened(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    world.env.inject_error("POST", "/channels/*/messages", status=500, times=2)
    (match,) = await running(world, [anna, basile])
    await world.restart()
    await world.later(HOUR)
    await world.restart()
    await world.later(HOUR)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {anna.id, basile.id}
    assert len(cards_in(world, await now_of(world, match))) == 1


async def test_a_coffee_that_is_called_off_while_its_thread_opens_leaves_none(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    world.env.inject_error("POST", "/channels/*/messages", status=500, times=5)
    (match,) = await running(world, [anna, basile])
    assert len(world.threads.threads) == 1
    await act(world, anna, "cannot", match)
    relent(world)
    await world.later(HOUR)
    assert world.threads.threads == []


async def test_whoever_left_while_the_thread_opens_is_not_let_in(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    world.env.inject_error("POST", "/channels/*/messages", status=500, times=5)
    (match,) = await running(world, [anna, basile, chloe])
    await gone(world, chloe)
    relent(world)
    await world.later(HOUR)
    assert await people_in(world, thread_of(world, await now_of(world, match))) == {anna.id, basile.id}
    assert f"<@{chloe.id}>" not in text_of(cards_in(world, await now_of(world, match))[0])


async def test_a_thread_that_somebody_deletes_is_not_opened_again_and_the_question_comes_in_private(
    world: World,
) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await click(world, anna, match, "coffee-known")  # somebody pressed: no word about the silence is due
    await world.bot.http.delete_channel(match.thread_id or 0)
    await world.env.settle()
    told = len(world.office.history())
    await beats(world, 6 * DAY)
    await beats(world, HOUR)
    assert world.threads.threads == []
    assert len(world.office.history()) == told
    for who, other in ((anna, basile), (basile, anna)):
        (letter,) = letters_of(who)
        assert f"Alors, ce café avec <@{other.id}> ?" in letter
    assert "Chouette" in text_of(await press_letter(anna, "Ça y est, on s’est parlé"))
    assert "C’est noté, bon café" in text_of(await press_letter(basile, "C’est prévu"))


async def test_a_letter_waits_for_the_next_visit_of_whoever_takes_no_messages(world: World) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    close_messages(world, anna)
    (match,) = await running(world, [anna, basile])
    assert inbox(anna) == []
    shown = await anna.slash(world.lounge, "aide")
    assert f"écris directement à <@{basile.id}>" in text_of(shown.followups[-1])
    noted = await anna.click(message_of(shown), label="On se connaît déjà")
    assert "C’est noté" in text_of(noted)
    assert (await now_of(world, match)).seat_of(anna.id).knows


async def test_nothing_opens_while_organisers_hold_everything(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    await world.choose({prefs.SUSPENDED: True})
    (match,) = await running(world, [anna, basile])
    assert world.threads.threads == []
    await world.later(HOUR)
    await world.choose({prefs.SUSPENDED: False})
    await beats(world, HOUR)
    assert await people_in(world, thread_of(world, await now_of(world, match))) == {anna.id, basile.id}


async def test_no_word_of_a_coffee_pings_anybody(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    await running(world, [anna, basile])
    for _ in range(6):
        await beats(world, DAY)
    sent = [r.json for r in world.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert len(sent) >= 3
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent if isinstance(body, dict))
