"""Calls to Discord: the nonce that makes a repeated post one post, and what each failure means."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.delivery import outside as module
from bot.delivery.activity import answered, writers
from bot.delivery.discord_calls import Calls, Undecided, Undeliverable, outside
from bot.storage.association import Association
from bot.storage.database import CallInsideTransaction
from bot.ui.cards import card
from tests.delivery.shapes import BOT_ID
from tests.delivery.standin import FORUM, GUILD_ID, PRIVATE_THREAD, WINDOW, Clock, Fault, StandIn

NOBODY = discord.AllowedMentions.none()
MARK = "·k3f9x"


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
        (404, 10004, "permission"),
        (400, 160006, "full"),
        (403, 50007, "dm-closed"),
        (403, 50278, "dm-closed"),
        (404, 10013, "member-gone"),
        (404, 10007, "member-gone"),
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
    monkeypatch.setattr(module, "TIMEOUT", 0.05)
    with pytest.raises(Undecided, match="network TimeoutError"):
        async with outside():
            await asyncio.sleep(5)
    discord_.faults.append(Fault("POST", "/messages", status=0))
    with pytest.raises(Undecided):
        await Calls(client).post(discord_.channel(), card("x"), 1, NOBODY)


@pytest.mark.parametrize(("status", "code"), [(403, 40003), (400, 20028), (404, 0), (401, 0), (503, 0)])
async def test_what_means_later_is_undecided(client: discord.Client, discord_: StandIn, status: int, code: int) -> None:
    discord_.faults.append(Fault("POST", "/messages", status=status, code=code))
    with pytest.raises(Undecided):
        await Calls(client).post(discord_.channel(), card("x"), 1, NOBODY)


async def test_a_short_limit_is_waited_for_and_a_ban_is_undecided(client: discord.Client, discord_: StandIn) -> None:
    calls, place = Calls(client), discord_.channel()
    discord_.faults.extend([Fault("POST", "/messages", status=429, retry_after=0.01)] * 2)
    assert await calls.post(place, card("x"), 1, NOBODY)
    assert discord_.requests.count(f"POST /channels/{place}/messages") == 3
    discord_.faults.extend([Fault("POST", "/messages", status=429, retry_after=0.01)] * 5)
    with pytest.raises(Undecided, match="429"):
        await calls.post(place, card("x"), 3, NOBODY)


async def test_a_limit_that_the_library_does_not_wait_for_is_undecided(discord_: StandIn) -> None:
    async with discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=30) as impatient:
        await impatient.login("MTIz.abc.def")
        discord_.faults.append(Fault("POST", "/messages", status=429, retry_after=600))
        with pytest.raises(Undecided, match="429"):
            await Calls(impatient).post(discord_.channel(), card("x"), 1, NOBODY)


async def test_a_wrong_request_stays_an_error(client: discord.Client, discord_: StandIn) -> None:
    discord_.faults.append(Fault("POST", "/messages", status=400, code=50035))
    with pytest.raises(discord.HTTPException, match="50035"):
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


# Private threads


async def test_a_private_thread_is_the_bots_and_only_it_adds_people(client: discord.Client, discord_: StandIn) -> None:
    place = discord_.channel()
    thread = await Calls(client).private_thread(place, f"Café {MARK}")
    (made,) = discord_.threads(place)
    assert (int(made["id"]), made["type"], made["name"]) == (thread, PRIVATE_THREAD, f"Café {MARK}")
    assert made["thread_metadata"]["invitable"] is False
    assert made["thread_metadata"]["auto_archive_duration"] == 10080
    assert discord_.members[thread] == {BOT_ID}


@pytest.mark.parametrize("archived", [False, True])
async def test_a_private_thread_is_found_by_its_mark_and_its_twins_go(
    client: discord.Client, discord_: StandIn, clock: Clock, archived: bool
) -> None:
    calls, place = Calls(client), discord_.channel()
    since = clock.at
    for parent, name in [(place, "Café ·autre"), (place, MARK), (discord_.channel(), MARK), (place, MARK)]:
        await calls.private_thread(parent, name)
    other, first, elsewhere, twin = [number for number, found in discord_.channels.items() if "parent_id" in found]
    strangers = discord_._thread(place, MARK, kind=PRIVATE_THREAD)
    strangers["owner_id"] = "7"
    public = discord_._thread(place, MARK)
    if archived:
        discord_.archive(first)
    assert await calls.find_private_thread(GUILD_ID, place, MARK, since=since) == first
    assert twin not in discord_.channels
    assert {other, first, elsewhere, int(strangers["id"]), int(public["id"])} <= set(discord_.channels)


async def test_a_private_thread_from_before_is_another_one(
    client: discord.Client, discord_: StandIn, clock: Clock
) -> None:
    calls, place = Calls(client), discord_.channel()
    old = await calls.private_thread(place, MARK)
    clock.at += 3600
    assert await calls.find_private_thread(GUILD_ID, place, MARK, since=clock.at) is None
    assert await calls.find_private_thread(GUILD_ID, place, MARK, since=clock.at - 3600) == old


async def test_the_archive_is_read_back_to_the_attempt_and_no_further(
    client: discord.Client, discord_: StandIn, clock: Clock
) -> None:
    calls, place, forum = Calls(client), discord_.channel(), discord_.channel(FORUM)

    async def fill(count: int) -> None:
        for _ in range(count):
            clock.at += 1
            for parent, kind in [(place, PRIVATE_THREAD), (forum, 11)]:
                made = discord_._thread(parent, "autre", kind=kind)
                made["owner_id"] = "7"
                discord_.archive(int(made["id"]))

    await fill(250)
    clock.at += 3600
    since = clock.at
    thread = await calls.private_thread(place, MARK)
    post, _ = await calls.forum_post(forum, "Anna", _marked(77), NOBODY)
    discord_.archive(thread)
    discord_.archive(post)
    await fill(150)
    discord_.requests.clear()
    assert await calls.find_private_thread(GUILD_ID, place, MARK, since=since) == thread
    assert await calls.find_post(GUILD_ID, forum, 77, since=since) == (post, post)
    assert len([line for line in discord_.requests if "archived" in line]) == 4  # of 100 threads each


async def test_a_twin_that_may_not_be_deleted_is_emptied_and_archived(
    client: discord.Client, discord_: StandIn, clock: Clock
) -> None:
    """Deleting a thread takes Manage Threads, even the bot's own."""
    calls, place, forum = Calls(client), discord_.channel(), discord_.channel(FORUM)
    threads = [await calls.private_thread(place, MARK) for _ in range(2)]
    posts = [(await calls.forum_post(forum, "Anna", _marked(77), NOBODY))[0] for _ in range(2)]
    discord_.faults.extend(
        Fault("DELETE", f"/channels/{twin}", status=403, code=50013) for twin in (threads[1], posts[1])
    )
    assert await calls.find_private_thread(GUILD_ID, place, MARK, since=clock.at) == threads[0]
    assert await calls.find_post(GUILD_ID, forum, 77, since=clock.at) == (posts[0], posts[0])
    for twin in (threads[1], posts[1]):
        assert discord_.channels[twin]["thread_metadata"]["archived"]
        assert discord_.texts(twin) == []


