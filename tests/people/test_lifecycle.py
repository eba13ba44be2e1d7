"""Erasure and export are generic, so they are tested on every table there is, and on those that will come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.people import members
from bot.people.lifecycle import OTHERS_ANSWERS, Lifecycle, export, forget_unreferenced, person_columns
from bot.people.members import Profile
from bot.storage.association import Association
from bot.storage.backup import Ledger
from bot.storage.database import Connection
from tests.people.conftest import Clock

ANNA, BRUNO, CARLA = 111111111111111111, 222222222222222222, 333333333333333333
SECRET = "céramiquesecrète"  # noqa: S105 (a word that only Anna wrote)
MENTIONS = re.compile(r"(?:^|_)(?:member|author|user|person|host|helper|asker)_id$")


async def tables(db: Connection) -> list[str]:
    """Every ordinary table."""
    rows = await db.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [row["name"] for row in rows]


def allowed(sql: str, column: str) -> list[str]:
    """The values that a CHECK allows a column."""
    found = re.search(rf"CHECK \({column} IN \(([^)]*)\)\)", sql)
    return [value.strip().strip("'") for value in found[1].split(",")] if found else []


async def fill_rows(db: Connection, member_id: int) -> list[str]:
    """Put a row that mentions a person into every table that can, and into those whose rows belong to such a row; the
    tables. What names nobody (a round, a post), and to which such rows belong, gets a row first; what hangs on others'
    memory gets none."""
    filled: dict[str, Any] = {}
    things, waiting = await _things(db), await tables(db)
    memories = {table for table in waiting if _is_memory((await _keys(db, table))[0])}
    while waiting:
        table = waiting.pop(0)
        keys, needed = await _keys(db, table)
        named = needed - {"members"}
        if {table, *named} & memories or not (
            table in things or named or any(key["table"] == "members" for key in keys)
        ):
            continue
        if named - set(filled):  # its parents come first
            waiting.append(table)
            continue
        columns = list(await db.rows(f"SELECT * FROM pragma_table_info('{table}')"))
        filled[table] = await _fill(db, table, columns, {k["from"]: k["table"] for k in keys}, filled, member_id)
    return [table for table in filled if table not in things]


async def _things(db: Connection) -> set[str]:
    """The tables that name nobody, and to whose rows belong rows that name somebody."""
    parents = {table: await _keys(db, table) for table in await tables(db)}
    wanted = {name for keys, needed in parents.values() if not _is_memory(keys) for name in needed} - {"members"}
    of_people = {table for table, (keys, _) in parents.items() if any(key["table"] == "members" for key in keys)}
    return {table for table in wanted - of_people if not parents[table][1] - wanted}


async def _keys(db: Connection, table: str) -> tuple[list[Any], set[str]]:
    """A table's foreign keys, and the tables without whose rows it can have none."""
    keys = list(await db.rows(f"SELECT * FROM pragma_foreign_key_list('{table}')"))
    columns = await db.rows(f"SELECT * FROM pragma_table_info('{table}')")
    must = {column["name"] for column in columns if column["notnull"] or column["pk"]}
    return keys, {key["table"] for key in keys if key["from"] in must}


def _is_memory(keys: list[Any]) -> bool:
    """Whether a table's rows stay when the person whom they name goes: others' memory, or the association's."""
    rules = {key["on_delete"] for key in keys if key["table"] == "members"}
    return rules == {"SET NULL"}


async def _fill(
    db: Connection, table: str, columns: list[Any], keys: dict[str, str], filled: dict[str, Any], member_id: int
) -> int:
    sql = await db.value("SELECT sql FROM sqlite_master WHERE name = :name", name=table)
    values: dict[str, Any] = {}
    for column in columns:
        name = column["name"]
        if keys.get(name) == "members":
            values[name] = _other_end(name, member_id)
        elif name in keys and (column["notnull"] or column["pk"]):
            values[name] = filled[keys[name]]
        elif name not in keys and (column["notnull"] or column["type"] == "TEXT") and not column["dflt_value"]:
            choices = allowed(sql, name)
            number = column["type"] == "INTEGER"
            values[name] = choices[0] if choices else (member_id % 1000 if number else f"{SECRET} {member_id}")
    marks = ", ".join(f":{name}" for name in values)
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"
    if "WITHOUT ROWID" in sql:
        await db.run(statement, **values)
        return 0
    return await db.insert(statement, **values)


def _other_end(column: str, member_id: int) -> int:
    """Somebody, where two people are named who can't be the same."""
    return CARLA if column == "other_id" else member_id


