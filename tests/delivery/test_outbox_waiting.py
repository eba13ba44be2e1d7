"""What waits for what: withdrawals for nothing, refusals for one question an hour; and what organisers see of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.delivery import queue, waiting
from bot.delivery.causes import cause_of
from bot.delivery.outbox import PAUSES, Kind, Operation
from bot.schedule.clock import HOUR, MINUTE
from bot.storage import preferences as prefs
from bot.storage.preferences import choose
from tests.delivery.conftest import KIND, Post
from tests.delivery.shapes import BOT_ID
from tests.delivery.standin import Fault, StandIn

MANY = 120


def asked(discord_: StandIn, method: str, ending: str) -> int:
    """How often Discord was asked for something."""
    return len([line for line in discord_.requests if line.startswith(method) and line.endswith(ending)])


async def outage(post: Post, discord_: StandIn, fault: Fault) -> None:
    """Discord fails until everything that meets it is parked."""
    discord_.faults.append(fault)
    await post.deliver()
    for pause in PAUSES:
        await post.deliver(later=pause)
    discord_.faults.remove(fault)


# Order


async def test_a_withdrawal_does_not_wait_for_somebody_elses_post(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    message = discord_.say(place, "la carte d’Anna", author=BOT_ID)
    discord_.faults.extend([Fault("POST", "/messages")] * len(PAUSES))
    await post.put(text="Bruno", channel_id=place)
    await post.deliver()
    for pause in PAUSES[:-1]:
        await post.deliver(later=pause)
    await post.put(Operation.DELETE, channel_id=place, message_id=message)
    await post.deliver()
    assert message not in discord_.messages[place]


async def test_a_withdrawal_does_not_wait_for_what_is_spread_after_a_hold(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    message = discord_.say(place, "la carte d’Anna", author=BOT_ID)
    for number in range(30):
        await post.put(text=f"{number}", channel_id=place)
    async with post.association.transaction() as db:
        await waiting.spread(db, post.clock.now(), MINUTE)
    await post.put(Operation.DELETE, channel_id=place, message_id=message)
    await post.deliver()
    assert message not in discord_.messages[place]


async def test_edits_wait_only_for_what_concerns_the_same_message(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    for text in ("un", "deux"):
        await post.put(text=text, channel_id=place)
    await post.deliver()
    one, other = (sent.message_id for sent in post.recorded)
    discord_.faults.append(Fault("PATCH", f"/{one}"))
    await post.put(Operation.EDIT, "UN", channel_id=place, message_id=one)
    await post.put(Operation.PIN, "UN", channel_id=place, message_id=one)
    await post.put(Operation.EDIT, "DEUX", channel_id=place, message_id=other)
    await post.put(text="trois", channel_id=place)
    await post.deliver()
    assert discord_.texts(place) == ["un", "DEUX", "trois"]
    await post.deliver(later=PAUSES[0])
    assert discord_.texts(place) == ["UN", "DEUX", "trois"]


async def test_a_thread_rests_only_after_what_was_to_be_said_in_it(post: Post, discord_: StandIn) -> None:
    parent = discord_.channel()
    thread = discord_._thread(parent, "Anna")
    place = int(thread["id"])
    discord_.faults.append(Fault("POST", f"/{place}/messages"))
    await post.put(text="résolu", channel_id=place)
    await post.put(Operation.THREAD_EDIT, "Résolu", channel_id=place)
    await post.deliver()
    assert thread["name"] == "Anna"
    await post.deliver(later=PAUSES[0])
    assert (thread["name"], discord_.texts(place)) == ("Résolu", ["résolu"])


async def test_a_deletion_makes_the_edits_before_it_needless(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    message = discord_.say(place, "carte", author=BOT_ID)
    edit = await post.put(Operation.EDIT, channel_id=place, message_id=message)
    await post.put(Operation.DELETE, channel_id=place, message_id=message)
    await post.deliver()
    assert await post.state(edit) == "dropped"
    assert asked(discord_, "PATCH", f"/{message}") == 0
    assert post.failures == []


# A channel that refuses


async def test_a_lost_permission_is_asked_for_once_an_hour_not_once_a_row(post: Post, discord_: StandIn) -> None:
    place, other = discord_.channel(), discord_.channel()
    discord_.refused[place] = (403, 50013)
    for number in range(MANY):
        await post.put(text=f"{number}", channel_id=place)
    await post.put(text="ailleurs", channel_id=other)
    await post.deliver()
    assert asked(discord_, "POST", f"/{place}/messages") == 1
    await post.deliver(later=HOUR)
    assert asked(discord_, "POST", f"/{place}/messages") == 2
    assert discord_.texts(other) == ["ailleurs"]
    discord_.refused.clear()
    await post.deliver(later=HOUR)
    assert discord_.texts(place) == [f"{number}" for number in range(MANY)]
    assert post.reported == [("report-permission", {"channel": place})]


async def test_what_works_again_takes_along_what_waited_for_it(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.refused[place] = (403, 50013)
    for number in range(3):
        await post.put(text=f"{number}", channel_id=place)
    await post.deliver()
    discord_.refused.clear()
    await post.put(text="nouveau", channel_id=place)  # whoever publishes now need not wait for the hour
    await post.deliver(later=MINUTE)
    assert sorted(discord_.texts(place)) == ["0", "1", "2", "nouveau"]


async def test_threads_that_may_not_be_opened_are_one_question_too(post: Post, discord_: StandIn) -> None:
    """Each waits for its own message, which may be posted."""
    place = discord_.channel()
    fault = Fault("POST", "/threads", status=403, code=50013, lasting=True)
    discord_.faults.append(fault)
    for number in range(20):
        first = await post.put(text=f"{number}", channel_id=place)
        await post.put(Operation.THREAD, f"{number}", after=first)
    await post.deliver()
    assert len(discord_.texts(place)) == 20
    assert asked(discord_, "POST", "/threads") == 1
    discord_.faults.remove(fault)
    await post.deliver(later=HOUR)
    assert len(discord_.threads(place)) == 20


# Held


async def test_nothing_leaves_after_organisers_were_told_that_everything_is_held(
    post: Post, discord_: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They press between the look and the claim."""
    place = discord_.channel()
    look: Callable[..., Awaitable[bool]] = queue.any_due

    async def press_meanwhile(*given: Any, **named: Any) -> bool:
        found = await look(*given, **named)
        async with post.association.transaction() as db:
            post.association.expect_changes()
            await choose(db, post.clock, prefs.SUSPENDED, True)
        return found

    monkeypatch.setattr(queue, "any_due", press_meanwhile)
    row = await post.put(channel_id=place)
    await post.deliver()
    assert (await post.state(row), discord_.texts(place)) == ("due", [])


