"""What the team closed to somebody: by alias, so that erasing oneself and coming back lifts nothing."""

from __future__ import annotations

import pytest

from bot.errors import Refusal
from bot.people import members, restrictions
from bot.people.lifecycle import Lifecycle
from bot.people.restrictions import PROFILE, Restrictions
from bot.storage.association import Association
from bot.storage.database import Connection

ANNA, BRUNO, NOW = 111, 222, 1800000000


async def _act(db: Connection) -> int:
    return await db.insert("INSERT INTO case_acts (act, at, actor_alias) VALUES ('paused', 1, 'x')")


async def _pause(association: Association, alias: str, feature: str, until: int, member_id: int | None = ANNA) -> int:
    async with association.transaction() as db:
        await members.name(db, ANNA, NOW)
        act = await _act(db)
        await Restrictions().impose(association, db, feature, alias=alias, member_id=member_id, until=until, act_id=act)
    return act


async def test_a_pause_holds_until_its_time_and_of_two_the_last_to_end_counts(association: Association) -> None:
    await _pause(association, "anna", "tips", NOW + 100)
    await _pause(association, "anna", "tips", NOW + 50)
    db = association.read()
    assert await restrictions.of(db, "anna", NOW) == {"tips": NOW + 100}
    assert await restrictions.restricted(db, "tips", NOW + 99) == {ANNA}
    assert await restrictions.restricted(db, "tips", NOW + 100) == set()
    assert await restrictions.restricted(db, "matchmaking", NOW) == set()
    assert await restrictions.of(db, "bruno", NOW) == {}


async def test_lifting_an_act_opens_what_it_closed_and_nothing_else(association: Association) -> None:
    short = await _pause(association, "anna", "tips", NOW + 50)
    long = await _pause(association, "anna", "tips", NOW + 100)
    await _pause(association, "anna", "matchmaking", NOW + 100)
    async with association.transaction() as db:
        await restrictions.lift(db, long)
    assert await restrictions.of(association.read(), "anna", NOW) == {"tips": NOW + 50, "matchmaking": NOW + 100}
    async with association.transaction() as db:
        await restrictions.lift(db, short)
    assert set(await restrictions.of(association.read(), "anna", NOW)) == {"matchmaking"}


async def test_erasing_oneself_and_coming_back_lifts_nothing(association: Association, lifecycle: Lifecycle) -> None:
    alias = lifecycle.alias(association, ANNA)
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, NOW)
    await _pause(association, alias, "tips", NOW + 100)
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
    assert await restrictions.of(association.read(), alias, NOW) == {"tips": NOW + 100}
    assert await restrictions.restricted(association.read(), "tips", NOW) == set()
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, NOW)
        await restrictions.recognise(db, alias, ANNA)
    assert await restrictions.restricted(association.read(), "tips", NOW) == {ANNA}
    assert await restrictions.of_member(association.read(), ANNA) == {"tips": NOW + 100}


async def test_what_is_required_refuses_with_its_end(association: Association) -> None:
    await _pause(association, "anna", PROFILE, NOW + 100)
    with pytest.raises(Refusal) as refused:
        await restrictions.require(association.read(), "anna", PROFILE, NOW)
    assert refused.value.key == "restricted-profile"
    assert f"{NOW + 100}" in str(refused.value.values["until"])
    await restrictions.require(association.read(), "anna", PROFILE, NOW + 100)


async def test_the_feature_hears_to_whom_it_is_closed_unless_they_are_erased(association: Association) -> None:
    heard: list[int] = []

    async def hear(association: Association, db: Connection, member_id: int) -> None:
        heard.append(member_id)

    kept = Restrictions()
    kept.watch("tips", hear)
    async with association.transaction() as db:
        await members.name(db, BRUNO, NOW)
        for feature, member_id in (("tips", BRUNO), ("prompts", BRUNO), ("tips", None)):
            act = await _act(db)
            await kept.impose(
                association, db, feature, alias=f"{member_id}", member_id=member_id, until=NOW + 1, act_id=act
            )
    assert heard == [BRUNO]
