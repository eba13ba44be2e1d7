"""Ports for a demo under test."""

from __future__ import annotations

import random

from bot.demo.ports import Ports, Taken, take

SELDOM = range(10_000, 30_000)
"""Ports that no system gives to connections of its own accord."""


def any_ports() -> Ports:
    """Two ports that nobody has, held: tests beside this one look for some too."""
    while True:
        try:
            return take(random.choice(SELDOM))  # noqa: S311
        except Taken:
            continue