@pytest.mark.parametrize("kind", ["private thread", "forum post"])
async def test_what_the_library_created_twice_by_itself_is_one_afterwards(
    client: discord.Client, discord_: StandIn, clock: Clock, kind: str
) -> None:
    calls, place = Calls(client), discord_.channel(FORUM if kind == "forum post" else 0)
    discord_.faults.append(Fault("POST", "/threads", status=502, done=True))
    found: object
    if kind == "forum post":
        made, _ = await calls.forum_post(place, "Anna", _marked(77), NOBODY)
        twins = discord_.threads(place)
        found = await calls.find_post(GUILD_ID, place, 77, since=clock.at)
    else:
        made = await calls.private_thread(place, MARK)
        twins = discord_.threads(place)
        found = await calls.find_private_thread(GUILD_ID, place, MARK, since=clock.at)
    first = int(twins[0]["id"])
    assert len(twins) == 2
    assert made != first
    assert found in {first, (first, first)}
    assert [int(thread["id"]) for thread in discord_.threads(place)] == [first]


async def test_a_post_that_lost_its_first_message_is_known_by_its_title_when_no_other_is(
    client: discord.Client, discord_: StandIn, clock: Clock
) -> None:
    calls, forum = Calls(client), discord_.channel(FORUM)
    bare, _ = await calls.forum_post(forum, "Anna", _marked(77), NOBODY)
    del discord_.messages[bare][bare]
    assert await calls.find_post(GUILD_ID, forum, 77, since=clock.at) is None
    assert await calls.find_post(GUILD_ID, forum, 77, since=clock.at, title="Bruno") is None
    assert await calls.find_post(GUILD_ID, forum, 77, since=clock.at, title="Anna") == (bare, bare)
    whole, _ = await calls.forum_post(forum, "Anna", _marked(77), NOBODY)
    assert await calls.find_post(GUILD_ID, forum, 77, since=clock.at, title="Anna") == (whole, whole)
    assert bare in discord_.channels


