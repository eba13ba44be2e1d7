"""Drafts wait a day for their author, and for nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import Refusal
from bot.people.members import accept_notice
from bot.storage.association import Association
from bot.storage.search import Synonyms
from bot.ui import drafts

ANNA, BRUNO = 1, 2
NOW = 1800000000
ACT = "introductions:preview"


@pytest.fixture
async def association(tmp_path: Path) -> AsyncIterator[Association]:
    """An association with two members."""
    opened = await Association.open(tmp_path / "1.db", 1, Synonyms([]))
    async with opened.transaction() as db:
        await accept_notice(db, ANNA, NOW)
        await accept_notice(db, BRUNO, NOW)
    yield opened
    await opened.close()


async def saved(association: Association, member_id: int = ANNA, act: str = ACT, what: str = "x") -> int:
    """Somebody types something."""
    async with association.transaction() as db:
        return await drafts.save(db, member_id, act, {"what": what}, NOW)


async def test_a_draft_is_there_for_its_author_during_a_day(association: Association) -> None:
    draft_id = await saved(association, what="Je dessine")
    draft = await drafts.load(association.read(), draft_id, ANNA, NOW + drafts.LIFE - 1)
    assert (draft.act, draft.payload) == (ACT, {"what": "Je dessine"})
    for member_id, now in ((ANNA, NOW + drafts.LIFE), (BRUNO, NOW)):
        with pytest.raises(Refusal, match="kernel-draft-gone"):
            await drafts.load(association.read(), draft_id, member_id, now)


async def test_a_member_has_one_draft_an_act_the_newest(association: Association) -> None:
    first, second = await saved(association, what="un"), await saved(association, what="deux")
    await saved(association, act="organisers:identified", what="trois")
    await saved(association, BRUNO, what="quatre")
    with pytest.raises(Refusal):
        await drafts.load(association.read(), first, ANNA, NOW)
    newest = await drafts.newest(association.read(), ANNA, ACT, NOW)
    assert newest is not None
    assert newest.id == second
    assert await association.read().value("SELECT count(*) FROM drafts") == 3


async def test_a_draft_can_be_changed_and_thrown_away(association: Association) -> None:
    draft_id = await saved(association)
    async with association.transaction() as db:
        await drafts.change(db, await drafts.load(db, draft_id, ANNA, NOW), {"what": "y"})
    assert (await drafts.load(association.read(), draft_id, ANNA, NOW)).payload == {"what": "y"}
    async with association.transaction() as db:
        await drafts.discard(db, ANNA, ACT)
    assert await drafts.newest(association.read(), ANNA, ACT, NOW) is None


async def test_what_is_over_is_swept(association: Association) -> None:
    await saved(association)
    async with association.transaction() as db:
        await drafts.sweep(db, NOW + drafts.LIFE - 1)
        assert await db.value("SELECT count(*) FROM drafts") == 1
        await drafts.sweep(db, NOW + drafts.LIFE)
        assert await db.value("SELECT count(*) FROM drafts") == 0


async def test_a_drafts_number_can_not_be_guessed(association: Association) -> None:
    numbers = [await saved(association) for _ in range(5)]
    assert len({number >> 20 for number in numbers}) == 5
    assert all(0 <= number < 2**53 for number in numbers)
