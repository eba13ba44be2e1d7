"""What is due in a round, by name, and when people are next brought together."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from bot.schedule import due
from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.matchmaking import round_store
from cogs.matchmaking.rules import Round

ANNOUNCE: Final = "matchmaking:announce"
"""The schedule that organisers set, and the kind of its job: it comes some days before the date it is for."""
MATCH: Final = "matchmaking:match"
"""The kind of the job that brings people together; its key is the round's id."""
CLOSE: Final = "matchmaking:close"
"""The kind of the job that ends a round; its key is the round's id."""


async def next_at(db: Connection) -> int | None:
    """When people are next brought together (UTC seconds): in the round that is announced, else in the one that is
    planned; None when there is none."""
    announced = await round_store.announced(db)
    if announced is not None:
        return announced.match_at
    planned = [job for job in await due.upcoming(db, [ANNOUNCE]) if job.state == "due"]
    return int(planned[0].payload["at"]) if planned else None


async def next_at_after(db: Connection, round_: Round) -> int | None:
    """When people are next brought together after a round that begins now."""
    planned = [job for job in await due.upcoming(db, [ANNOUNCE]) if job.state == "due"]
    later = [at for job in planned if (at := int(job.payload["at"])) > round_.match_at]
    return min(later, default=None)


def local_day(association: Association, at: int) -> date:
    """The local date of an instant (UTC seconds)."""
    return datetime.fromtimestamp(at, UTC).astimezone(association.zone).date()
