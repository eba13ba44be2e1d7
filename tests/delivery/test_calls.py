"""Calls to Discord: the nonce that makes a repeated post one post, and what each failure means."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.delivery import discord_calls
from bot.delivery.activity import answered
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable, outside
from bot.storage.association import Association
from bot.storage.database import CallInsideTransaction
from bot.ui.cards import card
from tests.delivery.standin import BOT_ID, WINDOW, Clock, Fault, StandIn

NOBODY = discord.AllowedMentions.none()


async def test_a_nonce_counts_once_per_author_whatever_the_channel_for_a_while(
    client: discord.Client, discord_: StandIn, clock: Clock
) -> None:
    calls, one, other = Calls(client), discord_.channel(), discord_.channel()
    first = await calls.post(one, card("x"), 2**62 + 1, NOBODY)
    assert await calls.post(one, card("x"), 2**62 + 1, NOBODY) == first
    assert await calls.post(other, card("x"), 2**62 + 1, NOBODY) == first  # why a row's number would not do
    assert await calls.post(other, card("x"), 2**62 + 3, NOBODY) != first
    clock.at += WINDOW + 1
    assert await calls.post(one, card("x"), 2**62 + 1, NOBODY) != first
    assert [len(discord_.texts(place)) for place in (one, other)] == [2, 1]


async def test_what_the_library_repeats_by_itself_comes_once(client: discord.Client, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.faults.append(Fault("POST", "/messages", status=500, done=True))
    await Calls(client).post(place, card("x"), 12345, NOBODY)
    assert discord_.texts(place) == ["x"]
    assert discord_.requests.count(f"POST /channels/{place}/messages") == 2


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (404, 10003, "channel-gone"),
        (404, 10008, "message-gone"),
        (403, 50001, "permission"),
        (403, 50013, "permission"),
        (403, 0, "permission"),
        (400, 160006, "full"),
    ],
)
async def test_a_refusal_has_a_reason(
    client: discord.Client, discord_: StandIn, status: int, code: int, reason: str
) -> None:
    discord_.faults.append(Fault("POST", "/messages", status=status, code=code))
    with pytest.raises(Undeliverable) as refused:
        await Calls(client).post(discord_.channel(), card("x"), 1, NOBODY)
    assert refused.value.reason == reason


async def test_a_call_without_an_answer_is_undecided(
    client: discord.Client, discord_: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord_calls, "TIMEOUT", 0.05)
    with pytest.raises(Undecided, match="TimeoutError"):
        async with outside():
            await asyncio.sleep(5)
    discord_.faults.append(Fault("POST", "/messages", status=0))
    with pytest.raises(Undecided):
        await Calls(client).post(discord_.channel(), card("x"), 1, NOBODY)


async def test_no_call_is_made_inside_a_transaction(
    client: discord.Client, discord_: StandIn, association: Association
) -> None:
    async with association.transaction():
        with pytest.raises(CallInsideTransaction):
            await Calls(client).post(discord_.channel(), card("x"), 1, NOBODY)
    assert discord_.requests == []


async def test_whether_a_message_stands_is_seen_and_a_lost_permission_is_no_answer(
    client: discord.Client, discord_: StandIn
) -> None:
    calls, place = Calls(client), discord_.channel()
    message = discord_.say(place, "x")
    assert await calls.exists(place, message)
    assert not await calls.exists(place, message + 1)
    assert not await calls.exists(place + 1, message)
    discord_.refused[place] = (403, 50001)
    with pytest.raises(Undeliverable):
        await calls.exists(place, message)


# Has a human answered?


async def test_a_welcome_by_the_bot_or_ones_own_words_are_no_answer(client: discord.Client, discord_: StandIn) -> None:
    thread = discord_.channel()
    discord_.say(thread, "Bienvenue", author=BOT_ID)
    discord_.say(thread, "Merci", author=7)
    assert not await answered(client, thread, not_by=[7].__contains__)
    discord_.say(thread, "Bonjour", author=8)
    assert await answered(client, thread, not_by=[7].__contains__)


async def test_a_channel_that_is_gone_or_closed_has_not_answered(client: discord.Client, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.say(place, "x", author=8)
    discord_.refused[place] = (403, 50001)
    assert not await answered(client, place, not_by=[7].__contains__)
    assert not await answered(client, 12345, not_by=[7].__contains__)


async def test_beside_a_card_only_a_reply_to_it_counts(client: discord.Client, discord_: StandIn) -> None:
    place = discord_.channel()
    posted = discord_.say(place, "carte", author=BOT_ID)
    other = discord_.say(place, "autre chose", author=8)
    assert not await answered(client, place, to=posted, not_by=[7].__contains__)
    reply = discord_.messages[place][discord_.say(place, "Bonjour", author=8)]
    reply["message_reference"] = {"message_id": str(other), "channel_id": str(place)}
    assert not await answered(client, place, to=posted, not_by=[7].__contains__)
    reply["message_reference"] = {"message_id": str(posted), "channel_id": str(place)}
    assert await answered(client, place, to=posted, not_by=[7].__contains__)
