"""The repository checks itself: who imports whom, where SQL stands, where words stand."""

from __future__ import annotations

import ast
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.wording import CODE, ROOT, calls

SQL = re.compile(
    r"^\s*(?:SELECT\s.+\sFROM\s|SELECT 1|INSERT\s+(?:OR \w+ )?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)", re.DOTALL
)
SQL_ROOMS = ("bot/storage/", "bot/people/", "bot/schedule/", "bot/delivery/", "bot/ui/drafts.py")
ACCENTED = re.compile(r"[àâäçéèêëîïôöùûüÿœ’«»]", re.IGNORECASE)
SHOWING = {
    "card",
    "button",
    "link_button",
    "select",
    "answer",
    "TextDisplay",
    "send",
    "send_message",
    "SelectOption",
    "Choice",
}


def relative(path: Path) -> str:
    """A path as the repository knows it."""
    return path.relative_to(ROOT).as_posix()


def strings(path: Path) -> list[tuple[int, str]]:
    """The strings of a file that are not documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    ]


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr


def test_sql_stands_only_in_stores() -> None:
    elsewhere = [
        f"{relative(path)}:{line}"
        for path in CODE
        if not path.name.endswith("store.py") and not relative(path).startswith(SQL_ROOMS)
        for line, text in strings(path)
        if SQL.match(text)
    ]
    assert elsewhere == []


def test_stores_know_no_discord_and_rules_know_no_database() -> None:
    forbidden = {
        "store.py": ("discord", "bot.ui", "bot.delivery"),
        "rules.py": ("discord", "aiosqlite", "sqlite3", "bot.storage"),
    }
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            room = path.name.rpartition("_")[2]  # `helper_store.py` is a store too
            assert not any(name.startswith(forbidden.get(room, ("\0",))) for name in names), relative(path)


@pytest.mark.parametrize("room", ["cogs/", "bot/ui/", "bot/delivery/"])
def test_no_word_that_people_see_stands_in_the_code(room: str) -> None:
    seen = []
    for path, call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name not in SHOWING or not relative(path).startswith(room):
            continue
        for part in (*call.args, *(keyword.value for keyword in call.keywords)):
            text = part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""
            if len(text.split()) > 3 or (" " in text and ACCENTED.search(text)):
                seen.append(f"{relative(path)}:{call.lineno} {text}")
    assert seen == []


def test_code_outside_the_wording_speaks_no_french() -> None:
    french = [
        f"{relative(path)}:{line} {text[:40]}"
        for path in CODE
        if not relative(path).startswith(("bot/demo/", "bot/storage/search.py", "bot/people/catalogue.py"))
        for line, text in strings(path)
        if ACCENTED.search(text.replace("’", "").replace("œ", "")) and " " in text and "(?" not in text
    ]
    assert french == []


def test_log_fields_have_names_that_logging_leaves_free() -> None:
    taken = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime"}
    for path, call in calls():
        if getattr(call.func, "id", "") == "fields":
            assert not taken & {keyword.arg for keyword in call.keywords}, f"{relative(path)}:{call.lineno}"


def test_logs_say_events_and_no_text() -> None:
    """What varies goes into fields, so that nothing a member wrote slips into a sentence."""
    for path, call in calls():
        if relative(path) == "bot/cli.py":  # speaks to whoever starts the bot, before any member's text is read
            continue
        if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "log":
            assert isinstance(call.args[0], ast.Constant), f"{relative(path)}:{call.lineno}"
            for part in call.args[1:]:
                name = part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "")
                assert name.isupper(), f"{relative(path)}:{call.lineno}"  # a constant of ours


def test_no_test_pretends_to_be_discord() -> None:
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[:2] in (["unittest", "mock"], ["mock"]) for name in names), path
            assert "pytest_mock" not in names, path


def test_names_of_tests_are_sentences() -> None:
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                assert len(node.name.split("_")) >= 4, f"{path.name}: {node.name}"
