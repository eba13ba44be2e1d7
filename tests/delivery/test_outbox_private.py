"""Private threads and direct messages, twins, clocks that jump, and what organisers hold, skip and try again."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.delivery import waiting
from bot.delivery.outbox import PAUSES, Operation
from bot.delivery.performing import RETRIED_INSIDE
from bot.delivery.rows import LANDED, Row
from bot.people import members
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from bot.storage.preferences import choose
from tests.delivery.conftest import KIND, Post
from tests.delivery.standin import FORUM, Fault, StandIn

ANNA, BRUNO = 71, 72


@pytest.fixture(autouse=True)
async def people(post: Post) -> None:
    """Two members."""
    async with post.association.transaction() as db:
        await members.accept_notice(db, ANNA, 0)
        await members.accept_notice(db, BRUNO, 0)


async def private_thread(post: Post, place: int, text: str = "Café") -> int:
    """Decide on a private thread of the two."""
    async with post.association.transaction() as db:
        return await post.outbox.open_private_thread(
            db, KIND, channel_id=place, member_ids=[ANNA, BRUNO], reference={"text": text}
        )


async def hold(post: Post, *, on: bool) -> None:
    """Organisers hold everything, or let it go on."""
    async with post.association.transaction() as db:
        post.association.expect_changes()
        await choose(db, post.clock, prefs.SUSPENDED, on)


def only(discord_: StandIn, place: int) -> dict[str, Any]:
    """The one thread of a channel."""
    (thread,) = discord_.threads(place)
    return thread


# Private threads


async def test_a_private_thread_is_whole_before_its_people_see_it(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await private_thread(post, place)
    await post.deliver()
    thread = only(discord_, place)
    number = int(thread["id"])
    assert (thread["name"], thread["type"], thread["thread_metadata"]["invitable"]) == ("Café", 12, False)
    assert discord_.texts(number) == ["Café"]
    assert discord_.members[number] >= {ANNA, BRUNO}
    kinds = [line.split()[0] for line in discord_.requests if f"/{number}" in line]
    assert kinds.index("POST") < kinds.index("PATCH") < kinds.index("PUT")


@pytest.mark.parametrize("away", [LANDED, HOUR])
async def test_a_private_thread_that_came_through_unheard_is_found_by_its_name(
    post: Post, discord_: StandIn, away: int
) -> None:
    place = discord_.channel()
    discord_.faults.append(Fault("POST", "/threads", done=True))
    row = await private_thread(post, place)
    await post.deliver()
    assert only(discord_, place)["name"].startswith("Café · ")
    await post.deliver(later=away - 1)
    await post.deliver(later=1)
    assert only(discord_, place)["name"] == "Café"
    assert await post.state(row) == "sent"
    assert len(discord_.texts(int(only(discord_, place)["id"]))) == 1


@pytest.mark.parametrize("operation", [Operation.FORUM_POST, Operation.PRIVATE_THREAD])
async def test_what_the_library_itself_created_twice_is_one_afterwards(
    post: Post, discord_: StandIn, operation: Operation
) -> None:
    """A 502 that had been done: the library repeats it after a second."""
    place = discord_.channel(FORUM if operation is Operation.FORUM_POST else 0)
    discord_.faults.append(Fault("POST", "/threads", status=502, done=True))
    row = await post.put(operation, "Café", channel_id=place)
    await post.deliver()
    assert RETRIED_INSIDE < 1
    assert await post.state(row) == "sent"
    assert await post.column(row, "sent_channel_id") == int(only(discord_, place)["id"])


async def test_somebody_who_left_is_not_waited_for_in_a_thread(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.left.add(ANNA)
    await private_thread(post, place)
    await post.deliver()
    assert post.failures == ["member-gone"]
    assert post.reported == []
    assert BRUNO in discord_.members[int(only(discord_, place)["id"])]


# Direct messages


async def test_direct_messages_to_one_person_keep_their_order_and_others_go_on(post: Post, discord_: StandIn) -> None:
    first = await post.put(Operation.DM, "un", member_id=ANNA)
    await post.deliver()
    place = await post.column(first, "sent_channel_id")
    discord_.faults.append(Fault("POST", f"/{place}/messages"))
    await post.put(Operation.DM, "deux", member_id=ANNA)
    await post.put(Operation.DM, "trois", member_id=ANNA)
    await post.put(Operation.DM, "bonjour", member_id=BRUNO)
    await post.deliver()
    assert discord_.texts(place) == ["un"]
    assert [sent.channel_id == place for sent in post.recorded] == [True, False]
    await post.deliver(later=PAUSES[0])
    assert discord_.texts(place) == ["un", "deux", "trois"]


async def test_closed_direct_messages_are_the_features_own_matter(post: Post, discord_: StandIn) -> None:
    discord_.closed.add(ANNA)
    row = await post.put(Operation.DM, member_id=ANNA)
    await post.deliver()
    await post.deliver(later=DAY)
    assert await post.state(row) == "dropped"
    assert post.failures == ["dm-closed"]
    assert post.reported == []


@pytest.mark.parametrize("away", [5, HOUR])
async def test_a_direct_message_that_came_through_unheard_comes_once(post: Post, discord_: StandIn, away: int) -> None:
    discord_.faults.append(Fault("POST", "/messages", done=True))
    await post.put(Operation.DM, member_id=ANNA)
    await post.deliver()
    await post.deliver(later=away)
    assert discord_.texts(post.recorded[0].channel_id) == ["x"]


async def test_what_everybody_sees_goes_before_direct_messages(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await post.put(Operation.DM, member_id=ANNA)
    await post.put(text="publié", channel_id=place)
    await post.deliver()
    assert post.recorded[0].channel_id == place


# A clock that jumps


@pytest.mark.parametrize("jump", [-HOUR, HOUR])
@pytest.mark.parametrize("really", [5, 30 * MINUTE])
async def test_a_clock_that_jumped_makes_no_twin(post: Post, discord_: StandIn, jump: int, really: int) -> None:
    """Discord's own clock does not jump."""
    place = discord_.channel()
    discord_.faults.append(Fault("POST", "/messages", done=True))
    discord_.clock = _Real(post.clock)
    await post.put(channel_id=place)
    await post.deliver()
    post.clock.at += really + jump
    discord_.clock.behind = jump
    for pause in (0, HOUR, HOUR):
        await post.deliver(later=pause)
    assert discord_.texts(place) == ["x"]
    assert len(post.recorded) == 1