async def test_a_post_that_may_not_be_read_is_not_taken_for_absent(
    client: discord.Client, discord_: StandIn, clock: Clock
) -> None:
    calls, forum = Calls(client), discord_.channel(FORUM)
    post, _ = await calls.forum_post(forum, "Anna", _marked(77), NOBODY)
    discord_.faults.append(Fault("GET", f"/messages/{post}", status=403, code=50001))
    with pytest.raises(Undeliverable, match="permission"):
        await calls.find_post(GUILD_ID, forum, 77, since=clock.at)


async def test_adding_somebody_again_changes_nothing(client: discord.Client, discord_: StandIn) -> None:
    calls = Calls(client)
    thread = await calls.private_thread(discord_.channel(), MARK)
    for user in (8, 9, 8):
        await calls.add_member(thread, user)
    assert discord_.members[thread] == {BOT_ID, 8, 9}


async def test_somebody_is_added_to_an_archived_thread_which_rests_again(
    client: discord.Client, discord_: StandIn
) -> None:
    calls = Calls(client)
    thread = await calls.private_thread(discord_.channel(), MARK)
    discord_.archive(thread)
    await calls.add_member(thread, 8)
    discord_.unknown.add(9)
    with pytest.raises(Undeliverable, match="member-gone"):
        await calls.add_member(thread, 9)
    assert discord_.members[thread] == {BOT_ID, 8}
    assert discord_.channels[thread]["thread_metadata"]["archived"]


async def test_somebody_who_left_is_not_added(client: discord.Client, discord_: StandIn) -> None:
    calls = Calls(client)
    thread = await calls.private_thread(discord_.channel(), MARK)
    discord_.left.add(8)
    with pytest.raises(Undeliverable, match="member-gone"):
        await calls.add_member(thread, 8)
    with pytest.raises(Undeliverable, match="channel-gone"):
        await calls.add_member(12345, 7)


# Direct messages


async def test_direct_messages_to_a_person_have_one_place(client: discord.Client, discord_: StandIn) -> None:
    calls = Calls(client)
    place = await calls.open_dm(8)
    assert await calls.open_dm(8) == place
    assert await calls.open_dm(9) != place
    message = await calls.post(place, card("Bonjour"), 2**62 + 1, NOBODY)
    assert await calls.post(place, card("Bonjour"), 2**62 + 1, NOBODY) == message
    assert discord_.texts(place) == ["Bonjour"]


async def test_a_direct_message_is_found_again(client: discord.Client, discord_: StandIn, clock: Clock) -> None:
    calls = Calls(client)
    place = await calls.open_dm(8)
    discord_.say(place, "merci", author=8)
    message = await calls.post(place, _marked(77), 2**62 + 1, NOBODY)
    assert await calls.find_message(place, 77, since=clock.at) == message
    assert await calls.find_message(place, 78, since=0) is None


