"""Avoid entries: private, both ways, and they outlive an erasure."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.people import avoid, members, ties
from bot.people.lifecycle import Lifecycle, export
from bot.storage.association import Association

ANNA, BRUNO, CARLA = 111, 222, 333


async def test_an_entry_keeps_two_people_apart_whoever_wrote_it(association: Association, lifecycle: Lifecycle) -> None:
    alias = partial(lifecycle.alias, association)
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        await avoid.add(db, ANNA, alias(BRUNO), alias(ANNA), 1)
        await avoid.add(db, ANNA, alias(BRUNO), alias(ANNA), 2)
    db = association.read()
    assert await avoid.kept_apart(db, ANNA, [BRUNO, CARLA, ANNA], alias) == {BRUNO}
    assert await avoid.kept_apart(db, BRUNO, [ANNA, CARLA], alias) == {ANNA}
    assert await avoid.kept_apart(db, CARLA, [ANNA, BRUNO], alias) == set()
    async with association.transaction() as db:
        assert await avoid.remove(db, ANNA, alias(BRUNO))
        assert not await avoid.remove(db, ANNA, alias(BRUNO))
    assert await avoid.kept_apart(association.read(), ANNA, [BRUNO], alias) == set()


async def test_it_outlives_the_others_erasure_and_is_not_in_their_export(
    association: Association, lifecycle: Lifecycle
) -> None:
    alias = partial(lifecycle.alias, association)
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        await members.accept_notice(db, BRUNO, 1)
        await avoid.add(db, ANNA, alias(BRUNO), alias(ANNA), 1)
    assert set(await export(association.read(), BRUNO)) == {"members"}
    assert "avoids" in await export(association.read(), ANNA)
    async with association.transaction() as db:
        await lifecycle.erase(association, db, BRUNO)
    assert await avoid.kept_apart(association.read(), BRUNO, [ANNA], alias) == {ANNA}
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
    assert await avoid.kept_apart(association.read(), BRUNO, [ANNA], alias) == set()


async def test_the_list_has_an_end_and_nobody_avoids_themselves(association: Association, lifecycle: Lifecycle) -> None:
    alias = partial(lifecycle.alias, association)
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        with pytest.raises(Refusal, match="avoid-oneself"):
            await avoid.add(db, ANNA, alias(ANNA), alias(ANNA), 1)
        for number in range(1000, 1000 + avoid.AT_MOST):
            await avoid.add(db, ANNA, alias(number), alias(ANNA), number)
        with pytest.raises(Refusal, match="avoid-full"):
            await avoid.add(db, ANNA, alias(1), alias(ANNA), 1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=12))
async def test_keeping_apart_is_always_mutual(
    association: Association, lifecycle: Lifecycle, pairs: list[tuple[int, int]]
) -> None:
    alias = partial(lifecycle.alias, association)
    async with association.transaction() as db:
        await db.run("DELETE FROM avoids")
        for number in range(1, 7):
            await members.accept_notice(db, number, 1)
        for one, other in pairs:
            if one != other:
                await avoid.add(db, one, alias(other), alias(one), 1)
    db = association.read()
    apart = {one: await avoid.kept_apart(db, one, range(1, 7), alias) for one in range(1, 7)}
    assert apart == {one: {other for other in range(1, 7) if one in apart[other]} for one in range(1, 7)}
    assert all(other in apart[one] for one, other in pairs if one != other)


async def test_a_tie_is_one_both_ways_and_goes_with_either(association: Association, lifecycle: Lifecycle) -> None:
    async with association.transaction() as db:
        for number in (ANNA, BRUNO, CARLA):
            await members.accept_notice(db, number, 1)
        await ties.confirm(db, BRUNO, ANNA, "help:1", 5)
        await ties.confirm(db, ANNA, BRUNO, "help:1", 6)
        await ties.confirm(db, ANNA, ANNA, "help:2", 6)
        await ties.confirm(db, ANNA, CARLA, "help:2", 7)
    db = association.read()
    assert await ties.of(db, ANNA) == [ties.Tie(CARLA, "help:2", 7), ties.Tie(BRUNO, "help:1", 5)]
    assert await ties.of(db, BRUNO) == [ties.Tie(ANNA, "help:1", 5)]
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
    assert await ties.of(association.read(), BRUNO) == []
