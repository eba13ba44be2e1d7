"""Deadlines as a file that calendar applications read (iCalendar, RFC 5545).

To be imported only where a file is made: the library takes 9 MB.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vText

from cogs.deadlines.entries import Deadline, Level

DOMAIN: Final = "deadlines.comptoir.invalid"
"""Makes identifiers unique in the world; a name that is reserved for never being anybody's."""
_MORNING: Final = timedelta(hours=9)
"""After midnight, with which a whole-day event begins: nobody wants an alarm then."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the file says beside the entries' own texts, in the language of its reader: what the calendar is called,
    that it is no advice, that a date may still move."""

    language: str
    name: str
    disclaimer: str
    unsure: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Which file it is: of which association, made when (UTC seconds), and how often each date was changed before (see
    `Deadline.changed_as`)."""

    guild_id: int
    now: int
    changes: Mapping[tuple[str, str], int]


def identifier(deadline: Deadline, guild_id: int) -> str:
    """What a deadline is called in every file of its association, and in no other's: two may know different dates."""
    place = hashlib.sha256(str(guild_id).encode()).hexdigest()[:16]
    return f"{deadline.ref}.{place}@{DOMAIN}"


def written(deadlines: Iterable[Deadline], wording: Wording, edition: Edition) -> bytes:
    """The file. A deadline keeps its identifier, and counts its changes, so that an application which reads a later
    file replaces what it knows."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Comptoir//{DOMAIN}//{wording.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):  # the standard's, and the one that most applications read
        calendar.add(name, vText(wording.name))  # says that it is text, which the library escapes
    calendar.add("x-wr-caldesc", vText(wording.disclaimer))
    for deadline in deadlines:
        calendar.add_component(_event(deadline, wording, edition))
    file: bytes = calendar.to_ical()
    return file


def _event(deadline: Deadline, wording: Wording, edition: Edition) -> Event:
    spoken = {"language": wording.language}
    event = Event()
    event.add("uid", identifier(deadline, edition.guild_id))
    event.add("sequence", edition.changes.get(deadline.changed_as, 0))
    event.add("dtstamp", datetime.fromtimestamp(edition.now, UTC))
    event.add("dtstart", deadline.day.first)
    event.add("dtend", deadline.day.last + timedelta(days=1))  # the first day that is no longer part of it
    event.add("summary", deadline.title(wording.language), parameters=spoken)
    event.add("description", _description(deadline, wording), parameters=spoken)
    event.add("categories", [deadline.entry.topic.names[wording.language]])
    event.add("url", deadline.entry.source)
    event.add("transp", "TRANSPARENT")  # a reminder makes nobody busy
    for days in deadline.entry.reminders:
        event.add_component(_alarm(deadline, wording, days))
    return event


def _description(deadline: Deadline, wording: Wording) -> str:
    entry = deadline.entry
    unsure = wording.unsure if entry.level is Level.TO_REVALIDATE else ""
    parts = (entry.notes.get(wording.language, ""), unsure, wording.disclaimer, entry.source)
    return "\n\n".join(part for part in parts if part)


def _alarm(deadline: Deadline, wording: Wording, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", deadline.title(wording.language), parameters={"language": wording.language})
    alarm.add("trigger", _MORNING - timedelta(days=days))
    return alarm
