"""The dates that ship: what the association asked for, in words for everybody, and nothing that costs anything."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.settings import CODE_DATA, Settings
from bot.words.i18n import LANGUAGES
from cogs.deadlines.book import Book, files
from cogs.deadlines.entries import Entry, Level

FILES = files(Settings(data_dir=Path("nowhere"), _env_file=None))
BOOK = Book.load(FILES)
OPTIONS = 25  # of a select of Discord

AMOUNT = re.compile(
    r"\d\s*(?:€|%|\$)|\b(?:euros?|francs?|CHF|montants?|taux|seuils?|plafonds?|amounts?|rates?|thresholds?|ceilings?)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"\b(?:tu|toi|ton|ta|tes|vous|votre|vos|you|your)\b", re.IGNORECASE)

FRANCE = {
    "fr-micro-monthly": (Level.COMPUTED, False),
    "fr-micro-quarterly": (Level.COMPUTED, False),
    "fr-micro-income-tax-option": (Level.COMPUTED, False),
    "fr-cfe-direct-debit": (Level.COMPUTED, False),
    "fr-cfe-payment": (Level.COMPUTED, False),
    "fr-cfe-first-declaration": (Level.COMPUTED, False),
    "fr-vat-simplified-return": (Level.COMPUTED, False),
    "fr-vat-simplified-instalment": (Level.WINDOW, False),
    "fr-vat-monthly": (Level.WINDOW, False),
    "fr-vat-quarterly": (Level.WINDOW, False),
    "fr-income-tax": (Level.TYPED, False),
    "fr-results": (Level.COMPUTED, True),
    "fr-contributions-5th": (Level.COMPUTED, True),
    "fr-contributions-20th": (Level.COMPUTED, True),
    "fr-contributions-quarterly": (Level.COMPUTED, True),
    "fr-e-invoicing": (Level.TO_REVALIDATE, False),
}
"""What ships for metropolitan France, how sure it is, and whether only those see it who follow it."""


def said(language: str) -> Iterator[tuple[str, str]]:
    """Every text in a language, with whose it is."""
    for jurisdiction in BOOK.jurisdictions.values():
        yield jurisdiction.id, jurisdiction.names[language]
    for entry in BOOK.entries.values():
        yield entry.id, entry.titles[language]
        yield from ((entry.id, text) for text in (entry.notes.get(language),) if text)
        yield from ((entry.id, label.names[language]) for label in (entry.topic, *entry.audience, *entry.keys))


def of(jurisdiction: str) -> list[Entry]:
    """The entries of a jurisdiction."""
    return [entry for entry in BOOK.entries.values() if entry.jurisdiction.id == jurisdiction]


def days(entry: str, year: int) -> list[str]:
    """When an entry falls due in a year, as text; a window with both its ends."""
    found = BOOK.entries[entry].days(date(year, 1, 1), date(year, 12, 31))
    return [f"{day.first:%m-%d}" + ("" if day.first == day.last else f"/{day.last:%m-%d}") for day in found]


def test_metropolitan_france_is_complete_and_holds_nothing_else() -> None:
    assert {entry.id: (entry.level, entry.opt_in) for entry in of("fr")} == FRANCE


def test_only_france_is_on_until_somebody_who_works_there_confirms() -> None:
    assert {name: jurisdiction.off for name, jurisdiction in BOOK.jurisdictions.items()} == {
        "fr": False,
        "be": True,
        "ch": True,
        "qc": True,
    }
    for jurisdiction in ("be", "ch", "qc"):
        assert {entry.level for entry in of(jurisdiction)} <= {Level.TO_REVALIDATE, Level.TYPED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_speaks_of_an_amount_a_rate_or_a_threshold(language: str) -> None:
    assert [(whose, text) for whose, text in said(language) if AMOUNT.search(text)] == []


@pytest.mark.parametrize("text", ["moins de 77 700 €", "au taux de", "12%", "above the threshold", "deux seuils"])
def test_amounts_would_be_noticed(text: str) -> None:
    assert AMOUNT.search(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_address_nobody_and_keep_the_tone_of_the_house(language: str) -> None:
    for whose, text in said(language):
        assert not ADDRESSED.search(text), (whose, text)
        assert not re.search(r"['!]|\w·\w|\(e\)", text), (whose, text)


def test_every_text_is_in_both_languages() -> None:
    for entry in BOOK.entries.values():
        assert entry.titles["fr"] != entry.titles["en"], entry.id
        assert set(entry.notes) in (set(), set(LANGUAGES))
        assert not entry.notes or entry.notes["fr"] != entry.notes["en"], entry.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_topic_and_audience_of_a_file_is_used_and_fits_a_select(path: Path) -> None:
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {topic["id"] for topic in file["topic"]} == {entry["topic"] for entry in file["entry"]}
    assert {one["id"] for one in file["audience"]} == {code for entry in file["entry"] for code in entry["audience"]}
    assert len(file["topic"]) <= OPTIONS


def test_every_entry_says_where_it_was_looked_up_and_when() -> None:
    for entry in BOOK.entries.values():
        assert entry.source.startswith("http")
        assert (entry.checked is None) is (entry.level is Level.TYPED)
        assert entry.reminders
        assert entry.id.startswith(f"{entry.jurisdiction.id}-")


def test_all_files_of_the_folder_ship() -> None:
    assert sorted((CODE_DATA / "deadlines").glob("*.toml")) == FILES


@pytest.mark.parametrize(
    ("entry", "year", "published"),
    [
        ("fr-micro-quarterly", 2027, "01-31 04-30 07-31 10-31"),
        ("fr-micro-income-tax-option", 2027, "09-30"),
        ("fr-cfe-direct-debit", 2026, "11-30"),
        ("fr-cfe-payment", 2026, "12-15"),
        ("fr-cfe-first-declaration", 2026, "12-31"),
        ("fr-vat-simplified-return", 2026, "05-05"),
        ("fr-vat-simplified-return", 2027, "05-04"),
        ("fr-vat-simplified-return", 2028, ""),
        ("fr-vat-simplified-instalment", 2026, "07-15/07-24 12-15/12-24"),
        ("fr-vat-simplified-instalment", 2027, ""),
        ("fr-vat-quarterly", 2027, "01-15/01-24 04-15/04-24 07-15/07-24 10-15/10-24"),
        ("fr-results", 2027, "05-04"),
        ("fr-contributions-quarterly", 2027, "02-05 05-05 08-05 11-05"),
        ("fr-e-invoicing", 2027, "09-01"),
        ("fr-e-invoicing", 2028, ""),
        ("fr-income-tax", 2027, ""),
        ("be-vat-quarterly", 2024, ""),
        ("be-vat-quarterly", 2026, "01-25 04-25 07-25 10-25"),
        ("be-vat-client-list", 2027, "03-31"),
        ("be-contributions", 2027, "03-31 06-30 09-30 12-31"),
        ("be-income-tax-advance", 2027, "04-10 07-10 10-10 12-20"),
        ("ch-vat-quarterly", 2027, "02-28 05-31 08-31 11-30"),
        ("ch-vat-half-yearly", 2028, "02-29 08-31"),
        ("ch-contributions", 2027, "01-10 04-10 07-10 10-10"),
        ("qc-income-tax-instalments", 2027, "03-15 06-15 09-15 12-15"),
        ("qc-income-tax", 2027, "06-15"),
    ],
)
def test_entries_fall_due_on_the_days_that_were_published(entry: str, year: int, published: str) -> None:
    assert days(entry, year) == published.split()


@pytest.mark.parametrize(
    ("entry", "day"),
    [("fr-contributions-5th", "05"), ("fr-contributions-20th", "20"), ("be-vat-monthly", "20")],
)
def test_what_is_due_every_month_is_due_twelve_times(entry: str, day: str) -> None:
    assert days(entry, 2027) == [f"{month:02}-{day}" for month in range(1, 13)]


def test_monthly_returns_come_every_month() -> None:
    assert len(days("fr-micro-monthly", 2027)) == 12
    assert days("fr-vat-monthly", 2027) == [f"{month:02}-15/{month:02}-24" for month in range(1, 13)]
