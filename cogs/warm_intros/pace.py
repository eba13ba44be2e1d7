"""When a search goes on: whom it waits for, when somebody else is asked, when its asker is answered. Pure.

The day of the answer is counted from a constant number of steps, before anybody looked who could help: it can tell
nothing. So can't the instant: a search that nobody could help with ends at the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.schedule.quiet import QuietHours
from cogs.warm_intros.rules import STEPS, Asked, Search

MOST: Final = 2 * STEPS
"""How many people are asked for one search at most, however quickly they say no."""
AT_LEAST: Final = 1
"""Working days that somebody has to answer: nobody is asked when the answer is due sooner."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is due for a search: it `ends`, or somebody else is asked (`asks`), or neither. `silent` are those who said
    nothing for long enough by now. When to look again, at the latest, is `at` (UTC seconds)."""

    at: int
    ends: bool = False
    asks: bool = False
    silent: tuple[int, ...] = ()


def answer_by(quiet: QuietHours, now: int, silence: int) -> int:
    """When whoever searches from now on is answered at the latest; `silence` is in working days."""
    return quiet.after_working_days(now, STEPS * silence)


def step(
    search: Search, asked: Sequence[Asked], now: int, quiet: QuietHours, silence: int, *, target: bool = False
) -> Step:
    """What is due for a search that goes on. `target`: somebody who is here is asked whether they would be
    introduced."""
    if now >= search.answer_by:
        awake = quiet.over_at(now)
        return Step(at=awake, ends=awake == now)
    until = {one.member_id: quiet.after_working_days(one.at, silence) for one in asked if one.answer is None}
    silent = tuple(member_id for member_id, at in until.items() if at <= now)
    waiting = [at for at in until.values() if at > now]
    if waiting or target or len(asked) >= MOST:
        return Step(at=min([*waiting, search.answer_by]), silent=silent)
    if quiet.after_working_days(now, AT_LEAST) > search.answer_by:
        return Step(at=search.answer_by, silent=silent)
    return Step(at=min(quiet.after_working_days(now, 1), search.answer_by), asks=True, silent=silent)
