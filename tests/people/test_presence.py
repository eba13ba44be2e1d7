"""Eighteen months of silence, a word, six months more: never less than that."""

from __future__ import annotations

from datetime import date, timedelta

from bot.people import members, presence, resting
from bot.storage.association import Association
from bot.storage.database import Connection
from tests.people.test_lifecycle import ANNA, BRUNO

TODAY = date(2027, 1, 1)


async def _seen(db: Connection, member_id: int, days_ago: int) -> None:
    await members.accept_notice(db, member_id, 1)
    await presence.note(db, member_id, TODAY - timedelta(days=days_ago))


async def test_whoever_is_silent_for_eighteen_months_is_told_once(association: Association) -> None:
    async with association.transaction() as db:
        await _seen(db, ANNA, 547)
        await _seen(db, BRUNO, 548)
        assert await presence.to_be_told(db, TODAY) == [BRUNO]
        await presence.note_told(db, BRUNO, TODAY)
        assert await presence.to_be_told(db, TODAY + timedelta(days=1)) == [ANNA]
        assert await presence.is_silent(db, BRUNO, TODAY)
        assert not await presence.is_silent(db, ANNA, TODAY)


async def test_nobody_is_forgotten_before_half_a_year_after_the_word(association: Association) -> None:
    async with association.transaction() as db:
        await _seen(db, ANNA, 2000)  # the bot was off for long: the word came late
        assert await presence.over(db, TODAY) == []
        await presence.note_told(db, ANNA, TODAY)
        assert await presence.over(db, TODAY + presence.WARNING - timedelta(days=1)) == []
        assert await presence.over(db, TODAY + presence.WARNING) == [ANNA]


async def test_any_act_stops_it(association: Association) -> None:
    async with association.transaction() as db:
        await _seen(db, ANNA, 600)
        await presence.note_told(db, ANNA, TODAY)
        await presence.note(db, ANNA, TODAY)
        assert not await presence.is_silent(db, ANNA, TODAY)
        assert await presence.over(db, TODAY + timedelta(days=729)) == []


async def test_those_of_whom_nothing_was_noted_are_counted_from_today(association: Association) -> None:
    async with association.transaction() as db:
        await _seen(db, ANNA, 0)
        await db.run("UPDATE members SET seen_on = NULL")
        await members.name(db, BRUNO, 1)
        await presence.begin(db, TODAY)
        rows = await db.rows("SELECT seen_on FROM members ORDER BY id")
    assert [row["seen_on"] for row in rows] == ["2027-01-01", None]


async def test_whoever_rests_is_not_written_to_and_forgotten_after_two_years(association: Association) -> None:
    async with association.transaction() as db:
        await _seen(db, ANNA, 0)
        await resting.begin(db, ANNA, 1000)
        assert await presence.to_be_told(db, TODAY + presence.SILENT) == []
        assert await presence.over(db, TODAY + presence.FORGOTTEN - timedelta(days=1)) == []
        assert await presence.over(db, TODAY + presence.FORGOTTEN) == [ANNA]
