"""The register of processing (RGPD, article 30) as a page to keep or print: written from what the code declares and
from the file's own columns, so that it says what happens. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from bot.people.register import Holding, Purpose, Register
from bot.words.i18n import Words
from cogs.privacy import telling

Columns = Mapping[str, Sequence[str]]

_GENERAL: Final = ("keeping", "people", "recipients", "transfer", "security", "rights", "impact", "breach")
"""The parts that are the same for every purpose: the messages `sheet-<part>` and `sheet-<part>-text`."""
_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h1,h2{line-height:1.2}h2{margin-top:2rem;color:#8f4427}dt{font-weight:600}dd{margin:0 0 .5rem}"
    "table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{border:1px solid #ccc;padding:.3rem;"
    "text-align:left;vertical-align:top}@media print{h2{break-after:avoid}}"
)


def page(words: Words, association: str, contact: str, day: str, register: Register, columns: Columns) -> str:
    """The whole sheet, as HTML; `day` is today (ISO), `columns` those of each table."""
    purposes = register.by_purpose()
    parts = [
        _tag("h1", words.plain("sheet-title", association=association)),
        _list(words, {"controller": association, "contact": contact, "made": day}),
        *(_purpose(words, number, purpose, held) for number, (purpose, held) in enumerate(purposes.items(), 1)),
        *(_tag("h2", words.plain(f"sheet-{part}")) + _text(words.plain(f"sheet-{part}-text")) for part in _GENERAL),
        _tag("h2", words.plain("sheet-annex")),
        _annex(words, register, columns),
    ]
    head = '<meta charset="utf-8">' + _tag("title", words.plain("sheet-title", association=association))
    whole = f"<head>{head}<style>{_STYLE}</style></head>\n" + _tag("body", "\n".join(parts), raw=True)
    return f'<!doctype html>\n<html lang="{words.language}">{whole}</html>\n'


def _purpose(words: Words, number: int, purpose: Purpose, held: Sequence[Holding]) -> str:
    name = purpose.name
    said = {
        "why": words.plain(f"register-{name}-why"),
        "data": words.plain(f"register-{name}-data"),
        "basis": words.plain(f"basis-{purpose.basis}"),
        "kept": str(telling.kept(words, held)),
    }
    return _tag("h2", f"{number}. {words.plain(f'register-{name}')}") + _list(words, said)


def _annex(words: Words, register: Register, columns: Columns) -> str:
    """Every table that holds something about people, column by column."""
    heads = "".join(_tag("th", words.plain(f"sheet-{head}")) for head in ("table", "columns", "purpose", "kept"))
    lines = []
    for holding in register:
        for table in (holding.table, *holding.details):
            cells = (
                table,
                ", ".join(columns.get(table, ())),
                words.plain(f"register-{holding.purpose.name}"),
                str(telling.how_long(words, holding)),
            )
            lines.append(_tag("tr", "".join(_tag("td", cell) for cell in cells), raw=True))
    return _tag("table", _tag("tr", heads, raw=True) + "\n".join(lines), raw=True)


def _list(words: Words, said: Mapping[str, str]) -> str:
    entries = "".join(_tag("dt", words.plain(f"sheet-{name}")) + _tag("dd", text) for name, text in said.items())
    return _tag("dl", entries, raw=True)


def _text(text: str) -> str:
    return "".join(_tag("p", part) for part in text.split("\n") if part.strip())


def _tag(name: str, inside: str, *, raw: bool = False) -> str:
    return f"<{name}>{inside if raw else escape(inside)}</{name}>\n"
