"""Days as people type them: "3/8", "3 août", "lundi", "next week". Pure; what is understood is always shown back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bot.words.text import fold

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier january jan janv",
            "fevrier february feb fev fevr",
            "mars march mar",
            "avril april apr avr",
            "mai may",
            "juin june jun",
            "juillet july jul juil",
            "aout august aug",
            "septembre september sep sept",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "lundi monday",
            "mardi tuesday",
            "mercredi wednesday",
            "jeudi thursday",
            "vendredi friday",
            "samedi saturday",
            "dimanche sunday",
        )
    )
    for name in names.split()
}
_NEAR: Final = {"aujourd'hui": 0, "today": 0, "demain": 1, "tomorrow": 1, "apres-demain": 2}
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?")
_MONTH_FIRST: Final = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?")
_LEAD: Final = re.compile(r"^(?:le|du|au|on|from|to|until|jusqu'au|d'ici|by|ce|this) ")
_NEXT: Final = re.compile(r"^next | prochain$")
_END: Final = re.compile(
    r"(?:d'ici |by )?(?:(?:la |the )?(?:fin|end) (?:de |du |of )?)?(?:la |le |the )?"
    r"(?P<next>next )?(?P<span>semaine|mois|week|month)(?P<prochain> prochaine?)?"
)
_ENDS: Final = re.compile(r"\b(?:fin|end|next|prochaine?)\b")
_FRIDAY: Final = 4


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, or None. Without a year, the next such day, today included; a weekday is the next one
    after today, and "vendredi prochain" the one of the week after when that is tomorrow. Days come before months, as in
    French."""
    typed = _LEAD.sub("", _folded(text))
    said = _NEXT.sub("", typed)
    words = said.split(" ")
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if words[0] in _WEEKDAYS:
        if len(words) == 1:
            return _weekday(_WEEKDAYS[said], today, after_tomorrow=said != typed)
        said = " ".join(words[1:])
    if match := _ISO.fullmatch(said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(said):
        return _coming(match[3], int(match[2]), int(match[1]), today)
    if (match := _DAY_FIRST.fullmatch(said)) and match[2] in _MONTHS:
        return _coming(match[3], _MONTHS[match[2]], int(match[1]), today)
    if (match := _MONTH_FIRST.fullmatch(said)) and match[1] in _MONTHS:
        return _coming(match[3], _MONTHS[match[1]], int(match[2]), today)
    return None


def read_end(text: str, today: date) -> date | None:
    """The day by which something is meant to be done: like `read_day`, and of a week or a month its end. "La semaine
    prochaine" is its Friday, "fin du mois" its last day."""
    said = _folded(text)
    found = _END.fullmatch(said)
    if found is None or not _ENDS.search(said):
        return read_day(text, today)
    ahead = bool(found["next"] or found["prochain"])
    if found["span"] in {"semaine", "week"}:
        return max(today, today + timedelta(days=_FRIDAY - today.weekday() + 7 * ahead))
    month = today.replace(day=1)
    for _ in range(1 + ahead):
        month = (month + timedelta(days=31)).replace(day=1)
    return month - timedelta(days=1)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text).strip().removesuffix("."))


def _weekday(wanted: int, today: date, *, after_tomorrow: bool) -> date:
    """The next such day after today. Whoever means tomorrow says so, unless a new week begins then."""
    days = (wanted - today.weekday() - 1) % 7 + 1
    skipped = after_tomorrow and days == 1 and wanted > 0
    return today + timedelta(days=days + 7 * skipped)


def _coming(year: str | None, month: int, day: int, today: date) -> date | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # 29 February may be some years away
    coming = (_date(today.year + later, month, day) for later in range(9))
    return next((found for found in coming if found is not None and found >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
