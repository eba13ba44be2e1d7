"""What was tried, unheard, and is then given up or taken back doesn't stay on Discord, known to nobody."""

from __future__ import annotations

from typing import Final

import pytest

from bot.delivery import waiting
from bot.delivery.outbox import PAUSES, Operation, Row
from bot.delivery.rows import LANDED
from bot.people import members
from bot.schedule.clock import HOUR
from tests.delivery.conftest import KIND, Post
from tests.delivery.shapes import BOT_ID
from tests.delivery.standin import FORUM, TEXT, Fault, StandIn

ANNA = 71
CREATIONS: Final = [Operation.POST, Operation.FORUM_POST, Operation.PRIVATE_THREAD]


@pytest.fixture(autouse=True)
async def anna(post: Post) -> None:
    """A member."""
    async with post.association.transaction() as db:
        await members.accept_notice(db, ANNA, 0)


def place_for(discord_: StandIn, operation: Operation) -> int:
    """A channel in which this can be created."""
    return discord_.channel(FORUM if operation is Operation.FORUM_POST else TEXT)


def heard_of(discord_: StandIn, place: int) -> int:
    """How many messages and threads stand in a channel."""
    return len(discord_.messages[place]) + len(discord_.threads(place))


async def unheard(post: Post, discord_: StandIn, operation: Operation, place: int) -> int:
    """Discord does it and answers 503; the row."""
    ending = "/messages" if operation is Operation.POST else "/threads"
    discord_.faults.append(Fault("POST", ending, done=True))
    row = await post.put(operation, channel_id=place, member_id=ANNA)
    await post.deliver()
    assert heard_of(discord_, place) == 1
    assert await post.state(row) == "due"
    return row


async def skip(post: Post, row: int) -> bool:
    """Organisers give a row up."""
    async with post.association.transaction() as db:
        found = await waiting.one(db, row)
        return found is not None and await post.outbox.skip(post.association, db, found)


async def take_back(post: Post, text: str = "x") -> None:
    """Anna withdraws it."""
    async with post.association.transaction() as db:
        await post.outbox.take_back(db, KIND, ANNA, {"text": text})


# Given up


@pytest.mark.parametrize("operation", CREATIONS)
async def test_an_undecided_creation_with_nothing_left_to_say_is_taken_down(
    post: Post, discord_: StandIn, operation: Operation
) -> None:
    """Its author left meanwhile."""
    place = place_for(discord_, operation)
    row = await unheard(post, discord_, operation, place)
    async with post.association.transaction() as db:
        await db.run("UPDATE outbox SET reference = '{\"text\": null}'")
    await post.deliver(later=LANDED)
    assert post.failures == ["dropped"]
    await post.deliver(later=LANDED)
    assert heard_of(discord_, place) == 0
    assert await post.state(row) == "sent"
    assert post.recorded == []


@pytest.mark.parametrize("operation", CREATIONS)
async def test_an_undecided_creation_that_organisers_skip_is_taken_down_with_what_waited_for_it(
    post: Post, discord_: StandIn, operation: Operation
) -> None:
    place = place_for(discord_, operation)
    row = await unheard(post, discord_, operation, place)
    after = await post.put(Operation.PIN, after=row)
    assert await skip(post, row)
    assert post.failures == ["skipped"]
    await post.deliver(later=LANDED)
    assert heard_of(discord_, place) == 0
    assert [await post.state(row), await post.state(after)] == ["sent", "dropped"]
    assert await post.column(row, "member_id") is None
    assert discord_.pins == []


@pytest.mark.parametrize("operation", CREATIONS)
@pytest.mark.parametrize("answer", ["skipped", "erased"])
async def test_a_parked_creation_that_landed_goes_when_it_is_given_up_or_its_author_is_erased(
    post: Post, discord_: StandIn, operation: Operation, answer: str
) -> None:
    place = place_for(discord_, operation)
    ending = "/messages" if operation is Operation.POST else "/threads"
    discord_.faults.extend([Fault("POST", ending)] * len(PAUSES))
    discord_.faults.append(Fault("POST", ending, done=True))
    row = await post.put(operation, channel_id=place, member_id=ANNA)
    await post.deliver()
    for pause in PAUSES:
        await post.deliver(later=max(pause, LANDED))
    assert (await post.state(row), heard_of(discord_, place)) == ("parked", 1)
    if answer == "skipped":
        assert await skip(post, row)
    else:
        await take_back(post)
        async with post.association.transaction() as db:
            await db.run("DELETE FROM members")
    await post.deliver(later=LANDED)
    assert heard_of(discord_, place) == 0
    assert await post.state(row) == "sent"


