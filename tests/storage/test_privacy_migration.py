"""A file with tips from before they could be left without a name keeps every row, mark and reference."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.association import Association
from bot.storage.migrations import scripts, statements
from bot.storage.search import Synonyms

BEFORE = 11
ROWS = """
    INSERT INTO members (id, state, notice_version, notice_at, created_at) VALUES (1, 'present', 1, 1, 1);
    INSERT INTO members (id, state, notice_version, notice_at, created_at) VALUES (2, 'present', 1, 1, 1);
    INSERT INTO tips (id, author_id, title, body, category, state, checked_at, created_at, updated_at)
         VALUES (7, 1, 'a', 'b', 'autre', 'standing', 1, 1, 1);
    INSERT INTO tip_tags VALUES (7, 0, 'c');
    INSERT INTO tip_uses VALUES (7, 2, 1);
    INSERT INTO tip_kept VALUES (7, 2, 1);
    INSERT INTO tip_doubts (tip_id, member_id, what, at) VALUES (7, 2, 'd', 1);
    INSERT INTO tip_credits VALUES (7, 2, 1);
    INSERT INTO publications (kind, ref, member_id, message_id, title) VALUES ('tips:card', 7, 1, 99, 'a');
"""
TABLES = ("tips", "tip_tags", "tip_uses", "tip_kept", "tip_doubts", "tip_credits", "publications")


async def test_a_file_of_before_keeps_its_tips(tmp_path: Path) -> None:
    path = tmp_path / "1.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for number, script in scripts():
            if number <= BEFORE:
                for statement in statements(script.read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.executescript(ROWS)
    association = await Association.open(path, 1, Synonyms([]))
    try:
        db = association.read()
        assert [await db.value(f"SELECT count(*) FROM {table}") for table in TABLES] == [1] * len(TABLES)
        assert await db.rows("SELECT * FROM pragma_foreign_key_check") == []
        async with association.transaction() as writing:
            await writing.run("DELETE FROM members WHERE id = 2")
            await writing.run("UPDATE tips SET author_id = NULL")
            await writing.run("UPDATE publications SET member_id = NULL")
            await writing.run("DELETE FROM members WHERE id = 1")
        assert [await db.value(f"SELECT count(*) FROM {table}") for table in TABLES] == [1, 1, 0, 0, 0, 0, 1]
        parents = {row["table"] for row in await db.rows("SELECT * FROM pragma_foreign_key_list('tip_tags')")}
        assert parents == {"tips"}
    finally:
        await association.close()
