"""Once a week everything goes whose time is over, as the register says (`bot.people.register`); what went is counted,
in the log and for organisers."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.delivery.caps import WEEK
from bot.logs import fields
from bot.people.register import MEMBERSHIP, Purpose, Register
from bot.schedule.jobs import Job, JobKind
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.privacy.inactivity import Inactivity

log = logging.getLogger(__name__)

PURGE: Final = "privacy:purge"
LAST: Final = "privacy-last-purge"
"""The fact that says what the purges did: how many rows went, by table, never whose."""
MEMBERS: Final = "members"
"""The table under which those are counted who were erased because nothing was heard of them for two years."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What the last purge did: when (UTC seconds), how many rows of which tables; and how many rows all of them removed
    since when (None: it was the first)."""

    at: int
    counts: Mapping[str, int]
    total: int = 0
    since: int | None = None

    def by_purpose(self, register: Register) -> Mapping[Purpose, int]:
        """How many rows the last purge removed of each purpose."""
        found: dict[Purpose, int] = {}
        for table, count in self.counts.items():
            holding = register.of(table)
            purpose = MEMBERSHIP if holding is None else holding.purpose
            found[purpose] = found.get(purpose, 0) + count
        return found


async def last(db: Connection) -> Purged | None:
    """The last purge, or None before the first one."""
    noted = await meta.get(db, LAST)
    return None if noted is None else Purged(**json.loads(noted))


class Purging:
    """The weekly purge."""

    def __init__(self, house: House, inactivity: Inactivity) -> None:
        self._house = house
        self._inactivity = inactivity
        house.jobs.register(JobKind(PURGE, self.purge, every=WEEK))

    async def purge(self, association: Association, db: Connection, job: Job, _: Any) -> None:  # noqa: ARG002
        """Remove what is over, and note how much that was. Its bytes go with the daily housekeeping."""
        now = self._house.clock.now()
        counts = await self._house.register.purge(association, db, now)
        erased = await self._inactivity.look(association, db, now)
        counts |= {MEMBERS: erased} if erased else {}
        if counts:
            association.search.touch()
            await association.leave_bytes(db, now)
        before = await last(db)
        total = (before.total if before else 0) + sum(counts.values())
        since = before and (before.since or before.at)
        await meta.put(db, LAST, json.dumps({"at": now, "counts": counts, "total": total, "since": since}))
        log.info("purged", extra=fields(guild=association.guild_id, rows=sum(counts.values()), counts=counts))
