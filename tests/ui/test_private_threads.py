"""Private threads that features bring people together in: never half done, never without whoever belongs in them."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.actors import MemberActor

from bot.delivery import waiting
from bot.people import avoid
from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.cards import card
from bot.ui.private_threads import NO_CHANNEL, PrivateThreadKind, Shown
from bot.words.text import Safe, link
from tests.help_requests.stage import member, people_in
from tests.test_letters_story import beats
from tests.world import World, text_of

ROOM = "introductions:room"
REF = 7


class Room:
    """A feature that brings some people together, as long as there is something to say."""

    def __init__(self, world: World, *people: MemberActor) -> None:
        self.house, self.world = world.bot.house, world
        self.ids = [person.id for person in people]
        self.says, self.hidden, self.wanted = "Vous voilà", False, True
        self.told: list[str] = []
        self.declare()

    def declare(self, *, whole: bool = False) -> None:
        """Say what it is; `whole`: for all who belong in it or for nobody."""
        how = (self._show, self._people, self._failed, self._opened, self._wanted, whole, self._apart)
        self.house.private_threads.register(PrivateThreadKind(ROOM, *how))

    async def open(self) -> None:
        """Say "open", and let time pass."""
        async with self.world.association.transaction() as db:
            await self.house.private_threads.open(self.world.association, db, ROOM, REF)
        await beats(self.world)

    async def bring(self, person: MemberActor) -> None:
        """Bring one more person in, without letting time pass."""
        self.ids.append(person.id)
        async with self.world.association.transaction() as db:
            await self.house.private_threads.bring(self.world.association, db, ROOM, REF, person.id)

    async def url(self) -> str | None:
        """Where it is."""
        return await self.house.private_threads.url(self.world.association, self.world.association.read(), ROOM, REF)

    async def _show(self, association: Association, ref: int) -> Shown | None:  # noqa: ARG002
        return Shown(card(Safe("Absent" if self.hidden else self.says)), "Un fil", hidden=self.hidden)

    async def _people(self, db: Connection, ref: int) -> list[int]:
        assert ref == REF
        here = await db.rows("SELECT id FROM members WHERE state = 'present'")
        return [one for one in self.ids if one in {row["id"] for row in here}]

    async def _failed(self, association: Association, db: Connection, ref: int, reason: str) -> None:  # noqa: ARG002
        self.told.append(reason)

    async def _opened(self, association: Association, db: Connection, ref: int, thread: int | None) -> None:  # noqa: ARG002
        self.told.append("opened" if thread else "gone")

    async def _wanted(self, db: Connection, ref: int) -> bool:  # noqa: ARG002
        return self.wanted

    async def _apart(self, association: Association, db: Connection, ref: int) -> None:  # noqa: ARG002
        self.told.append("apart")


@pytest.fixture
async def room(world: World) -> Room:
    """A room for Anna and Basile, with Chloé at the door."""
    return Room(world, *[await member(world, name) for name in ("Anna", "Basile")])


def refuse(world: World, **how: Any) -> None:
    """Discord opens no private thread."""
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", **how)


async def keep_apart(world: World, author: int, other: int) -> None:
    """Somebody does not want to be brought together with somebody."""
    lifecycle = world.bot.house.lifecycle
    async with world.association.transaction() as db:
        alias, own = (lifecycle.alias(world.association, one) for one in (other, author))
        await avoid.add(db, author, alias, own, world.clock.now())


async def test_it_is_said_and_named_before_anybody_comes_in(world: World, room: Room) -> None:
    await room.open()
    await room.open()
    (thread,) = world.threads.threads
    assert thread.name == "Un fil"
    assert await people_in(world, thread) == set(room.ids)
    (first,) = [message for message in thread.history() if message.components]
    assert text_of(first) == "Vous voilà"
    assert (room.told, await room.url()) == (["opened"], link(world.guild.id, thread.id))


async def test_who_comes_while_it_is_opened_and_who_comes_later_are_let_in(world: World, room: Room) -> None:
    chloe, driss = await member(world, "Chloé"), await member(world, "Driss")
    async with world.association.transaction() as db:
        await room.house.private_threads.open(world.association, db, ROOM, REF)
    await room.bring(chloe)
    await beats(world)
    await room.bring(driss)
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {*room.ids} >= {chloe.id, driss.id}


async def test_whoever_does_not_belong_in_it_any_more_is_not_let_in(world: World, room: Room) -> None:
    chloe = await member(world, "Chloé")
    await room.open()
    await room.bring(chloe)
    room.ids.remove(chloe.id)
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == set(room.ids)


async def test_one_that_cannot_be_said_goes_and_another_opens_later(world: World, room: Room) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, times=1)
    await room.open()
    world.failures.events.clear()
    await beats(world, DAY)
    assert world.threads.threads == []
    assert room.told == ["parked"]
    assert await room.url() is None
    world.env.backend.faults.clear()
    await room.open()
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == set(room.ids)
    assert room.told[-1] == "opened"


async def test_without_a_channel_it_is_told_at_once(world: World, room: Room) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    await room.open()
    assert (room.told, world.threads.threads) == ([NO_CHANNEL], [])


async def test_a_lost_permission_is_told_and_it_opens_once_it_is_back(world: World, room: Room) -> None:
    refuse(world, status=403, code=50013, times=2)
    await room.open()
    assert room.told == ["permission"]
    await room.open()  # it is on its way: no second one
    for _ in range(3):
        await beats(world, HOUR)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == set(room.ids)
    assert room.told[-1] == "opened"


async def test_one_that_organisers_try_again_opens(world: World, room: Room) -> None:
    refuse(world, status=400, code=50035, times=1)
    await room.open()
    world.failures.events.clear()
    assert room.told == ["parked"]
    world.env.backend.faults.clear()
    db = world.association.read()
    number = await db.value("SELECT id FROM outbox WHERE kind = :kind AND state = 'parked'", kind=ROOM)
    async with world.association.transaction() as db:
        row = await waiting.one(db, number)
        assert row is not None
        assert await room.house.outbox.revive(world.association, db, row.id)
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == set(room.ids)


async def test_one_that_is_called_off_while_it_is_opened_leaves_nothing(world: World, room: Room) -> None:
    async with world.association.transaction() as db:
        await room.house.private_threads.open(world.association, db, ROOM, REF)
        await room.house.publications.take_down(world.association, db, ROOM, REF)
    room.ids.clear()
    await beats(world)
    await beats(world, DAY)
    assert world.threads.threads == []
    assert await room.url() is None


async def test_one_that_somebody_deleted_is_opened_again_for_the_next_person_while_it_is_wanted(
    world: World, room: Room
) -> None:
    chloe, driss = await member(world, "Chloé"), await member(world, "Driss")
    await room.open()
    await world.bot.http.delete_channel(world.threads.threads[0].id)
    await world.env.settle()
    await room.bring(chloe)
    await beats(world)
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == {*room.ids}
    assert room.told == ["opened", "gone", "opened"]
    await world.bot.http.delete_channel(thread.id)
    await world.env.settle()
    room.wanted = False
    await room.bring(driss)
    await beats(world)
    assert (world.threads.threads, room.told[-1]) == ([], "gone")


async def test_one_that_somebody_deleted_is_forgotten_when_it_is_shown_again(world: World, room: Room) -> None:
    await room.open()
    await world.bot.http.delete_channel(world.threads.threads[0].id)
    await world.env.settle()
    async with world.association.transaction() as db:
        await room.house.publications.refresh(world.association, db, ROOM, REF)
    await beats(world)
    assert (world.threads.threads, await room.url()) == ([], None)
    await room.open()
    (thread,) = world.threads.threads
    assert await people_in(world, thread) == set(room.ids)


async def test_its_words_are_hidden_while_its_owner_is_away(world: World, room: Room) -> None:
    await room.open()
    (thread,) = world.threads.threads
    room.hidden = True
    async with world.association.transaction() as db:
        await room.house.lifecycle.leave(world.association, db, room.ids[0])
    await beats(world)
    (first,) = [message for message in thread.history() if message.components]
    assert text_of(first) == "Absent"
    room.hidden = False
    async with world.association.transaction() as db:
        await room.house.lifecycle.come_back(world.association, db, room.ids[0])
    await beats(world)
    (first,) = [message for message in thread.history() if message.components]
    assert text_of(first) == "Vous voilà"


async def test_it_never_opens_for_two_who_are_kept_apart_by_then(world: World, room: Room) -> None:
    refuse(world, status=403, code=50013, times=1)
    await room.open()
    await keep_apart(world, room.ids[1], room.ids[0])
    await beats(world, HOUR)
    await beats(world, HOUR)
    assert (world.threads.threads, room.told, await room.url()) == ([], ["permission", "apart"], None)
    await room.open()
    assert world.threads.threads == []


async def test_kept_apart_while_it_is_being_said_nobody_comes_in_and_it_goes(world: World, room: Room) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=500, times=1)
    await room.open()
    assert len(world.threads.threads) == 1
    await keep_apart(world, *room.ids)
    await beats(world, HOUR)
    world.failures.events.clear()
    assert (world.threads.threads, room.told) == ([], ["apart"])


@pytest.mark.parametrize("whole", [False, True])
async def test_of_three_those_who_may_meet_do_unless_it_is_for_all_or_nobody(
    world: World, room: Room, *, whole: bool
) -> None:
    room.declare(whole=whole)
    chloe = await member(world, "Chloé")
    room.ids.append(chloe.id)
    await keep_apart(world, chloe.id, room.ids[1])
    await room.open()
    assert [await people_in(world, one) for one in world.threads.threads] == ([] if whole else [{*room.ids[:2]}])


async def test_whoever_is_kept_apart_from_somebody_in_it_is_not_brought_in_nor_back(world: World, room: Room) -> None:
    await room.open()
    (thread,) = world.threads.threads
    anna, basile = room.ids
    chloe = await member(world, "Chloé")
    await keep_apart(world, basile, chloe.id)
    await room.bring(chloe)
    await beats(world)
    assert await people_in(world, thread) == {anna, basile}
    await world.bot.http.remove_user_from_thread(thread.id, anna)
    await keep_apart(world, anna, basile)
    async with world.association.transaction() as db:
        await room.house.private_threads.bring(world.association, db, ROOM, REF, anna)
    await beats(world)
    assert (await people_in(world, thread), room.told) == ({basile}, ["opened"])


async def test_it_goes_with_its_owner(world: World, room: Room) -> None:
    await room.open()
    async with world.association.transaction() as db:
        await room.house.publications.erasing(world.association, db, room.ids[0])
    await beats(world)
    assert world.threads.threads == []