class _Real:
    """The real time, from a clock that jumped away from it."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock
        self.behind = 0

    def now(self) -> int:
        """The instant without the jump."""
        return int(self._clock.at - self.behind)


# Organisers hold, skip, try again


async def test_while_everything_is_held_only_changes_leave(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await post.put(text="un", channel_id=place)
    await post.deliver()
    message = post.recorded[0].message_id
    await hold(post, on=True)
    held = [await post.put(text=text, channel_id=place) for text in ("deux", "trois")]
    await post.put(Operation.EDIT, "UN", channel_id=place, message_id=message)
    await post.deliver(later=DAY)
    assert discord_.texts(place) == ["UN"]
    await hold(post, on=False)
    async with post.association.transaction() as db:
        assert await waiting.spread(db, post.clock.now(), MINUTE) == len(held)
    await post.deliver()
    assert discord_.texts(place) == ["UN", "deux"]
    await post.deliver(later=MINUTE)
    assert discord_.texts(place) == ["UN", "deux", "trois"]


async def test_a_row_that_is_skipped_takes_along_what_waits_for_it(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await hold(post, on=True)
    row = await private_thread(post, place)
    found = await waiting.one(post.association.read(), row)
    assert found is not None
    async with post.association.transaction() as db:
        await post.outbox.skip(post.association, db, found)
    await hold(post, on=False)
    await post.deliver()
    assert discord_.threads(place) == []
    assert post.failures == ["skipped"]
    assert await waiting.upcoming(post.association.read()) == []


async def test_what_was_parked_is_tried_again_whole(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    fault = Fault("POST", "/threads", lasting=True)
    discord_.faults.append(fault)
    row = await private_thread(post, place)
    await post.deliver()
    for pause in PAUSES:
        await post.deliver(later=max(pause, LANDED))
    (parked,) = await waiting.upcoming(post.association.read())
    assert (parked.id, parked.state, parked.reason) == (row, "parked", "HTTP 503")
    told = {"kind": KIND, "reason": "HTTP 503", "parked": f"g{row}", "count": 1}
    assert post.reported == [("report-outbox-parked", told)]
    discord_.faults.remove(fault)
    async with post.association.transaction() as db:
        assert await waiting.revive(db, row, post.clock.now())
        assert not await waiting.revive(db, row, post.clock.now())
    await post.deliver()
    assert only(discord_, place)["name"] == "Café"
    assert discord_.members[int(only(discord_, place)["id"])] >= {ANNA, BRUNO}


async def test_an_act_does_not_wait_for_a_long_queue(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    gate = asyncio.Event()

    async def wait(row: Row) -> None:
        await gate.wait()

    post.on_render = wait
    row = await post.put(channel_id=place)
    await post.outbox.send_now(post.association, patience=0.05)
    assert await post.state(row) == "sending"
    gate.set()
    await post.outbox.finish(5)
    assert await post.state(row) == "sent"
    assert discord_.texts(place) == ["x"]


async def test_what_is_cut_at_the_end_is_taken_up_at_the_next_start(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()

    async def never(row: Row) -> None:
        await asyncio.sleep(60)

    post.on_render = never
    row = await post.put(channel_id=place)
    await post.outbox.send_now(post.association, patience=0.05)
    await post.outbox.finish(0.05)
    assert await post.state(row) == "sending"
    post.on_render = None
    post.restart()
    await post.deliver()
    assert discord_.texts(place) == ["x"]
