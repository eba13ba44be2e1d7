"""What features have to say of an association's file that is not open for use, when `doctor` asks.

The kernel names no feature: one that knows when something is amiss declares a checkup, in a module `checkup` that
`doctor` looks for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something amiss, in a few words, and what to do about it."""

    found: str
    todo: str


Checkup = Callable[[sqlite3.Connection, int], Iterable[Trouble]]
"""Looks into a file at an instant (UTC seconds), and changes nothing."""

declared: Final[dict[str, Checkup]] = {}
"""Every checkup, by what it is about."""


def declare(subject: str, checkup: Checkup) -> Checkup:
    """Make a checkup known; subjects are unique."""
    if declared.setdefault(subject, checkup) != checkup:
        raise ValueError(f"the checkup of {subject} is declared twice")
    return checkup
