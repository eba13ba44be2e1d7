"""What an introduction may hold, and what a search asks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.errors import Refusal
from bot.words.text import THREAD_NAME, clean, says_something, truncate

WHAT: Final = 200
WHERE: Final = 80
LIST: Final = 300
QUESTION: Final = 300
SEARCH: Final = 40
PLACE: Final = 40
"""Characters of each field."""
TAGS: Final = 12

_BETWEEN_TAGS = re.compile(r"[,;\n•·|]+")
_LEAD = re.compile(r"^[\s\-–*#.]+|[\s.]+$")
_AT_PLACE = re.compile(
    r"^(?P<what>.+?)\s+(?:à|a|au|en|dans|près de|pres de|vers|sur|in|near)\s+(?P<where>[^,]+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody typed in the form, cleaned."""

    what: str
    where: str
    offers: tuple[str, ...]
    seeks: tuple[str, ...]
    question: str


def read(fields: Mapping[str, str]) -> Written:
    """Check and clean a form. Raises `Refusal` that says which field to mend, and how."""
    what = clean(fields.get("what", ""), lines=False)
    if not what:
        raise Refusal("intro-what-blank")
    if not says_something(what):
        raise Refusal("intro-what-unreadable")
    for name, text, limit in (
        ("what", what, WHAT),
        ("where", fields.get("where", ""), WHERE),
        ("offers", fields.get("offers", ""), LIST),
        ("seeks", fields.get("seeks", ""), LIST),
        ("question", fields.get("question", ""), QUESTION),
    ):
        if len(text) > limit:
            raise Refusal("intro-too-long", field=name, limit=limit, length=len(text))
    offers, seeks = tags(fields.get("offers", "")), tags(fields.get("seeks", ""))
    for name, listed in (("offers", offers), ("seeks", seeks)):
        if len(listed) > TAGS:
            raise Refusal("intro-too-many", field=name, limit=TAGS, count=len(listed))
    return Written(
        what=what,
        where=clean(fields.get("where", ""), lines=False),
        offers=offers,
        seeks=seeks,
        question=clean(fields.get("question", ""), lines=False),
    )


def tags(text: str) -> tuple[str, ...]:
    """A list typed with commas, semicolons or lines: each thing once, whatever its case."""
    found: dict[str, str] = {}
    for piece in _BETWEEN_TAGS.split(clean(text)):
        label = _LEAD.sub("", clean(piece, lines=False))
        if says_something(label):
            found.setdefault(label.casefold(), label)
    return tuple(found.values())


def title(name: str, trade: str) -> str:
    """The name of a card's thread or forum post."""
    return truncate(" · ".join(part for part in (clean(name, lines=False), trade) if part), THREAD_NAME) or "·"


def split_place(query: str) -> tuple[str, str]:
    """A search such as "du webflow à Laval" as what and where; where is empty when no place is spoken of."""
    match = _AT_PLACE.match(query.strip())
    return (match["what"], match["where"]) if match else (query.strip(), "")
