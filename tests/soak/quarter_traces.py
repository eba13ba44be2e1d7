"""What is left, judged: nothing of whoever is erased, nobody rung, no burst after silence, everything settled."""

from __future__ import annotations

from collections import Counter
from typing import Final

from bot.schedule.clock import DAY, HOUR, MINUTE
from tests.soak.quarter_diary import NEVER
from tests.soak.quarter_story import Story
from tests.soak.quarter_watch import Said

MOST: Final = {"room": 1, "team": 6, "person": 2}
"""Messages in any hour after a silence: in the room, to organisers, to one person (their matters, and an ask)."""
KEPT: Final = 90 * DAY
"""How long the bot knows what it wrote to somebody, in seconds: it can't change what is older."""
EXPLAINED: Final = frozenset({"channel-gone", "message-gone", "dm-closed", "thread-gone"})
"""Reasons for which something can't be sent here."""


class Traces:
    """Looks at every row and every message that stands."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._looked = 0
        self.after_silence: Counter[str] = Counter()
        """The most messages in an hour after downtime or a hold, by place."""

    async def before(self) -> None:
        """Nothing to look at."""

    async def after(self) -> None:
        """Nobody is rung."""
        said, self._looked = self._story.watch.said[self._looked :], len(self._story.watch.said)
        threads = {number for number, one in self._story.world.env.backend.channels.items() if one.is_thread}
        for one in said:  # in a thread of their own, people are rung by what others did
            if one.bot and one.place not in threads and (one.pings or "@everyone" in one.text or "@here" in one.text):
                self._story.fault(f"rings {one.pings}: {one.text[:80]!r}")

    async def week(self) -> None:
        """Nothing is left of whoever is erased."""
        self._story.note_forgotten()
        erased = [person for person in self._story.diary.people if person.erased_at is not None]
        if not erased:
            return
        rows = [(table, row) for table in self._tables() for row in self._story.rows(f"SELECT * FROM {table}")]
        standing = list(self._story.watch.standing(self._story.now - KEPT))
        forgotten = {person.who.user.dm_channel.id for person in erased}  # nobody knows any more what was written there
        for person in erased:
            theirs = (person.mark, str(person.who.id))
            for table, row in rows:
                if any(word in str(value) for value in tuple(row) for word in theirs):
                    self._story.fault(f"{table} holds something of {person.name}, who is erased: {dict(row)}")
            for place, text in standing:
                if place not in forgotten and any(word in text for word in theirs):
                    self._story.fault(
                        f"a message shows {person.name}, who is erased: {self._where(place)} {text[:300]}"
                    )

    def _where(self, place: int) -> str:
        reader = self._story.diary.person(self._story.watch.private.get(place, 0))
        if reader is None:
            return str(self._story.world.env.backend.channels[place].name)
        state = (
            "erased" if reader.erased_at else "away" if reader.away.open else "closed" if reader.closed.open else "here"
        )
        return f"in a letter to {reader.name} ({state})"

    def _tables(self) -> list[str]:
        """Every table that holds rows as they are written; an index of full text is emptied by housekeeping."""
        rows = self._story.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        virtual = [row["name"] for row in rows if "VIRTUAL" in row["sql"].upper()]
        return [row["name"] for row in rows if not any(row["name"].startswith(name) for name in virtual)]

    # At the end

    async def end(self) -> None:
        """Everything is settled, or explained; no silence ended in a shout."""
        now = self._story.now
        for row in self._story.rows("SELECT * FROM outbox WHERE state NOT IN ('sent', 'dropped')"):
            if row["reason"] not in EXPLAINED and row["due_at"] <= now:
                self._story.fault(f"the outbox holds {dict(row)}")
        for row in self._story.rows("SELECT * FROM jobs"):
            if row["state"] != "due" or row["due_at"] < now - 15 * MINUTE:
                self._story.fault(f"a job is left: {dict(row)}")
        for row in self._story.rows("SELECT * FROM letters WHERE state = 'sending'"):
            self._story.fault(f"a letter is on its way for ever: {dict(row)}")
        for _, last in (*self._story.diary.down.all, *self._story.diary.held.all):
            if last < NEVER:
                self._no_burst(last)

    def _no_burst(self, since: int) -> None:
        hours = Counter(
            (place, one.at // HOUR)
            for one in self._story.watch.said
            if one.bot and since <= one.at < since + DAY and (place := self._place(one))
        )
        for (place, _), count in hours.items():
            kind = place.split()[0]
            self.after_silence[kind] = max(self.after_silence[kind], count)
            if count > MOST[kind]:
                self._story.fault(f"{count} messages in an hour after a silence: {place}")

    def _place(self, one: Said) -> str:
        if one.place in self._story.diary.rooms:
            return "room"
        if one.place == self._story.world.office.id:
            return "team"
        member_id = self._story.watch.private.get(one.place)
        return f"person {member_id}" if member_id is not None else ""
