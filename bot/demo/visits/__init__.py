"""Visits of the demo in a real browser, as scripts tell them: for pictures, and for tests."""

from __future__ import annotations

from bot.demo.visits.replay import prepare
from bot.demo.visits.script import CannotVisit

__all__ = ["CannotVisit", "prepare"]
