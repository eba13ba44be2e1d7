"""The book of administrative dates: all files of `data/deadlines`, checked, and which entries can be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from bot.settings import CODE_DATA, Settings
from cogs.deadlines.entries import Entry, Jurisdiction
from cogs.deadlines.reading import read

FOLDER = "deadlines"


def files(settings: Settings) -> list[Path]:
    """The files in use, one a jurisdiction: a copy in DATA_DIR/content/deadlines wins, a new one there counts too."""
    folders = (CODE_DATA / FOLDER, settings.data_dir / "content" / FOLDER)
    names = {path.name for folder in folders for path in folder.glob("*.toml")}
    return [settings.content(f"{FOLDER}/{name}") for name in sorted(names)]


class Book:
    """Every entry and jurisdiction that this bot knows, by id."""

    def __init__(self, jurisdictions: Mapping[str, Jurisdiction], entries: Mapping[str, Entry]) -> None:
        self.jurisdictions = jurisdictions
        self.entries = entries

    @classmethod
    def load(cls, paths: Iterable[Path]) -> Book:
        """Read and check the files. ValueError names the file and the entry that can't be right."""
        jurisdictions: dict[str, Jurisdiction] = {}
        entries: dict[str, Entry] = {}
        for path in paths:
            jurisdiction, own = read(path)
            if jurisdiction.id in jurisdictions:
                raise ValueError(f"{path}: another file is about {jurisdiction.id} too")
            jurisdictions[jurisdiction.id] = jurisdiction
            for entry in own:
                if entry.id in entries:
                    raise ValueError(f"{path}: {entry.id}: this id stands twice")
                entries[entry.id] = entry
        return cls(jurisdictions, entries)

    def name_of(self, code: str, language: str) -> str:
        """What a jurisdiction, a topic, an entry or one of its days is called; the code, when no file has it any
        more."""
        if code in self.jurisdictions:
            return self.jurisdictions[code].names[language]
        topics = (label for entry in self.entries.values() for label in (entry.topic, *entry.topics))
        topic = next((label for label in topics if label.id == code), None)
        if topic is not None:
            return topic.names[language]
        entry_id, _, when = code.partition(".")
        entry = self.entries.get(entry_id)
        if entry is None:
            return code
        return f"{entry.titles[language]}, {when}" if when else entry.titles[language]

    def current(self, today: date, confirmed: Mapping[str, date]) -> list[Entry]:
        """The entries that members can be shown; `confirmed` says when the association confirmed an entry."""
        return [entry for entry in self._alive(today) if not entry.off(confirmed) and not entry.stale(today, confirmed)]

    def stale(self, today: date, confirmed: Mapping[str, date]) -> list[Entry]:
        """The entries that organisers are asked to check, as nobody has done so for a year and some weeks."""
        return [entry for entry in self._alive(today) if not entry.off(confirmed) and entry.stale(today, confirmed)]

    def unconfirmed(self, today: date, confirmed: Mapping[str, date]) -> list[Entry]:
        """The entries that wait for somebody who works there."""
        return [entry for entry in self._alive(today) if entry.off(confirmed)]

    def _alive(self, today: date) -> list[Entry]:
        return [entry for entry in self.entries.values() if not entry.ended(today)]


_open: Final[dict[Path, Book]] = {}
"""The books that this process opened, by data folder."""


def open_book(settings: Settings) -> Book:
    """Read the files in use, once for as long as the bot runs. ValueError names the file and the entry."""
    _open[settings.data_dir] = book = Book.load(files(settings))
    return book


def book_of(settings: Settings) -> Book:
    """The book that was opened at the start."""
    return _open[settings.data_dir]
