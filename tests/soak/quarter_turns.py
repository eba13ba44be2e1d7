"""Which occurrences of a weekly schedule a heartbeat dealt with: told by a calendar, not by the bot's rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.soak.quarter_story import Story

PATIENCE = 15 * 60
"""Seconds after which what is due has happened, if the bot lives and nothing is held: leftovers come one a minute."""


class Turns:
    """The occurrences of one schedule, each dealt with once, in order."""

    def __init__(self, story: Story, name: str, occurrences: Sequence[tuple[date, int]], *, grace: int) -> None:
        self._story = story
        self._name = name
        self._grace = grace
        self._left = list(occurrences)
        self._idle_since: int | None = None

    def due(self) -> bool:
        """Whether an occurrence may be dealt with by the next heartbeat."""
        return bool(self._left) and self._left[0][1] <= self._story.now

    def taken(self) -> date | None:
        """The occurrence that was dealt with since the last time, if one was and in time; those that were rightly left
        out are gone through."""
        (row,) = self._story.rows("SELECT active, done_date FROM schedules WHERE name = :name", name=self._name)
        done = date.fromisoformat(row["done_date"]) if row["done_date"] else date.min
        found = None
        while self._left and self._left[0][0] <= done:
            day, at = self._left.pop(0)
            late = self._story.now - at
            if self._story.diary.paused(day) or day in self._skipped() or late > self._grace:
                continue
            if found is not None:
                self._story.fault(f"{self._name}: {found} and {day} in one heartbeat")
            found = day
        self._drop_what_rests(active=bool(row["active"]))
        self._watch_the_time()
        return found

    def _skipped(self) -> set[date]:
        return self._story.diary.skipped if self._name == "prompts:ask" else set()

    def _drop_what_rests(self, *, active: bool) -> None:
        while self._left and self._left[0][1] <= self._story.now:
            day, at = self._left[0]
            resting = self._story.diary.paused(day) or not active or day in self._skipped()
            if not resting and self._story.now - at <= self._grace + PATIENCE:
                return
            self._left.pop(0)

    def _watch_the_time(self) -> None:
        """What is due and may happen does happen soon."""
        story = self._story
        waits = self.due() and not story.diary.held.open and story.up
        if not waits:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = story.now
        elif story.now - self._idle_since > PATIENCE:
            story.fault(f"{self._name}: {self._left[0][0]} waits though the bot lives")
            self._left.pop(0)
