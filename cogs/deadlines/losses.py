"""What members can't rely on any more, as the keys of the letters that tell them: "cfe:2028-01-01" (nobody has checked
this topic since), "hidden:fr-cfe-payment:2026-12-01", "closed:fr:2026-12-01"."""

from __future__ import annotations

from datetime import date

from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.deadlines.dates import Dates
from cogs.deadlines.entries import Entry


def stale(topic: str, since: date) -> str:
    """Nobody has checked a topic for long."""
    return f"{topic}:{since.isoformat()}"


def hidden(entry: Entry, on: date) -> str:
    """Organisers hide an entry."""
    return f"hidden:{entry.id}:{on.isoformat()}"


def closed(jurisdiction: str, on: date) -> str:
    """Organisers say that nobody works there any more."""
    return f"closed:{jurisdiction}:{on.isoformat()}"


def topics(here: Dates, key: str) -> set[str]:
    """The topics, by code, of which something is lost; none once that isn't true any more."""
    match key.split(":"):
        case ["hidden", code, _]:
            entry = here.book.entries.get(code)
            return {topic.id for topic in entry.topics} if entry is not None and code in here.choices.hidden else set()
        case ["closed", place, _] if place not in here.choices.jurisdictions:
            entries = (entry for entry in here.book.entries.values() if entry.jurisdiction.id == place)
            return {topic.id for entry in entries for topic in entry.topics}
        case [topic, since] if topic in here.unsure_since and here.unsure_since[topic].isoformat() == since:
            return {topic}
    return set()


def said(here: Dates, words: Words, key: str) -> Safe:
    """What their followers read."""
    language = words.language
    match key.split(":"):
        case ["hidden", code, _]:
            return words("deadlines-letter-hidden", title=here.book.entries[code].titles[language])
        case ["closed", place, _]:
            return words("deadlines-letter-closed", place=here.book.jurisdictions[place].names[language])
    return words("deadlines-letter-unsure", topic=here.topic_name(key.partition(":")[0], language))
