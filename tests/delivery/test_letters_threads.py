"""Private threads that letters open: each is known until it is deleted, and none outlives what it says."""

from __future__ import annotations

import pytest

from bot.delivery.contact import Fallback, LetterKind, Weight
from bot.delivery.rounds import KEPT
from bot.schedule.clock import DAY, HOUR, MINUTE
from tests.delivery.desk import ANNA, BRUNO, Desk
from tests.delivery.standin import Fault


@pytest.fixture
async def place(desk: Desk) -> int:
    """Where private threads stand; Anna takes no direct messages."""
    desk.server.closed.add(ANNA)
    return await desk.choose_threads()


async def open_thread(desk: Desk, place: int, kind: str = "plea", **options: str) -> int:
    """Anna is asked something in a private thread; its id."""
    await desk.write(ANNA, kind, "au secours", **options)
    await desk.beat(later=MINUTE)
    (thread,) = desk.server.threads(place)
    return int(thread["id"])


async def erase(desk: Desk) -> None:
    """Anna wants to be forgotten."""
    await desk.change(lambda db: desk.lifecycle.erase(desk.association, db, ANNA))


async def test_a_thread_goes_when_its_letter_is_forgotten(desk: Desk, place: int) -> None:
    await open_thread(desk, place, "case")
    await desk.jobs.settle_in(desk.association)
    await desk.beat(later=KEPT - DAY)
    assert len(desk.server.threads(place)) == 1
    await desk.beat(later=3 * DAY)
    assert await desk.states() == {}
    assert desk.server.threads(place) == []


async def test_a_thread_of_an_ask_put_off_goes_when_its_reader_leaves(desk: Desk, place: int) -> None:
    await open_thread(desk, place)
    await desk.put_off("au secours")
    await desk.change(lambda db: desk.lifecycle.leave(desk.association, db, ANNA))
    assert desk.server.threads(place) == []
    await erase(desk)


async def test_a_thread_of_an_ask_put_off_goes_when_somebody_else_takes_it(desk: Desk, place: int) -> None:
    await open_thread(desk, place, topic="help:1")
    await desk.put_off("au secours")
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    assert desk.server.threads(place) == []


async def test_a_thread_of_an_ask_put_off_goes_when_that_is_taken_back(desk: Desk, place: int) -> None:
    await open_thread(desk, place)
    await desk.put_off("au secours")
    await desk.change(lambda db: desk.contact.take_back(desk.association, db, ANNA, "test:plea", "au secours"))
    assert desk.server.threads(place) == []


async def test_a_thread_of_an_ask_put_off_makes_room_for_the_next_one(desk: Desk, place: int) -> None:
    first = await open_thread(desk, place)
    await desk.put_off("au secours")
    assert [int(thread["id"]) for thread in desk.server.threads(place)] == [first]  # it says that it comes again
    await desk.beat(later=7 * DAY)
    (second,) = desk.server.threads(place)
    assert int(second["id"]) != first


async def test_a_thread_where_somebody_said_never_stands_with_that_answer_until_they_are_erased(
    desk: Desk, place: int
) -> None:
    await open_thread(desk, place)
    letter = await desk.letter("au secours")
    await desk.change(lambda db: desk.contact.refuse(desk.association, db, letter))
    assert len(desk.server.threads(place)) == 1
    await erase(desk)
    assert desk.server.threads(place) == []


async def test_a_thread_goes_with_its_reader_also_when_its_feature_is_gone(desk: Desk, place: int) -> None:
    desk.contact.register(LetterKind("test:old", Weight.MATTER, desk._render, fallback=Fallback.THREAD))
    await open_thread(desk, place, "old")
    desk.restart()  # without that kind
    assert await desk.contact.words_of(desk.association, await desk.letter("au secours")) is None
    await erase(desk)
    assert desk.server.threads(place) == []


@pytest.mark.parametrize("method", ["PATCH", "PUT"])
async def test_a_thread_that_was_half_made_goes_with_its_reader(desk: Desk, place: int, method: str) -> None:
    desk.server.faults.append(Fault(method, "", status=503))
    await open_thread(desk, place)
    assert await desk.states() == {"au secours": "sending"}
    await erase(desk)
    await desk.beat(later=HOUR)
    assert desk.server.threads(place) == []


async def test_a_thread_that_discord_made_unheard_goes_with_its_reader(desk: Desk, place: int) -> None:
    desk.server.faults.append(Fault("POST", "/threads", status=503, done=True))
    await open_thread(desk, place)
    await erase(desk)
    await desk.beat(later=HOUR)
    await desk.beat(later=MINUTE)
    assert desk.server.threads(place) == []


async def test_organisers_are_not_told_of_a_private_thread_that_somebody_deleted(desk: Desk, place: int) -> None:
    thread = await open_thread(desk, place, topic="help:1")
    desk.server.delete_channel(thread)
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    assert await desk.states() == {"au secours": "taken"}
    assert desk.reported == []


async def test_organisers_are_told_when_threads_cannot_be_opened_where_they_said(desk: Desk, place: int) -> None:
    desk.server.refused[place] = (403, 50013)
    await desk.write(ANNA, "plea", "au secours")
    await desk.beat()
    assert desk.reported == ["report-permission"]
    assert await desk.states() == {"au secours": "held"}


async def test_a_thread_that_may_not_be_deleted_is_told_and_tried_again(desk: Desk, place: int) -> None:
    thread = await open_thread(desk, place)
    desk.server.refused[thread] = (403, 50013)
    await erase(desk)
    assert desk.reported == ["report-permission"]
    desk.server.refused.clear()
    await desk.beat(later=HOUR)
    assert desk.server.threads(place) == []
