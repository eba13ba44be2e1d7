"""Files that people edit and one feature reads (trades and zones, which all share, are the kernel's own).

The kernel names no feature: one that reads such files declares them when it is imported, as it does its preferences;
the start of the bot and `doctor` then say which file is wrong, before anything else is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Content:
    """Files by what they hold: which are in use, and what reads them all. ValueError names the file that is wrong."""

    subject: str
    files: Callable[[Settings], Sequence[Path]]
    read: Callable[[Sequence[Path]], object]


declared: Final[dict[str, Content]] = {}
"""All of them, by subject."""


def declare(content: Content) -> Content:
    """Make it known; subjects are unique."""
    if declared.setdefault(content.subject, content) != content:
        raise ValueError(f"the content {content.subject} is declared twice")
    return content
