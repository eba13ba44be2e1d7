"""One's data as a file: JSON, which machines read whole, and a table each for spreadsheets, in one zip. Pure."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from bot.people.register import Register
from bot.words.i18n import Words
from cogs.privacy import telling

FILE: Final = "comptoir.zip"
JSON: Final = "comptoir.json"
README: Final = "LISEZ-MOI.txt"
_OPENS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Tables = Mapping[str, Sequence[Mapping[str, Any]]]


def archive(words: Words, association: str, at: int, register: Register, tables: Tables) -> bytes:
    """Everything in `tables`, and of each what it is kept for, on which ground, for how long; made at an instant (UTC
    seconds)."""
    found = {
        "association": association,
        "exported_at": at,
        "purposes": {table: _about(words, register, table) for table in tables},
        "tables": tables,
    }
    files = {README: words.plain("privacy-export-readme"), JSON: json.dumps(found, ensure_ascii=False, indent=2)}
    files |= {f"{table}.csv": _csv(rows) for table, rows in tables.items() if rows}
    return _zip(files, datetime.fromtimestamp(at, UTC))


def _zip(files: Mapping[str, str], made_at: datetime) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text)
    return made.getvalue()


def _about(words: Words, register: Register, table: str) -> dict[str, str]:
    holding = register.of(table)
    if holding is None:
        return {}
    purpose = holding.purpose
    return {
        "for": words.plain(f"register-{purpose.name}-why"),
        "basis": words.plain(f"basis-{purpose.basis}"),
        "kept": str(telling.how_long(words, holding)),
    }


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """A table, with the mark by which spreadsheets know its encoding."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    made = io.StringIO()
    lines = csv.writer(made)
    lines.writerow(columns)
    lines.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return f"\ufeff{made.getvalue()}"


def _cell(value: Any) -> Any:
    """A value; text that a spreadsheet would run as a formula is marked as text. The JSON has it as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_OPENS_A_FORMULA) else value
