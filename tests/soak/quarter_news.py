"""Whether a digest has anything to tell: newcomers, requests that wait, tips that served. What is planned and what
falls due is there every week, whatever people do: alone it is no reason to post."""

from __future__ import annotations

from typing import Final

from bot.schedule.clock import DAY
from tests.soak.quarter_calendar import after_working_days
from tests.soak.quarter_story import Story

FIRST: Final = 7 * DAY
FURTHEST: Final = 45 * DAY
"""How far back the first digest looks, and any, in seconds."""
WAITED: Final = 3
"""Working days without an answer after which everybody is told of a request."""
_CARD: Final = """
    EXISTS (SELECT 1 FROM publications WHERE kind = :kind AND ref = {}
                                         AND channel_id IS NOT NULL AND message_id IS NOT NULL)
"""
_HERE: Final = "JOIN members ON members.state = 'present' AND members.id ="


class News:
    """What happened since the last digest that reached the room."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._told: int | None = None

    def tell(self) -> None:
        """A digest reaches the room now."""
        self._told = self._story.now

    def any(self) -> bool:
        """Whether there is something to tell now."""
        now = self._story.now
        since = now - FIRST if self._told is None else max(self._told, now - FURTHEST)
        return self._newcomers(since) or self._requests() or self._tips(since)

    def _newcomers(self, since: int) -> bool:
        sql = f"""
            SELECT 1 FROM profiles {_HERE} profiles.member_id
             WHERE introduced_at >= :since AND introduced_at < :now AND shown AND {_CARD.format("profiles.member_id")}
        """
        return self._found(sql, kind="introductions:card", since=since)

    def _requests(self) -> bool:
        sql = f"""
            SELECT help_requests.created_at FROM help_requests {_HERE} asker_id
             WHERE help_requests.state = 'open' AND answered_at IS NULL AND NOT private
               AND {_CARD.format("help_requests.id")}
        """
        rows = self._story.rows(sql, kind="help_requests:card")
        return any(after_working_days(row["created_at"], WAITED) <= self._story.now for row in rows)

    def _tips(self, since: int) -> bool:
        sql = f"""
            SELECT 1 FROM tip_uses JOIN tips ON tips.id = tip_id AND tips.state = 'standing' {_HERE} tips.author_id
             WHERE tip_uses.at >= :since AND tip_uses.at < :now AND {_CARD.format("tips.id")}
        """
        return self._found(sql, kind="tips:card", since=since)

    def _found(self, sql: str, *, kind: str, since: int) -> bool:
        return bool(self._story.rows(sql, kind=kind, since=since, now=self._story.now))
