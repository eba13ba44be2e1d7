"""What somebody left without their name comes back with an old copy only as they left it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.people.lifecycle import Lifecycle
from bot.people.members import accept_notice
from bot.storage.association import Association
from bot.storage.backup import Ledger, Thing, back_up, restore
from bot.storage.database import Connection
from bot.storage.search import Synonyms

GUILD, ANNA, NOW = 7, 111111111111111111, 1800000000


class Tips:
    """All that can stay stays."""

    async def count(self, db: Connection, member_id: int) -> int:
        """How many."""
        return int(await db.value("SELECT count(*) FROM bequests WHERE member_id = :id", id=member_id) or 0)

    async def leave(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """They are nobody's."""
        await db.run("INSERT INTO bequests SELECT * FROM bequests WHERE member_id = :id", id=member_id)


class Clock:
    """An hour after the copy."""

    def now(self) -> int:
        """The instant."""
        return NOW + 3600


async def write(db: Connection, tip_id: int, *, message_id: int | None) -> None:
    """A tip of Anna's, with a tag, whose card is on Discord or not."""
    await db.run(
        """
        INSERT INTO tips (id, author_id, title, body, category, state, checked_at, created_at, updated_at)
             VALUES (:id, :anna, 'titre', 'corps', 'autre', 'standing', 1, 1, 1)
        """,
        id=tip_id,
        anna=ANNA,
    )
    await db.run("INSERT INTO tip_tags VALUES (:id, 0, 'étiquette')", id=tip_id)
    await db.run(
        "INSERT INTO publications (kind, ref, member_id, message_id, title) VALUES ('tips:card', :id, :anna, :m, 't')",
        id=tip_id,
        anna=ANNA,
        m=message_id,
    )


@pytest.mark.parametrize(
    ("later", "stays"),
    [
        ("SELECT 1", True),
        ("UPDATE tips SET category = 'outils', doubt_at = 5", True),
        ("UPDATE tips SET state = 'withdrawn'", False),
        ("UPDATE tips SET body = 'sans le nom de mon client'", False),
        ("DELETE FROM tip_tags", False),
        ("UPDATE publications SET message_id = NULL", False),
        ("DELETE FROM tips", False),
    ],
)
async def test_a_restored_tip_stays_only_as_its_author_left_it(
    tmp_path: Path, synonyms: Synonyms, later: str, stays: bool
) -> None:
    association = await Association.open(tmp_path / f"{GUILD}.db", GUILD, synonyms)
    async with association.transaction() as db:
        await accept_notice(db, ANNA, NOW)
        await write(db, 1, message_id=99)
    copy = await back_up(association.database.path, tmp_path / "backups", NOW)
    lifecycle = Lifecycle(Clock(), Ledger(tmp_path))
    lifecycle.bequeath(Tips())
    async with association.transaction() as db:
        await db.run(later)
        await write(db, 2, message_id=None)
        left = await lifecycle.legacy(db, ANNA)
        await lifecycle.erase(association, db, ANNA, bequeaths=True)
    assert await association.read().value("SELECT count(*) FROM tips") == left
    await association.close()

    assert restore(copy, tmp_path).erased == 1
    again = await Association.open(tmp_path / f"{GUILD}.db", GUILD, synonyms)
    rows = await again.read().rows("SELECT id, author_id FROM tips")
    assert [tuple(row) for row in rows] == ([(1, None)] if stays else [])
    assert await again.read().value("SELECT count(*) FROM publications WHERE member_id IS NULL") == int(stays)
    await again.close()


def test_the_ledger_says_neither_what_was_left_nor_by_whom(tmp_path: Path) -> None:
    ledger, tip, other = Ledger(tmp_path), Thing(1, "un mot"), Thing(2, "un mot")
    ledger.record(GUILD, ANNA, NOW, [tip])
    assert ledger.left_since(GUILD, ANNA, [tip, other], NOW) == [tip]
    assert ledger.left_since(GUILD, ANNA, [tip], NOW + 1) == []
    assert ledger.left_since(GUILD, ANNA + 1, [tip], NOW) == []
    assert b"mot" not in (tmp_path / "erasures").read_bytes()
    assert ledger.shorten(NOW + 1) == 1
    assert ledger.left_since(GUILD, ANNA, [tip], NOW) == []
