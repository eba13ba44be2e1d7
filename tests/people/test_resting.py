"""Resting by one's own wish, and leaving the server meanwhile: two things that must not be taken for each other."""

from __future__ import annotations

from bot.people import members, objections, resting
from bot.people.lifecycle import GRACE, Lifecycle
from bot.storage.association import Association
from bot.storage.database import Connection
from tests.people.conftest import Clock
from tests.people.test_lifecycle import ANNA, BRUNO, Follower


async def _begin(lifecycle: Lifecycle, db: Connection) -> Follower:
    follower = Follower()
    lifecycle.follow(follower)
    await members.accept_notice(db, ANNA, 1)
    return follower


async def test_whoever_rests_is_hidden_and_kept_and_comes_back_once(
    association: Association, lifecycle: Lifecycle, clock: Clock
) -> None:
    async with association.transaction() as db:
        follower = await _begin(lifecycle, db)
        assert await lifecycle.pause(association, db, ANNA)
        assert not await lifecycle.pause(association, db, ANNA)
        member = await members.get(db, ANNA)
        assert member is not None
        assert member.resting
        assert member.agreed
        assert not member.accepted
        assert not member.away
        assert await resting.everybody(db) == [ANNA]
        assert await members.left_before(db, clock.now() + 2 * GRACE) == []
        assert not await lifecycle.come_back(association, db, ANNA)
        assert await lifecycle.resume(association, db, ANNA)
        assert not await lifecycle.resume(association, db, ANNA)
        assert await members.among_us(db) == {ANNA}
    assert follower.told == [("gone", ANNA), ("back", ANNA)]


async def test_leaving_while_resting_is_leaving_and_coming_back_is_resting_on(
    association: Association, lifecycle: Lifecycle, clock: Clock
) -> None:
    async with association.transaction() as db:
        follower = await _begin(lifecycle, db)
        await lifecycle.pause(association, db, ANNA)
        assert await lifecycle.leave(association, db, ANNA)  # in the same second
        assert not await lifecycle.leave(association, db, ANNA)
        assert await members.away_ids(db) == [ANNA]
        assert await resting.everybody(db) == []
        assert await members.left_before(db, clock.now() + GRACE) == [ANNA]
        assert not await lifecycle.resume(association, db, ANNA)
        assert await lifecycle.come_back(association, db, ANNA)
        assert await resting.everybody(db) == [ANNA]
        assert await members.present_ids(db) == []
        assert await lifecycle.resume(association, db, ANNA)
    assert follower.told == [("gone", ANNA), ("back", ANNA)]


async def test_a_new_notice_wakes_nobody_who_rests(association: Association, lifecycle: Lifecycle) -> None:
    async with association.transaction() as db:
        await _begin(lifecycle, db)
        await lifecycle.pause(association, db, ANNA)
        await members.accept_notice(db, ANNA, 5)
        assert await resting.everybody(db) == [ANNA]


async def test_an_objection_is_told_once_and_can_be_withdrawn(association: Association, lifecycle: Lifecycle) -> None:
    heard: list[int] = []

    async def note(association: Association, db: Connection, member_id: int) -> None:
        heard.append(member_id)

    lifecycle.watch_objections(note)
    async with association.transaction() as db:
        for member_id in (ANNA, BRUNO):
            await members.accept_notice(db, member_id, 1)
        assert await lifecycle.object(association, db, ANNA)
        assert not await lifecycle.object(association, db, ANNA)
        assert await objections.may_be_matched(db) == {BRUNO}
        assert await objections.withdraw(db, ANNA)
        assert not await objections.withdraw(db, ANNA)
        assert await objections.may_be_matched(db) == {ANNA, BRUNO}
    assert heard == [ANNA]