async def test_what_was_never_tried_is_given_up_without_asking_discord(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    first, second = await post.put(channel_id=place), await post.put(text=None, channel_id=place)
    assert await skip(post, first)
    discord_.requests.clear()
    await post.deliver(later=LANDED)
    assert discord_.requests == []
    assert [await post.state(first), await post.state(second)] == ["dropped", "dropped"]


async def test_only_what_is_new_can_be_skipped_unless_it_is_parked(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    message = discord_.say(place, "carte", author=BOT_ID)
    fault = Fault("DELETE", f"/{message}", lasting=True)
    discord_.faults.append(fault)
    row = await post.put(Operation.DELETE, channel_id=place, message_id=message)
    assert not await skip(post, row)
    await post.deliver()
    for pause in PAUSES:
        assert not await skip(post, row)
        await post.deliver(later=pause)
    assert await post.state(row) == "parked"
    assert await skip(post, row)
    assert await post.state(row) == "dropped"


async def test_the_undoing_of_a_kind_that_is_gone_is_still_done(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await unheard(post, discord_, Operation.POST, place)
    await take_back(post)
    post.outbox._kinds.clear()
    await post.deliver(later=LANDED)
    assert heard_of(discord_, place) == 0


# Taken back before it has landed


async def test_taking_back_an_undecided_post_waits_until_it_can_have_landed(post: Post, discord_: StandIn) -> None:
    """The attempt was cut; its effect comes a few seconds later."""
    place = discord_.channel()
    discord_.faults.append(Fault("POST", "/messages"))
    row = await post.put(channel_id=place, member_id=ANNA)
    await post.deliver()
    marker = await post.column(row, "token") & 0x7FFFFFFF
    await take_back(post)
    await post.deliver(later=PAUSES[0])
    discord_._message(place, {"components": [{"type": 17, "id": marker, "components": []}]}, BOT_ID)
    await post.deliver(later=LANDED - PAUSES[0] - 1)
    assert heard_of(discord_, place) == 1
    await post.deliver(later=1)
    assert heard_of(discord_, place) == 0


async def test_an_undoing_that_was_cut_short_waits_as_well_and_a_clock_set_back_delays_it_no_longer(
    post: Post, discord_: StandIn
) -> None:
    place = discord_.channel()
    row = await unheard(post, discord_, Operation.POST, place)
    post.clock.at -= HOUR
    discord_.clock = type(post.clock)()
    await take_back(post)
    assert await post.column(row, "due_at") == post.clock.at + LANDED
    async with post.association.transaction() as db:
        await db.run("UPDATE outbox SET state = 'sending', due_at = :now, tried_at = :now", now=post.clock.at)
    await post.deliver()
    assert heard_of(discord_, place) == 1
    await post.deliver(later=LANDED)
    assert heard_of(discord_, place) == 0


async def test_an_undoing_that_discord_does_not_answer_is_tried_again_and_told_when_parked(
    post: Post, discord_: StandIn
) -> None:
    place = discord_.channel()
    row = await unheard(post, discord_, Operation.POST, place)
    await take_back(post)
    fault = Fault("GET", "/messages", lasting=True)
    discord_.faults.append(fault)
    for pause in (LANDED, *PAUSES):
        await post.deliver(later=max(pause, LANDED))
    assert await post.state(row) == "parked"
    assert [key for key, _ in post.reported] == ["report-outbox-parked"]
    assert post.failures == []  # its feature gave it up long ago
    discord_.faults.remove(fault)
    async with post.association.transaction() as db:
        assert await waiting.revive(db, row, post.clock.now())
    await post.deliver()
    assert heard_of(discord_, place) == 0


# Taken back while it is being sent


def withdrawn_in_flight(post: Post) -> None:
    """Anna withdraws the first row while it is being sent."""

    async def withdraw(row: Row) -> None:
        post.on_render = None
        await take_back(post, row.reference["text"])

    post.on_render = withdraw


async def test_withdrawn_and_published_again_while_the_first_is_on_its_way_makes_one(
    post: Post, discord_: StandIn
) -> None:
    place = discord_.channel()
    withdrawn_in_flight(post)
    row = await post.put(text="sites", channel_id=place, member_id=ANNA)
    await post.put(text="sites et photos", channel_id=place)
    await post.deliver()
    assert len(post.recorded) == 1  # the feature never hears of the first
    assert (await post.state(row), await post.column(row, "operation")) == ("due", "unpost")
    await post.deliver(later=LANDED)
    assert discord_.texts(place) == ["sites et photos"]
    assert await post.state(row) == "sent"


@pytest.mark.parametrize(
    "fault",
    [
        Fault("POST", "/messages", done=True),
        Fault("POST", "/messages", status=403, code=50013),
        Fault("POST", "/messages", status=404, code=10003),
        Fault("POST", "/messages", status=400, code=50035),
    ],
    ids=["unheard", "refused", "gone", "wrong"],
)
async def test_whatever_becomes_of_a_post_that_was_withdrawn_in_flight_its_feature_is_told_nothing(
    post: Post, discord_: StandIn, fault: Fault
) -> None:
    place = discord_.channel()
    withdrawn_in_flight(post)
    discord_.faults.append(fault)
    row = await post.put(channel_id=place, member_id=ANNA)
    await post.deliver()
    async with post.association.transaction() as db:
        await db.run("DELETE FROM members")
    assert await post.state(row) == "due"
    await post.deliver(later=LANDED)
    assert (await post.state(row), heard_of(discord_, place)) == ("sent", 0)
    assert (post.failures, post.recorded, post.reported) == ([], [], [])
