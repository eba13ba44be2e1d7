"""What a digest tells of, how it is cut, and whether it may be posted. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.schedule.clock import DAY, HOUR, MINUTE

POST: Final = "digest:post"
"""The kind of the schedule, and of what it posts."""
LINES: Final = 12
"""Lines of a post, its title and headings counted."""
NEEDS: Final = 5
"""Lines of the organisers' part, at most."""
WEEK: Final = 7 * DAY
FURTHEST: Final = 45 * DAY
"""How far back a digest looks that comes after a pause, in seconds; a pause of August is within."""
KEPT: Final = 90 * DAY
"""How long a digest that stands nowhere is remembered, in seconds: as long as the letters with its copies."""
WAITED: Final = 10 * MINUTE
"""After waiting that long to be sent, in seconds, it is looked again who spoke last."""
LATE: Final = HOUR
"""From then on a digest says that it is late, in seconds; after `OVER` it is not posted any more."""
OVER: Final = DAY


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest that was decided. `day` is its schedule's local date; it tells what happened from `since` to `until`
    (UTC seconds). It stands nowhere while `message_id` is None."""

    id: int
    day: date
    since: int
    until: int
    channel_id: int | None
    message_id: int | None


ON_ITS_WAY: Final = 0
"""Stands for a message of the bot's own that will be the last one, and is not there yet."""


class Way(StrEnum):
    """How a digest reaches its channel: as a new post; as one that takes the place of the last digest, which goes; by
    changing the digest that stands further up; or not at all."""

    POST = "post"
    REPLACE = "replace"
    CHANGE = "change"
    NOT = "not"


def way(own_last_word: int | None, standing: int | None, *, spoken_under: bool) -> Way:
    """How the next digest reaches a channel, so that the bot never speaks twice in a row there.

    `own_last_word` is the message with which the bot itself spoke last (None: somebody else did, or nobody), `standing`
    the digest that stands there. A thread under our last word in which somebody wrote is an answer to it.
    """
    if own_last_word is None or spoken_under:
        return Way.POST
    if standing is None:
        return Way.NOT
    return Way.REPLACE if own_last_word == standing else Way.CHANGE


def since(last: int | None, now: int) -> int:
    """From when on a digest tells: since the last one that was posted; the first one, of a week."""
    return now - WEEK if last is None else max(last, now - FURTHEST)


def cut(lengths: Sequence[int], room: int) -> list[int]:
    """How many lines of each section are shown in `room` lines.

    A section of one line stands on its heading's, a longer one under it: n lines take n + 1. Line by line, each section
    in its order gets the next one: none has its second before all that fit have their first.
    """
    shown = [0] * len(lengths)
    for wanted in range(1, max(lengths, default=0) + 1):
        price = 2 if wanted == 2 else 1
        for place, length in enumerate(lengths):
            if shown[place] == wanted - 1 and length >= wanted and room >= price:
                shown[place] = wanted
                room -= price
    return shown
