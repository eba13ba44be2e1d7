"""The weekly digest, judged: one a Monday when there is something to tell, where it belongs, never empty, never two
words of the bot in a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.schedule.clock import DAY
from tests.soak.quarter_calendar import DIGEST_AT, DUE, weekly
from tests.soak.quarter_news import News
from tests.soak.quarter_story import Story
from tests.soak.quarter_turns import Turns
from tests.soak.quarter_watch import Said

LINES: Final = 12
PUBLIC: Final = frozenset({"micro-monthly", "micro-quarterly", "vat-monthly", "cfe"})
"""Topics that everybody is told of."""


@dataclass(frozen=True, slots=True)
class Before:
    """How the digest is to reach the room ("post", "replace", "change", "not", "none" without a channel, "empty" when
    there is nothing to tell), and the one that stands there."""

    way: str
    standing: Said | None


class Digests:
    """Foretells each digest, and compares."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._turns = Turns(story, "digest:post", weekly(story.season, 0, DIGEST_AT), grace=DAY)
        self._before: Before | None = None
        self._looked = 0
        self._news = News(story)
        self.ways: list[str] = []
        """How each one went."""

    async def before(self) -> None:
        """Look at the room, when a digest may come."""
        self._before = self._foretell() if self._turns.due() else None

    async def after(self) -> None:
        """What came."""
        said, self._looked = self._story.watch.said[self._looked :], len(self._story.watch.said)
        ours = [one for one in said if one.bot and one.place in self._story.diary.rooms]
        new = [one for one in ours if one.is_digest]
        for one in ours:
            self._not_twice_in_a_row(one)
        day = self._turns.taken()
        if day is not None and self._before is not None:
            self._compare(day, self._before, new)
        elif new:
            self._story.fault(f"a digest on no day of it: {new[0].text!r}")
        for one in new:
            self._look_at(one)

    def _foretell(self) -> Before:
        diary, watch = self._story.diary, self._story.watch
        if diary.roomless.open:
            return Before("none" if self._news.any() else "empty", None)
        last = watch.last_word(diary.room.id)
        there = [one for one in watch.said if one.place == diary.room.id and one.is_digest and watch.stands(one)]
        standing = there[-1] if there else None
        if not self._news.any():
            return Before("empty", standing)
        if last is None or not last.bot or watch.spoken({last.id}, 0) is not None:
            return Before("post", standing)
        if standing is None:
            return Before("not", None)
        return Before("replace" if last == standing else "change", standing)

    def _compare(self, day: date, before: Before, new: list[Said]) -> None:
        way, standing = before.way, before.standing
        self.ways.append(way)
        soon = [one for one in DUE if one.topic in PUBLIC and day <= one.last and one.day <= day + timedelta(days=14)]
        if not soon:  # something falls due every week: a week with nothing to tell is one in spite of it
            self._story.fault(f"{day}: the calendar of the soak has nothing to tell; mend it")
        if len(new) != (way in {"post", "replace"}):
            self._story.fault(f"{day}: {len(new)} digests, where {way!r} was to come")
        if way == "replace" and standing is not None and self._story.watch.stands(standing):
            self._story.fault(f"{day}: the digest of last week stands beside the new one")
        rows = self._story.rows("SELECT message_id FROM digests WHERE day = :day", day=day.isoformat())
        if way == "empty":
            self._compare_with_nothing(day, standing, made=bool(rows))
        elif not rows:
            self._story.fault(f"{day}: no digest was made, where {way!r} was to come")
        elif way == "change" and standing is not None and rows[0]["message_id"] != standing.id:
            self._story.fault(f"{day}: the digest that stands was not changed")
        if way in {"post", "replace", "change"}:
            self._news.tell()

    def _compare_with_nothing(self, day: date, standing: Said | None, *, made: bool) -> None:
        """Nothing was to be told: nothing is made, and what stands stays."""
        if made:
            self._story.fault(f"{day}: a digest was made, though there is nothing to tell")
        if standing is not None and not self._story.watch.stands(standing):
            self._story.fault(f"{day}: the digest of last week is gone, and nothing took its place")

    def _not_twice_in_a_row(self, one: Said) -> None:
        """Before each word that the bot says by itself, somebody else said something since its last one."""
        watch = self._story.watch
        earlier = [each for each in watch.said if each.place == one.place and each.id < one.id and watch.stands(each)]
        last = earlier[-1] if earlier else None
        if last is None or not last.bot:
            return
        threads = {each.id for each in earlier if each.bot} | self._elsewhere()
        if watch.spoken(threads, last.at) is None:
            self._story.fault(f"two words of the bot in a row: {last.text[:60]!r}, {one.text[:60]!r}")

    def _elsewhere(self) -> set[int]:
        """Threads under members' cards: where people answer a question about one."""
        backend = self._story.world.env.backend
        rooms = set(self._story.diary.rooms)
        return {number for number, one in backend.channels.items() if one.is_thread and one.parent_id not in rooms}

    def _look_at(self, one: Said) -> None:
        lines = one.text.splitlines()
        if len(lines) < 2 or self._story.world.words("digest-nothing-left") in one.text:
            self._story.fault(f"an empty digest: {one.text!r}")
        if len(lines) > LINES:
            self._story.fault(f"a digest of {len(lines)} lines")
