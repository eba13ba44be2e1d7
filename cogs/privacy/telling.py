"""What is kept of somebody, in sentences, by what it is for. Pure: rows and declarations in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import reduce
from typing import Any, Final

from bot.delivery.reports import name_of as due_name
from bot.people.catalogue import Catalogue
from bot.people.register import Holding, Purpose, Register
from bot.schedule.clock import DAY
from bot.ui.letters import name_of
from bot.words.i18n import Words
from bot.words.text import Safe, escape, member, moment, truncate

LONGEST: Final = 300
"""Characters of one thing that somebody wrote, as it is shown here; the export has it whole."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_CODE = re.compile(r"[a-z][a-z0-9-]*")
_NAMED_CODES: Final = {"rhythm": "data-rhythm", "how": "data-how", "act": "moderation-act"}
"""Columns of codes, and what the messages of their names begin with (`data-rhythm-<code>`)."""
_OVER: Final = frozenset({"sent", "taken", "dropped"})
"""The states of letters of which nothing more is to come: those of a kind are told together."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept for one purpose: a sentence each, and for how long."""

    purpose: Purpose
    sentences: Sequence[Safe]
    kept: Safe


def told(
    words: Words, catalogue: Catalogue, register: Register, member_id: int, rows: Mapping[str, Sequence[Row]]
) -> list[Told]:
    """Everything that is kept about somebody, purpose by purpose."""
    found = []
    for purpose, holdings in register.by_purpose().items():
        tables = [(one, table) for one in holdings for table in (one.table, *one.details) if rows.get(table)]
        sentences = [
            sentence(words, catalogue, holding, table, member_id, row)
            for holding, table in tables
            for row in (_together(rows[table]) if table == "letters" else rows[table])
        ]
        if sentences:
            found.append(Told(purpose, sentences, kept(words, [holding for holding, _ in tables])))
    return found


def _together(letters: Sequence[Row]) -> list[Row]:
    """Letters of a kind that are over, in the place of the first: one for all (`data-letters-many`), with how many they
    are and when the newest went."""
    found: dict[object, list[Row]] = {}
    for number, letter in enumerate(letters):
        over = letter["state"] in _OVER
        found.setdefault((letter["kind"], letter["state"]) if over else number, []).append(letter)
    return [same[0] if len(same) == 1 else _one_for(same) for same in found.values()]


def _one_for(same: Sequence[Row]) -> Row:
    newest = max((letter["sent_at"] for letter in same if letter["sent_at"]), default=None)
    return {**same[0], "sent_at": newest, "count": len(same), "side": "many"}


def sentence(words: Words, catalogue: Catalogue, holding: Holding, table: str, member_id: int, row: Row) -> Safe:
    """A row in a sentence: the message `data-<table>-<sort>` or `data-<table>`, given its columns, `has_<column>`, who
    else is in it (`other`) and as what this person is (`as`)."""
    values: dict[str, str | int] = {}
    for column, value in row.items():
        values[column] = _value(words, catalogue, holding, column, value)
        values[f"has_{column}"] = "no" if value in (None, "") else "yes"
    own = [column for column in holding.columns if row.get(column) == member_id]
    others = [row[column] for column in holding.columns if isinstance(row.get(column), int) and column not in own]
    values["as"] = Safe(own[0] if own else "other")  # a name of ours: nothing in it is markup
    values["other"] = member(others[0]) if others else words("data-somebody")
    values["due"] = _due(words, str(row.get("kind", "")))
    values["label"] = values.get("label") or _preference(words, str(row.get("name", "")))
    sort = row.get("side") or str(row.get("kind", "")).rpartition(":")[2]
    key = next((key for key in (f"data-{table}-{sort}", f"data-{table}") if words.has(key)), "data-other")
    return words(key, **{**values, "table": table})


def _due(words: Words, kind: str) -> str:
    """What a kind is called; a letter that has no name of its own, by the part that it comes from."""
    name, part = due_name(words, kind), f"settings-group-{kind.partition(':')[0]}"
    return words.plain(part) if name == kind and words.has(part) else name


def _preference(words: Words, name: str) -> Safe:
    return escape(words.plain(f"preference-{name}") if words.has(f"preference-{name}") else name)


def _value(words: Words, catalogue: Catalogue, holding: Holding, column: str, value: Any) -> str | int:
    if value in (None, ""):
        return "none"
    if isinstance(value, int):
        return moment(value, "D") if column == "at" or column.endswith(("_at", "until")) else value
    text = str(value)
    if column == "trade":
        return escape(catalogue.trade_label(text, words.language))
    if column == "zone":
        return escape(catalogue.zone_label(text, words.language))
    if column == "purpose":
        return escape(name_of(words, text))
    if holding.name is not None and column in holding.coded:
        return escape(holding.name(text, words.language))
    if column in _NAMED_CODES and words.has(f"{_NAMED_CODES[column]}-{text}"):
        return words(f"{_NAMED_CODES[column]}-{text}")
    if _ISO.fullmatch(text):
        with suppress(ValueError):  # somebody's own words: no day of any year
            return moment(int(datetime.combine(date.fromisoformat(text), time(12), UTC).timestamp()), "D")
    return Safe(text) if _CODE.fullmatch(text) else escape(truncate(" ".join(text.split()), LONGEST))


def kept(words: Words, holdings: Iterable[Holding]) -> Safe:
    """How long these are kept, each time said once."""
    times = dict.fromkeys(how_long(words, holding) for holding in holdings)
    return reduce(lambda one, others: words("kept-several", one=one, others=others), times)


def how_long(words: Words, holding: Holding) -> Safe:
    """How long one is kept: "12 mois après la clôture"."""
    return words(f"kept-{holding.until}", time=_time(words, holding.keeps or 0))


def _time(words: Words, seconds: int) -> Safe:
    days = seconds // DAY
    return words("kept-days", count=days) if days < 28 else words("kept-months", count=round(days * 12 / 365))