async def everything(db: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    return {table: [tuple(row) for row in await db.rows(f"SELECT * FROM {table}")] for table in await tables(db)}


def numbers(found: Iterable[Iterable[tuple[Any, ...]]]) -> set[Any]:
    """Every value there is."""
    return {value for rows in found for row in rows for value in row}


async def test_every_column_that_names_a_person_refers_to_members(association: Association) -> None:
    db = association.read()
    known = set(await person_columns(db))
    for table in await tables(db):
        for row in await db.rows(f"SELECT name, type FROM pragma_table_info('{table}')"):
            if MENTIONS.search(row["name"]):
                assert row["type"] == "INTEGER", (table, row["name"])
                assert (table, row["name"]) in known, f"{table}.{row['name']} needs REFERENCES members (id)"
    for table, column in known:
        (key,) = [
            row for row in await db.rows(f"SELECT * FROM pragma_foreign_key_list('{table}')") if row["from"] == column
        ]
        assert key["on_delete"] in {"CASCADE", "SET NULL"}, (table, column)


async def test_erasing_leaves_no_row_and_no_number_of_a_person_and_all_of_the_others(
    association: Association, lifecycle: Lifecycle
) -> None:
    async with association.transaction() as db:
        await members.accept_notice(db, BRUNO, 1)
        await members.accept_notice(db, CARLA, 1)
        assert {"profiles", "tags", "drafts", "jobs", "outbox", "documents", "publications"} <= set(
            await fill_rows(db, BRUNO)
        )
    things = await _things(association.read())
    before = await everything(association.read())
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        await fill_rows(db, ANNA)
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
    after = await everything(association.read())
    for table in ("meta", *things):
        after.pop(table), before.pop(table)
    assert after == before
    assert ANNA not in numbers(after.values())
    assert await export(association.read(), ANNA) == {"members": []}


async def test_what_stays_of_an_erased_member_names_nobody(association: Association, lifecycle: Lifecycle) -> None:
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        keys = {
            table: list(await db.rows(f"SELECT * FROM pragma_foreign_key_list('{table}')"))
            for table in await tables(db)
        }
        memories = [table for table, found in keys.items() if _is_memory(found)]
        for table in memories:
            columns = list(await db.rows(f"SELECT * FROM pragma_table_info('{table}')"))
            needed = {column["name"] for column in columns if column["notnull"] or column["pk"]}
            of_people = {key["from"]: "members" for key in keys[table] if key["table"] == "members"}
            if not needed & {key["from"] for key in keys[table]}:  # with a parent, the room's own stories tell it
                await _fill(db, table, columns, of_people, {}, ANNA)
    assert memories
    assert ANNA in numbers((await everything(association.read())).values())
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
    assert ANNA not in numbers((await everything(association.read())).values())


async def test_the_export_holds_every_row_about_a_person_and_no_other(association: Association) -> None:
    async with association.transaction() as db:
        await members.accept_notice(db, CARLA, 1)
        for member_id in (ANNA, BRUNO):
            await members.accept_notice(db, member_id, 1)
            filled = await fill_rows(db, member_id)
    found = await export(association.read(), ANNA)
    assert set(found) == {"members", *filled}
    assert json.loads(json.dumps(found)) == found
    assert str(BRUNO) not in json.dumps(found)
    people = {table for table, _ in await person_columns(association.read())}
    for table in filled:
        assert table not in people or any(ANNA in row.values() for row in found[table]), table


async def test_nothing_of_an_erased_member_is_left_in_the_bytes_of_the_file(
    association: Association, lifecycle: Lifecycle
) -> None:
    async with association.transaction() as db:
        for member_id in range(1000, 1060):
            await members.accept_notice(db, member_id, 1)
            await association.search.put(db, "member", member_id, f"Je traduis {member_id}", member_id=member_id)
        await members.accept_notice(db, ANNA, 1)
    async with association.transaction() as db:
        await members.save_profile(db, Profile(ANNA, SECRET, None, "53", SECRET, (SECRET,), (), True, 1))
        await association.search.put(db, "member", ANNA, f"{SECRET} à Laval", member_id=ANNA)
        await db.run(
            "INSERT INTO drafts (member_id, act, payload, expires_at) VALUES (:id, 'x', :text, 1)", id=ANNA, text=SECRET
        )
    async with association.transaction() as db:
        await members.save_profile(db, Profile(ANNA, f"{SECRET} aussi", None, None, "", (), (), True, 2))
        await association.search.put(db, "member", ANNA, f"{SECRET} aussi", member_id=ANNA)
    path = association.database.path
    assert SECRET.encode() in path.read_bytes() + path.with_name("1.db-wal").read_bytes()
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
    await association.clean_bytes()
    left = path.read_bytes() + path.with_name("1.db-wal").read_bytes()
    for trace in (SECRET.encode(), b"secret", b"ramiquesec", ANNA.to_bytes(8, "big"), str(ANNA).encode()):
        assert trace not in left
    assert await association.read().value("SELECT count(*) FROM meta WHERE name = 'bytes'") == 0
    assert await association.read().value("SELECT count(*) FROM documents") == 60
    assert len((await association.search.find(association.read(), "member", "traduire")).hits) == 60


async def test_an_erasure_during_the_cleaning_is_cleaned_the_next_time(
    association: Association, lifecycle: Lifecycle, monkeypatch: pytest.MonkeyPatch
) -> None:
    maintain = association.database.maintain

    async def slowly(*statements: str) -> object:
        said = await maintain(*statements)
        async with association.transaction() as db:
            await lifecycle.erase(association, db, BRUNO)
        return said

    async with association.transaction() as db:
        for member_id in (ANNA, BRUNO):
            await members.accept_notice(db, member_id, 1)
        await lifecycle.erase(association, db, ANNA)
    monkeypatch.setattr(association.database, "maintain", slowly)
    await association.clean_bytes()
    assert await association.read().value("SELECT count(*) FROM meta WHERE name = 'bytes'") == 1


async def test_nothing_is_cleaned_when_nothing_was_erased(association: Association) -> None:
    before = association.database.path.read_bytes()
    await association.clean_bytes()
    assert association.database.path.read_bytes() == before


async def test_an_erasure_is_written_down_before_the_rows_go(
    association: Association, lifecycle: Lifecycle, tmp_path: Path, clock: Clock
) -> None:
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
    async with association.transaction() as db:
        await lifecycle.erase(association, db, ANNA)
        assert Ledger(tmp_path).erased_since(association.guild_id, [ANNA, BRUNO], clock.at) == [ANNA]


async def test_rows_of_people_who_accepted_nothing_go_with_their_last_reference(association: Association) -> None:
    async with association.transaction() as db:
        await members.accept_notice(db, BRUNO, 1)
        for member_id in (1, 2):
            await members.name(db, member_id, 1)
        await db.run("INSERT INTO jobs (kind, key, member_id, due_at) VALUES ('k', 'x', 1, 0)")
    async with association.transaction() as db:
        assert await forget_unreferenced(db) == 1
        await db.run("DELETE FROM jobs")
        assert await forget_unreferenced(db) == 1
    assert [row["id"] for row in await association.read().rows("SELECT id FROM members")] == [BRUNO]


class Follower:
    """A feature that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Note it."""
        self.told.append(("gone", member_id))

    async def back(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Note it."""
        self.told.append(("back", member_id))

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Note it, while the rows still stand."""
        assert await members.get(db, member_id) is not None
        self.told.append(("erasing", member_id))


async def test_features_are_told_once_who_goes_and_who_comes_back(
    association: Association, lifecycle: Lifecycle
) -> None:
    follower = Follower()
    lifecycle.follow(follower)
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        assert not await lifecycle.come_back(association, db, ANNA)
        assert await lifecycle.leave(association, db, ANNA)
        assert not await lifecycle.leave(association, db, ANNA)
        assert not await lifecycle.leave(association, db, BRUNO)
        assert await lifecycle.come_back(association, db, ANNA)
        await lifecycle.erase(association, db, ANNA)
    assert follower.told == [("gone", ANNA), ("back", ANNA), ("erasing", ANNA)]


async def test_no_export_tells_what_others_answered_in_private(association: Association) -> None:
    async with association.transaction() as db:
        for member_id in (CARLA, ANNA):
            await members.accept_notice(db, member_id, 1)
        await fill_rows(db, ANNA)
    found = await export(association.read(), ANNA)
    for table, column in OTHERS_ANSWERS:
        assert found[table], table
        assert all(column not in row for row in found[table]), (table, column)


async def test_no_export_holds_a_hash_of_somebody(association: Association, lifecycle: Lifecycle) -> None:
    alias = lifecycle.alias(association, BRUNO)
    async with association.transaction() as db:
        await members.accept_notice(db, ANNA, 1)
        await db.run("INSERT INTO avoids (author_id, alias, at) VALUES (:id, :alias, 1)", id=ANNA, alias=alias)
        await _letter(db, "help_requests:offer", f"2:{alias}", sent_at=1)
    found = await export(association.read(), ANNA)
    assert found["avoids"] == [{"author_id": ANNA, "at": 1}]
    assert found["letters"][0]["key"] == "2:…"
    assert alias not in json.dumps(found)


async def test_nobody_is_told_of_a_question_that_never_reached_them(association: Association) -> None:
    async with association.transaction() as db:
        for member_id in (ANNA, BRUNO):
            await members.accept_notice(db, member_id, 1)
        for number, sent_at in ((1, None), (2, 5)):
            await db.run(
                "INSERT INTO help_requests (id, asker_id, question, by_when, private, state, created_at, updated_at)"
                " VALUES (:id, :bruno, 'q', '2027-01-01', 0, 'open', 1, 1)",
                id=number,
                bruno=BRUNO,
            )
            await db.run(
                "INSERT INTO help_asked (request_id, member_id, at) VALUES (:id, :anna, 1)", id=number, anna=ANNA
            )
            await _letter(db, "help_requests:ask", f"{number}:1", sent_at=sent_at)
            await _letter(db, "matchmaking:again", f"{number}", sent_at=sent_at)
        await _letter(db, "moderation:told", "1", sent_at=None)
        await db.run("INSERT INTO jobs (kind, key, member_id, due_at) VALUES ('kernel:letters', '1', :id, 9)", id=ANNA)
        for token, state in ((1, "dropped"), (2, "sent")):
            await db.run(
                "INSERT INTO outbox (kind, operation, member_id, token, state, due_at)"
                " VALUES ('kernel:letters', 'dm', :id, :token, :state, 0)",
                id=ANNA,
                token=token,
                state=state,
            )
    found = await export(association.read(), ANNA)
    assert "jobs" not in found
    assert [row["state"] for row in found["outbox"]] == ["sent"]
    assert [row["request_id"] for row in found["help_asked"]] == [2]
    assert sorted((row["kind"], row["key"]) for row in found["letters"]) == [
        ("help_requests:ask", "2:1"),
        ("matchmaking:again", "2"),
        ("moderation:told", "1"),
    ]


async def test_an_export_names_nobody_else_who_had_a_part_in_what_the_team_did(association: Association) -> None:
    async with association.transaction() as db:
        for member_id in (ANNA, BRUNO):
            await members.accept_notice(db, member_id, 1)
        await db.run(
            "INSERT INTO preference_changes (name, at, own, by_id, before_id, after_id)"
            " VALUES ('host', 1, 1, :b, :a, :b)",
            a=ANNA,
            b=BRUNO,
        )
        for actor, target in ((ANNA, BRUNO), (BRUNO, ANNA)):
            await db.run(
                "INSERT INTO case_acts (act, at, actor_id, actor_alias, target_id, target_alias, reason)"
                " VALUES ('warned', 1, :actor, 'x', :target, 'y', 'un mot à ' || :target)",
                actor=actor,
                target=target,
            )
    found = await export(association.read(), ANNA)
    assert str(BRUNO) not in json.dumps(found)
    (change,) = found["preference_changes"]
    assert (change["before_id"], change["after_id"]) == (ANNA, None)
    acts = [(row["actor_id"], row["target_id"], row["reason"]) for row in found["case_acts"]]
    assert sorted(acts, key=str) == [(ANNA, None, None), (None, ANNA, f"un mot à {ANNA}")]


async def test_what_somebody_was_about_to_do_with_an_erased_member_goes(
    association: Association, lifecycle: Lifecycle
) -> None:
    async with association.transaction() as db:
        for member_id in (ANNA, BRUNO):
            await members.accept_notice(db, member_id, 1)
        for act in (f"moderation:looked:{ANNA}", f"moderation:looked:{ANNA}0", "help_requests:asked"):
            await db.run(
                "INSERT INTO drafts (member_id, act, payload, expires_at) VALUES (:id, :act, '{}', 1)",
                id=BRUNO,
                act=act,
            )
        await lifecycle.erase(association, db, ANNA)
    rows = await association.read().rows("SELECT act FROM drafts ORDER BY act")
    assert [row["act"] for row in rows] == ["help_requests:asked", f"moderation:looked:{ANNA}0"]


async def _letter(db: Connection, kind: str, key: str, *, sent_at: int | None) -> None:
    await db.run(
        "INSERT INTO letters (member_id, kind, key, state, written_at, due_at, sent_at)"
        " VALUES (:id, :kind, :key, :state, 1, 1, :sent)",
        id=ANNA,
        kind=kind,
        key=key,
        state="dropped" if sent_at is None else "sent",
        sent=sent_at,
    )
