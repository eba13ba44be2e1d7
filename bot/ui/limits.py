"""How much one person may do at once, and what waits until their second day.

Token buckets in memory, for each person of each association: one for whatever they press, one for what they write, one
for what reaches others. A press too many is refused, with when to try again; what was typed in it is kept. Organisers
are not limited: they set up, tidy and invite in rows.
"""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import discord

from bot.errors import Refusal
from bot.people import members
from bot.schedule.clock import DAY
from bot.ui.actions import reaches_others
from bot.ui.press import Press
from bot.words.text import moment

MOST: Final = 4096
"""How many people a bucket remembers at once; the one who acted longest ago is forgotten first."""
FIRST_DAY: Final = DAY
"""How long links wait after somebody first accepted the notice, in seconds. Introductions and requests never do."""
_LINK: Final = re.compile(r"(?:https?://|\bwww\.|\bdiscord\.gg/)\S", re.IGNORECASE)

Whom = tuple[int, int]
"""Guild and person."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many at once, and after how many seconds there is one more."""

    burst: int
    every: int


PRESS: Final = Rate(burst=30, every=2)
WRITE: Final = Rate(burst=15, every=30)
REACH: Final = Rate(burst=10, every=120)


class Buckets:
    """One bucket a person. What is kept of each is when it is full again: one number."""

    def __init__(self, rate: Rate, most: int = MOST) -> None:
        self._rate = rate
        self._most = most
        self._full_at: OrderedDict[Whom, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._full_at)

    def take(self, whom: Whom, now: float) -> float:
        """Take one, at an instant (seconds): 0 when there was one, else how many seconds until there is."""
        room = self._rate.burst * self._rate.every
        # a clock that was set back must not make anybody wait longer than an empty bucket does
        owed = min(max(self._full_at.get(whom, now) - now, 0), room)
        wait = max(owed + self._rate.every - room, 0)
        self._full_at[whom] = now + owed + (0 if wait else self._rate.every)
        self._full_at.move_to_end(whom)
        if len(self._full_at) > self._most:
            self._full_at.popitem(last=False)
        return wait


class Limits:
    """The gate. `time` says the present instant in seconds: of a clock that nobody sets."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._pressed, self._written, self._reached = Buckets(PRESS), Buckets(WRITE), Buckets(REACH)

    async def gate(self, press: Press) -> None:
        """Let a press through, or raise the `Refusal` that says when there is room for it."""
        if press.is_organiser:
            return
        buckets = [self._pressed]
        if press.interaction.type is discord.InteractionType.modal_submit:
            buckets.append(self._written)
        if reaches_others(press.act):
            buckets.append(self._reached)
        for bucket in buckets:
            wait = bucket.take((press.association.guild_id, press.user_id), self._time())
            if wait:
                raise Refusal("limits-wait", when=moment(press.now() + math.ceil(wait), "R"))


async def check_links(press: Press, *texts: str) -> None:
    """Raise `Refusal` for a link in what somebody publishes on their first day here. Organisers may."""
    if press.member is None or press.is_organiser or not any(_LINK.search(text) for text in texts):
        return
    over = await members.first_accepted(press.association.read(), press.user_id) + FIRST_DAY
    if press.now() < over:
        raise Refusal("limits-links-first-day", when=moment(over))
