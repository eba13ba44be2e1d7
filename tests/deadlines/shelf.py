"""Small books of deadlines for the tests."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from cogs.deadlines.book import Book, files

SHIPPED = Book.load(files(Settings(data_dir=Path("nowhere"), _env_file=None)))
"""The data as it comes with the bot."""

HEAD = """
[jurisdiction]
id = "xx"
fr = "Ici"
en = "Here"
country = "FR"
[[topic]]
id = "tax"
fr = "Impôt"
[[audience]]
id = "all"
fr = "tout"
"""
FIELDS = {
    "id": '"xx-one"',
    "audience": '["all"]',
    "topic": '"tax"',
    "fr": '"Une date"',
    "en": '"A date"',
    "rule": '{ kind = "fixed", month = 9, day = 30 }',
    "reminders": "[2, 7]",
    "level": '"computed"',
    "source": '"https://example.org/"',
    "checked": "2026-11-23",
}


def entry(**changes: str | None) -> str:
    """An entry as TOML, with some fields otherwise; None leaves one out."""
    fields = {name: value for name, value in (FIELDS | changes).items() if value is not None}
    return "\n[[entry]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items()) + "\n"


def file(folder: Path, *entries: str, head: str = HEAD, name: str = "xx.toml") -> Path:
    """A file with these entries."""
    path = folder / name
    path.write_text(head + "".join(entries), encoding="utf-8")
    return path
