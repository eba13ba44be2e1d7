"""Tips as they are stored, on a real file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.people import members, objections
from bot.schedule.clock import DAY
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.search import Synonyms
from cogs.tips import mark_store, proposal_store, store
from cogs.tips.posts import CARD
from cogs.tips.rules import Category, Credit, Written

ANNA, BASILE, CHLOE = 1, 2, 3
WRITTEN = Written("Un acompte", "Trente pour cent", "tarifs", ("devis", "acompte"))


@pytest.fixture
async def association(tmp_path: Path) -> AsyncIterator[Association]:
    """A file with three members."""
    opened = await Association.open(tmp_path / "1.db", 1, Synonyms([]))
    async with opened.transaction() as db:
        for person in (ANNA, BASILE, CHLOE):
            await members.accept_notice(db, person, 1)
    yield opened
    await opened.close()


async def test_a_tip_is_read_as_it_was_written_and_rewritten(association: Association) -> None:
    async with association.transaction() as db:
        tip_id = await store.add(db, ANNA, WRITTEN, None, 10)
        assert await store.same(db, ANNA, WRITTEN) == tip_id
        assert await store.same(db, BASILE, WRITTEN) is None
        await store.doubt(db, tip_id, BASILE, "Plus maintenant", 20)
        await store.rewrite(db, tip_id, Written("Un acompte", "Quarante", "outils", ("tjm",)), 30)
        tip = await store.get(db, tip_id)
        assert tip is not None
        assert (tip.body, tip.category, tip.tags, tip.doubt_at, tip.checked_at) == (
            "Quarante",
            "outils",
            ("tjm",),
            None,
            30,
        )
        assert await store.doubts(db, tip_id) == []


async def test_others_see_neither_what_is_withdrawn_nor_what_an_absent_person_wrote(association: Association) -> None:
    async with association.transaction() as db:
        first = await store.add(db, ANNA, WRITTEN, None, 10)
        second = await store.add(db, BASILE, WRITTEN, None, 10)
        await mark_store.turn_keep(db, first, CHLOE, 20)
        await mark_store.turn_keep(db, second, CHLOE, 30)
        assert [tip.id for tip in await store.kept_by(db, CHLOE)] == [second, first]
        await store.withdraw(db, first)
        assert set(await store.visible(db, [first, second])) == {second}
        await members.mark_left(db, BASILE, 40)
        assert await store.visible(db, [first, second]) == {}
        assert await store.kept_by(db, CHLOE) == []
        assert [tip.id for tip in await store.of_author(db, ANNA)] == [first]


async def test_a_mark_is_made_once_and_can_be_taken_back(association: Association) -> None:
    async with association.transaction() as db:
        tip_id = await store.add(db, ANNA, WRITTEN, None, 10)
        assert await mark_store.turn_use(db, tip_id, BASILE, 20)
        assert await mark_store.turn_use(db, tip_id, CHLOE, 20)
        assert await mark_store.uses(db, [tip_id]) == {tip_id: 2}
        assert not await mark_store.turn_use(db, tip_id, BASILE, 30)
        assert await mark_store.uses(db, [tip_id]) == {tip_id: 1}


async def test_the_last_word_of_each_person_is_what_they_doubt(association: Association) -> None:
    async with association.transaction() as db:
        tip_id = await store.add(db, ANNA, WRITTEN, None, 10)
        for what in ("Un", "Deux"):
            await store.doubt(db, tip_id, BASILE, what, 20)
        await store.doubt(db, tip_id, CHLOE, "Trois", 30)
        assert [said.what for said in await store.doubts(db, tip_id)] == ["Deux", "Trois"]
        tip = await store.get(db, tip_id)
        assert tip is not None
        assert tip.doubt_at == 20


async def test_each_author_is_asked_about_the_oldest_of_their_tips(association: Association) -> None:
    now = 1000 * DAY
    async with association.transaction() as db:
        newer = await store.add(db, ANNA, WRITTEN, None, now - 400 * DAY)
        oldest = await store.add(db, ANNA, WRITTEN, None, now - 500 * DAY)
        other = await store.add(db, BASILE, WRITTEN, None, now - 400 * DAY)
        await store.add(db, CHLOE, WRITTEN, None, now - 300 * DAY)

        async def due(then: int) -> set[int]:
            return {tip.id for tip in await store.untouched(db, then - 365 * DAY, then - 7 * DAY)}

        assert await due(now) == {oldest, other}
        await store.asked(db, oldest, now)
        assert await due(now + DAY) == {other}
        assert await due(now + 8 * DAY) == {newer, other}


async def test_what_was_marked_goes_to_the_tip_that_takes_its_place(association: Association) -> None:
    async with association.transaction() as db:
        older, newer = [await store.add(db, ANNA, WRITTEN, None, 10) for _ in range(2)]
        await mark_store.turn_use(db, older, BASILE, 20)
        await mark_store.turn_use(db, newer, BASILE, 20)
        await mark_store.turn_use(db, newer, CHLOE, 20)
        await mark_store.turn_keep(db, newer, CHLOE, 20)
        await mark_store.credit(db, newer, Credit(BASILE, True))
        await mark_store.hand_over(db, newer, older)
        await store.forget(db, newer)
        assert await mark_store.uses(db, [older]) == {older: 2}
        assert await mark_store.keeps(db, older, CHLOE)
        assert await mark_store.credits_of(db, older) == [Credit(BASILE, True)]
        assert await mark_store.thanking(db, BASILE) == [older]


async def test_organisers_categories_keep_their_order_and_their_codes(association: Association) -> None:
    listed = [Category("zut", "Zut"), Category("autre", "Divers")]
    async with association.transaction() as db:
        assert await store.categories(db) == []
        await store.list_categories(db, listed)
        assert await store.categories(db) == listed
        await store.list_categories(db, [])
        assert await store.categories(db) == []


async def test_a_proposal_is_read_as_it_was_written_and_answered(association: Association) -> None:
    async with association.transaction() as db:
        proposal_id = await proposal_store.propose(db, ANNA, BASILE, WRITTEN, 10)
        proposal = await proposal_store.get(db, proposal_id)
        assert proposal is not None
        assert proposal.written == WRITTEN
        assert proposal.pending(BASILE)
        assert not proposal.pending(ANNA)
        await proposal_store.answer(db, proposal_id, BASILE, agreed=True, shown=False)
        proposal = await proposal_store.get(db, proposal_id)
        assert proposal is not None
        assert proposal.agreed
        assert not proposal.pending(BASILE)


async def test_erasing_a_person_takes_their_agreement_away_and_not_the_proposal(association: Association) -> None:
    async with association.transaction() as db:
        proposal_id = await proposal_store.propose(db, ANNA, BASILE, WRITTEN, 10)
        await db.run("DELETE FROM members WHERE id = :id", id=BASILE)
        proposal = await proposal_store.get(db, proposal_id)
        assert proposal is not None
        assert not proposal.agreed
        await db.run("DELETE FROM members WHERE id = :id", id=ANNA)
        assert await proposal_store.get(db, proposal_id) is None


async def test_whoever_objects_is_in_no_figure_of_tips(association: Association) -> None:
    async with association.transaction() as db:
        one, other = await store.add(db, ANNA, WRITTEN, None, 10), await store.add(db, BASILE, WRITTEN, None, 10)
        for tip_id, person in ((one, BASILE), (one, CHLOE), (other, CHLOE)):
            await mark_store.turn_use(db, tip_id, person, 20)
        for tip_id, author in ((one, ANNA), (other, CHLOE)):
            await publications.write(db, CARD, tip_id, author, "")
        await objections.add(db, CHLOE, 30)
        assert await mark_store.uses(db, [one, other]) == {one: 1}
        assert await mark_store.served(db, 0, 100) == [one]
        assert await publications.how_many(db, CARD) == 1
