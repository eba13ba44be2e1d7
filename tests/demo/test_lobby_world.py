"""The lobby's world: who sees what, what is new to whom, the one open room, the clock, the tour. No page, no story."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import discord
import pytest
import pytest_asyncio

from bot.demo.lobby import Lobby
from bot.demo.lobby.places import Place, letters_of, may_see
from bot.demo.lobby.room import PlaceGone
from bot.demo.lobby.seats import Seat
from bot.demo.lobby.travel import Jump, Travel
from bot.demo.shown import message_of
from bot.demo.stage import Stage
from bot.demo.story import acts, load, opening
from bot.schedule.clock import DAY, HOUR
from tests.demo.ports import any_ports

pytestmark = pytest.mark.asyncio(loop_scope="module")

CAMILLE, MAËLLE, ONDINE = "Camille", "Maëlle", "Ondine"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """A server that was just set up, where only Maëlle introduced herself."""
    story = load("fr")
    async with Stage(tmp_path_factory.mktemp("lobby"), story) as stage:
        for name in (MAËLLE, CAMILLE):
            stage.join(name)
        await opening.set_up(stage)
        member = story.first("member")
        await acts.introduce(stage, member, from_hall=True)
        yield stage
        assert stage.env.errors == []


@pytest_asyncio.fixture(loop_scope="module")
async def lobby(stage: Stage) -> AsyncIterator[Lobby]:
    """A visit; the visitor is Camille."""
    async with Lobby(stage, stage.story, any_ports()) as visit:
        yield visit


class Tab:
    """What SimCord's page does in a tab. `seen` is what it shows, None once it is out of date."""

    def __init__(self, web: aiohttp.ClientSession, url: str) -> None:
        self._web = web
        self._origin, _, token = url.partition("/#")
        self._headers = {"X-Simcord-Capability": token}
        self.seen: dict[str, Any] | None = None
        self._sequence = 0

    async def load(self) -> dict[str, Any]:
        """Open the page, or load it again."""
        async with self._web.post(f"{self._origin}/api/pages", json={}, headers=self._headers) as answer:
            self.seen = await answer.json()
        assert self.seen is not None
        self._headers["X-Simcord-Context"] = self.seen["context"]["id"]
        self._sequence = 0
        return self.seen

    async def look(self) -> dict[str, Any] | None:
        """What it shows now."""
        async with self._web.get(f"{self._origin}/api/state", headers=self._headers) as answer:
            self.seen = await answer.json() if answer.ok else None
        return self.seen

    async def act(self, kind: str, **body: Any) -> dict[str, Any] | None:
        """Do something; None where the page is out of date."""
        assert self.seen is not None
        self._sequence += 1
        envelope = {
            "protocol_version": 3,
            "kind": kind,
            "sequence": self._sequence,
            "request_id": f"r{self._sequence}",
            "generation": self.seen["context"]["generation"],
            "bot_generation": self.seen["botGeneration"],
            "published_revision": self.seen["publishedRevision"],
        }
        async with self._web.post(f"{self._origin}/api/action", json=envelope | body, headers=self._headers) as answer:
            found: dict[str, Any] = await answer.json()
            return found if answer.ok else None

    async def run(self, *command: str, **options: str) -> None:
        """Run a command."""
        async with self._web.get(f"{self._origin}/api/commands", headers=self._headers) as answer:
            known = (await answer.json())["entries"]
        entry = next(one for one in known if one["path"] == list(command))
        known_by = {"command_id": entry["commandId"], "schema_fingerprint": entry["schemaFingerprint"]}
        done = await self.act("run_command", path=list(command), options=options, **known_by)
        assert done is not None
        assert done["settlement"] == "settled", done["diagnostics"]