@pytest.mark.parametrize("people", ["closed", "left"])
async def test_somebody_who_takes_no_direct_messages_is_a_refusal(
    client: discord.Client, discord_: StandIn, people: str
) -> None:
    calls = Calls(client)
    getattr(discord_, people).add(8)
    place = await calls.open_dm(8)
    with pytest.raises(Undeliverable, match="dm-closed"):
        await calls.post(place, card("x"), 1, NOBODY)


async def test_an_account_that_is_gone_is_a_refusal_and_opening_too_fast_is_none(
    client: discord.Client, discord_: StandIn
) -> None:
    calls = Calls(client)
    discord_.unknown.add(8)
    with pytest.raises(Undeliverable, match="member-gone"):
        await calls.open_dm(8)
    discord_.faults.append(Fault("POST", "/users/@me/channels", status=403, code=40003))
    with pytest.raises(Undecided):
        await calls.open_dm(9)
    assert await calls.open_dm(9)


# Servers in trouble


@pytest.mark.parametrize("known", [True, False], ids=["unavailable", "not in the cache"])
async def test_a_server_in_trouble_crashes_no_call(
    client: discord.Client, discord_: StandIn, clock: Clock, known: bool
) -> None:
    guild = client.get_guild(GUILD_ID)
    assert guild is not None
    guild.unavailable = True
    if not known:
        client._connection._remove_guild(guild)  # as before the gateway told us
    calls, place, forum = Calls(client), discord_.channel(), discord_.channel(FORUM)
    message = await calls.post(place, card("x"), 1, NOBODY)
    assert await calls.thread(GUILD_ID, place, message, "fil") == message
    thread = await calls.private_thread(place, MARK)
    await calls.add_member(thread, 8)
    await calls.edit_thread(thread, title=f"Café {MARK}", archived=True)
    post, _ = await calls.forum_post(forum, "Anna", _marked(77), NOBODY)
    await calls.pin(post, post)
    assert discord_.pins == []  # in a forum it is the post that is pinned
    assert await calls.find_private_thread(GUILD_ID, place, MARK, since=clock.at) == thread
    assert await calls.find_post(GUILD_ID, forum, 77, since=clock.at) == (post, post)


async def test_a_list_that_discord_lost_is_undecided(client: discord.Client, discord_: StandIn, clock: Clock) -> None:
    forum = discord_.channel(FORUM)
    discord_.faults.append(Fault("GET", "/threads/active", status=404))
    with pytest.raises(Undecided):
        await Calls(client).find_post(GUILD_ID, forum, 77, since=clock.at)
    discord_.delete_channel(forum)
    with pytest.raises(Undeliverable, match="channel-gone"):
        await Calls(client).find_post(GUILD_ID, forum, 77, since=clock.at)


def _marked(marker: int) -> discord.ui.LayoutView:
    shown = card("x")
    shown.children[0].id = marker
    return shown


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


# Who wrote?

JOINED = 7
"""The type of the line in which Discord says that somebody joined."""


async def test_who_wrote_is_known_of_an_archived_thread_too(client: discord.Client, discord_: StandIn) -> None:
    calls = Calls(client)
    thread = await calls.private_thread(discord_.channel(), f"Café {MARK}")
    assert await writers(client, thread) == frozenset()
    discord_.say(thread, "Vous voilà", author=BOT_ID)
    discord_.messages[thread][discord_.say(thread, "", author=9)]["type"] = JOINED
    for author in (7, 8, 7):
        discord_.say(thread, "Bonjour", author=author)
    assert await writers(client, thread) == frozenset({7, 8})
    discord_.archive(thread)
    assert await writers(client, thread) == frozenset({7, 8})


async def test_who_wrote_where_one_may_not_look_is_not_known(client: discord.Client, discord_: StandIn) -> None:
    place = discord_.channel()
    discord_.say(place, "x", author=8)
    discord_.refused[place] = (403, 50001)
    assert await writers(client, place) is None
    assert await writers(client, discord_.channel(FORUM)) is None
    assert await writers(client, 12345) is None
