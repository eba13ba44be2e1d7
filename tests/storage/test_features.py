"""Switches of features: what is off according to the file and to memory, whose something is, what one keeps."""

from __future__ import annotations

import sqlite3
from types import SimpleNamespace

import pytest

from bot.people import members, ties
from bot.storage import belongings, features
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.features import declared
from bot.storage.preferences import choose
from cogs import deadlines as _deadlines  # noqa: F401 (the same)
from cogs import digest, help_requests, introductions, matchmaking, prompts, tips  # noqa: F401 (they declare)
from tests.storage.test_backup import Clock

CAN_BE_OFF = {"introductions", "tips", "help_requests", "matchmaking", "prompts", "digest", "deadlines"} | {
    "warm_intros",
    "opportunities",
}


async def switch(association: Association, name: str, *, on: bool) -> None:
    """As the panel does."""
    async with association.transaction() as db:
        await choose(db, Clock(), declared[name].preference, on)
    await association.reload()


def test_what_people_rely_on_for_their_rights_can_never_be_off() -> None:
    assert set(declared) == CAN_BE_OFF
    assert all(feature.preference.default for feature in declared.values())


async def test_a_switch_is_seen_in_memory_in_the_file_and_in_a_file_that_rests(association: Association) -> None:
    path = association.database.path
    assert features.is_on(association, "tips")
    await switch(association, "tips", on=False)
    assert not features.is_on(association, "tips")
    assert features.is_on(association, "moderation")
    assert await features.off(association.read()) == {"tips"}
    with sqlite3.connect(path) as connection:
        assert features.off_in(connection) == {"tips"}
    await switch(association, "tips", on=True)
    assert await features.off(association.read()) == frozenset()


@pytest.mark.parametrize(
    ("kind", "on"), [("tips:check", 0), ("help_requests:care", 1), ("kernel:letters", 1), ("tipsy:x", 1), ("tips", 1)]
)
async def test_a_query_sees_whose_kind_it_is(association: Association, kind: str, on: int) -> None:
    await switch(association, "tips", on=False)
    assert await association.read().value(f"SELECT {features.on_sql(':kind')}", kind=kind) == on


def test_what_is_of_a_feature_is_known_by_its_name_or_its_room() -> None:
    assert features.owner("tips:useful:42") == "tips"
    assert features.room(tips.find_tips) == "tips"
    assert features.room(SimpleNamespace(module="cogs.digest.cog")) == "digest"
    assert features.room(features.owner) == ""


async def test_every_table_that_a_feature_declares_is_there_and_is_emptied_with_what_hangs_on_it(
    association: Association,
) -> None:
    async with association.transaction() as db:
        for number in (7, 8):
            await members.accept_notice(db, number, 0)
        await db.run(
            "INSERT INTO coffee_rounds (id, day, match_at, state, announced_at, channel_id, message_id) "
            "VALUES (1, '2026-01-06', 9, 'running', 1, 30, 31)"
        )
        await db.run("INSERT INTO coffee_members (member_id, created_at) VALUES (7, 1)")
        await db.run("INSERT INTO coffee_matches (id, round_id, opened_at, message_id) VALUES (1, 1, 9, 77)")
        await db.run("INSERT INTO coffee_seats (match_id, member_id) VALUES (1, 7), (1, 8)")
        await ties.confirm(db, 7, 8, "coffee:1", 1)
        await ties.confirm(db, 7, 8, "help:1", 1)
        for feature in declared.values():
            await belongings.count(db, feature)
        coffee = declared["matchmaking"]
        assert await belongings.people(db, coffee) == {7}
        assert await belongings.messages(db, coffee) == [(30, 31)]  # what stands in a pair's own thread is theirs
        assert await belongings.erase(db, coffee) == 3
        assert await db.value("SELECT count(*) FROM coffee_seats") == 0
        assert [tie.matter for tie in await ties.of(db, 7)] == ["help:1"]
    assert association.preferences[prefs.VOICE] == "tu"
