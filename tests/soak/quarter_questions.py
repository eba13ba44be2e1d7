"""The weekly question, judged: when it comes, after whose word, how it backs off, that nothing is asked twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from sqlite3 import Row
from typing import Final

import discord

from bot.schedule.clock import DAY, HOUR
from tests.soak.quarter_calendar import QUESTION_AT, weekly
from tests.soak.quarter_story import Story
from tests.soak.quarter_turns import Turns
from tests.soak.quarter_watch import Said

LIVELY: Final = 12 * HOUR
GRACE: Final = 4 * HOUR
LISTENED_TO: Final = 4
"""Of how many last questions the threads count as the room."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room just before a turn: what it bears ("ask", "lively", "own-word", "none" without a channel), whether the
    last question was answered (None: that can't be known), whether anybody wrote since, what waits to be asked."""

    bears: str
    answered: bool | None
    spoken: bool
    proposed: int


@dataclass(slots=True)
class Pace:
    """What the table at the head of `cogs/prompts/pace.py` says, written once more."""

    turn: int = 0
    level: str = "full"
    silences: int = 0
    question: str = "none"
    asked_in: int = -9

    def take(self, room: Room) -> str:
        """A turn; what comes of it."""
        self.turn += 1
        if self.level == "stopped":  # organisers took it up again
            self.level, self.silences = "half", 0
        if room.answered and self.question != "none":
            self.level, self.silences, self.question = "full", 0, "none"
        left_out = self.level == "half" and self.turn - self.asked_in < 2
        alone = room.bears == "own-word" and not room.spoken
        silent = self.question == "open" or (self.question == "unanswered" and alone)
        if room.answered is False and silent and not left_out:
            self.silences, self.question = self.silences + 1, "unanswered"
            self.level = "stopped" if self.silences >= 4 else "half" if self.silences >= 2 else self.level
        if self.level == "stopped":
            return "stopped"
        if self.level == "half" and self.turn - self.asked_in < 2:
            return "half"
        if room.bears == "ask":
            self.question, self.asked_in = "open", self.turn
        return room.bears


class Questions:
    """Foretells each turn, and compares."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._turns = Turns(story, "prompts:ask", weekly(story.season, 1, QUESTION_AT), grace=GRACE)
        self._pace = Pace()
        self._room: Room | None = None
        self._looked = 0
        self.asked: list[Said] = []
        self.stops = 0
        self.verdicts: list[str] = []
        """What came of each turn."""

    async def before(self) -> None:
        """Listen, when a turn may come."""
        self._room = self._listen() if self._turns.due() else None

    async def after(self) -> None:
        """What came of it."""
        new = [one for one in self._new() if one.bot and one.place in self._story.diary.rooms and not one.is_digest]
        self.asked += new
        day = self._turns.taken()
        if day is None or self._room is None:
            for one in new:
                self._story.fault(f"a question at no turn's time: {one.text!r}")
            return
        self._compare(day, self._room, new)

    def _new(self) -> list[Said]:
        said, self._looked = self._story.watch.said[self._looked :], len(self._story.watch.said)
        return said

    def _compare(self, day: date, room: Room, new: list[Said]) -> None:
        if room.bears == "none":
            verdict = "none"
        else:
            verdict = self._pace.take(room)
            self.stops += verdict == "stopped"
            self._compare_what_was_learnt(day)
        self.verdicts.append(verdict)
        if len(new) != (verdict == "ask"):
            self._story.fault(f"{day}: {len(new)} questions, where {verdict!r} was to come ({room})")
        for one in new:
            self._look_at(one, room)

    def _compare_what_was_learnt(self, day: date) -> None:
        row = self._one("SELECT turn, level, silences, question FROM prompt_ritual")
        mine = (self._pace.turn, self._pace.level, self._pace.silences, self._pace.question)
        if row is None or tuple(row) != mine:
            self._story.fault(f"{day}: the ritual learnt {tuple(row or ())}, not {mine}")
            if row is not None:
                self._pace.turn, self._pace.level, self._pace.silences, self._pace.question = tuple(row)

    def _look_at(self, one: Said, room: Room) -> None:
        """A question that stands: nothing is asked twice, themes take turns, what a member proposed goes first."""
        posts = self._story.rows("SELECT source, ref, theme FROM prompt_posts ORDER BY at DESC, id DESC")
        keys = [(row["source"], row["ref"]) for row in posts]
        if len(keys) != len(set(keys)) or any(one.text == other.text for other in self.asked[:-1]):
            self._story.fault(f"asked twice: {one.text!r}")
        themes = [row["theme"] for row in posts[:2]]
        if len(themes) == 2 and themes[0] is not None and themes[0] == themes[1]:
            self._story.fault(f"the theme {themes[0]} twice in a row")
        if posts and posts[0]["source"] == "bank" and room.proposed:
            self._story.fault("a question of the bank though a member's waits")

    # What is heard

    def _listen(self) -> Room:
        diary, watch, now = self._story.diary, self._story.watch, self._story.now
        if diary.roomless.open:
            return Room("none", None, spoken=False, proposed=0)
        posts = self._story.rows(
            """
            SELECT source, ref, at, channel_id, thread_id, message_id, member_id AS author FROM prompt_posts
              LEFT JOIN prompt_authors ON post_id = prompt_posts.id
             WHERE message_id IS NOT NULL ORDER BY at DESC LIMIT :most
            """,
            most=LISTENED_TO,
        )
        here = [post for post in posts if post["channel_id"] == diary.room.id]
        spoken = [watch.spoken({diary.room.id}, 0), *(watch.spoken({p["thread_id"]}, p["at"]) for p in here)]
        human = max((at for at in spoken if at is not None), default=None)
        own = max((one.at for one in watch.said if self._is_own(one)), default=None)
        if human is not None and now - human < LIVELY:
            bears = "lively"
        else:
            alone = own is not None and (human is None or human < own)
            bears = "own-word" if alone or self._speaks() else "ask"
        last = posts[0] if posts else None
        return Room(
            bears,
            self._answered(last) if last is not None else None,
            spoken=last is not None and human is not None and human >= last["at"],
            proposed=self._proposed(),
        )

    def _is_own(self, one: Said) -> bool:
        return one.bot and one.place == self._story.diary.room.id and self._story.watch.stands(one)

    def _speaks(self) -> bool:
        sql = "SELECT 1 FROM outbox WHERE channel_id = :c AND operation = 'post' AND state IN ('due', 'sending')"
        return self._one(sql, c=self._story.diary.room.id) is not None

    def _answered(self, post: Row) -> bool | None:
        watch = self._story.watch
        if post["channel_id"] != self._story.diary.room.id and post["thread_id"] == post["message_id"]:
            return None  # its thread went with its channel
        if watch.spoken({post["thread_id"]}, post["at"], but=post["author"] or 0) is not None:
            return True
        if self._answered_under(post):
            return True
        match post["source"]:
            case "request":
                sql = """
                    SELECT 1 FROM help_requests WHERE id = :ref
                       AND (state = 'under-way' OR answered_at IS NOT NULL OR solved_at IS NOT NULL)
                """
            case "tip":
                sql = """
                    SELECT 1 FROM tips WHERE id = :ref AND (checked_at >= :at
                        OR EXISTS (SELECT 1 FROM tip_uses WHERE tip_id = tips.id AND at >= :at)
                        OR EXISTS (SELECT 1 FROM tip_doubts WHERE tip_id = tips.id AND at >= :at))
                """
            case _:
                sql = ""
        return bool(sql) and self._one(sql, ref=int(post["ref"]), at=post["at"]) is not None

    def _answered_under(self, post: Row) -> bool:
        """Whether somebody wrote right under it, within a day: what comes after our next word is about that one."""
        if post["channel_id"] != self._story.diary.room.id:
            return False  # that room is gone
        watch, asked = self._story.watch, discord.utils.snowflake_time(post["message_id"]).timestamp()
        under = (one for one in watch.said if one.place == post["channel_id"] and one.id > post["message_id"])
        before_ours = takewhile(lambda one: not one.bot, (one for one in under if watch.stands(one)))
        return any(one.author != post["author"] and one.at <= asked + DAY for one in before_ours)

    def _proposed(self) -> int:
        sql = """
            SELECT count(*) AS count FROM prompt_suggestions JOIN members ON members.id = author_id
             WHERE prompt_suggestions.state = 'accepted' AND members.state = 'present'
               AND NOT EXISTS (SELECT 1 FROM prompt_posts WHERE source = 'suggestion'
                                AND ref = CAST(prompt_suggestions.id AS TEXT))
        """
        row = self._one(sql)
        return row["count"] if row is not None else 0

    def _one(self, sql: str, **values: int) -> Row | None:
        return next(iter(self._story.rows(sql, **values)), None)