# What organisers see


async def test_a_parked_deletion_and_a_parked_follower_are_listed(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    message = discord_.say(place, "carte", author=BOT_ID)
    deletion = await post.put(Operation.DELETE, channel_id=place, message_id=message)
    await outage(post, discord_, Fault("DELETE", f"/{message}", lasting=True))
    first = await post.put(channel_id=place)
    thread = await post.put(Operation.THREAD, after=first)
    edit = await post.put(Operation.THREAD_EDIT, after=thread)
    await outage(post, discord_, Fault("POST", "/threads", lasting=True))
    assert [await post.state(row) for row in (deletion, first, thread, edit)] == ["parked", "sent", "parked", "parked"]
    assert [row.id for row in await waiting.upcoming(post.association.read())] == [deletion, thread]


async def test_one_outage_is_one_report_and_its_answers_stand_for_all_that_it_parked(
    post: Post, discord_: StandIn
) -> None:
    places = [discord_.channel() for _ in range(5)]
    rows = [await post.put(channel_id=place) for place in places]
    await outage(post, discord_, Fault("POST", "/messages", lasting=True))
    assert [await post.state(row) for row in rows] == ["parked"] * 5
    told = {"kind": KIND, "reason": "HTTP 503", "parked": f"g{rows[0]}"}
    assert [values for _, values in post.reported] == [{**told, "count": count} for count in range(1, 6)]
    post.reported.clear()
    assert await waiting.parked_with(post.association.read(), rows[0]) == rows
    discord_.faults.append(Fault("POST", "/messages", status=400, code=50035))
    wrong = await post.put(channel_id=places[0])
    await post.deliver()
    apart = {"kind": KIND, "reason": "HTTPException", "parked": f"g{wrong}", "count": 1}
    assert post.reported == [("report-outbox-parked", apart)]
    async with post.association.transaction() as db:
        for row in await waiting.parked_with(db, rows[0]):
            assert await waiting.revive(db, row, post.clock.now())
    await post.deliver()
    assert [discord_.texts(place) for place in places] == [["x"]] * 5
    await post.put(channel_id=places[0])
    await outage(post, discord_, Fault("POST", "/messages", lasting=True))
    assert post.reported[1][1]["count"] == 1


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ("HTTP 503", "discord"),
        ("HTTP 429", "discord"),
        ("network TimeoutError", "discord"),
        ("network OSError", "discord"),
        ("breaker", "discord"),
        ("DiscordServerError", "discord"),
        ("ClientConnectorError", "discord"),
        ("HTTPException", "ours"),
        ("NotFound", "ours"),
        ("ClientException", "ours"),
        ("ValueError", "ours"),
        ("OSError", "disk"),
        ("OperationalError", "disk"),
    ],
)
def test_a_reason_names_whose_trouble_it_was(reason: str, cause: str) -> None:
    assert cause_of(reason) == cause


@pytest.mark.parametrize("fault", [Fault("POST", "/messages", status=0), Fault("POST", "/messages", status=400)])
async def test_a_lost_network_is_not_our_disk_and_a_wrong_request_is_not_discords_silence(
    post: Post, discord_: StandIn, fault: Fault
) -> None:
    discord_.faults.extend([fault] * (len(PAUSES) * 5 + 5))  # the library repeats what was cut
    row = await post.put(channel_id=discord_.channel())
    await post.deliver()
    for pause in PAUSES:
        await post.deliver(later=pause)
    assert await post.state(row) == "parked"
    assert cause_of(await post.column(row, "reason")) == ("ours" if fault.status else "discord")


async def test_what_is_unheld_leaves_while_everything_is_held_and_nobody_skips_it(
    post: Post, discord_: StandIn
) -> None:
    place = discord_.channel()
    post.outbox.register(Kind("test:alarm", post._render, unheld=True))
    async with post.association.transaction() as db:
        post.association.expect_changes()
        await choose(db, post.clock, prefs.SUSPENDED, True)
        first = await post.outbox.put(db, KIND, Operation.POST, channel_id=place, reference={"text": "un"})
        alarm = await post.outbox.put(db, "test:alarm", Operation.POST, channel_id=place, reference={"text": "deux"})
        for row_id, skipped in ((first, True), (alarm, False)):
            row = await waiting.one(db, row_id)
            assert row is not None
            assert await waiting.may_be_skipped(db, row, unheld=row.kind in post.outbox.unheld) is skipped
            if not skipped:
                assert not await post.outbox.skip(post.association, db, row)
    await post.deliver()
    assert discord_.texts(place) == ["deux"]
