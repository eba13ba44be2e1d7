"""Messages out: nothing is lost, nothing comes twice, order holds, and what Discord refuses is told once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.delivery import rows, waiting
from bot.delivery.outbox import PAUSES, Operation, Row
from bot.delivery.rows import KEEP_SENT, LANDED
from bot.people import members
from bot.schedule.clock import DAY, HOUR, MINUTE
from tests.delivery.conftest import Post
from tests.delivery.standin import FORUM, WINDOW, Fault, StandIn


def failing(times: int, error: BaseException) -> Callable[[Row], Awaitable[None]]:
    """Fails as often as said, then works."""
    left = [times]

    async def fail(row: Row) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise error

    return fail


# Order


async def test_rows_of_a_channel_are_sent_in_order_and_once(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    for text in ("un", "deux", "trois"):
        await post.put(text=text, channel_id=place)
    await asyncio.gather(post.deliver(), post.deliver())
    await post.deliver()
    assert discord_.texts(place) == ["un", "deux", "trois"]
    assert len(post.recorded) == 3


async def test_a_row_that_waits_to_be_retried_keeps_its_place(post: Post, discord_: StandIn) -> None:
    place, other = discord_.channel(), discord_.channel()
    discord_.faults.append(Fault("POST", "/messages"))
    for text, where in (("un", place), ("deux", place), ("ailleurs", other)):
        await post.put(text=text, channel_id=where)
    await post.deliver()
    assert discord_.texts(place) == []
    assert discord_.texts(other) == ["ailleurs"]
    await post.deliver(later=PAUSES[0])
    assert discord_.texts(place) == ["un", "deux"]


async def test_a_thread_opens_under_the_message_it_waits_for(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    first = await post.put(text="bonjour", channel_id=place)
    await post.put(Operation.THREAD, "Anna", after=first)
    await post.put(Operation.PIN, after=first)
    await post.deliver()
    (thread,) = discord_.threads(place)
    assert thread["name"] == "Anna"
    assert discord_.pins == [int(thread["id"])] == [post.recorded[0].message_id]
    assert post.recorded[1].channel_id == int(thread["id"])


async def test_a_thread_that_came_through_unheard_is_not_opened_twice(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    first = await post.put(channel_id=place)
    await post.put(Operation.THREAD, "Anna", after=first)
    discord_.faults.append(Fault("POST", "/threads", done=True))
    await post.deliver()
    await post.deliver(later=PAUSES[0])
    assert len(discord_.threads(place)) == 1
    assert post.recorded[1].channel_id == int(discord_.threads(place)[0]["id"])


@pytest.mark.parametrize(("text", "state"), [(None, "dropped"), ("boom", "parked")])
async def test_a_row_that_ends_badly_takes_along_what_waits_for_it_and_blocks_nothing(
    post: Post, discord_: StandIn, text: str | None, state: str
) -> None:
    place = discord_.channel()
    post.on_render = failing(1, RuntimeError("Marie")) if text else None
    first = await post.put(text=text, channel_id=place)
    second = await post.put(Operation.THREAD, after=first)
    third = await post.put(Operation.EDIT, after=second)
    after = await post.put(text="suivant", channel_id=place)
    await post.deliver()
    assert [await post.state(row) for row in (first, second, third, after)] == [state, state, state, "sent"]
    assert discord_.texts(place) == ["suivant"]
    assert [key for key, _ in post.reported] == (["report-outbox-parked"] if state == "parked" else [])
    assert "Marie" not in str(post.reported)


async def test_a_row_whose_feature_is_gone_is_dropped(post: Post, discord_: StandIn) -> None:
    row = await post.put(channel_id=discord_.channel())
    post.outbox._kinds.clear()
    await post.deliver()
    assert await post.state(row) == "dropped"


async def test_later_edits_replace_those_that_wait(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await post.put(text="un", channel_id=place)
    await post.deliver()
    message = post.recorded[0].message_id
    for text in ("deux", "trois", "quatre"):
        await post.put(Operation.EDIT, text, channel_id=place, message_id=message)
    discord_.requests.clear()
    await post.deliver()
    assert discord_.texts(place) == ["quatre"]
    assert len([line for line in discord_.requests if line.startswith("PATCH")]) == 1


async def test_a_row_about_somebody_goes_with_them(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    async with post.association.transaction() as db:
        await members.accept_notice(db, 7, 0)
    row = await post.put(channel_id=place, member_id=7)
    assert await waiting.waits(post.association.read(), "test:kind", place, {"text": "x"})
    async with post.association.transaction() as db:
        await db.run("DELETE FROM members")
    await post.deliver()
    assert discord_.texts(place) == []
    assert await post.state(row) == "None"


async def test_what_was_sent_names_nobody_any_more(post: Post, discord_: StandIn) -> None:
    async with post.association.transaction() as db:
        await members.accept_notice(db, 7, 0)
    row = await post.put(channel_id=discord_.channel(), member_id=7)
    await post.deliver()
    assert await post.column(row, "member_id") is None


# Exactly once


@pytest.mark.parametrize("status", [503, 0])
@pytest.mark.parametrize("done", [False, True], ids=["lost", "came through"])
async def test_an_undecided_post_is_repeated_with_the_same_nonce(
    post: Post, discord_: StandIn, status: int, done: bool
) -> None:
    place = discord_.channel()
    discord_.faults.append(Fault("POST", "/messages", status=status, done=done))
    row = await post.put(channel_id=place)
    await post.deliver()
    assert await post.state(row) == "due"
    await post.deliver(later=PAUSES[0])
    assert discord_.texts(place) == ["x"]
    assert await post.state(row) == "sent"
    assert await post.column(row, "sent_message_id") == next(iter(discord_.messages[place]))


async def test_however_often_discord_fails_a_post_comes_once(post: Post, discord_: StandIn) -> None:
    """The last attempts are hours after the first: the nonce is long forgotten, the marker is found."""
    place = discord_.channel()
    discord_.faults.extend([Fault("POST", "/messages", done=True)] + [Fault("GET", "/messages")] * 3)
    row = await post.put(channel_id=place)
    await post.deliver()
    for pause in PAUSES[:-1]:
        for _ in range(120):
            discord_.say(place, "on parle")
        await post.deliver(later=pause)
    assert await post.state(row) == "sent"
    assert [text for text in discord_.texts(place) if text == "x"] == ["x"]


async def test_what_discord_never_answers_is_parked_and_told_once(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.faults.extend([Fault("POST", "/messages")] * 20)
    row = await post.put(channel_id=place)
    await post.deliver()
    for pause in PAUSES:
        await post.deliver(later=pause)
    await post.deliver(later=DAY)
    assert await post.state(row) == "parked"
    assert [key for key, _ in post.reported] == ["report-outbox-parked"]


@pytest.mark.parametrize("away", [5, WINDOW + 1, DAY])
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
async def test_a_crash_while_sending_makes_no_twin_and_loses_nothing(
    post: Post, discord_: StandIn, away: int, done: bool
) -> None:
    place = discord_.channel()
    row = await post.put(channel_id=place)
    if done:
        post.on_sent = failing(1, asyncio.CancelledError())
    else:
        post.on_render = failing(1, asyncio.CancelledError())
    with pytest.raises(asyncio.CancelledError):
        await post.deliver()
    assert await post.state(row) == "sending"
    assert len(discord_.texts(place)) == int(done)
    token = await post.column(row, "token")
    post.restart()
    discord_.say(place, "entre-temps")
    discord_.requests.clear()
    await post.deliver(later=away)
    assert await post.state(row) == "sent"
    assert await post.column(row, "token") == token
    assert sorted(discord_.texts(place)) == ["entre-temps", "x"]
    looked = [line for line in discord_.requests if line.startswith("GET")]
    assert looked


async def test_a_result_that_can_not_be_recorded_is_found_again(post: Post, discord_: StandIn) -> None:
    """A full disk between Discord's answer and ours."""
    place = discord_.channel()
    post.on_sent = failing(1, OSError("disk full"))
    row = await post.put(channel_id=place)
    after = await post.put(text="suivant", channel_id=place)
    await post.deliver()
    assert await post.association.read().value("SELECT count(*) FROM meta WHERE name LIKE 'sent%'") in {0, 1}
    await post.deliver(later=DAY)
    assert discord_.texts(place) == ["x", "suivant"]
    assert [await post.state(row), await post.state(after)] == ["sent", "sent"]


