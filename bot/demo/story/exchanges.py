"""What the demo's people share, ask and say to each other, read from `exchanges.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.demo.story.days import moment

EXCHANGES: Final = Path(__file__).with_name("exchanges.toml")
MINUTES: Final = 7
"""Minutes past the hour by which each exchange of a list is later than the one before: people aren't clocks."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A tip: who shares it, its fields, and to whom it was of use."""

    at: int
    by: str
    fields: Mapping[str, str]
    useful: Sequence[str]


@dataclass(frozen=True, slots=True)
class Doubted:
    """Somebody finds the tip called `title` out of date; with `holds`, its author answers that it isn't."""

    at: int
    by: str
    author: str
    title: str
    what: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a hand, wanted some `weeks` later; `helper`, who lends one, is empty while nobody did. `fields`
    also hold what the helper says, what worked, the thanks, and the title of the tip that came of it."""

    at: int
    by: str
    weeks: int
    fields: Mapping[str, str]
    helper: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words in the lounge, or the subjects on which somebody may be asked for a hand."""

    at: int
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Followed:
    """Topics of the calendar of deadlines that somebody follows; none of them: the digest."""

    at: int
    by: str
    topics: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Exchanges:
    """All of it, each list in the order of time."""

    tips: Sequence[Shared]
    doubts: Sequence[Doubted]
    requests: Sequence[Asked]
    chat: Sequence[Said]
    offers: Sequence[Said]
    follows: Sequence[Followed]
    subscriptions: Sequence[Followed]


def read(language: str) -> Exchanges:
    """What people say in a language."""
    told = tomllib.loads(EXCHANGES.read_text(encoding="utf-8"))
    titles = {one["by"]: str(one[language]["title"]) for one in told["tip"]}
    return Exchanges(
        [Shared(at, one["by"], one[language], one["useful"]) for at, one in _timed(told["tip"])],
        [
            Doubted(at, one["by"], one["tip"], titles[one["tip"]], one[language]["what"], "answer" in one)
            for at, one in _timed(told["doubt"])
        ],
        [
            Asked(at, one["by"], one["weeks"], one[language], one.get("helper", ""))
            for at, one in _timed(told["request"])
        ],
        [Said(at, one["by"], one[language]) for at, one in _timed(told["chat"])],
        [Said(at, one["by"], one[language]) for at, one in _timed(told["lend"])],
        [Followed(at, one["by"], one["topics"]) for at, one in _timed(told["follow"])],
        [Followed(at, one["by"]) for at, one in _timed(told["subscribe"])],
    )


def _timed(told: Sequence[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    return [(moment(one["day"], one.get("hour", 10), place * MINUTES % 60), one) for place, one in enumerate(told)]