@pytest_asyncio.fixture(loop_scope="module")
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that keeps its connections, as they do."""
    async with aiohttp.ClientSession() as session:
        yield session


async def opened(web: aiohttp.ClientSession, lobby: Lobby, key: str) -> Tab:
    """The tab beside the lobby, at a place."""
    place_id = letters_of(lobby.stage, lobby.seat) if key == "dm" else lobby.stage.places[key].id
    assert place_id is not None
    tab = Tab(web, await lobby.choose(place_id))
    await tab.load()
    return tab


def place(lobby: Lobby, place_id: int) -> Place:
    """A place as the visitor sees it listed."""
    listed = [found for top in lobby.places() for found in (top, *top.children)]
    return next(found for found in listed if found.id == place_id)


def private(lobby: Lobby) -> list[int]:
    """The private threads that the visitor sees listed."""
    return [child.id for found in lobby.places() for child in found.children if child.kind == "private"]


# Who sees what


async def test_each_seat_lists_what_that_person_sees(lobby: Lobby, stage: Stage) -> None:
    names = [found.name for found in lobby.places()]
    assert names[:2] == ["général", "présentations"]
    assert "équipe" not in names
    await lobby.sit("organiser")
    assert place(lobby, stage.places["office"].id).kind == "channel"
    assert [seat.role for seat in lobby.seats] == ["newcomer", "member", "organiser"]


async def test_a_private_thread_is_listed_for_those_who_are_in_it(lobby: Lobby, stage: Stage) -> None:
    await lobby.sit("member")
    assert private(lobby) == []
    thread = await bot_channel(stage).create_thread(name="À deux", type=discord.ChannelType.private_thread)
    await thread.add_user(discord.Object(stage.people[MAËLLE].id))
    await stage.env.settle()
    assert private(lobby) == [thread.id]
    await lobby.sit("organiser")  # could look into it, and isn't shown it
    assert not may_see(stage, lobby.seat, thread.id)
    assert private(lobby) == []
    await lobby.sit("newcomer")
    with pytest.raises(PlaceGone):
        await lobby.choose(thread.id)


async def test_threads_come_newest_first_and_archived_ones_last(lobby: Lobby, stage: Stage) -> None:
    made = []
    for number in range(4):
        thread = await bot_channel(stage).create_thread(name=f"Fil {number}", type=discord.ChannelType.public_thread)
        await thread.send("…")
        made.append(thread)
    await made[-1].edit(archived=True)
    await stage.env.settle()
    listed = place(lobby, stage.places["threads"].id)
    assert [child.id for child in listed.children] == [made[number].id for number in (2, 1, 0, 3)]


async def test_a_channel_with_nothing_to_read_nor_to_write_is_left_out(lobby: Lobby, stage: Stage) -> None:
    closed = discord.PermissionOverwrite(send_messages=False)
    empty = stage.guild.create_text_channel("vide", overwrites={stage.guild.default_role: closed})
    await stage.env.settle()
    assert empty.id not in {found.id for found in lobby.places()}
    await stage.people[ONDINE].send(empty, "Plus maintenant")
    assert place(lobby, empty.id).kind == "channel"


async def test_direct_messages_are_listed_once_there_are_some(lobby: Lobby, stage: Stage) -> None:
    assert all(found.kind != "dm" for found in lobby.places())
    _ = stage.people[CAMILLE].user.dm_channel  # a conversation in which nobody said anything
    assert letters_of(stage, lobby.seat) is None
    await stage.people[CAMILLE].user.send_dm("Bonjour ?")
    letters = lobby.places()[-1]
    assert (letters.kind, letters.id, letters.unread) == ("dm", letters_of(stage, lobby.seat), 0)
    await lobby.sit("member")
    with pytest.raises(PlaceGone):
        await lobby.choose(letters.id)


async def test_a_forum_is_listed_with_its_posts_and_only_these_open(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    forum = stage.guild.create_forum_channel("idées")
    await stage.env.settle()
    made = stage.bot.get_channel(forum.id)
    assert isinstance(made, discord.ForumChannel)
    post = (await made.create_thread(name="Une idée", content="La voici")).thread
    await stage.env.settle()
    listed = place(lobby, forum.id)
    assert (listed.kind, [child.name for child in listed.children]) == ("forum", ["Une idée"])
    with pytest.raises(PlaceGone):
        await lobby.choose(forum.id)
    tab = Tab(web, await lobby.choose(post.id))
    assert len((await tab.load())["timeline"]) == 1


# What SimCord shows otherwise than Discord


async def test_letters_name_people_and_commands(lobby: Lobby, stage: Stage, web: aiohttp.ClientSession) -> None:
    author = stage.people[ONDINE].id
    camille = await stage.bot.fetch_user(stage.people[CAMILLE].id)
    said = await camille.send(f"<@{author}> demande un coup de main : </coup-de-main demander:7> ou <@8>")
    await stage.env.settle()
    seen = (await opened(web, lobby, "dm")).seen
    assert seen is not None
    shown = [token for line in seen["messages"][str(said.id)]["content_tokens"] for token in line["children"]]
    shown = [token for line in shown for token in line["children"]]
    assert shown[0] == {"type": "mention", "kind": "user", "id": str(author), "label": "@Ondine"}
    assert shown[1]["content"] == " demande un coup de main : /coup-de-main demander ou <@8>"
    assert "@Ondine demande un coup de main : /coup-de-main demander" in str(seen["messageIndex"])


async def test_the_mention_of_a_channel_is_a_link(lobby: Lobby, stage: Stage, web: aiohttp.ClientSession) -> None:
    tips = stage.places["tips"].id
    said = await stage.people[MAËLLE].send(stage.places["questions"], f"Voyez <#{tips}>")
    seen = (await opened(web, lobby, "questions")).seen
    assert seen is not None
    shown = str(seen["messages"][str(said.id)]["content_tokens"])
    there = f"https://discord.com/channels/{stage.guild.id}/{tips}"
    assert f"{{'type': 'link_open', 'href': '{there}'}}, {{'type': 'mention', 'kind': 'channel'" in shown


# What is new


async def test_what_others_write_is_new_until_one_goes_there(lobby: Lobby, stage: Stage) -> None:
    lounge = stage.places["lounge"].id
    before = place(lobby, lounge)
    await stage.people[MAËLLE].send(stage.places["lounge"], "Quelqu’un pour déjeuner ?")
    now = place(lobby, lounge)
    assert (now.unread, now.stamp > before.stamp) == (before.unread + 1, True)
    await lobby.choose(lounge)
    assert place(lobby, lounge).unread == 0
    await lobby.sit("member")
    assert place(lobby, lounge).unread == before.unread  # her own words are not new to her


async def test_everybody_has_read_all_but_the_last_day(stage: Stage) -> None:
    await stage.people[ONDINE].send(stage.places["tips"], "Avant-hier")
    await stage.until(stage.clock.now() + 2 * DAY)
    await stage.people[ONDINE].send(stage.places["tips"], "Aujourd’hui")
    async with Lobby(stage, stage.story, any_ports()) as visit:
        assert place(visit, stage.places["tips"].id).unread == 1


async def test_what_a_tab_shows_is_read(lobby: Lobby, stage: Stage, web: aiohttp.ClientSession) -> None:
    await lobby.choose(stage.places["coffee"].id)
    await stage.people[ONDINE].send(stage.places["coffee"], "Qui vient jeudi ?")
    assert place(lobby, stage.places["coffee"].id).unread == 1  # no tab yet
    await opened(web, lobby, "coffee")
    await stage.people[ONDINE].send(stage.places["coffee"], "À onze heures")
    assert place(lobby, stage.places["coffee"].id).unread == 0


# The room


async def test_another_place_opens_at_the_same_address_and_the_tab_before_does_nothing_more(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    tab = await opened(web, lobby, "hall")
    first, started = await lobby.choose(stage.places["hall"].id), time.monotonic()
    assert await lobby.choose(stage.places["lounge"].id) == first
    assert time.monotonic() - started < 2  # a page keeps its connections: they must not hold it up
    assert await tab.look() is None
    assert (await tab.load())["channel"]["name"] == "général"


async def test_the_room_follows_who_the_visitor_is(lobby: Lobby, stage: Stage, web: aiohttp.ClientSession) -> None:
    tab = await opened(web, lobby, "hall")
    await lobby.sit("organiser")
    assert await tab.look() is None
    seen = await tab.load()
    assert (seen["channel"]["name"], viewers(seen)) == ("présentations", [stage.people[ONDINE].id])
    await lobby.choose(stage.places["office"].id)
    await lobby.sit("newcomer")  # doesn't see the team's channel
    seen = await tab.load()
    assert (seen["channel"]["name"], viewers(seen)) == ("général", [stage.people[CAMILLE].id])


async def test_leaving_the_lobby_leaves_nothing_open(stage: Stage, web: aiohttp.ClientSession) -> None:
    async with Lobby(stage, stage.story, any_ports()) as visit:
        tab = await opened(web, visit, "hall")
    with pytest.raises(aiohttp.ClientConnectorError):
        await tab.look()


async def test_it_opens_at_the_newest_message_whoever_wrote_it(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    said = await stage.people[MAËLLE].send(stage.places["hall"], "Bienvenue !")
    seen = (await opened(web, lobby, "hall")).seen
    assert seen is not None
    assert seen["timeline"][-1] == seen["targetId"] == str(said.id)


async def test_a_link_opens_a_place_at_its_message_and_at_the_newest_once_that_is_gone(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    said = [await stage.people[ONDINE].send(stage.places["digest"], f"Nouvelle {number}") for number in range(60)]
    tab = Tab(web, await lobby.choose(stage.places["digest"].id, said[0].id))
    await lobby.beat()
    seen = await tab.load()
    assert (seen["targetId"], str(said[0].id) in seen["timeline"]) == (str(said[0].id), True)
    await lobby.choose(stage.places["digest"].id, 5)
    seen = await tab.load()
    assert seen["timeline"][-1] == seen["targetId"] == str(said[-1].id)


async def test_ending_the_session_in_the_page_closes_the_room_until_a_place_is_chosen(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    tab = await opened(web, lobby, "hall")
    assert lobby.room.is_watched
    await tab.act("close")
    await stage.env._preview.wait_closed() if stage.env._preview else None
    assert (lobby.room.is_open, lobby.room.place_id) == (False, None)
    await lobby.sit("member")
    await lobby.beat()
    tab = await opened(web, lobby, "hall")
    assert tab.seen is not None


async def test_a_press_waits_for_its_turn_and_is_not_lost(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    tab = await opened(web, lobby, "lounge")
    async with lobby.lock:
        sent = asyncio.create_task(tab.act("send_message", content="Me voici"))
        await stage.until(stage.clock.now() + HOUR)
        assert not sent.done()
    answer = await sent
    assert answer is not None
    assert answer["settlement"] == "settled"
    assert stage.places["lounge"].history()[-1].content == "Me voici"


async def test_a_press_that_waits_while_the_room_is_left_is_refused_and_holds_nothing_up(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    tab = await opened(web, lobby, "lounge")
    async with lobby.lock:
        sent = asyncio.create_task(tab.act("send_message", content="Trop tard"))
        await asyncio.sleep(0.05)
        await asyncio.wait_for(lobby.room.show(stage.places["hall"].id, lobby.seat), 5)
    assert await sent is None
    assert stage.places["lounge"].history()[-1].content != "Trop tard"
    assert not lobby.lock.locked()


async def test_answers_to_one_person_alone_vanish_when_they_go_elsewhere(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    tab = await opened(web, lobby, "lounge")
    before = stage.places["lounge"].history(viewer=stage.people[CAMILLE])
    await tab.run("qui-fait", quoi="webflow")
    assert len(stage.places["lounge"].history(viewer=stage.people[CAMILLE])) > len(before)
    await lobby.choose(stage.places["lounge"].id)  # she is there already
    assert len(stage.places["lounge"].history(viewer=stage.people[CAMILLE])) > len(before)
    await lobby.choose(stage.places["hall"].id)
    assert len(stage.places["lounge"].history(viewer=stage.people[CAMILLE])) == len(before)


async def test_a_place_that_vanishes_while_it_is_open_gives_way_to_another(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    thread = await bot_channel(stage).create_thread(name="Éphémère", type=discord.ChannelType.public_thread)
    await thread.send("…")
    await stage.env.settle()
    tab = Tab(web, await lobby.choose(thread.id))
    await tab.load()
    await thread.delete()
    await stage.env.settle()
    await lobby.beat()
    assert lobby.room.place_id == lobby.places()[0].id
    assert await tab.look() is None
    with pytest.raises(PlaceGone):
        await lobby.choose(thread.id)


async def test_what_the_heart_does_is_shown_in_the_tab(lobby: Lobby, stage: Stage, web: aiohttp.ClientSession) -> None:
    tab = await opened(web, lobby, "lounge")
    await stage.people[MAËLLE].send(stage.places["lounge"], "Et moi")
    await lobby.beat()
    seen = await tab.look()
    assert seen is not None
    assert seen["messages"][seen["timeline"][-1]]["content"] == "Et moi"


# The clock


async def test_time_travels_in_four_jumps_and_people_live_in_the_evenings(stage: Stage) -> None:
    evenings: list[int] = []

    async def live() -> None:
        evenings.append(travel.now.hour)

    travel = Travel(stage, asyncio.Lock(), live)
    jumps: dict[Jump, int] = {"hour": 0, "tomorrow": 1, "monday": 7 - (travel.now.weekday() + 1) % 7}
    for jump, days in jumps.items():
        before, arrival = travel.now, travel.arrival(jump)
        evenings.clear()
        await travel.go(jump)
        assert travel.now == arrival
        assert (arrival.date() - before.date()).days == days
        assert evenings == [18] * days
        assert jump == "hour" or (arrival.hour, arrival.minute) == (8, 35)
    assert travel.now.weekday() == 0
    assert (travel.busy, travel.progress) == (False, 1.0)
    assert (travel.arrival("month").date() - travel.now.date()).days == 30
    assert (travel.arrival("monday").date() - travel.now.date()).days == 7


async def test_a_journey_says_how_far_it_has_come_and_lets_others_act_meanwhile(
    lobby: Lobby, stage: Stage, web: aiohttp.ClientSession
) -> None:
    lobby.travel = Travel(stage, lobby.lock, _nothing)
    tab = await opened(web, lobby, "lounge")
    assert lobby.depart("monday")
    assert not lobby.depart("hour")
    answer = await tab.act("send_message", content="Le temps passe")
    assert answer is not None
    assert answer["settlement"] == "settled"
    seen = [lobby.travel.progress]
    while lobby.travel.busy:
        await asyncio.sleep(0)
        seen.append(lobby.travel.progress)
    assert seen[0] < 1  # she didn't wait for the end
    assert seen == sorted(seen)
    assert len({round(done, 1) for done in seen}) > 3


async def test_leaving_ends_a_journey(stage: Stage) -> None:
    async with Lobby(stage, stage.story, any_ports()) as visit:
        visit.travel = Travel(stage, visit.lock, _nothing)
        arrival = visit.travel.arrival("month")
        assert visit.depart("month")
        await asyncio.sleep(0.05)
    assert stage.env._operation_task is None
    assert visit.travel.now < arrival


# The tour


async def test_the_tour_knows_each_step_by_its_effect(lobby: Lobby, stage: Stage, web: aiohttp.ClientSession) -> None:
    words, camille = stage.words, stage.people[CAMILLE]
    assert lobby.tour.done == frozenset()
    await lobby.start("introduce")
    assert (lobby.room.place_id, lobby.room.seat) == (stage.places["hall"].id, Seat("newcomer", CAMILLE))
    form = await camille.slash(stage.places["lounge"], "presentation ecrire")
    form = await camille.click(message_of(form), label=words.plain("notice-accept"))
    shown = await camille.submit_modal(form, {"what": "Je compose des bandes-son"})
    await lobby.beat()
    assert lobby.tour.done == frozenset()  # the preview is no publication
    await camille.click(message_of(shown), label=words.plain("intro-publish"))
    await lobby.beat()
    assert lobby.tour.done == {"introduce"}

    tab = await opened(web, lobby, "hall")
    await tab.run("qui-fait", quoi="webflow")
    assert lobby.tour.done == {"introduce", "find"}

    form = await camille.slash(stage.places["lounge"], "coup-de-main demander")
    by_when = lobby.travel.now + timedelta(days=7)
    await camille.submit_modal(form, {"question": "Où trouver une salle ?", "by_when": f"{by_when:%d/%m/%Y}"})
    await lobby.tour.look()
    assert lobby.tour.done == {"introduce", "find", "ask"}

    lobby.travel = Travel(stage, lobby.lock, _nothing)
    assert lobby.depart("monday")
    await lobby.arrived()
    assert "monday" in lobby.tour.done

    await lobby.start("organise")
    assert lobby.room.place_id == stage.places["office"].id
    assert "organise" in lobby.tour.done

    await lobby.start("erase")
    shown = await camille.slash(stage.places["hall"], "moi mes-donnees")
    shown = await camille.click(message_of(shown), custom_id="privacy:erase_ask")
    await lobby.tour.acted(lobby.seat, ["privacy:erase_ask"])
    assert "erase" not in lobby.tour.done
    await camille.click(message_of(shown), custom_id="privacy:erase")
    await lobby.tour.acted(lobby.seat, ["privacy:erase"])
    assert len(lobby.tour.done) == 6
    assert lobby.places()  # somebody erased is still on the server, and goes on


async def _nothing() -> None:
    pass


def viewers(seen: dict[str, Any]) -> list[int]:
    """As whom the page can act."""
    return [int(viewer["id"]) for viewer in seen["viewers"]]


def bot_channel(stage: Stage) -> discord.TextChannel:
    """The private threads' channel as the bot sees it."""
    found = stage.bot.get_channel(stage.places["threads"].id)
    assert isinstance(found, discord.TextChannel)
    return found
