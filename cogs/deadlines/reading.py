"""Reads one file of `data/deadlines`. People edit these files by hand: whatever is wrong is said with the entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cogs.deadlines.entries import Entry, Jurisdiction, Label, Level
from cogs.deadlines.rules import KINDS, Fixed, Rule, TypedYearly, Window

TITLE: Final = 100
NOTE: Final = 400
SOURCE: Final = 300
"""Characters, at most."""

_MONTH_DAY: Final = re.compile(r"(\d\d)-(\d\d)")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_LENGTH: Final = 40

T = TypeVar("T")


def read(path: Path) -> tuple[Jurisdiction, list[Entry]]:
    """The jurisdiction of a file, and its entries in their order. ValueError names the file and the entry."""
    with _about(str(path)):
        file = _Fields(tomllib.loads(path.read_text(encoding="utf-8")))
        with _about("jurisdiction"):
            jurisdiction = _jurisdiction(_Fields(file.take("jurisdiction", dict)))
        topics, audiences = _labels(file, "topic"), _labels(file, "audience")
        entries = [_entry(table, jurisdiction, topics, audiences) for table in file.take("entry", list)]
        file.finish()
    return jurisdiction, entries


class _Fields:
    """A table whose fields are taken one by one, so that one with a slip in its name doesn't go unnoticed."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        try:
            self._rest = dict(table)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{table!r} is not a table") from error
        self.called = str(self._rest.get("id", "something without id"))

    def take(self, name: str, kind: type[T]) -> T:
        value = self.find(name, kind)
        if value is None:
            raise ValueError(f"{name} is missing")
        return value

    def find(self, name: str, kind: type[T]) -> T | None:
        value = self._rest.pop(name, None)
        if value is None or type(value) is kind:
            return value
        raise ValueError(f"{name} can't be {value!r}")

    def remaining(self) -> dict[str, Any]:
        rest, self._rest = self._rest, {}
        return rest

    def finish(self) -> None:
        if self._rest:
            raise ValueError(f"unknown: {', '.join(sorted(self._rest))}")


@contextmanager
def _about(what: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise ValueError(f"{what}: {error}") from error


def _jurisdiction(table: _Fields) -> Jurisdiction:
    found = Jurisdiction(
        id=_id(table),
        names=_texts(table, TITLE),
        country=table.take("country", str),
        part=table.find("part", str),
        off=bool(table.find("off", bool)),
        zones=tuple(_zone(name) for name in table.find("zones", list) or ()),
    )
    table.finish()
    try:
        _ = found.holidays
    except NotImplementedError as error:
        raise ValueError(f"no holidays are known of {found.country} {found.part or ''}".rstrip()) from error
    return found


def _labels(file: _Fields, name: str) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for table in file.find(name, list) or ():
        fields = _Fields(table)
        with _about(f"{name} {fields.called}"):
            label = Label(_id(fields), _texts(fields, TITLE))
            fields.finish()
            if label.id in found:
                raise ValueError("this id stands twice")
            found[label.id] = label
    return found


def _entry(
    table: Mapping[str, Any],
    jurisdiction: Jurisdiction,
    topics: Mapping[str, Label],
    audiences: Mapping[str, Label],
) -> Entry:
    fields = _Fields(table)
    with _about(fields.called):
        keys = _labels(fields, "key")
        entry = Entry(
            id=_id(fields),
            jurisdiction=jurisdiction,
            audience=tuple(_known("audience", code, audiences) for code in fields.take("audience", list)),
            topic=_known("topic", fields.take("topic", str), topics),
            titles=_texts(fields, TITLE),
            rule=_rule(_Fields(fields.take("rule", dict)), tuple(keys)),
            reminders=_reminders(fields.take("reminders", list)),
            level=Level(fields.take("level", str)),
            source=_source(fields.take("source", str)),
            checked=fields.find("checked", date),
            valid_from=fields.find("valid_from", date),
            valid_until=fields.find("valid_until", date),
            notes=_note(fields.find("note", dict)),
            opt_in=bool(fields.find("opt_in", bool)),
            keys=tuple(keys.values()),
            expected=_expected(fields.find("expected", str) or "01-01"),
        )
        fields.finish()
        _check(entry)
    return entry


def _rule(table: _Fields, keys: tuple[str, ...]) -> Rule:
    kind = table.take("kind", str)
    if kind not in KINDS:
        raise ValueError(f"a rule is one of {', '.join(KINDS)}, not {kind!r}")
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in table.remaining().items()}
    if kind == "typed-yearly" and not values:
        return TypedYearly(keys)
    try:
        return KINDS[kind](**values)
    except TypeError as error:
        raise ValueError(f"the rule {kind} can't be made of {', '.join(values) or 'nothing'}") from error


def _check(entry: Entry) -> None:
    """What no field shows alone."""
    typed = isinstance(entry.rule, TypedYearly)
    if typed is not (entry.level is Level.TYPED):
        raise ValueError("the level typed goes with the rule typed-yearly")
    if entry.level is Level.WINDOW and not isinstance(entry.rule, Window):
        raise ValueError("the level window goes with the rule window")
    if entry.keys and not typed:
        raise ValueError("keys go with the rule typed-yearly")
    if entry.expected != (1, 1) and not typed:
        raise ValueError("expected goes with the rule typed-yearly")
    if entry.checked is None and not typed:
        raise ValueError("checked is missing")
    if not entry.audience:
        raise ValueError("audience is missing")
    if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
        raise ValueError("valid_until lies before valid_from")


def _id(fields: _Fields) -> str:
    found = fields.take("id", str)
    if len(found) > _ID_LENGTH or not _ID.fullmatch(found):
        raise ValueError(f"an id is 1 to {_ID_LENGTH} of a-z, 0-9 and -, not {found!r}")
    return found


def _texts(fields: _Fields, limit: int) -> dict[str, str]:
    """A text by language; without English, French stands in."""
    french = fields.take("fr", str).strip()
    texts = {"fr": french, "en": (fields.find("en", str) or "").strip() or french}
    if not french or max(map(len, texts.values())) > limit:
        raise ValueError(f"a text of 1 to {limit} characters is needed here")
    return texts


def _note(table: dict[str, Any] | None) -> dict[str, str]:
    if table is None:
        return {}
    fields = _Fields(table)
    note = _texts(fields, NOTE)
    fields.finish()
    return note


def _reminders(days: list[Any]) -> tuple[int, ...]:
    if any(type(each) is not int or not 0 <= each <= 365 for each in days):
        raise ValueError(f"reminders are numbers of days before, 0 to 365, not {days!r}")
    return tuple(sorted(set(days), reverse=True))


def _zone(name: Any) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, TypeError, OSError) as error:  # ValueError says it already
        raise ValueError(f"{name!r} is no time zone") from error


def _expected(text: str) -> tuple[int, int]:
    """The month and day from which dates are known every year."""
    found = _MONTH_DAY.fullmatch(text)
    if not found:
        raise ValueError(f'expected is written "MM-DD", not {text!r}')
    rule = Fixed(int(found[1]), int(found[2]))  # refuses what isn't a date of every year
    return rule.month, rule.day


def _source(url: str) -> str:
    if not re.fullmatch(r"https?://\S+", url) or len(url) > SOURCE:
        raise ValueError(f"a source is an address that begins with https://, {SOURCE} characters at most, not {url!r}")
    return url


def _known(what: str, code: Any, labels: Mapping[str, Label]) -> Label:
    label = labels.get(code) if isinstance(code, str) else None
    if label is None:
        raise ValueError(f"{code!r} is no {what} of this file")
    return label
