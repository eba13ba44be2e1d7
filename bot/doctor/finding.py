"""What an examination finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How things stand."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it stands, in a few words, and what to do about it."""

    level: Level
    subject: str
    found: str
    todo: str = ""


def worst(findings: Iterable[Finding]) -> Level:
    """The gravest level among findings."""
    order: tuple[Any, ...] = (Level.OK, Level.WARN, Level.FAIL)
    return max((finding.level for finding in findings), key=order.index, default=Level.OK)
