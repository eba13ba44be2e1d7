"""What is kept about people: for what, on which ground, for how long. Declared once, by the room that keeps it.

The weekly purge, the notice's "how long", what a member sees of their data and the register of processing (RGPD,
article 30) all come from here, so none of them can say something else than what happens. A test looks at the schema: a
column about a person that no holding covers fails it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.storage.database import Connection

MONTH: Final = 365 * DAY // 12
YEAR: Final = 365 * DAY


class Basis(StrEnum):
    """What allows it (RGPD, article 6); said by the message `basis-<basis>`."""

    CONSENT = "consent"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What data are kept for, on one ground. Said by the messages `register-<name>`, `-why` and `-data`."""

    name: str
    basis: Basis


class Until(StrEnum):
    """How long something is kept, or from when the time is counted; said by the message `kept-<until>`."""

    MEMBER = "member"
    STANDING = "standing"
    DONE = "done"
    WRITTEN = "written"
    SENT = "sent"
    CLOSED = "closed"


Purge = Callable[[Association, Connection, int], Awaitable[int]]
"""Removes what was kept long enough at an instant (UTC seconds), in the caller's transaction; how many rows."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The rows of a table about people. `columns` name a person: by a reference to `members`, or by a keyed hash.

    Without `keeps` a row stays until what `until` says. With it, it goes so many seconds after `since` (SQL in the
    table's columns, in UTC seconds; NULL as long as nothing is counted): by a plain DELETE, by `purge` where something
    stands on Discord too, or `along` with the rows of another table or by a kind of job that sees to it more often.
    `details` are tables that name nobody and whose rows belong to these. `coded` columns hold codes, and `name` says
    what such a code is called in a language.
    """

    table: str
    columns: tuple[str, ...]
    purpose: Purpose
    until: Until = Until.MEMBER
    keeps: int | None = None
    since: str = ""
    purge: Purge | None = None
    along: str = ""
    details: tuple[str, ...] = ()
    coded: tuple[str, ...] = ()
    name: Callable[[str, str], str] | None = None

    def __post_init__(self) -> None:
        ways = sum(map(bool, (self.since, self.purge, self.along)))
        if ways != (self.keeps is not None):
            raise ValueError(f"{self.table}: what is kept for a time goes in exactly one way")


MEMBERSHIP: Final = Purpose("membership", Basis.CONSENT)
"""That somebody is among us: what they agreed to, what they chose."""
MESSAGES: Final = Purpose("messages", Basis.INTEREST)
"""What the bot writes to somebody, and when it may."""
SERVICE: Final = Purpose("service", Basis.INTEREST)
"""What buttons and cards need to work: what was typed and waits, what is to be sent, where something stands."""
TIES: Final = Purpose("ties", Basis.INTEREST)
"""Who met whom, because both said so."""
APART: Final = Purpose("apart", Basis.CONSENT)
"""Whom somebody doesn't want to be brought together with."""


class Register:
    """Every holding, in the order of declaration."""

    def __init__(self, holdings: Sequence[Holding] = ()) -> None:
        self._holdings: dict[str, Holding] = {}
        self.declare(*holdings)

    def declare(self, *holdings: Holding) -> None:
        """Make holdings known, one a table."""
        for holding in holdings:
            if holding.table in self._holdings:
                raise ValueError(f"{holding.table} is declared twice")
            self._holdings[holding.table] = holding

    def __iter__(self) -> Iterator[Holding]:
        return iter(self._holdings.values())

    def of(self, table: str) -> Holding | None:
        """The holding of a table, or that to whose rows its rows belong; None for a table that holds nothing of
        people."""
        return self._holdings.get(table) or next((one for one in self if table in one.details), None)

    def by_purpose(self) -> Mapping[Purpose, Sequence[Holding]]:
        """The holdings of each purpose; the features' own purposes come first, what serves all of them last."""
        found: dict[Purpose, list[Holding]] = {MEMBERSHIP: []}
        last = (TIES, APART, MESSAGES, SERVICE)
        for holding in self:
            found.setdefault(holding.purpose, []).append(holding)
        return dict(sorted(found.items(), key=lambda entry: last.index(entry[0]) if entry[0] in last else -1))

    async def purge(self, association: Association, db: Connection, now: int) -> dict[str, int]:
        """Remove everything that was kept long enough at an instant (UTC seconds); how many rows, by table."""
        counts = {holding.table: await _purge(association, db, holding, now) for holding in self}
        return {table: count for table, count in counts.items() if count}


async def _purge(association: Association, db: Connection, holding: Holding, now: int) -> int:
    if holding.purge is not None:
        return await holding.purge(association, db, now)
    if not holding.since or holding.keeps is None:
        return 0
    return await db.run(f"DELETE FROM {holding.table} WHERE {holding.since} <= :then", then=now - holding.keeps)