async def test_a_row_left_in_flight_is_taken_up_without_a_restart(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    post.on_render = failing(1, asyncio.CancelledError())
    row = await post.put(channel_id=place)
    with pytest.raises(asyncio.CancelledError):
        await post.deliver()
    await post.deliver(later=MINUTE)
    assert await post.state(row) == "sent"
    assert discord_.texts(place) == ["x"]


async def test_an_undecided_post_before_a_lost_permission_makes_no_twin(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.faults.append(Fault("POST", "/messages", done=True))
    row = await post.put(channel_id=place)
    await post.deliver()
    discord_.refused[place] = (403, 50013)
    await post.deliver(later=PAUSES[0])
    discord_.refused.clear()
    await post.deliver(later=HOUR)
    assert await post.state(row) == "sent"
    assert discord_.texts(place) == ["x"]


# Forums


async def test_a_post_in_a_forum_keeps_where_it_stands(post: Post, discord_: StandIn) -> None:
    forum = discord_.channel(FORUM)
    await post.put(Operation.FORUM_POST, "Anna", channel_id=forum)
    await post.deliver()
    (thread,) = discord_.threads(forum)
    assert (thread["name"], discord_.texts(int(thread["id"]))) == ("Anna", ["Anna"])
    assert post.recorded[0].channel_id == post.recorded[0].message_id == int(thread["id"])


@pytest.mark.parametrize("archived", [False, True])
async def test_a_forum_post_that_came_through_unheard_is_found_and_its_twins_deleted(
    post: Post, discord_: StandIn, archived: bool
) -> None:
    forum = discord_.channel(FORUM)
    discord_.faults.extend([Fault("POST", "/threads", done=True), Fault("GET", "/active")])
    row = await post.put(Operation.FORUM_POST, "Anna", channel_id=forum)
    await post.deliver()
    (first,) = discord_.threads(forum)
    twin = discord_._thread(forum, "Anna")  # what the library's own retry of a 5xx makes
    starter = discord_.messages[int(first["id"])][int(first["id"])]
    discord_._message(int(twin["id"]), starter, 555000000000000001, int(twin["id"]))
    stranger = discord_._thread(forum, "Bruno")
    stranger["owner_id"] = "7"
    first["thread_metadata"]["archived"] = archived
    for pause in (LANDED, LANDED, PAUSES[2]):
        await post.deliver(later=pause)
    assert await post.state(row) == "sent"
    assert [thread["id"] for thread in discord_.threads(forum)] == [first["id"], stranger["id"]]
    assert post.recorded[0].channel_id == int(first["id"])


async def test_a_forum_that_wants_a_tag_gets_one_that_everybody_may_use(post: Post, discord_: StandIn) -> None:
    tags = [
        {"id": "1", "name": "équipe", "moderated": True, "emoji_id": None, "emoji_name": None},
        {"id": "2", "name": "membres", "moderated": False, "emoji_id": None, "emoji_name": None},
    ]
    forum = discord_.channel(FORUM, available_tags=tags, flags=1 << 4)
    row = await post.put(Operation.FORUM_POST, "Anna", channel_id=forum)
    await post.deliver()
    assert await post.state(row) == "sent"


# What Discord refuses


async def test_a_lost_permission_is_told_once_tried_hourly_and_told_anew_after_it_worked(
    post: Post, discord_: StandIn
) -> None:
    place, other = discord_.channel(), discord_.channel()
    discord_.refused[place] = (403, 50013)
    row = await post.put(channel_id=place)
    await post.put(text="ailleurs", channel_id=other)
    await post.deliver()
    assert discord_.texts(other) == ["ailleurs"]
    for _ in range(30):
        discord_.requests.clear()
        await post.deliver(later=HOUR - 1)
        assert discord_.requests == []
        await post.deliver(later=1)
        assert len(discord_.requests) == 1
    assert post.reported == [("report-permission", {"channel": place})]
    assert await post.state(row) == "due"
    discord_.refused.clear()
    await post.deliver(later=HOUR)
    assert discord_.texts(place) == ["x"]
    discord_.refused[place] = (403, 50001)
    await post.put(channel_id=place)
    await post.deliver()
    assert len(post.reported) == 2


async def test_too_many_threads_are_told_once_and_tried_hourly(post: Post, discord_: StandIn) -> None:
    forum = discord_.channel(FORUM)
    discord_.faults.extend([Fault("POST", "/threads", status=400, code=160006)] * 3)
    row = await post.put(Operation.FORUM_POST, channel_id=forum)
    await post.deliver()
    for _ in range(3):
        await post.deliver(later=HOUR)
    assert [key for key, _ in post.reported] == ["report-full"]
    assert await post.state(row) == "sent"
    assert await post.association.read().value("SELECT count(*) FROM meta WHERE name LIKE 'told-%'") == 0


async def test_a_deleted_channel_drops_its_rows_and_is_told_once(post: Post, discord_: StandIn) -> None:
    place, other = discord_.channel(), discord_.channel()
    discord_.delete_channel(place)
    rows = [await post.put(channel_id=place) for _ in range(3)]
    await post.put(text="ailleurs", channel_id=other)
    await post.deliver()
    await post.deliver(later=DAY)
    assert [await post.state(row) for row in rows] == ["dropped"] * 3
    assert post.failures == ["channel-gone"] * 3
    assert [key for key, _ in post.reported] == ["report-channel-gone"]
    assert discord_.texts(other) == ["ailleurs"]


async def test_a_deleted_message_is_the_features_own_matter(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    row = await post.put(Operation.EDIT, channel_id=place, message_id=12345)
    await post.deliver()
    assert await post.state(row) == "dropped"
    assert post.failures == ["message-gone"]
    assert post.reported == []


async def test_deleting_what_is_gone_is_as_good(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    gone = discord_.channel()
    discord_.delete_channel(gone)
    rows = [
        await post.put(Operation.DELETE, channel_id=place, message_id=12345),
        await post.put(Operation.DELETE, channel_id=gone, message_id=12345),
        await post.put(Operation.THREAD_DELETE, channel_id=gone),
        await post.put(Operation.THREAD_EDIT, channel_id=gone),
    ]
    await post.deliver()
    assert [await post.state(row) for row in rows] == ["sent"] * 4


async def test_a_request_that_is_wrong_is_parked_at_once(post: Post, discord_: StandIn) -> None:
    discord_.faults.append(Fault("POST", "/messages", status=400, code=50035))
    row = await post.put(channel_id=discord_.channel())
    await post.deliver()
    assert await post.state(row) == "parked"


async def test_an_edit_in_an_archived_thread_leaves_it_archived(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    first = await post.put(text="un", channel_id=place)
    await post.put(Operation.THREAD, "fil", after=first)
    await post.deliver()
    (thread,) = discord_.threads(place)
    thread_id = int(thread["id"])
    message = discord_.say(thread_id, "dans le fil", author=555000000000000001)
    thread["thread_metadata"]["archived"] = True
    await post.put(Operation.EDIT, "nouveau", channel_id=thread_id, message_id=message)
    await post.deliver()
    assert thread["thread_metadata"]["archived"]
    assert discord_.messages[thread_id][message]["components"]


# Keeping house


async def test_rows_that_ended_long_ago_are_forgotten_unless_something_waits_for_them(
    post: Post, discord_: StandIn
) -> None:
    place, other = discord_.channel(), discord_.channel()
    old = await post.put(channel_id=other)
    first = await post.put(channel_id=place)
    discord_.faults.extend([Fault("PUT", "", status=403, code=50013)] * 2)
    pin = await post.put(Operation.PIN, after=first)
    await post.deliver()
    post.clock.at += KEEP_SENT + DAY
    async with post.association.transaction() as db:
        await rows.sweep(db, post.clock.now())
    assert [await post.state(row) for row in (old, first, pin)] == ["None", "sent", "due"]
    await post.deliver()
    await post.deliver(later=HOUR)
    assert discord_.pins == [await post.column(first, "sent_message_id")]
