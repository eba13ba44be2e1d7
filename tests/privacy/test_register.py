"""The register of what is kept covers every column about a person, and says what happens."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.people import lifecycle
from bot.people.register import Basis, Holding, Purpose, Register, Until
from bot.schedule.clock import DAY
from bot.storage import schema
from bot.storage.association import Association
from bot.storage.search import Synonyms
from bot.words.i18n import LANGUAGES, VOICES, Words
from cogs.privacy import data_cards, sheet, telling
from tests.house.tree import load

HASH = re.compile(r"(?:^|_)alias$")
REGISTER = load().house.register


@pytest.fixture
async def association(tmp_path: Path) -> AsyncIterator[Association]:
    """A new association."""
    opened = await Association.open(tmp_path / "1.db", 1, Synonyms([]))
    yield opened
    await opened.close()


async def test_every_column_about_a_person_is_covered_by_the_register(association: Association) -> None:
    db = association.read()
    known = {(holding.table, column) for holding in REGISTER for column in holding.columns}
    about = set(await lifecycle.person_columns(db)) | {("members", "id")}
    for table in await schema.tables(db):
        about |= {(table, column) for column in await schema.columns(db, table) if HASH.search(column)}
    assert about - known == set(), "declare them in the room's holdings.py"
    assert known - about == set(), "these columns are gone, or name nobody"


async def test_every_table_that_belongs_to_a_person_belongs_to_a_holding(association: Association) -> None:
    for table, _, parent, _ in await lifecycle.detail_columns(association.read()):
        holding = REGISTER.of(table)
        assert holding is not None, f"{table} holds details of {parent}"


async def test_what_goes_along_goes_with_something_that_goes(association: Association) -> None:
    kinds = {kind.name for kind in load().house.jobs}
    for holding in REGISTER:
        if holding.along:
            taking = REGISTER.of(holding.along)
            assert holding.along in kinds or (taking is not None and taking.keeps == holding.keeps), holding.table


async def test_every_time_can_be_counted_on_the_real_schema(association: Association) -> None:
    async with association.transaction() as db:
        assert await REGISTER.purge(association, db, 1_800_000_000) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_purpose_is_said_in_both_languages(language: str) -> None:
    words = Words(language)
    for purpose, holdings in REGISTER.by_purpose().items():
        for part in ("", "-why", "-data"):
            assert words.plain(f"register-{purpose.name}{part}").strip()
        assert telling.kept(words, holdings)
    for holding in REGISTER:
        assert any(words.has(key) for key in _keys(words, holding.table)), f"data-{holding.table} in {language}"


def _keys(words: Words, table: str) -> list[str]:
    return [f"data-{table}", f"data-{table}-offer"]


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_times_fits_a_message(language: str, voice: str) -> None:
    view = data_cards.times(Words(language, voice), REGISTER)
    assert view.content_length() <= 4000


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_sheet_names_every_table_and_column(association: Association, language: str) -> None:
    db = association.read()
    columns = {holding.table: await schema.columns(db, holding.table) for holding in REGISTER}
    page = sheet.page(Words(language), "Les <Indés>", "a@b.fr", "2026-11-30", REGISTER, columns)
    assert "Les &lt;Indés&gt;" in page
    assert "<Indés>" not in page
    for table, named in columns.items():
        assert f"<td>{table}</td>" in page
        assert ", ".join(named) in page


def _holding(**how: object) -> Holding:
    return Holding("ties", ("one_id",), Purpose("x", Basis.INTEREST), Until.WRITTEN, **how)  # type: ignore[arg-type]


def test_what_is_kept_for_a_time_goes_in_exactly_one_way() -> None:
    for wrong in ({"keeps": DAY}, {"since": "at"}, {"keeps": DAY, "since": "at", "along": "thanks"}):
        with pytest.raises(ValueError, match="ties"):
            _holding(**wrong)
    with pytest.raises(ValueError, match="twice"):
        Register([_holding(), _holding()])


async def test_a_purge_removes_what_is_over_and_counts_it(association: Association) -> None:
    register = Register([_holding(keeps=DAY, since="at")])
    async with association.transaction() as db:
        for member_id in (1, 2):
            await db.run("INSERT INTO members (id, state, created_at) VALUES (:id, 'named', 0)", id=member_id)
        for matter, at in (("old", 1000), ("new", 1001)):
            await db.run("INSERT INTO ties VALUES (1, 2, :matter, :at)", matter=matter, at=at)
        assert await register.purge(association, db, DAY + 1000) == {"ties": 1}
        assert await register.purge(association, db, DAY + 1000) == {}
        assert [row["matter"] for row in await db.rows("SELECT matter FROM ties")] == ["new"]
